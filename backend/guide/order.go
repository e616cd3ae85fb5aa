package guide

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// orderName ends the name of the order of a service's steps.
const orderName = "order"

// OrderOf is the name of the order of a service's steps: an office may agree on
// another one, as on a sentence. Its [Wording] says the names of the steps one after
// the other ([Pack.Ordered]).
func OrderOf(key string) string { return key + numberMark + orderName }

// IsOrder says whether a name is that of an order.
func IsOrder(target string) bool { return strings.HasSuffix(target, numberMark+orderName) }

// Ordered is one step of a service in the pack's order, or a flow that stands there.
type Ordered struct {
	ID   string // of a flow "use:", its key, and which one it is where it stands twice
	Say  string
	When When

	chapter string // in force here
	marks   marks  // of the step, or of what is in the flow
}

// Ordered lists the steps of a service whose order an office may change.
func (p *Pack) Ordered(s *Service) []Ordered {
	list, times, chapter := make([]Ordered, 0, len(s.Steps)), map[string]int{}, ""
	for _, st := range s.Steps {
		chapter = cmp.Or(p.chapterOf(st), chapter)
		one := Ordered{ID: st.ID, Say: st.Say, When: st.When, chapter: chapter}
		st.When = nil
		one.marks = p.within([]Step{st}, nil)
		if st.Use != "" {
			one.ID = "use:" + st.Use
			if times[st.Use]++; times[st.Use] > 1 {
				one.ID += ":" + strconv.Itoa(times[st.Use])
			}
			if f := p.Flow(st.Use); f != nil {
				one.Say = f.Title
				if f.Brief != nil {
					one.Say = f.Brief.Say
				}
			}
		}
		list = append(list, one)
	}
	return list
}

// orderPlace is where the order of a service stands. Its words are what the order
// depends on: which steps there are, for whom, in which chapter, and what is sent.
func (p *Pack) orderPlace(s *Service) Place {
	place := Place{Target: OrderOf(s.Key)}
	for _, one := range p.Ordered(s) {
		place.Texts = append(place.Texts, fmt.Sprint(one.ID, " ", one.chapter, " ", one.When, " ", one.marks))
	}
	return place
}

// sameSteps says whether ids are the names of a list, each once, in any order.
func sameSteps(list []Ordered, ids []string) bool {
	names := make([]string, 0, len(list))
	for _, one := range list {
		names = append(names, one.ID)
	}
	slices.Sort(names)
	return slices.Equal(names, slices.Sorted(slices.Values(ids)))
}

// inOrder are the steps of a service in the order of ids; as they are if ids are not
// their names. Each stays in its chapter, wherever that began.
func (p *Pack) inOrder(s *Service, ids []string) []Step {
	list := p.Ordered(s)
	if !sameSteps(list, ids) {
		return s.Steps
	}
	steps := make([]Step, len(ids))
	for i, one := range list {
		st := s.Steps[i]
		st.Chapter = one.chapter
		steps[slices.Index(ids, one.ID)] = st
	}
	return steps
}

// readOrder gives what is wrong with an order: what [Pack.Validate] and
// [Pack.Proofread] would find in it and not in the pack's, and steps out of their
// places, each once, whoever's way it is on.
func (p *Pack) readOrder(w Wording, today string) []Flaw {
	s, err := p.Service(ServiceOf(w.Target))
	if err != nil {
		return nil
	}
	ids := strings.Fields(w.Say)
	before := p.Ordered(s)
	list := w.days(today)
	add := func(flaw Flaw) {
		if !slices.Contains(list, flaw) {
			list = append(list, flaw)
		}
	}
	names := make([]string, len(before))
	for i, one := range before {
		names[i] = one.ID
	}
	switch {
	case !sameSteps(before, ids):
		return append(list, Flaw{"say", "Tỉnh vừa thêm hoặc bớt bước trong bài này.", "Mời xếp lại.", false})
	case slices.Equal(ids, names):
		return append(list, Flaw{"say", "Thứ tự này đang giống của tỉnh.", "Mời đổi chỗ bước cần đổi.", false})
	}
	after := make([]Ordered, len(before))
	for i, id := range ids {
		after[i] = before[slices.Index(names, id)]
	}
	if s.walkable() {
		seen := false // by anybody: steps that no way has both of may stand as they like
		for _, answers := range s.Combinations() {
			on := func(all []Ordered) (list []Ordered) {
				for _, one := range all {
					if one.When.Holds(answers) {
						list = append(list, one)
					}
				}
				return list
			}
			was, now := on(before), on(after)
			seen = seen || !slices.EqualFunc(was, now, func(a, b Ordered) bool { return a.ID == b.ID })
			if flaw, wrong := misplaced(was, now); wrong {
				add(flaw)
			}
		}
		if !seen {
			return append(list, Flaw{"say", "Đổi như vậy thì bà con vẫn thấy như cũ: không ai đi qua cả hai bước ấy.", "Mời đổi chỗ bước khác.", false})
		}
	}
	own := *p
	own.reword(map[string]Wording{w.Target: w})
	changed, err := own.Service(s.Key)
	if err != nil {
		return list
	}
	known := map[string]bool{}
	for _, problem := range p.serviceProblems(s) {
		known[problem.Message] = true
	}
	for _, problem := range own.serviceProblems(changed) {
		if !known[problem.Message] {
			add(Flaw{"say", problem.Message, problem.Mend, problem.Warning})
		}
	}
	return list
}

// misplaced says which step of one way is not where it has to be: the last one, which
// hands over to what comes then; one across whom another has moved that sends, calls or
// says where to go; one in the middle of another chapter.
func misplaced(before, after []Ordered) (Flaw, bool) {
	if len(before) == 0 {
		return Flaw{}, false
	}
	if last := before[len(before)-1]; after[len(after)-1].ID != last.ID {
		return Flaw{"say", Sentence("Bước cuối của bài phải là %q.", clip(last.Say, 60)), "Mời đưa bước ấy xuống lại.", false}, true
	}
	ahead := func(list []Ordered, id string) []string {
		var ids []string
		for _, one := range list {
			if one.ID == id {
				break
			}
			ids = append(ids, one.ID)
		}
		slices.Sort(ids)
		return ids
	}
	for i, one := range after {
		switch {
		case one.marks != (marks{}) && !slices.Equal(ahead(before, one.ID), ahead(after, one.ID)):
			return Flaw{"say", Sentence("Không đưa bước nào qua bước %q được.", clip(one.Say, 60)), "Mời giữ các việc trước và sau bước ấy như cũ.", false}, true
		case one.chapter != before[i].chapter:
			return Flaw{"say", Sentence("Bước %q đang đứng ngoài chặng của nó.", clip(one.Say, 60)), fmt.Sprintf("Mời để bước ấy trong chặng %s.", cmp.Or(one.chapter, "đầu")), false}, true
		}
	}
	return Flaw{}, false
}

// serviceProblems are those of one service that the order of its steps may bring.
func (p *Pack) serviceProblems(s *Service) []Problem {
	list := newPackChecker(p).service(s, map[string]string{})
	if !s.walkable() {
		return list
	}
	c := &checker{kind: "service", key: s.Key}
	p.proofreader().twiceOnAPath(c, s)
	return append(list, c.problems...)
}
