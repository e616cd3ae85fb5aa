package search

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// written gives text composed and in lower case.
func written(text string) string { return strings.ToLower(composed(text)) }

// composed gives text composed and with the letters that were meant: what only
// looks like a letter of ours is replaced. Old fonts, wrong code pages and
// pasted headings leave such letters behind; the national catalogue of 2026 has
// some of them.
func composed(text string) string {
	text = norm.NFC.String(text)
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			text = norm.NFC.String(strokes.Replace(strings.Map(meant, text)))
			break
		}
	}
	return text
}

// strokes are the ways to write đ in two characters.
var strokes = strings.NewReplacer(
	"d\u0335", "đ", "d\u0336", "đ", "d\u0337", "đ", "d\u0338", "đ",
	"D\u0335", "Đ", "D\u0336", "Đ", "D\u0337", "Đ", "D\u0338", "Đ",
)

// meant is the letter that was meant by one that looks like it, -1 for a
// character that shows nothing inside a word.
func meant(r rune) rune {
	switch {
	case r < 0xC0 && r != softHyphen || r >= 0x1E00 && r < 0x2000: // ours, and most common
		return r
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r >= '０' && r <= '９':
		return r - 'Ａ' + 'A'
	case r >= mathFirst && r <= mathLast: // 𝐊𝐡𝐚𝐢, 𝟏: bold and slanted letters of posts
		if plain, size := utf8.DecodeRuneInString(norm.NFKC.String(string(r))); size == 1 {
			return plain
		}
		return r
	}
	if letter, ok := lookAlikes[r]; ok {
		return letter
	}
	return r
}

const (
	softHyphen          = '\u00AD'
	mathFirst, mathLast = '\U0001D400', '\U0001D7FF'
)

// lookAlikes are letters of other languages that are read as ours.
var lookAlikes = map[rune]rune{
	// D with a stroke is a letter of its own in Icelandic and in Ewe; what a
	// file in the Vietnamese code page shows in the Western one is the first.
	'Ð': 'Đ', 'ð': 'đ', 'Ɖ': 'Đ', 'ɖ': 'đ', 'Ɗ': 'Đ', 'ɗ': 'đ', '\uA7C7': 'Đ', '\uA7C8': 'đ', '\u1D6D': 'đ',
	// Oi, which fonts before Unicode had in the place of ư.
	'Ƣ': 'Ư', 'ƣ': 'ư',
	// People type the letter, typesetters the sign: 4×6.
	'×': 'x',
	// The caron and the breve differ by a pixel.
	'Ǎ': 'Ă', 'ǎ': 'ă',
	'Ƀ': 'B', 'ƀ': 'b', 'Ɓ': 'B', 'ɓ': 'b', 'ɑ': 'a', 'ɡ': 'g', 'ı': 'i', 'Ø': 'O', 'ø': 'o', 'Ɵ': 'O', 'ɵ': 'o', 'Ł': 'L', 'ł': 'l',
	// Cyrillic.
	'А': 'A', 'В': 'B', 'Е': 'E', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Ѕ': 'S', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'Ԁ': 'D', 'Ԛ': 'Q', 'Ԝ': 'W', 'Һ': 'H', 'Ө': 'O',
	'а': 'a', 'в': 'b', 'е': 'e', 'і': 'i', 'ј': 'j', 'к': 'k', 'м': 'm', 'н': 'h', 'о': 'o', 'р': 'p', 'с': 'c', 'ѕ': 's', 'т': 't', 'у': 'y', 'х': 'x', 'ԁ': 'd', 'ԛ': 'q', 'ԝ': 'w', 'һ': 'h', 'ө': 'o',
	// Greek.
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	'α': 'a', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x',
	// What shows nothing: a break that a line did not need, joiners.
	softHyphen: -1, '\u200C': -1, '\u200D': -1, '\u2060': -1, '\uFEFF': -1,
}
