package handout

import (
	"regexp"
	"strings"
	"unicode"

	"tungbuoc/backend/picture"
)

const noBreak = "\u00a0"

// telephone finds numbers to call, digits in groups; called finds them with the
// word before them; amount finds a number with what it counts.
var (
	telephone = regexp.MustCompile(`\+?\d[\d .-]+\d`)
	called    = regexp.MustCompile(`(?:(?:` + sayPhone + `|` + sayDial + `) )?` + telephone.String())
	amount    = regexp.MustCompile(`\d \p{L}+`)
)

// held is text whose numbers stay whole: digits with digits, and with the word
// that says what they count.
func held(text string) string {
	tie := func(part string) string { return strings.ReplaceAll(part, " ", noBreak) }
	return amount.ReplaceAllStringFunc(called.ReplaceAllStringFunc(text, tie), tie)
}

// word is a part of a text that no line parts.
type word struct {
	say   string
	width float64
}

// broken breaks text into lines no wider than width: as few as there can be,
// and then as even as there can be, so that no line has one short word. Of more
// than most lines (0: all are wanted) the rest is an ellipsis.
func broken(text string, width, size float64, bold bool, most int) []string {
	if most == 0 {
		most = 200
	}
	text = held(text)
	space := picture.Width(" ", size, bold)
	var words []word
	for _, say := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }) {
		w := word{say, picture.Width(say, size, bold)}
		if w.width > width { // it has to be broken inside
			return plain(picture.Wrap(text, width, size, bold, most))
		}
		words = append(words, w)
	}
	if n := len(words); n > 2 { // the last word never stands alone
		if both := words[n-2].width + space + words[n-1].width; both <= width*0.8 {
			words = append(words[:n-2], word{words[n-2].say + noBreak + words[n-1].say, both})
		}
	}
	lines := filled(words, width, space)
	if len(lines) > most {
		return plain(picture.Wrap(text, width, size, bold, most))
	}
	if len(lines) > 1 {
		// The narrowest column with as many lines is the most even one.
		low, high := 0.0, width
		for range 10 {
			if middle := (low + high) / 2; len(filled(words, middle, space)) == len(lines) {
				high = middle
			} else {
				low = middle
			}
		}
		lines = filled(words, high, space)
	}
	return plain(lines)
}

// filled puts as many words on each line as it holds. A word wider than a line
// makes it one line too many.
func filled(words []word, width, space float64) []string {
	var lines []string
	current, used := "", 0.0
	for i, w := range words {
		switch {
		case i == 0:
			current, used = w.say, w.width
		case used+space+w.width <= width:
			current, used = current+" "+w.say, used+space+w.width
		default:
			lines = append(lines, current)
			current, used = w.say, w.width
		}
		if w.width > width {
			return make([]string, len(words)+1)
		}
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines
}

// plain takes back what held words together: a text in a file is what was typed.
func plain(lines []string) []string {
	for i, line := range lines {
		lines[i] = strings.ReplaceAll(line, noBreak, " ")
	}
	return lines
}

// numberIn is the telephone number in a text, the longest if there are several:
// the rest are numbers of villages. "" if there is none.
func numberIn(text string) (number string) {
	for _, found := range telephone.FindAllString(text, -1) {
		if len(found) > len(number) {
			number = found
		}
	}
	return number
}

// fit is the largest size at which text fits in one line of width.
func fit(text string, width float64) float64 { return width / picture.Width(text, 1, true) * 0.99 }
