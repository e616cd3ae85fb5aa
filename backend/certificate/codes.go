package certificate

import (
	"context"
	"fmt"
	"hash/fnv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// printedMM is the smallest a code is printed: its level of repair goes by it.
const printedMM = 27

// leastTries is how many codes are damaged at least: a small pack's more than once.
const leastTries = 100

// codes makes every code that the kiosk can show and reads it back, clean and, one of
// each service, under damage. The reader has nothing in common with what makes them.
func codes(ctx context.Context, p *guide.Pack) []Line {
	const name, what = "codes", "Mã QR sạch, mọi mã, đọc lại"
	var made []*qr.Symbol // the first of each service
	all, wrong := 0, 0
	for i := range p.Services {
		s := &p.Services[i]
		for n, link := range s.HandoffLinks() {
			all++
			l, err := p.Link(s.Links[link])
			if err != nil {
				wrong++
				continue
			}
			symbol, _, err := qr.ForLink(l, p.Hosts, printedMM)
			if err != nil || symbol.Text() != l.URL {
				wrong++
				continue
			}
			if !readClean(symbol) {
				wrong++
			}
			if n == 0 {
				made = append(made, symbol)
			}
		}
	}
	lines := []Line{line(name, what, fmt.Sprintf("%d trên %d", all-wrong, all), "tất cả", all > 0 && wrong == 0)}
	for _, w := range wears {
		read, tried := 0, 0
		for round := uint64(0); len(made) > 0 && tried < leastTries && ctx.Err() == nil; round++ {
			for _, s := range made {
				tried++
				if w.read(s, seedOf(s.Text())+round) {
					read++
				}
			}
		}
		lines = append(lines, worn(w, read, tried))
	}
	return lines
}

// worn is the line of one damage.
func worn(w wear, read, tried int) Line {
	wanted := fmt.Sprintf("từ %d %%", w.least)
	if tried == 0 {
		return unmeasured("codes_"+w.name, w.what, wanted, "không có mã nào")
	}
	return line("codes_"+w.name, w.what, fmt.Sprintf("đọc được %d trên %d", read, tried), wanted, read*100 >= tried*w.least)
}

// seedOf is the seed of a code's damage: the same on every machine, and its own.
func seedOf(text string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	return h.Sum64()
}
