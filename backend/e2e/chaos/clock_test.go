package chaos

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"
	_ "time/tzdata" // zones on a machine that has none

	"tungbuoc/backend/backup"
	"tungbuoc/backend/sqlite"
)

// jumps are what happens to the clock of an office's PC: its battery is empty, somebody
// sets it, the network does, its time zone is another one, summer time begins and ends.
func jumps(t *testing.T) []func(at time.Time) time.Time {
	t.Helper()
	zone := func(name string) *time.Location {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		return z
	}
	home, abroad := zone("Asia/Ho_Chi_Minh"), zone("America/New_York")
	set := func(at time.Time) func(time.Time) time.Time { return func(time.Time) time.Time { return at } }
	return []func(at time.Time) time.Time{
		func(at time.Time) time.Time { return at.AddDate(1, 0, 0) },
		func(at time.Time) time.Time { return at.AddDate(-1, 0, 0) },
		func(at time.Time) time.Time { return at.Add(-time.Minute) },
		set(time.Unix(0, 0).In(home)),
		set(time.Date(2026, 11, 23, 23, 59, 59, 0, home)),
		func(at time.Time) time.Time { return at.Add(2 * time.Second) }, // over midnight
		func(at time.Time) time.Time { return at.In(abroad) },
		set(time.Date(2026, 11, 1, 1, 59, 59, 0, abroad)), // the hour comes twice
		func(at time.Time) time.Time { return at.Add(2 * time.Hour) },
		set(time.Date(2027, 3, 14, 1, 59, 59, 0, abroad)), // and is left out
		set(time.Date(2038, 1, 20, 8, 0, 0, 0, home)),
		set(time.Date(2099, 12, 31, 23, 59, 59, 0, home)),
	}
}

// The clock jumps while the kiosk is open and while it is closed. All work is kept, in
// the order in which it was done; nothing is taken for damaged, and copies of the
// database go on being made.
func TestClockJumps(t *testing.T) {
	dice, dir, stick := dice(2), filepath.Join(t.TempDir(), "data"), t.TempDir()
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	all := jumps(t)
	var db *sqlite.DB
	open := func() {
		var err error
		if db, err = sqlite.Open(t.Context(), dir, func() time.Time { return at }, quiet()); err != nil {
			t.Fatalf("at %s: %v", at, err)
		} else if db.SetAside() != "" || db.Recovered() != "" {
			t.Fatalf("at %s: taken for damaged", at)
		}
	}
	shut := func() {
		if err := db.Close(); err != nil {
			t.Fatalf("at %s: %v", at, err)
		}
	}
	open()
	days, before := map[string]bool{}, ""
	for n := int64(1); n <= 60; n++ {
		jump := int(n-1) % len(all)
		if n > int64(len(all)) {
			jump = dice.IntN(len(all))
		}
		if dice.IntN(3) == 0 { // while it is closed
			shut()
			at = all[jump](at)
			open()
		} else {
			at = all[jump](at)
		}
		b := bench{ctx: t.Context(), dir: dir, stick: stick, db: db}
		for _, w := range works {
			switch w.name {
			case "backup", "import", "code": // nothing of theirs depends on the clock but a name
				continue
			}
			if err := w.do(b, n); err != nil {
				t.Fatalf("seed %d, %s at %s: %v", *seed, w.name, at, err)
			}
		}
		today := at.Format(time.DateOnly)
		if made, err := db.KeepSpare(t.Context()); err != nil || made {
			t.Fatalf("at %s a second copy of the day: %v, %v", at, made, err)
		}
		days[today], before = true, today
		note, err := db.Note(t.Context(), "ket-hon")
		if err != nil || number(note.Shown) != n {
			t.Fatalf("seed %d, at %s residents see %q, %d was shown; %v", *seed, at, note.Shown, n, err)
		}
		trail, err := db.Trail(t.Context(), 0, 2)
		if err != nil || len(trail) != 2 || trail[0].Subject != fmt.Sprint(n) {
			t.Fatalf("seed %d, at %s the trail ends with %+v, %v", *seed, at, trail, err)
		}
	}
	counts, err := db.Counts(t.Context(), "0001-01-01", "9999-12-31")
	sum := 0
	for _, c := range counts {
		sum += c.N
		if !days[c.Day] {
			t.Errorf("counted on %s, a day that never was", c.Day)
		}
	}
	if err != nil || sum != 60 {
		t.Errorf("%d counts of 60 are kept, %v", sum, err)
	}
	if trail, err := db.Trail(t.Context(), 0, -1); err != nil || len(trail) != 120 {
		t.Errorf("the trail has %d lines of 120, %v", len(trail), err)
	}
	file := filepath.Join(stick, backup.Name(at))
	if _, err := (backup.Office{DB: db, DataDir: dir, Version: "test", Now: at}).Save(t.Context(), file, true); err != nil {
		t.Error(err)
	}
	if _, err := backup.Look(file); err != nil {
		t.Error(err)
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
	shut()
	h := filepath.Join(dir, sqlite.FileName)
	if err := spoils[3].do(dice, h, nil); err != nil { // the newest copy by number, whatever its day says
		t.Fatal(err)
	}
	if db, err = sqlite.Open(t.Context(), dir, func() time.Time { return at }, quiet()); err != nil {
		t.Fatal(err)
	}
	if note, err := db.Note(t.Context(), "ket-hon"); err != nil || db.Recovered() != before || number(note.Shown) == 0 {
		t.Errorf("from the copy of %q, not %q, comes %q; %v", db.Recovered(), before, note.Shown, err)
	}
	shut()
}
