package linkcheck

import (
	"context"
	"crypto/rand"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// View is what staff begin a round of checking links with.
type View struct {
	Control *LinkView  `json:"control"` // the page that is known to be good; null: the pack names none
	Links   []LinkView `json:"links"`   // those to check next, in order
	Own     int        `json:"own"`     // how many of them are this kiosk's own, this week
	Left    int        `json:"left"`    // how many there are in all
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

// CodeView is a link with its code, to be shown large.
type CodeView struct {
	Link LinkView `json:"link"`
	Host string   `json:"host"` // dichvucong.gov.vn
	Size int      `json:"size"` // side in modules, quiet zone included
	Path string   `json:"path"` // SVG path in a viewBox of 0 0 Size Size
}

// AskedView says what became of a verdict: while Found is not "", an earlier one
// says the opposite, and nothing was kept.
type AskedView struct {
	Found guide.Found `json:"found"` // the earlier verdict
	Day   string      `json:"day"`   // YYYY-MM-DD
	Who   string      `json:"who"`
}

// Asked is the view of what [Desk.Judge] gives.
func Asked(earlier *guide.LinkCheck) AskedView {
	if earlier == nil {
		return AskedView{}
	}
	return AskedView{earlier.Found, earlier.Day(), earlier.Who}
}

const (
	sent        = 30      // how many links are sent at once: ten minutes' work
	codeMM      = 100     // how large a code is on the glass
	settingName = "kiosk" // the lasting name of this kiosk, by which it gets links of its own
)

// Office is what [Desk.View] needs of office.db beyond the store.
type Office interface {
	Opened(ctx context.Context, days int) (map[string]int, error)
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
}

// View says which links to check next. Errors: CodeStorage, CodeDiskFull.
func (d Desk) View(ctx context.Context, office Office) (View, error) {
	view := View{Links: []LinkView{}, Changed: []LinkView{}}
	local, err := d.Store.LocalLinks(ctx)
	if err != nil {
		return view, err
	}
	opened, err := office.Opened(ctx, StaleAfter)
	if err != nil {
		return view, err
	}
	kiosk, err := kioskName(ctx, office)
	if err != nil {
		return view, err
	}
	pack := d.Pack.WithLinks(local)
	queue := Known{Pack: pack, Checks: local.Checks, Opened: opened, Kiosk: kiosk, Now: d.Now()}.Queue()
	for _, l := range queue {
		if l.Own {
			view.Own++
		}
		if len(view.Links) < sent {
			view.Links = append(view.Links, viewOf(l.Link, l.Expected, l.Own))
		}
	}
	view.Left = len(queue)
	expected := pack.Expect()
	for _, l := range pack.Links {
		if e := expected[l.Key]; e.Service != "" && (l.Local || l.State == guide.LinkBroken) {
			view.Changed = append(view.Changed, viewOf(l, e, false))
		}
	}
	if l, err := pack.Link(pack.Info.Control); err == nil {
		control := controlOf(pack, l)
		view.Control = &control
	}
	return view, nil
}

func viewOf(l guide.Link, e guide.Expected, own bool) LinkView {
	state := l.State
	if state == "" {
		state = guide.LinkNever
	}
	return LinkView{
		Key: l.Key, URL: l.URL, Title: e.Title, Code: e.Code, Kind: e.Name, Shown: e.Shown,
		State: state, Checked: l.Checked, Who: l.Who, Local: l.Local, Own: own,
	}
}

// controlOf is the control code's link: the name of its host must stand on the page.
func controlOf(pack *guide.Pack, l guide.Link) LinkView {
	e := guide.Expected{Name: guide.LinkWeb}
	if host, err := guide.Official(l.URL, pack.Hosts); err == nil {
		e.Title = host.Name
	}
	return viewOf(l, e, false)
}

// kioskName is the lasting name of this kiosk, made by lot when it is first asked for.
func kioskName(ctx context.Context, office Office) (string, error) {
	name, err := office.Setting(ctx, settingName)
	if err == nil && name == "" {
		name = rand.Text()
		err = office.SetSetting(ctx, settingName, name)
	}
	return name, err
}

// Code gives a link with its code. Errors: CodeNotFound, CodeUnofficial,
// CodeUnverified, CodeStorage.
func (d Desk) Code(ctx context.Context, key string) (CodeView, error) {
	local, err := d.Store.LocalLinks(ctx)
	if err != nil {
		return CodeView{}, err
	}
	pack := d.Pack.WithLinks(local)
	l, err := pack.Link(key)
	if err != nil {
		return CodeView{}, err
	}
	if key == pack.Info.Control {
		return codeOf(pack, l, controlOf(pack, l))
	}
	return codeOf(pack, l, viewOf(l, pack.Expect()[key], false))
}

// TryCode gives the code of an address that staff have pasted for a link. Errors:
// as of Try, CodeUnverified.
func (d Desk) TryCode(ctx context.Context, link, pasted string) (CodeView, error) {
	l, err := d.Try(ctx, link, pasted)
	if err != nil {
		return CodeView{}, err
	}
	return codeOf(d.Pack, l, viewOf(l, d.Pack.Expect()[link], false))
}

func codeOf(pack *guide.Pack, l guide.Link, view LinkView) (CodeView, error) {
	symbol, _, err := qr.ForLink(l, pack.Hosts, codeMM)
	if err != nil {
		return CodeView{}, err
	}
	return CodeView{view, guide.HostOf(l.URL), symbol.Size() + 2*qr.QuietZone, symbol.Path()}, nil
}
