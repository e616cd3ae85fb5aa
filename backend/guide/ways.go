package guide

import (
	"maps"
	"strconv"
)

// ChangedWay is a way through a lesson that becomes another one: what was answered, and
// how many steps, or things on the list, it has.
type ChangedWay struct {
	Say           string // the answers: “Không có giấy”, “Tới quầy”
	Before, After Amount
}

// Amount is a number, or from how many to how many.
type Amount struct{ Least, Most int }

// String writes it as people read it: 9, or 9–11.
func (a Amount) String() string {
	if a.Least == a.Most {
		return strconv.Itoa(a.Least)
	}
	return strconv.Itoa(a.Least) + "–" + strconv.Itoa(a.Most)
}

// with takes another one in.
func (a Amount) with(o Amount) Amount { return Amount{min(a.Least, o.Least), max(a.Most, o.Most)} }

// wayOf is a way while like ones are put together.
type wayOf struct {
	answers       Answers // to the questions that decide
	before, after Amount
	more          bool // something comes to it
}

// ChangedWays lists those for whom something changes with whom an office shows a step
// or a line to, against what residents see by what it has agreed on. Ways that are alike
// but for an answer that does not matter are one.
func (p *Pack) ChangedWays(w Wording, agreed []Wording) []ChangedWay {
	s, err := p.Service(ServiceOf(w.Target))
	if err != nil || !s.walkable() {
		return nil
	}
	landed, _ := p.LandWordings(agreed)
	before := p.reworded(landed)
	landed[w.Target] = w
	after := p.reworded(landed)
	was, err := before.Service(s.Key)
	now, gone := after.Service(s.Key)
	if err != nil || gone != nil {
		return nil
	}
	seen, line, there := was.ForWhom(w.Target)
	when, known := s.ReadWhen(w.Say)
	if !there || !known || when.open() {
		return nil
	}
	var ways []wayOf
	for _, answers := range s.Combinations() {
		if when.Holds(answers) == seen.Holds(answers) {
			continue
		}
		one := wayOf{answers: Answers{}, more: when.Holds(answers)}
		for fact, answer := range answers {
			_, a := seen[fact]
			if _, b := when[fact]; a || b {
				one.answers[fact] = answer
			}
		}
		one.before, one.after = before.counted(was, answers, line), after.counted(now, answers, line)
		ways = append(ways, one)
	}
	return s.inShort(ways)
}

// counted is how many steps somebody walks, or things they are told to have.
func (p *Pack) counted(s *Service, answers Answers, line bool) Amount {
	w, err := p.Walk(s, answers)
	if err != nil {
		return Amount{}
	}
	n := len(w.Steps)
	if line {
		n = len(w.Needs())
	}
	return Amount{n, n}
}

// inShort puts ways together: those with the same answers, and those that differ by the
// answer to one question only, where every answer to it is among them.
func (s *Service) inShort(ways []wayOf) []ChangedWay {
	ways = s.together(ways, "", 1)
	for _, f := range s.Choices() {
		ways = s.together(ways, f.Key, len(f.Answers))
	}
	list := make([]ChangedWay, len(ways))
	for i, one := range ways {
		facts := map[string]bool{}
		for fact := range one.answers {
			facts[fact] = true
		}
		list[i] = ChangedWay{s.answered(one.answers, facts), one.before, one.after}
	}
	return list
}

// together makes one way of those that are alike but for the answer to a question,
// where so many answers to it are among them.
func (s *Service) together(ways []wayOf, but string, all int) []wayOf {
	var order []string
	alike := map[string][]wayOf{}
	for _, one := range ways {
		key := strconv.FormatBool(one.more)
		for i := range s.Facts {
			if fact := s.Facts[i].Key; fact != but {
				key += "\n" + one.answers[fact]
			}
		}
		if alike[key] == nil {
			order = append(order, key)
		}
		alike[key] = append(alike[key], one)
	}
	var list []wayOf
	for _, key := range order {
		group, given := alike[key], map[string]bool{}
		for _, one := range group {
			given[one.answers[but]] = true
		}
		if len(given) < all || but != "" && given[""] {
			list = append(list, group...)
			continue
		}
		first := group[0]
		first.answers = maps.Clone(first.answers)
		delete(first.answers, but)
		for _, one := range group[1:] {
			first.before, first.after = first.before.with(one.before), first.after.with(one.after)
		}
		list = append(list, first)
	}
	return list
}
