package picture

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// Look is how a screen is drawn.
type Look struct {
	// Letters is the size of letters, from 1 as designed to 2. Words wrap and
	// less of the screen is shown; what must be seen is, with letters made
	// smaller if need be.
	Letters float64
	// Paper rings the target in a dark line that a black and white printer keeps.
	Paper bool
}

// Draw lays out a screen for paper. tr translates the few words that are the
// drawing's own; what stands on the drawn screen stays as the real one says it.
// The phone is cut off by the foot of the drawing. The target is always fully
// visible, with a hand under it; what is far from it is drawn as grey lines,
// and what does not fit is left out, as on a screen that is scrolled.
func Draw(s guide.Screen, tr func(string) string) *Drawing {
	return DrawAt(s, Look{Letters: 1, Paper: true}, tr)
}

// Letters are the sizes of letters on the glass: the root's font sizes in
// frontend/src/styles/base.css.
var Letters = [...]float64{1, 1.25, 1.6, 2}

// LettersOf gives the letters of a size from 0 to 3; of another, those of the
// nearest.
func LettersOf(size int) float64 { return Letters[min(max(size, 0), len(Letters)-1)] }

// DrawAt is Draw with another look.
func DrawAt(s guide.Screen, look Look, tr func(string) string) *Drawing {
	target := s.TargetIndex()
	p := shownIn(s, look, taught(s), target, nil)
	p.foot(tr(guide.WordIllustration), false, soft)
	if target >= 0 {
		p.ring(p.boxOf(target))
	}
	return &Drawing{W: width, H: height, Shapes: p.shapes, Alt: alt(s, tr)}
}

// taught are the parts without which a drawing does not teach its step, whatever the size of its
// letters: the target; what it is about, which is a photo, a message, a notice or a code; whose
// page it is, and which page a stranger's words lead to.
func taught(s guide.Screen) []int {
	var must []int
	for i, part := range s.Show {
		switch kind := part.Kind(); {
		case i == s.TargetIndex(), names(part.Words() + " " + part.Value),
			kind == guide.PartPhoto, kind == guide.PartMessage, kind == guide.PartNotice, kind == guide.PartScan:
			must = append(must, i)
		}
	}
	return must
}

// shownIn draws a screen in the largest letters, up to those of the look, in
// which all of must is seen in full. point is the part a hand points at, or -1; fills is as in pen.
func shownIn(s guide.Screen, look Look, must []int, point int, fills func() map[int][]Shape) *pen {
	const less = 0.1
	for letters := look.Letters; ; letters -= less {
		last := letters <= 1
		for _, tight := range []bool{false, true} {
			p := &pen{screen: s, letters: max(letters, 1), tight: tight, paper: look.Paper, dark: s.On == guide.SurfaceCamera}
			if fills != nil {
				p.fills = fills()
			}
			p.frame(s)
			p.still = len(p.shapes)
			if force := last && tight; p.lay(must, point, force) || force {
				return p
			}
		}
	}
}

func alt(s guide.Screen, tr func(string) string) string {
	where := []string{}
	switch {
	case s.On == guide.SurfaceSystem && s.App == "":
		where = append(where, tr(guide.WordSystem))
	case s.App != "":
		where = append(where, s.App)
	}
	if s.Title != "" {
		where = append(where, tr(guide.WordScreen)+" "+s.Title)
	}
	words := tr(guide.WordIllustration)
	if len(where) > 0 {
		words += ": " + strings.Join(where, ", ")
	}
	words += "."
	for _, part := range s.Show {
		if part.ID != "" && part.ID == s.Target {
			words += " " + tr(guide.WordTouch) + ": " + strings.TrimRight(part.Words(), ".") + "."
		}
	}
	return norm.NFC.String(words)
}

// Room between parts. The ring around one of them clears the next.
const (
	gap      = 14.0
	tightGap = 10.0 // where room is short
	handRoom = ringReach + handHeight + 6
	bottom   = 6.0 // between the last part and the ground
)

// lay chooses what is shown, from the bar to the ground, and draws it. false:
// not all of must fits, or some of its words are cut; with force the best is
// drawn even so.
func (p *pen) lay(must []int, point int, force bool) bool {
	top := barBottom + 12
	if p.tight {
		top -= 4
	}
	if head := p.headButton(); head >= 0 && p.inHead(head) {
		top = p.head(head) + gap
	}
	l := &list{pen: p, all: p.blocks(), top: top, must: must, point: point, rows: p.keys(point)}
	if !l.hasHead() {
		l.title = p.heading()
	}
	fits := l.choose(force)
	if !fits && !force {
		return false
	}
	l.draw()
	return fits
}

// heading is the title in its lines. It grows less than the rest.
func (p *pen) heading() words {
	const most = 1.6
	size := titleSize * min(p.letters, most) / p.letters
	return p.wrap(p.screen.Title, inner, size, true, 2)
}

// missing says whether a part above the first that is shown is left out.
func (l *list) missing() bool {
	return len(l.shown) > 0 && l.shown[0].parts[0] != l.all[0].parts[0]
}

// keys are the rows of the keyboard that stands up when a part is typed into.
func (p *pen) keys(point int) []string {
	if point < 0 || p.dark {
		return nil
	}
	return keyRows[p.screen.Show[point].Typed()]
}

// list is what one screenful is chosen from.
type list struct {
	*pen
	all    []block
	shown  []block
	title  words
	top    float64
	must   []int
	point  int
	rows   []string
	scroll bool // the title is left out
}

func (l *list) hasHead() bool { h := l.headButton(); return h >= 0 && l.inHead(h) }

// holds says whether a block holds one of the parts.
func (b block) holds(parts ...int) bool {
	return slices.ContainsFunc(b.parts, func(i int) bool { return slices.Contains(parts, i) })
}

func (l *list) pointed() int {
	return slices.IndexFunc(l.shown, func(b block) bool { return b.holds(l.point) })
}

// choose takes away, from what matters least, until the rest fits.
func (l *list) choose(force bool) bool {
	l.shown = slices.Clone(l.all)
	if l.point >= 0 {
		l.quieten()
	}
	for l.height() > l.room() {
		if !l.less() {
			if !force || !l.giveUp() {
				break
			}
		}
	}
	cut := l.height() > l.room()
	for _, b := range l.shown {
		cut = cut || b.cut
	}
	return !cut
}

// quieten makes grey what is neither the part pointed at nor beside it.
func (l *list) quieten() {
	at := l.pointed()
	if at < 0 { // it stands in the head of the page
		for i, b := range l.shown {
			l.shown[i] = l.greyed(b)
		}
		return
	}
	var kept []block
	for i, b := range l.shown {
		switch {
		case l.matters(b, i-at):
			kept = append(kept, b)
		case i < at:
			kept = append(kept, l.greyed(b))
		}
	}
	l.shown = kept
}

// matters says whether a block so far from the part pointed at keeps its words.
func (l *list) matters(b block, far int) bool {
	part := l.screen.Show[b.parts[0]]
	switch {
	case far == 0, far == -1, part.Main, part.Kind() == guide.PartNotice, part.Kind() == guide.PartMessage, part.Kind() == guide.PartScan:
		return true
	case b.holds(l.must...):
		return true
	}
	return far == 1 && part.Kind() != guide.PartText
}

// less takes one thing away. false: only what must be seen is left.
func (l *list) less() bool {
	at := l.pointed()
	if l.point < 0 {
		last := len(l.shown) - 1
		for i := last; i >= 0; i-- {
			if l.screen.Show[l.shown[i].parts[0]].Kind() == guide.PartText && l.drop(i, i) {
				return true
			}
		}
		return l.untitle() || l.drop(0, last)
	}
	switch last := len(l.shown) - 1; {
	case l.drop(at+2, last), l.dark && l.untitle(), l.drop(0, at-2), last == at && l.drop(0, at-1), l.drop(at+1, last):
	case len(l.rows) > 1:
		l.rows = l.rows[:1]
	case l.untitle():
		l.scroll = !l.hasHead()
	case l.drop(0, at-1):
	case len(l.rows) > 0:
		l.rows = nil
	default:
		return false
	}
	return true
}

// giveUp leaves out what should be seen, too: the name of a page last, the part pointed at never.
func (l *list) giveUp() bool {
	if len(l.shown) < 2 {
		return false
	}
	for _, named := range []bool{false, true} {
		for i, b := range l.shown {
			part := l.screen.Show[b.parts[0]]
			if !b.holds(l.point) && names(part.Words()+" "+part.Value) == named {
				l.shown = slices.Delete(l.shown, i, i+1)
				return true
			}
		}
	}
	return false
}

func (l *list) untitle() bool {
	had := len(l.title.lines) > 0
	l.title = words{}
	return had
}

// drop leaves out one block from..to that need not be seen, the last of those
// below the part pointed at, the first of those above.
func (l *list) drop(from, to int) bool {
	i, end, step := to, from-1, -1
	if l.point >= 0 && to < l.pointed() {
		i, end, step = from, to+1, 1
	}
	for ; from <= to && i != end; i += step {
		if !l.shown[i].holds(l.must...) {
			l.shown = slices.Delete(l.shown, i, i+1)
			return true
		}
	}
	return false
}

// names says whether words name a web page.
func names(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool {
		w = strings.Trim(w, ".,:;()“”‘’\"'")
		before, after, dotted := strings.Cut(w, ".")
		return dotted && before != "" && len(after) > 1 && w == strings.ToLower(w) && strings.ContainsFunc(after, unicode.IsLetter)
	})
}

func (l *list) room() float64 {
	if len(l.rows) > 0 {
		return ground - keyboardHeight(len(l.rows)) - l.top
	}
	return ground - bottom - l.top
}

// height is what the title, the blocks and the hand take.
func (l *list) height() float64 {
	sum := l.title.height
	if sum > 0 {
		sum += gap
	}
	if l.scroll {
		sum += scrolled
	}
	for i, b := range l.shown {
		if i > 0 {
			sum += l.gap()
		}
		sum += b.height
		if b.holds(l.point) {
			sum += handRoom
			if i < len(l.shown)-1 {
				sum -= l.gap()
			}
		}
	}
	return sum
}

// gap is the least room between two blocks.
func (l *list) gap() float64 {
	if l.point < 0 || l.tight {
		return tightGap
	}
	return gap
}

// scrolled is how much of what was scrolled away is still seen.
const scrolled = 8.0

// draw draws the screenful.
func (l *list) draw() {
	y, between := l.top, l.gap()
	if n := len(l.shown) - 1; l.point < 0 && n > 0 {
		between += max(0, min(12, (l.room()-l.height())/float64(n)))
	}
	if l.scroll {
		l.add(rect(box{left, barBottom + 3, inner * 0.7, 9}, 3, grey, "", 0))
		y += scrolled
	}
	if l.title.height > 0 {
		l.write(l.title, left, y, false, l.paint())
		y += l.title.height + gap
	}
	if l.point >= 0 && l.title.height > 0 && !l.dark && l.missing() && l.height()+gap+greyLine <= l.room() {
		l.add(rect(box{left, y, inner * 0.8, greyLine}, greyLine/2, grey, "", 0))
		y += greyLine + gap
	}
	free := y // from here down nothing is in the way of grey lines
	for _, b := range l.shown {
		b.draw(y)
		y += b.height + between
		free = y
		if b.holds(l.point) {
			free = y + 8
			y += handRoom - between
		}
	}
	switch {
	case len(l.rows) > 0:
		l.keyboard(l.rows)
	case !l.dark:
		l.greyLines(max(free, l.top))
	}
}
