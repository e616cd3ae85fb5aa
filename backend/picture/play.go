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
// width and height, 0 to 1. What can be touched is drawn at least 46 units high,
// 64 pixels where the phone is 500 wide.
type Spot struct {
	Part       guide.Part
	X, Y, W, H float64
}

// Rehearse draws a screen for a rehearsal, in letters from 1 to 2 times as
// large as designed. tr is as for Draw.
func Rehearse(s guide.Screen, letters float64, tr func(string) string) *Play {
	touches := s.Touches()
	p := shownIn(s, Look{Letters: letters}, append(taught(s), touches...), -1, func() map[int][]Shape {
		fills := map[int][]Shape{}
		for _, i := range touches {
			if s.Show[i].Fillable() {
				fills[i] = nil
			}
		}
		return fills
	})
	play := &Play{Alt: alt(s, tr)}
	at := map[int]int{}
	for _, spot := range p.spots {
		if !inviting(s.Show[spot.part]) && !slices.Contains(touches, spot.part) {
			continue
		}
		at[spot.part] = len(play.Spots)
		b := spot.box
		play.Spots = append(play.Spots, Spot{
			Part: s.Show[spot.part],
			X:    b.x / width, Y: b.y / height, W: b.w / width, H: b.h / height,
		})
	}
	var b bytes.Buffer
	open(&b, width, height, play.Alt)
	write(&b, p.shapes[:p.still])
	b.WriteString(`<g class="glass">`)
	write(&b, p.shapes[p.still:])
	for _, part := range touches {
		n, drawn := at[part]
		if !drawn {
			continue
		}
		touch := len(play.Touches)
		play.Touches = append(play.Touches, n)
		group(&b, "fill", touch, p.fills[part])
		ring := &pen{}
		ring.mark(p.boxOf(part))
		if p.free(handBox(p.boxOf(part))) {
			ring.add(hand(tip(p.boxOf(part))))
		}
		group(&b, "ring", touch, ring.shapes)
	}
	b.WriteString("</g>")
	foot := &pen{letters: letters}
	if len(play.Touches) > 0 { // nobody touches what is called an illustration
		foot.foot(tr(guide.WordPractice), true, indigo)
	} else {
		foot.foot(tr(guide.WordIllustration), false, soft)
	}
	write(&b, foot.shapes)
	b.WriteString("</svg>\n")
	play.SVG = b.Bytes()
	return play
}

// free says whether nothing that is read or touched lies in b.
func (p *pen) free(b box) bool {
	if b.bottom() > ground {
		return false
	}
	for _, o := range p.spots {
		if o.overlap(b) > 0 {
			return false
		}
	}
	for _, s := range p.shapes {
		if t, ok := s.(Text); ok && t.box().overlap(b) > 0 {
			return false
		}
	}
	return true
}

// box is where a line of text lies.
func (t Text) box() box {
	w := Width(t.Words, t.Size, t.Bold)
	b := box{t.X, t.Y - t.Size, w, t.Size * 1.25}
	if t.Middle {
		b.x -= w / 2
	}
	return b
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

// group writes shapes that belong to a touch.
func group(b *bytes.Buffer, class string, touch int, shapes []Shape) {
	if len(shapes) == 0 {
		return
	}
	fmt.Fprintf(b, `<g class="%s" data-touch="%d">`, class, touch)
	write(b, shapes)
	b.WriteString("</g>")
}
