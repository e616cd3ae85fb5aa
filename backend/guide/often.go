package guide

import (
	"regexp"
	"strings"
)

// From how often on, and on how many days, a count is spoken of. What happened less
// often may be one person's doing, and says nothing of the lesson.
const (
	leastTimes = 5
	leastDays  = 3
)

// Often says whether something happened often enough, on enough days, to mean more
// than that somebody was here.
func Often(times, days int) bool { return times >= leastTimes && days >= leastDays }

// longDigits is a row of digits as long as a number of somebody, parted or not.
var longDigits = regexp.MustCompile(`\d(?:[ .-]?\d){5,}`)

// MayLeave says whether words that residents looked for in vain may leave the office,
// in whatever form: many people have typed them, on several days, and nothing in them
// looks like a number or an address of somebody. Every way out asks here; a backup is
// none, it stays with the office that made it.
func MayLeave(words string, times, days int) bool {
	return words != "" && Often(times, days) && words == MissedWords(words) && !strings.Contains(words, "@") && !longDigits.MatchString(words)
}

// Stop is how often lessons came to a halt at a step: people left there, or called staff.
type Stop struct {
	Service string
	Target  string // lasting name of the step
	Event   Event  // [EventStopped] or [EventUnclear]
	Times   int
	Days    int // on how many days
}
