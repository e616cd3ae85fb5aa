package handout

import (
	"fmt"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Hamlet is a pack of paper for the households of one hamlet: a cover with
// boxes to tick, a notice for the hamlet's house, the team's talking card, and
// for every household the cards of the same services.
type Hamlet struct {
	Name       string
	Households int
	Slips      []Slip
	DPI        int // of the printer; 0: unknown
}

// Bounds of a hamlet's pack.
const (
	MaxHouseholds     = 500
	maxHamletServices = 24
	maxHamletName     = 60 // letters
)

// Check refuses a pack that cannot be. Error: CodeUsage.
func (h Hamlet) Check() error {
	switch {
	case strings.TrimSpace(h.Name) == "" || len([]rune(h.Name)) > maxHamletName:
		return guide.Errorf(guide.CodeUsage, "Cần tên thôn, không quá %d chữ cái.", maxHamletName)
	case h.Households < 1 || h.Households > MaxHouseholds:
		return guide.Errorf(guide.CodeUsage, "Số hộ từ 1 đến %d.", MaxHouseholds)
	case len(h.Slips) == 0 || len(h.Slips) > maxHamletServices:
		return guide.Errorf(guide.CodeUsage, "Mỗi gói cần từ 1 đến %d dịch vụ.", maxHamletServices)
	}
	return nil
}

// front is how many pages come before the households' cards.
const front = 3

// PageCount is how many A4 pages the pack has.
func (h Hamlet) PageCount() int { return front + h.perHousehold()*h.Households }

func (h Hamlet) perHousehold() int { return (len(h.Slips) + 7) / 8 }

// Minutes estimates how long an office printer takes, at 15 pages a minute.
func (h Hamlet) Minutes() int { return (h.PageCount() + 14) / 15 }

// Pages lays the pack out in the order it is printed and carried. from is the
// page to begin with, counted from 1: after a jam or a restart the job goes on
// where it stopped. Errors: those of Check; CodeUsage; CodeContent from next.
func (h Hamlet) Pages(from int) (next func() (*Page, bool, error), err error) {
	if err := h.Check(); err != nil {
		return nil, err
	}
	if from < 1 || from > h.PageCount() {
		return nil, guide.Errorf(guide.CodeUsage, "Gói này có %d trang. Mời chọn trang bắt đầu từ 1 đến %d.", h.PageCount(), h.PageCount())
	}
	dpi := h.DPI
	if dpi == 0 {
		dpi = printerDPI
	}
	var sheets []*Page // of one household; the same for all
	n := from - 1
	return func() (*Page, bool, error) {
		if n == h.PageCount() {
			return nil, false, nil
		}
		n++
		if n <= front {
			page, err := []func(int) (*Page, error){h.cover, h.notice, h.talkingCard}[n-1](dpi)
			return page, err == nil, err
		}
		if sheets == nil {
			if sheets, err = allPages(Job{Layout: A4x8, Slips: h.Slips, Copies: 1, Start: 1, DPI: h.DPI}); err != nil {
				return nil, false, err
			}
		}
		return sheets[(n-front-1)%len(sheets)], true, nil
	}, nil
}

func allPages(j Job) ([]*Page, error) {
	next, err := j.Pages()
	if err != nil {
		return nil, err
	}
	var pages []*Page
	for {
		page, ok, err := next()
		if err != nil || !ok {
			return pages, err
		}
		pages = append(pages, page)
	}
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
func (h Hamlet) cover(dpi int) (*Page, error) {
	page, p := coverPen(dpi)
	p.lines(fmt.Sprintf(sayHamletCover, h.Name), coverTitle, true, 3)
	p.gap(coverText)
	p.labelled(sayHouseholds, fmt.Sprint(h.Households), coverText)
	p.labelled(sayPerHousehold, fmt.Sprintf(sayCards, len(h.Slips), h.perHousehold()), coverText)
	p.labelled(sayPagesAll, fmt.Sprintf(sayPagesCount, h.PageCount()), coverText)
	p.gap(coverText)
	p.lines(sayContents, coverText*1.1, true, 1)
	for _, what := range []string{sayCoverPoster, sayCoverTalk} {
		p.boxed(what, coverText)
	}
	for _, s := range h.Slips {
		p.boxed(s.Title, min(coverText, 100/float64(len(h.Slips))))
	}
	p.gap(coverText)
	p.lines(sayGivenOut, coverText*1.1, true, 1)
	p.gap(1)
	h.boxes(p)
	return page, h.foot(page, p)
}

// boxes draws a small box for every household, in rows of twenty-five.
func (h Hamlet) boxes(p *pen) {
	const perRow = 25
	side := p.w / perRow
	room := a4H - coverEdge - 22 - p.y
	height := min(side, room/float64((h.Households+perRow-1)/perRow))
	for i := range h.Households {
		p.page.Shapes = append(p.page.Shapes, picture.Rect{
			X: p.x + side*float64(i%perRow), Y: p.y + height*float64(i/perRow), W: side * 0.8, H: height * 0.8, Stroke: black, Line: 0.3,
		})
	}
	p.y += height * float64((h.Households+perRow-1)/perRow)
}

// notice hangs in the hamlet's house: up to six services with their codes.
func (h Hamlet) notice(dpi int) (*Page, error) {
	page, p := coverPen(dpi)
	p.lines(sayPosterTitle, coverTitle*1.2, true, 2)
	p.lines(sayPosterExplain, coverText*1.1, false, 0)
	p.gap(coverText)
	p.rule(0.35)
	p.gap(coverText)
	const columns, most, code = 2, 6, 34.0
	top := p.y
	cellW, cellH := p.w/columns, (a4H-coverEdge-24-top)/3
	for i, s := range h.Slips[:min(most, len(h.Slips))] {
		q := &pen{page: page, x: p.x + cellW*float64(i%columns), y: top + cellH*float64(i/columns), w: cellW - 4, dpi: dpi}
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
	return page, h.foot(page, p)
}

// talkingCard is what the team says at the door.
func (h Hamlet) talkingCard(dpi int) (*Page, error) {
	page, p := coverPen(dpi)
	p.lines(sayTalkTitle, coverTitle, true, 1)
	p.gap(coverText)
	for i, say := range talk {
		p.numbered(fmt.Sprintf("%d.", i+1), say, coverText*1.25)
		p.gap(coverText * 0.5)
	}
	p.gap(coverText)
	p.lines(sayTalkServices, coverText*1.1, true, 1)
	size := min(coverText, 90/float64(len(h.Slips)))
	for _, s := range h.Slips {
		p.lines("– "+s.Title, size, false, 2)
	}
	return page, h.foot(page, p)
}

// foot writes edition and office at the bottom.
func (h Hamlet) foot(page *Page, p *pen) error {
	s := h.Slips[0]
	q := &pen{page: page, x: coverEdge, y: a4H - coverEdge - 12, w: a4W - 2*coverEdge}
	q.rule(0.35)
	q.gap(1.5)
	q.lines(join(s.Office.Name, s.Team), 3.4, false, 1)
	q.lines(fmt.Sprintf(sayEdition, s.Edition, s.Printed.Format("02/01/2006"), guide.Day(s.ReviewBy)), 3.4, false, 1)
	p.missing = append(p.missing, q.missing...)
	return p.err()
}
