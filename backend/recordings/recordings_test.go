package recordings_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/speech"
)

// commune is a machine with the small pack, spoken in Tày and Mông.
type commune struct {
	*recordings.Recordings
	lib        *content.Library
	data, pack string
}

func mustCommune(t *testing.T) *commune {
	t.Helper()
	c := &commune{data: t.TempDir(), pack: t.TempDir()}
	if err := os.CopyFS(c.pack, os.DirFS(filepath.Join("..", "content", "testdata", "pack"))); err != nil {
		t.Fatal(err)
	}
	spoken := "languages:\n  - {code: tyz, name: tiếng Tày}\n  - {code: hmn, name: tiếng Mông}\n"
	if err := os.WriteFile(filepath.Join(c.pack, "speech.yaml"), []byte(spoken), 0o600); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(c.pack, "services", "khai-sinh.yaml"), "  - say: Giấy chứng sinh\n", "  - say: Giấy chứng sinh\n    note: Mang bản gốc.\n")
	edit(t, filepath.Join(c.pack, "lang", "en.yaml"), "sentences:\n", "sentences:\n  Giấy nhận con: Recognition of the child\n")
	c.load(t)
	return c
}

// load takes the pack as it is now.
func (c *commune) load(t *testing.T) {
	t.Helper()
	var report *content.Report
	if c.lib, report = content.Load(os.DirFS(c.pack)); c.lib == nil {
		t.Fatal(report.Errors)
	}
	c.Recordings = recordings.Of(c.lib, os.DirFS(c.pack), c.data)
}

func edit(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q: %v", name, old, err)
	}
	put(t, name, []byte(strings.Replace(string(data), old, new, 1)))
}

func (c *commune) mustLanguage(t *testing.T, code string) recordings.Language {
	t.Helper()
	l, err := c.Language(code)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// tone is a WAV file with a second of sound in it.
func tone() []byte {
	const rate = 8000
	b := append([]byte("RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"), make([]byte, 44-24+2*rate)...)
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	binary.LittleEndian.PutUint32(b[24:], rate)
	binary.LittleEndian.PutUint32(b[28:], 2*rate)
	copy(b[32:], "\x02\x00\x10\x00data")
	binary.LittleEndian.PutUint32(b[40:], 2*rate)
	for i := range rate {
		binary.LittleEndian.PutUint16(b[44+2*i:], uint16(int16(6000*math.Sin(float64(i)/4))))
	}
	return b
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestLanguagesToRecord(t *testing.T) {
	c := mustCommune(t)
	var got []string
	for _, l := range c.Languages() {
		got = append(got, l.Code+" "+l.Name+" "+l.Folder())
	}
	want := []string{"vi tiếng Việt thu-am-tieng-viet", "tyz tiếng Tày thu-am-tieng-tay", "hmn tiếng Mông thu-am-tieng-mong"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for _, code := range []string{"en", "", "../x", "removed"} {
		if _, err := c.Language(code); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%q: %v", code, err)
		}
	}
}

// The script says what to record, and what is named by it is taken, counted
// and heard.
func TestFromScriptToClips(t *testing.T) {
	c := mustCommune(t)
	tay := c.mustLanguage(t, "tyz")
	script, err := tay.Script([]string{"khai-sinh"})
	if err != nil || len(script.Lines) < 2 || script.Name != "tiếng Tày" {
		t.Fatalf("%+v, %v", script, err)
	}
	stick := t.TempDir()
	name, err := tay.SaveScript(script, stick, time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC))
	if want := filepath.Join(stick, "thu-am-tieng-tay", "kich-ban-tieng-tay-20261123-080000.html"); err != nil || name != want {
		t.Fatalf("%s, %v", name, err)
	}
	page, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(page, []byte("<code>"+script.Lines[0].Code+"</code>")) {
		t.Errorf("%.200s, %v", page, err)
	}
	first := script.Lines[0]
	put(t, filepath.Join(stick, "thu-am-tieng-tay", "buoi-1", first.Code+".wav"), tone())
	put(t, filepath.Join(stick, "thu-am-tieng-tay", "khong-ma.wav"), tone())
	told := 0
	taken, err := tay.ImportFrom(t.Context(), places.Place{Path: stick, Name: "USB", Stick: true}, func(_, all int) { told = all })
	if err != nil || told != 2 || len(taken) != 2 {
		t.Fatalf("%+v of %d, %v", taken, told, err)
	}
	if bad, good := taken[0], taken[1]; bad.ID != "" || bad.Problem == "" || good.ID != first.ID || good.File != "buoi-1/"+first.Code+".wav" || !slices.Equal(good.Texts, first.Texts) {
		t.Errorf("%+v", taken)
	}
	if v := tay.Coverage(); v.Recorded != 1 || v.Own != 1 || v.Lang != "tyz" || v.Total != len(allLines(t, tay)) || len(v.Outdated) != 0 {
		t.Errorf("%+v", v)
	}
	clips := tay.Clips()
	if len(clips) != 1 || clips[0].ID != first.ID || !slices.Contains(clips[0].Where, "Làm giấy khai sinh") {
		t.Errorf("%+v", clips)
	}
	if other := c.mustLanguage(t, "hmn").Coverage(); other.Recorded != 0 || other.Own != 0 {
		t.Errorf("%+v", other)
	}
	if _, err := tay.Script([]string{"../x"}); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("%v", err)
	}
}

// A recording whose words have changed says which step it was for and what is to
// be recorded instead, as long as the step can be found by its id.
func TestOutdatedClipsSayWhereTheyBelong(t *testing.T) {
	const step = "  - say: Chọn xã\n    id: chon-xa\n"
	for name, tt := range map[string]struct {
		edit   [2]string // of the service, after the recording
		where  string    // "": nobody knows
		names  []string
		now    []string
		anew   bool // the new words are recorded, too
		before func(t *testing.T, c *commune)
	}{
		"other words":           {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, where: "Làm giấy khai sinh", names: []string{"khai-sinh/chon-xa"}, now: []string{"Chọn đúng xã"}},
		"a reason more":         {edit: [2]string{"say: Chọn xã", "say: Chọn phường\n    why: Xã cũ đã nhập."}, where: "Làm giấy khai sinh", names: []string{"khai-sinh/chon-xa"}, now: []string{"Chọn phường", "Xã cũ đã nhập."}},
		"another id":            {edit: [2]string{step, "  - say: Chọn đúng xã\n    id: xa\n    was: [chon-xa]\n"}, where: "Làm giấy khai sinh", names: []string{"khai-sinh/xa"}, now: []string{"Chọn đúng xã"}},
		"words recorded anew":   {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, where: "Làm giấy khai sinh", names: []string{"khai-sinh/chon-xa"}, anew: true},
		"the step is another's": {edit: [2]string{step, "  - say: Chọn tỉnh\n    id: chon-tinh\n"}},
		"nothing was noted":     {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, before: func(t *testing.T, c *commune) { mustRemove(t, c.notes()) }},
		"the notes are damaged": {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, before: func(t *testing.T, c *commune) { put(t, c.notes(), []byte(`{"0`)) }},
		"the notes are of others": {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, before: func(t *testing.T, c *commune) {
			put(t, c.notes(), []byte(`{"0123456789abcdef": ["khai-sinh/chon-xa"], "x": 1}`))
		}},
		"the notes name no more": {edit: [2]string{"say: Chọn xã", "say: Chọn đúng xã"}, before: func(t *testing.T, c *commune) {
			put(t, c.notes(), []byte(strings.ReplaceAll(read(t, c.notes()), "chon-xa", "gone")))
		}},
		"no step, in another file": {edit: [2]string{step, "  - say: Chọn đúng xã\n    id: xa\n    was: [flow dang-nhap/chon-xa]\n"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := mustCommune(t)
			in := t.TempDir()
			old := guide.UnitID([]string{"Chọn xã"})
			put(t, filepath.Join(in, old+".wav"), tone())
			if _, err := c.mustLanguage(t, "tyz").Import([]string{in}, nil); err != nil {
				t.Fatal(err)
			}
			if got := read(t, c.notes()); got != "{\n \""+old+"\": [\n  \"khai-sinh/chon-xa\"\n ]\n}\n" {
				t.Fatalf("noted %s", got)
			}
			if tt.before != nil {
				tt.before(t, c)
			}
			edit(t, filepath.Join(c.pack, "services", "khai-sinh.yaml"), tt.edit[0], tt.edit[1])
			c.load(t)
			tay := c.mustLanguage(t, "tyz")
			if tt.anew {
				put(t, filepath.Join(in, guide.UnitID([]string{"Chọn đúng xã"})+".wav"), tone())
				if list, err := tay.Import([]string{in}, nil); err != nil || len(list) != 2 {
					t.Fatalf("%+v, %v", list, err)
				}
			}
			clips := tay.Clips()
			if len(clips) == 0 || clips[0].ID != old || len(clips[0].Texts) > 0 || clips[0].Sound != speech.SoundOf("tyz", old) {
				t.Fatalf("%+v", clips)
			}
			var where, now []string
			if tt.where != "" {
				where = []string{tt.where}
			}
			if got := clips[0]; len(got.Now) > 0 {
				now = got.Now[0]
			}
			if got := clips[0]; !slices.Equal(got.Where, where) || !slices.Equal(got.Names, tt.names) || !slices.Equal(now, tt.now) || len(got.Now) > 1 {
				t.Errorf("%+v", got)
			}
		})
	}
}

func (c *commune) notes() string { return filepath.Join(c.data, speech.Folder, "tyz", "ids.json") }

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func mustRemove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func allLines(t *testing.T, l recordings.Language) []speech.Line {
	t.Helper()
	script, err := l.Script(nil)
	if err != nil {
		t.Fatal(err)
	}
	return script.Lines
}

// Clips of the pack count as recorded, but only the commune's own can be told
// to be outdated: nobody here can take the others out.
func TestCoverageTellsOwnFromThePack(t *testing.T) {
	c := mustCommune(t)
	tay := c.mustLanguage(t, "tyz")
	lines := allLines(t, tay)
	old, older := strings.Repeat("0", 16), strings.Repeat("1", 16)
	for _, id := range []string{lines[0].ID, old} {
		put(t, filepath.Join(c.pack, "media", "speech", "tyz", id+".wav"), tone())
	}
	for _, id := range []string{lines[1].ID, older} {
		put(t, filepath.Join(c.data, speech.Folder, "tyz", id+".wav"), tone())
	}
	if v := tay.Coverage(); v.Recorded != 2 || v.Own != 2 || !slices.Equal(v.Outdated, []string{older}) {
		t.Errorf("%+v", v)
	}
	if clips := tay.Clips(); len(clips) != 2 || clips[0].ID != older || len(clips[0].Texts) > 0 || len(clips[0].Where) > 0 || len(clips[0].Now) > 0 {
		t.Errorf("%+v", clips)
	}
}

func TestDiscardRestoreRemove(t *testing.T) {
	c := mustCommune(t)
	tay := c.mustLanguage(t, "tyz")
	id := allLines(t, tay)[0].ID
	put(t, filepath.Join(c.data, speech.Folder, "tyz", id+".wav"), tone())
	for i, step := range []struct {
		do   func([]string) error
		code guide.Code // "": done
		own  int
	}{
		{tay.Discard, "", 0},
		{tay.Discard, guide.CodeNotFound, 0},
		{tay.Restore, "", 1},
		{tay.Restore, guide.CodeNotFound, 1},
		{tay.Discard, "", 0},
		{func([]string) error { return recordings.ForgetDiscarded(c.data) }, "", 0},
		{tay.Restore, guide.CodeNotFound, 0},
	} {
		err := step.do([]string{id})
		if guide.ErrorCode(err) != step.code || tay.Coverage().Own != step.own {
			t.Errorf("step %d: %v, %d clips", i, err, tay.Coverage().Own)
		}
	}
	put(t, filepath.Join(c.data, speech.Folder, "tyz", id+".wav"), tone())
	if n, err := tay.Remove([]string{id, strings.Repeat("0", 16)}); n != 1 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
}

func TestImportFromRefuses(t *testing.T) {
	c := mustCommune(t)
	tay := c.mustLanguage(t, "tyz")
	id := allLines(t, tay)[0].ID
	filled := t.TempDir()
	for _, name := range []string{"a", "b"} {
		put(t, filepath.Join(filled, "thu-am-tieng-tay", id+" "+name+".wav"), tone())
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	empty := t.TempDir()
	for name, tt := range map[string]struct {
		ctx  context.Context
		from places.Place
		is   func(error) bool
	}{
		"nothing there":    {t.Context(), places.Place{Path: empty, Name: "Documents"}, notFound},
		"an empty stick":   {t.Context(), places.Place{Path: empty, Name: "USB", Stick: true}, notFound},
		"a place gone":     {t.Context(), places.Place{Path: filepath.Join(empty, "x"), Name: "USB", Stick: true}, notFound},
		"stopped by staff": {stopped, places.Place{Path: filled, Name: "USB", Stick: true}, func(err error) bool { return errors.Is(err, context.Canceled) }},
	} {
		taken, err := tay.ImportFrom(tt.ctx, tt.from, func(int, int) {})
		if !tt.is(err) || len(taken) != 0 {
			t.Errorf("%s: %+v, %v", name, taken, err)
		}
	}
}

func notFound(err error) bool { return guide.ErrorCode(err) == guide.CodeNotFound }

// A stick that is pulled out loses nothing that was taken.
func TestStickPulledOut(t *testing.T) {
	c := mustCommune(t)
	tay := c.mustLanguage(t, "tyz")
	stick := filepath.Join(t.TempDir(), "USB")
	for _, l := range allLines(t, tay)[:3] {
		put(t, filepath.Join(stick, tay.Folder(), l.ID+".wav"), tone())
	}
	taken, err := tay.ImportFrom(t.Context(), places.Place{Path: stick, Name: "USB", Stick: true}, func(done, _ int) {
		if done == 2 {
			if err := os.Rename(stick, stick+"-away"); err != nil {
				t.Error(err)
			}
		}
	})
	if guide.ErrorCode(err) != guide.CodeStorage || !strings.Contains(guide.Message(err), "Mời cắm lại rồi nhập tiếp") || len(taken) != 2 {
		t.Errorf("%+v, %v", taken, err)
	}
	if v := tay.Coverage(); v.Recorded != 2 {
		t.Errorf("%+v", v)
	}
}

// A clip may hold a unit or one of its texts, in the words of the pack or, for
// a language of the screens, in their translation.
func TestPlayed(t *testing.T) {
	c := mustCommune(t)
	units := speech.Units(c.lib.Pack, nil)
	en := c.lib.Translator("en")
	i := slices.IndexFunc(units, func(u speech.Unit) bool { return en(u.Texts[0]) != u.Texts[0] })
	j := slices.IndexFunc(units, func(u speech.Unit) bool { return len(u.Texts) == 2 })
	if i < 0 || j < 0 {
		t.Fatal("the pack does not serve")
	}
	translated := make([]string, len(units[i].Texts))
	for k, text := range units[i].Texts {
		translated[k] = en(text)
	}
	second := guide.UnitID(units[j].Texts[1:])
	for lang, id := range map[string]string{"en": guide.UnitID(translated), "tyz": second, "hmn": units[j].ID} {
		put(t, filepath.Join(c.data, speech.Folder, lang, id+".wav"), tone())
	}
	played := c.Played()
	if got := played(units[i].ID); !slices.Contains(got, "en/"+guide.UnitID(translated)) {
		t.Errorf("%v", got)
	}
	if got := played(units[j].ID); !slices.Contains(got, "tyz/"+second) || !slices.Contains(got, "hmn/"+units[j].ID) {
		t.Errorf("%v", got)
	}
	if got := played("none"); got == nil || len(got) != 0 {
		t.Errorf("%v", got)
	}
}
