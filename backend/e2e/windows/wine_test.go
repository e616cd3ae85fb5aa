//go:build wine

// Package windows tests the Windows program on Debian, under Wine: a prefix of
// its own, the exe driven from outside, its files read back from here. It needs
// the Debian packages of build/tools/deps.sh windows and build/bin/tungbuoc.exe
// (make test-windows does both).
//
// Wine is not Windows: there is no WebView2, so no window opens; permissions of
// folders are those of Linux; sockets between programs are missing. What can only
// be seen on Windows stands in docs/windows-checklist.md.
package windows

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

const repo = "../../.."

// computer is a Wine prefix with the program and the small ones of testdata.
type computer struct {
	dir string   // holds everything
	exe string   // the Windows program
	env []string // of every program
}

// office is the one computer of these tests: making a prefix takes seconds.
var office *computer

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	dir, err := os.MkdirTemp("", "tungbuoc-wine-")
	if err != nil {
		return 1, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	exe, err := filepath.Abs(filepath.Join(repo, "build/bin/tungbuoc.exe"))
	if err != nil {
		return 1, err
	}
	if _, err := os.Stat(exe); err != nil {
		return 1, fmt.Errorf("%w: run make test-windows", err)
	}
	office = &computer{dir: dir, exe: exe}
	for _, entry := range os.Environ() {
		// without a screen, so that no question can wait for an answer
		if name, _, _ := strings.Cut(entry, "="); name != "DISPLAY" && name != "WAYLAND_DISPLAY" && name != "TUNGBUOC_DATA" {
			office.env = append(office.env, entry)
		}
	}
	prefix := filepath.Join(dir, "prefix")
	if err := os.Mkdir(prefix, 0o700); err != nil {
		return 1, err
	}
	office.env = append(office.env, "WINEPREFIX="+prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=",
		"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "CUPS_SERVER="+filepath.Join(dir, "no-cups"))
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute) // for what is not a test's own
	defer cancel()
	defer func() { _ = office.command(ctx, "wineserver", "-k").Run() }() // ends every program in the prefix
	for _, step := range [][]string{
		{"wineserver", "-p"}, // one for all programs: one that comes while another goes is lost
		{"wineboot", "-i"},
		{"x86_64-w64-mingw32-gcc", "-Wall", "-Werror", "-shared", "-Os", "-s", "testdata/prng.c", "-ladvapi32", "-o", filepath.Join(prefix, "drive_c/windows/system32/bcryptprimitives.dll")},
		{"x86_64-w64-mingw32-gcc", "-Wall", "-Werror", "-municode", "-Os", "-s", "testdata/hold.c", "-o", filepath.Join(dir, "hold.exe")},
		{"x86_64-w64-mingw32-gcc", "-Wall", "-Werror", "-municode", "-Os", "-s", "testdata/program.c", "-o", filepath.Join(dir, "program.exe")},
	} {
		if out, err := office.finish(office.command(ctx, step[0], step[1:]...)); err != nil {
			return 1, fmt.Errorf("%s: %w\n%s", strings.Join(step, " "), err, out)
		}
	}
	// One Windows program that stays keeps the services of Wine running, which
	// would start and end with every command.
	kept, end := context.WithCancel(context.Background())
	letGo, err := office.hold(kept, "open", drive(filepath.Join(dir, "kept")))
	if err != nil {
		end()
		return 1, err
	}
	defer letGo()
	defer end()
	return m.Run(), nil
}

// command is a program of Linux with the environment of the computer.
func (c *computer) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = c.env
	return cmd
}

// finish runs a program and gives what it wrote. Its output goes to a file: a
// service that Wine starts on the way would hold a pipe open.
func (c *computer) finish(cmd *exec.Cmd) (said string, err error) {
	f, err := os.CreateTemp(c.dir, "finish")
	if err != nil {
		return "", err
	}
	cmd.Stdout, cmd.Stderr = f, f
	err = cmd.Run()
	data, rerr := os.ReadFile(f.Name())
	return string(data), errors.Join(err, rerr, f.Close(), os.Remove(f.Name()))
}

// wine is a Windows program.
func (c *computer) wine(ctx context.Context, exe string, args ...string) *exec.Cmd {
	return c.command(ctx, "wine", append([]string{exe}, args...)...)
}

// hold keeps a file busy from a Windows program.
func (c *computer) hold(ctx context.Context, way, path string) (letGo func(), err error) {
	return c.holdWith(ctx, filepath.Join(c.dir, "hold.exe"), way, path)
}

// holdWith does it from a hold.exe that has another name.
func (c *computer) holdWith(ctx context.Context, exe, way, path string) (letGo func(), err error) {
	cmd := c.wine(ctx, exe, way, path)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	// Wine's starter may stay when its program has gone, and a service that came up on the
	// way may keep the pipe open: neither is waited for without end.
	cmd.WaitDelay = holdWait
	letGo = sync.OnceFunc(func() {
		_ = in.Close()
		stuck := time.AfterFunc(holdWait, func() { _ = cmd.Process.Kill() })
		defer stuck.Stop()
		_ = cmd.Wait()
	})
	said := make([]byte, 4)
	read := make(chan error, 1)
	go func() {
		_, err := io.ReadFull(out, said)
		read <- err
	}()
	select {
	case err = <-read:
	case <-time.After(heldWait):
		err = errors.New("it does not say that it holds it")
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		letGo()
		return nil, fmt.Errorf("%s is not held: %w", path, err)
	}
	if string(said) != "held" {
		letGo()
		return nil, fmt.Errorf("%s is not held: %q", path, said)
	}
	return letGo, nil
}

// heldWait is how long a program may take to hold a file: a good one takes a second, and
// one that Wine has lost is seen here and not when all the time is over. holdWait is how
// long it may take to end once it was told to.
const heldWait, holdWait = 2 * time.Minute, 20 * time.Second

// result is what a command left behind.
type result struct {
	code           int
	stdout, stderr string
}

// desk is one test's place: a folder with spaces and diacritics, and a data
// folder in it.
type desk struct {
	*testing.T
	ctx       context.Context // ends with the test's own deadline
	dir, data string          // as Linux sees them
	env       []string        // besides the computer's own
}

func mustDesk(t *testing.T) *desk {
	t.Helper()
	ctx, root := t.Context(), t.TempDir()
	if end, ok := t.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, end.Add(-10*time.Second)) // time to clean up
		t.Cleanup(cancel)
	}
	d := &desk{T: t, ctx: ctx, dir: filepath.Join(root, "Một cửa xã Nà Khà"), data: filepath.Join(root, "Một cửa xã Nà Khà", "Dữ liệu 1")}
	if err := os.MkdirAll(d.data, 0o700); err != nil {
		t.Fatal(err)
	}
	return d
}

// path is a file of the desk as Windows sees it.
func (d *desk) path(name string) string { return drive(filepath.Join(d.dir, name)) }

// drive is a path of Linux on the drive of Wine that holds all of it.
func drive(path string) string { return `Z:` + strings.ReplaceAll(path, "/", `\`) }

// start is a command on the desk's data, not yet started.
func (d *desk) start(args ...string) *exec.Cmd { return d.startFor(d.ctx, args...) }

// startFor is start for a command that is ended with ctx.
func (d *desk) startFor(ctx context.Context, args ...string) *exec.Cmd {
	cmd := office.wine(ctx, office.exe, args...)
	cmd.WaitDelay = holdWait // for what holds its pipes
	cmd.Env = append(append([]string{}, cmd.Env...), "TUNGBUOC_DATA="+drive(d.data))
	cmd.Env = append(cmd.Env, d.env...)
	return cmd
}

// run runs a command on the desk's data to its end. What it writes must be UTF-8.
func (d *desk) run(args ...string) result { return d.ask("", args...) }

// ask is run with text on the standard input.
func (d *desk) ask(input string, args ...string) result {
	d.Helper()
	ctx, cancel := context.WithTimeout(d.ctx, commandWait)
	defer cancel()
	cmd := d.startFor(ctx, args...)
	stdout, stderr := d.output("stdout"), d.output("stderr")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), stdout, stderr
	err := cmd.Run()
	if ctx.Err() != nil {
		d.Fatalf("%q: did not end within %s; it said %s%s", args, commandWait, d.said(stdout), d.said(stderr))
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.Fatalf("%q: %v", args, err)
	}
	r := result{cmd.ProcessState.ExitCode(), d.said(stdout), d.said(stderr)}
	if !utf8.ValidString(r.stdout) || !utf8.ValidString(r.stderr) {
		d.Errorf("%q: the output is not UTF-8", args)
	}
	return r
}

// commandWait is the longest that a command may take; all of them take seconds.
const commandWait = 3 * time.Minute

// output is a file for the output of a program. It is no pipe, because services
// that Wine starts on the way would hold a pipe open.
func (d *desk) output(name string) *os.File {
	d.Helper()
	f, err := os.CreateTemp(office.dir, name)
	if err != nil {
		d.Fatal(err)
	}
	return f
}

// said reads an output and removes it.
func (d *desk) said(f *os.File) string {
	d.Helper()
	data, err := os.ReadFile(f.Name())
	if err := errors.Join(err, f.Close(), os.Remove(f.Name())); err != nil {
		d.Fatal(err)
	}
	return string(data)
}

// must runs a command that has to work and gives its output.
func (d *desk) must(args ...string) string {
	d.Helper()
	r := d.run(args...)
	if r.code != 0 {
		d.Fatalf("%q: exit %d\n%s%s", args, r.code, r.stdout, r.stderr)
	}
	return r.stdout
}

// json runs a command with --json and reads its answer.
func (d *desk) json(into any, args ...string) result {
	d.Helper()
	r := d.run(append(args, "--json")...)
	if r.stdout == "" && r.stderr == "" {
		// Seen once in some hundred runs, after the program had asked CUPS for
		// its printers: Wine ends it without a word. A program of Go that dies
		// says why, and a fault of our own comes again.
		d.Logf("%q: exit %d without a word, run again", args, r.code)
		r = d.run(append(args, "--json")...)
	}
	if err := json.Unmarshal([]byte(r.stdout), into); err != nil {
		d.Fatalf("%q: exit %d, %v in %q %q", args, r.code, err, r.stdout, r.stderr)
	}
	return r
}

func (d *desk) write(name, content string) {
	d.Helper()
	if err := os.WriteFile(filepath.Join(d.dir, name), []byte(content), 0o600); err != nil {
		d.Fatal(err)
	}
}

func (d *desk) read(name string) string {
	d.Helper()
	data, err := os.ReadFile(filepath.Join(d.dir, name))
	if err != nil {
		d.Fatal(err)
	}
	return string(data)
}

// hold keeps a file busy from another Windows program until the test lets go.
func (d *desk) hold(way, path string) (letGo func()) {
	d.Helper()
	letGo, err := office.hold(d.ctx, way, path)
	if err != nil {
		d.Fatal(err)
	}
	d.Cleanup(letGo)
	return letGo
}

// until waits for something, as long as the test may take.
func (d *desk) until(what string, ok func() bool) {
	d.Helper()
	for !ok() {
		select {
		case <-d.ctx.Done():
			d.Fatalf("in vain waited until %s", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
