package guide

import (
	"fmt"
	"slices"
	"strings"
)

// whenName ends the name of for whom a step or a line of a service is.
const whenName = "when"

// WhenOf is the name of for whom a step or a line is: an office may agree on others,
// as on a sentence. Its [Wording] says the condition ([Service.SayWhen]).
func WhenOf(target string) string { return target + partMark + whenName }

// Everybody is how a [Wording] says that something is for all: one that says nothing
// takes back.
const Everybody = "everybody"

// How a condition is written: paper=yes|electronic; way=phone.
const (
	betweenFacts   = "; "
	betweenAnswers = "|"
)

// SayWhen writes a condition in the one form in which a [Wording] keeps it: questions
// and answers in the order of the lesson. A question that everybody is asked, with all
// its answers, is no condition.
func (s *Service) SayWhen(when When) string {
	var said []string
	for i := range s.Facts {
		f := &s.Facts[i]
		wanted, there := when[f.Key]
		if !there || len(f.When) == 0 && !slices.ContainsFunc(f.stays(), func(a Answer) bool { return !slices.Contains(wanted, a.Key) }) {
			continue
		}
		var keys []string
		for _, a := range f.Answers {
			if slices.Contains(wanted, a.Key) {
				keys = append(keys, a.Key)
			}
		}
		said = append(said, f.Key+"="+strings.Join(keys, betweenAnswers))
	}
	if len(said) == 0 {
		return Everybody
	}
	return strings.Join(said, betweenFacts)
}

// ReadWhen reads what [Service.SayWhen] writes. A question may be without an answer:
// nobody has chosen one yet. False: the lesson has not these questions and answers.
func (s *Service) ReadWhen(text string) (When, bool) {
	when := When{}
	if text == Everybody {
		return when, true
	}
	for part := range strings.SplitSeq(text, betweenFacts) {
		key, answers, _ := strings.Cut(part, "=")
		i := slices.IndexFunc(s.Facts, func(f Fact) bool { return f.Key == key })
		if _, twice := when[key]; i < 0 || twice {
			return nil, false
		}
		when[key] = AnyOf{}
		for a := range strings.SplitSeq(answers, betweenAnswers) {
			if a == "" {
				continue
			}
			if !s.Facts[i].has(a) {
				return nil, false
			}
			when[key] = append(when[key], a)
		}
	}
	return when, true
}

// stays are the answers with which a lesson is walked: the others send elsewhere first.
func (f *Fact) stays() []Answer {
	return slices.DeleteFunc(slices.Clone(f.Answers), func(a Answer) bool { return a.First != "" })
}

// Choices are the questions by whose answers a step or a line may be for some only,
// with the answers that lead to it.
func (s *Service) Choices() []Fact {
	var list []Fact
	for _, f := range s.Facts {
		if f.Answers = f.stays(); len(f.Answers) > 1 {
			list = append(list, f)
		}
	}
	return list
}

// forWhom finds a step or a line of a service by its id: what stands there, for whom it
// is, and whether it is a line.
func (s *Service) forWhom(id string) (texts []string, when When, line, there bool) {
	for _, st := range s.Steps {
		if st.ID == id && st.Use == "" {
			return st.Unit(), st.When, false, true
		}
	}
	for _, item := range s.Checklist {
		if item.ID == id {
			return item.Unit(), item.When, true, true
		}
	}
	return nil, nil, false, false
}

// ForWhom finds for whom a step or a line is by the name of that ([WhenOf]): the
// condition, whether it is a line, and whether the lesson has it.
func (s *Service) ForWhom(target string) (when When, line, there bool) {
	_, id, _ := apart(target)
	_, when, line, there = s.forWhom(id)
	return when, line, there
}

// whenPlaces are where it stands for whom the steps and lines of a service are, if it
// asks anything. Their words are what that depends on: what stands there, for whom the
// province has it, and the questions with their answers.
func (p *Pack) whenPlaces(s *Service) []Place {
	if len(s.Choices()) == 0 || !s.walkable() {
		return nil
	}
	var asked []string
	for _, f := range s.Facts {
		text := fmt.Sprint(f.Key, " ", f.When, " ", f.Ask)
		for _, a := range f.Answers {
			text += fmt.Sprint(" / ", a.Key, " ", a.Say, " ", a.First)
		}
		asked = append(asked, text)
	}
	var list []Place
	add := func(id string, was, texts []string, when When) {
		place := Place{Target: WhenOf(FullID(false, s.Key, id)), Texts: append(append(slices.Clone(texts), fmt.Sprint(when)), asked...)}
		for _, w := range was {
			if !strings.Contains(w, "/") {
				w = FullID(false, s.Key, w)
			}
			place.Was = append(place.Was, WhenOf(w))
		}
		list = append(list, place)
	}
	for _, st := range s.Steps {
		if st.Use == "" && st.ID != "" { // what several lessons share is the province's
			add(st.ID, st.Was, st.Unit(), st.When)
		}
	}
	for _, item := range s.Checklist {
		if item.ID != "" {
			add(item.ID, item.Was, item.Unit(), item.When)
		}
	}
	return list
}

// showTo has a step or a line be for others.
func (s *Service) showTo(id string, when When) {
	s.Steps = changedAt(s.Steps, func(st *Step) bool { return st.ID == id }, func(st *Step) { st.When = when })
	s.Checklist = changedAt(s.Checklist, func(i *Item) bool { return i.ID == id }, func(i *Item) { i.When = when })
}

// readWhen gives what is wrong with for whom an office shows a step or a line, beside
// what else it has agreed on.
func (p *Pack) readWhen(w Wording, beside []Wording, today string) []Flaw {
	key, id, _ := apart(w.Target)
	s, err := p.Service(key)
	if err != nil {
		return nil
	}
	list := w.days(today)
	_, province, _, _ := s.forWhom(id)
	when, known := s.ReadWhen(w.Say)
	if !known {
		return append(list, Flaw{"say", "Tỉnh vừa đổi câu hỏi của bài này.", mendChoose, false})
	}
	for _, f := range s.Facts {
		if answers, named := when[f.Key]; named && len(answers) == 0 {
			list = append(list, Flaw{"say", Sentence("Câu %q chưa chọn câu trả lời nào.", clip(f.Ask, 60)), "Mời chọn ít nhất một câu trả lời.", false})
		}
	}
	if when.open() {
		return list
	}
	same, met := true, false
	for _, answers := range s.Combinations() {
		now := when.Holds(answers)
		met, same = met || now, same && now == province.Holds(answers)
	}
	switch {
	case !met:
		return append(list, Flaw{"say", "Không ai trả lời như vậy, nên không ai thấy.", mendChoose, false})
	case s.SayWhen(when) == s.SayWhen(province):
		return append(list, Flaw{"say", "Chỗ này đang giống của tỉnh.", mendChoose, false})
	case same:
		return append(list, Flaw{"say", "Chọn như vậy thì bà con vẫn thấy như cũ.", mendChoose, false})
	}
	before, after := p.arranging(w, beside)
	return append(list, p.arrangedFlaws(s, w.Target, before, after)...)
}
