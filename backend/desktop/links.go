package desktop

import (
	"context"
	"crypto/rand"
	"slices"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/sqlite"
)

// LinksView is what staff begin a round of checking links with.
type LinksView struct {
	Control *LinkView  `json:"control"` // the page that is known to be good; null: the pack names none
	Links   []LinkView `json:"links"`   // those to check next, in order
	Own     int        `json:"own"`     // how many of them are this kiosk's own, this week
	Left    int        `json:"left"`    // how many there are in all
	Who     []string   `json:"who"`     // who checked here before, the latest first
	Changed []LinkView `json:"changed"` // those found broken, and those with an address of the office's own
}

// LinkView is one link, and what its page must say.
type LinkView struct {
	Key     string `json:"key"`
	URL     string `json:"url"`
	Title   string `json:"title"`   // what must stand on the page
	Code    string `json:"code"`    // the procedure's code, ""
	Kind    string `json:"kind"`    // portal, web, android, ios, search
	Shown   bool   `json:"shown"`   // residents get it; else it stands in when another fails
	State   string `json:"state"`   // never, ok, broken
	Checked string `json:"checked"` // YYYY-MM-DD of the last verdict that counted, ""
	Who     string `json:"who"`     // whose it was, ""
	Local   bool   `json:"local"`   // the address is the office's own
	Own     bool   `json:"own"`     // this kiosk's own, this week
}

// LinkCodeView is a link with its code, large.
type LinkCodeView struct {
	Link LinkView `json:"link"`
	Code CodeView `json:"code"`
}

// LinkVerdict is what a person saw.
type LinkVerdict struct {
	Sitting int    `json:"sitting"`
	Link    string `json:"link"`
	URL     string `json:"url"`    // that was on the glass
	Found   string `json:"found"`  // right, wrong, shut
	Reader  string `json:"reader"` // android, iphone, zalo
	Sure    bool   `json:"sure"`   // they were asked about the earlier verdict
}

// JudgedView says what became of a verdict: while Found is not "", an earlier one
// says the opposite, and nothing was kept.
type JudgedView struct {
	Found string `json:"found"` // the earlier verdict
	Day   string `json:"day"`   // YYYY-MM-DD
	Who   string `json:"who"`
}

// linkRound is how many links are sent at once: ten minutes' work.
const linkRound = 30

// settingKiosk is the lasting name of this kiosk, by which it gets links of its own.
const settingKiosk = "kiosk"

// relink lays what the office knows of its links over the pack.
func (o *office) relink(ctx context.Context, db *sqlite.DB) error {
	local, err := db.LocalLinks(ctx)
	if err == nil {
		o.content.WithLinks(local)
	}
	return err
}

// checking runs staff's work with links while the door is open, and lays what came
// of it over the pack. Days go by the PC's clock, as in office.db. Error: CodeDenied.
func checking[T any](s *Staff, method string, do func(ctx context.Context, d linkcheck.Desk) (T, error)) (T, error) {
	return authorised(s, method, func(ctx context.Context, db *sqlite.DB) (T, error) {
		pack, err := s.content.Bare()
		if err != nil {
			var none T
			return none, err
		}
		done, err := do(ctx, linkcheck.Desk{Store: db, Pack: pack, Now: time.Now})
		if err != nil {
			return done, err
		}
		return done, s.relink(ctx, db)
	})
}

// Links says which links to check next.
func (s *Staff) Links() (LinksView, error) {
	return authorised(s, "Links", func(ctx context.Context, db *sqlite.DB) (LinksView, error) {
		view := LinksView{Links: []LinkView{}, Who: []string{}, Changed: []LinkView{}}
		pack, err := s.content.Pack()
		if err != nil {
			return view, err
		}
		local, err := db.LocalLinks(ctx)
		if err != nil {
			return view, err
		}
		opened, err := db.Opened(ctx, linkcheck.StaleAfter)
		if err != nil {
			return view, err
		}
		kiosk, err := kioskName(ctx, db)
		if err != nil {
			return view, err
		}
		queue := linkcheck.Known{Pack: pack, Checks: local.Checks, Opened: opened, Kiosk: kiosk, Now: time.Now()}.Queue()
		for _, l := range queue {
			if l.Own {
				view.Own++
			}
			if len(view.Links) < linkRound {
				view.Links = append(view.Links, linkView(l.Link, l.Expected, l.Own))
			}
		}
		view.Left = len(queue)
		expected := pack.Expect()
		for _, l := range pack.Links {
			if e := expected[l.Key]; e.Service != "" && (l.Local || l.State == guide.LinkBroken) {
				view.Changed = append(view.Changed, linkView(l, e, false))
			}
		}
		if l, err := pack.Link(pack.Info.Control); err == nil {
			control := s.controlView(pack, l)
			view.Control = &control
		}
		for _, c := range slices.Backward(local.Checks) {
			if !slices.Contains(view.Who, c.Who) && len(view.Who) < 4 {
				view.Who = append(view.Who, c.Who)
			}
		}
		return view, nil
	})
}

func linkView(l guide.Link, e guide.Expected, own bool) LinkView {
	state := l.State
	if state == "" {
		state = guide.LinkNever
	}
	return LinkView{
		Key: l.Key, URL: l.URL, Title: e.Title, Code: e.Code, Kind: e.Name, Shown: e.Shown,
		State: state, Checked: l.Checked, Who: l.Who, Local: l.Local, Own: own,
	}
}

// controlView is the control code's link: its host's name must stand on the page.
func (s *Staff) controlView(pack *guide.Pack, l guide.Link) LinkView {
	e := guide.Expected{Name: guide.LinkWeb}
	if host, err := guide.Official(l.URL, pack.Hosts); err == nil {
		e.Title = host.Name
	}
	return linkView(l, e, false)
}

// kioskName is the lasting name of this kiosk, made by lot when it is first asked for.
func kioskName(ctx context.Context, db *sqlite.DB) (string, error) {
	name, err := db.Setting(ctx, settingKiosk)
	if err == nil && name == "" {
		name = rand.Text()
		err = db.SetSetting(ctx, settingKiosk, name)
	}
	return name, err
}

// LinkCode gives a link with its code. Errors: CodeNotFound, CodeUnofficial,
// CodeUnverified.
func (s *Staff) LinkCode(key string) (LinkCodeView, error) {
	return authorised(s, "LinkCode", func(context.Context, *sqlite.DB) (LinkCodeView, error) {
		pack, err := s.content.Pack()
		if err != nil {
			return LinkCodeView{}, err
		}
		l, err := pack.Link(key)
		if err != nil {
			return LinkCodeView{}, err
		}
		if key == pack.Info.Control {
			return s.linkCode(pack, l, s.controlView(pack, l))
		}
		return s.linkCode(pack, l, linkView(l, pack.Expect()[key], false))
	})
}

func (s *Staff) linkCode(pack *guide.Pack, l guide.Link, view LinkView) (LinkCodeView, error) {
	symbol, host, err := qr.ForLink(l, pack.Hosts, codeSizeMM)
	if err != nil {
		return LinkCodeView{}, err
	}
	return LinkCodeView{view, CodeView{
		Link: view.Kind, URL: l.URL, Host: guide.HostOf(l.URL), HostName: host.Name, Size: symbol.Size() + 2*qr.QuietZone, Path: symbol.Path(),
	}}, nil
}

// BeginLinks begins a round of checking links and gives its number. Error: CodeInvalid.
func (s *Staff) BeginLinks(who string) (int, error) {
	return checking(s, "BeginLinks", func(ctx context.Context, d linkcheck.Desk) (int, error) {
		id, err := d.Begin(ctx, who)
		return int(id), err
	})
}

// LinksControl keeps whether the control code opened. Error: CodeInvalid.
func (s *Staff) LinksControl(sitting int, opened bool) error {
	_, err := checking(s, "LinksControl", func(ctx context.Context, d linkcheck.Desk) (struct{}, error) {
		return struct{}{}, d.Control(ctx, int64(sitting), opened)
	})
	return err
}

// JudgeLink keeps what a person saw; residents get what follows from it at once.
// Errors: CodeInvalid, CodeNotFound.
func (s *Staff) JudgeLink(v LinkVerdict) (JudgedView, error) {
	return checking(s, "JudgeLink", func(ctx context.Context, d linkcheck.Desk) (JudgedView, error) {
		asks, err := d.Judge(ctx, v.verdict())
		if err != nil || asks == nil {
			return JudgedView{}, err
		}
		return JudgedView{string(asks.Found), asks.Day(), asks.Who}, nil
	})
}

func (v LinkVerdict) verdict() linkcheck.Verdict {
	return linkcheck.Verdict{
		Sitting: int64(v.Sitting), Link: v.Link, URL: v.URL, Found: guide.Found(v.Found), Reader: guide.Reader(v.Reader), Sure: v.Sure,
	}
}

// UndoLink takes back the round's last verdict and gives its link, "" when there is
// none left. Error: CodeInvalid.
func (s *Staff) UndoLink(sitting int) (string, error) {
	return checking(s, "UndoLink", func(ctx context.Context, d linkcheck.Desk) (string, error) { return d.Undo(ctx, int64(sitting)) })
}

// TryAddress gives the code of an address that staff have pasted for a link.
// Errors: CodeInvalid, CodeNotFound, CodeUnofficial, CodeUnverified.
func (s *Staff) TryAddress(link, pasted string) (LinkCodeView, error) {
	return checking(s, "TryAddress", func(ctx context.Context, d linkcheck.Desk) (LinkCodeView, error) {
		l, err := d.Try(ctx, link, pasted)
		if err != nil {
			return LinkCodeView{}, err
		}
		return s.linkCode(d.Pack, l, linkView(l, d.Pack.Expect()[link], false))
	})
}

// UseAddress puts a pasted address in the place of a link's own, once a person has
// found the right page there. Errors: CodeInvalid, CodeNotFound, CodeUnofficial.
func (s *Staff) UseAddress(v LinkVerdict) error {
	_, err := checking(s, "UseAddress", func(ctx context.Context, d linkcheck.Desk) (struct{}, error) {
		return struct{}{}, d.Use(ctx, v.verdict())
	})
	return err
}

// DropAddress goes back to the province's address of a link. Error: CodeNotFound.
func (s *Staff) DropAddress(link string) error {
	_, err := checking(s, "DropAddress", func(ctx context.Context, d linkcheck.Desk) (struct{}, error) { return struct{}{}, d.Drop(ctx, link) })
	return err
}
