//go:build window

// Package window tests the real binary on a virtual screen: found by
// accessible name, driven by touch, read back from pictures of the screen. It
// needs the Debian packages of build/tools/deps.sh and a built
// build/bin/tungbuoc (make test-window does both).
package window

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tungbuoc/backend/e2e/small"
)

const repo = "../../.."

// patience is how long a test may take altogether. Its waits end then, and not
// after a number of tries: a good run takes seconds, on a busy machine more.
const patience = 5 * time.Minute

// deadline is when the waits of a test end: before the test itself is stopped,
// so that it can say what it was waiting for.
func deadline(t *testing.T) time.Time {
	end := time.Now().Add(patience)
	if stopped, ok := t.Deadline(); ok && stopped.Add(-10*time.Second).Before(end) {
		return stopped.Add(-10 * time.Second)
	}
	return end
}

// until waits until done says so, or fails the test at its deadline.
func until(t *testing.T, end time.Time, what string, done func() bool) {
	t.Helper()
	for !done() {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// screen is a virtual screen with everything a desktop program needs.
type screen struct {
	t     *testing.T
	end   time.Time // when its waits end
	env   []string
	in    io.WriteCloser
	out   *bufio.Scanner
	shots string
}

// answer is what hands.py says.
type answer struct {
	OK         bool     `json:"ok"`
	Why        string   `json:"why"`
	Role       string   `json:"role"`
	Name       string   `json:"name"`
	Names      []string `json:"names"`
	X, Y, W, H int
	Controls   json.RawMessage `json:"controls"`
}

// mustScreen starts a screen of the given size, such as 1366x768.
func mustScreen(t *testing.T, size string) *screen {
	t.Helper()
	s := &screen{t: t, end: deadline(t), shots: t.TempDir()}
	// The shell prints its environment, so that the kiosk can be started on
	// the same screen and buses, and then becomes the hands.
	hands, err := filepath.Abs("hands.py")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(repo, "build/tools/virtual.sh"), size, "bash", "-c",
		`echo "DISPLAY=$DISPLAY"; echo "DBUS_SESSION_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS"; exec /usr/bin/python3 "$0"`, hands)
	cmd.Stderr = os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	s.in, err = cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.in.Close()
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
		_ = cmd.Wait()
	})
	s.out = bufio.NewScanner(out)
	s.out.Buffer(nil, 1<<20)
	for range 2 {
		if !s.out.Scan() {
			t.Fatal("the virtual screen did not start")
		}
		s.env = append(s.env, s.out.Text())
	}
	return s
}

func (s *screen) try(format string, args ...any) answer {
	s.t.Helper()
	if _, err := fmt.Fprintf(s.in, format+"\n", args...); err != nil {
		s.t.Fatalf("hands: %v", err)
	}
	// The accessibility daemon greets on the same pipe.
	for first := true; first || !strings.HasPrefix(s.out.Text(), "{"); first = false {
		if !s.out.Scan() {
			s.t.Fatal("hands: no answer")
		}
	}
	var a answer
	if err := json.Unmarshal(s.out.Bytes(), &a); err != nil {
		s.t.Fatalf("hands: %v in %s", err, s.out.Text())
	}
	return a
}

func (s *screen) do(format string, args ...any) answer {
	s.t.Helper()
	a := s.try(format, args...)
	if !a.OK {
		s.picture("failed")
		s.t.Fatalf("%s: %s; on the screen: %s", fmt.Sprintf(format, args...), a.Why, strings.Join(a.Names, " | "))
	}
	return a
}

// left is how many seconds the test may still wait.
func (s *screen) left() float64 { return max(0, time.Until(s.end).Seconds()) }

// touch waits for what is called name and touches it.
func (s *screen) touch(name string) answer {
	s.t.Helper()
	return s.do("touch %.0f %s", s.left(), name)
}

// see waits for what is called name.
func (s *screen) see(name string) answer { s.t.Helper(); return s.do("wait %.0f %s", s.left(), name) }

// picture takes a screenshot and gives its file.
func (s *screen) picture(name string) string {
	s.t.Helper()
	file := filepath.Join(s.shots, name+".png")
	if a := s.try("shot %s", file); !a.OK {
		s.t.Fatalf("screenshot: %s", a.Why)
	}
	if keep := os.Getenv("TUNGBUOC_KEEP_SHOTS"); keep != "" && name != "failed" {
		if err := small.Write(file, filepath.Join(keep, name+".png"), small.Limits{}); err != nil {
			s.t.Errorf("keep screenshot: %v", err)
		}
	}
	return file
}

// kiosk is the running program.
type kiosk struct {
	t    *testing.T
	end  time.Time
	cmd  *exec.Cmd
	data string
	done chan error
}

func (s *screen) mustKiosk(args ...string) *kiosk { s.t.Helper(); return s.mustOffice(nil, args...) }

// mustOffice starts the kiosk in an office with that office.yaml; nil: it has none.
func (s *screen) mustOffice(office []byte, args ...string) *kiosk {
	s.t.Helper()
	data := s.t.TempDir()
	if office != nil {
		if err := os.WriteFile(filepath.Join(data, "office.yaml"), office, 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	return s.mustKioskOn(data, args...)
}

// mustKioskOn starts the kiosk on a data folder.
func (s *screen) mustKioskOn(data string, args ...string) *kiosk {
	s.t.Helper()
	k := &kiosk{t: s.t, end: s.end, data: data, done: make(chan error, 1)}
	k.cmd = s.command(append([]string{"--data", k.data}, args...)...)
	if err := k.cmd.Start(); err != nil {
		s.t.Fatalf("start the kiosk (is build/bin/tungbuoc built?): %v", err)
	}
	go func() { k.done <- k.cmd.Wait() }()
	s.t.Cleanup(func() {
		k.tidy()
		if s.t.Failed() {
			log, _ := os.ReadFile(filepath.Join(k.data, "tungbuoc.log"))
			s.t.Logf("log:\n%s", log)
		}
	})
	return k
}

// tidy ends who watches over the window and the window, in order if they can.
func (k *kiosk) tidy() {
	_ = k.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-k.done:
	case <-time.After(15 * time.Second): // it gives the window ten
		_ = k.cmd.Process.Kill()
	}
}

// started is what these tests start: the built one, or the one that TUNGBUOC_PROGRAM
// names, such as an installed one (build/tools/testdeb.sh).
func started() string {
	if installed := os.Getenv("TUNGBUOC_PROGRAM"); installed != "" {
		return installed
	}
	return filepath.Join(repo, "build/bin/tungbuoc")
}

func (s *screen) command(args ...string) *exec.Cmd {
	cmd := exec.Command(started(), args...)
	cmd.Env = append(os.Environ(), s.env...)
	cmd.Env = append(cmd.Env, "GTK_A11Y=atspi", "NO_AT_BRIDGE=0", "LANG=C.UTF-8")
	return cmd
}

// stop asks the kiosk to end, as the system does, and gives its exit code.
func (k *kiosk) stop() int {
	k.t.Helper()
	if err := k.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		k.t.Fatal(err)
	}
	return k.wait()
}

func (k *kiosk) wait() int {
	k.t.Helper()
	select {
	case <-k.done:
		return k.cmd.ProcessState.ExitCode()
	case <-time.After(time.Until(k.end)):
		k.t.Fatal("the kiosk did not end")
		return -1
	}
}

// readCode reads the QR codes in a picture, one a line, as a phone would.
func readCode(t *testing.T, picture string) string {
	t.Helper()
	out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture).Output()
	if err != nil {
		t.Fatalf("zbarimg found no code in %s: %v", picture, err)
	}
	return strings.TrimSpace(string(out))
}
