package guide

import "strings"

// Bounds of what is kept of a query that found nothing.
const (
	maxMissedWords   = 6
	maxMissedLetters = 60
	maxMissedDigits  = 3
)

// MissedWords bounds what is kept of a query that found nothing. The search has
// taken out what could be a name (search.Answer.Words); of the rest at most six
// words are kept, and no digits at all when there are four or more of them,
// because they could be a number of somebody's. "": the query is counted, and
// nothing of it is kept.
func MissedWords(words string) string {
	n := 0
	for _, r := range words {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	var kept []string
	letters := 0
	for _, w := range strings.Fields(words) {
		if n > maxMissedDigits && strings.ContainsAny(w, "0123456789") {
			continue
		}
		if letters += len([]rune(w)); len(kept) == maxMissedWords || letters > maxMissedLetters {
			break
		}
		kept = append(kept, w)
	}
	return strings.TrimSuffix(strings.Join(kept, " "), ",")
}
