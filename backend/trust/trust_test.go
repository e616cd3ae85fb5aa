package trust

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// Two holders sign in turn; a kiosk takes the file, saves the program, remembers.
func TestFromTwoHoldersToAKiosk(t *testing.T) {
	p := newProvince(t)
	file, data := p.update(7, 1, 3), t.TempDir()
	u, err := p.trust(data).Open(file)
	must(t, err)
	defer func() { _ = u.Close() }()
	if u.Number != 7 || u.Version != "1.7.0" || u.Root != 1 || u.Needs != 2 || !u.Made.Equal(noon) || len(u.Files) != 1 {
		t.Errorf("%+v", u)
	}
	if _, err := os.Stat(filepath.Join(data, MemoryName)); err == nil {
		t.Error("looking remembers")
	}
	to := filepath.Join(t.TempDir(), "tungbuoc")
	must(t, u.Save(u.Files[0], to))
	if got, err := os.ReadFile(to); err != nil || string(got) != "program 7 for linux-amd64\n" {
		t.Errorf("%q, %v", got, err)
	}
	must(t, u.Remember())
	accept(t, p.trust(data), file) // the same again is not older
}

// Any system can look into an update file.
func TestAnUpdateIsAZip(t *testing.T) {
	p := newProvince(t)
	z, err := zip.OpenReader(p.update(1, 1, 2))
	must(t, err)
	defer func() { _ = z.Close() }()
	names := ""
	for _, f := range z.File {
		r, err := f.Open()
		must(t, err)
		var buf bytes.Buffer
		if _, err := buf.ReadFrom(r); err != nil || uint64(buf.Len()) != f.UncompressedSize64 {
			t.Errorf("%s: %d bytes, %v", f.Name, buf.Len(), err)
		}
		names += f.Name + "\n"
	}
	for _, want := range []string{"metadata/1.root.json", "metadata/timestamp.json", "metadata/1.app.json", ".tungbuoc.exe"} {
		if !strings.Contains(names, want) {
			t.Errorf("no %s in\n%s", want, names)
		}
	}
}

// It does not matter who signs first: the file is the same.
func TestTheOrderOfSigningDoesNotMatter(t *testing.T) {
	p := newProvince(t)
	a, err := os.ReadFile(p.update(4, 1, 2))
	must(t, err)
	b, err := os.ReadFile(p.update(4, 2, 1))
	must(t, err)
	if !bytes.Equal(a, b) {
		t.Error("the files differ")
	}
}

func TestRefusals(t *testing.T) {
	p, stranger := newProvince(t), &province{t: t}
	root, err := FirstRoot(publics(7, 8, 9), 2)
	must(t, err)
	stranger.sign(root, nil, 7, 8)
	good, data := p.update(5, 1, 2), t.TempDir()
	accept(t, p.trust(data), good)
	write := func(name string, content []byte) string {
		file := filepath.Join(t.TempDir(), name)
		must(t, os.WriteFile(file, content, 0o600))
		return file
	}
	whole, err := os.ReadFile(good)
	must(t, err)
	for _, tt := range []struct {
		name string
		file string
		m    Trust
		kind Kind
		code guide.Code
	}{
		{"no root", good, Trust{Memory: data}, NoRoot, guide.CodeUnavailable},
		{"one signature", p.update(6, 2), p.trust(data), Incomplete, guide.CodeInvalid},
		{"strangers", stranger.update(6, 7, 8), p.trust(data), Unsigned, guide.CodeInvalid},
		{"older", p.update(4, 1, 2), p.trust(data), Older, guide.CodeInvalid},
		{"other machine", good, Trust{Root: p.roots[0], Platform: "darwin-arm64"}, OtherMachine, guide.CodeInvalid},
		{"cut off", write("cut.tbupdate", whole[:len(whole)-100]), p.trust(data), Torn, guide.CodeInvalid},
		{"more behind", write("more.tbupdate", append(bytes.Clone(whole), 0)), p.trust(data), Torn, guide.CodeInvalid},
		{"a picture", write("x.tbupdate", []byte("\x89PNG and more than thirty bytes behind it")), p.trust(data), NotOurs, guide.CodeInvalid},
		{"empty", write("empty.tbupdate", nil), p.trust(data), NotOurs, guide.CodeInvalid},
		{"folder", t.TempDir(), p.trust(data), NotOurs, guide.CodeInvalid},
		{"no file", filepath.Join(t.TempDir(), "x"), p.trust(data), "", guide.CodeNotFound},
	} {
		u, err := tt.m.Open(tt.file)
		if u != nil {
			_ = u.Close()
		}
		if KindOf(err) != tt.kind || guide.ErrorCode(err) != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.kind)
		}
	}
}

// The sentences are short enough to be read at a counter.
func TestEveryKindHasItsSentence(t *testing.T) {
	for _, kind := range []Kind{NoRoot, BrokenRoot, NotOurs, Torn, Unsigned, Incomplete, Older, Expired, OtherProgram, OtherMachine, NewerTrust, WeakRoot, TooBig, BadMemory} {
		err := refuse(kind, errors.New("cause"))
		said := guide.Message(err)
		if strings.Contains(said, "cause") || !strings.HasSuffix(said, ".") || !strings.Contains(err.Error(), "cause") {
			t.Errorf("%s: %q, %v", kind, said, err)
		}
		for _, s := range strings.Split(said, ". ") {
			if n := len(strings.Fields(s)); n > 20 || n == 0 {
				t.Errorf("%s: %d syllables in %q", kind, n, s)
			}
		}
	}
	if len(sentences) != 14 {
		t.Errorf("%d sentences", len(sentences))
	}
}

// One flipped byte, wherever it is, and the file is refused.
func TestAnyFlippedByteIsRefused(t *testing.T) {
	p := newProvince(t)
	p.rotate([]int{1, 2, 4}, 1, 3, 2)
	whole, err := os.ReadFile(p.update(3, 1, 2))
	must(t, err)
	m := p.trust("")
	check := func(data []byte) error {
		_, err := m.check(bytes.NewReader(data), int64(len(data)))
		return err
	}
	must(t, check(whole))
	for i := range whole {
		data := bytes.Clone(whole)
		data[i] ^= 1 << (i % 8)
		if err := check(data); KindOf(err) == "" {
			t.Errorf("byte %d of %d flipped near %q: %v", i, len(whole), whole[max(0, i-20):min(len(whole), i+20)], err)
		}
	}
	for _, n := range []int{1, 4, 29, 30, 31, 100, len(whole) / 2, len(whole) - 23, len(whole) - 1} {
		if err := check(whole[:n]); KindOf(err) == "" {
			t.Errorf("the first %d bytes: %v", n, err)
		}
	}
}

// Of three keys any one may be lost, and any one stolen.
func TestAnyOneKeyLostOrStolen(t *testing.T) {
	p := newProvince(t)
	for _, two := range [][]int{{1, 2}, {1, 3}, {2, 3}} {
		accept(t, p.trust(t.TempDir()), p.update(1, two...))
	}
	for n := 1; n <= 3; n++ {
		if kind := refusal(t, p.trust(t.TempDir()), p.update(1, n)); kind != Incomplete {
			t.Errorf("holder %d alone: %s", n, kind)
		}
		// A thief makes a root of his own, which one holder's key signs.
		thief := newProvince(t)
		before := thief.roots[0]
		root, err := NextRoot(before, publics(n, 8, 9), 2)
		must(t, err)
		thief.sign(root, before, n, 8)
		file := filepath.Join(t.TempDir(), "x")
		if err := Make(file, Release{Roots: thief.roots, Number: 9, Version: "9", Made: noon, Files: []Source{{"linux-amd64", os.Args[0]}}}, holder(n)); err == nil {
			t.Errorf("a root that one old holder has signed is taken to work with")
		}
		if _, err := p.trust("").check(thief.graft(p.update(9, n), thief.roots[1])); KindOf(err) != Incomplete {
			t.Errorf("a thief with key %d: %v", n, err)
		}
	}
}

// graft puts a root more into an update file, as anybody with a text editor could.
func (p *province) graft(file string, root []byte) (*bytes.Reader, int64) {
	p.t.Helper()
	f, size, err := open(file)
	must(p.t, err)
	defer func() { _ = f.Close() }()
	b, err := readBundle(f, size)
	must(p.t, err)
	state, err := readRoot(root)
	must(p.t, err)
	parts := []part{bytesPart(rootName(state.Signed.Version), root)}
	for name := range b.entries {
		var buf bytes.Buffer
		must(p.t, b.copy(&buf, name))
		parts = append(parts, bytesPart(name, buf.Bytes()))
	}
	var out bytes.Buffer
	must(p.t, writeBundle(&out, parts))
	return bytes.NewReader(out.Bytes()), int64(out.Len())
}

// Numbers count up, until the holders make a new root.
func TestRollback(t *testing.T) {
	p, data := newProvince(t), t.TempDir()
	m := p.trust(data)
	before := p.update(3, 1, 2)
	accept(t, m, p.update(20260000, 1, 2)) // somebody typed a day
	for _, n := range []int64{8, 3, 20259999} {
		if kind := refusal(t, m, p.update(n, 1, 2)); kind != Older {
			t.Errorf("number %d: %s", n, kind)
		}
	}
	p.rotate(nil, 2, 3) // the same keys
	u := accept(t, m, p.update(8, 1, 2))
	if u.Root != 2 {
		t.Errorf("%+v", u)
	}
	if kind := refusal(t, m, p.update(7, 1, 2)); kind != Older {
		t.Errorf("number 7 after 8: %s", kind)
	}
	// What was made under the old root stays old, with or without the new root beside it.
	if kind := refusal(t, m, before); kind != Older {
		t.Errorf("number 3 of the old root: %s", kind)
	}
	fresh := p.trust(t.TempDir())
	if _, err := fresh.check(p.graft(before, p.roots[1])); KindOf(err) != Older {
		t.Errorf("number 3 of the old root with the new root beside it: %v", err)
	}
	// Two keys are replaced, and the old ones sign no more.
	old := &province{t: t, roots: p.roots}
	p.rotate([]int{3, 4, 5}, 1, 2, 3, 4)
	accept(t, m, p.update(1, 4, 5))
	if kind := refusal(t, m, old.update(99, 1, 2)); kind != Older {
		t.Errorf("the keys that were replaced: %s", kind)
	}
	if kind := refusal(t, m, p.update(2, 3)); kind != Incomplete {
		t.Errorf("one holder of the newest root: %s", kind)
	}
}

// Whatever the clock says, the answer is the same: no clock is asked. go-tuf reads
// one where a root is loaded, and is told another day before it looks at it.
func TestNoClockIsAsked(t *testing.T) {
	files, err := filepath.Glob("*.go")
	must(t, err)
	for _, name := range files {
		text, err := os.ReadFile(name)
		must(t, err)
		if !strings.HasSuffix(name, "_test.go") && (bytes.Contains(text, []byte("time.Now")) || bytes.Contains(text, []byte("time.Since"))) {
			t.Errorf("%s asks a clock", name)
		}
	}
	p := newProvince(t)
	f, size, err := open(p.update(1, 1, 2))
	must(t, err)
	defer func() { _ = f.Close() }()
	b, err := readBundle(f, size)
	must(t, err)
	v, err := p.trust(t.TempDir()).look(b)
	must(t, err)
	if !v.set.RefTime.IsZero() {
		t.Errorf("measured against %v", v.set.RefTime)
	}
}

// The holders' clocks may be as wrong as the kiosks'.
func TestNoClockLocksOut(t *testing.T) {
	p := newProvince(t)
	for _, year := range []int{1970, 2026, 2099} {
		data := t.TempDir()
		m := p.trust(data)
		made := time.Date(year, 1, 2, 3, 4, 5, 0, time.UTC)
		accept(t, m, p.release(Release{Number: 1, Version: "1", Made: made}, 1, 2))
		accept(t, m, p.release(Release{Number: 2, Version: "2", Made: made.AddDate(5, 0, 0)}, 1, 2))
		accept(t, m, p.release(Release{Number: 3, Version: "3", Made: made}, 1, 2)) // a clock set right, backwards
	}
}

func TestMemoryThatIsBroken(t *testing.T) {
	p := newProvince(t)
	file := p.update(2, 1, 2)
	for _, text := range []string{"", "{", "{}", "null", `{"roots":"x"}`} {
		data := t.TempDir()
		must(t, os.WriteFile(filepath.Join(data, MemoryName), []byte(text), 0o600))
		if kind := refusal(t, p.trust(data), file); kind != BadMemory {
			t.Errorf("%q: %s", text, kind)
		}
	}
}

// A file whose roots do not lead from the one this machine has is not for it.
func TestRootsThatCannotBeReached(t *testing.T) {
	p := newProvince(t)
	p.rotate([]int{1, 2, 4}, 1, 2)
	p.rotate([]int{1, 2, 5}, 1, 2)
	for _, without := range [][]string{{"2"}, {"2", "3"}} {
		f, size, err := open(p.update(9, 1, 2))
		must(t, err)
		defer func() { _ = f.Close() }()
		b, err := readBundle(f, size)
		must(t, err)
		var parts []part
		for name := range b.entries {
			var buf bytes.Buffer
			must(t, b.copy(&buf, name))
			if m := rootRule.FindStringSubmatch(name); m == nil || !slices.Contains(without, m[1]) {
				parts = append(parts, bytesPart(name, buf.Bytes()))
			}
		}
		var out bytes.Buffer
		must(t, writeBundle(&out, parts))
		if _, err := p.trust("").check(bytes.NewReader(out.Bytes()), int64(out.Len())); KindOf(err) != NewerTrust {
			t.Errorf("without %v: %v", without, err)
		}
	}
	// A machine that was away for two roots follows, and one with a newer program, too.
	for _, root := range p.roots {
		accept(t, Trust{Root: root, Memory: t.TempDir(), Platform: "linux-amd64"}, p.update(9, 1, 2))
	}
}

// A root that one person could replace is refused, although all of today's sign it.
func TestWeakRoots(t *testing.T) {
	p := newProvince(t)
	if _, err := FirstRoot(publics(1, 2, 3), 1); guide.ErrorCode(err) != guide.CodeUsage {
		t.Errorf("one of three: %v", err)
	}
	if _, err := FirstRoot(publics(1, 2), 2); guide.ErrorCode(err) != guide.CodeUsage {
		t.Errorf("nobody spare: %v", err)
	}
	if _, err := FirstRoot(publics(1, 2, 2), 2); guide.ErrorCode(err) != guide.CodeUsage {
		t.Errorf("one key twice: %v", err)
	}
	weak, err := readRoot(p.roots[0])
	must(t, err)
	weak.Signed.Version = 2
	weak.Signed.Roles["root"].Threshold = 1
	weak.ClearSignatures()
	ids := weak.Signed.Roles["root"].KeyIDs
	for n := 1; n <= 3; n++ {
		must(t, sign(weak, ids, holder(n)))
	}
	data, err := weak.ToBytes(true)
	must(t, err)
	if _, err := p.trust("").check(p.graft(p.update(3, 1, 2), data)); KindOf(err) != WeakRoot {
		t.Errorf("%v", err)
	}
}

// A stick may lie: what is saved is checked on its way once more.
func TestAStickThatChangesItsMind(t *testing.T) {
	p := newProvince(t)
	file := p.update(2, 1, 2)
	u, err := p.trust("").Open(file)
	must(t, err)
	defer func() { _ = u.Close() }()
	whole, err := os.ReadFile(file)
	must(t, err)
	changed := bytes.Replace(whole, []byte("program 2 for linux"), []byte("program X for linux"), 1)
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	must(t, err)
	_, err = f.WriteAt(changed, 0)
	must(t, err)
	must(t, f.Close())
	to := filepath.Join(t.TempDir(), "tungbuoc")
	if err := u.Save(u.Files[0], to); KindOf(err) != Torn {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("a wrong program was left under the name")
	}
}

// A holder signs what can be read on the screen, and once.
func TestWhatAHolderDoesNotSign(t *testing.T) {
	p := newProvince(t)
	file := p.update(2, 1)
	if _, err := AddSignature(file, holder(1)); !errors.Is(err, errSigned) {
		t.Errorf("twice: %v", err)
	}
	if _, err := AddSignature(file, holder(9)); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("a stranger: %v", err)
	}
	d, err := Inspect(file)
	if err != nil || d.Has != 1 || d.Needs != 2 || len(d.Files) != 2 || d.Version != "1.2.0" {
		t.Errorf("%+v, %v", d, err)
	}
	whole, err := os.ReadFile(file)
	must(t, err)
	for _, change := range [][2]string{{"program 2 for linux", "program 3 for linux"}, {`"terminating": true`, `"terminating": 1   `}} {
		changed := filepath.Join(t.TempDir(), "x")
		must(t, os.WriteFile(changed, bytes.Replace(whole, []byte(change[0]), []byte(change[1]), 1), 0o600))
		if _, err := AddSignature(changed, holder(2)); KindOf(err) != Torn {
			t.Errorf("%v: %v", change, err)
		}
	}
	// One that names another role beside app is well formed, and not ours to sign.
	d2, _, err := inspectFile(t, file)
	must(t, err)
	d2.targets.Signed.UnrecognizedFields = map[string]any{"more": "than meets the eye"}
	more := filepath.Join(t.TempDir(), "more")
	must(t, d2.write(more, func() {}))
	if _, err := AddSignature(more, holder(2)); KindOf(err) != Torn || !strings.Contains(fmt.Sprint(err), "says more") {
		t.Errorf("%v", err)
	}
}
