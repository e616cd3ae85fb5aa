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

func TestWhoHoldsTheKeysIsToldOnce(t *testing.T) {
	for _, tt := range []struct {
		name string
		at   []int // milliseconds
		told int
	}{
		{"once", []int{0}, 1},
		{"twice", []int{0, 2000}, 2},
		{"a double press", []int{0, 150}, 1},
		{"a double press, then one", []int{0, 150, 2000}, 2},
		{"held for a minute", held(0, 500, 60_000), 1},
		{"held, repeating as late as Windows can", held(0, 1200, 9000), 1},
		{"held, then pressed", append(held(0, 500, 3000), 5000), 2},
	} {
		start := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
		var asked closing.Asked
		told := 0
		for _, ms := range tt.at {
			if asked.Again(start.Add(time.Duration(ms) * time.Millisecond)) {
				told++
			}
		}
		if told != tt.told {
			t.Errorf("%s: told %d times, want %d", tt.name, told, tt.told)
		}
	}
}
