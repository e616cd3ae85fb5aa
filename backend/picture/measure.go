package picture

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	letters "tungbuoc/backend/picture/font"
)

// face measures one weight of Be Vietnam Pro. Widths are kept per character:
// the same few hundred come again and again.
type face struct {
	font   *sfnt.Font
	mu     sync.Mutex
	buffer sfnt.Buffer
	widths map[rune]float64 // in thousandths of the size; missing glyphs too
}

var faces = sync.OnceValue(func() [2]*face {
	var fs [2]*face
	for i, data := range [][]byte{letters.Regular, letters.SemiBold} {
		f, err := sfnt.Parse(data)
		if err != nil {
			panic("picture: the embedded font does not parse: " + err.Error())
		}
		fs[i] = &face{font: f, widths: map[rune]float64{}}
	}
	return fs
})

const unit = 1000

func (f *face) width(r rune) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	if w, ok := f.widths[r]; ok {
		return w
	}
	w := float64(unit) / 2 // what a browser would put for a missing glyph
	if g, err := f.font.GlyphIndex(&f.buffer, r); err == nil && g != 0 {
		if a, err := f.font.GlyphAdvance(&f.buffer, g, fixed.I(unit), font.HintingNone); err == nil {
			w = float64(a) / 64
		}
	}
	f.widths[r] = w
	return w
}

// Width is the width of a line of text at a size.
func Width(text string, size float64, bold bool) float64 {
	f := faces()[0]
	if bold {
		f = faces()[1]
	}
	total := 0.0
	for _, r := range text {
		total += f.width(r)
	}
	return total * size / unit
}

// Missing lists the characters of text that the font, in either weight, cannot draw. They would
// leave a gap on paper, so content with any is refused.
func Missing(text string) []rune {
	var missing []rune
	for _, r := range norm.NFC.String(text) {
		if r != '\n' && !(faces()[0].draws(r) && faces()[1].draws(r)) {
			missing = append(missing, r)
		}
	}
	return missing
}

func (f *face) draws(r rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	g, err := f.font.GlyphIndex(&f.buffer, r)
	return err == nil && g != 0
}

// Wrap breaks text into at most most lines no wider than width. A word wider
// than a line is broken; what does not fit ends in an ellipsis. A no-break
// space holds its words together.
func Wrap(text string, width, size float64, bold bool, most int) []string {
	var lines []string
	current := ""
	valid := strings.ToValidUTF8(text, "\uFFFD") // a broken byte is shorter than the sign it is read as
	for _, word := range strings.FieldsFunc(norm.NFC.String(valid), breaks) {
		joined := word
		if current != "" {
			joined = current + " " + word
		}
		if Width(joined, size, bold) <= width {
			current = joined
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for Width(word, size, bold) > width {
			n := fitting(word, width, size, bold)
			lines = append(lines, word[:n])
			word = word[n:]
		}
		current = word
	}
	if current != "" {
		lines = append(lines, current)
	}
	if len(lines) > most {
		last := lines[most-1]
		for last != "" && Width(last+"…", size, bold) > width {
			r := []rune(last)
			last = string(r[:len(r)-1])
		}
		lines = append(lines[:most-1], strings.TrimRight(last, " ")+"…")
	}
	return lines
}

// whole says whether lines hold all of a text, with no word broken.
func whole(text string, lines []string, width, size float64, bold bool) bool {
	held := 0
	for _, line := range lines {
		held += len(strings.FieldsFunc(line, breaks))
	}
	words := strings.FieldsFunc(norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD")), breaks)
	return held == len(words) && !slices.ContainsFunc(words, func(w string) bool { return Width(w, size, bold) > width })
}

// breaks says whether a line may end at a character.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != noBreak }

const noBreak = '\u00a0'

// fitting is how many bytes of word, at least one character, fit width.
func fitting(word string, width, size float64, bold bool) int {
	end := 0
	for i, r := range word {
		next := i + len(string(r))
		if end > 0 && Width(word[:next], size, bold) > width {
			break
		}
		end = next
	}
	return end
}

// Fonts gives the typeface, regular and semibold, as TrueType files. Do not
// change them.
func Fonts() (regular, bold []byte) { return letters.Regular, letters.SemiBold }
