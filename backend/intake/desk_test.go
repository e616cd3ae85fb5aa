package intake_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/intake"
	"tungbuoc/backend/versions"
)

// What staff are told of a version that failed lasts until a good one came after it,
// and is told by the office's clock.
func TestWhatStaffSeeOfVersions(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 20, 5, 0, 0, time.UTC) }
	failed := []versions.Failure{{Version: "1.2.0", At: day(1), Reason: versions.Hung}, {Version: "1.4.0", At: day(10), Reason: versions.Unopened}}
	for _, tt := range []struct {
		name  string
		state versions.State
		want  intake.View
		news  string // told on the twentieth
	}{
		{"just installed", versions.State{}, intake.View{Version: "1.3.0"}, ""},
		{"one failed", versions.State{Failed: failed}, intake.View{
			Version: "1.3.0", Failed: &intake.FailedView{Version: "1.4.0", At: "2026-11-11 03:05", Why: versions.Unopened.Words()},
		}, "1.4.0"},
		{"a good one came after it", versions.State{Good: &versions.Program{Version: "1.3.0", Proven: day(12)}, Failed: failed}, intake.View{
			Version: "1.3.0", Since: "2026-11-13",
		}, ""},
		{"one failed long ago", versions.State{Failed: failed[:1]}, intake.View{
			Version: "1.3.0", Failed: &intake.FailedView{Version: "1.2.0", At: "2026-11-02 03:05", Why: versions.Hung.Words()},
		}, ""},
		{"the good one is not what runs", versions.State{Good: &versions.Program{Version: "1.2.9", Proven: day(12)}}, intake.View{Version: "1.3.0"}, ""},
		{"one waits", versions.State{Waiting: &versions.Program{Version: "1.5.0", Taken: day(14)}, Held: versions.NoRoom}, intake.View{
			Version: "1.3.0", Waiting: &intake.WaitingView{Version: "1.5.0", Taken: "2026-11-15 03:05", Held: versions.NoRoom.Words()},
		}, ""},
		{"one is tried", versions.State{Waiting: &versions.Program{Version: "1.5.0", Taken: day(14)}, Trial: &versions.Trial{Since: day(15)}}, intake.View{
			Version: "1.3.0", Waiting: &intake.WaitingView{Version: "1.5.0", Taken: "2026-11-15 03:05", Trying: true},
		}, ""},
	} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, versions.Folder), 0o700); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(tt.state)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, versions.Folder, "state.json"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		var desk intake.Desk
		in := intake.Intake{DataDir: dir, Running: "1.3.0", Now: func() time.Time { return day(20).In(time.FixedZone("", 7*3600)) }}
		view, err := desk.View(in)
		got, _ := json.Marshal(view)
		if want, _ := json.Marshal(tt.want); err != nil || string(got) != string(want) {
			t.Errorf("%s: %s, want %s, %v", tt.name, got, want, err)
		}
		if news, err := desk.FailedLately(in); err != nil || news != tt.news {
			t.Errorf("%s: the first page tells of %q, %v", tt.name, news, err)
		}
	}
}
