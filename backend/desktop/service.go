package desktop

import (
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// What is known of a service: its view, and how the domain becomes it.

// ServiceView is a service's page.
type ServiceView struct {
	Key       string         `json:"key"`
	Kind      string         `json:"kind"`
	Code      string         `json:"code"`
	Title     string         `json:"title"`
	Official  string         `json:"official"` // official name, always Vietnamese; "" for apps and tasks
	Topic     TopicView      `json:"topic"`
	Picture   string         `json:"picture"` // its pictogram or its topic's, as SVG text
	Summary   string         `json:"summary"`
	Decides   string         `json:"decides"`
	Advice    string         `json:"advice"` // online, office, either, ask
	Why       string         `json:"why"`
	Fee       *ClaimView     `json:"fee"`      // null: ask staff
	Time      *ClaimView     `json:"time"`     // null: ask staff
	Deadline  *ClaimView     `json:"deadline"` // by when it must be done, in a few words; null: no source says
	Short     string         `json:"short"`    // the title where there is little room
	Place     string         `json:"place"`    // the office one comes to in person: "desk" is that of the kiosk; "": not said in few words
	Hotline   *ClaimView     `json:"hotline"`
	Bring     []ItemView     `json:"bring"`     // the whole checklist, what everybody brings first; empty: ask staff
	Questions int            `json:"questions"` // on the longest way through the lesson
	Watch     []LineView     `json:"watch"`
	NoPaper   *ClaimView     `json:"noPaper"`   // taken on the network only, since when and what to do; or null
	Emergency *EmergencyView `json:"emergency"` // null: an ordinary service
	Sure      string         `json:"sure"`      // full, record, name-only, verified, unverified, general
	Sources   []SourceView   `json:"sources"`
	Checked   string         `json:"checked"`
	Guide     bool           `json:"guide"`     // "Học từng bước" is offered
	StepCount int            `json:"stepCount"` // of the longest way through the lesson; without a lesson, of the steps that open it, or 0
	StepLeast int            `json:"stepLeast"` // of the shortest way
	Minutes   int            `json:"minutes"`   // that these steps take to read, about
	Rehearsal bool           `json:"rehearsal"` // can be rehearsed from the first to the last touch
	Codes     bool           `json:"codes"`     // "Mở trên điện thoại" is offered; false: ask staff
	Local     string         `json:"local"`     // what the office notes beside it, in its own words; ""
}

// ClaimView is a statement with a number, and where it comes from.
type ClaimView struct {
	Say    string     `json:"say"`
	Note   string     `json:"note"`
	Source SourceView `json:"source"`
	Lang   string     `json:"lang"`
	Target string     `json:"target"` // name by which staff take it away alone, ""
}

// LineView is one sentence; Source is null when it states no number.
type LineView struct {
	Say    string      `json:"say"`
	Source *SourceView `json:"source"`
	Lang   string      `json:"lang"`
	Target string      `json:"target"` // name by which staff take it away alone, ""
}

// SourceView is where a fact comes from, as of which day.
type SourceView struct {
	Title string `json:"title"`
	Date  string `json:"date"` // YYYY-MM-DD, YYYY-MM or YYYY
}

// ItemView is one line of a checklist. Several that serve for each other follow
// one another, all but the first with Or.
type ItemView struct {
	Say         string      `json:"say"`
	Note        string      `json:"note"`
	Picture     string      `json:"picture"`     // its pictogram, as SVG text, or ""
	Conditional bool        `json:"conditional"` // it depends on an answer
	Or          bool        `json:"or"`          // serves instead of the one before
	Must        bool        `json:"must"`        // everybody brings it, or one that serves for it
	Source      *SourceView `json:"source"`
	Lang        string      `json:"lang"`
	Do          bool        `json:"do"`     // something to do or to ask: nothing to bring
	Ask         bool        `json:"ask"`    // of those, something to ask: a list of its own
	Target      string      `json:"target"` // the place on which a note of the office hangs, ""
	Local       string      `json:"local"`  // that note, ""
}

func (p presenter) service(s *guide.Service) (ServiceView, error) {
	steps, err := p.pack.ShownSteps(s)
	if err != nil {
		return ServiceView{}, err
	}
	least, err := p.pack.ShortestWalk(s)
	if err != nil {
		return ServiceView{}, err
	}
	v := ServiceView{
		Key: s.Key, Kind: string(s.Kind), Code: s.Code(), Title: p.tr(s.Title), Short: p.tr(s.ShortTitle()), Place: p.place(s), Official: s.Official,
		Summary: p.tr(s.Summary), Decides: p.tr(s.Decider()), Advice: string(s.Online.Advice), Why: p.tr(s.Online.Why),
		Fee: p.number(s, "fee", s.Fee), Time: p.number(s, "time", s.Time), Deadline: p.number(s, "deadline", s.Deadline), Hotline: p.number(s, "hotline", s.Hotline),
		Bring: p.items(s.Key, s.Needs()), Questions: s.Questions(), Watch: p.sentences(s, "watch", s.Watch), Sure: string(s.Sure), Sources: []SourceView{},
		Checked: s.Checked, Picture: picture.PictogramText(p.pack.IconOf(s)), Guide: s.HasGuide(), StepCount: len(steps), StepLeast: least, Minutes: guide.Minutes(steps),
		Rehearsal: s.Rehearse, Codes: len(p.pack.HandoffLinks(s)) > 0, Emergency: p.emergency(s),
		Local: p.pack.NoteAt(s.Key),
	}
	for _, key := range s.Sources {
		if src := p.source(key); src != nil {
			v.Sources = append(v.Sources, *src)
		}
	}
	if s.NoPaper {
		v.NoPaper = p.claim(p.pack.Info.NoPaper)
	}
	if t, err := p.pack.Topic(s.Topic); err == nil {
		v.Topic = p.topic(t)
	}
	return v, nil
}

// place is where people come in person.
func (p presenter) place(s *guide.Service) string {
	if place := s.Place(); place != guide.PlaceDesk {
		return p.tr(place)
	}
	return guide.PlaceDesk
}

func (p presenter) claim(c *guide.Claim) *ClaimView {
	if c == nil {
		return nil
	}
	say, lang := p.lang.Unit(c)
	v := &ClaimView{Say: say(c.Say), Note: say(c.Note), Lang: lang}
	if src := p.source(c.Source); src != nil {
		v.Source = *src
	}
	return v
}

// number is a claim that staff may take away alone, or put their own in its place.
func (p presenter) number(s *guide.Service, name string, c *guide.Claim) *ClaimView {
	v := p.claim(c)
	if v != nil && s.Emergency == nil {
		v.Target = guide.NumberOf(s.Key, name)
	}
	return v
}

// items are lines of a checklist, or acts of an emergency; key is that of the service.
func (p presenter) items(key string, needs []guide.Need) []ItemView {
	views := []ItemView{}
	for _, need := range needs {
		for n, i := range need.Items {
			say, lang := p.lang.Unit(i)
			target := guide.FullID(false, key, i.ID)
			views = append(views, ItemView{
				Say: say(i.Say), Note: say(i.Note), Picture: picture.PictogramText(i.Icon), Conditional: len(i.When) > 0, Source: p.source(i.Source), Lang: lang,
				Or: n > 0, Must: need.Must, Do: i.Do, Ask: need.Ask, Target: target, Local: p.pack.NoteAt(target),
			})
		}
	}
	return views
}

func (p presenter) lines(lines []guide.Line) []LineView {
	views := []LineView{}
	for _, l := range lines {
		say, lang := p.lang.Unit(l)
		views = append(views, LineView{Say: say(l.Say), Source: p.source(l.Source), Lang: lang})
	}
	return views
}

// sentences are lines of which staff may take away those with a source.
func (p presenter) sentences(s *guide.Service, list string, lines []guide.Line) []LineView {
	views := p.lines(lines)
	for i, l := range lines {
		if l.Source != "" && s.Emergency == nil {
			views[i].Target = guide.NumberIn(s.Key, list, l.Say)
		}
	}
	return views
}

func (p presenter) source(key string) *SourceView {
	s := p.pack.Source(key)
	if s == nil {
		return nil
	}
	return &SourceView{Title: p.tr(s.Title), Date: s.Date}
}
