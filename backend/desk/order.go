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

// order is an order as it is kept. Error: CodeInvalid, it has not the lesson's steps.
func (e Editor) order(target string, text Text) (Text, error) {
	text.Say = strings.Join(strings.Fields(text.Say), " ")
	if !e.arranged(target, text.Say) {
		return Text{}, guide.Errorf(guide.CodeInvalid, "Các bước này không còn khớp với bài. Mời mở lại chỗ này rồi xếp lại.")
	}
	from, err := cleanWithin(text.From, kept)
	return Text{Say: text.Say, From: from}, err
}

// arranged says whether names are those of the steps of today, each once; true of what
// is no order.
func (e Editor) arranged(target, names string) bool {
	if !guide.IsOrder(target) {
		return true
	}
	now := strings.Fields(inTurn(e.steps(target)))
	slices.Sort(now)
	return slices.Equal(now, slices.Sorted(slices.Values(strings.Fields(names))))
}
