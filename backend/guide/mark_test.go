package guide_test

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// Every text has a word of its own, and the walk finds it where the mark was put.
func TestMark(t *testing.T) {
	var s guide.Service
	marked := guide.Mark(&s)
	words := map[string]string{} // by place
	kinds := map[guide.PartKind]bool{}
	for _, text := range marked {
		if other, twice := words[text.Path]; twice || slices.Contains(slices.Collect(maps.Values(words)), text.Say) {
			t.Errorf("%+v stands beside %q", text, other)
		}
		words[text.Path] = text.Say
	}
	for _, text := range guide.Texts(&s) {
		if words[text.Path] != text.Say {
			t.Errorf("%s: the walk finds %q, the mark is %q", text.Path, text.Say, words[text.Path])
		}
	}
	for _, st := range s.Steps {
		for _, part := range st.Screen.Show {
			kinds[part.Kind()] = true
			if len(part.Kinds()) != 1 {
				t.Errorf("a part is %v", part.Kinds())
			}
		}
	}
	for _, kind := range []guide.PartKind{guide.PartText, guide.PartMessage, guide.PartRow, guide.PartPhoto} {
		if !kinds[kind] {
			t.Errorf("no part is a %s", kind)
		}
	}
	for _, place := range []string{"title", "decides", "online.why", "fee.note", "watch[0].say", "facts[0].answers[0].say", "checklist[0].note",
		"steps[0].say", "steps[3].screen.title", "steps[2].screen.show[0].message", "steps[2].screen.show[0].value", "trouble[0].do"} {
		if words[place] == "" {
			t.Errorf("nothing stands at %s", place)
		}
	}
}

// Whatever residents read is checked, a field that was added yesterday, too: how
// long it is, whether a number in it has a source, and whether it is there.
func TestEveryTextIsValidated(t *testing.T) {
	names := func(problems []guide.Problem, message string) (paths []string) {
		for _, p := range problems {
			if strings.Contains(p.Message, message) {
				paths = append(paths, p.Where.Path)
			}
		}
		return paths
	}
	for name, whole := range map[string]func() (v any, p *guide.Pack){
		"service": func() (any, *guide.Pack) {
			p := &guide.Pack{Services: make([]guide.Service, 1)}
			return &p.Services[0], p
		},
		"flow": func() (any, *guide.Pack) {
			p := &guide.Pack{Flows: make([]guide.Flow, 1)}
			return &p.Flows[0], p
		},
	} {
		v, p := whole()
		guide.Mark(v)
		read := guide.Texts(v)
		if problems := p.Validate(); len(names(problems, "không vừa")) > 0 || len(names(problems, "có con số")) > 0 {
			t.Errorf("%s: marks are problems themselves: %v", name, problems)
		}
		for _, text := range guide.Mark(v) {
			place := text.Path
			shown := slices.ContainsFunc(read, func(r guide.Text) bool { return r.Path == place })
			if !shown { // a part of a drawn screen is named as one
				place = regexp.MustCompile(`\.show\[0\]\.[a-u]\w+$`).ReplaceAllString(place, ".show[0]")
			}
			change(t, v, text.Path, strings.Repeat("dài ", 7500))
			if got := names(p.Validate(), "không vừa"); !slices.Contains(got, place) {
				t.Errorf("%s: 30,000 letters at %s are no problem, only at %q", name, text.Path, got)
			}
			if shown {
				change(t, v, text.Path, "Chờ 15 ngày")
				if got := names(p.Validate(), "có con số"); !slices.Contains(got, place) {
					t.Errorf("%s: a number without a source at %s is no problem, only at %q", name, text.Path, got)
				}
			}
			change(t, v, text.Path, text.Say)
		}
	}
	empty := &guide.Pack{Services: []guide.Service{{
		Fee: &guide.Claim{}, Watch: []guide.Line{{}}, Facts: []guide.Fact{{Answers: []guide.Answer{{}}}}, Checklist: []guide.Item{{}},
		Steps: []guide.Step{{}, {Use: "x"}}, Handoff: &guide.Handoff{}, Trouble: []guide.Trouble{{}},
	}}, Flows: []guide.Flow{{}}}
	want := []string{"title", "summary", "decides", "online.why", "fee.say", "watch[0].say", "facts[0].ask", "facts[0].answers[0].say",
		"checklist[0].say", "handoff.say", "trouble[0].wrong", "trouble[0].do", "steps[0].say"}
	got := names(empty.Validate(), "Còn thiếu")
	for _, place := range want {
		if !slices.Contains(got, place) {
			t.Errorf("an empty %s is no problem, only %q", place, got)
		}
	}
	if slices.Contains(got, "steps[1].say") || slices.Contains(got, "fee.note") {
		t.Errorf("too much is missing: %q", got)
	}
}

// A step that stands for a flow has nothing of its own but the name of the
// chapter it is in this lesson, whatever a step may have.
func TestAFlowIsUsedAlone(t *testing.T) {
	for _, text := range guide.Mark(&guide.Step{}) {
		st := guide.Step{}
		guide.Mark(&st)
		if strings.Contains(text.Path, "screen") || text.Path == "chapter" {
			continue // the screen: below
		}
		alone := guide.Step{}
		change(t, &alone, text.Path, "x")
		for name, used := range map[string]guide.Step{text.Path: alone, "screen": {Screen: st.Screen}, "off": {Off: true}} {
			used.Use = "y"
			p := &guide.Pack{Services: []guide.Service{{Steps: []guide.Step{used}}}}
			if !slices.ContainsFunc(p.Validate(), func(p guide.Problem) bool { return p.Where.Path == "steps[0]" }) {
				t.Errorf("a step that uses a flow may have %s", name)
			}
		}
	}
}

// What is read aloud in one go, and recorded, is all of a line and of a step
// that residents read; the rest has a reason.
func TestUnitsHaveEveryText(t *testing.T) {
	var item guide.Item
	var step guide.Step
	for _, of := range []struct {
		texts  []guide.Text
		unit   func() []string
		except map[string]string
	}{
		{guide.Mark(&item), func() []string { return item.Unit() }, nil},
		{guide.Mark(&step), func() []string { return step.Unit() }, map[string]string{
			"helper": "for who stands beside, in a rehearsal", "screen.title": "drawn", "chapter": "stands above the step",
		}},
	} {
		var missing []string
		for _, text := range of.texts {
			if !slices.Contains(of.unit(), text.Say) {
				missing = append(missing, text.Path)
			}
		}
		if want := slices.Sorted(maps.Keys(of.except)); !slices.Equal(slices.Sorted(slices.Values(missing)), want) {
			t.Errorf("not in the unit: %q, want %q", missing, want)
		}
	}
}

// change writes a text at a place of a value of the content.
func change(t *testing.T, v any, path, say string) {
	t.Helper()
	at := reflect.ValueOf(v).Elem()
	for _, name := range strings.Split(path, ".") {
		name, list, _ := strings.Cut(name, "[")
		for at.Kind() == reflect.Pointer {
			at = at.Elem()
		}
		at = at.Field(guide.FieldsOf(at.Type()).Index[name])
		if list != "" {
			i := 0
			for _, digit := range strings.TrimSuffix(list, "]") {
				i = 10*i + int(digit-'0')
			}
			at = at.Index(i)
		}
	}
	at.SetString(say)
}
