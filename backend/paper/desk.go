package paper

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
)

// What the print desk shows, as the page gets it.

// Supply is what paper there is, and how much may be ordered at once.
type Supply struct {
	Layouts       []handout.Look `json:"layouts"`      // the smallest first
	HamletLayout  handout.Layout `json:"hamletLayout"` // what every household of a hamlet gets
	MaxCopies     int            `json:"maxCopies"`
	MaxHouseholds int            `json:"maxHouseholds"`
	MaxHamletName int            `json:"maxHamletName"` // letters
	Often         []Favourite    `json:"often"`         // what was put on paper most of late, the most first
}

// Favourite is a service that the desk often prints.
type Favourite struct {
	Key   string `json:"key"`
	Title string `json:"title"`
}

// Preview is one page of a job, and how many there will be.
type Preview struct {
	SVG   string `json:"svg"`
	Page  int    `json:"page"` // from 1
	Pages int    `json:"pages"`
	Cells int    `json:"cells"` // places on a sheet
	// Minutes a pack for a hamlet takes on an office printer; 0 for the rest.
	Minutes int `json:"minutes"`
	// Warnings are what the paper will lack, a Vietnamese sentence each.
	Warnings []string `json:"warnings"`
}

// Printing is what the desk can print on.
type Printing struct {
	Printers []Choice `json:"printers"` // the system's default first
	// Chosen is the name of the desk's own printer: the one it printed on last,
	// before that the system's default; "": somebody has to choose.
	Chosen string `json:"chosen"`
	Gone   string `json:"gone"` // the desk's printer, as people know it, when it is no longer there
	// Problem says in Vietnamese why no printer can be asked for, "" if nothing is wrong.
	Problem string `json:"problem"`
}

// Choice is one printer. Reason says in Vietnamese why it cannot print now.
type Choice struct {
	Name   string `json:"name"`  // the system's
	About  string `json:"about"` // what people call it
	Ready  bool   `json:"ready"`
	Reason string `json:"reason"`
}

// Made is something that was put on paper.
type Made struct {
	ID       int           `json:"id"`
	Made     string        `json:"made"` // YYYY-MM-DD HH:MM
	Layout   string        `json:"layout"`
	Hamlet   string        `json:"hamlet"` // whose pack it was, ""
	Place    string        `json:"place"`  // the printer or the folder, "" if it is not known
	Copies   int           `json:"copies"` // of each service; where they differ, the most
	Pages    int           `json:"pages"`
	Edition  int           `json:"edition"`
	Printed  bool          `json:"printed"` // false: saved as a file
	Retired  string        `json:"retired"` // day it was replaced, ""
	Outdated bool          `json:"outdated"`
	Services []MadeService `json:"services"`
}

// MadeService is one service of what was made; Why is empty while it is true.
type MadeService struct {
	Key    string   `json:"key"`
	Title  string   `json:"title"`
	Copies int      `json:"copies"`
	Why    []string `json:"why"`
}

// Left is a job that was stopped, failed or cut off.
type Left struct {
	Title   string `json:"title"`   // "": there is none
	Begun   string `json:"begun"`   // YYYY-MM-DD HH:MM
	Printed bool   `json:"printed"` // false: to be saved as a file
	Place   string `json:"place"`   // the printer or the folder
	Pages   int    `json:"pages"`
	Done    int    `json:"done"` // pages known to be out
}

const (
	// chosenPrinter is the setting with the desk's printer: its name for the
	// system and, on a line of its own, for people.
	chosenPrinter = string(guide.SettingPrinter)
	// oftenDays is how far back is looked for what the desk often prints, and
	// most how much of it is offered.
	oftenDays, oftenMost = 7, 6
	// historyLooked is how many batches the desk lists.
	historyLooked = 200
)

// Supply says what paper there is. Errors: those of reading the content,
// CodeStorage.
func (p *Press) Supply(ctx context.Context) (Supply, error) {
	s := Supply{
		HamletLayout: handout.HamletLayout, MaxCopies: handout.MaxCopies, MaxHouseholds: handout.MaxHouseholds,
		MaxHamletName: handout.MaxHamletName,
	}
	for _, l := range handout.Layouts {
		s.Layouts = append(s.Layouts, l.Look())
	}
	var err error
	s.Often, err = p.often(ctx)
	return s, err
}

// often lists what was put on paper in the last days, by how many batches had
// it. What the content no longer has is left out.
func (p *Press) often(ctx context.Context) ([]Favourite, error) {
	list := []Favourite{}
	pack, err := p.o.Pack()
	if err != nil {
		return list, err
	}
	batches, err := p.o.Store.Batches(ctx, historyLooked)
	if err != nil {
		return list, err
	}
	since := p.o.Now().AddDate(0, 0, -oftenDays).Format("2006-01-02")
	times := map[string]int{}
	for _, b := range batches { // the newest first, and so among equals
		if b.Made < since {
			break
		}
		for _, s := range b.Services {
			if times[s.Service]++; times[s.Service] > 1 {
				continue
			}
			if service, err := pack.Service(s.Service); err == nil {
				list = append(list, Favourite{Key: s.Service, Title: service.Title})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Favourite) int { return cmp.Compare(times[b.Key], times[a.Key]) })
	return list[:min(len(list), oftenMost)], nil
}

// Preview lays out one page of what would be printed, counted from 1; a page
// that is not there becomes the last one. Errors: those of [Make], CodeContent.
func (p *Press) Preview(o Order, page int) (Preview, error) {
	job, err := p.Make(o)
	if err != nil {
		return Preview{}, err
	}
	at := max(1, min(page, job.pages.Count()))
	laid, err := job.pages.Page(at)
	if err != nil {
		return Preview{}, err
	}
	return Preview{
		SVG: string(laid.SVG(job.Title)), Page: at, Pages: job.pages.Count(), Cells: job.Layout().Cells(), Minutes: job.Minutes(),
		Warnings: append([]string{}, job.Warnings...),
	}, nil
}

// Printing says what the desk can print on. No printer is no error: the page
// offers to save instead.
func (p *Press) Printing(ctx context.Context) Printing {
	v := Printing{Printers: []Choice{}}
	found, err := p.o.Printers.List(ctx)
	if err != nil {
		p.o.Log.Info("no printers", "err", err)
		v.Problem = guide.Message(err)
	}
	for _, one := range found {
		v.Printers = append(v.Printers, Choice{Name: one.Name, About: calledOr(one), Ready: one.Ready(), Reason: one.Reason})
	}
	kept, err := p.o.Store.Setting(ctx, chosenPrinter)
	if err != nil {
		p.o.Log.Warn("the desk's printer is not known", "err", err)
	}
	name, about, _ := strings.Cut(kept, "\n")
	switch {
	case slices.ContainsFunc(found, func(one printer.Printer) bool { return one.Name == name }):
		v.Chosen = name
	case name != "":
		v.Gone = cmp.Or(about, name)
	case len(found) > 0 && found[0].Default && found[0].Ready():
		v.Chosen = found[0].Name
	}
	return v
}

// remember keeps the printer that the desk prints on.
func (p *Press) remember(ctx context.Context, name string) {
	if name == "" {
		return
	}
	if err := p.o.Store.SetSetting(ctx, chosenPrinter, name+"\n"+p.about(ctx, name)); err != nil {
		p.o.Log.Warn("the desk's printer is not remembered", "err", err)
	}
}

// called is the printer or the folder of a job as people know it.
func (p *Press) called(ctx context.Context, note guide.Unfinished) string {
	if note.Way == guide.Printed {
		return p.about(ctx, note.Place)
	}
	if name := filepath.Base(note.Place); name != string(filepath.Separator) { // a stick may be a drive of its own
		return name
	}
	return note.Place
}

// about is what people call a printer, "" being the default one: its name where
// nothing else is known.
func (p *Press) about(ctx context.Context, name string) string {
	found, err := p.o.Printers.List(ctx)
	if err != nil {
		return name
	}
	for i, one := range found {
		if one.Name == name || name == "" && i == 0 {
			return calledOr(one)
		}
	}
	return name
}

func calledOr(one printer.Printer) string { return cmp.Or(one.About, one.Name) }

// History lists what was put on paper, the newest first, with what has to be
// replaced. Errors: those of reading the content, CodeStorage.
func (p *Press) History(ctx context.Context) ([]Made, error) {
	list := []Made{}
	pack, err := p.o.Pack()
	if err != nil {
		return list, err
	}
	batches, err := p.o.Store.Batches(ctx, historyLooked)
	for _, b := range batches {
		m := Made{
			ID: int(b.ID), Made: b.Made, Layout: b.Layout, Hamlet: b.Hamlet, Place: b.Place, Copies: b.Copies, Pages: b.Pages, Edition: b.Edition,
			Printed: b.Way == guide.Printed, Retired: b.Retired, Services: []MadeService{},
		}
		for _, s := range b.Services {
			now := ""
			if service, err := pack.Service(s.Service); err == nil {
				now = ours(Setting{Pack: pack, Office: p.o.Office()}, service, handout.Layout(b.Layout))
			}
			why := append([]string{}, pack.Outdated(s, now)...)
			m.Outdated = m.Outdated || len(why) > 0 && b.Retired == ""
			m.Services = append(m.Services, MadeService{Key: s.Service, Title: s.Title, Copies: cmp.Or(s.Copies, b.Copies), Why: why})
		}
		list = append(list, m)
	}
	return list, err
}

// ToReplace is how much of what was made is no longer true, and still in people's hands.
func ToReplace(list []Made) (n int) {
	for _, m := range list {
		if m.Outdated {
			n++
		}
	}
	return n
}

// Left is the job that was stopped, failed or cut off; its title is empty when
// there is none. Error: CodeStorage.
func (p *Press) Left(ctx context.Context) (Left, error) {
	job, ok, err := p.Unfinished(ctx)
	if err != nil || !ok {
		return Left{}, err
	}
	return Left{
		Title: job.Title, Begun: job.Begun, Printed: job.Way == guide.Printed, Place: p.called(ctx, job), Pages: job.Pages, Done: job.Done,
	}, nil
}
