package screens_test

import (
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/screens"
)

func TestFollow(t *testing.T) {
	for _, tt := range []struct {
		name  string
		seen  string // at each tick, "-": not the time
		fills string // at which ticks, counted from 1
	}{
		{"nothing changes", "a a a a", ""},
		{"another monitor", "a a b b b", "4"},
		{"it comes and goes, then stays", "a b a b b b", "5"},
		{"it comes and is gone again", "a a b a a a", ""},
		{"one, then back", "a a b b b a a a", "4 7"},
		{"while the window is small", "a a - - b b", "6"},
		{"while it is small, and back before it is large", "a a b - a a", ""},
		{"at the start there is none", "- - a a b b", "6"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			seen := strings.Fields(tt.seen)
			ticks := make(chan time.Time, len(seen))
			for range seen {
				ticks <- time.Time{}
			}
			close(ticks)
			tick, fills := 0, []string{}
			screens.Follow(ticks, func() string {
				tick++
				return strings.TrimPrefix(seen[tick-1], "-")
			}, func() { fills = append(fills, string(rune('0'+tick))) })
			if got := strings.Join(fills, " "); got != tt.fills {
				t.Errorf("filled at %q, want %q", got, tt.fills)
			}
		})
	}
}
