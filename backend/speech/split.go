package speech

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// span is a part of a text, in bytes.
type span struct{ from, to int }

// sentences parts a text where a reader takes breath: at a full stop, a
// question mark, a colon or a semicolon that a space or the end follows, and
// at the end of a line. A full stop inside a number or a host, or one that
// belongs to an abbreviation of the table, parts nothing. Every letter and
// digit is in exactly one sentence.
func (r *Reader) sentences(text string) []span {
	var list []span
	start := 0
	cut := func(end int) {
		s := span{start, end}
		start = end
		part := text[s.from:s.to]
		s.from += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
		s.to -= len(part) - len(strings.TrimRightFunc(part, unicode.IsSpace))
		if strings.ContainsFunc(part, isWordRune) {
			list = append(list, s)
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
			end += len(rest) - len(strings.TrimLeft(rest, `"”’').?!…`))
			next, _ := utf8.DecodeRuneInString(text[end:])
			if end == len(text) || unicode.IsSpace(next) {
				if c != '.' || !r.dotted(text[start:i+1]) {
					cut(end)
				}
			}
		}
	}
	cut(len(text))
	return list
}

// dotted says whether a text ends in an abbreviation with its full stop.
func (r *Reader) dotted(text string) bool {
	for _, w := range r.abbreviations {
		before, ok := strings.CutSuffix(text, w)
		if !ok {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(before); before == "" || !isWordRune(last) {
			return true
		}
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// utf16Len is the length of a text as JavaScript counts it.
func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}
