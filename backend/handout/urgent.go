package handout

import (
	"slices"
	"strconv"

	"tungbuoc/backend/picture"
)

// Urgent is what to do at once, in place of all that papers of other services
// say: who has just been robbed reads three lines and a number.
type Urgent struct {
	Acts    []Act
	Numbers []Number
}

// Act is one thing to do at once. Local is what the office notes beside it, "".
type Act struct{ Say, Note, Icon, Local string }

// Number is whom to call, and what for.
type Number struct{ Call, Say string }

// alarm frames what is urgent. On a printer without colours it is as dark as any
// frame; that the frame is double and the acts are huge tells it from others.
const alarm picture.Colour = "#8f2a2a"

// leastCall is the least size of a number to call in an emergency, mm: 30 points.
const leastCall = 30 * mmPerInch / 72

// urgentCard lays out a paper of an emergency: title, three acts, numbers, the
// office, and where there is room the code, last of all. It gives up notes before
// letters get small, those of the office first.
func urgentCard(s Content, f paper, w, h float64, dpi int) (page *Page, bottom float64, err error) {
	for _, a := range []struct {
		scale                float64
		notes, brief, locals bool
	}{
		{1.3, true, false, true}, {1.15, true, false, true}, {1, true, false, true}, {0.9, true, false, true}, {0.8, true, false, true}, {0.7, true, false, true}, {0.62, true, false, true},
		{1.3, true, false, false}, {1.15, true, false, false}, {1, true, false, false}, {0.9, true, false, false}, {0.8, true, false, false}, {0.7, true, false, false}, {0.62, true, false, false},
		{0.7, true, true, false}, {0.62, true, true, false}, {0.55, true, true, false}, {0.7, false, true, false}, {0.55, false, true, false}, {0.45, false, true, false},
	} {
		if h == 0 && a.scale > 1 || a.locals && !slices.ContainsFunc(s.Urgent.Acts, func(act Act) bool { return act.Local != "" }) {
			continue
		}
		page, bottom, err = tryUrgent(s, f, a.scale, a.notes, a.brief, a.locals, w, h, dpi)
		if err != nil || h == 0 || bottom <= h-f.margin {
			break
		}
	}
	return page, bottom, err
}

func tryUrgent(s Content, f paper, scale float64, notes, brief, locals bool, w, h float64, dpi int) (page *Page, bottom float64, err error) {
	page = &Page{W: w, H: h}
	p := &pen{page: page, x: f.margin, y: f.margin, w: w - 2*f.margin, dpi: dpi}
	f.alarm, f.phone = true, min(f.phone, f.call*0.6) // nothing is as large as whom to call
	p.head(s, f)
	body := max(smallest, f.body*min(1, scale*1.1))
	p.gap(body * 0.4)
	foot, q := p.apart(0, p.w)
	q.urgentFoot(s, f, brief, body)
	numbers, r := p.apart(0, p.w)
	r.numbers(s.Urgent.Numbers, f, max(leastCall, f.call*min(1, scale*1.1)), body)
	end := p.y + 1000
	if h > 0 {
		end = h - f.margin - q.y - r.y - body*0.2
	}
	p.acts(s.Urgent.Acts, f.title*0.62*scale, notes, locals, end)
	top := p.y + body*0.2
	if h > 0 {
		top = max(top, end)
	}
	page.place(numbers, 0, top)
	page.place(foot, 0, top+r.y)
	p.missing = append(p.missing, append(q.missing, r.missing...)...)
	return page, top + r.y + q.y, p.err()
}

// acts writes what to do, each with its number and its picture, spread down to
// end if there is room.
func (p *pen) acts(list []Act, size float64, notes, locals bool, end float64) {
	size = max(smallest*1.3, size)
	small := max(smallest, size*0.62)
	// A small picture beside small letters; what is drawn is told in words, too.
	write := func(p *pen, n int, a Act) {
		r := size * 0.75
		p.page.Shapes = append(p.page.Shapes,
			picture.Circle{X: p.x + r, Y: p.y + r, R: r, Fill: alarm},
			picture.Text{X: p.x + r, Y: p.y + r + size*0.36, Size: size, Words: strconv.Itoa(n), Bold: true, Middle: true, Fill: white})
		in := p.beside(2*r + size*0.5)
		low := p.y + 2*r
		if art := pictogram(a.Icon, false); art != nil {
			side := size * 1.8
			p.stamp(art, in.x, p.y, side)
			in = in.beside(side + size*0.5)
			low = p.y + side
		}
		in.lines(a.Say, size, true, 0)
		if notes {
			in.lines(a.Note, small, false, 0)
		}
		if locals {
			in.lines(a.Local, small, false, 0)
		}
		in.y = max(in.y, low)
		p.join(in)
	}
	try := *p
	try.page, try.missing = &Page{}, nil
	for i, a := range list {
		write(&try, i+1, a)
	}
	gap := size * 0.35
	if n := len(list) - 1; n > 0 && end < p.y+1000 {
		gap = max(gap, min((end-try.y)/float64(n+1), size*1.2))
	}
	for i, a := range list {
		if i > 0 {
			p.gap(gap)
		}
		write(p, i+1, a)
	}
}

// numbers writes whom to call, as large as nothing else, side by side.
func (p *pen) numbers(list []Number, f paper, size, small float64) {
	if len(list) == 0 {
		return
	}
	p.ruled(alarm, 0.8)
	p.gap(small * 0.4)
	if len(list) == 1 {
		p.number(list[0], size, small)
		return
	}
	// Side by side, each as wide as it needs, if that leaves them large; a small
	// card has no height for two.
	const leastShare = 0.32
	room := p.w - small
	a, b := picture.Width(list[0].Call, 1, true), picture.Width(list[1].Call, 1, true)
	w := room * min(max(a/(a+b), leastShare), 1-leastShare)
	both := min(size, fit(list[0].Call, w), fit(list[1].Call, room-w))
	if both < leastCall && f.style != sideBySide {
		p.number(list[0], size, small)
		p.number(list[1], size, small)
		return
	}
	left, right := p.part(0, w), p.part(w+small, room-w)
	left.number(list[0], both, small)
	right.number(list[1], both, small)
	p.join(left, right)
}

func (p *pen) number(n Number, size, small float64) {
	p.missing = append(p.missing, picture.Missing(n.Call)...)
	size = min(size, fit(n.Call, p.w))
	p.y -= size * 0.16 // digits have no marks above them
	p.write([]string{n.Call}, size, true, false, titleLeading)
	p.lines(n.Say, small, true, 0)
	p.gap(small * 0.2)
}

// urgentFoot names the office, and has the code where it takes no room from what
// matters.
func (p *pen) urgentFoot(s Content, f paper, brief bool, body float64) {
	small := max(smallest, body*0.84)
	p.rule(0.4)
	p.gap(small * 0.25)
	bottom := 0.0
	if len(s.Links) > 0 && s.Links[0].Symbol != nil && f.wifi > 0 && !brief {
		module := moduleFor(s.Links[0].Symbol, f.wifi, p.dpi)
		side := module * float64(s.Links[0].Symbol.Side())
		right := p.part(p.w-side, side)
		right.aligned(sayReadMore, small, true, 2, true)
		right.code(right.x, right.y, s.Links[0].Symbol, module, s.Links[0].Host)
		right.y += side
		right.host(s.Links[0].Host, small)
		bottom = right.y
		p.missing = append(p.missing, right.missing...)
		p.w -= side + small
	}
	p.whom(s, f, attempt{scale: 1, brief: brief, bare: brief, line: brief && f.style == sideBySide}, small)
	if !brief {
		for _, hours := range s.hours() {
			p.lines(hours, small, false, 2)
		}
	}
	p.edition(s, max(smallest, small*0.7))
	p.y = max(p.y, bottom)
}
