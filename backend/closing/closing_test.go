package closing_test

import (
	"testing"
	"time"

	"tungbuoc/backend/closing"
)

// held are the requests of a key held down for so many milliseconds: the first
// at once, the next after a delay, then one every 33 ms.
func held(from, delay, length int) []int {
	at := []int{from}
	for ms := from + delay; ms <= from+length; ms += 33 {
		at = append(at, ms)
	}
	return at
}

// asked asks to close the full screen at moments in milliseconds. It gives the
// index of the one that closes it, -1 if none does, and how often the page is
// told.
func asked(at []int) (closes, says int) {
	start := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	var k closing.Keys
	for i, ms := range at {
		switch k.Asked(start.Add(time.Duration(ms) * time.Millisecond)) {
		case closing.Agree:
			return i, says
		case closing.Refuse:
			says++
		}
	}
	return -1, says
}

func TestOnlyASecondPressCloses(t *testing.T) {
	for _, tt := range []struct {
		name   string
		at     []int // milliseconds
		closes int   // at which of them, -1: never
		says   int   // how often the page says how to close it
	}{
		{"once", []int{0}, -1, 1},
		{"twice", []int{0, 2000}, 1, 1},
		{"twice, slowly", []int{0, 9900}, 1, 1},
		{"twice, too slowly", []int{0, 10_000}, -1, 2},
		{"twice, too slowly, and again", []int{0, 12_000, 14_000}, 2, 2},
		{"a double press", []int{0, 150}, -1, 1},
		{"a double press, then one", []int{0, 150, 2000}, 2, 1},
		{"held for 0.8 s", held(0, 500, 800), -1, 1},
		{"held for a minute", held(0, 500, 60_000), -1, 1},
		{"held, repeating as late as Windows can", held(0, 1200, 9000), -1, 1},
		{"held, then pressed", append(held(0, 500, 3000), 5000), len(held(0, 500, 3000)), 1},
		{"held until the notice is gone, then pressed", append(held(0, 500, 12_000), 14_000), -1, 2},
	} {
		if closes, says := asked(tt.at); closes != tt.closes || says != tt.says {
			t.Errorf("%s: closes at %d and says so %d times, want %d and %d", tt.name, closes, says, tt.closes, tt.says)
		}
	}
}
