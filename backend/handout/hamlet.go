package handout

import (
	"fmt"

	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
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
	a4W, a4H  = 210.0, 297.0
	coverEdge = 16.0
	coverText = 5.0
	footText  = 3.4
)

// wall is the head of what hangs on a wall or lies on top of a pack; door that of
// what is carried to the door.
var (
	wall = paper{field: 0.2, band: 8, title: 17, body: 4.6}
	door = paper{head: 30, band: 6, title: 14, body: 4.6}
)

// coverPen begins an A4 page with a head.
func (j Job) coverPen(f paper, title, icon, below string) (*Page, *pen) {
	page := &Page{W: a4W, H: a4H}
	p := &pen{page: page, x: coverEdge, y: coverEdge, w: a4W - 2*coverEdge, dpi: j.DPI}
	p.head(Content{Title: title, Icon: icon, Deadline: below}, f)
	p.gap(coverText)
	return page, p
}

// cover says what is in the pack, with a box to tick for every household.
func (j Job) cover() (*Page, error) {
	page, p := j.coverPen(wall, fmt.Sprintf(sayHamletCover, j.Hamlet), "family", "")
	bottom := j.foot(page, p)
	for _, fact := range [][2]string{
		{sayHouseholds, fmt.Sprint(j.Copies)},
		{sayPerHousehold, fmt.Sprintf(sayCards, len(j.Contents), j.perHousehold())},
		{sayPagesAll, fmt.Sprintf(sayPagesCount, front+j.perHousehold()*j.Copies)},
	} {
		p.labelled(fact[0], fact[1], coverText)
	}
	p.gap(coverText * 0.6)
	p.heading(sayContents, coverText*1.1)
	for _, what := range []string{sayCoverPoster, sayCoverTalk} {
		p.boxed(what, coverText)
	}
	below := coverText*2 + coverText*1.1*leading + 2
	j.titles(p, bottom-below-float64(j.rows())*leastBox, true)
	p.gap(coverText)
	p.heading(sayGivenOut, coverText*1.1)
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

// notice hangs in the hamlet's house: up to six services with their codes, equal
// in size.
func (j Job) notice() (*Page, error) {
	page, p := j.coverPen(wall, sayPosterTitle, "phone", sayPosterExplain)
	bottom := j.foot(page, p)
	const perRow, most, code = 2, 6, 34.0
	shown := j.Contents[:min(most, len(j.Contents))]
	cellW, cellH := p.w/perRow, (bottom-p.y)/(most/perRow)
	for i, s := range shown {
		q := p.part(cellW*float64(i%perRow), cellW-4)
		q.y += cellH * float64(i/perRow)
		q.cell(s, code, cellH)
		p.missing = append(p.missing, q.missing...)
	}
	return page, p.err()
}

// cell is one service of the notice.
func (p *pen) cell(s Content, code, height float64) {
	const icon = 12.0
	title := p.part(0, p.w)
	if art := pictogram(s.Icon, false); art != nil {
		p.stamp(art, p.x, p.y, icon)
		title = p.beside(icon + 2)
	}
	p.missing = append(p.missing, picture.Missing(s.Title)...)
	t := fitTitle(s.Title, title.w, icon, 6.5, 2)
	title.y += (icon - t.height()) / 2
	title.write(t.lines, t.size, true, false, titleLeading)
	p.gap(icon + 1)
	if s.InApp != "" {
		p.inApp(s, coverText*0.85)
		return
	}
	if len(s.Links) == 0 { // an emergency without a page
		p.numbers(s.Urgent.Numbers, wall, leastCall, coverText*0.85)
		return
	}
	link := s.Links[0]
	module := min(moduleFor(link.Symbol, code, p.dpi), moduleWithin(link.Symbol, height-icon-3, p.dpi))
	quiet, side := qr.QuietZone*module, module*float64(link.Symbol.Side())
	p.code(p.x-quiet, p.y, link.Symbol, module, link.Host)
	r := p.beside(side - quiet)
	r.gap(quiet)
	if link.For != "" {
		r.lines(labelOf(link), coverText*0.85, true, 2)
	}
	r.lines(link.Host, min(coverText*0.85, fit(link.Host, r.w)), true, 1)
	r.lines(s.Code, coverText*0.85, false, 1)
	p.join(r)
}

// talkingCard is what the team says at the door.
func (j Job) talkingCard() (*Page, error) {
	page, p := j.coverPen(door, sayTalkTitle, "two-people", "")
	bottom := j.foot(page, p)
	list := make([]way, len(talk))
	for i, say := range talk {
		list[i] = way{say: say}
	}
	p.numberedWays(list, coverText*1.2, 0)
	p.gap(coverText)
	p.heading(sayTalkServices, coverText*1.1)
	j.titles(p, bottom, false)
	return page, p.err()
}

// titles writes what is in the pack, as large as it ends above bottom, in two
// columns if there is much.
func (j Job) titles(p *pen, bottom float64, boxes bool) {
	perColumn := len(j.Contents)
	width := p.w
	if perColumn > 6 {
		perColumn, width = (perColumn+1)/2, (p.w-coverText)/2
	}
	for size := coverText; ; size = max(smallest, size-0.1) {
		try := *p
		try.page, try.missing = &Page{}, nil
		end := p.y
		for first := 0; first < len(j.Contents); first += perColumn {
			q := try.part((width+coverText)*float64(first/perColumn), width)
			for _, c := range j.Contents[first:min(first+perColumn, len(j.Contents))] {
				if boxes {
					q.boxed(c.Title, size)
				} else {
					q.numbered("–", c.Title, size)
				}
			}
			end = max(end, q.y)
			try.missing = append(try.missing, q.missing...)
		}
		if end <= bottom || size == smallest {
			p.page.place(try.page, 0, 0)
			p.y = end
			p.missing = append(p.missing, try.missing...)
			return
		}
	}
}

// foot lays out the office, the team and the edition at the bottom of a page and
// says where what stands above has to end.
func (j Job) foot(page *Page, p *pen) (bottom float64) {
	c := j.Contents[0]
	foot, q := p.apart(0, p.w)
	q.rule(0.4)
	q.gap(1.5)
	q.whom(c, paper{phone: 8}, attempt{scale: 1}, footText)
	q.edition(c, footText)
	top := a4H - coverEdge - q.y
	page.place(foot, 0, top)
	p.missing = append(p.missing, q.missing...)
	return top - coverText*0.6
}
