package handout

import (
	"fmt"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// front is how many pages come before the households' cards.
const front = 3

// perHousehold is how many sheets of cards a household gets.
func (j Job) perHousehold() int {
	cells := j.Layout.Cells()
	return (len(j.Contents) + cells - 1) / cells
}

// pack lays out the paper for the households of one hamlet, in the order it is
// printed and carried: a cover with boxes to tick, a notice for the hamlet's
// house, the team's talking card, and for every household the cards of the
// same services.
func (j Job) pack() Pages {
	cards := j
	cards.Copies, cards.Start, cards.Hamlet = 1, 1, ""
	sheets := cards.sheets()
	kept := make([]Pages, sheets.count) // the same sheets for every household
	for i := range kept {
		kept[i] = made(func() (*Page, error) { return sheets.at(i + 1) })
	}
	return then(made(j.cover), made(j.notice), made(j.talkingCard), then(kept...).times(j.Copies))
}

const (
	a4W, a4H   = 210.0, 297.0
	coverEdge  = 18.0
	coverText  = 5.0
	coverTitle = 10.0
	footText   = 3.4
)

func coverPen(dpi int) (*Page, *pen) {
	page := &Page{W: a4W, H: a4H}
	return page, &pen{page: page, x: coverEdge, y: coverEdge, w: a4W - 2*coverEdge, dpi: dpi}
}

// cover says what is in the pack, with a box to tick for every household.
func (j Job) cover() (*Page, error) {
	page, p := coverPen(j.DPI)
	bottom := j.foot(page, p)
	p.lines(fmt.Sprintf(sayHamletCover, j.Hamlet), coverTitle, true, 3)
	p.gap(coverText)
	p.labelled(sayHouseholds, fmt.Sprint(j.Copies), coverText)
	p.labelled(sayPerHousehold, fmt.Sprintf(sayCards, len(j.Contents), j.perHousehold()), coverText)
	p.labelled(sayPagesAll, fmt.Sprintf(sayPagesCount, front+j.perHousehold()*j.Copies), coverText)
	p.gap(coverText)
	p.lines(sayContents, coverText*1.1, true, 1)
	for _, what := range []string{sayCoverPoster, sayCoverTalk} {
		p.boxed(what, coverText)
	}
	below := coverText + coverText*1.1*leading + 1
	j.titles(p, bottom-below-float64(j.rows())*leastBox, func(p *pen, title string, size float64) { p.boxed(title, size) })
	p.gap(coverText)
	p.lines(sayGivenOut, coverText*1.1, true, 1)
	p.gap(1)
	j.boxes(p, bottom)
	return page, p.err()
}

const (
	boxesPerRow = 25
	leastBox    = 2.2 // mm, with the room below it
)

// rows is how many rows of boxes the households fill.
func (j Job) rows() int { return (j.Copies + boxesPerRow - 1) / boxesPerRow }

// boxes draws a small box for every household.
func (j Job) boxes(p *pen, bottom float64) {
	side := p.w / boxesPerRow
	height := min(side, (bottom-p.y)/float64(j.rows()))
	for i := range j.Copies {
		p.page.Shapes = append(p.page.Shapes, picture.Rect{
			X: p.x + side*float64(i%boxesPerRow), Y: p.y + height*float64(i/boxesPerRow), W: side * 0.8, H: height * 0.8, Stroke: black, Line: 0.3,
		})
	}
}

// notice hangs in the hamlet's house: up to six services with their codes.
func (j Job) notice() (*Page, error) {
	page, p := coverPen(j.DPI)
	bottom := j.foot(page, p)
	p.lines(sayPosterTitle, coverTitle*1.2, true, 2)
	p.lines(sayPosterExplain, coverText*1.1, false, 0)
	p.gap(coverText)
	p.rule(0.35)
	p.gap(coverText)
	const columns, most, code = 2, 6, 34.0
	top := p.y
	cellW, cellH := p.w/columns, (bottom-top)/3
	for i, s := range j.Contents[:min(most, len(j.Contents))] {
		q := &pen{page: page, x: p.x + cellW*float64(i%columns), y: top + cellH*float64(i/columns), w: cellW - 4, dpi: j.DPI}
		q.lines(s.Title, coverText*1.1, true, 2)
		link := s.Links[0]
		side := q.code(q.x, q.y, link.Symbol, moduleFor(link.Symbol, code, p.dpi), link.Host)
		r := *q
		r.x, r.w = q.x+side, q.w-side
		r.gap(coverText)
		if link.For != "" {
			r.lines(map[string]string{"Android": sayAndroid, "iPhone": sayIPhone}[link.For], coverText*0.8, true, 2)
		}
		r.lines(link.Host, min(coverText*0.8, fit(link.Host, r.w)), true, 1)
		r.lines(s.Code, coverText*0.8, false, 1)
		p.missing = append(p.missing, append(q.missing, r.missing...)...)
	}
	return page, p.err()
}

// talkingCard is what the team says at the door.
func (j Job) talkingCard() (*Page, error) {
	page, p := coverPen(j.DPI)
	bottom := j.foot(page, p)
	p.lines(sayTalkTitle, coverTitle, true, 1)
	p.gap(coverText)
	for i, say := range talk {
		p.numbered(fmt.Sprintf("%d.", i+1), say, coverText*1.25)
		p.gap(coverText * 0.5)
	}
	p.gap(coverText)
	p.lines(sayTalkServices, coverText*1.1, true, 1)
	j.titles(p, bottom, func(p *pen, title string, size float64) { p.lines("– "+title, size, false, 2) })
	return page, p.err()
}

// titles writes what is in the pack, as large as it ends above bottom.
func (j Job) titles(p *pen, bottom float64, write func(p *pen, title string, size float64)) {
	for size := coverText; ; size = max(smallest, size-0.1) {
		try := *p
		try.page = &Page{}
		for _, c := range j.Contents {
			write(&try, c.Title, size)
		}
		if try.y <= bottom || size == smallest {
			p.page.Shapes = append(p.page.Shapes, try.page.Shapes...)
			p.y, p.missing = try.y, try.missing
			return
		}
	}
}

// foot lays out the office, the team and the edition at the bottom of a page and
// says where what stands above has to end.
func (j Job) foot(page *Page, p *pen) (bottom float64) {
	c, foot := j.Contents[0], &Page{}
	q := &pen{page: foot, x: p.x, w: p.w}
	q.rule(0.35)
	q.gap(1.5)
	q.whom(c, paper{phone: 6.3}, attempt{scale: 1}, footText)
	q.lines(fmt.Sprintf(sayEdition, c.Edition, c.Printed.Format("02/01/2006"), guide.Day(c.ReviewBy)), footText, false, 1)
	top := a4H - coverEdge - q.y
	page.Shapes = append(page.Shapes, picture.Moved(foot.Shapes, 0, top, 1)...)
	p.missing = append(p.missing, q.missing...)
	return top - coverText
}
