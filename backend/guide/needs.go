package guide

// Need is one thing on a checklist. Of several Items one is enough; of the items
// of a service, before any question is answered, it may depend on the answers
// which one.
type Need struct {
	Items []Item
	Must  bool // everybody brings it
	Do    bool // something to do or to ask: there is nothing to bring
	Ask   bool // of those, something to ask
}

// Needs are the things on the checklist before any question is answered: first
// what everybody brings, then what some bring, then what is to be asked, then what
// is to be done.
func (s *Service) Needs() []Need {
	needs := grouped(s.Checklist)
	combinations := s.Combinations()
	for i := range needs {
		needs[i].Must = needs[i].must(combinations)
	}
	return inOrder(questionsApart(needs))
}

// Needs are the things on the checklist that is fitted to the answers, in the same
// order: all but those marked maybe are to be brought.
func (w *Walk) Needs() []Need {
	needs := grouped(w.Checklist)
	for i := range needs {
		needs[i].Must = needs[i].must([]Answers{nil})
	}
	return inOrder(questionsApart(needs))
}

// Asks says whether a line is something to ask, which is no paper.
func (i Item) Asks() bool { return i.Do && startsWith(syllables(i.Say), asking) }

var asking = syllables("hỏi")

// questionsApart takes what is to be asked from among the papers that serve for each
// other: whoever lacks one asks, and nobody can lay a question ready.
func questionsApart(needs []Need) []Need {
	var list []Need
	for _, n := range needs {
		var things []Item
		for _, item := range n.Items {
			if item.Asks() {
				list = append(list, Need{Items: []Item{item}, Do: true, Ask: true})
			} else {
				things = append(things, item)
			}
		}
		if len(things) > 0 {
			things[0].Or = false
			n.Items = things
			list = append(list, n)
		}
	}
	return list
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
		func(n Need) bool { return n.Ask },
		func(n Need) bool { return n.Do && !n.Ask },
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
