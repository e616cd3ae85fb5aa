package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds of a query. What is longer is cut: no question at a counter is, and
// the work for a query must have an end.
const (
	maxQueryBytes = 1000
	maxSyllables  = 16
	maxLetters    = 40 // of one syllable; run-together words are taken apart
)

// syllable is one written syllable, in lower case: with its marks, and folded.
type syllable struct{ marked, folded string }

// Fold writes text in lower case without marks and punctuation, đ as d, one
// space between syllables. Letters that only look like ours are taken for them.
func Fold(text string) string {
	var b strings.Builder
	for i, s := range split(text) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.folded)
	}
	return b.String()
}

// split takes text apart into syllables. Digits are letters here, so that VNI
// keys and codes stay whole.
func split(text string) []syllable {
	words := strings.FieldsFunc(written(text), func(r rune) bool { return !isLetter(r) })
	list := make([]syllable, 0, len(words))
	for _, w := range words {
		if s := asSyllable(w); s.folded != "" {
			list = append(list, s)
		}
	}
	return list
}

// asSyllable folds one word. Marks that Vietnamese does not put on a letter
// are dropped from both forms.
func asSyllable(word string) syllable {
	var marked strings.Builder
	for _, r := range word {
		if !unicode.Is(unicode.Mn, r) {
			marked.WriteRune(r)
		}
	}
	m := marked.String()
	return syllable{marked: m, folded: unmark(m)}
}

// unmark folds a word in lower case, letter by letter.
func unmark(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// bounded cuts outside text to what is looked at, and repairs broken bytes.
func bounded(query string) string {
	if len(query) > maxQueryBytes {
		end := maxQueryBytes
		for end > maxQueryBytes-utf8.UTFMax && !utf8.RuneStart(query[end]) {
			end-- // half a letter would become a space, which ends a word
		}
		query = query[:end]
	}
	return strings.ToValidUTF8(query, " ")
}

// The tones, in the order of the VNI digits 1 to 5.
const (
	toneNone = iota
	toneAcute
	toneGrave
	toneHook
	toneTilde
	toneDot
)

var toneMarks = [...]rune{0, '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'}

// toneOf takes the tone off a marked word: "đăng" has none, "ký" the acute.
func toneOf(word string) (base string, tone int) {
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		t := 0
		for i := toneAcute; i <= toneDot; i++ {
			if r == toneMarks[i] {
				t = i
			}
		}
		if t != 0 {
			tone = t
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String()), tone
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
