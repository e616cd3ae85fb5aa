package desk

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// DetailStore keeps what the office says of itself: office.db.
type DetailStore interface {
	OfficeDetails(ctx context.Context) ([]guide.OfficeDetail, error)
	SaveDetail(ctx context.Context, d guide.OfficeDetail) (guide.OfficeDetail, bool, error)
	ShowDetail(ctx context.Context, d guide.OfficeDetail) error
	TakeInDetails(ctx context.Context, said map[guide.Detail]string, who string) error
	OfficeChanges(ctx context.Context, limit int) ([]guide.OfficeChange, error)
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
}

// Office is the office as residents are to see it: what office.yaml says, and over
// it what is kept in the program. Of a detail the file counts where it says something
// else than when it was last taken in; a file that says nothing of it takes nothing
// away. Every top asks here, so that the window and commands see the same office.
//
// What is kept holds when the file has a mistake, and the file when nothing can be
// read of what is kept. Errors: CodeContent, with the place of the mistake; CodeStorage.
func Office(ctx context.Context, store DetailStore, dir string) (guide.Office, error) {
	file, err := content.OfficeIn(dir)
	if store == nil {
		return file, err
	}
	kept, kerr := store.OfficeDetails(ctx)
	if err == nil {
		err = kerr
	}
	return readSettings(ctx, store, nil, slog.New(slog.DiscardHandler)).lay(lay(file, kept)), err
}

func lay(file guide.Office, kept []guide.OfficeDetail) guide.Office {
	office := file
	for _, d := range kept {
		if says := file.Says(d.Name); d.Decided && (says == "" || says == d.Said) {
			office = office.Saying(d.Name, d.Shown)
		}
	}
	return office
}

// Commune is the office's own details while the kiosk is open. Safe for use by many
// goroutines; nil says nothing.
type Commune struct {
	store DetailStore
	file  guide.Office // what office.yaml said when the kiosk was opened
	now   atomic.Pointer[guide.Office]
}

// OpenCommune takes in what office.yaml says anew, and gives the details. They hold as far
// as they could be read, whatever the error. Errors: those of [Office].
func OpenCommune(ctx context.Context, store DetailStore, dir string) (*Commune, error) {
	file, err := content.OfficeIn(dir)
	c := &Commune{store: store, file: file}
	if store != nil && err == nil {
		said := map[guide.Detail]string{}
		for _, d := range guide.Details {
			said[d] = file.Says(d)
		}
		err = store.TakeInDetails(ctx, said, content.OfficeName)
	}
	var kept []guide.OfficeDetail
	var kerr error
	if store != nil {
		kept, kerr = store.OfficeDetails(ctx)
	}
	office := lay(file, kept)
	c.now.Store(&office)
	if err == nil {
		err = kerr
	}
	return c, err
}

// Office is the office as residents see it now.
func (c *Commune) Office() guide.Office {
	if c == nil {
		return guide.Office{}
	}
	return *c.now.Load()
}

// mostDetail is beyond any detail, in bytes: what is longer is not even looked at.
const mostDetail = 4096

// Save keeps what staff are writing of a detail, also where it is not right yet: the
// answer says what is wrong. A sequence that is not greater than that of what is kept
// changes nothing. Errors: CodeInvalid, CodeNotFound, CodeDenied, CodeStorage, CodeDiskFull.
func (c *Commune) Save(ctx context.Context, by By, name guide.Detail, text string, sequence int64) (SavedDetailView, error) {
	if err := by.may(name); err != nil {
		return SavedDetailView{}, err
	}
	text, err := cleanLines(text)
	if err != nil {
		return SavedDetailView{}, err
	}
	if sequence < 1 || sequence > mostSequence {
		return SavedDetailView{}, guide.Errorf(guide.CodeInvalid, "Chưa lưu được. Mời mở lại mục này rồi gõ lại.")
	}
	now, kept, err := c.store.SaveDetail(ctx, guide.OfficeDetail{Name: name, Draft: text, Sequence: sequence, Who: by.Who})
	if err != nil {
		return SavedDetailView{}, err
	}
	return SavedDetailView{Kept: kept, Detail: viewOf(now)}, nil
}

// Show puts before residents what staff see of a detail, at once: the draft with that
// sequence, also that there is none. Errors: CodeInvalid, CodeNotFound, CodeDenied,
// CodeStorage, CodeDiskFull.
func (c *Commune) Show(ctx context.Context, by By, name guide.Detail, sequence int64) (DetailView, error) {
	if err := by.may(name); err != nil {
		return DetailView{}, err
	}
	was, err := c.kept(ctx, name)
	if err != nil {
		return DetailView{}, err
	}
	if problem := wrong(name, was.Draft); problem != "" {
		return DetailView{}, guide.Errorf(guide.CodeInvalid, "%s", problem)
	}
	shown := guide.Office{}.Saying(name, was.Draft).Says(name)
	err = c.store.ShowDetail(ctx, guide.OfficeDetail{Name: name, Sequence: sequence, Shown: shown, Who: by.Who})
	if err != nil {
		return DetailView{}, err
	}
	list, err := c.store.OfficeDetails(ctx)
	if err != nil {
		return DetailView{}, err
	}
	office := lay(c.file, list)
	c.now.Store(&office)
	return viewOf(find(list, name)), nil
}

// kept is what is kept of one detail.
func (c *Commune) kept(ctx context.Context, name guide.Detail) (guide.OfficeDetail, error) {
	list, err := c.store.OfficeDetails(ctx)
	return find(list, name), err
}

func find(list []guide.OfficeDetail, name guide.Detail) guide.OfficeDetail {
	for _, d := range list {
		if d.Name == name {
			return d
		}
	}
	return guide.OfficeDetail{Name: name}
}

// By is who stands at the desk.
type By struct {
	Who  string // "" where nobody is told apart
	Role guide.Role
}

// may refuses who may not change a detail. Errors: CodeDenied, CodeNotFound.
func (b By) may(name guide.Detail) error {
	switch {
	case name.Label() == "":
		return guide.Errorf(guide.CodeNotFound, "Không có mục này trong thông tin của xã.")
	case !b.Role.May(name.Needs()):
		return guide.Errorf(guide.CodeDenied, "Mục này do quản trị sửa. Mời nhờ quản trị.")
	}
	return nil
}

// cleanLines is a text as it is kept: its lines without spaces around them, letters
// put together. Error: CodeInvalid.
func cleanLines(text string) (string, error) {
	if len(text) > mostDetail {
		return "", guide.Errorf(guide.CodeInvalid, "Mục này dài quá. Mời rút ngắn lại.")
	}
	if strings.ContainsFunc(text, strange) {
		return "", guide.Errorf(guide.CodeInvalid, "Mục này có ký tự lạ. Mời gõ lại chỗ vừa dán.")
	}
	lines := strings.Split(norm.NFC.String(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n"), nil
}

// wrong says what is wrong with a detail, with what to do; "" nothing. The same
// checks hold as for office.yaml.
func wrong(name guide.Detail, text string) string {
	office := guide.Office{}.Saying(name, text)
	printed := office.Says(name)
	if wifi := office.WiFi; wifi != nil {
		err := wifi.Check()
		if err == nil {
			_, err = qr.ForOffice(office)
		}
		if err != nil {
			return guide.Message(err)
		}
		printed = wifi.Name
	}
	for _, p := range office.Problems() {
		return p.Message + " " + p.Mend
	}
	return unprintable(printed)
}
