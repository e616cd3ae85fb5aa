package guide

import "strings"

// Bounds of what is kept of a query that found nothing.
const (
	maxMissedWords   = 6
	maxMissedLetters = 60
	maxMissedDigits  = 3
)

// MissedWords is what may be kept of a query that found nothing, folded: at
// most six words, and no digits at all when there are four or more of them,
// because they could be a number of somebody's. "": nothing may be kept.
func MissedWords(folded string) string {
	n := 0
	for _, r := range folded {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	var words []string
	letters := 0
	for _, w := range strings.Fields(folded) {
		if n > maxMissedDigits && strings.ContainsAny(w, "0123456789") {
			continue
		}
		if letters += len([]rune(w)); len(words) == maxMissedWords || letters > maxMissedLetters {
			break
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}
