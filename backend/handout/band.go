package handout

import (
	"fmt"
	"math"
	"sync"

	"tungbuoc/backend/picture"
)

// A band is a strip of the cloth that hangs on the kiosk's first screen
// (frontend/src/components/weave/motif.ts), laid level: cloth is woven on a grid,
// so its patterns say of each stitch whether it shows.

// motif is a pattern that repeats along a band.
type motif struct {
	width, height int
	shows         func(x, y int) bool
	gold          func(x, y int) bool // of the stitches that show, those in a second colour; nil: none
}

// diamonds are diamonds in one another, with a small one between them.
var diamonds = motif{width: 24, height: 25,
	shows: func(x, y int) bool {
		d := away(x, 12) + away(y, 12)
		corner := min(x, 24-x) + min(y, 24-y)
		return d <= 3 || d == 6 || d == 9 || d == 10 || corner <= 2 || corner == 5
	},
	gold: func(x, y int) bool { return away(x, 12)+away(y, 12) <= 3 },
}

// zigzag is two stitches thick: for bands so low that diamonds would run
// together.
var zigzag = motif{width: 8, height: 7, shows: func(x, y int) bool {
	turn := away(x, 4)
	return y == turn+1 || y == turn+2
}}

func away(a, b int) int { return max(a-b, b-a) }

// leastStitch is the smallest stitch that office printers keep apart, mm.
const leastStitch = 0.2

// band weaves a band about height mm high from end to end of width mm, in whole
// motifs between two threads. It gives the art and its height on paper.
func band(width, height float64, cloth picture.Colour) (art *Art, high float64) {
	m := diamonds
	if height/float64(m.height+threads) < leastStitch {
		m = zigzag
	}
	stitch := height / float64(m.height+threads)
	count := max(1, int(math.Round(width/stitch/float64(m.width))))
	art = kept(fmt.Sprintf("band %d %d %s", m.width, count, cloth), func() *Art { return m.woven(count, cloth) })
	return art, width / art.W * art.H
}

// threads are the rows above and below a motif: a thread and a gap at each edge.
const threads = 4

func (m motif) woven(count int, cloth picture.Colour) *Art {
	w, h := m.width*count, m.height+threads
	main, second := picture.Path{Fill: cloth}, picture.Path{Fill: gold}
	for y := range m.height {
		for x := 0; x < w; {
			from, isGold := x, m.gold != nil && m.gold(x%m.width, y)
			for x < w && m.shows(x%m.width, y) && (m.gold != nil && m.gold(x%m.width, y)) == isGold {
				x++
			}
			switch {
			case x == from:
				x++
			case isGold:
				second.Ops = append(second.Ops, stitches(from, y+threads/2, x-from)...)
			default:
				main.Ops = append(main.Ops, stitches(from, y+threads/2, x-from)...)
			}
		}
	}
	main.Ops = append(main.Ops, stitches(0, 0, w)...)
	main.Ops = append(main.Ops, stitches(0, h-1, w)...)
	art := &Art{W: float64(w), H: float64(h), Shapes: []picture.Shape{main}}
	if len(second.Ops) > 0 {
		art.Shapes = append(art.Shapes, second)
	}
	return art
}

// stitches is a run of stitches.
func stitches(x, y, length int) []picture.Op {
	at := func(kind byte, x, y int) picture.Op {
		return picture.Op{Kind: kind, At: [6]float64{float64(x), float64(y)}}
	}
	return []picture.Op{at('M', x, y), at('L', x+length, y), at('L', x+length, y+1), at('L', x, y+1), {Kind: 'Z'}}
}

// art is what was drawn before, by name: drawn once, and one object in a file.
var art sync.Map

func kept(name string, draw func() *Art) *Art {
	if a, ok := art.Load(name); ok {
		return a.(*Art)
	}
	a, _ := art.LoadOrStore(name, draw())
	return a.(*Art)
}

// pictogram is a pictogram as art, without colours if mono; nil if there is none
// of that name.
func pictogram(name string, mono bool) *Art {
	drawn, ok := picture.Pictogram(name)
	if !ok {
		return nil
	}
	return kept(fmt.Sprintf("pictogram %s %v", name, mono), func() *Art {
		if mono {
			drawn = drawn.Mono()
		}
		return &Art{W: drawn.W, H: drawn.H, Shapes: drawn.Shapes}
	})
}
