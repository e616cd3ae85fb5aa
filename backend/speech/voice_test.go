package speech

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/guide"
)

// mustVoice is the real synthesiser; tests without it are skipped, except
// where everything must be tested.
func mustVoice(t *testing.T) *Voice {
	t.Helper()
	v := FindVoice()
	if v == nil {
		if os.Getenv("CI") != "" {
			t.Fatal("espeak-ng is not installed")
		}
		t.Skip("espeak-ng is not installed")
	}
	return v
}

func TestVoiceSpeaks(t *testing.T) {
	v := mustVoice(t)
	say := "Mời ông bà chạm nút nộp trực tuyến, rồi chờ mười lăm phút."
	var took [2]float64
	for i, slow := range []bool{false, true} {
		wav, err := v.Synthesise(context.Background(), "vi", say, slow)
		if err != nil {
			t.Fatal(err)
		}
		if format, body, err := wavParts(wav); err != nil || len(wav) != wavHeader+len(body) || format.channels != 1 || format.bits != 16 {
			t.Fatalf("%+v, %d of %d bytes, %v", format, len(body), len(wav), err)
		}
		s, err := readWAV(wav, MaxClip)
		if err != nil || math.IsInf(loudness(s.samples, s.rate), -1) || loudness(s.samples, s.rate) < -40 {
			t.Fatalf("silent, or %v", err)
		}
		took[i] = s.seconds()
	}
	// Fourteen syllables: nobody says them in less than two seconds, nor in
	// more than twelve.
	if took[0] < 2 || took[1] > 12 || took[1] < took[0]*1.15 {
		t.Errorf("%.1f s, slowly %.1f s", took[0], took[1])
	}
}

func TestVoiceFails(t *testing.T) {
	if _, err := (*Voice)(nil).Synthesise(context.Background(), "vi", "a", false); err == nil {
		t.Error("no voice spoke")
	}
	if list := (*Voice)(nil).Languages(); len(list) != 0 || list == nil {
		t.Errorf("no voice has %v", list)
	}
	for _, program := range []string{"true", "false", "yes"} { // says nothing, fails, never ends
		path, err := exec.LookPath(program)
		if err != nil {
			continue
		}
		if _, err := NewVoice(path).Synthesise(context.Background(), "vi", "a", false); err == nil {
			t.Errorf("%s spoke", program)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewVoice("x").Synthesise(ctx, "vi", "a", false); err == nil {
		t.Error("spoke after the end")
	}
}

func TestSpeakerTogether(t *testing.T) {
	s := New(Options{Pack: &guide.Pack{}, Voice: mustVoice(t), Log: slog.New(slog.DiscardHandler)})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			spoken, err := s.Speak(context.Background(), Request{Texts: []string{"Một. Hai. Ba.", "Bốn"}, Lang: "vi", Voice: "vi", Synthesise: true})
			if err != nil || len(spoken.Pieces) != 4 {
				t.Errorf("%+v, %v", spoken, err)
			}
			for _, p := range spoken.Pieces {
				if p.Sound == "" || p.Start != 0 || p.End != 0 {
					t.Errorf("%+v", p)
				}
			}
		})
	}
	wg.Wait()
}

func TestCache(t *testing.T) {
	c := newCache(10)
	four := bytes.Repeat([]byte("x"), 4)
	c.put("a", four, c.time())
	c.put("b", four, c.time())
	c.get("a")
	c.put("c", four, c.time()) // b was not used for longest
	for id, want := range map[string]bool{"a": true, "b": false, "c": true, "d": false} {
		if _, ok := c.get(id); ok != want {
			t.Errorf("%s kept: %v", id, ok)
		}
	}
	if c.put("d", make([]byte, 11), c.time()) {
		t.Error("kept what does not fit")
	}
	if !c.put("e", make([]byte, 10), c.time()) || c.room != 0 {
		t.Errorf("room left %d", c.room)
	}
}

// What is written in a language that the voice does not speak is left alone.
func TestVoiceSpeaksItsLanguagesOnly(t *testing.T) {
	for lang, tried := range map[string]bool{"vi": true, "en": true, "tyz": false} {
		var log bytes.Buffer
		s := New(Options{Pack: &guide.Pack{}, Voice: NewVoice("missing"), Log: slog.New(slog.NewTextHandler(&log, nil))})
		spoken, err := s.Speak(context.Background(), Request{Texts: []string{"Slam."}, Lang: lang, Synthesise: true})
		if err != nil || len(spoken.Pieces) != 1 || spoken.Pieces[0].Sound != "" || (log.Len() > 0) != tried {
			t.Errorf("%s: %+v, %v, %s", lang, spoken, err, log.String())
		}
	}
}

func TestWordings(t *testing.T) {
	originals := func(text string) []string {
		return map[string][]string{"yes": {"Có", "Rồi"}, "no": {"Không"}}[text]
	}
	for _, tt := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"a translation", []string{"no"}, "no|Không"},
		{"one of two sentences", []string{"yes", "no"}, "yes no|Có Không|Rồi Không"},
		{"with a telephone number", []string{"no", "1900 0368"}, "no 1900 0368|Không 1900 0368"},
		{"no translation", []string{"Chạm", "nút"}, "Chạm nút"},
	} {
		var got []string
		for _, texts := range (Request{Originals: originals}).wordings(tt.texts) {
			got = append(got, strings.Join(texts, " "))
		}
		if all := strings.Join(got, "|"); all != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, all, tt.want)
		}
	}
	if n := len((Request{Originals: originals}).wordings(slices.Repeat([]string{"yes"}, MaxTexts))); n != 1+maxWordings {
		t.Errorf("%d wordings of many doubtful texts", n)
	}
}

// A damaged recording of the commune does not hide the one of the pack.
func TestDamagedClipGivesWay(t *testing.T) {
	id, good := guide.UnitID([]string{"Mời chờ."}), writeWAV(recording(1, 2, 1, 0.05, 0))
	dir := t.TempDir()
	path := filepath.Join(dir, Folder, "tyz", id+".wav")
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, good[:30], 0o600)); err != nil {
		t.Fatal(err)
	}
	pack := fstest.MapFS{PackFolder + "/tyz/" + id + ".wav": {Data: good}}
	if c, ok := NewClips(dir, pack).read("tyz", id); !ok || len(c.data) != len(good) {
		t.Errorf("%d bytes, %v", len(c.data), ok)
	}
	if c, ok := NewClips(dir, nil).read("tyz", id); !ok || len(c.data) != 30 {
		t.Errorf("the only one, damaged: %d bytes, %v", len(c.data), ok)
	}
}
