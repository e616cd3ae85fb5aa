package desktop

import (
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// EmergencyView is what to do at once. It takes the place of a service's page.
type EmergencyView struct {
	Acts    []ItemView `json:"acts"` // three, in order
	Numbers []CallView `json:"numbers"`
	Then    string     `json:"then"`      // key of the service to go on with afterwards, or ""
	ThenSay string     `json:"thenTitle"` // its title
}

// CallView is a telephone number with the verified code that dials it. Size 0:
// the code could not be read back and is not shown; the number itself is.
type CallView struct {
	Call  string    `json:"call"`  // as people say it: 1800 1096
	Claim ClaimView `json:"claim"` // what to call it for
	Size  int       `json:"size"`  // side of the code in modules, quiet zone included
	Path  string    `json:"path"`  // SVG path in a viewBox of 0 0 Size Size
}

func (p presenter) emergency(s *guide.Service) *EmergencyView {
	e := s.Emergency
	if e == nil {
		return nil
	}
	v := &EmergencyView{Acts: []ItemView{}, Numbers: []CallView{}}
	for _, act := range e.Items() {
		v.Acts = append(v.Acts, p.items(s.Key, []guide.Need{{Items: []guide.Item{act}, Do: true}})...)
	}
	for _, n := range e.Numbers {
		call := CallView{Call: n.Call, Claim: *p.claim(&guide.Claim{Say: n.Say, Source: n.Source})}
		// Who says it is enough beside a number to call: the whole title took three lines.
		call.Claim.Source.Title, _, _ = strings.Cut(call.Claim.Source.Title, ", ")
		if symbol, err := qr.ForPhone(n.Call); err == nil {
			call.Size, call.Path = symbol.Size()+2*qr.QuietZone, symbol.Path()
		}
		v.Numbers = append(v.Numbers, call)
	}
	if s, err := p.pack.Service(e.Then); err == nil {
		v.Then, v.ThenSay = s.Key, p.tr(s.Title)
	}
	return v
}
