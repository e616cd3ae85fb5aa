package sqlite_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// office is the time zone of the tests' office.
var office = time.FixedZone("ICT", 7*3600)

// noon is a clock that stands still.
func noon() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, office) }

const day = "2026-11-23"

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// mustOpen opens the database and closes it when the test ends.
func mustOpen(tb testing.TB, dir string) *sqlite.DB {
	tb.Helper()
	db, err := sqlite.Open(context.Background(), dir, noon, quiet())
	if err != nil {
		tb.Fatalf("open: %v", err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

func mustClose(tb testing.TB, db *sqlite.DB) {
	tb.Helper()
	if err := db.Close(); err != nil {
		tb.Fatalf("close: %v", err)
	}
}

var opened = guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi"}

func mustCount(tb testing.TB, db *sqlite.DB, c guide.Count, times int) {
	tb.Helper()
	for range times {
		if err := db.Count(context.Background(), c); err != nil {
			tb.Fatalf("count: %v", err)
		}
	}
}

// total is the sum of all counts.
func total(tb testing.TB, db *sqlite.DB) int {
	tb.Helper()
	counts, err := db.Counts(context.Background(), "2000-01-01", "2999-12-31")
	if err != nil {
		tb.Fatalf("counts: %v", err)
	}
	n := 0
	for _, c := range counts {
		n += c.N
	}
	return n
}

func TestCounts(t *testing.T) {
	now := noon()
	db, err := sqlite.Open(context.Background(), t.TempDir(), func() time.Time { return now }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, db)
	left := guide.Count{Service: "thuong-tru", Event: guide.EventLeft, Detail: "3", Lang: "en"}
	mustCount(t, db, opened, 3)
	mustCount(t, db, left, 1)
	mustCount(t, db, guide.Count{Day: "1999-01-01", Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi", N: 40}, 1)
	now = now.Add(13 * time.Hour) // one in the morning; in London it is still the day before
	mustCount(t, db, opened, 2)

	row := func(c guide.Count, day string, n int) guide.Count { c.Day, c.N = day, n; return c }
	for _, tt := range []struct {
		name, from, to string
		want           []guide.Count
	}{
		{"both days", day, "2026-11-24", []guide.Count{row(opened, day, 4), row(left, day, 1), row(opened, "2026-11-24", 2)}},
		{"one day", "2026-11-24", "2026-11-24", []guide.Count{row(opened, "2026-11-24", 2)}},
		{"none", "2026-12-01", "2026-12-31", nil},
	} {
		got, err := db.Counts(context.Background(), tt.from, tt.to)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %+v, %v; want %+v", tt.name, got, err, tt.want)
		}
	}
	if err := db.Check(context.Background()); err != nil {
		t.Errorf("check: %v", err)
	}
}

func TestOpened(t *testing.T) {
	now := noon()
	db, err := sqlite.Open(context.Background(), t.TempDir(), func() time.Time { return now }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, db)
	inEnglish := guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: "en"}
	mustCount(t, db, opened, 3)
	mustCount(t, db, guide.Count{Service: "khai-tu", Event: guide.EventCodeShown, Lang: "vi"}, 9)
	now = now.AddDate(0, 0, 60)
	mustCount(t, db, inEnglish, 2)
	mustCount(t, db, guide.Count{Service: "vneid", Event: guide.EventOpened, Lang: "vi"}, 1)
	for days, want := range map[int]map[string]int{60: {"khai-sinh": 5, "vneid": 1}, 59: {"khai-sinh": 2, "vneid": 1}} {
		if got, err := db.Opened(context.Background(), days); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d days: got %v, %v; want %v", days, got, err, want)
		}
	}
}

// A step is told of when lessons come to a halt there often, on several days of late.
func TestStops(t *testing.T) {
	now := noon()
	db, err := sqlite.Open(context.Background(), t.TempDir(), func() time.Time { return now }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, db)
	at := func(event guide.Event, target, lang string) guide.Count {
		return guide.Count{Service: "khai-sinh", Event: event, Detail: target, Lang: lang}
	}
	mustCount(t, db, at(guide.EventStopped, "khai-sinh/ten-chau", "vi"), 90)
	now = now.AddDate(0, 0, 31)
	for range 3 {
		mustCount(t, db, at(guide.EventStopped, "khai-sinh/ten-chau", "vi"), 2)
		mustCount(t, db, at(guide.EventStopped, "khai-sinh/ten-chau", "en"), 1)
		mustCount(t, db, at(guide.EventUnclear, "flow dang-nhap-cong/mat-khau", "vi"), 2)
		mustCount(t, db, at(guide.EventUnclear, "khai-sinh/ten-chau", "vi"), 1) // three times in all
		now = now.AddDate(0, 0, 1)
	}
	mustCount(t, db, at(guide.EventStopped, "khai-sinh/nop", "vi"), 90) // on one day
	want := []guide.Stop{
		{Service: "khai-sinh", Target: "khai-sinh/ten-chau", Event: guide.EventStopped, Times: 9, Days: 3},
		{Service: "khai-sinh", Target: "flow dang-nhap-cong/mat-khau", Event: guide.EventUnclear, Times: 6, Days: 3},
	}
	if got, err := db.Stops(context.Background(), 30); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestCountsRefuses(t *testing.T) {
	db := mustOpen(t, t.TempDir())
	ctx := context.Background()
	for name, call := range map[string]func() error{
		"unknown event": func() error {
			return db.Count(ctx, guide.Count{Service: "khai-sinh", Event: "typed", Lang: "vi"})
		},
		"no day":       func() error { _, err := db.Counts(ctx, "", day); return err },
		"not a day":    func() error { _, err := db.Counts(ctx, day, "2026-13-01"); return err },
		"days swapped": func() error { _, err := db.Counts(ctx, "2026-11-24", day); return err },
	} {
		if err := call(); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v, want code %s", name, err, guide.CodeInvalid)
		}
	}
	if n := total(t, db); n != 0 {
		t.Errorf("%d counts kept, want none", n)
	}
}

func TestReopenKeepsCounts(t *testing.T) {
	dir := t.TempDir()
	for i := 1; i <= 3; i++ {
		db := mustOpen(t, dir)
		mustCount(t, db, opened, 5)
		if got, want := total(t, db), 5*i; got != want {
			t.Fatalf("opening %d: %d counts, want %d", i, got, want)
		}
		if db.SetAside() != "" {
			t.Fatalf("set aside %s", db.SetAside())
		}
		mustClose(t, db)
		mustClose(t, db) // a second time does nothing
		if left, _ := filepath.Glob(filepath.Join(dir, "office.db-*")); len(left) != 0 {
			t.Fatalf("closing left %v", left)
		}
	}
}

func TestOpenMakesFolder(t *testing.T) {
	for _, name := range []string{"mới/Dữ liệu", "a b", "100%", "x?mode=ro", "y#z", "%41", "&_pragma=query_only(1)"} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, "?") {
			continue // not a file name there
		}
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), filepath.FromSlash(name))
			db := mustOpen(t, dir)
			mustCount(t, db, opened, 1)
			mustClose(t, db)
			if info, err := os.Stat(filepath.Join(dir, sqlite.FileName)); err != nil || info.Size() == 0 {
				t.Errorf("no database in the folder: %v", err)
			}
		})
	}
}

func TestOpenInWorkingFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	db := mustOpen(t, "data")
	mustCount(t, db, opened, 1)
	mustClose(t, db)
	if err := sqlite.CheckFile(context.Background(), "data"); err != nil {
		t.Errorf("check: %v", err)
	}
	if _, err := os.Stat(filepath.Join("data", sqlite.FileName)); err != nil {
		t.Error(err)
	}
}

func TestConcurrentCounts(t *testing.T) {
	const workers, each = 8, 100
	dir := t.TempDir()
	// Two handles on one file, as two processes would have.
	dbs := []*sqlite.DB{mustOpen(t, dir), mustOpen(t, dir)}
	errs := make(chan error, workers*each)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			db := dbs[w%len(dbs)]
			c := opened
			if w >= workers/2 {
				c.Service = fmt.Sprintf("viec-%d", w)
			}
			for range each {
				errs <- db.Count(context.Background(), c)
				if _, err := db.Counts(context.Background(), day, day); err != nil {
					errs <- err
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, db := range dbs {
		if got := total(t, db); got != workers*each {
			t.Errorf("handle %d: %d counts, want %d", i, got, workers*each)
		}
	}
}

func TestConcurrentOpen(t *testing.T) {
	const handles = 6
	dir := t.TempDir()
	errs := make(chan error, handles)
	for range handles {
		go func() {
			db, err := sqlite.Open(context.Background(), dir, noon, quiet())
			if err == nil {
				err = db.Count(context.Background(), opened)
				if closed := db.Close(); err == nil {
					err = closed
				}
			}
			errs <- err
		}()
	}
	for range handles {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if got := total(t, mustOpen(t, dir)); got != handles {
		t.Errorf("%d counts, want %d", got, handles)
	}
}
