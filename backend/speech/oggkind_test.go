package speech

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// spread parts an Ogg Opus file of the test data into pages of a few packets
// each, so that there are many to change.
func spread(t *testing.T, name string) (pages []page, samples int) {
	t.Helper()
	data := mustRead(t, name)
	o, err := readOgg(data)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, err := readPage(data)
	if err != nil {
		t.Fatal(err)
	}
	tags, _, err := readPage(rest)
	if err != nil {
		t.Fatal(err)
	}
	head.granule, tags.granule = 0, 0
	pages = []page{head, tags}
	at := 0
	for group := range slices.Chunk(o.packets, 10) {
		p := page{serial: head.serial, sequence: uint32(len(pages))}
		for _, packet := range group {
			n, err := packetSamples(packet)
			if err != nil {
				t.Fatal(err)
			}
			at += n
			for left := len(packet); ; left -= 255 {
				p.segments = append(p.segments, byte(min(left, 255)))
				if left < 255 {
					break
				}
			}
			p.body = append(p.body, packet...)
		}
		p.granule = int64(at)
		pages = append(pages, p)
	}
	last := &pages[len(pages)-1]
	last.flags, last.granule = pageLast, int64(o.skip+o.played)
	return pages, o.played
}

func joinPages(pages []page) []byte {
	var b []byte
	for _, p := range pages {
		b = append(b, p.bytes()...)
	}
	return b
}

// What every player plays is taken, whole. The reference decoder agrees on how
// much that is, but for what it leaves out on purpose (exact is then false).
func TestOggThatPlayersPlay(t *testing.T) {
	pages, want := spread(t, "hybrid.opus")
	last := len(pages) - 1
	whole, err := readOgg(joinPages(pages))
	if err != nil || whole.played != want || len(pages) < 8 {
		t.Fatalf("%d pages, %d samples, want %d, %v", len(pages), whole.played, want, err)
	}
	untrimmed := whole.samples - whole.skip // the last page does not say what is too much
	empty := func(flags byte, granule int64) page {
		return page{flags: flags, granule: granule, serial: pages[0].serial, sequence: uint32(len(pages))}
	}
	skeleton := []page{
		{flags: pageFirst, serial: 7, segments: []byte{64}, body: append([]byte("fishead\x00\x03\x00\x00\x00"), make([]byte, 52)...)},
		{serial: 7, sequence: 1, segments: []byte{52}, body: append([]byte("fisbone\x00\x2c\x00\x00\x00"), make([]byte, 40)...)},
		{flags: pageLast, serial: 7, sequence: 2},
	}
	headed := func(change func(head []byte) []byte) func([]page) []page {
		return func(p []page) []page {
			p[0].body = change(slices.Clone(p[0].body))
			p[0].segments = []byte{byte(len(p[0].body))}
			return p
		}
	}
	for name, tt := range map[string]struct {
		change func(p []page) []page
		behind []byte
		want   int
		exact  bool
	}{
		"as it is":                    {nil, nil, want, true},
		"two end flags":               {func(p []page) []page { p[last-1].flags = pageLast; return p }, nil, want, true},
		"an early end flag":           {func(p []page) []page { p[4].flags = pageLast; return p }, nil, want, true},
		"an empty end page":           {func(p []page) []page { return append(p, empty(pageLast, p[last].granule)) }, nil, want, true},
		"an empty end, flagged twice": {func(p []page) []page { return append(p, empty(pageLast|pageContinued, p[last].granule)) }, nil, want, true},
		"an empty end before":         {func(p []page) []page { return slices.Insert(p, last, empty(pageLast, p[last-1].granule-648)) }, nil, want, false},
		"the end apart": {func(p []page) []page {
			p[last].flags = 0
			return append(p, empty(pageLast, p[last].granule))
		}, nil, untrimmed, true},
		"an end without position": {func(p []page) []page {
			p[last].flags = 0
			return append(p, empty(pageLast, -1))
		}, nil, untrimmed, true},
		"no end":               {func(p []page) []page { p[last].flags = 0; return p }, nil, untrimmed, true},
		"cut between pages":    {func(p []page) []page { return p[:last] }, nil, int(pages[last-1].granule) - whole.skip, true},
		"an empty packet":      {func(p []page) []page { p[3].segments = append([]byte{0}, p[3].segments...); return p }, nil, want, true},
		"an empty last packet": {func(p []page) []page { p[last].segments = append(slices.Clone(p[last].segments), 0); return p }, nil, want, false},
		"zeros behind":         {nil, make([]byte, 5000), want, true},
		"zeros, and no end":    {func(p []page) []page { p[last].flags = 0; return p }, make([]byte, 5000), untrimmed, true},
		"a tag behind":         {nil, append([]byte("TAG"), bytes.Repeat([]byte{'x'}, 125)...), want, true},
		"numbers left out": {func(p []page) []page {
			for i := range p[5:] {
				p[5+i].sequence += 7
			}
			return p
		}, nil, want, false},
		"numbers of another file": {func(p []page) []page {
			for i := range p {
				p[i].sequence += 1000
			}
			return p
		}, nil, want, true},
		"skeleton before": {func(p []page) []page {
			return slices.Concat(skeleton[:1], p[:1], skeleton[1:2], p[1:2], skeleton[2:], p[2:])
		}, nil, want, true},
		"skeleton behind the head": {func(p []page) []page {
			return slices.Concat(p[:1], skeleton[:2], p[1:2], skeleton[2:], p[2:])
		}, nil, want, true},
		"mapping 1, one channel":    {headed(func(h []byte) []byte { return append(h[:18], 1, 1, 0, 0) }), nil, want, true},
		"mapping 1, both ears same": {headed(func(h []byte) []byte { h[9] = 2; return append(h[:18], 1, 1, 0, 0, 0) }), nil, want, true},
		"cut out of a longer one": {func(p []page) []page {
			for i := range p[2:] {
				p[2+i].granule += 1_000_000
			}
			return p
		}, nil, want, true},
		"paused": {func(p []page) []page {
			for i := range p[6:] {
				p[6+i].granule += 48000
			}
			return p
		}, nil, want, true},
		"a later position too small":     {func(p []page) []page { p[5].granule -= 2000; return p }, nil, untrimmed, false},
		"the last position goes back":    {func(p []page) []page { p[last].granule = p[last-1].granule - 1; return p }, nil, untrimmed, false},
		"the last position is too large": {func(p []page) []page { p[last].granule += 99999; return p }, nil, untrimmed, true},
		"the last position is not known": {func(p []page) []page { p[last].granule = -1; return p }, nil, untrimmed, true},
		"counted at 16 kHz from page two": {func(p []page) []page {
			for i := range p[3:] {
				p[3+i].granule = p[2].granule + (p[3+i].granule-p[2].granule)/3
			}
			return p
		}, nil, untrimmed, false},
	} {
		p := slices.Clone(pages)
		if tt.change != nil {
			p = tt.change(p)
		}
		file := append(joinPages(p), tt.behind...)
		o, err := readOgg(file)
		if err != nil || o.played != tt.want || o.channels != 1 {
			t.Errorf("%s: %+v samples, want %d, %v", name, o, tt.want, err)
			continue
		}
		s, err := o.decode()
		if err != nil || len(s.samples) != tt.want {
			t.Errorf("%s: %d samples decoded, %v", name, len(s.samples), err)
		}
		if reference, ok := opusdec(t, file); ok && tt.exact && len(reference) != tt.want {
			t.Errorf("%s: opusdec gives %d samples, want %d", name, len(reference), tt.want)
		}
		var one Import
		made, _, err := prepare(file, &one)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if reference, ok := opusdec(t, made); ok && math.Abs(float64(len(reference))-one.Seconds*opusRate) > 0.5 {
			t.Errorf("%s: the clip has %d samples, want %.0f", name, len(reference), one.Seconds*opusRate)
		}
	}
}

// A file of which something would not be heard is refused, and the reason is
// said in words that help.
func TestOggThatMisses(t *testing.T) {
	pages, _ := spread(t, "hybrid.opus")
	counted := func(granule func(int64) int64) func([]page) []page {
		return func(p []page) []page {
			for i := range p[2:] {
				p[2+i].granule = granule(p[2+i].granule)
			}
			return p
		}
	}
	again := func(serial uint32) func([]page) []page {
		return func(p []page) []page {
			more := slices.Clone(p)
			for i := range more {
				more[i].serial = serial
			}
			return append(p, more...)
		}
	}
	for name, tt := range map[string]struct {
		change func(p []page) []page
		want   error
		says   string
	}{
		"counted at 16 kHz":     {counted(func(g int64) int64 { return g / 3 }), errPositions, "hỏng"},
		"counted at 44.1 kHz":   {counted(func(g int64) int64 { return g * 441 / 480 }), errPositions, "hỏng"},
		"not counted":           {counted(func(int64) int64 { return 0 }), errPositions, "hỏng"},
		"no positions":          {counted(func(int64) int64 { return -1 }), errPositions, "hỏng"},
		"a page lost":           {func(p []page) []page { return slices.Delete(p, 5, 6) }, errMissing, "thiếu một phần"},
		"two pages lost":        {func(p []page) []page { return slices.Delete(p, 5, 7) }, errMissing, "thiếu một phần"},
		"half of a packet lost": {func(p []page) []page { p[5].flags = pageContinued; return p }, errMissing, "thiếu một phần"},
		"chained":               {again(pages[0].serial + 1), errChained, "nhiều bản thu nối nhau"},
		"chained, one serial":   {again(pages[0].serial), errChained, "nhiều bản thu nối nhau"},
		"two side by side":      {func(p []page) []page { q := p[0]; q.serial++; return slices.Insert(p, 1, q) }, errChained, "nhiều bản thu nối nhau"},
		"only the header":       {func(p []page) []page { return p[:2] }, errCut, "thiếu một phần"},
		"several streams in one": {func(p []page) []page {
			p[0].body = append(slices.Clone(p[0].body[:18]), 1, 2, 0, 0)
			p[0].segments = []byte{22}
			return p
		}, nil, "hỏng"},
		"mapping of no known kind": {func(p []page) []page {
			p[0].body = append(slices.Clone(p[0].body[:18]), 255, 1, 0, 0)
			p[0].segments = []byte{22}
			return p
		}, nil, "hỏng"},
		"skeleton only": {func(p []page) []page {
			return []page{{flags: pageFirst, segments: []byte{8}, body: []byte("fishead\x00")}, {flags: pageLast, sequence: 1}}
		}, errNotOpus, "không phải Opus"},
	} {
		_, _, err := prepare(joinPages(tt.change(slices.Clone(pages))), &Import{})
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %v (%q)", name, err, tt.want, tt.says)
		}
	}
	good := joinPages(pages)
	for name, file := range map[string][]byte{
		"cut in a page":             good[:len(good)-50],
		"a recording behind a hole": slices.Concat(good, make([]byte, 100), good),
		"zeros in the middle":       slices.Concat(joinPages(pages[:6]), make([]byte, 300), joinPages(pages[7:])),
	} {
		if _, _, err := prepare(file, &Import{}); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
