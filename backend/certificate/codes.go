package certificate

import (
	"context"
	"fmt"
	"hash/fnv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

const (
	// printedMM is the smallest a code is printed: its level of repair goes by it.
	printedMM = 27
	// leastRead is the share of damaged codes that must be read.
	leastRead = 99 // percent
)

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
			if text, err := qr.Read(drawn(symbol)); err != nil || text != l.URL {
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
		for _, s := range made {
			if ctx.Err() != nil {
				break
			}
			tried++
			if w.read(s, seedOf(s.Text())) {
				read++
			}
		}
		lines = append(lines, worn(w, read, tried))
	}
	return lines
}

// worn is the line of one damage.
func worn(w wear, read, tried int) Line {
	if tried == 0 {
		return unmeasured("codes_"+w.name, w.what, wantRead, "không có mã nào")
	}
	return line("codes_"+w.name, w.what, fmt.Sprintf("đọc được %d trên %d", read, tried), wantRead, read*100 >= tried*leastRead)
}

var wantRead = fmt.Sprintf("từ %d %%", leastRead)

// seedOf is the seed of a code's damage: the same on every machine, and its own.
func seedOf(text string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text))
	return h.Sum64()
}
