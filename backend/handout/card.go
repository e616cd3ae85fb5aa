package handout

import (
	"fmt"
	"strconv"
	"strings"

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
	list  int     // lines of the checklist
	steps int
	brief bool // no notes, no times
	bare  bool // no second code, and of the team only its number
	line  bool // and all numbers in one line
}

// minSteps is how many first steps are worth printing at all.
const minSteps = 3

// attempts goes from everything to the least that still serves.
func attempts(f paper, s Content) []attempt {
	var list []attempt
	for steps := min(f.steps, len(s.Steps)); steps >= minSteps; steps-- {
		list = append(list, attempt{scale: 1, list: f.list, steps: steps})
	}
	for _, scale := range []float64{1, 0.94, 0.88} {
		list = append(list, attempt{scale: scale, list: f.list})
	}
	for lines := min(f.list, len(s.Papers)); lines >= 0; lines-- {
		list = append(list, attempt{scale: 0.88, list: lines})
	}
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
	for _, a := range attempts(f, s) {
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
	return nil, guide.Errorf(guide.CodeContent, "%.60q có tên quá dài nên không vừa khổ giấy này. Mời chọn khổ lớn hơn.", s.Title)
}

// tryCard lays out once; bottom is where the content above the foot would have
// to end for the foot to fit, grown by what stands over.
func tryCard(s Content, f paper, a attempt, w, h float64, dpi int) (page *Page, bottom float64, err error) {
	body, title := max(smallest, f.body*a.scale), f.title*max(a.scale, 0.8)
	page = &Page{W: w, H: h}
	p := &pen{page: page, x: f.margin, y: f.margin, w: w - 2*f.margin, dpi: dpi}
	small := max(smallest, body*0.84)
	if f.style == sideBySide {
		p.sideBySide(s, f, title, small)
	} else {
		p.lines(s.Title, title, true, 4)
		p.gap(title * 0.3)
		p.codes(s, f, body, small)
		p.gap(body * 0.5)
		p.rule(0.35)
		p.gap(body * 0.5)
		p.facts(s, a, body)
	}
	foot := &Page{}
	q := &pen{page: foot, x: f.margin, w: w - 2*f.margin, dpi: dpi}
	q.foot(s, f, a, body, small)
	top := p.y + body*0.5
	if h > 0 {
		top = max(top, h-f.margin-q.y)
	}
	page.Shapes = append(page.Shapes, picture.Moved(foot.Shapes, 0, top, 1)...)
	for _, c := range foot.Codes {
		c.Y += top
		page.Codes = append(page.Codes, c)
	}
	p.missing = append(p.missing, q.missing...)
	return page, top + q.y, p.err()
}

// codes writes the code with its words, or two codes side by side.
func (p *pen) codes(s Content, f paper, body, small float64) {
	if len(s.Links) > 1 {
		p.twoCodes(s, f, body, small)
		return
	}
	link := s.Links[0]
	if link.Symbol == nil {
		p.alone(s, body)
		return
	}
	side := sideFor(link.Symbol, f.code, p.dpi)
	if f.style == roll { // the words stand under the code
		p.aligned(sayScan, body, true, 0, true)
		p.code(p.x+(p.w-side)/2, p.y, link.Symbol, f.code, link.Host)
		p.y += side
		p.aligned(s.only(), small, false, 0, true)
		p.aligned(link.Host, body*1.15, true, 0, true)
		if s.Code != "" {
			p.aligned(sayType, small, false, 0, true)
			p.aligned(s.Code, body*1.15, true, 0, true)
		}
		return
	}
	top := p.y
	p.code(p.x, top, link.Symbol, f.code, link.Host)
	right := *p
	right.x, right.w, right.y = p.x+side+body*0.6, p.w-side-body*0.6, top+side*0.07
	right.lines(sayScan, body, true, 0)
	right.gap(body * 0.5)
	right.lines(s.only(), body, false, 0)
	right.lines(link.Host, min(body*1.3, fit(link.Host, right.w)), true, 1)
	if s.Code != "" {
		right.gap(body * 0.5)
		right.lines(sayType, body, false, 0)
		right.lines(s.Code, body*1.3, true, 1)
	}
	p.missing = right.missing
	p.y = max(top+side, right.y)
}

// alone writes what a code would have said.
func (p *pen) alone(s Content, size float64) {
	value := s.Links[0].Host
	p.lines(s.only(), size, false, 0)
	p.lines(value, min(size*1.6, fit(value, p.w)), true, 1)
}

// only says how to know the right code: by the host, or what another code does.
func (s Content) only() string {
	if s.Does != "" {
		return s.Does
	}
	return sayOnly
}

// twoCodes writes the codes of an app: one code cannot serve both sorts of
// phones without a network.
func (p *pen) twoCodes(s Content, f paper, body, small float64) {
	top, lowest := p.y, p.y
	columns := float64(len(s.Links))
	for i, link := range s.Links {
		least := f.code
		if sideFor(link.Symbol, least, p.dpi) > p.w/columns { // two codes need more room than one: a little smaller, never too fine
			least = (p.w/columns - 2*qr.QuietZone*minModule) * 0.86
		}
		side := sideFor(link.Symbol, least, p.dpi)
		c := *p
		c.x, c.w, c.y = p.x+p.w/columns*float64(i), p.w/columns, top
		c.aligned(map[string]string{"Android": sayAndroid, "iPhone": sayIPhone}[link.For], body, true, 1, true)
		c.code(c.x+(c.w-side)/2, c.y, link.Symbol, least, link.Host)
		c.y += side
		c.aligned(sayOnly, small, false, 0, true)
		c.aligned(link.Host, min(body, fit(link.Host, c.w)), true, 1, true)
		p.missing = c.missing
		lowest = max(lowest, c.y)
	}
	p.y = lowest
}

// fit is the largest size at which text fits in one line of width.
func fit(text string, width float64) float64 { return width / picture.Width(text, 1, true) * 0.99 }

// facts writes what to bring, what it costs, how long it takes, first steps.
func (p *pen) facts(s Content, a attempt, body float64) {
	shown := min(a.list, len(s.Papers))
	switch {
	case a.brief || len(s.Papers) == 0:
	case shown == 0:
		p.labelled(sayBring+":", fmt.Sprintf(sayBringAsk, len(s.Papers)), body)
	default:
		head := sayBring
		if s.Personal {
			head = sayBringOwn
		}
		p.lines(head, body*1.12, true, 1)
		p.gap(body * 0.2)
		for _, paper := range s.Papers[:shown] {
			p.boxed(paper, body)
		}
		if left := len(s.Papers) - shown; left > 0 {
			p.lines(fmt.Sprintf(sayMore, left), body, false, 0)
		}
		p.gap(body * 0.4)
	}
	p.labelled(sayFee, s.Fee, body)
	p.labelled(sayTime, s.Time, body)
	if !a.brief {
		p.labelled(sayDecides, s.Service.Decides, body)
	}
	if a.steps > 0 && len(s.Steps) > 0 {
		p.gap(body * 0.5)
		p.lines(saySteps, body*1.12, true, 1)
		p.gap(body * 0.2)
		for i, st := range s.Steps[:min(a.steps, len(s.Steps))] {
			p.numbered(strconv.Itoa(i+1)+".", st.Say, body)
		}
		if left := len(s.Steps) - a.steps; left > 0 {
			p.lines(fmt.Sprintf(sayMoreSteps, left), body, false, 0)
		}
	}
}

// sideBySide is the small card: the code left, all words right.
func (p *pen) sideBySide(s Content, f paper, title, small float64) {
	top := p.y
	if len(s.Links) > 1 {
		p.lines(s.Title, title, true, 2)
		p.gap(small * 0.2)
		p.twoCodes(s, paper{style: f.style, code: f.code * 0.92}, small, smallest)
		return
	}
	link := s.Links[0]
	if link.Symbol == nil {
		p.lines(s.Title, title, true, 4)
		p.gap(small * 0.5)
		p.alone(s, small)
		return
	}
	side := p.code(p.x, top, link.Symbol, f.code, link.Host)
	right := *p
	right.x, right.w = p.x+side+1, p.w-side-1
	right.lines(s.Title, title, true, 4)
	right.gap(small * 0.5)
	right.lines(s.only(), small, false, 0)
	right.lines(link.Host, min(small*1.25, fit(link.Host, right.w)), true, 1)
	if s.Code != "" {
		right.lines(sayType, small, false, 0)
		right.lines(s.Code, small*1.25, true, 1)
	}
	p.missing = right.missing
	p.y = max(top+side, right.y)
}

// foot writes who gave the paper out, and how long it may be trusted.
func (p *pen) foot(s Content, f paper, a attempt, body, small float64) {
	p.rule(0.35)
	p.gap(small * 0.35)
	bottom := 0.0
	if s.WiFi != nil && f.wifi > 0 && !a.bare {
		side := sideFor(s.WiFi, f.wifi, p.dpi)
		right := *p
		right.x, right.w = p.x+p.w-side, side
		right.aligned(fmt.Sprintf(sayWiFi, s.Office.WiFi.Name), small, true, 2, true)
		right.code(right.x, right.y, s.WiFi, f.wifi, s.Office.WiFi.Name)
		bottom = right.y + side
		p.missing = right.missing
		p.w -= side + small
	}
	defer func() { p.y = max(p.y, bottom) }()
	if s.Does == "" {
		p.lines(sayNotFiled, max(small, body*0.9), true, 1)
	}
	phone := named(sayPhone, s.Office.Phone)
	switch team := numberIn(s.Team); { // names may be cut, numbers never
	case a.line:
		p.whole(cutToFit(s.Office.Name, join(phone, named(sayTeamShort, team)), p.w, small), small)
	case a.bare:
		p.whole(cutToFit(s.Office.Name, phone, p.w, small), small)
		p.whole(named(sayTeam, team), small)
	default:
		p.whole(join(s.Office.Name, phone), small)
		if !a.brief {
			for _, hours := range s.Office.Hours {
				p.lines(hours, small, false, 2)
			}
		}
		p.whole(s.Team, small)
	}
	if s.Does != "" {
		p.lines(fmt.Sprintf(sayPrinted, s.Printed.Format("02/01/2006")), small, false, 1)
		return
	}
	p.lines(fmt.Sprintf(sayEdition, s.Edition, s.Printed.Format("02/01/2006"), guide.Day(s.ReviewBy)), small, false, 2)
}

// named puts words before a number, "" if there is none.
func named(words, number string) string {
	if number == "" {
		return ""
	}
	return words + " " + number
}

// cutToFit cuts a name so that it stands in one line with a number.
func cutToFit(name, number string, width, size float64) string {
	for cut := []rune(name); len(cut) > 0; cut = cut[:len(cut)-1] {
		if line := join(name, number); picture.Width(line, size, false) <= width {
			return line
		}
		name = strings.TrimRight(string(cut), " ") + "…"
	}
	return number
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
