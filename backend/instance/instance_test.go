package instance

import (
	"encoding/json"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// mustClaim holds a folder and counts the second starts.
func mustClaim(t *testing.T, dir string) (i *Instance, shown chan struct{}) {
	t.Helper()
	i, err := Claim(dir, quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(i.Close)
	shown = make(chan struct{}, 100)
	go i.Serve(func() { shown <- struct{}{} })
	return i, shown
}

// mustShow fails unless the first window was asked to come forward.
func mustShow(t *testing.T, shown chan struct{}) {
	t.Helper()
	select {
	case <-shown:
	case <-t.Context().Done():
		t.Fatal("the first window was not asked to show")
	}
}

// longDir makes a folder whose name no socket could have.
func longDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), strings.Repeat("thư mục dữ liệu ", 8))
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

// However the folder's name is written, a second start finds the first.
func TestSecondStartFindsTheFirst(t *testing.T) {
	for name, tt := range map[string]struct {
		dir   func(t *testing.T) string
		again func(t *testing.T, dir string) string
	}{
		"the same":   {(*testing.T).TempDir, func(_ *testing.T, dir string) string { return dir }},
		"a slash":    {(*testing.T).TempDir, func(_ *testing.T, dir string) string { return dir + string(filepath.Separator) }},
		"through up": {(*testing.T).TempDir, func(_ *testing.T, dir string) string { return dir + "/../" + filepath.Base(dir) }},
		"a link": {(*testing.T).TempDir, func(t *testing.T, dir string) string {
			link := filepath.Join(t.TempDir(), "link")
			if err := os.Symlink(dir, link); err != nil {
				if runtime.GOOS != "windows" {
					t.Fatal(err)
				}
				t.Skip(err) // Windows asks for a right that not everybody has
			}
			return link
		}},
		"a relative path": {(*testing.T).TempDir, func(t *testing.T, dir string) string {
			t.Chdir(filepath.Dir(dir))
			return filepath.Base(dir)
		}},
		"another TMPDIR": {(*testing.T).TempDir, func(t *testing.T, dir string) string {
			other := t.TempDir()
			for _, name := range []string{"TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"} {
				t.Setenv(name, other)
			}
			return dir
		}},
		"a name too long for a socket": {longDir, func(_ *testing.T, dir string) string { return dir }},
	} {
		t.Run(name, func(t *testing.T) {
			dir := tt.dir(t)
			i, shown := mustClaim(t, dir)
			again := tt.again(t, dir)
			_, err := Claim(again, quiet())
			if guide.ErrorCode(err) != guide.CodeRunning || !strings.Contains(guide.Message(err), "đã được đưa ra trước") {
				t.Errorf("second start: %v", err)
			}
			mustShow(t, shown)
			if h, ok, err := Running(again); err != nil || !ok || h.PID != os.Getpid() {
				t.Errorf("%+v %v %v", h, ok, err)
			}
			if err := Show(again); err != nil {
				t.Error(err)
			}
			mustShow(t, shown)
			i.Close()
			if _, ok, err := Running(again); ok || err != nil {
				t.Errorf("still held: %v", err)
			}
			if err := Show(again); guide.ErrorCode(err) != guide.CodeNotFound {
				t.Errorf("shown though closed: %v", err)
			}
			mustClaim(t, again)
		})
	}
}

// Windows takes c:\kiosk and C:\Kiosk for one folder.
func TestCapitalsOnWindows(t *testing.T) {
	if runtime.GOOS != "windows" {
		if standInPath("/a/Kiosk") == standInPath("/a/kiosk") {
			t.Error("two folders are one")
		}
		return
	}
	dir := t.TempDir()
	_, shown := mustClaim(t, dir)
	if _, err := Claim(strings.ToUpper(dir), quiet()); guide.ErrorCode(err) != guide.CodeRunning {
		t.Errorf("%v", err)
	}
	mustShow(t, shown)
}

// A folder that cannot be made is held by its stand-in, by whatever name.
func TestFolderThatCannotBeUsed(t *testing.T) {
	parent := t.TempDir()
	if err := os.WriteFile(filepath.Join(parent, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, shown := mustClaim(t, filepath.Join(parent, "file", "below"))
	t.Cleanup(func() { _ = os.RemoveAll(standInPath(filepath.Join(parent, "file", "below"))) })
	t.Chdir(parent)
	if _, err := Claim("file/below/", quiet()); guide.ErrorCode(err) != guide.CodeRunning {
		t.Errorf("%v", err)
	}
	mustShow(t, shown)
	if _, ok, err := Running("file/below"); err != nil || !ok {
		t.Errorf("%v %v", ok, err)
	}
}

// A note that a killed kiosk left behind does not keep the next one from
// starting, and leads nobody astray.
func TestKilledKioskLeavesItsNote(t *testing.T) {
	dir := t.TempDir()
	old := Holder{PID: 1, Network: "unix", Address: filepath.Join(dir, "gone.sock")}
	if err := old.write(filepath.Join(dir, noteName)); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := Running(dir); ok || err != nil {
		t.Errorf("held by nobody: %v %v", ok, err)
	}
	_, shown := mustClaim(t, dir)
	if _, err := Claim(dir, quiet()); guide.ErrorCode(err) != guide.CodeRunning {
		t.Errorf("%v", err)
	}
	mustShow(t, shown)
}

// A kiosk that holds the folder and does not answer is named in words staff
// can act on.
func TestHolderThatDoesNotAnswer(t *testing.T) {
	for name, tt := range map[string]struct {
		note string
		says string
	}{
		"no note":         {"", "Mời tìm cửa sổ đó trên màn hình"},
		"a damaged note":  {"{", "Mời tìm cửa sổ đó trên màn hình"},
		"a note too long": {strings.Repeat(" ", maxNote+1) + "{}", "Mời tìm cửa sổ đó trên màn hình"},
		"nobody listens":  {mustJSON(t, Holder{PID: 4242, Host: hostName(), Network: "unix", Address: "/no/such/socket"}), "tiến trình số 4242"},
		"another machine": {mustJSON(t, Holder{PID: 7, Host: "quay-so-2", Network: "tcp", Address: "127.0.0.1:1"}), "trên máy quay-so-2"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustClaim(t, dir)
			if err := os.Remove(filepath.Join(dir, noteName)); err != nil {
				t.Fatal(err)
			}
			if tt.note != "" {
				if err := os.WriteFile(filepath.Join(dir, noteName), []byte(tt.note), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			_, err := claim(dir, quiet(), 0)
			if text := guide.Message(err); guide.ErrorCode(err) != guide.CodeRunning || !strings.Contains(text, tt.says) || strings.Contains(text, "tắt máy") {
				t.Errorf("%v", err)
			}
		})
	}
}

// A window that hangs takes the call and never answers it: nobody may be told
// that it came forward.
func TestHungWindowDidNotComeForward(t *testing.T) {
	dir := t.TempDir()
	i, err := Claim(dir, quiet())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(i.Close)
	hang := make(chan struct{})
	t.Cleanup(func() { close(hang) })
	go i.Serve(func() { <-hang })
	if _, err := claim(dir, quiet(), 0); guide.ErrorCode(err) != guide.CodeRunning || strings.Contains(guide.Message(err), "đã được đưa ra trước") {
		t.Errorf("%v", err)
	}
}

// A first kiosk that is just ending, or has not begun to listen, is waited for.
func TestHolderThatEnds(t *testing.T) {
	dir := t.TempDir()
	i, err := Claim(dir, quiet())
	if err != nil {
		t.Fatal(err)
	}
	i.listen.Close()
	claimed := make(chan error)
	go func() {
		second, err := claim(dir, quiet(), time.Hour)
		if err == nil {
			second.Close()
		}
		claimed <- err
	}()
	i.Close()
	select {
	case err := <-claimed:
		if err != nil {
			t.Error(err)
		}
	case <-t.Context().Done():
		t.Error("waits for a kiosk that has ended")
	}
}

// A stranger that calls and says something else does not move the window.
func TestStrangersAreNotHeard(t *testing.T) {
	dir := t.TempDir()
	_, shown := mustClaim(t, dir)
	h, ok, err := Running(dir)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	conn, err := net.Dial(h.Network, h.Address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Write([]byte("hide\n")); err != nil {
		t.Fatal(err)
	}
	_ = conn.Close()
	if err := Show(dir); err != nil {
		t.Error(err)
	}
	mustShow(t, shown)
	if len(shown) != 0 {
		t.Error("shown for a stranger")
	}
}

// Another process finds the kiosk though it starts with another environment.
func TestAnotherProcess(t *testing.T) {
	if dir := os.Getenv("TEST_SECOND_START"); dir != "" {
		_, err := Claim(dir, quiet())
		if guide.ErrorCode(err) != guide.CodeRunning || !strings.Contains(guide.Message(err), "đã được đưa ra trước") {
			t.Fatal(err)
		}
		return
	}
	dir := t.TempDir()
	_, shown := mustClaim(t, dir)
	second := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestAnotherProcess$")
	second.Env = append(os.Environ(), "TEST_SECOND_START="+filepath.Base(dir), "TMPDIR="+t.TempDir(), "HOME=/")
	second.Dir = filepath.Dir(dir)
	if out, err := second.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	mustShow(t, shown)
}

func mustJSON(t *testing.T, h Holder) string {
	t.Helper()
	data, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
