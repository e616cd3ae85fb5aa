package desktop_test

import (
	"encoding/binary"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/webview"
)

// recorded makes a resident whose commune has one clip in Tày.
func recorded(t *testing.T, pack fs.FS, texts ...string) *desktop.Resident {
	t.Helper()
	dir := t.TempDir()
	folder := filepath.Join(dir, speech.Folder, "tyz")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, guide.UnitID(texts)+".wav"), silence(9), 0o600); err != nil {
		t.Fatal(err)
	}
	return mustOpen(t, pack, dir)
}

// silence is a WAV file of so many seconds.
func silence(seconds int) []byte {
	const rate = 8000
	b := make([]byte, 44+2*rate*seconds)
	copy(b, "RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00")
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	binary.LittleEndian.PutUint32(b[24:], rate)
	binary.LittleEndian.PutUint32(b[28:], 2*rate)
	copy(b[32:], "\x02\x00\x10\x00data")
	binary.LittleEndian.PutUint32(b[40:], uint32(len(b)-44))
	return b
}

func fetch(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestSpeakAndFetch(t *testing.T) {
	texts := []string{"Mở VNeID. Chạm nút đỏ.", "Mời chờ 15 phút"}
	r := recorded(t, content.Shipped(), texts...)
	handler := webview.Headers(desktop.WithSounds(r, http.NotFoundHandler()))
	spoken, err := r.Speak(desktop.SpeakView{Texts: texts, Lang: "vi", Voice: "tyz", Synth: true})
	if err != nil || len(spoken.Pieces) != 3 || spoken.Missing != "" {
		t.Fatalf("%+v, %v", spoken, err)
	}
	first, last := spoken.Pieces[0], spoken.Pieces[2]
	if first.Start != 0 || last.End < 8.999 || last.End > 9.001 || first.Sound != last.Sound || first.Lang != "tyz" || first.End != spoken.Pieces[1].Start {
		t.Errorf("%+v", spoken.Pieces)
	}
	w := fetch(handler, first.Sound)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "audio/wav" || w.Header().Get("Cache-Control") != "no-store" ||
		w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Body.Len() != len(silence(9)) {
		t.Errorf("%s: %d %v, %d bytes", first.Sound, w.Code, w.Header(), w.Body.Len())
	}
	for _, path := range []string{
		"/sound/", "/sound/x", "/sound/0123456789abcdef", "/sound/tyz-0123456789abcdef", "/sound/../office.db",
		"/sound/tyz-" + strings.Repeat("0", 17), "/sound/" + strings.ToUpper(first.Sound[len("/sound/"):]), first.Sound + "/", "/sound//" + first.Sound[len("/sound/"):],
	} {
		if w := fetch(handler, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestSpeakFallsBackAndSaysSo(t *testing.T) {
	r := recorded(t, content.Shipped(), "Mở VNeID.")
	for _, tt := range []struct {
		unit desktop.SpeakView
		want string // what is missing, and the name of the language
		lang string // of the last piece
	}{
		{desktop.SpeakView{Texts: []string{"Chạm nút."}, Lang: "vi", Voice: "tyz"}, "all tiếng Tày", "vi"},
		{desktop.SpeakView{Texts: []string{"Touch."}, Lang: "en", Voice: "tyz"}, "all Tày", "en"},
		{desktop.SpeakView{Texts: []string{"Mở VNeID.", "Mời chờ."}, Lang: "vi", Voice: "tyz"}, "part tiếng Tày", "vi"},
		{desktop.SpeakView{Texts: []string{"Mở VNeID."}, Lang: "vi", Voice: "tyz"}, " tiếng Tày", "tyz"},
		{desktop.SpeakView{Texts: []string{"Mở VNeID."}, Lang: "vi", Voice: "vi"}, " ", "vi"},
		{desktop.SpeakView{Texts: []string{"Mở VNeID."}, Lang: "zz", Voice: "../x"}, " ", "vi"},
	} {
		spoken, err := r.Speak(tt.unit)
		if err != nil || spoken.Missing+" "+spoken.Name != tt.want || len(spoken.Pieces) == 0 || spoken.Pieces[len(spoken.Pieces)-1].Lang != tt.lang {
			t.Errorf("%+v: %+v, %v", tt.unit, spoken, err)
		}
	}
	voices, err := r.Voices()
	if err != nil || len(voices.Languages) != 1 || voices.Languages[0].Name != "tiếng Tày" || len(voices.Synth) != 0 {
		t.Errorf("%+v, %v", voices, err)
	}
}

// What stands on the button of a spoken language is for its speakers to say,
// at every office anew.
func TestTheOfficeNamesASpokenLanguage(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, speech.Folder, "tyz")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		filepath.Join(folder, guide.UnitID([]string{"Mở VNeID."})+".wav"): silence(1),
		filepath.Join(dir, content.OfficeName):                            []byte("language_names: {tyz: Thử, hmn: Khác}\n"),
	} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	voices, err := mustOpen(t, frozen, dir).Voices()
	if want := []desktop.VoiceLanguage{{Code: "tyz", Name: "Thử"}}; err != nil || !slices.Equal(voices.Languages, want) {
		t.Errorf("%+v, %v, want %+v", voices.Languages, err, want)
	}
}

// Spoken languages are recorded by the Vietnamese words, and are heard on an
// English screen, too.
func TestSpeakFindsClipsOfTranslatedWords(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	units, en := speech.Units(lib.Pack, nil), lib.Translator("en")
	i := slices.IndexFunc(units, func(u speech.Unit) bool {
		return len(u.Texts) == 2 && en(u.Texts[0]) != u.Texts[0] && en(u.Texts[1]) != u.Texts[1]
	})
	if i < 0 {
		t.Fatal("no translated unit of two texts")
	}
	vi := units[i].Texts
	unit := desktop.SpeakView{Texts: []string{en(vi[0]), en(vi[1])}, Lang: "en", Voice: "tyz"}
	for _, tt := range []struct {
		name, missing string
		clip          []string
		langs         string // of the first piece and the last
	}{
		{"whole unit", "", vi, "tyz tyz"},
		{"one text", "part", vi[1:], "en tyz"},
		{"its own words", "", unit.Texts, "tyz tyz"},
		{"other words", "all", []string{"Mở VNeID."}, "en en"},
	} {
		spoken, err := recorded(t, content.Shipped(), tt.clip...).Speak(unit)
		if err != nil || len(spoken.Pieces) < 2 {
			t.Fatalf("%s: %+v, %v", tt.name, spoken, err)
		}
		first, last := spoken.Pieces[0], spoken.Pieces[len(spoken.Pieces)-1]
		if langs := first.Lang + " " + last.Lang; langs != tt.langs || spoken.Missing != tt.missing || spoken.Name != "Tày" {
			t.Errorf("%s: heard in %s, %q", tt.name, langs, spoken.Missing)
		}
		if runes := utf16.Encode([]rune(unit.Texts[1])); last.To > len(runes) {
			t.Errorf("%s: marks letters to %d of %d", tt.name, last.To, len(runes))
		}
	}
}

func TestSpeakRefusesTooMuch(t *testing.T) {
	r := mustResident(t, "")
	for _, texts := range [][]string{nil, {strings.Repeat("ữ", speech.MaxLetters+1)}, make([]string, speech.MaxTexts+1)} {
		if _, err := r.Speak(desktop.SpeakView{Texts: texts, Lang: "vi", Voice: "vi"}); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%d texts: %v", len(texts), err)
		}
	}
}

// A voice that does not work leaves the sentences to the page, and the log
// does not tell what was to be said.
func TestBrokenVoiceIsSilent(t *testing.T) {
	var log strings.Builder
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.NewTextHandler(&log, nil)), Pack: content.Shipped(),
		Voice: func() *speech.Voice { return speech.NewVoice(filepath.Join(t.TempDir(), "missing")) },
	})
	spoken, err := r.Speak(desktop.SpeakView{Texts: []string{"Mời chờ."}, Lang: "vi", Voice: "vi", Synth: true})
	if err != nil || len(spoken.Pieces) != 1 || spoken.Pieces[0].Sound != "" {
		t.Errorf("%+v, %v", spoken, err)
	}
	if text := log.String(); !strings.Contains(text, "not synthesised") || strings.Contains(text, "chờ") {
		t.Errorf("log: %s", text)
	}
}

// The synthesiser's sound is fetched like a clip, and is gone when the program is.
func TestSpeakSynthesises(t *testing.T) {
	if speech.FindVoice() == nil {
		if os.Getenv("CI") != "" {
			t.Fatal("espeak-ng is not installed")
		}
		t.Skip("espeak-ng is not installed")
	}
	dir := t.TempDir()
	r := desktop.NewResident(desktop.ResidentOptions{
		Log: slog.New(slog.DiscardHandler), Pack: content.Shipped(), DataDir: dir, Voice: speech.FindVoice,
	})
	t.Cleanup(func() { desktop.CloseResident(r) })
	voices, err := r.Voices()
	if err != nil || strings.Join(voices.Synth, " ") != "vi en" {
		t.Errorf("%+v, %v", voices, err)
	}
	handler := desktop.WithSounds(r, http.NotFoundHandler())
	unit := desktop.SpeakView{Texts: []string{"Mở VNeID. Chờ 15 phút."}, Lang: "vi", Voice: "tyz", Synth: true}
	sounds := map[string]bool{}
	for _, slow := range []bool{false, true, true} {
		unit.Slow = slow
		spoken, err := r.Speak(unit)
		if err != nil || len(spoken.Pieces) != 2 || spoken.Missing != "all" {
			t.Fatalf("%+v, %v", spoken, err)
		}
		for _, p := range spoken.Pieces {
			w := fetch(handler, p.Sound)
			if p.Start != 0 || p.End != 0 || p.Lang != "vi" || w.Code != http.StatusOK || w.Body.Len() < 10_000 || w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%+v: %d, %d bytes", p, w.Code, w.Body.Len())
			}
			sounds[p.Sound] = true
		}
	}
	if len(sounds) != 4 { // two sentences at two speeds
		t.Errorf("%v", sounds)
	}
	unit.Synth = false
	if spoken, err := r.Speak(unit); err != nil || spoken.Pieces[0].Sound != "" {
		t.Errorf("synthesised unasked: %+v, %v", spoken, err)
	}
	if _, err := os.Stat(filepath.Join(dir, speech.Folder)); err == nil {
		t.Error("sound was kept on the disk")
	}
}
