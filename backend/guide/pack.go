package guide

import (
	"slices"
)

// Pack is a province's whole content, with an edition number that only grows.
type Pack struct {
	Info     PackInfo
	Topics   []Topic
	First    First
	Services []Service
	Flows    []Flow
	Links    []Link
	Hosts    []Host
	Sources  []Source
	Figures  []Figure
	Words    Words
	Stories  Stories
	Plain    Plain
	Glossary Glossary
	Communes Communes
	Speech   Speech

	// What the office lays over it, see [Pack.WithLocal].
	local  map[string]string   // notes, by their places
	worded map[string]string   // sentences of the office's own, by their places
	hidden map[string]*Service // by their keys; they are not among Services any more
}

// PackInfo is what pack.yaml says of the pack itself.
type PackInfo struct {
	ID         string   `yaml:"id" doc:"Name of the pack, ASCII."`
	Title      string   `yaml:"title" lang:"yes" doc:"Name of the pack for people."`
	Place      string   `yaml:"place" lang:"yes" doc:"The province it is for."`
	Edition    int      `yaml:"edition" doc:"Edition number; grows with every release."`
	Date       string   `yaml:"date" doc:"Day of this edition (YYYY-MM-DD)."`
	MinVersion string   `yaml:"min_version" doc:"Oldest program version that can read it."`
	Languages  []string `yaml:"languages" doc:"Languages, the one the pack is written in first, the one that is translated in full second."`

	LanguageNames map[string]string `yaml:"language_names,omitempty" doc:"Names of the languages as their speakers write them, by code. vi and en need none."`

	Catalogue string  `yaml:"catalogue,omitempty" doc:"Address of a procedure's page by its portal id, with {id} in its place. For the national catalogue."`
	Opening   string  `yaml:"opening,omitempty" doc:"Key of the flow that shows how a procedure without a lesson of its own is opened."`
	NoPaper   *Claim  `yaml:"no_paper,omitempty" doc:"What people are told of a service that is taken on the network only."`
	Ready     []Ready `yaml:"ready,omitempty" doc:"What one must have before the first step of a lesson that needs it, at most four things."`
	Control   string  `yaml:"control,omitempty" doc:"Key of a link that is known to be good: a round of checking links begins with it."`
	Fallback  string  `yaml:"fallback,omitempty" lang:"yes" doc:"What people are told where the portal's search stands in for a page that was found broken."`
	Moves     string  `yaml:"moves,omitempty" lang:"yes" doc:"What people are told before a code leads them to the portal: to which other names its page changes."`
}

// LanguageName is the name of a language as its speakers write it, its code
// when that is not known.
func (in PackInfo) LanguageName(code string) string {
	if name := in.LanguageNames[code]; name != "" {
		return name
	}
	if name := knownLanguages[code]; name != "" {
		return name
	}
	return code
}

// knownLanguages are the languages of the program's own words.
var knownLanguages = map[string]string{"vi": "Tiếng Việt", "en": "English"}

// Source is where a fact comes from, and as of which day.
type Source struct {
	Key   string `yaml:"key" doc:"Unique short name."`
	Title string `yaml:"title" lang:"yes" doc:"What it is, as a reader would look for it."`
	Date  string `yaml:"date" doc:"Day, month or year the fact is as of (YYYY-MM-DD, YYYY-MM or YYYY)."`
	URL   string `yaml:"url,omitempty" doc:"Address for staff; never made into a code."`
}

// Office is the commune's own part: what the pack cannot know.
type Office struct {
	Name  string   `yaml:"name" doc:"Name of the office."`
	Place string   `yaml:"place,omitempty" doc:"Commune or ward."`
	Hours []string `yaml:"hours,omitempty" doc:"Opening hours, a line each."`
	Phone string   `yaml:"phone,omitempty" doc:"The office's phone number."`
	DPI   int      `yaml:"dpi,omitempty" doc:"Dots per inch of the kiosk's screen, so that sizes in millimetres are right; 0: about 96."`

	WiFi *WiFi `yaml:"wifi,omitempty" doc:"The office's wireless network for visitors; its password is shown to everybody as a code."`

	Team *Contact `yaml:"team,omitempty" doc:"The digital team, on everything that is printed."`

	SlipPrinter string `yaml:"slip_printer,omitempty" doc:"Name of the receipt printer for residents' slips; left out: residents cannot print."`
	SlipQuota   int    `yaml:"slip_quota,omitempty" doc:"Most slips a day; 0: 100."`

	LanguageNames map[string]string `yaml:"language_names,omitempty" doc:"Spoken languages as their speakers here write the name, by code (tyz, hmn, ium, nut); left out: their Vietnamese name."`

	Sumatra string `yaml:"sumatra,omitempty" doc:"Windows: full path of SumatraPDF, or of its folder, where the kiosk does not find it by itself."`
}

// WiFi is the office's wireless network for visitors.
type WiFi struct {
	Name     string `yaml:"name" doc:"Name of the network (SSID)."`
	Password string `yaml:"password,omitempty" doc:"Its password; left out: an open network."`
	Hidden   bool   `yaml:"hidden,omitempty" doc:"Whether the network hides its name."`
}

// Service finds a service by its key or one of its procedure codes.
//
// Error: CodeNotFound.
func (p *Pack) Service(keyOrCode string) (*Service, error) {
	for i := range p.Services {
		s := &p.Services[i]
		if s.Key == keyOrCode || slices.Contains(s.Codes, keyOrCode) {
			return s, nil
		}
	}
	return nil, Errorf(CodeNotFound, "Không có dịch vụ %q. Mời xem lại mã thủ tục hoặc tên.", clip(keyOrCode, 60))
}

// Link finds a link of the registry by key. Error: CodeNotFound.
func (p *Pack) Link(key string) (Link, error) {
	for _, l := range p.Links {
		if l.Key == key {
			return l, nil
		}
	}
	return Link{}, Errorf(CodeNotFound, "Không có địa chỉ %q trong danh sách.", clip(key, 60))
}

// Flow finds a flow by key, nil if there is none.
func (p *Pack) Flow(key string) *Flow {
	for i := range p.Flows {
		if p.Flows[i].Key == key {
			return &p.Flows[i]
		}
	}
	return nil
}

// Source finds a source by key, nil if there is none.
func (p *Pack) Source(key string) *Source {
	for i := range p.Sources {
		if p.Sources[i].Key == key {
			return &p.Sources[i]
		}
	}
	return nil
}

// HandoffLinks gives the names of the links a service's hand-off shows, best
// first: its own choice, else both stores for an app, else the best single
// link. Empty: it goes on in an app that is on the phone ([Service.InApp]), or
// there is no verified address and the resident must ask staff.
func (s *Service) HandoffLinks() []string {
	if s.InApp() != "" {
		return nil
	}
	if s.Handoff != nil && len(s.Handoff.Links) > 0 {
		return s.Handoff.Links
	}
	if s.Links[LinkAndroid] != "" || s.Links[LinkIOS] != "" {
		var stores []string
		for _, n := range []string{LinkAndroid, LinkIOS} {
			if s.Links[n] != "" {
				stores = append(stores, n)
			}
		}
		return stores
	}
	for _, n := range LinkNames {
		if s.Links[n] != "" {
			return []string{n}
		}
	}
	return nil
}

// InApp is the app, already on the phone, in which the service goes on: there is
// nothing to open by a code. "": it goes on elsewhere.
func (s *Service) InApp() string {
	if s.Handoff == nil {
		return ""
	}
	return s.Handoff.App
}

// clip cuts outside text to n runes before it goes into a message.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
