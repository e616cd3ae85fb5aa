package handout

import (
	"slices"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// smallest is the least size of text on paper, mm: 7.5 points, which ministries
// use for the small print of forms.
const smallest = 2.65

// attempt says what is given up to make a card fit.
type attempt struct {
	scale float64 // of all text
	list  int     // how many things of the checklist
	steps int
	short bool // no hours, not who decides
	alone bool // no second code
	brief bool // neither list nor who decides
	bare  bool // no second code, and names in one line
	line  bool // and all numbers in one line
}

// minSteps is how many first steps are worth printing at all.
const minSteps = 3

// attempts goes from everything, as large as there is room for it, to the least
// that still serves. What only some bring goes first, then letters get smaller;
// what everybody brings goes last, and then all of it.
func attempts(f paper, s Content) []attempt {
	all, musts := min(f.list, len(s.Needs)), min(f.list, s.musts())
	var list []attempt
	for steps := min(f.steps, len(s.Steps)); steps >= minSteps; steps-- {
		list = append(list, attempt{scale: 1, list: all, steps: steps})
	}
	for _, scale := range []float64{1.35, 1.25, 1.16, 1.08, 1, 0.94, 0.88} {
		list = append(list, attempt{scale: scale, list: all})
	}
	for some := all - 1; some >= musts; some-- {
		list = append(list, attempt{scale: 0.88, list: some})
	}
	for _, scale := range []float64{0.88, 0.8, 0.72} {
		list = append(list, attempt{scale: scale, list: musts, short: true})
	}
	for _, scale := range []float64{0.88, 0.8, 0.72} {
		list = append(list, attempt{scale: scale, list: musts, short: true, alone: true})
	}
	list = append(list, attempt{scale: 0.88}, attempt{scale: 0.88, short: true})
	for _, least := range []attempt{{}, {bare: true}, {bare: true, line: true}} {
		for _, scale := range []float64{0.88, 0.8, 0.72} {
			list = append(list, attempt{scale: scale, brief: true, bare: least.bare, line: least.line})
		}
	}
	return list
}

// card lays a slip out in a cell of w × h; h 0: as long as it gets. Error:
// CodeContent when not even the least fits, or the typeface lacks a character.
func card(s Content, f paper, w, h float64, dpi int) (*Page, error) {
	if s.Urgent != nil {
		page, bottom, err := urgentCard(s, f, w, h, dpi)
		if err == nil && h == 0 {
			page.H = bottom + f.margin
		}
		if err == nil && h > 0 && bottom > h-f.margin {
			return nil, tooLong(s)
		}
		return page, err
	}
	for _, a := range attempts(f, s) {
		if a.scale > 1 && (h == 0 || f.style == sideBySide) { // a roll always has room, a small card never
			continue
		}
		page, bottom, err := tryCard(s, f, a, w, h, dpi)
		if err != nil {
			return nil, err
		}
		if h == 0 {
			page.H = bottom + f.margin
			return page, nil
		}
		if bottom <= h-f.margin {
			return page, nil
		}
	}
	return nil, tooLong(s)
}

func tooLong(s Content) error {
	return guide.Errorf(guide.CodeContent, "%.60q có tên quá dài nên không vừa khổ giấy này. Mời chọn khổ lớn hơn.", s.Title)
}

// tryCard lays out once; bottom is where the content above the foot would have
// to end for the foot to fit, grown by what stands over.
func tryCard(s Content, f paper, a attempt, w, h float64, dpi int) (page *Page, bottom float64, err error) {
	body := max(smallest, f.body*a.scale)
	small := max(smallest, body*0.84)
	page = &Page{W: w, H: h}
	p := &pen{page: page, x: f.margin, y: f.margin, w: w - 2*f.margin, dpi: dpi}
	p.head(s, f)
	if f.style == sideBySide {
		p.sideBySide(s, f, a, body, h)
		return page, p.y, p.err()
	}
	if f.field == 0 { // under a field the quiet zone is room enough
		p.gap(f.body * 0.3)
	}
	top, codes := p, p.part(0, p.w-f.beyond)
	codes.scan(s, f, f.body, body)
	if f.beyond > 0 { // all else at the right
		p = p.beside(p.w - f.beyond + body)
	} else {
		p.join(codes)
		if f.style == folded {
			p.gap(body)
			p.lines(sayInside, body*1.1, true, 0)
		} else {
			p.gap(body * 0.6)
			p.rule(0.4)
			p.gap(body * 0.5)
		}
	}
	if f.style != folded {
		p.facts(s, f, a, body)
	}
	foot, q := p.apart(0, p.w)
	q.foot(s, f, a, body, small)
	from := p.y + body*0.5
	if h > 0 {
		from = max(from, h-f.margin-q.y)
	}
	page.place(foot, 0, from)
	p.missing = append(p.missing, q.missing...)
	if f.beyond > 0 {
		p.missing = slices.Concat(top.missing, codes.missing, p.missing)
		return page, max(from+q.y, codes.y), p.err()
	}
	return page, from + q.y, p.err()
}

// apart is a pen on a page of its own, to be placed once its height is known; it
// starts at 0.
func (p *pen) apart(from, width float64) (*Page, *pen) {
	q := *p
	q.page, q.y, q.missing = &Page{}, 0, nil
	q.x, q.w = p.x+from, width
	return q.page, &q
}

// sideBySide is the small card: the code left, all words right, and how old it is
// below both. h is the height of the cell.
func (p *pen) sideBySide(s Content, f paper, a attempt, body, h float64) {
	p.gap(0.3)
	last, e := p.apart(0, p.w)
	e.smallEdition(s)
	end := h - f.margin - e.y
	if len(s.Links) > 1 {
		p.twoAndWords(s, f, a, body, end)
	} else {
		p.codeAndWords(s, f, a, body, end)
	}
	end = max(end, p.y)
	p.page.place(last, 0, end)
	p.y = end + e.y
	p.missing = append(p.missing, e.missing...)
}

// twoAndWords puts two codes left and whom to call right.
func (p *pen) twoAndWords(s Content, f paper, a attempt, body, end float64) {
	small := max(smallest, body*0.84)
	right := p.twoCodes(s, f, body, body)
	right.gap(1.2)
	right.lines(sayReadBrief, small, true, 0)
	foot, q := right.apart(0, right.w)
	q.smallFoot(s, f, a, small)
	top := max(end-q.y, right.y+0.8)
	p.page.place(foot, 0, top)
	p.y = max(p.y, top+q.y)
	p.missing = append(p.missing, append(right.missing, q.missing...)...)
}

// codeAndWords puts the code left and all words right, down to end if they fit.
func (p *pen) codeAndWords(s Content, f paper, a attempt, body, end float64) {
	small := max(smallest, body*0.84)
	var link Link
	if len(s.Links) > 0 {
		link = s.Links[0]
	}
	from, left := 0.0, p.part(0, p.w)
	if link.Symbol != nil {
		room, host := end-p.y, min(body*1.25, 4)
		if s.Does == "" {
			room -= host * leading
		}
		if link.For != "" {
			room -= body * leading
		}
		module := min(moduleFor(link.Symbol, f.code, p.dpi), moduleWithin(link.Symbol, room, p.dpi))
		quiet, side := qr.QuietZone*module, module*float64(link.Symbol.Side())
		x := max(p.x-quiet, 0)
		left = p.part(x+quiet-p.x, side-2*quiet)
		if link.For != "" {
			left.aligned(labelOf(link), min(body, fit(labelOf(link), left.w)), true, 1, true)
		}
		p.code(x, left.y, link.Symbol, module, link.Host)
		left.y += side
		if s.Does == "" {
			left.host(link.Host, host)
		}
		from = x + side - p.x
	}
	foot, q := p.apart(from, p.w-from)
	q.smallFoot(s, f, a, small)
	right := p.part(from, p.w-from)
	right.gap(1.2)
	top := end - q.y
	switch {
	case s.InApp != "":
		right.inApp(s, body)
	case len(s.Links) == 0: // who goes somewhere opens nothing
	case link.Symbol == nil:
		right.alone(s, body)
	case s.Does != "":
		right.lines(s.Does, body, false, 0)
		right.lines(link.Host, min(body*1.6, fit(link.Host, right.w)), true, 1)
	default:
		right.numberedWays(s.briefWays(), body*1.15, top-right.y-0.8)
	}
	top = max(top, right.y+0.8)
	p.page.place(foot, 0, top)
	p.join(left, right)
	p.y = max(p.y, top+q.y)
	p.missing = append(p.missing, q.missing...)
}

// smallFoot is the foot of the small card: whom to call.
func (p *pen) smallFoot(s Content, f paper, a attempt, small float64) {
	p.rule(0.3)
	p.gap(0.6)
	p.whom(s, f, a, small)
}

// smallEdition is the last line: that nothing is filed yet, and how old the card
// is.
func (p *pen) smallEdition(s Content) {
	_, brief := s.notFiled()
	if brief == "" {
		p.edition(s, smallest)
		return
	}
	old := s.editionBrief()
	right := p.beside(p.w - picture.Width(old, smallest, false))
	right.lines(old, smallest, false, 1)
	p.lines(brief, smallest, true, 1)
}
