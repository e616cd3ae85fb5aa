//go:build window

package window

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// A morning's papers: rows that do not fit scroll, and stand whole. In WebKit
// they were pressed into the glass, and what was printed could not be read.
func TestHistoryOfAMorning(t *testing.T) {
	const batches = 14
	for _, glass := range []struct{ w, h, larger int }{{1366, 768, 0}, {1024, 600, 3}} {
		t.Run(fmt.Sprintf("%dx%d letters %d", glass.w, glass.h, glass.larger+1), func(t *testing.T) {
			t.Parallel()
			g := &pane{screen: mustScreen(t, fmt.Sprintf("%dx%d", glass.w, glass.h)), w: glass.w, h: glass.h}
			k := g.mustOffice(nil)
			g.see("Chữ to hơn")
			for range glass.larger {
				g.touch("Chữ to hơn")
			}
			fill(t, k.data, batches)
			g.desk(k.data)
			g.touch("Đã in")
			g.see("In lại")
			g.picture(fmt.Sprintf("history-%dx%d", glass.w, glass.h))
			var found, again []control
			if err := json.Unmarshal(g.do("controls").Controls, &found); err != nil {
				t.Fatal(err)
			}
			for _, c := range found {
				if c.Name == "In lại" {
					again = append(again, c)
				}
			}
			if len(again) == 0 {
				t.Fatalf("no row is on the glass: %v", found)
			}
			const row = 3 * 25 // three lines of the least letters
			for i, c := range again {
				if c.H < leastOther {
					t.Errorf("%v is cut", c)
				}
				if i > 0 && c.Y-again[i-1].Y < row {
					t.Errorf("%v stands %d pixels under the one before: its row is not whole", c, c.Y-again[i-1].Y)
				}
			}
			if code := k.stop(); code != 0 {
				t.Errorf("exit code = %d", code)
			}
		})
	}
}

// fill keeps so many batches in the office's storage.
func fill(t *testing.T, dir string, batches int) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for range batches {
		if _, err := db.KeepBatch(t.Context(), guide.Batch{
			Layout: "a5", Copies: 2, Pages: 4, Edition: 1, Way: guide.Printed, Place: "Máy in phòng một cửa",
			Services: []guide.BatchService{{Service: "khai-sinh", Title: "Làm giấy khai sinh cho con", Copies: 2}},
		}); err != nil {
			t.Fatal(err)
		}
	}
}
