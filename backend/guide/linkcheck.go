package guide

import (
	"slices"
	"time"
)

// Found is what a person saw who opened a link with a phone. The portal answers
// every address with success, so that nobody else can tell.
type Found string

// What can be seen.
const (
	FoundRight Found = "right" // the page is the one it should be
	FoundWrong Found = "wrong" // another page opens
	FoundShut  Found = "shut"  // nothing opens: the page, the portal or the network is down
)

// Reader is with what a code was read: pages differ by phone.
type Reader string

// The readers.
const (
	ReaderAndroid Reader = "android"
	ReaderIPhone  Reader = "iphone"
	ReaderZalo    Reader = "zalo" // its own browser, on either phone
)

// Sitting is one round of checking links by one person. It begins with the
// control code, a page that is known to be good: what does not open while that
// does not open either says nothing about the link.
type Sitting struct {
	ID      int64
	Begun   string // YYYY-MM-DD HH:MM by the office's clock
	Who     string // as staff call themselves
	Control Found  // what the control code showed: "" not tried, FoundRight or FoundShut
}

// LinkCheck is one verdict on one link.
type LinkCheck struct {
	ID      int64
	Sitting int64
	Made    string // YYYY-MM-DD HH:MM by the office's clock
	Who     string
	Link    string // key in the registry
	URL     string // the address that was opened; the verdict holds for no other
	Found   Found
	Reader  Reader
	Counts  bool // the control code had opened; only FoundShut depends on it
}

// Day is the day of the verdict, YYYY-MM-DD.
func (c LinkCheck) Day() string { return c.Made[:min(len(c.Made), len(time.DateOnly))] }

// LocalAddress is an address that an office has put in the place of the pack's
// own, until the province's next edition.
type LocalAddress struct {
	Link    string
	URL     string
	Made    string // YYYY-MM-DD HH:MM
	Who     string
	Edition int // of the pack for which it was put in
}

// LocalLinks is what an office knows of the links beyond the pack.
type LocalLinks struct {
	Checks    []LinkCheck // the oldest first
	Addresses []LocalAddress
}

// WithLinks gives the pack as it is with what an office knows of its links. The
// pack itself stays as it is; what is not changed is shared with it. An address
// on a host that is not official is left out, as is one that was meant for an
// earlier edition.
func (p *Pack) WithLinks(local LocalLinks) *Pack {
	own := *p
	own.Links = slices.Clone(p.Links)
	at := make(map[string]*Link, len(own.Links))
	for i := range own.Links {
		at[own.Links[i].Key] = &own.Links[i]
	}
	for _, a := range local.Addresses {
		l := at[a.Link]
		if l == nil || a.Edition < p.Info.Edition || a.URL == l.URL {
			continue
		}
		if _, err := Official(a.URL, p.Hosts); err != nil {
			continue
		}
		l.URL, l.Local, l.State, l.Checked, l.Who = a.URL, true, LinkNever, "", ""
	}
	shut := map[string]string{} // link -> first day on which it did not open, since it last did
	for _, c := range local.Checks {
		l := at[c.Link]
		if l == nil || c.URL != l.URL {
			continue
		}
		switch c.Found {
		case FoundRight:
			l.State = LinkOK
			delete(shut, c.Link)
		case FoundWrong:
			l.State = LinkBroken
		case FoundShut:
			day := c.Day()
			if !c.Counts {
				continue
			}
			if first, ok := shut[c.Link]; !ok || first == day {
				shut[c.Link] = day
				continue
			}
			l.State = LinkBroken
		}
		l.Checked, l.Who = c.Day(), c.Who
	}
	return &own
}

// HandoffLinks gives the names of a service's links that its hand-off shows: those
// of [Service.HandoffLinks] that nobody found broken, else the portal's search by
// code. Empty: there is none, and the resident must ask staff.
func (p *Pack) HandoffLinks(s *Service) []string {
	var names []string
	chosen := s.HandoffLinks()
	for _, name := range chosen {
		if !p.broken(s, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 && len(chosen) > 0 && s.Links[LinkSearch] != "" && !p.broken(s, LinkSearch) {
		names = []string{LinkSearch}
	}
	return names
}

// FallsBack says whether the hand-off of a service shows the portal's search
// because its own page was found broken.
func (p *Pack) FallsBack(s *Service) bool {
	names, chosen := p.HandoffLinks(s), s.HandoffLinks()
	return len(names) == 1 && names[0] == LinkSearch && (len(chosen) != 1 || chosen[0] != LinkSearch)
}

func (p *Pack) broken(s *Service, name string) bool {
	l, err := p.Link(s.Links[name])
	return err == nil && l.State == LinkBroken
}

// Expected is what the page must say that a link opens, so that who checks it
// does not have to guess.
type Expected struct {
	Service string // key of the service, "" of a link that no service has
	Title   string // the name that must stand there
	Code    string // the procedure's code, "" if the page has none
	Name    string // which of the service's links it is: LinkPortal …
	Shown   bool   // its hand-off shows it; else it is kept in case another fails
}

// Expect says what the page of every link must say that a service has. A link of
// several services is that of the first which shows it.
func (p *Pack) Expect() map[string]Expected {
	all := map[string]Expected{}
	for i := range p.Services {
		s := &p.Services[i]
		shown := s.HandoffLinks()
		for _, name := range LinkNames {
			key := s.Links[name]
			if key == "" {
				continue
			}
			e := Expected{Service: s.Key, Title: s.pageTitle(), Name: name, Shown: slices.Contains(shown, name)}
			if name == LinkPortal || name == LinkSearch {
				e.Code = s.Code()
			}
			if had, ok := all[key]; !ok || e.Shown && !had.Shown {
				all[key] = e
			}
		}
	}
	return all
}

// pageTitle is the name of a service as its page on the portal or in a store has it.
func (s *Service) pageTitle() string {
	if s.Official != "" {
		return s.Official
	}
	return s.Title
}
