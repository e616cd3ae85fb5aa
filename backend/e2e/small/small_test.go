package small

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// noisy is a picture of many colours on white, with one small red sign.
func noisy(t *testing.T) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for y := range 300 {
		for x := range 400 {
			img.Set(x, y, color.White)
			if y > 100 {
				img.Set(x, y, color.RGBA{R: uint8(x), G: uint8(y), B: uint8(x * y), A: 255})
			}
		}
	}
	for y := range 20 {
		for x := range 20 {
			img.Set(x, y, color.RGBA{R: 143, G: 42, B: 42, A: 255})
		}
	}
	file := filepath.Join(t.TempDir(), "in.png")
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := png.Encode(out, img); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWriteKeepsWithinItsLimits(t *testing.T) {
	from := noisy(t)
	for _, c := range []struct {
		most       Limits
		wide, high int
	}{
		{Limits{}, 400, 300},
		{Limits{Width: 200}, 200, 150},
		{Limits{Width: 800}, 400, 300},
		{Limits{Width: 200, Bytes: 15_000}, 200, 150},
	} {
		to := filepath.Join(t.TempDir(), "out.png")
		if err := Write(from, to, c.most); err != nil {
			t.Fatal(err)
		}
		file, err := os.Open(to)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(file)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(to)
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Size(); got != image.Pt(c.wide, c.high) {
			t.Errorf("%+v: %v", c.most, got)
		}
		if _, ok := img.(*image.Paletted); !ok {
			t.Errorf("%+v: %T, want a palette", c.most, img)
		}
		if c.most.Bytes > 0 && info.Size() > int64(c.most.Bytes) {
			t.Errorf("%+v: %d bytes", c.most, info.Size())
		}
		// What is small keeps its colour.
		if r, g, b, _ := img.At(3, 3).RGBA(); distance(color.RGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: 255}, color.RGBA{R: 143, G: 42, B: 42, A: 255}) > 16 {
			t.Errorf("%+v: the sign is %d %d %d", c.most, r>>8, g>>8, b>>8)
		}
	}
}

func TestWriteSaysWhatIsNoPicture(t *testing.T) {
	file := filepath.Join(t.TempDir(), "text.png")
	if err := os.WriteFile(file, []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Write(file, file, Limits{}); err == nil {
		t.Error("a text was taken for a picture")
	}
	if err := Write(filepath.Join(t.TempDir(), "none.png"), file, Limits{}); err == nil {
		t.Error("a missing file was taken for a picture")
	}
}
