package handout

import (
	"fmt"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// Slip is all that a handout of one service says. Make fills it in; what is
// not known is left out or says to ask staff.
type Slip struct {
	Title    string
	Official string // "" or the official name
	Code     string // procedure code to type by hand, ""
	Links    []Link // one, or Android and iPhone
	Papers   []string
	Steps    []Step
	Fee      string // with the day it is as of
	Time     string
	Decides  string
	Next     []string
	Edition  int
	Printed  time.Time
	ReviewBy string // YYYY-MM-DD
	Office   guide.Office
	Team     string     // the digital team's contact, ""
	Personal bool       // for one resident: only the papers that apply to them
	WiFi     *qr.Symbol // of the office, nil if it has none for visitors
	Form     string     // what a code from a form does: then it is no service
}

// Link is one code of a handout.
type Link struct {
	Symbol   *qr.Symbol
	Host     string // as people must see it on their phone
	HostName string
	For      string // "Android", "iPhone", or ""
}

// Step is one step of the lesson, with its picture for the leaflet.
type Step struct {
	Say, Why string
	Screen   *guide.Screen
}

// Options say how a slip is made.
type Options struct {
	Answers map[string]string // of a resident; nil: every paper, conditions named
	Office  guide.Office
	Team    string
	Now     time.Time
	CodeMM  float64 // smallest side at which a code will be printed
}

// Make collects what a handout of a service says. Errors: CodeUnverified,
// CodeUnofficial when a code cannot be printed, CodeNotFound when the service
// has no address: then there is nothing to carry home but "hỏi cán bộ".
func Make(p *guide.Pack, s *guide.Service, o Options) (Slip, error) {
	slip := Slip{
		Title: s.Title, Official: s.Official, Code: s.Code(), Decides: s.Decides, Edition: p.Info.Edition,
		Printed: o.Now, ReviewBy: s.ReviewBy, Office: o.Office, Team: o.Team,
		Fee: claim(p, s.Fee), Time: claim(p, s.Time),
	}
	if slip.Team == "" && o.Office.Team != nil {
		slip.Team = o.Office.Team.Line()
	}
	if o.Office.WiFi != nil {
		symbol, err := qr.ForWiFi(*o.Office.WiFi)
		if err != nil {
			return Slip{}, err
		}
		slip.WiFi = symbol
	}
	for _, name := range s.HandoffLinks() {
		link, err := p.Link(s.Links[name])
		if err != nil {
			return Slip{}, err
		}
		symbol, host, err := qr.ForLink(link, p.Hosts, o.CodeMM)
		if err != nil {
			return Slip{}, err
		}
		slip.Links = append(slip.Links, Link{
			Symbol: symbol, Host: guide.HostOf(link.URL), HostName: host.Name,
			For: map[string]string{guide.LinkAndroid: "Android", guide.LinkIOS: "iPhone"}[name],
		})
	}
	if len(slip.Links) == 0 {
		return Slip{}, guide.Errorf(guide.CodeNotFound, "%q chưa có địa chỉ đã kiểm tra nên không in mã. Mời hỏi cán bộ.", s.Title)
	}
	items, steps := s.Checklist, []guide.WalkStep(nil)
	answers := o.Answers
	if answers == nil && len(s.Combinations()) > 0 {
		answers = s.Combinations()[0]
	}
	if s.HasGuide() {
		walk, err := p.Walk(s, answers)
		if err != nil {
			return Slip{}, err
		}
		steps = walk.Steps
		if o.Answers != nil {
			if walk.Ask != nil {
				return Slip{}, guide.Errorf(guide.CodeInvalid, "Chưa trả lời hết câu hỏi nên chưa in được phiếu riêng.")
			}
			items, slip.Personal = walk.Checklist, true
		}
	}
	for _, item := range items {
		say := item.Say
		if len(item.When) > 0 && !slip.Personal {
			say += " (nếu cần)"
		}
		slip.Papers = append(slip.Papers, say)
	}
	for _, st := range steps {
		slip.Steps = append(slip.Steps, Step{Say: st.Say, Why: st.Why, Screen: st.Screen})
	}
	for _, line := range s.Next {
		slip.Next = append(slip.Next, line.Say)
	}
	return slip, nil
}

// claim writes a number with the day it is as of; what is not known says so.
func claim(p *guide.Pack, c *guide.Claim) string {
	if c == nil {
		return "hỏi cán bộ"
	}
	say := c.Say
	if src := p.Source(c.Source); src != nil {
		say += fmt.Sprintf(" (tính đến %s)", guide.Day(src.Date))
	}
	return say
}
