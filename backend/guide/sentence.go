package guide

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxSentence is the longest sentence, in syllables, that reads well aloud to
// who cannot read well: design rule of this product. Longer ones are warned
// about; over TooLong they are errors.
const (
	MaxSentence = 20
	TooLong     = 25
)

// Span is a part of a text, in bytes.
type Span struct{ From, To int }

// Splitter parts texts into sentences, as they are read aloud and as their
// length is measured. The zero one knows no abbreviations.
type Splitter struct {
	abbreviations []string // with their full stops
}

// Splitter gives the splitter that knows the abbreviations of the table.
func (s Speech) Splitter() Splitter {
	var list []string
	for _, as := range s.Read {
		for _, w := range as.Write {
			if strings.HasSuffix(w, ".") {
				list = append(list, w)
			}
		}
	}
	return Splitter{list}
}

// Split parts a text where a reader takes breath: at a full stop, a question
// mark, a colon or a semicolon that a space or the end follows, and at the end
// of a line. A full stop inside a number or a host, or one that belongs to an
// abbreviation, parts nothing. Every letter and digit is in exactly one
// sentence.
func (s Splitter) Split(text string) []Span {
	var list []Span
	start := 0
	cut := func(end int) {
		at := Span{start, end}
		start = end
		part := text[at.From:at.To]
		at.From += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
		at.To -= len(part) - len(strings.TrimRightFunc(part, unicode.IsSpace))
		if strings.ContainsFunc(part, IsWordRune) {
			list = append(list, at)
		}
	}
	for i, c := range text {
		switch {
		case i < start: // a closing mark that was taken along
		case c == '\n':
			cut(i)
		case strings.ContainsRune(".?!:;…", c):
			end := i + utf8.RuneLen(c)
			rest := text[end:]
			end += len(rest) - len(strings.TrimLeft(rest, `"”’).?!…`))
			next, _ := utf8.DecodeRuneInString(text[end:])
			if end == len(text) || unicode.IsSpace(next) {
				if c != '.' || !s.dotted(text[start:i+1]) {
					cut(end)
				}
			}
		}
	}
	cut(len(text))
	return list
}

// dotted says whether a text ends in an abbreviation with its full stop.
func (s Splitter) dotted(text string) bool {
	return slices.ContainsFunc(s.abbreviations, func(w string) bool {
		before, ok := strings.CutSuffix(text, w)
		last, _ := utf8.DecodeLastRuneInString(before)
		return ok && (before == "" || !IsWordRune(last))
	})
}

// IsWordRune says whether a rune is part of what is said: a letter, with its
// marks, or a digit.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// length is how many syllables a sentence has, counted as people read them: a
// number or a host is one.
func length(sentence string) int {
	n := 0
	for _, w := range strings.Fields(sentence) {
		if strings.ContainsFunc(w, IsWordRune) {
			n++
		}
	}
	return n
}
