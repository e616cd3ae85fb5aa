package maintenance

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

var office = Card{
	Office: "Trung tâm Phục vụ hành chính công xã Hồng Thái", Phone: "0207 000 0000",
	Hours: []string{"Thứ Hai đến thứ Sáu: 7.30–11.30, 13.30–17.00"},
}

func TestACardCrosses(t *testing.T) {
	dir := t.TempDir()
	text, err := office.Text()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, CardName), text, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := ReadCard(dir); !reflect.DeepEqual(got, office) {
		t.Errorf("%+v", got)
	}
}

// The screen is there for when things are broken, the card among them.
func TestABrokenCardSaysLess(t *testing.T) {
	for name, text := range map[string]string{
		"torn": `{"office":"T`, "empty": "", "list": "[]", "numbers": `{"office":1}`, "huge": `{"office":"` + strings.Repeat("x", 20<<10) + `"}`,
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, CardName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := ReadCard(dir); !reflect.DeepEqual(got, Card{}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := ReadCard(t.TempDir()); !reflect.DeepEqual(got, Card{}) {
		t.Errorf("none: %+v", got)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, CardName), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := ReadCard(dir); !reflect.DeepEqual(got, Card{}) {
		t.Errorf("a folder: %+v", got)
	}
}

func TestWordsSayWhatToDo(t *testing.T) {
	w := say(office, 3, 10*time.Minute)
	all := strings.Join(append(append([]string{w.office, w.title, w.other}, w.body...), w.staff...), "\n")
	for _, want := range []string{"đến quầy", office.Phone, office.Hours[0], office.Office, "3 lần", "10 phút", "Enter", "Alt+F4"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing in\n%s", want, all)
		}
	}
	bare := say(Card{}, 3, time.Second)
	if len(bare.body) != 1 || strings.Contains(bare.staff[0], " 0 phút") {
		t.Errorf("%+v", bare)
	}
}

// Everything is on the glass, whatever its size and however much the office has to say.
func TestAllOfItFits(t *testing.T) {
	long := Card{Office: strings.Repeat("Trung tâm ", 11), Phone: "0207 000 0000", Hours: []string{office.Hours[0], office.Hours[0]}}
	for _, size := range []image.Point{{1024, 600}, {1366, 768}, {1920, 1080}, {3840, 2160}, {768, 1366}, {1280, 1024}} {
		for name, card := range map[string]Card{"bare": {}, "office": office, "long": long} {
			img, err := Picture(size.X, size.Y, card, 3, 10*time.Minute)
			if err != nil {
				t.Fatal(err)
			}
			if img.Rect.Size() != size {
				t.Fatalf("%v: %v", size, img.Rect)
			}
			inked := 0
			for y := range size.Y {
				for x := range size.X {
					at := img.RGBAAt(x, y)
					edge := x < size.X/100 || x >= size.X-size.X/100 || y >= size.Y-size.Y/50
					switch {
					case at == paper:
					case edge && at != indigo:
						t.Fatalf("%v, %s: written over the edge at %d, %d", size, name, x, y)
					default:
						inked++
					}
				}
			}
			if inked < size.X*size.Y/50 {
				t.Errorf("%v, %s: next to nothing is written", size, name)
			}
		}
	}
	if img, err := Picture(0, -5, office, 3, time.Minute); err != nil || img.Rect.Dx() < smallest {
		t.Errorf("no glass: %v", err)
	}
}

func TestRowsAsTheSystemTakesThem(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 2, 2))
	img.SetRGBA(1, 1, color.RGBA{1, 2, 3, 255})
	if got := bgrx(img, 1, 1); !reflect.DeepEqual(got, []byte{0, 0, 0, 0, 3, 2, 1, 0}) {
		t.Errorf("%v", got)
	}
}

func TestOnlyASecondRequestCloses(t *testing.T) {
	start := time.Date(2026, 11, 30, 8, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		ms   []int
		want bool
	}{
		"once": {[]int{0}, false}, "twice": {[]int{0, 2000}, true}, "held": {[]int{0, 500, 533, 566, 600, 2000}, true},
		"held for long": {[]int{0, 500, 533, 566, 600}, false}, "too late": {[]int{0, 11_000}, false},
	} {
		var c closer
		got := false
		for _, ms := range tt.ms {
			got = c.asked(start.Add(time.Duration(ms) * time.Millisecond))
		}
		if got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
