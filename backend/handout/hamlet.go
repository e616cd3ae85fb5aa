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
	return (len(j.Slips) + cells - 1) / cells
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
)

func coverPen(dpi int) (*Page, *pen) {
	page := &Page{W: a4W, H: a4H}
	return page, &pen{page: page, x: coverEdge, y: coverEdge, w: a4W - 2*coverEdge, dpi: dpi}
}

// cover says what is in the pack, with a box to tick for every household.
func (j Job) cover() (*Page, error) {
	page, p := coverPen(j.DPI)
	p.lines(fmt.Sprintf(sayHamletCover, j.Hamlet), coverTitle, true, 3)
	p.gap(coverText)
	p.labelled(sayHouseholds, fmt.Sprint(j.Copies), coverText)
	p.labelled(sayPerHousehold, fmt.Sprintf(sayCards, len(j.Slips), j.perHousehold()), coverText)
	p.labelled(sayPagesAll, fmt.Sprintf(sayPagesCount, front+j.perHousehold()*j.Copies), coverText)
	p.gap(coverText)
	p.lines(sayContents, coverText*1.1, true, 1)
	for _, what := range []string{sayCoverPoster, sayCoverTalk} {
		p.boxed(what, coverText)
	}
	for _, s := range j.Slips {
		p.boxed(s.Title, min(coverText, 100/float64(len(j.Slips))))
	}
	p.gap(coverText)
	p.lines(sayGivenOut, coverText*1.1, true, 1)
	p.gap(1)
	j.boxes(p)
	return page, j.foot(page, p)
}

// boxes draws a small box for every household, in rows of twenty-five.
func (j Job) boxes(p *pen) {
	const perRow = 25
	side := p.w / perRow
	room := a4H - coverEdge - 22 - p.y
	height := min(side, room/float64((j.Copies+perRow-1)/perRow))
	for i := range j.Copies {
		p.page.Shapes = append(p.page.Shapes, picture.Rect{
			X: p.x + side*float64(i%perRow), Y: p.y + height*float64(i/perRow), W: side * 0.8, H: height * 0.8, Stroke: black, Line: 0.3,
		})
	}
	p.y += height * float64((j.Copies+perRow-1)/perRow)
}

// notice hangs in the hamlet's house: up to six services with their codes.
func (j Job) notice() (*Page, error) {
	page, p := coverPen(j.DPI)
	p.lines(sayPosterTitle, coverTitle*1.2, true, 2)
	p.lines(sayPosterExplain, coverText*1.1, false, 0)
	p.gap(coverText)
	p.rule(0.35)
	p.gap(coverText)
	const columns, most, code = 2, 6, 34.0
	top := p.y
	cellW, cellH := p.w/columns, (a4H-coverEdge-24-top)/3
	for i, s := range j.Slips[:min(most, len(j.Slips))] {
		q := &pen{page: page, x: p.x + cellW*float64(i%columns), y: top + cellH*float64(i/columns), w: cellW - 4, dpi: j.DPI}
		q.lines(s.Title, coverText*1.1, true, 2)
		link := s.Links[0]
		side := q.code(q.x, q.y, link.Symbol, code, link.Host)
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
	return page, j.foot(page, p)
}

// talkingCard is what the team says at the door.
func (j Job) talkingCard() (*Page, error) {
	page, p := coverPen(j.DPI)
	p.lines(sayTalkTitle, coverTitle, true, 1)
	p.gap(coverText)
	for i, say := range talk {
		p.numbered(fmt.Sprintf("%d.", i+1), say, coverText*1.25)
		p.gap(coverText * 0.5)
	}
	p.gap(coverText)
	p.lines(sayTalkServices, coverText*1.1, true, 1)
	size := min(coverText, 90/float64(len(j.Slips)))
	for _, s := range j.Slips {
		p.lines("– "+s.Title, size, false, 2)
	}
	return page, j.foot(page, p)
}

// foot writes edition and office at the bottom.
func (j Job) foot(page *Page, p *pen) error {
	s := j.Slips[0]
	q := &pen{page: page, x: coverEdge, y: a4H - coverEdge - 12, w: a4W - 2*coverEdge}
	q.rule(0.35)
	q.gap(1.5)
	q.lines(join(s.Office.Name, s.Team), 3.4, false, 1)
	q.lines(fmt.Sprintf(sayEdition, s.Edition, s.Printed.Format("02/01/2006"), guide.Day(s.ReviewBy)), 3.4, false, 1)
	p.missing = append(p.missing, q.missing...)
	return p.err()
}
