package trust

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whoever edits the metadata also knows how to make the rest of the file right. He
// gets a refusal, never a panic, or nothing has changed but how the text looks.
func TestForgedMetadata(t *testing.T) {
	p := newProvince(t)
	p.rotate([]int{1, 2, 4}, 1, 2)
	f, size, err := open(p.update(3, 1, 2))
	must(t, err)
	defer func() { _ = f.Close() }()
	b, err := readBundle(f, size)
	must(t, err)
	texts := map[string][]byte{}
	for name := range b.entries {
		var buf bytes.Buffer
		must(t, b.copy(&buf, name))
		texts[name] = buf.Bytes()
	}
	names := slices.Sorted(maps.Keys(texts))
	random := rand.New(rand.NewPCG(17, 4))
	kinds := map[Kind]int{}
	for range 800 {
		name := names[random.IntN(len(names))]
		forged := maps.Clone(texts)
		if forged[name] = forge(random, texts[name]); bytes.Equal(forged[name], texts[name]) {
			continue
		}
		var parts []part
		for name, text := range forged {
			parts = append(parts, bytesPart(name, text))
		}
		var out bytes.Buffer
		must(t, writeBundle(&out, parts))
		u, err := p.trust("").check(bytes.NewReader(out.Bytes()), int64(out.Len()))
		kinds[KindOf(err)]++
		switch {
		case err != nil && KindOf(err) == "":
			t.Errorf("%s as %q: %v", name, forged[name], err)
		case err != nil:
		case u.Number != 3 || u.Version != "1.3.0" || u.Root != 2 || len(u.Files) != 1 || !strings.HasPrefix(name, "metadata/"):
			t.Errorf("%s as %q is accepted: number %d, %s", name, forged[name], u.Number, u.Version)
		}
		if d, said, err := inspect(bytes.NewReader(out.Bytes()), int64(out.Len())); err == nil && (d == nil || said.Number != 3) {
			t.Errorf("%s as %q is signed: %+v", name, forged[name], said)
		}
	}
	t.Log(kinds)
	if kinds[Torn] == 0 || kinds[Unsigned]+kinds[Incomplete] == 0 {
		t.Errorf("%v", kinds)
	}
}

// forge changes a text in one of the ways in which JSON goes wrong.
func forge(random *rand.Rand, text []byte) []byte {
	text = bytes.Clone(text)
	if len(text) == 0 {
		return []byte("{}")
	}
	at := random.IntN(len(text))
	end := min(len(text), at+1+random.IntN(40))
	switch random.IntN(6) {
	case 0:
		text[at] = byte(random.IntN(256))
	case 1:
		return slices.Delete(text, at, end)
	case 2:
		return slices.Insert(text, at, text[at:end]...)
	case 3:
		// A whole value is taken away.
		from := max(bytes.LastIndexByte(text[:at], ':'), 0) + 1
		to := from + max(bytes.IndexAny(text[from:], ",}\n"), 0)
		return slices.Replace(text, from, to, []byte("null")...)
	case 4:
		digits := bytes.IndexAny(text[at:], "0123456789")
		if digits >= 0 {
			return slices.Insert(text, at+digits, '9')
		}
	case 5:
		return append(text, text...)
	}
	return text
}

func inspectFile(t *testing.T, name string) (*draft, Draft, error) {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	return inspect(bytes.NewReader(data), int64(len(data)))
}

func FuzzCheck(f *testing.F) {
	t := &testing.T{}
	p := newProvince(t)
	dir := f.TempDir()
	from := filepath.Join(dir, "tungbuoc")
	if err := os.WriteFile(from, []byte("program"), 0o600); err != nil {
		f.Fatal(err)
	}
	file := filepath.Join(dir, "x"+Ext)
	if err := Make(file, Release{Roots: p.roots, Number: 1, Version: "1", Made: noon, Files: []Source{{"linux-amd64", from}}}, holder(1)); err != nil {
		f.Fatal(err)
	}
	if _, err := AddSignature(file, holder(2)); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:200])
	f.Add([]byte("PK\x03\x04"))
	m := p.trust("")
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := m.check(bytes.NewReader(data), int64(len(data)))
		if bytes.Equal(data, whole) {
			must(t, err)
		} else if KindOf(err) == "" {
			t.Errorf("%d bytes that nobody signed: %v", len(data), err)
		}
		if d, _, err := inspect(bytes.NewReader(data), int64(len(data))); err == nil && d == nil {
			t.Error("neither a draft nor an error")
		}
	})
}
