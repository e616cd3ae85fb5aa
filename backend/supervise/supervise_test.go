package supervise

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
)

// The window of these tests is this test program itself, told by a variable what kind
// of window to be.
const role = "TUNGBUOC_TEST_WINDOW"

func TestMain(m *testing.M) {
	if kind := os.Getenv(role); kind != "" {
		os.Exit(beWindow(kind))
	}
	os.Exit(m.Run())
}

// beProgram is a window of another version; see broken_test.go.
var beProgram func(kind string) int

func beWindow(kind string) int {
	if kind, ok := strings.CutPrefix(kind, "trial:"); ok {
		return beProgram(kind)
	}
	line := lifeline.Join()
	if line == nil {
		return 70
	}
	beat := func() { line.Say(lifeline.Word{Say: lifeline.SayBeat}) }
	switch kind {
	case "refuses":
		fmt.Fprintln(os.Stderr, "Từng Bước đang mở rồi.")
		line.Say(lifeline.Word{Say: lifeline.SayEnded})
		return 1
	case "crashes":
		return 3
	case "closes":
		beat()
		line.Say(lifeline.Word{Say: lifeline.SayEnded})
		return 0
	case "hangs":
		beat()
		select {}
	case "once": // crashes the first time, then runs until told to stop
		if first, err := os.OpenFile(os.Getenv(role+"_FILE"), os.O_CREATE|os.O_EXCL, 0o600); err == nil {
			_ = first.Close()
			return 3
		}
	}
	stop := make(chan struct{})
	go func() {
		for order := range line.Orders {
			if order == lifeline.SayStop {
				close(stop)
				return
			}
		}
	}()
	for {
		beat()
		select {
		case <-stop:
			line.Say(lifeline.Word{Say: lifeline.SayEnded})
			return 0
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// run watches over windows of a kind. rested is called when the maintenance screen would
// be shown; it says whether staff leave.
func run(t *testing.T, ctx context.Context, kind string, rested func(tries int) bool) (status int, dir, said string) {
	t.Helper()
	dir = t.TempDir()
	t.Setenv(role, kind)
	t.Setenv(role+"_FILE", dir+"/first")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	stderr, err := os.Create(dir + "/stderr")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stderr.Close() }()
	limits := KioskLimits
	limits.Silent, limits.Mute = 100*time.Millisecond, 100*time.Millisecond
	if kind != "hangs" { // those that beat must not be taken for hung on a busy machine
		limits.Silent, limits.Mute = time.Hour, time.Hour
	}
	status = Run(ctx, Options{
		Command: []string{self}, DataDir: dir, Log: slog.New(slog.DiscardHandler), Stderr: stderr, Limits: limits,
		Screen: func() bool { return true },
		Rest:   func(_ context.Context, tries int) bool { return rested(tries) },
		Now:    func() time.Time { return dawn },
	})
	text, err := os.ReadFile(stderr.Name())
	if err != nil {
		t.Fatal(err)
	}
	return status, dir, string(text)
}

func never(t *testing.T) func(int) bool {
	return func(int) bool { t.Error("the maintenance screen"); return true }
}

func TestAWindowThatRefusesIsNotOpenedAgain(t *testing.T) {
	status, dir, said := run(t, t.Context(), "refuses", never(t))
	if all, _ := restarts.Read(dir); status != 1 || len(all) > 0 || !strings.Contains(said, "đang mở rồi") {
		t.Errorf("status %d, %v, said %q", status, all, said)
	}
}

func TestAWindowThatStaffCloseStaysClosed(t *testing.T) {
	status, dir, _ := run(t, t.Context(), "closes", never(t))
	if all, _ := restarts.Read(dir); status != 0 || len(all) > 0 {
		t.Errorf("status %d, %v", status, all)
	}
}

// Three times, then the maintenance screen; from there three times again.
func TestACrashLoopEndsOnTheMaintenanceScreen(t *testing.T) {
	rests := 0
	status, dir, _ := run(t, t.Context(), "crashes", func(tries int) bool {
		rests++
		if tries != 3 {
			t.Errorf("%d tries", tries)
		}
		return rests == 2
	})
	all, err := restarts.Read(dir)
	if status != 0 || rests != 2 || err != nil || len(all) != 6 {
		t.Fatalf("status %d, %d rests, %d restarts, %v", status, rests, len(all), err)
	}
	for i, r := range all {
		if r.Kind != restarts.Gone || r.Detail != "exit status 3" || r.Gave != (i%3 == 2) || !r.At.Equal(dawn) {
			t.Errorf("%d: %+v", i, r)
		}
	}
}

func TestAHungWindowIsOpenedAgain(t *testing.T) {
	_, dir, _ := run(t, t.Context(), "hangs", func(int) bool { return true })
	if all, _ := restarts.Read(dir); len(all) != 3 || all[0].Kind != restarts.Hung {
		t.Errorf("%+v", all)
	}
}

func TestOneCrashIsMendedAndToldToStopItStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	time.AfterFunc(2*time.Second, stop)
	status, dir, _ := run(t, ctx, "once", never(t))
	if all, _ := restarts.Read(dir); status != 0 || len(all) != 1 {
		t.Errorf("status %d, %+v", status, all)
	}
}

// A program that is not there, or whose libraries are not, is a crash like another.
func TestAProgramThatIsNotThere(t *testing.T) {
	dir, rests := t.TempDir(), 0
	Run(t.Context(), Options{
		Command: []string{dir + "/none"}, DataDir: dir, Log: slog.New(slog.DiscardHandler), Limits: KioskLimits,
		Screen: func() bool { return true },
		Rest:   func(context.Context, int) bool { rests++; return true }, Now: func() time.Time { return dawn },
	})
	if all, _ := restarts.Read(dir); rests != 1 || len(all) != 3 {
		t.Errorf("%d rests, %+v", rests, all)
	}
}

// A screen that has ended, as when somebody logs off, is no fault of the window.
func TestWithoutAScreenNothingIsOpenedAgain(t *testing.T) {
	dir := t.TempDir()
	status := Run(t.Context(), Options{
		Command: []string{dir + "/none"}, DataDir: dir, Log: slog.New(slog.DiscardHandler), Limits: KioskLimits,
		Screen: func() bool { return false },
		Rest:   func(context.Context, int) bool { t.Error("rested"); return true }, Now: func() time.Time { return dawn },
	})
	if all, _ := restarts.Read(dir); status != 1 || len(all) > 0 {
		t.Errorf("status %d, %+v", status, all)
	}
}
