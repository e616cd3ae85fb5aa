package content

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// lookAlikes are letters that people take for ours: they come from other
// alphabets, or from files whose typeface was converted wrongly. No search and
// no comparison finds the word, and most typefaces lack them. The letters of
// other languages of Vietnam (ĕ, ŏ, ƀ, ñ …) are not among them.
var lookAlikes = map[rune]string{
	'Ð': "Đ", 'ð': "đ", 'Ɖ': "Đ", 'ɖ': "đ", 'Ƌ': "Đ", 'ƌ': "đ", 'ȡ': "đ", // eth, African and other d
	'Ƣ': "Ư", 'ƣ': "ư", 'Ʋ': "Ư", 'ʋ': "ư", // oi, v with hook
	'Ƿ': "P", 'ƿ': "p", // wynn
	'Ǎ': "Ă", 'ǎ': "ă", 'Ȃ': "Â", 'ȃ': "â", 'Ȇ': "Ê", 'ȇ': "ê", 'Ȏ': "Ô", 'ȏ': "ô", // a check instead of a bow, a bow upside down
	'Ⱥ': "A", 'ⱥ': "a", 'Ƃ': "B", 'ƃ': "b", 'Ƅ': "b", 'ƅ': "b", 'ı': "i", 'Ɩ': "l", 'ɩ': "i", 'ǀ': "l",
	'ɑ': "a", 'ɡ': "g", 'ɴ': "n", 'ʏ': "y", 'ſ': "s", 'ȷ': "j", 'ƴ': "y", 'Ƴ': "Y", 'ɋ': "q", 'ᴏ': "o", 'ᴜ': "u", 'ᴠ': "v",
}

// overlays are strokes through the letter before them: D with one is no Đ.
var overlays = []rune{'\u0335', '\u0336', '\u0337', '\u0338'}

// foreignTwins are letters of other alphabets that look like one of ours.
var foreignTwins = map[rune]string{
	'А': "A", 'В': "B", 'Е': "E", 'З': "3", 'І': "I", 'К': "K", 'М': "M", 'Н': "H", 'О': "O", 'Р': "P", 'С': "C", 'Т': "T", 'У': "Y", 'Х': "X", 'Ѕ': "S", 'Ј': "J",
	'а': "a", 'е': "e", 'і': "i", 'о': "o", 'р': "p", 'с': "c", 'у': "y", 'х': "x", 'ѕ': "s", 'ј': "j", 'һ': "h", 'ԁ': "d",
	'Α': "A", 'Β': "B", 'Ε': "E", 'Ζ': "Z", 'Η': "H", 'Ι': "I", 'Κ': "K", 'Μ': "M", 'Ν': "N", 'Ο': "O", 'Ρ': "P", 'Τ': "T", 'Υ': "Y", 'Χ': "X",
	'α': "a", 'ι': "i", 'ν': "v", 'ο': "o", 'ρ': "p", 'υ': "u", 'χ': "x",
}

// foreign are the alphabets with letters that look like ours.
var foreign = []*unicode.RangeTable{unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Coptic, unicode.Lisu}

// lookAlike finds a letter in a text that reads as one of ours and is another:
// one of lookAlikes, a letter of another alphabet in a word that has Latin
// ones, or the wide or ornamental form of a letter. meant is ours, "" when it
// is not known.
func lookAlike(text string) (c rune, meant string, found bool) {
	ascii := true
	for i := range len(text) {
		ascii = ascii && text[i] < 0x80
	}
	if ascii {
		return 0, "", false
	}
	var before, other rune
	latin := false
	for _, c := range text {
		if meant, ok := meantBy(c, before); ok {
			return c, meant, true
		}
		before = c
		switch {
		case !unicode.IsLetter(c) && !unicode.IsMark(c):
			other, latin = 0, false
		case c < 0x370 || unicode.Is(unicode.Latin, c):
			latin = true
		case unicode.In(c, foreign...):
			other = c
		}
		if other != 0 && latin {
			return other, foreignTwins[other], true
		}
	}
	return 0, "", false
}

// meantBy gives the letter of ours that c stands for, whatever word it is in.
func meantBy(c, before rune) (string, bool) {
	if c < 0xAA || c >= 0x1EA0 && c < 0x1F00 { // nearly all there is
		return "", false
	}
	if meant, ok := lookAlikes[c]; ok {
		return meant, true
	}
	for _, o := range overlays {
		if c == o {
			return map[rune]string{'D': "Đ", 'd': "đ"}[before], true
		}
	}
	// Ａ, 𝐀, ⅰ, ﬁ and such are letters of ours in other clothes. Those of other
	// alphabets, and what is no letter, may be written so.
	if c >= 0x2100 && (unicode.IsLetter(c) || unicode.Is(unicode.Nl, c)) {
		plain := norm.NFKC.String(string(c))
		if plain != string(c) && strings.Trim(plain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			return plain, true
		}
	}
	return "", false
}
