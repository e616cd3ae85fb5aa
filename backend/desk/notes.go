// Package desk is where an office writes beside the pack: notes at a service, a
// step or a line of a checklist, sentences in the place of a lesson's, and what it says
// of itself. What is saved and what residents see are two things; only a person makes
// one the other. What is not true at the office, a person takes away at once.
package desk

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Store keeps notes: office.db.
type Store interface {
	SaveDraft(ctx context.Context, n guide.Note) (guide.Note, bool, error)
	ShowDraft(ctx context.Context, n guide.Note) error
	TakeNote(ctx context.Context, target, who string) error
	Local(ctx context.Context) (guide.Local, error)
	Note(ctx context.Context, target string) (guide.Note, error)
	NoteChanges(ctx context.Context, limit int) ([]guide.NoteChange, error)
	TakeAway(ctx context.Context, a guide.Away) error
	BringBack(ctx context.Context, target, who string, seen bool) (under string, err error)
}

// Longest is how many letters a note may have: what is read in a breath, and still
// stands beside its step with the largest letters.
const Longest = 200

// mostBytes is beyond any note, however its letters are written: what is longer is
// not even looked at.
const mostBytes = 16 * Longest

// Desk does what staff do with notes.
type Desk struct {
	Store Store
	Pack  *guide.Pack // the province's, without what the office lays over it
	Who   string      // stands at the desk, "" where nobody is told apart
}

// Save keeps what staff are writing at a place. A sequence that is not greater than
// that of what is kept changes nothing: calls of the page arrive in any order, and
// two windows may stand at one place. The answer is what is kept then.
// Errors: CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) Save(ctx context.Context, target, text string, sequence int64) (SavedView, error) {
	text, err := clean(text)
	if err != nil {
		return SavedView{}, err
	}
	if sequence < 1 || sequence > mostSequence {
		return SavedView{}, guide.Errorf(guide.CodeInvalid, "Chưa lưu được ghi chú. Mời mở lại chỗ này rồi gõ lại.")
	}
	place, was, err := d.at(ctx, target)
	if err != nil {
		return SavedView{}, err
	}
	now, kept, err := d.Store.SaveDraft(ctx, guide.Note{Target: was.Target, Draft: text, Sequence: sequence, Who: d.Who})
	if err != nil {
		return SavedView{}, err
	}
	return SavedView{Kept: kept, Note: d.view(place, now)}, nil
}

// Show puts before residents what staff see at a place: the draft with that
// sequence. Errors: CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) Show(ctx context.Context, target string, sequence int64) (NoteView, error) {
	place, n, err := d.at(ctx, target)
	if err != nil {
		return NoteView{}, err
	}
	if err := d.showable(n.Draft); err != nil {
		return NoteView{}, err
	}
	err = d.Store.ShowDraft(ctx, guide.Note{Target: n.Target, Sequence: sequence, Words: place.Words(), Under: strings.Join(place.Texts, "\n"), Who: d.Who})
	if err != nil {
		return NoteView{}, err
	}
	return d.Note(ctx, target)
}

// Take takes a note away from a place, and from one that the pack has no more.
// Errors: CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) Take(ctx context.Context, target string) error {
	if _, n, err := d.at(ctx, target); err == nil {
		target = n.Target
	}
	return d.Store.TakeNote(ctx, target, d.Who)
}

// Note is what is kept at a place. Errors: CodeNotFound, CodeStorage.
func (d Desk) Note(ctx context.Context, target string) (NoteView, error) {
	place, n, err := d.at(ctx, target)
	if err != nil {
		return NoteView{}, err
	}
	v := d.view(place, n)
	if strings.HasPrefix(place.Target, flowMark) {
		v.Lessons = d.Pack.SeenIn(place.Target)
	}
	local, err := d.Store.Local(ctx)
	v.Hidden = slices.ContainsFunc(local.Away, func(a guide.Away) bool { return a.Target == place.Target && d.Pack.Holds(a) })
	return v, err
}

// at finds a place and what is kept there, under its name of today or an earlier one.
func (d Desk) at(ctx context.Context, target string) (guide.Place, guide.Note, error) {
	place, err := d.Pack.Place(target)
	if err != nil {
		return place, guide.Note{}, err
	}
	today, err := d.Store.Note(ctx, place.Target)
	if err != nil || today.Draft != "" || today.Shown != "" {
		return place, today, err
	}
	for _, was := range slices.Backward(place.Was) {
		n, err := d.Store.Note(ctx, was)
		if err != nil || n.Draft != "" || n.Shown != "" {
			return place, n, err
		}
	}
	return place, today, nil
}

// clean is a text as it is kept: one line, letters put together. Error: CodeInvalid.
func clean(text string) (string, error) { return cleanWithin(text, Longest) }

func cleanWithin(text string, most int) (string, error) {
	if len(text) > mostBytes/Longest*most {
		return "", tooLong(most)
	}
	if strings.ContainsFunc(text, strange) {
		return "", guide.Errorf(guide.CodeInvalid, "Chỗ vừa dán có ký tự lạ. Mời gõ lại.")
	}
	text = strings.Join(strings.Fields(norm.NFC.String(text)), " ")
	if utf8.RuneCountInString(text) > most {
		return "", tooLong(most)
	}
	return text, nil
}

func tooLong(most int) error {
	return guide.Errorf(guide.CodeInvalid, "Chỗ này dài quá. Mời ghi nhiều nhất %d chữ.", most)
}

// longNumber is a number of somebody: an identity, an account. Those of offices to
// call are shorter.
var longNumber = regexp.MustCompile(`\d(?:[ .-]?\d){11,}`)

// showable says what a draft lacks to be shown. Error: CodeInvalid.
func (d Desk) showable(text string) error {
	switch problem := unprintable(text); {
	case text == "":
		return guide.Errorf(guide.CodeInvalid, "Ghi chú đang trống. Mời gõ chữ trước.")
	case problem != "":
		return guide.Errorf(guide.CodeInvalid, "%s", problem)
	case !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return guide.Errorf(guide.CodeInvalid, "Ghi chú chưa có chữ nào. Mời gõ chữ trước.")
	case d.Pack.Unofficial(text) != "":
		return guide.Errorf(guide.CodeInvalid, "Trang %q không có trong danh sách trang chính thức. Mời bỏ tên trang này.", d.Pack.Unofficial(text))
	case longNumber.MatchString(text):
		return guide.Errorf(guide.CodeInvalid, "Dãy số này giống số định danh hay số tài khoản. Mời bỏ đi: ai cũng đọc được ghi chú.")
	}
	return nil
}

// unprintable says which character paper would lack, "" none.
func unprintable(text string) string {
	if missing := picture.Missing(text); len(missing) > 0 {
		return guide.Sentence("Ký tự “%s” không in được lên giấy. Mời bỏ ký tự này.", string(missing[:1]))
	}
	return ""
}

// strange says whether nobody can see a character, or tell what it is.
func strange(r rune) bool {
	return r == utf8.RuneError || !unicode.IsSpace(r) && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs)
}
