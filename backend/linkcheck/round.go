package linkcheck

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// Store keeps rounds, verdicts and addresses: office.db.
type Store interface {
	BeginSitting(ctx context.Context, who string) (int64, error)
	Sitting(ctx context.Context, id int64) (guide.Sitting, error)
	SetControl(ctx context.Context, sitting int64, found guide.Found) error
	KeepLinkCheck(ctx context.Context, c guide.LinkCheck) (int64, error)
	UndoLinkCheck(ctx context.Context, sitting int64) (string, error)
	SetLinkAddress(ctx context.Context, a guide.LocalAddress) error
	DropLinkAddress(ctx context.Context, link string) error
	LocalLinks(ctx context.Context) (guide.LocalLinks, error)
}

// maxName is how long a name of staff may be, in letters.
const maxName = 40

// openFor is how long a round stays open: a working day.
const openFor = 12 * time.Hour

// Desk does what staff do with links.
type Desk struct {
	Store Store
	Pack  *guide.Pack // the province's, without what the office knows
	Now   func() time.Time
}

// Begin begins a round. Errors: CodeInvalid, CodeStorage, CodeDiskFull.
func (d Desk) Begin(ctx context.Context, who string) (int64, error) {
	who = strings.Join(strings.Fields(who), " ")
	switch {
	case who == "":
		return 0, guide.Errorf(guide.CodeInvalid, "Mời ghi tên người kiểm tra.")
	case utf8.RuneCountInString(who) > maxName:
		return 0, guide.Errorf(guide.CodeInvalid, "Tên dài quá. Mời ghi nhiều nhất %d chữ.", maxName)
	case strings.ContainsFunc(who, func(r rune) bool { return !unicode.IsPrint(r) || r == '<' || r == '>' || r == utf8.RuneError }):
		return 0, guide.Errorf(guide.CodeInvalid, "Tên có ký tự lạ. Mời gõ lại.")
	}
	return d.Store.BeginSitting(ctx, who)
}

// Control keeps what the control code showed. Errors: CodeInvalid, CodeNotFound,
// CodeStorage, CodeDiskFull.
func (d Desk) Control(ctx context.Context, sitting int64, opened bool) error {
	if _, err := d.open(ctx, sitting); err != nil {
		return err
	}
	found := guide.FoundShut
	if opened {
		found = guide.FoundRight
	}
	return d.Store.SetControl(ctx, sitting, found)
}

// open gives a round that is still open.
func (d Desk) open(ctx context.Context, sitting int64) (guide.Sitting, error) {
	s, err := d.Store.Sitting(ctx, sitting)
	if err != nil {
		return s, err
	}
	now := d.Now()
	begun, err := time.ParseInLocation("2006-01-02 15:04", s.Begun, now.Location())
	if err != nil || now.Sub(begun) > openFor || begun.Sub(now) > openFor {
		return s, guide.Errorf(guide.CodeInvalid, "Đợt kiểm tra này đã cũ. Mời bắt đầu đợt khác.")
	}
	return s, nil
}

// Verdict is what a person says of a link.
type Verdict struct {
	Sitting int64        `json:"sitting"`
	Link    string       `json:"link"`
	URL     string       `json:"url"` // the address that was on the glass
	Found   guide.Found  `json:"found"`
	Reader  guide.Reader `json:"reader"`
	Sure    bool         `json:"sure"` // they were asked about the earlier verdict
}

// Judge keeps a verdict. One that contradicts the last of an earlier round is not
// kept before they are asked once: asks is then that verdict. Errors: CodeInvalid,
// CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) Judge(ctx context.Context, v Verdict) (asks *guide.LinkCheck, err error) {
	s, err := d.open(ctx, v.Sitting)
	if err != nil {
		return nil, err
	}
	if err := answerable(s, v); err != nil {
		return nil, err
	}
	local, err := d.Store.LocalLinks(ctx)
	if err != nil {
		return nil, err
	}
	link, err := d.Pack.WithLinks(local).Link(v.Link)
	if err != nil {
		return nil, err
	}
	if link.URL != v.URL { // the content was replaced meanwhile, or the address
		return nil, guide.Errorf(guide.CodeInvalid, "Địa chỉ này vừa đổi. Mời quét lại mã mới.")
	}
	if earlier := contradicted(local.Checks, v); earlier != nil && !v.Sure {
		return earlier, nil
	}
	_, err = d.Store.KeepLinkCheck(ctx, guide.LinkCheck{Sitting: v.Sitting, Link: v.Link, URL: v.URL, Found: v.Found, Reader: v.Reader})
	return nil, err
}

// answerable says what a verdict lacks. Error: CodeInvalid.
func answerable(s guide.Sitting, v Verdict) error {
	switch v.Found {
	case guide.FoundRight, guide.FoundWrong, guide.FoundShut:
	default:
		return guide.Errorf(guide.CodeInvalid, "Mời chọn đúng trang, sai trang, hoặc không mở được.")
	}
	switch v.Reader {
	case guide.ReaderAndroid, guide.ReaderIPhone, guide.ReaderZalo:
	default:
		return guide.Errorf(guide.CodeInvalid, "Mời chọn loại điện thoại đã quét.")
	}
	if s.Control == "" {
		return guide.Errorf(guide.CodeInvalid, "Mời quét mã thử trước.")
	}
	return nil
}

// contradicted is the newest verdict of an earlier round on this address, if it
// says the opposite. That a page does not open contradicts nothing.
func contradicted(checks []guide.LinkCheck, v Verdict) *guide.LinkCheck {
	if v.Found == guide.FoundShut {
		return nil
	}
	for i := len(checks) - 1; i >= 0; i-- {
		c := checks[i]
		if c.Link != v.Link || c.URL != v.URL || c.Found == guide.FoundShut {
			continue
		}
		if c.Sitting == v.Sitting || c.Found == v.Found {
			return nil
		}
		return &c
	}
	return nil
}

// Undo takes back the last verdict of a round and gives its link, "" when there is
// none left. Errors: CodeInvalid, CodeNotFound, CodeStorage, CodeDiskFull.
func (d Desk) Undo(ctx context.Context, sitting int64) (string, error) {
	if _, err := d.open(ctx, sitting); err != nil {
		return "", err
	}
	return d.Store.UndoLinkCheck(ctx, sitting)
}

// Try looks at an address that staff have pasted for a link: whether it is on an
// official host, and not the one the link already has. It gives the address as it
// will be used. Errors: CodeInvalid, CodeNotFound, CodeUnofficial.
func (d Desk) Try(ctx context.Context, link, pasted string) (guide.Link, error) {
	url := strings.TrimSpace(pasted)
	local, err := d.Store.LocalLinks(ctx)
	if err != nil {
		return guide.Link{}, err
	}
	l, err := d.Pack.WithLinks(local).Link(link)
	if err != nil {
		return guide.Link{}, err
	}
	if _, err := guide.Official(url, d.Pack.Hosts); err != nil {
		return guide.Link{}, err
	}
	if url == l.URL {
		return guide.Link{}, guide.Errorf(guide.CodeInvalid, "Đây là địa chỉ đang dùng. Mời dán địa chỉ mới.")
	}
	l.URL = url
	return l, nil
}

// Use puts a pasted address in the place of a link's own, once a person has opened
// it by its code and found the right page, which is kept as a verdict on it.
// Errors: as of Try, CodeStorage, CodeDiskFull.
func (d Desk) Use(ctx context.Context, v Verdict) error {
	s, err := d.open(ctx, v.Sitting)
	if err != nil {
		return err
	}
	if err := answerable(s, v); err != nil {
		return err
	}
	if v.Found != guide.FoundRight {
		return guide.Errorf(guide.CodeInvalid, "Chỉ dùng địa chỉ mới khi đã quét và thấy đúng trang.")
	}
	l, err := d.Try(ctx, v.Link, v.URL)
	if err != nil {
		return err
	}
	own, err := d.Pack.Link(v.Link)
	if err != nil {
		return err
	}
	if l.URL == own.URL { // back to the province's own
		err = d.Store.DropLinkAddress(ctx, v.Link)
	} else {
		err = d.Store.SetLinkAddress(ctx, guide.LocalAddress{Link: v.Link, URL: l.URL, Who: s.Who, Edition: d.Pack.Info.Edition})
	}
	if err != nil {
		return err
	}
	v.URL, v.Sure = l.URL, true
	_, err = d.Judge(ctx, v)
	return err
}

// Drop goes back to the province's address of a link. Errors: CodeNotFound,
// CodeStorage, CodeDiskFull.
func (d Desk) Drop(ctx context.Context, link string) error {
	if _, err := d.Pack.Link(link); err != nil {
		return err
	}
	return d.Store.DropLinkAddress(ctx, link)
}
