package guide

// Need is one thing on a checklist. Of several Items one is enough; of the items
// of a service, before any question is answered, it may depend on the answers
// which one.
type Need struct {
	Items []Item
	Must  bool // everybody brings it
	Do    bool // something to do or to ask about: there is nothing to bring
}

// Needs are the things on the checklist before any question is answered: first
// what everybody brings, then what some bring, then what is to be done or asked.
func (s *Service) Needs() []Need {
	needs := grouped(s.Checklist)
	combinations := s.Combinations()
	for i := range needs {
		needs[i].Must = needs[i].must(combinations)
	}
	return inOrder(needs)
}

// Needs are the things on the checklist that is fitted to the answers, in the same
// order: all but those marked maybe are to be brought.
func (w *Walk) Needs() []Need {
	needs := grouped(w.Checklist)
	for i := range needs {
		needs[i].Must = needs[i].must([]Answers{nil})
	}
	return inOrder(needs)
}

// Questions is how many questions a resident answers at most.
func (s *Service) Questions() int {
	most := 0
	for _, answers := range s.Combinations() {
		most = max(most, len(answers))
	}
	return most
}

func grouped(items []Item) []Need {
	var needs []Need
	for _, item := range items {
		if last := len(needs) - 1; item.Or && last >= 0 {
			needs[last].Items = append(needs[last].Items, item)
			// With paper among them there is something to bring.
			needs[last].Do = needs[last].Do && item.Do
			continue
		}
		needs = append(needs, Need{Items: []Item{item}, Do: item.Do})
	}
	return needs
}

// must says whether everybody brings one of the items, or asks what serves for
// it. Answers that are nil meet every condition: they have been looked at before.
func (n Need) must(combinations []Answers) bool {
	if n.Do {
		return false
	}
	for _, answers := range combinations {
		if !n.brought(answers) {
			return false
		}
	}
	return true
}

func (n Need) brought(answers Answers) bool {
	for _, item := range n.Items {
		if !item.Maybe && (answers == nil || item.When.Holds(answers)) {
			return true
		}
	}
	return false
}

func inOrder(needs []Need) []Need {
	var list []Need
	for _, fits := range []func(Need) bool{
		func(n Need) bool { return n.Must },
		func(n Need) bool { return !n.Must && !n.Do },
		func(n Need) bool { return n.Do },
	} {
		for _, n := range needs {
			if fits(n) {
				list = append(list, n)
			}
		}
	}
	return list
}

// fitted are the items that apply to the answers. When the first of several that
// serve for each other does not, the next one stands in its place.
func fitted(items []Item, answers Answers) []Item {
	var list []Item
	kept := false // the thing that an item marked "or" goes on from is on the list
	for _, item := range items {
		kept = kept && item.Or
		if !item.When.Holds(answers) {
			continue
		}
		item.Or = kept
		kept = true
		list = append(list, item)
	}
	return list
}
