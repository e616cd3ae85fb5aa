//go:build window

package window

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"

	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/restarts"
)

// below gives the processes of a name below another, that one included.
func below(root int, name string) []int {
	out, _ := exec.Command("ps", "-eo", "pid=,ppid=,comm=").Output()
	parents, names := map[int]int{}, map[int]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) < 3 {
			continue
		}
		pid, _ := strconv.Atoi(fields[0])
		parents[pid], _ = strconv.Atoi(fields[1])
		names[pid] = fields[2]
	}
	var found []int
	for pid, called := range names {
		for above := pid; above > 1; above = parents[above] {
			if above == root {
				if strings.HasPrefix(called, name) {
					found = append(found, pid)
				}
				break
			}
		}
	}
	return found
}

// one gives the only process of a name below the kiosk's first.
func (k *kiosk) one(name string) int {
	k.t.Helper()
	var found []int
	until(k.t, k.end, name, func() bool { found = below(k.cmd.Process.Pid, name); return len(found) == 1 })
	return found[0]
}

const (
	program  = "tungbuoc-kiosk"
	renderer = "WebKitWebProces"
	network  = "WebKitNetworkPr"
)

// Whatever goes away or stops, the first screen is there again, in another process, and
// what was wrong is written down.
func TestComesBack(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	for i, tt := range []struct {
		kind restarts.Kind
		hurt func() error
	}{
		{restarts.Gone, func() error { return syscall.Kill(k.one(program), syscall.SIGKILL) }},
		{restarts.Renderer, func() error { return syscall.Kill(k.one(renderer), syscall.SIGKILL) }},
		{restarts.Engine, func() error { return syscall.Kill(k.one(network), syscall.SIGKILL) }},
		{restarts.Hung, func() error { return syscall.Kill(k.one(renderer), syscall.SIGSTOP) }},
		{restarts.Hung, func() error { return syscall.Kill(k.one(program), syscall.SIGSTOP) }},
	} {
		s.touch("Sinh con") // a resident is in the middle of something
		s.see("Trang đầu")
		before := k.one(program)
		// Three within ten minutes would be the maintenance screen: this is a test of each by itself.
		if i > 0 && i%2 == 0 {
			k = s.again(k)
			before = k.one(program)
		}
		k.beating()
		if err := tt.hurt(); err != nil {
			t.Fatal(err)
		}
		hurt := time.Now()
		until(t, s.end, fmt.Sprintf("another window after %s", tt.kind), func() bool {
			now := below(k.cmd.Process.Pid, program)
			return len(now) == 1 && now[0] != before
		})
		s.see("Sinh con")
		t.Logf("%s: home after %s", tt.kind, time.Since(hurt).Round(100*time.Millisecond))
		all, err := restarts.Read(k.data)
		if err != nil || len(all) == 0 || all[len(all)-1].Kind != tt.kind {
			t.Fatalf("%s: written down: %+v, %v", tt.kind, all, err)
		}
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// again ends a kiosk and opens one on the same data folder.
func (s *screen) again(k *kiosk) *kiosk {
	s.t.Helper()
	if code := k.stop(); code != 0 {
		s.t.Fatalf("exit code = %d", code)
	}
	k = s.mustKioskOn(k.data)
	s.see("Sinh con")
	return k
}

// beating waits until who watches has surely heard the page.
func (k *kiosk) beating() {
	until(k.t, k.end, "a beat", func() bool {
		log, _ := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
		opened := bytes.LastIndex(log, []byte(`"msg":"window open"`))
		return opened >= 0 && bytes.Contains(log[opened:], []byte(`"msg":"home ready"`))
	})
	time.Sleep(11 * time.Second) // a page may be slow for ten after its first screen
}

// A window that lies over the kiosk goes under it; where it does not, the kiosk is
// opened anew, and what is on the glass then is the kiosk.
func TestWhatCoversTheKioskGoesUnderIt(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Sinh con")
	k.beating()
	before := k.one(program)
	cover := s.cover(false)
	until(t, s.end, "the kiosk to be covered", func() bool { return !cover.under() })
	until(t, s.end, "the kiosk over what covers it", func() bool { return cover.under() })
	if now := k.one(program); now != before {
		t.Errorf("opened anew for a window that could be put aside")
	}
	cover.close()

	stubborn := s.cover(true)
	until(t, s.end, "another window", func() bool {
		now := below(k.cmd.Process.Pid, program)
		return len(now) == 1 && now[0] != before
	})
	stubborn.close()
	s.see("Sinh con")
	if all, err := restarts.Read(k.data); err != nil || len(all) != 1 || all[0].Kind != restarts.Dark {
		t.Errorf("%+v, %v", all, err)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// cover is a window over the whole screen.
type cover struct {
	t    *testing.T
	conn *xgb.Conn
	id   xproto.Window
	root xproto.Window
}

// cover puts a black window over the screen, as another program does; a stubborn one
// does not ask the window manager, and stays on top.
func (s *screen) cover(stubborn bool) *cover {
	s.t.Helper()
	display := ""
	for _, v := range s.env {
		if name, ok := strings.CutPrefix(v, "DISPLAY="); ok {
			display = name
		}
	}
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		s.t.Fatal(err)
	}
	c := &cover{t: s.t, conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root}
	s.t.Cleanup(c.close)
	if c.id, err = xproto.NewWindowId(conn); err != nil {
		s.t.Fatal(err)
	}
	screen := xproto.Setup(conn).DefaultScreen(conn)
	past := uint32(0)
	if stubborn {
		past = 1
	}
	err = xproto.CreateWindowChecked(conn, screen.RootDepth, c.id, c.root, 0, 0, screen.WidthInPixels, screen.HeightInPixels, 0,
		xproto.WindowClassInputOutput, screen.RootVisual, xproto.CwBackPixel|xproto.CwOverrideRedirect, []uint32{0, past}).Check()
	if err == nil {
		err = xproto.MapWindowChecked(conn, c.id).Check()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// under says whether something else is to be seen in its place.
func (c *cover) under() bool {
	got, err := xproto.GetImage(c.conn, xproto.ImageFormatZPixmap, xproto.Drawable(c.root), 600, 300, 1, 1, 0xffffffff).Reply()
	if err != nil {
		c.t.Fatal(err)
	}
	return got.Data[0] != 0 || got.Data[1] != 0 || got.Data[2] != 0
}

func (c *cover) close() {
	if c.conn != nil {
		c.conn.Close()
		c.conn = nil
	}
}

// What cannot be opened gives way to the maintenance screen: the program crashes, is not
// there, or lacks the web engine.
func TestCrashLoopEndsOnTheMaintenanceScreen(t *testing.T) {
	card := maintenance.Card{Office: "Một cửa Hồng Thái", Phone: "0207 000 0000", Hours: []string{"7.30–17.00"}}
	for name, broken := range map[string]func(t *testing.T, file string){
		"crashes": func(t *testing.T, file string) {
			if err := os.WriteFile(file, []byte("#!/bin/sh\nkill -SEGV $$\n"), 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"is not there": func(*testing.T, string) {},
		"lacks the web engine": func(t *testing.T, file string) {
			whole, err := os.ReadFile(filepath.Join(repo, "build/bin", program))
			if err != nil {
				t.Fatal(err)
			}
			lib := []byte("libwebkit2gtk-4.1.so.0\x00")
			if !bytes.Contains(whole, lib) {
				t.Fatal("the program needs no web engine?")
			}
			if err := os.WriteFile(file, bytes.Replace(whole, lib, []byte("libwebkit2gtk-4.1.so.9\x00"), 1), 0o700); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := mustScreen(t, "1366x768")
			bin, data := t.TempDir(), t.TempDir()
			launcher := filepath.Join(bin, "tungbuoc")
			if err := copyFile(filepath.Join(repo, "build/bin/tungbuoc"), launcher); err != nil {
				t.Fatal(err)
			}
			broken(t, filepath.Join(bin, program))
			text, err := card.Text()
			if err := errors.Join(err, os.WriteFile(filepath.Join(data, maintenance.CardName), text, 0o600)); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(launcher, "--data", data)
			cmd.Env = append(os.Environ(), s.env...)
			k := &kiosk{t: t, end: s.end, cmd: cmd, data: data, done: make(chan error, 1)}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			go func() { k.done <- cmd.Wait() }()
			t.Cleanup(k.tidy)
			want, err := maintenance.Picture(1366, 768, card, 3, 10*time.Minute)
			if err != nil {
				t.Fatal(err)
			}
			until(t, s.end, "the maintenance screen", func() bool { return shows(t, s.picture("maintenance"), want) })
			// Enter tries again at once, and fails again.
			s.do("key Return")
			until(t, s.end, "six restarts", func() bool { all, _ := restarts.Read(data); return len(all) == 6 })
			until(t, s.end, "the maintenance screen", func() bool { return shows(t, s.picture("maintenance"), want) })
			s.do("key alt+F4")
			time.Sleep(2 * time.Second) // the keys must rest between the two
			s.do("key alt+F4")
			if code := k.wait(); code != 0 {
				t.Errorf("exit code = %d", code)
			}
		})
	}
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o700)
}

// shows says whether a picture of the screen is that picture.
func shows(t *testing.T, file string, want *image.RGBA) bool {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	got, err := png.Decode(f)
	if err != nil || got.Bounds() != want.Bounds() {
		return false
	}
	for y := range want.Rect.Dy() {
		for x := range want.Rect.Dx() {
			r, g, b, _ := got.At(x, y).RGBA()
			w := want.RGBAAt(x, y)
			if uint8(r>>8) != w.R || uint8(g>>8) != w.G || uint8(b>>8) != w.B {
				return false
			}
		}
	}
	return true
}

// Commands go through the launcher as if it were not there.
func TestCommandsThroughTheLauncher(t *testing.T) {
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"version"}, 0, "Từng Bước"},
		{[]string{"search", "npc"}, 0, ""},
		{[]string{"--nonsense"}, 2, "tùy chọn"},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		cmd := exec.CommandContext(ctx, filepath.Join(repo, "build/bin/tungbuoc"), append(tt.args, "--data", t.TempDir())...)
		out, _ := cmd.CombinedOutput()
		cancel()
		if code := cmd.ProcessState.ExitCode(); code != tt.code || !strings.Contains(string(out), tt.want) {
			t.Errorf("%v: %d, %s", tt.args, code, out)
		}
	}
}
