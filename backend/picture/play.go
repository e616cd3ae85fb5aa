package picture

import (
	"bytes"
	"fmt"
	"slices"

	"tungbuoc/backend/guide"
)

// Play is a screen drawn for a rehearsal: nothing is ringed or filled in yet,
// and the page shows ring and filling as the learner touches.
type Play struct {
	SVG   []byte // groups: class "glass", "fill" with data-touch, "ring" with data-touch
	Alt   string
	Spots []Spot // what can be touched, from top to bottom
	// Touches are the touches that lead on, in order, as indices of Spots. A
	// part that did not fit on the phone is not among them.
	Touches []int
}

// Spot is one part on the drawn phone. X, Y, W, H are shares of the picture's
// width and height, 0 to 1.
type Spot struct {
	Part       guide.Part
	X, Y, W, H float64
}

// Rehearse draws a screen for a rehearsal. tr is as for Draw.
func Rehearse(s guide.Screen, tr func(string) string) *Play {
	p := &pen{fills: map[int][]Shape{}}
	touches := s.Touches()
	for _, i := range touches {
		if s.Show[i].Fillable() {
			p.fills[i] = nil
		}
	}
	_, first := p.screen(s, tr)
	play := &Play{Alt: alt(s, tr)}
	at := map[int]int{}
	for _, spot := range p.spots {
		if !inviting(s.Show[spot.part]) && !slices.Contains(touches, spot.part) {
			continue
		}
		at[spot.part] = len(play.Spots)
		play.Spots = append(play.Spots, Spot{
			Part: s.Show[spot.part],
			X:    spot.x / width, Y: spot.y / height, W: spot.w / width, H: spot.h / height,
		})
	}
	var b bytes.Buffer
	open(&b, width, height, play.Alt)
	write(&b, p.shapes[:frameShapes])
	b.WriteString(`<g class="glass">`)
	write(&b, p.shapes[frameShapes:])
	for _, part := range touches {
		n, drawn := at[part]
		if !drawn {
			continue
		}
		touch := len(play.Touches)
		play.Touches = append(play.Touches, n)
		group(&b, "fill", touch, p.fills[part])
		ring := &pen{}
		ring.ring(p.boxOf(part), p.shapes[first:])
		group(&b, "ring", touch, ring.shapes)
	}
	b.WriteString("</g></svg>\n")
	play.SVG = b.Bytes()
	return play
}

// inviting says whether somebody might touch the part, so that the rehearsal
// should answer.
func inviting(part guide.Part) bool {
	switch part.Kind() {
	case guide.PartText, guide.PartNotice:
		return part.Wrong != ""
	}
	return true
}

// boxOf is where a part was drawn.
func (p *pen) boxOf(part int) box {
	for _, spot := range p.spots {
		if spot.part == part {
			return spot.box
		}
	}
	return box{}
}

// group writes shapes that belong to a touch.
func group(b *bytes.Buffer, class string, touch int, shapes []Shape) {
	if len(shapes) == 0 {
		return
	}
	fmt.Fprintf(b, `<g class="%s" data-touch="%d">`, class, touch)
	write(b, shapes)
	b.WriteString("</g>")
}
