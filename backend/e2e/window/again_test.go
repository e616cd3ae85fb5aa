//go:build window

package window

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/restarts"
)

// Who starts the program once more while the maintenance screen stands gets the kiosk
// tried again at once, watched over as before, and no window beside it.
func TestStartedAgainWhileItRests(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	bin, data := t.TempDir(), t.TempDir()
	launcher := filepath.Join(bin, "tungbuoc")
	if err := copyFile(filepath.Join(repo, "build/bin/tungbuoc"), launcher); err != nil {
		t.Fatal(err)
	}
	whole, err := filepath.Abs(filepath.Join(repo, "build/bin", program))
	if err != nil {
		t.Fatal(err)
	}
	// It crashes until it is mended.
	broken, mended := filepath.Join(bin, program), filepath.Join(bin, "mended")
	script := "#!/bin/sh\nif [ -e '" + mended + "' ]; then exec '" + whole + "' \"$@\"; fi\nkill -SEGV $$\n"
	if err := os.WriteFile(broken, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	start := func() *exec.Cmd {
		cmd := exec.Command(launcher, "--data", data)
		cmd.Env = append(append(os.Environ(), s.env...), "GTK_A11Y=atspi", "NO_AT_BRIDGE=0", "LANG=C.UTF-8")
		return cmd
	}
	k := &kiosk{t: t, end: s.end, cmd: start(), data: data, done: make(chan error, 1)}
	if err := k.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { k.done <- k.cmd.Wait() }()
	t.Cleanup(k.tidy)
	want, err := maintenance.Picture(1366, 768, maintenance.Card{}, 3, 10*time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	until(t, s.end, "the maintenance screen", func() bool { return shows(t, s.picture("resting"), want) })

	if err := os.WriteFile(mended, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithDeadline(t.Context(), s.end)
	defer cancel()
	again := start()
	second := exec.CommandContext(ctx, again.Path, again.Args[1:]...)
	second.Env = again.Env
	out, err := second.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Đã nhờ kiosk mở lại ngay bây giờ.") {
		t.Errorf("the second start: %v, %s", err, out)
	}
	s.see("Sinh con")
	if k.one(program); second.ProcessState == nil {
		t.Error("the second start has not ended")
	}
	if all, err := restarts.Read(data); err != nil || len(all) != 3 {
		t.Errorf("%d restarts, %v", len(all), err)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
	if left, _ := filepath.Glob(filepath.Join(data, "tungbuoc.rest")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
