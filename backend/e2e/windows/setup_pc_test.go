//go:build wine && dist

package windows

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"
)

// What the set-up ends with, as docs/cai-dat.md has it.
const (
	codeBusy       = 10
	codeOlder      = 11
	codeBadFlag    = 13
	codeNotWritten = 14
	codeLocked     = 16
)

const (
	entryKey = `Software\Microsoft\Windows\CurrentVersion\Uninstall\TungBuoc`
	runKey   = `Software\Microsoft\Windows\CurrentVersion\Run`
	forMe    = `HKCU\`
	forAll   = `HKLM\`
)

// pc is the computer on which something is installed: a desk, and what the set-up
// leaves in the prefix around it.
type pc struct {
	*desk
	drive string // C: as Linux sees it
	user  string // the user's own folder
}

// prepared is done once in a prefix: Wine's Windows is an old one unless it is told.
var prepared sync.Once

// mustPC gives a computer on which Từng Bước is not installed and has no data.
func mustPC(t *testing.T) *pc {
	t.Helper()
	p := &pc{desk: mustDesk(t), drive: filepath.Join(office.dir, "prefix", "drive_c")}
	prepared.Do(func() {
		if out, err := office.finish(office.wine(p.ctx, "winecfg", "-v", "win10")); err != nil {
			t.Fatalf("winecfg: %v\n%s", err, out)
		}
	})
	homes, err := filepath.Glob(filepath.Join(p.drive, "users", "*", "AppData"))
	if err != nil || len(homes) != 1 {
		t.Fatalf("the user's folder: %v, %v", homes, err)
	}
	p.user = filepath.Dir(homes[0])
	// Wine's desktop is the one of who runs the tests.
	desktop := filepath.Join(p.user, "Desktop")
	if info, err := os.Lstat(desktop); err == nil && info.Mode()&os.ModeSymlink != 0 {
		if err := errors.Join(os.Remove(desktop), os.Mkdir(desktop, 0o700)); err != nil {
			t.Fatal(err)
		}
	}
	for _, root := range []string{forMe, forAll} {
		if entry := p.registry(root + entryKey); entry != nil { // of a test that failed
			_ = p.code(office.wine(p.ctx, "reg", "delete", root+entryKey, "/f"))
		}
	}
	p.mustRemove(p.office(), p.log(), p.mine(), p.all())
	return p
}

// office is where the data folder is without being told.
func (p *pc) office() string { return filepath.Join(p.user, "AppData", "Local", "TungBuoc") }

// mine and all are where programs are installed.
func (p *pc) mine() string {
	return filepath.Join(p.user, "AppData", "Local", "Programs", "TungBuoc")
}
func (p *pc) all() string { return filepath.Join(p.drive, "Program Files", "TungBuoc") }

func (p *pc) log() string { return filepath.Join(p.temp(), "tungbuoc-setup.log") }

func (p *pc) temp() string {
	p.Helper()
	for _, temp := range []string{filepath.Join(p.user, "AppData", "Local", "Temp"), filepath.Join(p.user, "Temp")} {
		if _, err := os.Stat(temp); err == nil {
			return temp
		}
	}
	p.Fatal("the user has no folder for passing files")
	return ""
}

func (p *pc) mustRemove(paths ...string) {
	p.Helper()
	for _, path := range paths {
		if err := os.RemoveAll(path); err != nil {
			p.Fatal(err)
		}
	}
}

// setup runs a set-up in silence and gives its exit code.
func (p *pc) setup(file string, args ...string) int {
	p.Helper()
	return p.code(office.wine(p.ctx, file, words("/S", args...)...))
}

// words are arguments without quotes on the command line: NSIS takes the folder of /D=
// and _?= as it stands there, spaces and all.
func words(first string, args ...string) []string {
	return strings.Split(strings.Join(append([]string{first}, args...), " "), " ")
}

// mustInstall runs a set-up that has to work.
func (p *pc) mustInstall(file string, args ...string) {
	p.Helper()
	if code := p.setup(file, args...); code != 0 {
		p.Fatalf("set-up %q: exit %d; its log:\n%s", args, code, p.said())
	}
}

// remove runs what removes the program from a folder, and gives its exit code. With _?=
// it works where it is and not from a copy, so that there is a code and an end.
func (p *pc) remove(dir string, args ...string) int {
	p.Helper()
	return p.code(office.wine(p.ctx, filepath.Join(dir, "uninstall.exe"), words("/S", append(slices.Clone(args), "_?="+p.windows(dir))...)...))
}

// mustUninstall removes the program; nothing but the file that does it is left.
func (p *pc) mustUninstall(dir string, args ...string) {
	p.Helper()
	if code := p.remove(dir, args...); code != 0 {
		p.Fatalf("uninstall %q: exit %d; its log:\n%s", args, code, p.said())
	}
	if left := p.files(dir); !slices.Equal(left, []string{"uninstall.exe"}) {
		p.Errorf("uninstalling left %q", left)
	}
	p.mustRemove(dir)
}

func (p *pc) code(cmd *exec.Cmd) int {
	p.Helper()
	out, err := office.finish(cmd)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.Fatalf("%q: %v\n%s", cmd.Args, err, out)
	}
	return cmd.ProcessState.ExitCode()
}

// windows is a path below C: as Windows sees it.
func (p *pc) windows(path string) string {
	p.Helper()
	below, err := filepath.Rel(p.drive, path)
	if err != nil {
		p.Fatal(err)
	}
	if strings.HasPrefix(below, "..") {
		return drive(path)
	}
	return `C:\` + strings.ReplaceAll(below, "/", `\`)
}

// files are the files below a folder, sorted; none when there is no such folder.
func (p *pc) files(dir string) []string {
	p.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		below, err := filepath.Rel(dir, path)
		found = append(found, below)
		return err
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		p.Fatal(err)
	}
	return found
}

func (p *pc) mustHave(path, what string) {
	p.Helper()
	if _, err := os.Stat(path); err != nil {
		p.Errorf("%s: %v", what, err)
	}
}

func (p *pc) mustLack(path, what string) {
	p.Helper()
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		p.Errorf("%s is there: %s, %v", what, path, err)
	}
}

// mustBe looks that a file has the bytes of another one.
func (p *pc) mustBe(file, other string) {
	p.Helper()
	got, err := os.ReadFile(file)
	if err != nil {
		p.Fatal(err)
	}
	want, err := os.ReadFile(other)
	if err != nil {
		p.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		p.Errorf("%s is not %s: %d bytes, want %d", file, other, len(got), len(want))
	}
}

// said is the log of the set-up.
func (p *pc) said() string {
	p.Helper()
	data, err := os.ReadFile(p.log())
	if errors.Is(err, os.ErrNotExist) {
		return ""
	}
	if err != nil {
		p.Fatal(err)
	}
	return wide(data)
}

// registry gives the values of a key, nil where there is no such key.
func (p *pc) registry(key string) map[string]string {
	p.Helper()
	file := filepath.Join(office.dir, "exported.reg")
	p.mustRemove(file)
	if p.code(office.wine(p.ctx, "reg", "export", key, drive(file), "/y")) != 0 {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		p.Fatal(err)
	}
	values := map[string]string{}
	for _, line := range strings.Split(wide(data), "\r\n") {
		name, value, ok := strings.Cut(line, "=")
		if !ok || !strings.HasPrefix(name, `"`) {
			continue
		}
		plain := strings.NewReplacer(`\\`, `\`, `\"`, `"`)
		if strings.HasPrefix(value, `"`) {
			value = plain.Replace(value[1 : len(value)-1])
		}
		values[plain.Replace(strings.Trim(name, `"`))] = value
	}
	return values
}

// wide is a text of Windows in UTF-16.
func wide(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return strings.ReplaceAll(string(utf16.Decode(units)), "\ufeff", "")
}

var (
	madeLock sync.Mutex
	made     = map[string]string{}
)

// current is the set-up that is handed out: the one of make dist, or one made here.
func (p *pc) current() string {
	p.Helper()
	if file := os.Getenv("TUNGBUOC_SETUP"); file != "" {
		return file
	}
	return p.made(version(p.T), office.exe)
}

// other is the set-up of another version, with a small program in the place of Từng Bước's.
func (p *pc) other(version string) string {
	p.Helper()
	return p.made(version, filepath.Join(office.dir, "hold.exe"))
}

// made makes a set-up, once for all tests.
func (p *pc) made(version, program string) string {
	p.Helper()
	madeLock.Lock()
	defer madeLock.Unlock()
	name := version + " " + filepath.Base(program)
	if file, ok := made[name]; ok {
		return file
	}
	made[name] = p.makeSetup(name+" setup.exe", "SETUP_VERSION="+version, "SETUP_PROGRAM="+program)
	return made[name]
}

func (p *pc) makeSetup(name string, env ...string) string {
	p.Helper()
	file := filepath.Join(office.dir, name)
	cmd := exec.CommandContext(p.ctx, filepath.Join(repo, "build/tools/setup.sh"), file)
	cmd.Env = append(append(os.Environ(), "SETUP_FAST=1"), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.Fatalf("make the set-up: %v\n%s", err, out)
	}
	return file
}
