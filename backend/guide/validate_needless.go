package guide

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// shown is what a way through a lesson shows: its steps by number, its lines and
// what is said after it, and apart the lines that tell what to have before.
type shown struct{ steps, items, before string }

// gallery gives each step a number, the same to two that look the same.
type gallery struct {
	known map[written]int
	said  map[string][]numbered // by what is said
	n     int
}

// written is by what a step that was seen before is known again, without looking
// at all of it.
type written struct {
	id, say, why, skill, chapter string
	screen                       *Screen
}

type numbered struct {
	step WalkStep
	n    int
}

func (g *gallery) number(st WalkStep) int {
	key := written{st.ID, st.Say, st.Why, st.Skill, st.Chapter, st.Screen}
	if st.Screen != nil && st.Screen.On == SurfaceSystem {
		key.screen = nil // drawn anew for each walk
	}
	n, ok := g.known[key]
	if !ok {
		n = g.look(st)
		g.known[key] = n
	}
	return n
}

func (g *gallery) look(st WalkStep) int {
	// Of what nobody sees two steps may differ.
	st.ID, st.Target, st.Was, st.When, st.Source = "", "", nil, nil, ""
	for _, other := range g.said[st.Say] {
		if reflect.DeepEqual(other.step, st) {
			return other.n
		}
	}
	g.n++
	g.said[st.Say] = append(g.said[st.Say], numbered{st, g.n})
	return g.n
}

func (g *gallery) of(s *Service, w *Walk) shown {
	var one shown
	var steps []byte
	for _, st := range w.Steps {
		steps = append(strconv.AppendInt(steps, int64(g.number(st)), 10), '\n')
	}
	for _, r := range w.Ready {
		steps = append(append(steps, r.Key...), '\n')
	}
	one.steps = string(steps)
	for _, item := range w.Checklist {
		line := item.Say + "\t" + item.Note + "\t" + string(item.Icon)
		for _, mark := range []bool{item.Or, item.Maybe, item.Do} {
			line += "\t" + strconv.FormatBool(mark)
		}
		line += "\n"
		if item.Do && slices.ContainsFunc(syllables(item.Say), func(s syllable) bool { return s.text == "trước" }) {
			one.before += line
		} else {
			one.items += line
		}
	}
	for _, n := range s.Next {
		if n.When.Holds(w.answers) {
			one.items += n.Say + "\n"
		}
	}
	for _, t := range w.Troubles(s) {
		one.items += t.Wrong + "\t" + t.Do + "\n"
	}
	return one
}

// needless reports questions that need not be asked: whatever the answer, the
// same is shown, or only the line that tells what to have before differs; who lacks
// that walks steps that cannot succeed. Of a question that sends people elsewhere
// the other answers are judged.
func (p *packChecker) needless(c *checker, s *Service) {
	ways := map[string]shown{}
	all := s.Combinations()
	seen := gallery{known: map[written]int{}, said: map[string][]numbered{}}
	for _, answers := range all {
		w, err := p.pack.Walk(s, answers)
		if err != nil {
			return // reported where it stands
		}
		ways[fmt.Sprint(answers)] = seen.of(s, w)
	}
	for i := range s.Facts {
		f := &s.Facts[i]
		stay := slices.DeleteFunc(slices.Clone(f.Answers), func(a Answer) bool { return a.First != "" })
		if len(stay) < 2 {
			continue // it asks whether to go elsewhere first
		}
		changes, advises := asked(s, f, stay), false
		for _, answers := range all {
			gave, ok := answers[f.Key]
			if !ok {
				continue
			}
			here := ways[fmt.Sprint(answers)]
			for _, a := range stay {
				if a.Key == gave {
					continue
				}
				other := Answers{}
				for k, v := range answers {
					other[k] = v
				}
				other[f.Key] = a.Key
				there, ok := ways[fmt.Sprint(other)]
				changes = changes || ok && here != there
				advises = advises || ok && here.steps == there.steps && here.before != there.before
			}
		}
		switch {
		case advises:
			c.add(at("facts", i, ""), "Câu hỏi %q dặn làm việc khác trước, mà các bước vẫn thế.", "Thiếu thứ phải có trước thì ghi first ở câu trả lời: dẫn sang bài khác. Hoặc thêm when cho các bước.", clip(f.Ask, 60))
		case !changes && len(stay) < len(f.Answers):
			c.add(at("facts", i, "answers"), "Ở câu %q, các câu trả lời đi tiếp ra cùng một bài: %s.", "Gộp làm một câu trả lời, hoặc thêm when cho bước hay giấy tờ.", clip(f.Ask, 60), saidAs(stay))
		case !changes:
			c.add(at("facts", i, ""), "Trả lời câu %q thế nào cũng ra một bài.", "Bỏ câu hỏi, hoặc thêm when cho bước hay giấy tờ.", clip(f.Ask, 60))
		}
	}
}

// asked says whether another question is asked after some of these answers only.
func asked(s *Service, f *Fact, answers []Answer) bool {
	return slices.ContainsFunc(s.Facts, func(other Fact) bool {
		wanted, ok := other.When[f.Key]
		n := 0
		for _, a := range answers {
			if slices.Contains(wanted, a.Key) {
				n++
			}
		}
		return ok && n > 0 && n < len(answers)
	})
}

// saidAs lists answers as their buttons say them.
func saidAs(answers []Answer) string {
	list := make([]string, len(answers))
	for i, a := range answers {
		list[i] = "“" + clip(a.Say, 40) + "”"
	}
	return strings.Join(list, ", ")
}
