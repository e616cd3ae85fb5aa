package handout

import (
	"fmt"
	"strconv"

	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// way is one numbered thing to do at the code, with what is to be typed.
type way struct{ say, value string }

// ways are how to get from this paper to the page, three of them where there is
// something to type.
func (s Content) ways() []way {
	switch {
	case len(s.Links) > 1:
		return []way{{say: sayWhichPhone}, {say: sayScanThat}, {say: sayReadFirst}}
	case s.Code != "":
		return []way{{say: sayScan}, {say: sayReadFirst}, {sayTypeCode, s.Code}}
	case s.Links[0].For == "":
		return []way{{say: sayScan}, {say: sayReadFirst}, {say: sayTypeHost}}
	}
	return []way{{say: sayScan}, {say: sayReadFirst}}
}

// briefWays are the same for a card that goes into a purse.
func (s Content) briefWays() []way {
	if s.Code != "" {
		return []way{{say: sayScanBrief}, {say: sayReadBrief}, {sayTypeBrief, s.Code}}
	}
	return []way{{say: sayScanBrief}, {say: sayReadBrief}}
}

// numberedWays writes ways under one another, at most size, as large as they fit
// in height and spread over it. Where height is 0 they are as high as they get.
func (p *pen) numberedWays(list []way, size, height float64) {
	least := max(smallest, size*0.62)
	gap := size * 0.4
	for height > 0 {
		gap = size * 0.5
		try := *p
		try.page, try.missing = &Page{}, nil
		for i, w := range list {
			try.way(i+1, w, size)
		}
		used := try.y - p.y
		if used+gap*float64(len(list)-1) <= height || size == least {
			gap = max(gap*0.3, min((height-used)/float64(max(1, len(list)-1)), size*1.6))
			break
		}
		size = max(least, size*0.96)
	}
	for i, w := range list {
		if i > 0 {
			p.y += gap
		}
		p.way(i+1, w, size)
	}
}

// way writes one way, its number in a disc.
func (p *pen) way(n int, w way, size float64) {
	r := size * 0.74
	p.page.Shapes = append(p.page.Shapes,
		picture.Circle{X: p.x + r, Y: p.y + size*0.64, R: r, Fill: indigo},
		picture.Text{X: p.x + r, Y: p.y + size*0.98, Size: size * 0.95, Words: strconv.Itoa(n), Bold: true, Middle: true, Fill: white})
	in := p.beside(2*r + size*0.5)
	in.lines(w.say, size, false, 0)
	if w.value != "" {
		in.lines(w.value, min(size*1.35, fit(w.value, in.w)), true, 1)
	}
	p.join(in)
}

// scan writes the code with its words, or two codes side by side. The words beside
// a code are as large as its side allows, body at least; those below it are below.
func (p *pen) scan(s Content, f paper, body, below float64) {
	switch {
	case s.InApp != "":
		p.inApp(s, below)
	case len(s.Links) == 0: // the foot says where one goes
	case len(s.Links) > 1:
		_ = p.twoCodes(s, f, body, below)
	case s.Links[0].Symbol == nil:
		p.alone(s, below)
	case f.style == roll:
		p.under(s, f, below)
	default:
		p.oneCode(s, f, body)
	}
}

// oneCode puts the code at the left edge, its words beside it.
func (p *pen) oneCode(s Content, f paper, body float64) {
	link := s.Links[0]
	module := moduleFor(link.Symbol, f.code, p.dpi)
	quiet, side := qr.QuietZone*module, module*float64(link.Symbol.Side())
	left := max(p.x-quiet, 0) // the code itself stands in line with the text
	under := p.part(left+quiet-p.x, side-2*quiet)
	if link.For != "" {
		under.gap(f.labelGap())
		under.aligned(labelOf(link), body, true, 1, true)
	}
	p.code(left, under.y, link.Symbol, module, link.Host)
	right := p.beside(left + side + body*0.3 - p.x)
	right.y = under.y + quiet*0.9
	under.y += side
	if s.Does != "" {
		right.lines(s.Does, body*1.1, false, 0)
		right.gap(body * 0.3)
		right.lines(link.Host, min(body*1.8, fit(link.Host, right.w)), true, 1)
	} else {
		under.host(link.Host, body*1.7)
		right.numberedWays(s.ways(), body*1.45, under.y-right.y)
	}
	p.join(under, right)
}

// host writes the name that people have to see on their phone, in one line as
// wide as the code above it.
func (p *pen) host(host string, most float64) {
	size := min(most, fit(host, p.w))
	if size < smallest {
		p.aligned(host, smallest, true, 0, true)
		return
	}
	p.aligned(host, size, true, 1, true)
}

func labelOf(l Link) string {
	return map[string]string{"Android": sayAndroid, "iPhone": sayIPhone}[l.For]
}

// under puts the words below the code: a roll has the length, not the width.
func (p *pen) under(s Content, f paper, body float64) {
	link := s.Links[0]
	module := moduleFor(link.Symbol, f.code, p.dpi)
	side := module * float64(link.Symbol.Side())
	if link.For != "" {
		p.gap(body * 0.4)
		p.aligned(labelOf(link), body, true, 1, true)
	}
	p.code(p.x+(p.w-side)/2, p.y, link.Symbol, module, link.Host)
	p.y += side
	if s.Does != "" {
		p.aligned(s.Does, body, false, 0, true)
		p.host(link.Host, body*1.6)
		return
	}
	p.host(link.Host, body*1.4)
	p.gap(body * 0.6)
	p.numberedWays(s.briefWays(), body, 0)
}

// alone writes what a code would have said.
func (p *pen) alone(s Content, size float64) {
	value := s.Links[0].Host
	p.lines(s.Does, size, false, 0)
	p.lines(value, min(size*1.6, fit(value, p.w)), true, 1)
}

// inApp says how it goes on in an app that is on the phone: there is no page to
// open, and a code would lead people to one that cannot do it.
func (p *pen) inApp(s Content, size float64) {
	p.lines(fmt.Sprintf(sayInApp, s.InApp), size*1.6, true, 0)
	p.gap(size * 0.3)
	p.lines(s.GoOn, size*1.2, false, 0)
}

// twoCodes writes the codes of an app: one code cannot serve both sorts of
// phones without a network. They are equal, on one line, and as far apart as
// there is room, so that a phone sees one of them.
// On the small card the words at their right are left to the pen that is given.
func (p *pen) twoCodes(s Content, f paper, body, below float64) *pen {
	module := p.twoModules(s, f)
	quiet, side := qr.QuietZone*module, module*float64(s.Links[0].Symbol.Side())
	left := max(p.x-quiet, 0)
	beside := p.w-(left-p.x)-2*side >= f.beside // room for the words at the right
	second := p.x + p.w + f.margins(p, quiet) - side
	if beside {
		second = left + side
	}
	label, host := body*1.1, body*1.3
	if f.style == sideBySide {
		label, host = body, body
	}
	top, low := p.y+f.labelGap(), p.y
	for i, link := range s.Links[:2] {
		x := []float64{left, second}[i]
		c := p.part(x+quiet-p.x, side-2*quiet)
		c.y = top
		c.aligned(labelOf(link), min(label, fit(labelOf(link), c.w)), true, 1, true)
		p.code(x, c.y, link.Symbol, module, link.Host)
		c.y += side
		c.host(link.Host, host)
		low = max(low, c.y)
		p.missing = append(p.missing, c.missing...)
	}
	right := p.beside(second + side + body*0.3 - p.x)
	p.y = low
	switch {
	case f.style == sideBySide:
	case beside:
		right.y = top + label + quiet
		right.numberedWays(s.ways(), body*1.45, low-right.y)
		p.join(right)
	default:
		p.gap(below * 0.4)
		p.numberedWays(s.ways(), below, 0)
	}
	return right
}

// margins is how far a quiet zone may stand over the right end of a column: into
// the margin of the page, but not into what stands beside it.
func (f paper) margins(p *pen, quiet float64) float64 {
	if f.beyond > 0 {
		return 0
	}
	return min(quiet, p.x)
}

// twoModules is the module of two codes side by side: as large as they fit, and
// no larger than a single code. Make gives them as many modules each.
func (p *pen) twoModules(s Content, f paper) float64 {
	symbol := s.Links[0].Symbol
	for _, link := range s.Links[1:] {
		if link.Symbol.Side() > symbol.Side() {
			symbol = link.Symbol
		}
	}
	room := (p.w + min(p.x, 4) + f.margins(p, 4)) / 2
	if f.two > 0 {
		room = min(room, f.two)
	}
	return min(moduleFor(symbol, f.code, p.dpi), moduleWithin(symbol, room, p.dpi))
}
