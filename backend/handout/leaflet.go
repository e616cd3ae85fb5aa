package handout

import (
	"fmt"
	"strconv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

const (
	foldW, foldH = 148.5, 210.0
	// A drawn phone on paper: as wide as a real one if it has the height, two to
	// a page.
	drawnWidth  = 60.0
	drawnHeight = 84.0
	// drawnLetters is the size of its letters, and leastShare by how much of its
	// size it may shrink, to stand on the page that has room for it.
	drawnLetters = 1.25
	leastShare   = 0.75
	// sceneOnPaper is the width of the drawing of a step without the phone.
	sceneOnPaper = 34.0
	// numberRoom is kept at the foot of a page for its number.
	numberRoom = 8.0
)

// leaflets lays out folded leaflets: for each slip and copy the sides of its
// A4 sheets, front and back by turns.
func (j Job) leaflets() (Pages, error) {
	all := make([]Pages, len(j.Contents))
	for i, s := range j.Contents {
		pages, err := booklet(s, j.paper(), j.DPI)
		if err != nil {
			return Pages{}, err
		}
		all[i] = Just(impose(pages)...).times(j.counts()[i])
	}
	return then(all...), nil
}

// booklet lays out the A5 pages of a leaflet in reading order: the cover, what to
// bring, the steps, what comes after. Pages come in fours; what is left of them
// has lines to write on.
func booklet(s Content, f paper, dpi int) ([]*Page, error) {
	cover := s
	cover.Steps = nil
	first, err := layCard(cover, f, foldW, foldH, dpi)
	if err != nil {
		return nil, err
	}
	b := &book{f: f, dpi: dpi, pages: []*Page{first}}
	if err := b.facts(s); err != nil {
		return nil, err
	}
	for i, st := range s.Steps {
		if err := b.step(i+1, st); err != nil {
			return nil, err
		}
	}
	if err := b.after(s); err != nil {
		return nil, err
	}
	if err := b.troubles(s.Trouble); err != nil {
		return nil, err
	}
	b.lined(s)
	for i, p := range b.pages[1:] {
		b.number(p, i+2)
	}
	return b.pages, nil
}

// book is a leaflet while it is written.
type book struct {
	f     paper
	dpi   int
	pages []*Page
	y     float64 // where the next block goes on the last page; 0: on a new one
}

// bottom is where the last block of a page ends at the latest.
func (b *book) bottom() float64 { return foldH - b.f.margin - numberRoom }

// pen writes a block, to be placed once its height is known.
func (b *book) pen() (*Page, *pen) {
	piece := &Page{}
	return piece, &pen{page: piece, x: b.f.margin, w: foldW - 2*b.f.margin, dpi: b.dpi}
}

// block puts what draw writes on the last page, or on a new one where it does
// not fit.
func (b *book) block(draw func(p *pen)) error {
	piece, p := b.pen()
	draw(p)
	if err := p.err(); err != nil {
		return err
	}
	if b.y == 0 || b.y+p.y > b.bottom() {
		if p.y > b.bottom()-b.f.margin {
			return guide.Errorf(guide.CodeContent, "Có bước quá dài nên không vừa một trang tờ gấp. Mời viết ngắn lại.")
		}
		b.turn()
	}
	b.pages[len(b.pages)-1].place(piece, 0, b.y)
	b.y += p.y + b.f.body
	return nil
}

// facts writes what to bring and the rest; a list longer than a page goes on on
// the next.
func (b *book) facts(s Content) error {
	if s.Urgent != nil { // the cover says it
		return nil
	}
	all := attempt{scale: 1, list: len(s.Needs)}
	_, p := b.pen()
	if p.facts(s, b.f, all, b.f.body); p.y <= b.bottom()-b.f.margin {
		return b.block(func(p *pen) { p.facts(s, b.f, all, b.f.body) })
	}
	for i := range s.Needs {
		if err := b.block(func(p *pen) { p.listed(s, i, b.f.body) }); err != nil {
			return err
		}
		b.y -= b.f.body // as close as in one block
	}
	s.Needs = nil
	return b.block(func(p *pen) { p.facts(s, b.f, all, b.f.body) })
}

// turn begins a new page.
func (b *book) turn() {
	b.pages = append(b.pages, &Page{W: foldW, H: foldH})
	b.y = b.f.margin
}

// step writes a step: its picture at the left, the words beside it. A picture may
// be a little smaller to stand on the page that has room for it, as long as its
// words can be read.
func (b *book) step(n int, st Step) error {
	if st.Screen != nil {
		_, _, least := drawnOnPaper(st)
		for share := 1.0; share >= least; share -= 0.05 {
			_, p := b.pen()
			b.drawStep(p, n, st, share)
			if b.y > 0 && b.y+p.y <= b.bottom() {
				return b.block(func(p *pen) { b.drawStep(p, n, st, share) })
			}
		}
	}
	return b.block(func(p *pen) { b.drawStep(p, n, st, 1) })
}

// drawnOnPaper gives a step's phone with what its units are in millimetres, and
// the least share of that size at which its words can still be read.
// A scene has nothing to read on it: it is smaller.
func drawnOnPaper(st Step) (drawn *picture.Drawing, scale, least float64) {
	if st.Screen == nil {
		scene := picture.Scene(st.Scene, func(s string) string { return s }).Mono()
		return &scene, sceneOnPaper / scene.W, 1
	}
	// Paper is read from as near as a phone, but cannot be made larger.
	drawn = picture.DrawAt(*st.Screen, picture.Look{Letters: drawnLetters, Paper: true}, func(s string) string { return s })
	scale, least = min(drawnWidth/drawn.W, drawnHeight/drawn.H), leastShare
	for _, shape := range drawn.Shapes {
		if text, ok := shape.(picture.Text); ok {
			least = max(least, smallest/(text.Size*scale))
		}
	}
	return drawn, scale, min(least, 1)
}

func (b *book) drawStep(p *pen, n int, st Step, share float64) {
	top, right := p.y, p.part(0, p.w)
	if st.Screen != nil || st.Scene != "" {
		drawn, scale, _ := drawnOnPaper(st)
		scale *= share
		p.page.Shapes = append(p.page.Shapes, picture.Moved(drawn.Shapes, p.x, top, scale)...)
		right = p.beside(drawn.W*scale + b.f.body)
		right.y += b.f.body
		p.y = top + drawn.H*scale
	}
	right.numberedStep(n, st, b.f.body)
	p.join(right)
}

// numberedStep writes what to do, large, and why.
func (p *pen) numberedStep(n int, st Step, body float64) {
	size := body * 1.2
	r := size * 0.74
	p.page.Shapes = append(p.page.Shapes,
		picture.Circle{X: p.x + r, Y: p.y + size*0.64, R: r, Fill: indigo},
		picture.Text{X: p.x + r, Y: p.y + size*0.95, Size: size * 0.85, Words: strconv.Itoa(n), Bold: true, Middle: true, Fill: white})
	in := p.beside(2*r + size*0.5)
	in.lines(st.Say, size, true, 0)
	in.gap(body * 0.3)
	in.lines(st.Why, body, false, 0)
	in.labelled(st.Here, st.Local, body)
	p.join(in)
}

// after writes what happens next.
func (b *book) after(s Content) error {
	if len(s.Next) == 0 {
		return nil
	}
	head := sayNext
	if !s.files() {
		head = sayNextThing
	}
	return b.block(func(p *pen) {
		p.heading(head, b.f.body*1.3)
		for _, line := range s.Next {
			p.numbered("–", inFront(line.Say), b.f.body)
		}
	})
}

// inFront is a sentence of the lesson about its code, which stands on the cover.
func inFront(say string) string { return codeOnKiosk.ReplaceAllString(say, "${1} "+sayCodeInFront) }

// troubles writes what goes wrong and what to do: at home nobody can be asked.
func (b *book) troubles(list []guide.Trouble) error {
	for i, t := range list {
		if err := b.block(func(p *pen) {
			if i == 0 {
				p.heading(sayTrouble, b.f.body*1.3)
			}
			p.lines(t.Wrong, b.f.body, true, 0)
			p.lines(inFront(t.Do), b.f.body, false, 0)
		}); err != nil {
			return err
		}
	}
	return nil
}

// lined fills what is left of the last page and of the sheet with lines to write
// on: a page with a few words and nothing else looks like a mistake.
func (b *book) lined(s Content) {
	const leastRoom = 50.0
	if b.bottom()-b.y >= leastRoom {
		b.notes(s)
		s.Code = "" // named once
	}
	for len(b.pages)%4 != 0 { // two sides of two pages make a sheet
		b.turn()
		b.notes(s)
		s.Code = ""
	}
}

// notes rules lines from here to the foot of the page.
func (b *book) notes(s Content) {
	const apart = 11.0
	piece, p := b.pen()
	p.heading(sayNotes, b.f.body*1.3)
	p.lines(sayNoSecrets, b.f.body, false, 0)
	p.gap(apart * 0.6)
	for i := 0; b.y+p.y+apart <= b.bottom(); i++ {
		x := p.x
		if s.Code != "" && i < len(notes) {
			p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + apart*0.6, Size: b.f.body, Words: notes[i] + ":", Fill: black})
			x += picture.Width(notes[i]+": ", b.f.body, false)
		}
		p.page.Shapes = append(p.page.Shapes, picture.Rect{X: x, Y: p.y + apart*0.6 + 0.8, W: p.x + p.w - x, H: 0.2, Fill: black})
		p.y += apart
	}
	b.pages[len(b.pages)-1].place(piece, 0, b.y)
}

func (b *book) number(p *Page, n int) {
	q := &pen{page: p, x: b.f.margin, y: foldH - b.f.margin - smallest, w: foldW - 2*b.f.margin}
	q.aligned(fmt.Sprintf(sayPage, n, len(b.pages)), smallest, false, 1, true)
}

// impose puts A5 pages on the sides of A4 sheets so that, printed on both
// sides and folded, they read in order.
func impose(pages []*Page) []*Page {
	var sides []*Page
	for i, k := 0, len(pages)-1; i < k; i, k = i+2, k-2 {
		sides = append(sides, pair(pages[k], pages[i]), pair(pages[i+1], pages[k-1]))
	}
	return sides
}

func pair(left, right *Page) *Page {
	side := &Page{W: 2 * foldW, H: foldH}
	side.place(left, 0, 0)
	side.place(right, foldW, 0)
	return side
}
