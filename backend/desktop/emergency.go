package desktop

import (
	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// EmergencyView is what to do at once. It takes the place of a service's page.
type EmergencyView struct {
	Acts    []ActView  `json:"acts"` // three, in order
	Numbers []CallView `json:"numbers"`
	Then    string     `json:"then"`      // key of the service to go on with afterwards, or ""
	ThenSay string     `json:"thenTitle"` // its title
}

// ActView is one thing to do at once.
type ActView struct {
	Say     string      `json:"say"`
	Note    string      `json:"note"`
	Picture string      `json:"picture"` // a pictogram that says the same, as SVG text
	Source  *SourceView `json:"source"`
	Lang    string      `json:"lang"`
}

// CallView is a telephone number with the verified code that dials it. Size 0:
// the code could not be read back and is not shown; the number itself is.
type CallView struct {
	Call   string     `json:"call"` // as people say it: 1800 1096
	Say    string     `json:"say"`
	Size   int        `json:"size"` // side of the code in modules, quiet zone included
	Path   string     `json:"path"` // SVG path in a viewBox of 0 0 Size Size
	Source SourceView `json:"source"`
	Lang   string     `json:"lang"`
}

func (p presenter) emergency(e *guide.Emergency) *EmergencyView {
	if e == nil {
		return nil
	}
	v := &EmergencyView{Acts: []ActView{}, Numbers: []CallView{}}
	for _, a := range e.Acts {
		say, lang := p.lang.Unit(a)
		v.Acts = append(v.Acts, ActView{Say: say(a.Say), Note: say(a.Note), Picture: pictogram(a.Icon), Source: p.source(a.Source), Lang: lang})
	}
	for _, n := range e.Numbers {
		say, lang := p.lang.Unit(n)
		call := CallView{Call: n.Call, Say: say(n.Say), Lang: lang}
		if src := p.source(n.Source); src != nil {
			call.Source = *src
		}
		// Without a code the number can still be dialled by hand.
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
