package handout

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// Content is all that a handout of one service says. Make fills it in; what is
// not known is left out: nobody needs paper to be told to ask.
type Content struct {
	// Service is what is printed as it stands there; of a code from a form it has
	// only the title. What depends on the layout, the office or the resident is below.
	Service  *guide.Service
	Title    string // the short one
	Full     string // the whole title, where the short one leaves something out; else ""
	Icon     string // name of its pictogram
	Tint     guide.Tint
	Deadline string // by when it is to be done, ""
	Code     string // procedure code to type by hand, ""
	Links    []Link // one, or Android and iPhone; none with InApp or Goes
	InApp    string // the app on the phone in which it goes on; ""
	GoOn     string // what to do in that app
	Needs    []Need // what everybody brings first
	Steps    []Step
	Local    string       // what the office notes beside the service, ""
	Next     []guide.Line // what happens after the page has opened
	Trouble  []guide.Trouble
	Fee      string // with the day it is as of; "" if it is not known
	Time     string
	Decides  string // of a task ""
	Edition  int
	Printed  time.Time
	ReviewBy string // YYYY-MM-DD
	Office   guide.Office
	Team     string     // the digital team's contact, ""
	Personal bool       // for one resident: only the papers that apply to them
	WiFi     *qr.Symbol // of the office, nil if it has none for visitors
	Does     string     // what a code from a form does: then it is no service
	Ending   guide.Ending
	Goes     string   // of a task that ends in person, for one resident: where one goes; ""
	Urgent   *Urgent  // of an emergency: then the paper says little else
	Warnings []string // what should be on the paper and is not, a sentence each, for staff
}

// Link is one code of a handout.
type Link struct {
	Symbol   *qr.Symbol // nil: it could not be made, and the words stand alone
	Host     string     // as people must see it on their phone
	HostName string
	For      string // "Android", "iPhone", or ""
}

// Step is one step of the lesson, with its picture for the leaflet.
type Step struct {
	Say, Why string
	Local    string // what the office notes beside it, ""
	Here     string // whose note it is
	Screen   *guide.Screen
	Scene    guide.Scene // without a Screen: what is drawn in its place, or ""
}

// Options say how a handout is made.
type Options struct {
	Layout  Layout            // what it is for
	Answers map[string]string // of a resident; nil: every paper, conditions named
	Office  guide.Office
	Team    string // of this handout, "": the office's
	Now     time.Time
}

// Make collects what a handout of a service says. Errors: CodeUnverified,
// CodeUnofficial when a code cannot be printed, CodeNotFound when the service
// has neither an address nor an app to go on in: then there is nothing to carry home but "hỏi cán bộ";
// CodeInvalid while questions are not answered.
func Make(p *guide.Pack, s *guide.Service, o Options) (Content, error) {
	c, err := collect(p, s, o)
	if err != nil {
		return Content{}, err
	}
	links := p.HandoffLinks(s)
	if c.Goes != "" { // the page is for who does it on the phone
		links = nil
	}
	for _, name := range links {
		link, err := p.Link(s.Links[name])
		if err != nil {
			return Content{}, err
		}
		symbol, host, err := qr.ForLink(link, p.Hosts, o.Layout.CodeMM())
		if err != nil {
			return Content{}, err
		}
		c.Links = append(c.Links, Link{
			Symbol: symbol, Host: guide.HostOf(link.URL), HostName: host.Name,
			For: map[string]string{guide.LinkAndroid: "Android", guide.LinkIOS: "iPhone"}[name],
		})
	}
	if len(c.Links) > 1 { // they stand side by side
		for i, symbol := range qr.Match(c.Links[0].Symbol, c.Links[1].Symbol) {
			c.Links[i].Symbol = symbol
		}
	}
	if guide.IsOwn(s.Key) {
		return Content{}, guide.Errorf(guide.CodeNotFound, "“%s” là việc riêng của xã, chưa có tờ in.", s.Title)
	}
	if len(c.Links) == 0 && c.Urgent == nil && c.InApp == "" && c.Goes == "" {
		return Content{}, guide.Errorf(guide.CodeNotFound, "“%s” chưa có địa chỉ đã kiểm tra nên không in mã. Mời hỏi cán bộ.", s.Title)
	}
	if o.Office.WiFi != nil && o.Layout.WiFiMM() > 0 {
		// The office's own code is a courtesy: without it the paper still serves. Its
		// name stands beside it, and may have letters that cannot be printed.
		if c.WiFi, err = codes.wifi(*o.Office.WiFi); err != nil || len(picture.Missing(o.Office.WiFi.Name)) > 0 {
			c.WiFi = nil
			c.Warnings = append(c.Warnings, fmt.Sprintf(sayNoWiFi, o.Office.WiFi.Name))
		}
	}
	return c, nil
}

// collect gathers the words of a handout.
func collect(p *guide.Pack, s *guide.Service, o Options) (Content, error) {
	c := Content{
		Service: s, Trouble: s.Trouble, Title: s.ShortTitle(), Deadline: deadline(s), Decides: s.Decider(), Code: s.Code(), Edition: p.Info.Edition,
		Printed: o.Now, ReviewBy: s.ReviewBy, Office: o.Office, Team: teamOf(o),
		Fee: known(p, s.Fee), Time: known(p, s.Time), Local: p.NoteAt(s.Key),
	}
	c.Icon, c.Tint = faceOf(p, s)
	if c.InApp = s.InApp(); c.InApp != "" {
		c.GoOn = s.Handoff.Say
	}
	if s.Emergency != nil {
		c.Urgent = urgentOf(p, s, c.Office.Here())
	}
	if !says(s.Title, c.Title) {
		c.Full = s.Title
	}
	needs, steps := s.Needs(), []guide.WalkStep(nil)
	answers := o.Answers
	if answers == nil && len(s.Combinations()) > 0 {
		answers = s.Combinations()[0]
	}
	walk, err := p.Walk(s, answers)
	if err != nil {
		return Content{}, err
	}
	c.Next = p.After(s, walk)
	if s.HasGuide() {
		steps, c.Ending = walk.Steps, walk.Ending(s)
		if o.Answers != nil {
			if walk.Ask != nil {
				return Content{}, guide.Errorf(guide.CodeInvalid, "Chưa trả lời hết câu hỏi nên chưa in được phiếu riêng.")
			}
			needs, c.Personal, c.Trouble = walk.Needs(), true, walk.Troubles(s)
			if acts := walk.Acts(s); c.Ending == guide.EndDesk && len(acts) > 0 {
				c.Goes = acts[0].Say
			}
		}
	}
	if !c.Personal { // for everybody: what most have to hear
		if c.Ending, err = p.ForAll(s); err != nil {
			return Content{}, err
		}
	}
	for _, n := range needs {
		need := Need{Must: n.Must, Do: n.Do, Ask: n.Ask}
		for i, item := range n.Items {
			say := item.Say
			if i > 0 {
				say = sayOr + " " + goingOn(say)
			}
			need.Says = append(need.Says, say)
		}
		if !n.Must && !n.Do {
			ifNeeded := sayIfNeeded
			if c.Personal { // the questions that are asked have been answered
				ifNeeded = sayPerhaps
			}
			need.Says[len(need.Says)-1] += " " + ifNeeded
		}
		for i, item := range n.Items {
			need.Says[i] = noted(need.Says[i], ".", c.Office.Here(), p.NoteAt(guide.FullID(false, s.Key, item.ID)))
		}
		c.Needs = append(c.Needs, need)
	}
	for _, st := range steps {
		step := onPaper(st, o.Layout)
		step.Local, step.Here = p.NoteAt(st.Target), c.Office.Here()
		c.Steps = append(c.Steps, step)
	}
	return c, nil
}

// codeOnKiosk is how sentences speak of the code on the kiosk.
var codeOnKiosk = regexp.MustCompile(`([Mm]ã(?: số)?(?: ghi)?) ở máy này`)

// onPaper is a step as it is said on paper: the code stands on the paper itself.
func onPaper(st guide.WalkStep, l Layout) Step {
	here := sayCodeHere
	if l.Folded() {
		here = sayCodeInFront
	}
	said := func(text string) string { return codeOnKiosk.ReplaceAllString(text, "${1} "+here) }
	step := Step{Say: said(st.Say), Why: said(st.Why), Screen: st.Screen, Scene: st.Scene}
	if st.Scans() { // the window shows the code beside the step
		step.Why = strings.TrimSpace(fmt.Sprintf(sayCodeIs, here) + " " + step.Why)
	}
	if st.Screen != nil {
		screen := *st.Screen
		screen.Show = slices.Clone(screen.Show)
		for i := range screen.Show {
			screen.Show[i].Photo = said(screen.Show[i].Photo)
		}
		step.Screen = &screen
	}
	return step
}

// noted is a line with what the office notes beside it, where there is such a note;
// end is how the line ends then, here says whose note it is.
func noted(line, end, here, note string) string {
	if note == "" {
		return line
	}
	return line + end + " " + here + ": " + note
}

// teamOf is the digital team's line at the foot, "" if there is none.
func teamOf(o Options) string {
	if o.Team == "" && o.Office.Team != nil {
		return o.Office.Team.Line()
	}
	return o.Team
}

// CheckOffice tells whether what office.yaml puts on paper can be printed. Error:
// CodeContent, names the first text that cannot and the character.
func CheckOffice(o guide.Office) error {
	texts := append([]string{o.Name, o.Phone}, o.Hours...)
	if o.Team != nil {
		texts = append(texts, o.Team.Line())
	}
	if o.WiFi != nil {
		texts = append(texts, o.WiFi.Name)
	}
	for _, text := range texts {
		if missing := picture.Missing(text); len(missing) > 0 {
			return guide.Errorf(guide.CodeContent, "Ký tự “%s” trong “%s” không in được lên giấy. Mời sửa mục này trong tệp office.yaml.", string(missing[:1]), text)
		}
	}
	return nil
}

// known writes a number with the day it is as of; "" if nothing is known but whom
// to ask.
func known(p *guide.Pack, c *guide.Claim) string {
	if c != nil && c.Away { // people know another number: this one must be asked
		return sayAsk
	}
	if c == nil || guide.OnlyAsks(c.Say) {
		return ""
	}
	say := c.Say
	if src := p.Source(c.Source); src != nil {
		say += fmt.Sprintf(" (tính đến %s)", guide.Day(src.Date))
	}
	return say
}

// goingOn is a phrase in the middle of a sentence: small at its start, but for
// names such as VNeID.
func goingOn(say string) string {
	runes := []rune(say)
	if len(runes) > 1 && unicode.IsLower(runes[1]) {
		runes[0] = unicode.ToLower(runes[0])
	}
	return string(runes)
}

// deadline is by when it is to be done. The day it is as of is that of the
// paper: in a head there is room for what matters.
func deadline(s *guide.Service) string {
	if s.Deadline == nil || guide.OnlyAsks(s.Deadline.Say) {
		return ""
	}
	return s.Deadline.Say
}

// says tells whether every word of short is in the whole title.
func says(whole, short string) bool {
	words := strings.Fields(strings.ToLower(whole))
	for _, word := range strings.Fields(strings.ToLower(short)) {
		if !slices.Contains(words, word) {
			return false
		}
	}
	return true
}

// faceOf is the pictogram of a service and the tint of its family: its own, or
// those of the tile it stands under.
func faceOf(p *guide.Pack, s *guide.Service) (icon string, tint guide.Tint) {
	topic, err := p.Topic(s.Topic)
	if err != nil {
		return string(s.Icon), ""
	}
	return string(cmp.Or(s.Icon, topic.Icon)), topic.Tint
}

// urgentOf is what to do at once; here says of a note that it is the office's.
func urgentOf(p *guide.Pack, s *guide.Service, here string) *Urgent {
	u := &Urgent{}
	for _, a := range s.Emergency.Acts {
		act := Act{Say: a.Say, Note: a.Note, Icon: string(a.Icon)}
		if local := p.NoteAt(guide.FullID(false, s.Key, a.ID)); local != "" {
			act.Local = here + ": " + local
		}
		u.Acts = append(u.Acts, act)
	}
	for _, n := range s.Emergency.Numbers {
		u.Numbers = append(u.Numbers, Number{n.Call, n.Say})
	}
	return u
}
