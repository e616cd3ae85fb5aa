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
func OrderOf(key string) string { return key + partMark + orderName }

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

// readOrder gives what is wrong with an order, beside what else the office has agreed
// on: steps out of their places, whoever's way they are on, and what the checks of the
// pack find.
func (p *Pack) readOrder(w Wording, beside []Wording, today string) []Flaw {
	s, err := p.Service(ServiceOf(w.Target))
	if err != nil {
		return nil
	}
	ids := strings.Fields(w.Say)
	list := w.days(today)
	steps := p.Ordered(s)
	names := make([]string, len(steps))
	for i, one := range steps {
		names[i] = one.ID
	}
	switch {
	case !sameSteps(steps, ids):
		return append(list, Flaw{"say", "Tỉnh vừa thêm hoặc bớt bước trong bài này.", "Mời xếp lại.", false})
	case slices.Equal(ids, names):
		return append(list, Flaw{"say", "Thứ tự này đang giống của tỉnh.", "Mời đổi chỗ bước cần đổi.", false})
	}
	before, after := p.arranging(w, beside)
	if s.walkable() && before.sameWays(after, s) {
		return append(list, Flaw{"say", "Đổi như vậy thì bà con vẫn thấy như cũ: không ai đi qua cả hai bước ấy.", "Mời đổi chỗ bước khác.", false})
	}
	return append(list, p.arrangedFlaws(s, w.Target, before, after)...)
}
