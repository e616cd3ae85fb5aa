package cli_test

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// The way back for an office that forgot its PIN, while the kiosk is open.
func TestStaffCodeAndReset(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	shown := func(command string) string {
		t.Helper()
		r := run(t, "staff", command, "--json", "--data", dir)
		var said struct{ Code, File string }
		if err := json.Unmarshal([]byte(r.stdout), &said); r.code != cli.ExitDone || err != nil || said.File != filepath.Join(dir, staff.CodeFile) {
			t.Fatalf("staff %s: %+v, %v", command, r, err)
		}
		return said.Code
	}
	code := shown("code")
	if again := shown("code"); again != code {
		t.Errorf("the code %s became %s", code, again)
	}
	r := run(t, "staff", "code", "--data", dir)
	if r.code != cli.ExitDone || !strings.Contains(r.stdout, staff.Spaced(code)) || !strings.Contains(r.stdout, "Dành cho cán bộ") || !strings.Contains(r.stdout, dir) {
		t.Errorf("%+v", r)
	}
	now := func() time.Time { return noon }
	db, err := sqlite.Open(ctx, dir, now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	gate := staff.NewGate(db, staff.NewSetup(dir), staff.NewClock(now), slog.New(slog.DiscardHandler))
	choose := func(code, pin string) {
		t.Helper()
		if err := gate.EnterCode(ctx, code); err != nil {
			t.Fatal(err)
		}
		if _, err := gate.Choose(ctx, "Lan", pin); err != nil {
			t.Fatal(err)
		}
		gate.Lock()
	}
	choose(code, "290511")
	if r := run(t, "staff", "code", "--data", dir); r.code != cli.ExitFailed || !strings.Contains(r.stderr, "tungbuoc staff reset") || regexp.MustCompile(`\d{4}`).MatchString(r.stdout) {
		t.Errorf("a code while there is a PIN: %+v", r)
	}
	if _, err := os.Stat(filepath.Join(dir, staff.CodeFile)); !os.IsNotExist(err) {
		t.Errorf("asking made a code: %v", err)
	}
	for range staff.TriesBeforeLock {
		_, _ = gate.Unlock(ctx, 1, "111111")
	}
	fresh := shown("reset")
	if _, err := gate.Unlock(ctx, 1, "290511"); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the forgotten PIN: %v", err)
	}
	if err := gate.EnterCode(ctx, code); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("the code of the first time: %v", err)
	}
	choose(fresh, "739104")
	if _, err := gate.Unlock(ctx, 1, "739104"); err != nil {
		t.Error(err)
	}
}

func TestStaffWrongUsage(t *testing.T) {
	for _, args := range [][]string{{"staff", "code", "x"}, {"staff", "reset", "x"}, {"staff"}, {"staff", "open"}} {
		if r := run(t, args...); r.code != cli.ExitUsage {
			t.Errorf("%v: %+v", args, r)
		}
	}
}
