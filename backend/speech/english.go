package speech

import (
	"regexp"
	"strings"
)

const english = "en"

// englishSize is the times sign between two lengths: 4×6, 10 x 15.
var englishSize = regexp.MustCompile(`(\d) ?[x×] ?(\d)`)

var englishDigits = regexp.MustCompile(`\b(?:1[89]00(?: \d{2,6}){1,2}|0\d{2,3}(?: ?\d{3}){2,3}|\d\.\d{6})\b`)

// sayEnglish passes a text through: codes and telephone numbers are spaced, so
// that they are read digit by digit, and brackets, which a synthesiser may
// take for commands, are pauses.
func sayEnglish(text string) string {
	text = englishDigits.ReplaceAllStringFunc(text, func(m string) string {
		var parts []string
		for _, c := range m {
			switch {
			case c == '.':
				parts = append(parts, "point")
			case c >= '0' && c <= '9':
				parts = append(parts, string(c))
			}
		}
		return strings.Join(parts, " ")
	})
	text = englishSize.ReplaceAllString(text, "$1 by $2")
	text = strings.Map(func(r rune) rune {
		switch r {
		case '(', ')', '[', ']', '{', '}', '<', '>':
			return ','
		case '"', '“', '”', '\\', '\n':
			return ' '
		case '’': // voices know the apostrophe of the keyboard
			return '\''
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	return strings.Trim(strings.ReplaceAll(text, " ,", ","), ", ")
}
