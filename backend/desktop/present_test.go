package desktop_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// lessons are the places of a service that belong to its lesson; the others
// stand on its page, the checklist on both.
var lessons = regexp.MustCompile(`^(facts|steps|handoff|next|trouble)\b`)

// Whatever residents read reaches the window, and in their language: each text
// of a service is translated to a word of its own, and all of them are looked
// for in the views.
func TestEveryTextIsInTheViews(t *testing.T) {
	var s guide.Service
	marked := guide.Mark(&s)
	answered := s.Facts[0].Answers[0]
	s.Facts[0].Key, answered.Key = "x", "y"
	s.Facts[0].Answers = []guide.Answer{answered}

	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../content/testdata/frozen")); err != nil {
		t.Fatal(err)
	}
	english := map[string]string{} // by place
	lexicon := strings.Builder{}
	lexicon.WriteString("sentences:\n")
	texts := guide.Texts(&s)
	texts = append(texts, guide.Text{Path: "ready.say", Say: "Điện thoại của mình, mang theo đây"}, guide.Text{Path: "ready.missing", Say: "Mời tới quầy nói tên việc, cán bộ giúp."})
	for _, text := range texts {
		english[text.Path] = "«" + text.Path + "»"
		fmt.Fprintf(&lexicon, "  %s: %q\n", text.Say, english[text.Path])
	}
	if err := os.WriteFile(filepath.Join(dir, "lang", "en.yaml"), []byte(lexicon.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	lib, report := content.Load(os.DirFS(dir))
	if lib == nil {
		t.Fatal(report.Errors)
	}
	// What the pack says of all its services.
	lib.Pack.Info.NoPaper = &guide.Claim{Say: "xno-paper", Source: lib.Pack.Sources[0].Key}
	lib.Pack.Info.Ready[0].First = lib.Pack.Services[1].Key
	s.NoPaper = true
	s.Steps = append(s.Steps, guide.Step{Use: "dang-nhap-cong"})
	s.Topic, s.Sources = lib.Pack.Topics[0].Key, []string{lib.Pack.Sources[0].Key}
	s.Emergency.Then, s.Emergency.Numbers[0].Call = lib.Pack.Services[0].Key, "156"
	s.Key, s.Official, s.Codes = "every", "Tên chính thức", []string{"1.001193"}
	s.Kind, s.Sure, s.Online.Advice, s.Checked = guide.KindProcedure, guide.SureFull, guide.AdviceEither, "2026-11-23"
	cite(reflect.ValueOf(&s).Elem(), s.Sources[0])
	service, lesson, err := desktop.Present(lib, &s, "en")
	if err != nil {
		t.Fatal(err)
	}
	// The pages look for every text of these on their screens.
	golden(t, "every_service", service)
	every := lesson
	every.Walk.Steps, every.Rehearsal.Steps = lesson.Walk.Steps[:1], lesson.Rehearsal.Steps[:1]
	every.Walk.Chapters, every.Rehearsal.Chapters = lesson.Walk.Chapters[:1], lesson.Rehearsal.Chapters[:1]
	golden(t, "every_lesson", every)
	page, steps := mustJSON(t, service), mustJSON(t, lesson)
	for _, say := range []string{"Điện thoại của mình, mang theo đây", "Mời tới quầy nói tên việc, cán bộ giúp."} {
		if said := lib.Translator("en")(say); said == say || !strings.Contains(steps, said) {
			t.Errorf("the views of the lesson lack %q", say)
		}
	}
	if !strings.Contains(page, "xno-paper") || lesson.Walk.Ready[0].First == nil {
		t.Error("the views lack what the pack says of services without paper, or what to do first")
	}
	drawn := map[string]bool{} // by place without numbers; not every part has a value
	for _, text := range marked {
		word, ofLesson := english[text.Path], lessons.MatchString(text.Path)
		if text.Path == "emergency.numbers[0].call" {
			if !strings.Contains(page, `"call":"156"`) {
				t.Error("ServiceView lacks the number to call: desktop/emergency.go")
			}
			continue
		}
		if word == "" { // drawn: the real screen's words
			place := regexp.MustCompile(`\[\d+\]`).ReplaceAllString(text.Path, "")
			drawn[place] = drawn[place] || strings.Contains(steps, text.Say)
			continue
		}
		if !ofLesson && !strings.Contains(page, word) {
			t.Errorf("ServiceView lacks %s, or has it in Vietnamese only: desktop/service.go", text.Path)
		}
		if (ofLesson || strings.HasPrefix(text.Path, "checklist")) && !strings.Contains(steps, word) {
			t.Errorf("the views of the lesson lack %s, or have it in Vietnamese only: desktop/present.go, rehearsal.go", text.Path)
		}
		if strings.Contains(page+steps, text.Say) {
			t.Errorf("%s is shown in Vietnamese though it is translated", text.Path)
		}
	}
	for place, seen := range drawn {
		if !seen {
			t.Errorf("%s is on no picture", place)
		}
	}
	if len(english) < 50 || len(drawn) < 10 {
		t.Errorf("only %d texts and %d kinds of drawn ones", len(english), len(drawn))
	}
}

// cite has every line rest on a source.
func cite(v reflect.Value, source string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			cite(v.Elem(), source)
		}
	case reflect.Slice:
		for i := range v.Len() {
			cite(v.Index(i), source)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); name == "source" {
				v.Field(i).SetString(source)
			}
			cite(v.Field(i), source)
		}
	}
}

func mustJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
