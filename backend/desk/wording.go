package desk

import (
	"context"
	"slices"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Wordings keeps what an office says in the place of the pack's sentences: office.db.
type Wordings interface {
	SaveWording(ctx context.Context, d guide.WordingDraft) (guide.WordingDraft, bool, error)
	WordingDraft(ctx context.Context, target string) (guide.WordingDraft, error)
	WordingDrafts(ctx context.Context) ([]guide.WordingDraft, error)
	AskWording(ctx context.Context, target string, sequence int64, asked bool) error
	AgreeOnWording(ctx context.Context, w guide.Wording, sequence int64) error
	DropWording(ctx context.Context, who string, targets ...string) error
	MoveDraft(ctx context.Context, from, to string) error
	Wordings(ctx context.Context) ([]guide.Wording, error)
}

// Eyes are the second pair of eyes: they give the name of that person, whose PIN was
// typed, or refuse. Errors: CodeDenied, CodeStorage.
type Eyes func(ctx context.Context, author int64) (name string, err error)

// Editor does what staff do with the sentences of lessons. One person writes, and
// another one reads and agrees: nothing new is before residents by one person alone.
type Editor struct {
	Store Wordings
	Pack  *guide.Pack // the province's, without what the office lays over it
	ID    int64       // who stands at the desk
	Who   string
	Now   func() time.Time
}

// Text is a wording as it is typed.
type Text struct {
	Say    string `json:"say"`
	More   string `json:"more"`
	Source string `json:"source"` // the paper that its numbers are taken from
	Dated  string `json:"dated"`  // YYYY-MM-DD, of that paper
	From   string `json:"from"`   // YYYY-MM-DD, "" at once
}

// Place gives a place of a lesson. Errors: CodeNotFound, CodeStorage.
func (e Editor) Place(ctx context.Context, target string) (WordingView, error) {
	place, err := e.place(ctx, target)
	if err != nil {
		return WordingView{}, err
	}
	draft, err := e.Store.WordingDraft(ctx, place.Target)
	if err != nil {
		return WordingView{}, err
	}
	return e.view(ctx, place, draft)
}

// Lesson gives what an office may say of a service beside its sentences: its four
// numbers, the order of its steps, for whom each step and line is, and its drawings.
// Errors: CodeNotFound, CodeStorage.
func (e Editor) Lesson(ctx context.Context, key string) ([]WordingView, error) {
	list := []WordingView{}
	places := e.Pack.WordingPlacesOf(key)
	if len(places) == 0 {
		return list, guide.Errorf(guide.CodeNotFound, "Việc này để nguyên như tỉnh viết. Mời chọn việc khác.")
	}
	all, err := e.Store.Wordings(ctx)
	if err != nil {
		return list, err
	}
	drawings := slices.DeleteFunc(e.Pack.ScreensOf(key), func(place guide.Place) bool { return !e.offered(place) })
	for _, place := range append(places, drawings...) {
		draft, err := e.Store.WordingDraft(ctx, place.Target)
		if err != nil {
			return list, err
		}
		list = append(list, e.viewOf(place, draft, all))
	}
	return list, nil
}

// Save keeps what is typed. A sequence that is not greater than that of what is kept
// changes nothing. Errors: CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (e Editor) Save(ctx context.Context, target string, text Text, sequence int64) (SavedWordingView, error) {
	place, err := e.place(ctx, target)
	if err != nil {
		return SavedWordingView{}, err
	}
	switch {
	case guide.IsArranged(place.Target):
		text, err = e.arranged(place.Target, text)
	case guide.IsScreen(place.Target):
		text, err = e.drawnWords(place.Target, text)
	default:
		text, err = text.clean()
	}
	if err != nil {
		return SavedWordingView{}, err
	}
	if sequence < 1 || sequence > mostSequence {
		return SavedWordingView{}, guide.Errorf(guide.CodeInvalid, "Chưa lưu được câu này. Mời mở lại chỗ này rồi gõ lại.")
	}
	draft, done, err := e.Store.SaveWording(ctx, guide.WordingDraft{
		Wording:  guide.Wording{Target: place.Target, Say: text.Say, More: text.More, Source: text.Source, Dated: text.Dated, From: text.From, Author: e.Who},
		Sequence: sequence, AuthorID: e.ID,
	})
	if err != nil {
		return SavedWordingView{}, err
	}
	v, err := e.view(ctx, place, draft)
	return SavedWordingView{done, v}, err
}

// clean is what is typed as it is kept. Error: CodeInvalid.
func (t Text) clean() (_ Text, err error) {
	for _, field := range []*string{&t.Say, &t.More, &t.Source, &t.Dated, &t.From} {
		if *field, err = cleanWithin(*field, kept); err != nil {
			return t, err
		}
	}
	return t, nil
}

// mostSequence is the greatest number that a page can count on from.
const mostSequence = 1 << 52

// kept is how many letters of what is typed are kept: what is too long to be shown
// is not lost, its writer is told to shorten it.
const kept = 1000

// Ask asks a second person to read what is written, if it has no flaw. Errors:
// CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (e Editor) Ask(ctx context.Context, target string, sequence int64) (WordingView, error) {
	place, err := e.place(ctx, target)
	if err != nil {
		return WordingView{}, err
	}
	if err := e.sound(ctx, place); err != nil {
		return WordingView{}, err
	}
	if err := e.Store.AskWording(ctx, place.Target, sequence, true); err != nil {
		return WordingView{}, err
	}
	return e.Place(ctx, target)
}

// Agree puts what was asked about before residents, once a second person has read it.
// Errors: CodeDenied, CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (e Editor) Agree(ctx context.Context, target string, sequence int64, eyes Eyes) error {
	place, err := e.place(ctx, target)
	if err != nil {
		return err
	}
	if err := e.sound(ctx, place); err != nil {
		return err
	}
	draft, err := e.Store.WordingDraft(ctx, place.Target)
	if err != nil {
		return err
	}
	reader, err := eyes(ctx, draft.AuthorID)
	if err != nil {
		return err
	}
	if reader == draft.Author { // two people, of one name since somebody was renamed
		return guide.Errorf(guide.CodeDenied, "Người viết và người đọc trùng tên. Mời quản trị đổi tên một người.")
	}
	return e.Store.AgreeOnWording(ctx, guide.Wording{Target: place.Target, Words: place.Words(), Under: e.under(place, draft.Say), Approver: reader}, sequence)
}

// Return gives what was asked about back to who wrote it. Errors: CodeInvalid,
// CodeNotFound, CodeStorage, CodeDiskFull.
func (e Editor) Return(ctx context.Context, target string, sequence int64) error {
	place, err := e.place(ctx, target)
	if err != nil {
		return err
	}
	return e.Store.AskWording(ctx, place.Target, sequence, false)
}

// Drop forgets what is written and what was agreed on at a place: residents read the
// province's sentences again, which one person may do. Errors: CodeNotFound,
// CodeStorage, CodeDiskFull.
func (e Editor) Drop(ctx context.Context, target string) error {
	targets := []string{target}
	if place, err := e.Pack.WordingPlace(target); err == nil {
		targets = append([]string{place.Target}, place.Was...)
	}
	return e.Store.DropWording(ctx, e.Who, targets...)
}

// List gives all that is written and all that was agreed on and holds, what a second
// person is to read first. Errors: CodeStorage.
func (e Editor) List(ctx context.Context) ([]WordingView, error) {
	list := []WordingView{}
	drafts, err := e.Store.WordingDrafts(ctx)
	if err != nil {
		return list, err
	}
	all, err := e.Store.Wordings(ctx)
	if err != nil {
		return list, err
	}
	seen := map[string]bool{}
	add := func(target string, draft guide.WordingDraft) {
		place, err := e.Pack.WordingPlace(target)
		if err != nil { // its place is gone from the lesson
			place = guide.Place{Target: target}
		}
		if !seen[place.Target] {
			seen[place.Target] = true
			v := e.pictured(e.viewOf(place, draft, all))
			v.There = err == nil
			v.Parked = v.Parked || v.Agreed && !v.There
			list = append(list, v)
		}
	}
	for _, d := range drafts {
		add(d.Target, d)
	}
	for _, w := range latest(all) {
		add(w.Target, guide.WordingDraft{Wording: guide.Wording{Target: w.Target}})
	}
	return slices.DeleteFunc(list, func(v WordingView) bool { return !v.Writing && !v.Agreed }), nil
}

// ToRead counts what somebody has to read: what waits for a second person, and what
// the province has changed under the office's own words.
func ToRead(list []WordingView) (n int) {
	for _, v := range list {
		if v.Asked || v.Agreed && v.Parked {
			n++
		}
	}
	return n
}

// latest are the last that were agreed on at each place, unless they were taken back.
func latest(all []guide.Wording) []guide.Wording {
	var list []guide.Wording
	for i, w := range all {
		last := true
		for _, later := range all[i+1:] {
			last = last && later.Target != w.Target
		}
		if last && w.Say != "" {
			list = append(list, w)
		}
	}
	return list
}

// place finds a place by a name of it. What was begun by an earlier one goes with it.
// Errors: CodeNotFound, CodeStorage, CodeDiskFull.
func (e Editor) place(ctx context.Context, target string) (guide.Place, error) {
	place, err := e.Pack.WordingPlace(target)
	for i := len(place.Was) - 1; err == nil && i >= 0; i-- {
		err = e.Store.MoveDraft(ctx, place.Was[i], place.Target)
	}
	return place, err
}

// NewOwn is the name for one more service of the office's own under a tile. Errors:
// CodeInvalid (there are enough), CodeNotFound (no such tile), CodeStorage.
func (e Editor) NewOwn(ctx context.Context, topic string) (string, error) {
	list, err := e.List(ctx)
	if err != nil {
		return "", err
	}
	taken := make([]string, len(list))
	for i, v := range list {
		taken[i] = v.Target
	}
	return e.Pack.FreeOwn(topic, taken)
}

// sound refuses what has a flaw. Errors: CodeInvalid, CodeStorage.
func (e Editor) sound(ctx context.Context, place guide.Place) error {
	draft, err := e.Store.WordingDraft(ctx, place.Target)
	if err != nil {
		return err
	}
	all, err := e.Store.Wordings(ctx)
	if err != nil {
		return err
	}
	for _, f := range e.flaws(draft.Wording, all) {
		if !f.Warning {
			return guide.Errorf(guide.CodeInvalid, "%s %s", f.Message, f.Mend)
		}
	}
	return nil
}

// flaws are those of what is written, beside all that was ever agreed on.
func (e Editor) flaws(w guide.Wording, all []guide.Wording) []FlawView {
	list := []FlawView{}
	flaws, err := e.Pack.ReadWording(w, e.Now().Format(time.DateOnly), latest(all)...)
	if err != nil {
		return append(list, FlawView{Field: "say", Message: guide.Message(err)})
	}
	for _, f := range flaws {
		list = append(list, FlawView(f))
	}
	if guide.IsOwn(w.Target) {
		if err := guide.RoomForOwn(all, w, e.Now().Format(time.DateOnly)); err != nil {
			list = append(list, FlawView{Field: "say", Message: guide.Message(err)})
		}
	}
	switch {
	case guide.IsArranged(w.Target):
		return list
	case guide.IsScreen(w.Target):
		return e.drawnFlaws(w, list)
	}
	for _, f := range []struct{ field, text string }{{"say", w.Say}, {"more", w.More}, {"source", w.Source}} {
		if missing := picture.Missing(f.text); len(missing) > 0 {
			list = append(list, FlawView{Field: f.field, Message: guide.Sentence("Ký tự “%s” không in được lên giấy.", string(missing[:1])), Mend: "Mời bỏ ký tự này."})
		}
		if longNumber.MatchString(f.text) {
			list = append(list, FlawView{Field: f.field, Message: "Dãy số này giống số định danh hay số tài khoản.", Mend: "Mời bỏ đi: ai cũng đọc được câu này."})
		}
	}
	return list
}
