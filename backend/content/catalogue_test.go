package content_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

const goodLine = `{"code": "1.014689", "name": "Thủ tục  cấp\nphép bay ", "formality_id": "019d8af3-edd0-7528-af6e-edcc8745d1f1", "fields": ["x"], "departments": ["Cục Tác chiến", " Cục Tác  chiến"], "promulgated_by": "Bộ Quốc phòng", "targets": [], "state": "ACTIVE", "scope": "STANDARD"}`

func readCatalogue(text string) (entries []guide.CatalogueEntry, bad []content.LineProblem, err error) {
	err = content.ReadCatalogue(strings.NewReader(text),
		func(e guide.CatalogueEntry) error { entries = append(entries, e); return nil },
		func(p content.LineProblem) { bad = append(bad, p) })
	return entries, bad, err
}

func TestReadCatalogue(t *testing.T) {
	with := func(old, new string) string { return strings.Replace(goodLine, old, new, 1) }
	lines := []string{
		"\ufeff" + goodLine,
		"",
		"not json",
		with(`"1.014689"`, `""`),
		with(`019d8af3-edd0-7528-af6e-edcc8745d1f1`, `../../etc/passwd`),
		with("Thủ tục", `\u202eThủ tục`),
		with("Thủ tục  cấp\\nphép bay ", "  "),
		with("Thủ tục", strings.Repeat("dài ", 20_000)),
		with("Thủ tục", "Thủ tục \xff"),
		with(`"STANDARD"`, `"SPECIFIC"`) + "\r",
		`[1, 2]`,
		with("Thủ tục", "Thu\u0309 tu\u0323c"),
	}
	entries, bad, err := readCatalogue(strings.Join(lines, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := guide.CatalogueEntry{
		Code: "1.014689", Name: "Thủ tục cấp phép bay", FormalityID: "019d8af3-edd0-7528-af6e-edcc8745d1f1",
		Issuer: "Bộ Quốc phòng", Departments: []string{"Cục Tác chiến"},
	}
	local := want
	local.Local = true
	if !reflect.DeepEqual(entries, []guide.CatalogueEntry{want, local, want}) {
		t.Errorf("entries %+v", entries)
	}
	var numbers []int
	for _, p := range bad {
		numbers = append(numbers, p.Line)
		if p.Message == "" {
			t.Errorf("line %d: no reason", p.Line)
		}
	}
	if !reflect.DeepEqual(numbers, []int{3, 4, 5, 6, 7, 8, 9, 11}) {
		t.Errorf("skipped %v: %+v", numbers, bad)
	}
}

func TestReadCatalogueStopsWhenItCannotGoOn(t *testing.T) {
	full := errors.New("disk full")
	if err := content.ReadCatalogue(strings.NewReader(goodLine), func(guide.CatalogueEntry) error { return full }, func(content.LineProblem) {}); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	pulled := errors.New("stick pulled")
	if err := content.ReadCatalogue(iotest.ErrReader(pulled), func(guide.CatalogueEntry) error { return nil }, func(content.LineProblem) {}); !errors.Is(err, pulled) {
		t.Errorf("got %v", err)
	}
}

// What is no catalogue is said once, not line by line, and a file without end
// ends.
func TestFilesThatAreNoCatalogue(t *testing.T) {
	for _, tt := range []struct {
		name, says string
		file       io.Reader
	}{
		{"UTF-16", "lưu lại bằng UTF-8", bytes.NewReader(utf16Of(goodLine+"\n"+goodLine, binary.LittleEndian, true))},
		{"UTF-16 without a mark", "lưu lại bằng UTF-8", bytes.NewReader(utf16Of(goodLine, binary.BigEndian, false))},
		{"one line without end", "lớn quá", endless("x")},
		{"lines without end", "dòng hỏng", endless("x\n")},
		{"good lines without end", "lớn quá", endless(goodLine + strings.Repeat(" ", 30_000) + "\n")},
		{"empty lines without end", "lớn quá", endless(strings.Repeat(" ", 30_000) + "\n")},
	} {
		added, reported := 0, 0
		err := content.ReadCatalogue(tt.file, func(guide.CatalogueEntry) error { added++; return nil }, func(content.LineProblem) { reported++ })
		if guide.ErrorCode(err) != guide.CodeInvalid || !strings.Contains(guide.Message(err), tt.says) || reported > 20_000 {
			t.Errorf("%s: %d added, %d reported, %v", tt.name, added, reported, err)
		}
	}
	old := strings.Replace(goodLine, "Cục Tác chiến", "C\xf4ng an", 1) // code page 1252
	lost := strings.Replace(goodLine, "Cục", "C\ufffdc", 1)
	if entries, bad, err := readCatalogue(lost); err != nil || len(entries) != 0 || len(bad) != 1 {
		t.Errorf("a lost letter: %v, %v", bad, err)
	}
	if _, bad, err := readCatalogue(goodLine + "\r\n" + old); err != nil || len(bad) != 1 || bad[0].Line != 2 || !strings.Contains(bad[0].Message, "lưu lại bằng UTF-8") {
		t.Errorf("%v, %v", bad, err)
	}
}

// endless gives a text again and again.
func endless(text string) io.Reader { return &repeated{text: text} }

type repeated struct {
	text string
	at   int
}

func (r *repeated) Read(p []byte) (n int, err error) {
	for n < len(p) {
		took := copy(p[n:], r.text[r.at:])
		n += took
		r.at = (r.at + took) % len(r.text)
	}
	return n, nil
}

func FuzzReadCatalogue(f *testing.F) {
	f.Add(goodLine)
	f.Add(goodLine + "\n{\n" + goodLine)
	f.Add("\ufeff\n\x00")
	f.Add("\xff\xfe{\x00}\x00")
	f.Add(strings.Replace(goodLine, "Cục", "C\xf4", 1) + "\r\n\ufeff" + goodLine)
	f.Add(strings.Repeat("[", 5000) + "\n" + strings.Replace(goodLine, "Thủ tục", "Thƣ\ufffd\u00a0", 1))
	f.Fuzz(func(t *testing.T, text string) {
		entries, bad, err := readCatalogue(text)
		if err != nil && guide.ErrorCode(err) == guide.CodeInvalid {
			return // no catalogue at all
		}
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(text, "\n") + 1; len(entries)+len(bad) > lines {
			t.Errorf("%d entries and %d problems in %d lines", len(entries), len(bad), lines)
		}
		for _, e := range entries {
			if err := e.Validate(); err != nil {
				t.Errorf("%+v: %v", e, err)
			}
		}
	})
}

func TestDigestTellsPacksApart(t *testing.T) {
	pack := mustPack(t)
	before, err := content.Digest(pack)
	if err != nil || len(before) != 32 {
		t.Fatalf("%q, %v", before, err)
	}
	if again, _ := content.Digest(mustPack(t)); again != before {
		t.Error("one pack, two digests")
	}
	pack["pack.yaml"].Data = append(pack["pack.yaml"].Data, '#')
	if other, _ := content.Digest(pack); other == before {
		t.Error("two packs, one digest")
	}
}
