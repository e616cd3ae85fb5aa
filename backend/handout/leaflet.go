package handout

import (
	"fmt"
	"strconv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

const (
	foldW, foldH = 148.5, 210.0
	// drawnHeight is a drawn phone on paper, mm.
	drawnHeight = 56.0 // three to a page
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

// booklet lays out the A5 pages of a leaflet in reading order.
func booklet(s Content, f paper, dpi int) ([]*Page, error) {
	cover := s
	cover.Steps = nil
	first, err := layCard(cover, f, foldW, foldH, dpi)
	if err != nil {
		return nil, err
	}
	b := &book{f: f, dpi: dpi, pages: []*Page{first}}
	for i, st := range s.Steps {
		if err := b.step(i+1, st); err != nil {
			return nil, err
		}
	}
	if err := b.after(s.Service.Next); err != nil {
		return nil, err
	}
	for len(b.pages)%4 != 0 { // two sides of two pages make a sheet
		b.pages = append(b.pages, &Page{W: foldW, H: foldH})
	}
	for i, p := range b.pages[1:] {
		if len(p.Shapes) > 0 {
			b.number(p, i+2)
		}
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

// block puts what draw writes on the last page, or on a new one where it does
// not fit.
func (b *book) block(draw func(p *pen)) error {
	piece := &Page{}
	p := &pen{page: piece, x: b.f.margin, w: foldW - 2*b.f.margin, dpi: b.dpi}
	draw(p)
	if err := p.err(); err != nil {
		return err
	}
	const numberRoom = 8
	if b.y == 0 || b.y+p.y > foldH-b.f.margin-numberRoom {
		if p.y > foldH-2*b.f.margin-numberRoom {
			return guide.Errorf(guide.CodeContent, "Có bước quá dài nên không vừa một trang tờ gấp. Mời viết ngắn lại.")
		}
		b.pages = append(b.pages, &Page{W: foldW, H: foldH})
		b.y = b.f.margin
	}
	last := b.pages[len(b.pages)-1]
	last.Shapes = append(last.Shapes, picture.Moved(piece.Shapes, 0, b.y, 1)...)
	b.y += p.y + b.f.body
	return nil
}

// step writes a step: its picture at the left, the words beside it.
func (b *book) step(n int, st Step) error {
	return b.block(func(p *pen) {
		top, right := p.y, *p
		if st.Screen != nil {
			drawn := picture.Draw(*st.Screen, func(s string) string { return s })
			scale := drawnHeight / drawn.H
			p.page.Shapes = append(p.page.Shapes, picture.Moved(drawn.Shapes, p.x, top, scale)...)
			right.x, right.w = p.x+drawn.W*scale+b.f.body, p.w-drawn.W*scale-b.f.body
			right.y += b.f.body
		}
		right.lines(strconv.Itoa(n)+". "+st.Say, b.f.body*1.15, true, 0)
		right.gap(b.f.body * 0.3)
		right.lines(st.Why, b.f.body, false, 0)
		p.missing = right.missing
		p.y = right.y
		if st.Screen != nil {
			p.y = max(p.y, top+drawnHeight)
		}
	})
}

// after writes what happens next.
func (b *book) after(next []guide.Line) error {
	if len(next) == 0 {
		return nil
	}
	return b.block(func(p *pen) {
		p.lines(sayNext, b.f.body*1.3, true, 1)
		p.gap(b.f.body * 0.4)
		for _, line := range next {
			p.numbered("–", line.Say, b.f.body)
		}
	})
}

func (b *book) number(p *Page, n int) {
	q := &pen{page: p, x: b.f.margin, y: foldH - b.f.margin, w: foldW - 2*b.f.margin}
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
