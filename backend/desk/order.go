package desk

import (
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// OrderedStep is a step of a lesson whose order the office may change, or a part that
// several lessons share.
type OrderedStep struct {
	ID   string `json:"id"`
	Say  string `json:"say"`
	When string `json:"when"` // the answers of those whom it is for; "" everybody
}

// steps lists the steps whose order has that name, as the province has them.
func (e Editor) steps(target string) []OrderedStep {
	list := []OrderedStep{}
	s, err := e.Pack.Service(guide.ServiceOf(target))
	if err != nil {
		return list
	}
	for _, one := range e.Pack.Ordered(s) {
		list = append(list, OrderedStep{one.ID, one.Say, answersOf(s, one.When)})
	}
	return list
}

// inTurn are their names as a [guide.Wording] keeps them.
func inTurn(list []OrderedStep) string {
	ids := make([]string, len(list))
	for i, st := range list {
		ids[i] = st.ID
	}
	return strings.Join(ids, " ")
}

// answersOf says for whom something is, in the words of the buttons.
func answersOf(s *guide.Service, when guide.When) string {
	var said []string
	for _, f := range s.Facts {
		var any []string
		for _, a := range f.Answers {
			if slices.Contains(when[f.Key], a.Key) {
				any = append(any, a.Say)
			}
		}
		if len(any) > 0 {
			said = append(said, strings.Join(any, " / "))
		}
	}
	return strings.Join(said, "; ")
}

// arranged is an order, or for whom something is, as it is kept. Error: CodeInvalid, it
// has not the lesson's steps, or not its questions.
func (e Editor) arranged(target string, text Text) (Text, error) {
	say, fits := e.fits(target, text.Say)
	if !fits {
		return Text{}, guide.Errorf(guide.CodeInvalid, "Bài này vừa đổi nên chưa lưu được. Mời mở lại chỗ này rồi làm lại.")
	}
	from, err := cleanWithin(text.From, kept)
	return Text{Say: say, From: from}, err
}

// fits gives what is arranged at a place in the one form in which it is kept, and whether
// it is about the lesson of today: its steps, each once; its questions. It is true of what
// is written.
func (e Editor) fits(target, say string) (string, bool) {
	switch {
	case guide.IsOrder(target):
		ids, now := strings.Fields(say), strings.Fields(inTurn(e.steps(target)))
		slices.Sort(now)
		return strings.Join(ids, " "), slices.Equal(now, slices.Sorted(slices.Values(ids)))
	case guide.IsWhen(target):
		s, err := e.Pack.Service(guide.ServiceOf(target))
		if err != nil {
			return say, false
		}
		when, known := s.ReadWhen(strings.TrimSpace(say))
		return s.SayWhen(when), known
	}
	return say, true
}
