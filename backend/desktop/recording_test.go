package desktop_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"log/slog"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
)

// studio is a staff desk with an open door, a stick and a Documents folder.
type studio struct {
	*desktop.Staff
	resident         *desktop.Resident
	data             string
	stick, documents string
	log              *bytes.Buffer
}

func mustStudio(t *testing.T) *studio {
	t.Helper()
	return mustStudioOf(t, content.Shipped())
}

func mustStudioOf(t *testing.T, pack fs.FS) *studio {
	t.Helper()
	s := &studio{data: t.TempDir(), stick: filepath.Join(t.TempDir(), "USB"), log: &bytes.Buffer{}}
	home := t.TempDir()
	s.documents = filepath.Join(home, "Documents")
	for _, dir := range []string{s.stick, s.documents} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Cleanup(desktop.SetSticks(s.stick))
	s.resident = desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.NewTextHandler(s.log, nil)), Pack: pack, DataDir: s.data,
	})
	t.Cleanup(func() { desktop.CloseResident(s.resident) })
	s.Staff = mustEnterCode(t, desktop.NewStaff(s.resident, func() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) }))
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	return s
}

// spoken is a WAV file with a tone in it, of so many seconds.
func spoken(seconds int) []byte {
	b := silence(seconds)
	for i := 0; 44+2*i < len(b); i++ {
		binary.LittleEndian.PutUint16(b[44+2*i:], uint16(int16(6000*math.Sin(float64(i)/4))))
	}
	return b
}

// put writes files below a folder.
func put(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func (s *studio) mustImport(t *testing.T, lang, folder string) (desktop.ProgressView, desktop.IntakeView) {
	t.Helper()
	if err := s.Import(lang, folder); err != nil {
		t.Fatal(err)
	}
	p := wait(t, s.Staff)
	v, err := s.Imported()
	if err != nil {
		t.Fatal(err)
	}
	return p, v
}

func (s *studio) mustRecordings(t *testing.T, lang string) desktop.RecordingView {
	t.Helper()
	list, err := s.Recordings()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range list {
		if v.Lang == lang {
			return v
		}
	}
	t.Fatalf("no %s in %+v", lang, list)
	return desktop.RecordingView{}
}

var scriptID = regexp.MustCompile(`<code>([0-9a-f]{8,16})</code>`)

// A commune records: script, import, hear, take out, bring back.
func TestACommuneRecords(t *testing.T) {
	s := mustStudio(t)
	if err := s.SaveScript("tyz", []string{"khai-sinh"}, s.stick); err != nil {
		t.Fatal(err)
	}
	p := wait(t, s.Staff)
	if p.State != "done" || p.File != filepath.Join(s.stick, "thu-am-tieng-tay", "kich-ban-tieng-tay-20261123-080000.html") {
		t.Fatalf("%+v", p)
	}
	html, err := os.ReadFile(p.File)
	if err != nil {
		t.Fatal(err)
	}
	ids := scriptID.FindAllStringSubmatch(string(html), -1)
	if len(ids) < 10 || len(ids) > 200 || !strings.Contains(string(html), "tiếng Tày") {
		t.Fatalf("%d lines", len(ids))
	}
	first, second, old := ids[0][1], ids[1][1], strings.Repeat("0", 16)
	put(t, filepath.Join(s.stick, "thu-am-tieng-tay"), map[string][]byte{
		first + ".wav": spoken(2), "buoi-2/" + second + " lan 2.wav": spoken(1), old + ".wav": spoken(1),
		"khong-ma.wav": spoken(1), second + "-cam.wav": silence(2), second + ".mp3": []byte("ID3"),
	})
	put(t, filepath.Join(s.data, speech.Folder, "tyz"), map[string][]byte{old + ".wav": silence(1)})

	p, v := s.mustImport(t, "tyz", s.stick)
	if p.State != "done" || p.Done != 6 || p.Pages != 6 || v.Taken != 2 {
		t.Errorf("%+v %+v", p, v)
	}
	if got := s.mustRecordings(t, "tyz"); got.Recorded != 2 || got.Own != 3 || len(got.Outdated) != 1 || got.Total < 1000 {
		t.Errorf("%+v", got)
	}
	// Residents are offered the language as soon as they are asked again.
	if voices, err := s.resident.Voices(); err != nil || len(voices.Languages) != 1 || voices.Languages[0].Code != "tyz" {
		t.Errorf("%+v, %v", voices, err)
	}
	clips, err := s.Clips("tyz")
	if err != nil || len(clips) != 3 || clips[0].ID != old || len(clips[0].Texts) != 0 || len(clips[1].Where) == 0 {
		t.Fatalf("%+v, %v", clips, err)
	}
	sounds := desktop.WithSounds(s.resident, http.NotFoundHandler())
	heard := func() int { return fetch(sounds, clips[1].Sound).Code }
	if heard() != http.StatusOK {
		t.Error("not to be heard")
	}

	if err := s.Discard("tyz", []string{clips[1].ID}); err != nil || heard() != http.StatusNotFound {
		t.Errorf("not taken out: %v", err)
	}
	if err := s.Discard("tyz", []string{clips[1].ID}); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("taken out twice: %v", err)
	}
	if err := s.Restore("tyz", []string{clips[1].ID}); err != nil || heard() != http.StatusOK {
		t.Errorf("not brought back: %v", err)
	}
	if err := s.Discard("tyz", []string{old, clips[1].ID}); err != nil {
		t.Error(err)
	}
	if err := s.Lock(); err != nil {
		t.Error(err)
	}
	if _, err := s.Unlock(1, pin); err != nil {
		t.Fatal(err)
	}
	if err := s.Restore("tyz", []string{clips[1].ID}); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("brought back after staff had left: %v", err)
	}
	if got := s.mustRecordings(t, "tyz"); got.Recorded != 1 || got.Own != 1 || len(got.Outdated) != 0 {
		t.Errorf("%+v", got)
	}
	if text := s.log.String(); strings.Contains(text, "khong-ma") || strings.Contains(text, "lan 2") {
		t.Errorf("names of files are in the log: %s", text)
	}
}

func TestRecordingViewsGolden(t *testing.T) {
	s := mustStudioOf(t, frozen)
	texts := []string{"Mở VNeID."}
	for _, lang := range []string{"vi", "tyz"} {
		put(t, filepath.Join(s.data, speech.Folder, lang), map[string][]byte{guide.UnitID(texts) + ".wav": spoken(1)})
	}
	recordings, err := s.Recordings()
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "recordings", recordings)
	clips, err := s.Clips("tyz")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "clips", clips)
	put(t, filepath.Join(s.documents, "thu-am-tieng-mong"), map[string][]byte{guide.UnitID(texts) + ".mp3": []byte("ID3"), "a.wav": spoken(1)})
	_, imported := s.mustImport(t, "hmn", s.documents)
	golden(t, "imported", imported)
}

func TestImportLooksWhereRecordingsAre(t *testing.T) {
	line := func(s *studio) string { return someID(t, s) }
	for name, tt := range map[string]struct {
		files  func(s *studio) (dir string, files map[string][]byte)
		folder func(s *studio) string
		taken  int
		listed int
		says   string
	}{
		"the folder of the language": {
			func(s *studio) (string, map[string][]byte) {
				return s.documents, map[string][]byte{"thu-am-tieng-tay/" + line(s) + ".wav": spoken(1), "khac.wav": spoken(1)}
			}, (*studio).inDocuments, 1, 1, "",
		},
		"on top of the stick, sounds only": {
			func(s *studio) (string, map[string][]byte) {
				return s.stick, map[string][]byte{line(s) + ".wav": spoken(1), "anh.jpg": []byte("x"), ".an.wav": nil, "nhac/a.mp3": []byte("x"), "b.MP3": []byte("x")}
			}, (*studio).onStick, 1, 2, "",
		},
		"another language's folder is not looked at": {
			func(s *studio) (string, map[string][]byte) {
				return s.stick, map[string][]byte{"thu-am-tieng-mong/" + line(s) + ".wav": spoken(1)}
			}, (*studio).onStick, 0, 0, "Chưa thấy thư mục thu-am-tieng-tay trong USB",
		},
		"not on top of Documents": {
			func(s *studio) (string, map[string][]byte) {
				return s.documents, map[string][]byte{line(s) + ".wav": spoken(1)}
			}, (*studio).inDocuments, 0, 0, "Chưa thấy thư mục",
		},
		"an empty folder": {
			func(s *studio) (string, map[string][]byte) {
				return s.stick, map[string][]byte{"thu-am-tieng-tay/kich-ban.html": []byte("x")}
			}, (*studio).onStick, 0, 0, "Chưa thấy tệp thu âm nào",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := mustStudio(t)
			dir, files := tt.files(s)
			put(t, dir, files)
			p, v := s.mustImport(t, "tyz", tt.folder(s))
			if v.Taken != tt.taken || len(v.Files) != tt.listed || (tt.says == "") != (p.State == "done") || !strings.Contains(p.Problem, tt.says) {
				t.Errorf("%+v %+v", p, v)
			}
		})
	}
}

func (s *studio) onStick() string     { return s.stick }
func (s *studio) inDocuments() string { return s.documents }

// someID is the id of a unit that can be recorded.
func someID(t *testing.T, s *studio) string {
	t.Helper()
	if err := s.SaveScript("vi", []string{"vneid"}, s.documents); err != nil {
		t.Fatal(err)
	}
	html, err := os.ReadFile(wait(t, s.Staff).File)
	if err != nil {
		t.Fatal(err)
	}
	return scriptID.FindStringSubmatch(string(html))[1]
}

// A stick that is pulled out loses nothing that was taken, and what is on the
// disk is whole.
func TestTheStickIsPulledOut(t *testing.T) {
	s := mustStudio(t)
	id := someID(t, s)
	files := map[string][]byte{}
	for i := range 300 {
		files[fmt.Sprintf("thu-am-tieng-tay/%s lan %d.wav", id, i)] = spoken(1)
	}
	put(t, s.stick, files)
	if err := s.Import("tyz", s.stick); err != nil {
		t.Fatal(err)
	}
	if err := s.Import("tyz", s.stick); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("two at once: %v", err)
	}
	if err := s.SaveScript("tyz", nil, s.stick); guide.ErrorCode(err) != guide.CodeBusy {
		t.Errorf("two at once: %v", err)
	}
	for {
		p, err := s.Progress()
		if err != nil {
			t.Fatal(err)
		}
		if p.Done >= 3 || p.State != "busy" {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := os.Rename(s.stick, s.stick+"-away"); err != nil {
		t.Fatal(err)
	}
	p := wait(t, s.Staff)
	if p.State != "failed" || !strings.Contains(p.Problem, "Mời cắm lại rồi nhập tiếp") {
		t.Fatalf("%+v", p)
	}
	v, err := s.Imported()
	if err != nil || v.Taken < 3 || v.Taken == len(files) {
		t.Errorf("%d taken, %v", v.Taken, err)
	}
	left, err := os.ReadDir(filepath.Join(s.data, speech.Folder, "tyz"))
	left = slices.DeleteFunc(left, func(e os.DirEntry) bool { return e.Name() == "ids.json" }) // what the clips are of
	if err != nil || len(left) != 1 || !strings.HasPrefix(left[0].Name(), id) {
		t.Errorf("%v, %v", left, err)
	}
	if err := s.Import("tyz", s.stick); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("from a stick that is gone: %v", err)
	}
}

func TestImportStopsWhenAsked(t *testing.T) {
	s := mustStudio(t)
	id := someID(t, s)
	files := map[string][]byte{}
	for i := range 300 {
		files[fmt.Sprintf("thu-am-tieng-tay/%s lan %d.wav", id, i)] = spoken(1)
	}
	put(t, s.stick, files)
	if err := s.Import("tyz", s.stick); err != nil {
		t.Fatal(err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if p := wait(t, s.Staff); p.State != "stopped" {
		t.Errorf("%+v", p)
	}
}

func TestRecordingRefuses(t *testing.T) {
	s := mustStudio(t)
	for name, tt := range map[string]struct {
		call func() error
		code guide.Code
	}{
		"a language that is none":    {func() error { return s.Import("en", s.stick) }, guide.CodeNotFound},
		"a way out of the folder":    {func() error { return s.Discard("../..", []string{"0123456789abcdef"}) }, guide.CodeNotFound},
		"a folder not offered":       {func() error { return s.Import("tyz", s.data) }, guide.CodeNotFound},
		"a script somewhere else":    {func() error { return s.SaveScript("tyz", nil, s.data) }, guide.CodeNotFound},
		"an unknown service":         {func() error { return s.SaveScript("tyz", []string{"../x"}, s.stick) }, guide.CodeNotFound},
		"too many services":          {func() error { return s.SaveScript("tyz", make([]string, 61), s.stick) }, guide.CodeInvalid},
		"a clip that is not there":   {func() error { return s.Discard("tyz", []string{"0123456789abcdef"}) }, guide.CodeNotFound},
		"no clip but a path":         {func() error { return s.Restore("tyz", []string{"../office.db"}) }, guide.CodeNotFound},
		"the clips of no language":   {func() error { _, err := s.Clips("xx"); return err }, guide.CodeNotFound},
		"what is discarded: no lang": {func() error { return s.Discard("removed", []string{"0123456789abcdef"}) }, guide.CodeNotFound},
	} {
		if err := tt.call(); guide.ErrorCode(err) != tt.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v, err := s.Imported(); err != nil || v.Files == nil || v.Lang != "" {
		t.Errorf("%+v, %v", v, err)
	}
}
