package desktop_test

import (
	"testing"
	"time"

	"tungbuoc/backend/desktop"
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
		if closes, says := desktop.CloseAsked(tt.at); closes != tt.closes || says != tt.says {
			t.Errorf("%s: closes at %d and says so %d times, want %d and %d", tt.name, closes, says, tt.closes, tt.says)
		}
	}
}

// A storage that does not come, or does not close, does not keep the kiosk.
func TestClosingDoesNotWaitForEver(t *testing.T) {
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	if desktop.Within(time.Millisecond, func() { <-never }) {
		t.Error("what never ends is said to be done")
	}
	ran := false
	if !desktop.Within(time.Hour, func() { ran = true }) || !ran {
		t.Error("what ends at once is not waited for")
	}
}
