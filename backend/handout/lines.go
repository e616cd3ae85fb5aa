package handout

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"tungbuoc/backend/picture"
)

const noBreak = "\u00a0"

// telephone finds numbers to call, digits in groups; called finds them with the
// word before them; amount finds a number with what it counts; aside finds a few
// words in brackets.
var (
	telephone = regexp.MustCompile(`\+?\d[\d .-]+\d`)
	called    = regexp.MustCompile(`(?:(?:` + sayPhone + `|` + sayDial + `) )?` + telephone.String())
	aside     = regexp.MustCompile(`\([^()]{1,24}\)`)
	amount    = regexp.MustCompile(`(?:^|[\s(])[\d.,]+ \p{L}+`)
)

// held is text whose numbers stay whole: digits with digits, and with the word
// that says what they count; brackets, too, with asides.
func held(text string, asides bool) string {
	wholes := []*regexp.Regexp{called}
	if asides {
		wholes = append(wholes, aside)
	}
	for _, whole := range wholes {
		text = whole.ReplaceAllStringFunc(text, func(part string) string { return strings.ReplaceAll(part, " ", noBreak) })
	}
	return amount.ReplaceAllStringFunc(text, func(part string) string {
		last := strings.LastIndexByte(part, ' ')
		return part[:last] + noBreak + part[last+1:]
	})
}

// word is a part of a text that no line parts; its width is that at size 1.
type word struct {
	say   string
	width float64
}

// measured are the words of a text, kept: a paper is tried in several sizes, and
// most of its words are those of the last one.
var measured = struct {
	sync.Mutex
	words map[measure][]word
}{words: map[measure][]word{}}

type measure struct {
	text         string
	bold, asides bool
}

// mostMeasured bounds what is kept: more than the texts of a pack.
const mostMeasured = 20_000

func wordsOf(text string, bold, asides bool) []word {
	key := measure{text, bold, asides}
	measured.Lock()
	defer measured.Unlock()
	words, ok := measured.words[key]
	if ok {
		return words
	}
	for _, say := range strings.FieldsFunc(held(text, asides), func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }) {
		words = append(words, word{say, picture.Width(say, 1, bold)})
	}
	if len(measured.words) >= mostMeasured {
		clear(measured.words)
	}
	measured.words[key] = words
	return words
}

// spaces are the widths of a space at size 1, regular and bold.
var spaces = sync.OnceValue(func() [2]float64 { return [2]float64{picture.Width(" ", 1, false), picture.Width(" ", 1, true)} })

// broken breaks text into lines no wider than width: as few as there can be,
// and then as even as there can be, so that no line has one short word. Of more
// than most lines (0: all are wanted) the rest is an ellipsis.
func broken(text string, width, size float64, bold bool, most int) []string {
	if most == 0 {
		most = 200
	}
	space := spaces()[0]
	if bold {
		space = spaces()[1]
	}
	room := width / size
	tooWide := func(w word) bool { return w.width > room }
	words := wordsOf(text, bold, true)
	if slices.ContainsFunc(words, tooWide) { // brackets that have no room are parted like all else
		words = wordsOf(text, bold, false)
	}
	if slices.ContainsFunc(words, tooWide) { // it has to be broken inside
		return plain(picture.Wrap(held(text, false), width, size, bold, most))
	}
	if n := len(words); n > 2 && !strings.HasPrefix(words[n-1].say, "(") { // the last word never stands alone
		if both := words[n-2].width + space + words[n-1].width; both <= room*0.8 {
			words = append(slices.Clone(words[:n-2]), word{words[n-2].say + noBreak + words[n-1].say, both})
		}
	}
	lines := counted(words, room, space)
	if lines > most {
		return plain(picture.Wrap(held(text, false), width, size, bold, most))
	}
	if lines > 1 {
		// The narrowest column with as many lines is the most even one.
		low, high := 0.0, room
		for range 10 {
			if middle := (low + high) / 2; counted(words, middle, space) == lines {
				high = middle
			} else {
				low = middle
			}
		}
		room = high
	}
	return plain(filled(words, room, space))
}

// counted is how many lines of room words fill; one more than there are words if
// one of them has no room.
func counted(words []word, room, space float64) int {
	lines, used := min(1, len(words)), 0.0
	for i, w := range words {
		switch {
		case w.width > room:
			return len(words) + 1
		case i == 0:
			used = w.width
		case used+space+w.width <= room:
			used += space + w.width
		default:
			lines, used = lines+1, w.width
		}
	}
	return lines
}

// filled puts as many words on each line as it has room for.
func filled(words []word, room, space float64) []string {
	var lines []string
	used := 0.0
	for i, w := range words {
		if i > 0 && used+space+w.width <= room {
			lines[len(lines)-1] += " " + w.say
			used += space + w.width
			continue
		}
		lines = append(lines, w.say)
		used = w.width
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
