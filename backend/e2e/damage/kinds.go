package damage

import (
	"fmt"
	"math/rand/v2"
)

// Level is how bad a damage is.
type Level int

// The levels. Ordinary is what leaves an office every day; Harsh is what a
// clerk would throw away, measured to know how far it is.
const (
	Light Level = iota
	Ordinary
	Harsh
)

// Levels lists them.
var Levels = []Level{Light, Ordinary, Harsh}

// String is the level in the report.
func (l Level) String() string { return [...]string{"light", "ordinary", "harsh"}[l] }

// Kind is one way to damage a code.
type Kind struct {
	Name string
	Why  string    // what in an office does this
	Says [3]string // the parameters by level
	do   [3]effect
	when moment
}

// moment is what changes when a phone looks again.
type moment int

const (
	onPaper moment = iota // the damage stays as it is
	moving                // the hand has moved: the damage is made anew
	still                 // there is one picture only, or one distance
)

// looks are the distances of a scan, handHeld first: nobody holds a phone in
// one place, and a phone decodes some ten pictures a second all the while.
var looks = []float64{1, 1.4, 2}

// effect damages a picture; chance is all it knows of chance.
type effect func(p Picture, chance *rand.Rand) Picture

// Apply damages a picture. The same seed gives the same picture.
func (k Kind) Apply(p Picture, l Level, seed, number uint64) Picture {
	return k.do[l](p, rand.New(rand.NewPCG(seed, number)))
}

// ApplyLook damages a picture as [Kind.Apply] does, seen in the given look of a
// scan; look 0 is Apply.
func (k Kind) ApplyLook(p Picture, l Level, seed, number uint64, look int) Picture {
	p.Away *= looks[look]
	if k.when == moving {
		seed += uint64(look)
	}
	return k.Apply(p, l, seed, number)
}

// kind fills a Kind from its parameters by level.
func kind[P any](name, why string, when moment, levels [3]P, do func(P) effect, says func(P) string) Kind {
	k := Kind{Name: name, Why: why, when: when}
	for l, p := range levels {
		k.do[l], k.Says[l] = do(p), says(p)
	}
	return k
}

// Kinds are the damages. The parameters were fixed from what is known of
// offices and phones, before anything was measured, and not changed since. The
// lens ([Picture.seen]) and the scan (looks) were added after the first figures:
// dots sharper than any camera shows them said nothing of phones.
var Kinds = []Kind{
	// A phone at 250 mm with an aperture of 2 mm (f = 4 mm, f/2) that is focused
	// 50 mm too far draws each point as a disc of 2 × 50 / 250 = 0.4 mm, which
	// blurs like a Gauss filter of a quarter of that: 0.1 mm. A hand turns by some
	// 2° a second; 1/30 s of it moves the picture 0.3 mm, another 0.08 mm. Both
	// and the lens: 0.15 mm. Harsh: focused 150 mm too far, twice the exposure.
	kind("blur", "the phone is not quite sharp and the hand moves; on a poster read from a metre, four times as much", moving,
		[3]float64{0.08, 0.15, 0.35}, before(blur), func(mm float64) string { return fmt.Sprintf("σ %.2f mm at 250 mm", mm) }),
	// At "toner low" a laser printer drops specks first, then fades in a stripe
	// along the way of the paper. A tenth lost is what is seen at arm's length and
	// still handed out; the stripe is that of a worn blade, a few millimetres wide.
	// It is what codes of 27 to 50 mm miss most, in a scan too. Neither
	// level H nor wider modules read more of it: decoders take one point of a module,
	// and see the specks the better the nearer the phone is.
	kind("toner", "toner runs out: specks lost everywhere, three times as many in a stripe", onPaper,
		[3]toner{{0.04, 0.1, 2}, {0.12, 0.2, 4}, {0.30, 0.3, 8}}, before(loseToner),
		func(t toner) string {
			return fmt.Sprintf("%.0f %% of the ink in specks of %.1f mm, stripe %.0f mm", 100*t.lost, t.speck, t.stripe)
		}),
	// ISO/IEC 15415 grades print by its contrast: A from 70 %, B 55, C 40, D 20.
	// C is the least that most specifications take: grey recycled paper, dim room.
	kind("contrast", "grey recycled paper, economy mode, a dim corner: grades A, C, D of ISO/IEC 15415, with the sensor's noise", moving,
		[3]contrast{{0.70, 0.02}, {0.40, 0.03}, {0.20, 0.04}}, fade,
		func(c contrast) string {
			return fmt.Sprintf("contrast %.0f %%, noise %.0f %%", 100*c.span, 100*c.noise)
		}),
	// A copier sees 300 dots an inch through a lens of about one dot (0.085 mm),
	// decides black or white at a darkness someone set, and adds dust of its glass.
	kind("copy", "a copy of a copy: lens, grain, black or white, dust, each time anew", onPaper,
		[3]copier{{1, 0.07, 0.06, 0.05, 0.5}, {2, 0.10, 0.10, 0.08, 1}, {4, 0.13, 0.14, 0.12, 2}}, before(photocopy),
		func(c copier) string {
			return fmt.Sprintf("%d ×: σ %.2f mm, grain %.0f %%, threshold ± %.0f %%, %.1f specks/cm²", c.times, c.blur, 100*c.noise, 100*c.threshold, c.dust)
		}),
	// Toner breaks off where 80 g paper is folded hard: about 0.3 mm at once, half
	// a millimetre after days in a pocket; opened again, the halves do not quite
	// lie in one plane.
	kind("fold", "folded through the code and opened again: toner gone along the line, the halves shifted", onPaper,
		[3]fold{{1, 0.3, 0.1}, {1, 0.5, 0.2}, {2, 0.8, 0.4}}, before(folded),
		func(f fold) string {
			return fmt.Sprintf("%d × %.1f mm, shift %.1f mm", f.times, f.width, f.shift)
		}),
	// People tilt a phone by 20 to 30° so as not to stand in their own light.
	kind("tilt", "the phone is held at an angle and turned, 250 mm away (a poster: 1 m)", moving,
		[3]tilt{{15, 5}, {30, 15}, {50, 40}}, before(tilted),
		func(t tilt) string { return fmt.Sprintf("%.0f°, turned ± %.0f°", t.angle, t.turn) }),
	// Plain paper shines only where toner lies flat; a lamp at 2 m, 30 mm wide,
	// mirrored at 250 mm is 30 × 250 / 2250 = 3 mm wide, with a halo. A plastic
	// sleeve doubles and laminate triples that.
	kind("glare", "a lamp mirrored in the toner or a plastic sleeve: white spot with a halo twice as wide, anywhere on the code", moving,
		[3]float64{1.5, 3, 9}, before(glare), func(mm float64) string { return fmt.Sprintf("white spot ∅ %.1f mm", mm) }),
	// Chat programs shrink a photo of an A4 page to 2048, 1600 or 1280 pixels and
	// press it: 6.9, 5.4 and 4.3 pixels a millimetre.
	kind("jpeg", "a photo of the whole A4 page sent by chat", still,
		[3]pressed{{6.9, 75}, {5.4, 50}, {4.3, 25}}, jpegged,
		func(j pressed) string { return fmt.Sprintf("%.1f pixels/mm, quality %d", j.perMM, j.quality) }),
	// The smallest module we print (0.6 mm) has 4 pixels at 220 mm, 3 at 300 and 2
	// at 450 (see focal).
	kind("far", "held too far away: few pixels a module", still,
		[3]float64{4, 3, 2}, far, func(px float64) string { return fmt.Sprintf("%.1f pixels a module", px) }),
}

// Distances from phone to paper, mm. A poster is made to be read from a metre
// (see package handout).
const (
	handHeld   = 250.0
	posterAway = 1000.0
)
