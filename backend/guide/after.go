package guide

import "slices"

// After is what happens after the lesson, on this walk. Where the phone opens the
// portal's page, people first hear to which other names it changes: who was told
// to trust one name only would close the page on which one logs in.
func (p *Pack) After(s *Service, w *Walk) []Line {
	var list []Line
	if p.Info.Moves != "" && s.Kind == KindProcedure && s.Links[LinkPortal] != "" && w.Ending(s) != EndDesk {
		list = append(list, Line{Say: p.Info.Moves})
	}
	answers := w.way(s)
	for _, n := range s.Next {
		if n.When.Holds(answers) {
			list = append(list, Line{n.Say, n.Source})
		}
	}
	return list
}

// Troubles are what can go wrong on this walk; as long as a question is open, all
// that can: who has the trouble knows it by what is seen.
func (w *Walk) Troubles(s *Service) []Trouble {
	var list []Trouble
	for _, t := range s.Trouble {
		if w.Ask != nil || t.When.Holds(w.answers) {
			list = append(list, t)
		}
	}
	return list
}

// way are the answers of the walk. As long as a question is open, they are those
// of the first way that the answers so far leave open: the same whose steps stand
// on paper for everybody.
func (w *Walk) way(s *Service) Answers {
	if w.Ask == nil {
		return w.answers
	}
	for _, answers := range s.Combinations() {
		if w.answers.within(answers) {
			return answers
		}
	}
	return w.answers
}

// within says whether all answers are among others.
func (a Answers) within(others Answers) bool {
	for fact, answer := range a {
		if others[fact] != answer {
			return false
		}
	}
	return true
}

// follows reports ways on which nothing is said of what comes after, while it is
// said of others.
func (p *packChecker) follows(c *checker, s *Service) {
	for _, answers := range s.Combinations() {
		if len(s.Next) > 0 && !slices.ContainsFunc(s.Next, func(n Next) bool { return n.When.Holds(answers) }) {
			c.add("next", "Trả lời %v thì không có dòng nào nói việc sau đó.", "Thêm một dòng cho cách này, hoặc bỏ when ở một dòng.", answers)
			return // the mend is the same for all
		}
	}
}
