package desktop_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

var update = flag.Bool("update", false, "rewrite golden files")

// frozen is a pack that stays as it is, for golden files.
var frozen = os.DirFS("../content/testdata/frozen")

func mustResident(t *testing.T, dir string) *desktop.Resident {
	t.Helper()
	return mustOpen(t, content.Shipped(), dir)
}

func mustOpen(t *testing.T, pack fs.FS, dir string) *desktop.Resident {
	t.Helper()
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.DiscardHandler), Version: "test", Pack: pack, DataDir: dir, Idle: desktop.KioskIdle,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	return r
}

// The pages rely on the exact shape of the views.
func TestViewsGolden(t *testing.T) {
	r := mustOpen(t, frozen, "")
	for name, call := range map[string]func() (any, error){
		"boot":    func() (any, error) { return r.Boot("vi") },
		"topic":   func() (any, error) { return r.Topic("giay-to", "vi") },
		"service": func() (any, error) { return r.Service("1.001193", "en") },
		"ask":     func() (any, error) { return r.Walk("khai-sinh", map[string]string{"paper": "yes"}, "vi", 0) },
		"rehearsal": func() (any, error) {
			view, err := r.Rehearsal("khai-sinh", map[string]string{"paper": "yes", "married": "yes", "who": "parent"}, "vi", 0)
			if len(view.Steps) > 2 {
				view.Steps = view.Steps[:2]
			}
			return view, err
		},
		"voices": func() (any, error) {
			return recorded(t, frozen, "Mở VNeID.").Voices()
		},
		"spoken": func() (any, error) {
			unit := desktop.SpeakView{Texts: []string{`Chạm "Nộp hồ sơ", mã 1.001193.`, "Mời chờ 15 phút. Hỏi 1900 9068."}, Lang: "vi", Voice: "tyz"}
			return r.Speak(unit)
		},
		"spoken_clip": func() (any, error) {
			texts := []string{"Mở VNeID.", "Mời chờ 15 phút."}
			return recorded(t, frozen, texts...).Speak(desktop.SpeakView{Texts: texts, Lang: "vi", Voice: "tyz"})
		},
		"codes":  func() (any, error) { return r.Codes("vneid", "vi") },
		"search": func() (any, error) { return r.Search("giay khai sinh", "en") },
	} {
		got, err := call()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		golden(t, name, got)
	}
}

// golden compares a view with what the pages rely on.
func golden(t *testing.T, name string, got any) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(got); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", "views", name+".json")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs (go test ./backend/desktop -update): %v", file, err)
	}
}

// A step of which one sentence is not translated is shown in Vietnamese whole,
// and says so; its neighbours are in the language asked for.
func TestPartsNotYetTranslatedStayVietnamese(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.Shipped()); err != nil {
		t.Fatal(err)
	}
	edit := func(name, old, new string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), old) {
			t.Fatalf("%s has no %q: %v", name, old, err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	edit("pack.yaml", "languages: [vi, en]", "languages: [vi, en, tyz]\nlanguage_names: {tyz: Tày}")
	lib, report := content.Load(os.DirFS(dir))
	if lib == nil {
		t.Fatal(report.Errors)
	}
	s, err := lib.Pack.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	answers := s.Combinations()[0]
	walk, err := lib.Pack.Walk(s, answers)
	if err != nil {
		t.Fatal(err)
	}
	half, whole := walk.Steps[0], walk.Steps[1]
	if half.Why == "" || half.Say == whole.Say {
		t.Fatal("the first two steps do not serve")
	}
	words := fmt.Sprintf("sentences:\n  %q: A\n", half.Say)
	known := []string{"", half.Say}
	say := func(s string) {
		if !slices.Contains(known, s) {
			known = append(known, s)
			words += fmt.Sprintf("  %q: B\n", s)
		}
	}
	say(whole.Say)
	say(whole.Why)
	say(whole.Helper)
	for _, part := range whole.Screen.Show {
		say(part.Wrong)
	}
	if err := os.WriteFile(filepath.Join(dir, "lang", "tyz.yaml"), []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.DiscardHandler), Version: "test", Pack: os.DirFS(dir), Idle: desktop.KioskIdle,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	view, err := r.Walk("khai-sinh", answers, "tyz", 0)
	if err != nil {
		t.Fatal(err)
	}
	if st := view.Steps[0]; st.Lang != "vi" || st.Say != half.Say || st.Why != half.Why {
		t.Errorf("half translated: %q %q in %q", st.Say, st.Why, st.Lang)
	}
	if st := view.Steps[1]; st.Lang != "" || st.Say != "B" {
		t.Errorf("translated: %q in %q", st.Say, st.Lang)
	}
	if boot, err := r.Boot("vi"); err != nil || len(boot.LanguageNames) != 3 || boot.LanguageNames[2] != (desktop.LanguageView{Code: "tyz", Name: "Tày"}) {
		t.Errorf("%+v, %v", boot.LanguageNames, err)
	}
}

// Every service opens in both languages, walks to its end, and has a verified
// code or says to ask staff.
func TestEveryServiceOpens(t *testing.T) {
	r := mustResident(t, "")
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		for _, lang := range []string{"vi", "en"} {
			view, err := r.Service(s.Key, lang)
			if err != nil {
				t.Fatalf("%s: %v", s.Key, err)
			}
			codes, err := r.Codes(s.Key, lang)
			if err != nil || view.Codes != (len(codes.Codes) > 0) || (len(codes.Codes) == 0) != (codes.Problem != "" || codes.App != "") {
				t.Errorf("%s: %d codes offered %v, problem %q, %v", s.Key, len(codes.Codes), view.Codes, codes.Problem, err)
			}
			if s.Sure == guide.SureUnverified && slices.ContainsFunc(codes.Codes, func(c desktop.CodeView) bool { return c.Link == "android" || c.Link == "ios" }) {
				t.Errorf("%s: a store code for an unverified app", s.Key)
			}
			if s.HasGuide() {
				w, err := r.Walk(s.Key, s.Combinations()[0], lang, 0)
				if err != nil || w.Ask != nil || len(w.Steps) < guide.MinWaySteps {
					t.Errorf("%s: %d steps, %v", s.Key, len(w.Steps), err)
				}
			}
		}
	}
}

// What goes on in an app that is on the phone has no code: there is nothing to
// open, and the phone must not be led to a page that cannot do it.
func TestNothingToOpenHasNoCode(t *testing.T) {
	r := mustResident(t, "")
	codes, err := r.Codes("quen-mat-khau-vneid", "vi")
	if err != nil || codes.App != "VNeID" || len(codes.Codes) != 0 || codes.Problem != "" {
		t.Errorf("%+v, %v; want no code and the app's name", codes, err)
	}
	walk, err := r.Walk("quen-mat-khau-vneid", map[string]string{"what": "password", "sim": "yes"}, "vi", 0)
	if err != nil || !strings.Contains(walk.Handoff, "Quên mật khẩu") || !strings.Contains(walk.Handoff, "Công an") {
		t.Errorf("it goes on so: %q, %v", walk.Handoff, err)
	}
}

func TestUnknownAndHostileInput(t *testing.T) {
	r := mustResident(t, t.TempDir())
	long := strings.Repeat("ữ", 10_000)
	for _, key := range []string{"", "x", "../../etc/passwd", long, "'; DROP TABLE usage_count; --", "\x00"} {
		if _, err := r.Service(key, "vi"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("Service(%.20q): %v", key, err)
		}
		if _, err := r.Topic(key, key); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("Topic(%.20q): %v", key, err)
		}
		if _, err := r.Boot(key); err != nil {
			t.Errorf("Boot in language %.20q: %v", key, err)
		}
		if _, err := r.Walk("khai-sinh", map[string]string{key: key}, "vi", 0); err != nil {
			t.Errorf("Walk with a strange answer: %v", err)
		}
		if err := r.Count("", "stopped", key, "vi"); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("Count of a step of nothing (%.20q): %v", key, err)
		}
		for _, service := range []string{"khai-sinh", ""} {
			if err := r.Count(service, "staff_called", "", key); guide.ErrorCode(err) != guide.CodeInvalid {
				t.Errorf("Count in language %.20q: %v", key, err)
			}
		}
		if err := r.Count("khai-sinh", "left", key, "vi"); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("Count(%.20q): %v", key, err)
		}
	}
}

// What a page asks for is in no log, whatever becomes of it.
func TestWhatIsAskedForIsNotLogged(t *testing.T) {
	var log bytes.Buffer
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.NewTextHandler(&log, nil)), Version: "test", Pack: frozen, DataDir: t.TempDir(), Idle: desktop.KioskIdle,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	const name = "bi-mat-012345678901"
	for method, call := range map[string]func() error{
		"Topic":     func() error { _, err := r.Topic(name, name); return err },
		"Service":   func() error { _, err := r.Service(name, name); return err },
		"Walk":      func() error { _, err := r.Walk(name, map[string]string{name: name}, name, 0); return err },
		"Rehearsal": func() error { _, err := r.Rehearsal(name, map[string]string{name: name}, name, 0); return err },
		"Codes":     func() error { _, err := r.Codes(name, name); return err },
		"Entry":     func() error { _, err := r.Entry(name, name); return err },
		"Count":     func() error { return r.Count(name, name, name, name) },
		"Slip":      func() error { return r.Slip(name, map[string]string{name: name}, name) },
		"Speak": func() error {
			_, err := r.Speak(desktop.SpeakView{Texts: []string{strings.Repeat(name, 1000)}})
			return err
		},
	} {
		if err := call(); guide.Message(err) == "" {
			t.Errorf("%s: %v", method, err)
		}
		if !strings.Contains(log.String(), "method="+method) {
			t.Errorf("%s failed and is not in the log", method)
		}
	}
	if strings.Contains(log.String(), name) {
		t.Errorf("what was asked for is in the log: %s", log.String())
	}
}

func TestCountsReachTheDatabase(t *testing.T) {
	dir := t.TempDir()
	r := mustResident(t, dir)
	for range 3 {
		if err := r.Count("khai-sinh", "code_shown", "", "vi"); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Count("", "staff_called", "", "en"); err != nil {
		t.Fatal(err)
	}
	// It has the shape of a language, and the pack has no word of it.
	for _, service := range []string{"khai-sinh", ""} {
		if err := r.Count(service, "staff_called", "", "fr"); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("counted for %q in a language that the pack has not: %v", service, err)
		}
	}
	db, err := sqlite.Open(context.Background(), dir, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	counts, err := db.Counts(context.Background(), "2000-01-01", "2999-12-31")
	if err != nil || len(counts) != 2 {
		t.Fatalf("%v, %v", counts, err)
	}
	for _, c := range counts {
		if want := map[string]int{"khai-sinh": 3, "kiosk": 1}[c.Service]; c.N != want {
			t.Errorf("%+v, want %d", c, want)
		}
	}
}

func TestUnusableFolderCostsOnlyTheCounts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := mustResident(t, filepath.Join(file, "below"))
	boot, err := r.Boot("vi")
	if err != nil || boot.Notice == "" || len(boot.Topics) == 0 {
		t.Errorf("notice %q, %d topics, %v", boot.Notice, len(boot.Topics), err)
	}
	if err := r.Count("khai-sinh", "opened", "", "vi"); err != nil {
		t.Errorf("a lost count reached the resident: %v", err)
	}
}

func TestOfficeSettings(t *testing.T) {
	dir := t.TempDir()
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, content.OfficeName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("name: Trung tâm\nphone: \"0207 000 0000\"\n")
	if boot, err := mustResident(t, dir).Boot("vi"); err != nil || boot.Office.Name != "Trung tâm" || boot.Office.DPI != 96 || boot.Notice != "" {
		t.Errorf("%+v, %v", boot.Office, err)
	}
	write("name: Trung tâm\ndpi: 30\n")
	if boot, err := mustResident(t, dir).Boot("vi"); err != nil || boot.Office.DPI != 72 || boot.Notice != "" {
		t.Errorf("on a coarse screen a code has too few pixels: %+v, %v", boot.Office, err)
	}
	write("nam: sai\n")
	if boot, err := mustResident(t, dir).Boot("vi"); err != nil || !strings.Contains(boot.Notice, "office.yaml:1") {
		t.Errorf("notice %q, %v", boot.Notice, err)
	}
}

func TestBrokenPackSaysSo(t *testing.T) {
	r := desktop.NewResident(desktop.ResidentOptions{Log: slog.New(slog.DiscardHandler), Pack: fstest.MapFS{}})
	if _, err := r.Boot("vi"); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("err = %v", err)
	}
}

func TestPanicBecomesAnError(t *testing.T) {
	var log bytes.Buffer
	err := desktop.GuardPanic(slog.New(slog.NewTextHandler(&log, nil)))
	if guide.ErrorCode(err) != guide.CodeInternal || guide.Message(err) == "" {
		t.Errorf("err = %v", err)
	}
	if !strings.Contains(log.String(), "boom") || !strings.Contains(log.String(), "resident_test.go") && !strings.Contains(log.String(), "export_test.go") {
		t.Errorf("the log lacks cause or place: %s", log.String())
	}
}

func TestFormatError(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{guide.Wrap(errors.New("cause"), guide.CodeStorage, "Không ghi được."), `{"code":"storage","message":"Không ghi được."}`},
		{errors.New("secret cause"), `{"code":"internal","message":"Máy gặp lỗi. Mời ông bà gọi cán bộ."}`},
	} {
		if got := desktop.FormatError(tt.err); got != tt.want {
			t.Errorf("%v, want %s", got, tt.want)
		}
	}
}
