package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// noon is when the holders of the tests meet.
var noon = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

// holder gives the key of the n-th holder: made on the fly, the same in every run.
func holder(n int) ed25519.PrivateKey {
	seed := sha256.Sum256(fmt.Appendf(nil, "holder %d of a test", n))
	return ed25519.NewKeyFromSeed(seed[:])
}

func publics(ns ...int) (keys []ed25519.PublicKey) {
	for _, n := range ns {
		keys = append(keys, holder(n).Public().(ed25519.PublicKey))
	}
	return keys
}

// province makes roots: the first of holders 1, 2, 3, and those that follow.
type province struct {
	t     *testing.T
	roots [][]byte
}

func newProvince(t *testing.T) *province {
	t.Helper()
	p := &province{t: t}
	root, err := FirstRoot(publics(1, 2, 3), 2)
	must(t, err)
	p.sign(root, nil, 1, 2)
	return p
}

func (p *province) sign(root, before []byte, by ...int) {
	p.t.Helper()
	for _, n := range by {
		var err error
		root, err = SignRoot(root, before, holder(n))
		must(p.t, err)
	}
	p.roots = append(p.roots, root)
}

// rotate makes the next root.
func (p *province) rotate(keys []int, by ...int) {
	p.t.Helper()
	before := p.roots[len(p.roots)-1]
	root, err := NextRoot(before, publics(keys...), 2)
	must(p.t, err)
	p.sign(root, before, by...)
}

// update makes an update file.
func (p *province) update(number int64, by ...int) string {
	p.t.Helper()
	return p.release(Release{Number: number, Version: fmt.Sprintf("1.%d.0", number), Made: noon}, by...)
}

func (p *province) release(r Release, by ...int) string {
	p.t.Helper()
	dir := p.t.TempDir()
	r.Roots = p.roots
	if r.Files == nil {
		for platform, name := range map[string]string{"linux-amd64": "tungbuoc", "windows-amd64": "tungbuoc.exe"} {
			from := filepath.Join(dir, platform, name)
			must(p.t, os.MkdirAll(filepath.Dir(from), 0o700))
			must(p.t, os.WriteFile(from, fmt.Appendf(nil, "program %d for %s\n", r.Number, platform), 0o600))
			r.Files = append(r.Files, Source{Platform: platform, Path: from})
		}
	}
	file := filepath.Join(dir, fmt.Sprintf("tung-buoc-%d%s", r.Number, Ext))
	for i, n := range by {
		if i == 0 {
			must(p.t, Make(file, r, holder(n)))
			continue
		}
		_, err := AddSignature(file, holder(n))
		must(p.t, err)
	}
	return file
}

func (p *province) trust(memory string) Trust {
	return Trust{Root: p.roots[0], Memory: memory, Platform: "linux-amd64"}
}

// accept opens a file and remembers it.
func accept(t *testing.T, m Trust, file string) *Update {
	t.Helper()
	u, err := m.Open(file)
	if err != nil {
		t.Fatalf("%s is refused: %v", filepath.Base(file), err)
	}
	must(t, u.Remember())
	must(t, u.Close())
	return u
}

// refusal opens a file that must be refused, and says why it is.
func refusal(t *testing.T, m Trust, file string) Kind {
	t.Helper()
	u, err := m.Open(file)
	if err == nil {
		_ = u.Close()
		t.Errorf("%s is accepted: %+v", filepath.Base(file), u)
		return ""
	}
	return KindOf(err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
