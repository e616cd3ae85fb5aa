package guide_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

func TestWriteDay(t *testing.T) {
	for date, want := range map[string]string{"2026-11-28": "28/11/2026", "2026-07": "07/2026", "2026": "2026", "": ""} {
		if got := guide.Day(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}
