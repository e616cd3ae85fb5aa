package printer

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// size is a paper that a queue takes, in millimetres.
type size struct {
	name string
	w, h float64
}

// white is what every page leaves white at two opposite edges together, mm: CUPS
// cuts around the middle, so a paper that is smaller by so much still holds it.
// Rolls of 80 mm are often said to be 72, which is what the head reaches.
const white = 8

func (p size) holds(page size) bool { return p.w+white >= page.w && p.h+white >= page.h }

// turned is the paper lying instead of standing: sheets are turned by the
// printer, a roll never is.
func (p size) turned() size { return size{p.name, p.h, p.w} }

func (p size) same(page size) bool { return math.Abs(p.w-page.w) < 1 && math.Abs(p.h-page.h) < 1 }

// sizeName is the end of a name of PWG 5101.1, which says the paper's sides.
var sizeName = regexp.MustCompile(`_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$`)

// parseSize reads the sides out of a name.
func parseSize(name string) (size, bool) {
	m := sizeName.FindStringSubmatch(name)
	if m == nil {
		return size{}, false
	}
	unit := 1.0
	if m[3] == "in" {
		unit = 25.4
	}
	w, errW := strconv.ParseFloat(m[1], 64)
	h, errH := strconv.ParseFloat(m[2], 64)
	return size{name, w * unit, h * unit}, errW == nil && errH == nil
}

// queue is what a queue says of its paper.
type queue struct {
	sizes  []size
	usual  size // its default
	custom bool // takes any size from least to most
	least  size
	most   size
}

func readQueue(g group) queue {
	var q queue
	for _, name := range g.texts("media-supported") {
		s, ok := parseSize(name)
		switch {
		case !ok:
		case strings.HasPrefix(name, "custom_min_"):
			q.least = s
		case strings.HasPrefix(name, "custom_max_"):
			q.custom, q.most = true, s
		default:
			q.sizes = append(q.sizes, s)
		}
	}
	q.usual, _ = parseSize(g.text("media-default"))
	return q
}

// media chooses the paper to ask a queue for: that of the page by its name, else
// its own size, else the least that holds it whole. ok is false when there is
// none: the page would come out cut.
func (q queue) media(mm [2]float64) (name string, ok bool) {
	page := size{w: mm[0], h: mm[1]}
	if len(q.sizes) == 0 && !q.custom {
		return media(mm), true // it does not tell
	}
	if name := StandardName(mm); name != "" {
		for _, s := range q.sizes {
			if s.same(page) || s.turned().same(page) {
				return name, true
			}
		}
	}
	if q.custom {
		own := size{w: max(q.least.w, min(page.w, q.most.w)), h: max(q.least.h, min(page.h, q.most.h))}
		if own.holds(page) {
			return customMedia(own.w, own.h), true
		}
	}
	return q.smallest(page)
}

// smallest chooses among the sizes of a queue: the shortest of the page's width,
// as on a roll; else what is in the printer, if that holds the page; else the
// smallest that does.
func (q queue) smallest(page size) (name string, ok bool) {
	var best size
	for _, s := range q.sizes {
		if math.Abs(s.w-page.w) <= white && s.holds(page) && (best.name == "" || s.h < best.h) {
			best = s
		}
	}
	if best.name != "" {
		return best.name, true
	}
	for _, s := range q.sizes {
		if !s.holds(page) && !s.turned().holds(page) {
			continue
		}
		if s.name == q.usual.name {
			return s.name, true
		}
		if best.name == "" || s.w*s.h < best.w*best.h {
			best = s
		}
	}
	return best.name, best.name != ""
}

// longest is the longest paper that a queue takes.
func (q queue) longest() float64 {
	long := q.most.h
	for _, s := range q.sizes {
		long = max(long, s.h)
	}
	return long
}

// mediaFor asks a queue which paper holds a page of so many millimetres. Error:
// CodeUnavailable when none does.
func (s *System) mediaFor(ctx context.Context, name string, mm [2]float64) (string, error) {
	m := request(opGetPrinterAttributes)
	m.add("printer-uri", text(tagURI, printerURI(name)))
	m.add("requested-attributes", keywords([]string{"media-supported", "media-default"})...)
	answer, err := s.ask(ctx, "/printers/"+name, m, nil)
	if refused(err, statusNotFound, statusGone) {
		return "", noSuchPrinter(name)
	}
	if err != nil {
		return "", err
	}
	q := readQueue(answer.group(tagPrinter))
	if found, ok := q.media(mm); ok {
		return found, nil
	}
	return "", guide.Wrap(fmt.Errorf("a page of %v mm, a queue of %+v", mm, q), guide.CodeUnavailable,
		"Tờ này cần giấy %.0f x %.0f mm, mà máy in chỉ nhận giấy dài đến %.0f mm, nên chưa in. "+
			"Mời cán bộ đặt cỡ giấy dài hơn cho máy in, hoặc chọn khổ giấy khác hay máy in khác.", mm[0], mm[1], q.longest())
}
