package desktop_test

import (
	"fmt"
	"image"
	"image/draw"
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	zxing "github.com/makiuchi-d/gozxing/qrcode"

	"tungbuoc/backend/desktop"
)

// Who has never scanned tries a code that opens nothing, and is told what their
// phone shows of it.
func TestTrialIsPlainWordsWithAPictureForEachPhone(t *testing.T) {
	r := mustResident(t, "") // without the office's data, too
	for lang, want := range map[string]string{"vi": "Bà con quét đúng rồi", "en": "You scanned it right"} {
		view, err := r.Trial(lang)
		if err != nil || view.Code.Host != want || view.Code.URL != "" {
			t.Fatalf("%s: %+v, %v", lang, view, err)
		}
		if got := readPath(t, view.Code); got != want {
			t.Errorf("%s: the code on the glass says %q", lang, got)
		}
		var phones []string
		for _, p := range view.Phones {
			phones = append(phones, p.Phone)
			if !strings.HasPrefix(p.Picture, "<svg") {
				t.Errorf("%s has no picture: %.20q", p.Phone, p.Picture)
			}
		}
		if want := []string{"android", "samsung", "iphone", "zalo"}; !slices.Equal(phones, want) {
			t.Errorf("phones are %q, want %q", phones, want)
		}
	}
}

// readPath reads a code as the window draws it.
func readPath(t *testing.T, code desktop.CodeView) string {
	t.Helper()
	const px = 6
	img := image.NewGray(image.Rect(0, 0, code.Size*px, code.Size*px))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, run := range strings.Split(strings.TrimSuffix(code.Path, "z"), "z") {
		var x, y, length, back int
		if _, err := fmt.Sscanf(run, "M%d %dh%dv1h-%d", &x, &y, &length, &back); err != nil || back != length {
			t.Fatalf("run %q: %v", run, err)
		}
		draw.Draw(img, image.Rect(x*px, y*px, (x+length)*px, (y+1)*px), image.Black, image.Point{}, draw.Src)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		t.Fatal(err)
	}
	read, err := zxing.NewQRCodeReader().DecodeWithoutHints(bitmap)
	if err != nil {
		t.Fatal(err)
	}
	return read.GetText()
}
