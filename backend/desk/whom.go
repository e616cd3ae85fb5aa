package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"tungbuoc/backend/guide"
)

// WhomView is for whom a step or a line of a lesson is: what there is to choose, and
// what changes for residents.
type WhomView struct {
	On   string      `json:"on"`   // what stands there
	Now  string      `json:"now"`  // the condition by which residents see it
	Line bool        `json:"line"` // something to have or to do, not a step
	Asks []AskedView `json:"asks"` // the questions of the lesson
	Ways []WayView   `json:"ways"` // those for whom it changes with what is written
}

// AskedView is a question of a lesson, with the answers that lead to it.
type AskedView struct {
	Key     string         `json:"key"`
	Ask     string         `json:"ask"`
	Some    bool           `json:"some"` // not everybody is asked
	Answers []AnsweredView `json:"answers"`
}

// AnsweredView is an answer as its button says it.
type AnsweredView struct {
	Key string `json:"key"`
	Say string `json:"say"`
}

// WayView is a way through a lesson that changes: how many steps, or things, it has.
type WayView struct {
	Say    string `json:"say"`    // the answers, as their buttons say them
	Before string `json:"before"` // 9, or 9–11
	After  string `json:"after"`
}

// whom is for whom a step or a line is, nil of another place; all was ever agreed on.
func (e Editor) whom(place guide.Place, w guide.Wording, all []guide.Wording) *WhomView {
	if !guide.IsWhen(place.Target) {
		return nil
	}
	s, err := e.Pack.Service(guide.ServiceOf(place.Target))
	if err != nil { // its place is gone from the lesson
		return nil
	}
	_, line, there := s.ForWhom(place.Target)
	if !there {
		return nil
	}
	agreed := slices.DeleteFunc(guide.InForce(all, e.Now().Format(time.DateOnly)), func(other guide.Wording) bool {
		return !guide.IsArranged(other.Target) || guide.ServiceOf(other.Target) != s.Key
	})
	v := &WhomView{On: place.Texts[0], Line: line, Now: e.seenBy(place.Target, agreed), Asks: []AskedView{}, Ways: []WayView{}}
	for _, f := range s.Choices() {
		one := AskedView{Key: f.Key, Ask: f.Ask, Some: len(f.When) > 0, Answers: []AnsweredView{}}
		for _, a := range f.Answers {
			one.Answers = append(one.Answers, AnsweredView{a.Key, a.Say})
		}
		v.Asks = append(v.Asks, one)
	}
	for _, way := range e.Pack.ChangedWays(w, agreed) {
		v.Ways = append(v.Ways, WayView{way.Say, way.Before.String(), way.After.String()})
	}
	return v
}

// seenBy is for whom a step or a line is, as a [guide.Wording] says it: by the province,
// with what was agreed on.
func (e Editor) seenBy(target string, agreed []guide.Wording) string {
	pack := e.Pack.WithLocal(guide.Local{Wordings: agreed})
	s, err := pack.Service(guide.ServiceOf(target))
	if err != nil {
		return guide.Everybody
	}
	when, _, _ := s.ForWhom(target)
	return s.SayWhen(when)
}

// unsound says whether what was agreed on is arranged in a lesson in which it does not
// hold today, beside what else was; or a copy of a drawing that is not what it was, or
// that beside the others would bring the lesson to another end.
func (e Editor) unsound(w guide.Wording, all []guide.Wording) bool {
	drawn := guide.IsScreen(w.Target)
	if drawn { // also one whose day is still to come
		if _, parked := e.Pack.LandWordings([]guide.Wording{w}); len(parked) > 0 {
			return true
		}
	}
	if drawn && e.copied(w.Target, w.Say) == nil || !drawn && !guide.IsArranged(w.Target) {
		return false
	}
	_, parked := e.Pack.LandWordings(guide.InForce(all, e.Now().Format(time.DateOnly)))
	return slices.ContainsFunc(parked, func(one guide.Wording) bool { return one.Target == w.Target })
}

// TakeBack is [Editor.Drop], and gives what the trail says of it: the name of an own
// service goes with it; of the rest it says what holds from now on. Errors: those of Drop.
func (e Editor) TakeBack(ctx context.Context, target string) (subject string, err error) {
	subject = e.Subject(ctx, target)
	if err = e.Drop(ctx, target); !guide.IsOwn(target) {
		subject = e.Subject(ctx, target)
	}
	return subject, err
}

// Subject is what a line of the trail says of a place: the lesson and what of it, in
// words. Who looks back wants to know who saw a step by then, in the words of the buttons.
func (e Editor) Subject(ctx context.Context, target string) string {
	v, err := e.Place(ctx, target)
	if err != nil { // its place is gone from the lesson
		return e.lesson(target)
	}
	of := cmp.Or(v.Of, e.lesson(v.Target))
	switch {
	case v.Own:
		return guide.Sentence("việc riêng ở mục %q: %s", of, cmp.Or(v.Draft.Say, v.Now.Say, "chưa có tên"))
	case v.Bare:
		return guide.Sentence("%s, hình chép cho bước %q", of, v.Step)
	case v.Step != "":
		return guide.Sentence("%s, chữ trên hình của bước %q", of, v.Step)
	case guide.IsFact(v.Target):
		return of + ": " + guide.FactLabel(v.Target)
	case guide.IsOrder(v.Target):
		return of + ": thứ tự các bước"
	case v.Whom != nil:
		return guide.Sentence("%s, ai thấy %q: %s", of, v.Whom.On, e.whoSees(v))
	}
	return guide.Sentence("%s: %q", of, v.Before.Say)
}

// lesson is the title of the service that a name is of; the name where there is none.
func (e Editor) lesson(target string) string {
	if s, err := e.Pack.Service(guide.ServiceOf(target)); err == nil {
		return s.Title
	}
	return target
}

// whoSees says for whom a step or a line is by what is written, in the words of the buttons.
func (e Editor) whoSees(v WordingView) string {
	const all = "mọi người"
	s, err := e.Pack.Service(guide.ServiceOf(v.Target))
	if err != nil {
		return all
	}
	when, _ := s.ReadWhen(v.Draft.Say)
	return cmp.Or(answersOf(s, when), all)
}
