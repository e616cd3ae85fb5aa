package damage

import (
	"bytes"
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/makiuchi-d/gozxing"
	zxingqr "github.com/makiuchi-d/gozxing/qrcode"

	"tungbuoc/backend/qr"
)

const address = "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc=1.001193"

// drawn is a code as a printer of 300 dpi draws it with modules of dots, on
// white paper.
func drawn(t *testing.T, text string, dots int) Picture {
	t.Helper()
	symbol, err := qr.Encode(text, qr.Q)
	if err != nil {
		t.Fatal(err)
	}
	edge := (qr.QuietZone + around) * dots
	side := symbol.Size()*dots + 2*edge
	const perMM = 300 / inch
	p := Picture{Gray: image.NewGray(image.Rect(0, 0, side, side)), PerMM: perMM, Module: float64(dots) / perMM, Away: handHeld,
		Symbol: image.Rect(edge, edge, side-edge, side-edge)}
	p = p.blank()
	for y := range symbol.Size() {
		for x := range symbol.Size() {
			if symbol.Black(x, y) {
				p.fill(image.Rect(edge+x*dots, edge+y*dots, edge+(x+1)*dots, edge+(y+1)*dots), 0)
			}
		}
	}
	return p
}

// read decodes with the library that checks every code before it is shown.
func read(p Picture) []string {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(p.Gray)
	if err != nil {
		return nil
	}
	result, err := zxingqr.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		return nil
	}
	return []string{result.GetText()}
}

func TestCleanIsReadAndControlsAreNot(t *testing.T) {
	for _, dots := range []int{8, 13, 17} { // a4x8, a5, a4
		p := drawn(t, address, dots)
		if !Right(read(p.seen()), address) {
			t.Errorf("%d dots: a clean code is not read", dots)
		}
		for _, c := range Controls {
			if found := read(c.Apply(p).seen()); found != nil {
				t.Errorf("%d dots, %s: read %v", dots, c.Name, found)
			}
		}
	}
	if other := read(drawn(t, address+"0", 8).seen()); other == nil || Right(other, address) {
		t.Errorf("another address counts as %v", other)
	}
	if Right(nil, address) || Right([]string{address, "x"}, address) || !Right([]string{address}, address) {
		t.Error("what counts as right")
	}
}

func TestDamageFollowsItsSeed(t *testing.T) {
	p := drawn(t, address, 8)
	before := bytes.Clone(p.Pix)
	chanceless := map[string]bool{"blur": true, "jpeg": true}
	for _, k := range Kinds {
		for _, l := range Levels {
			once, again := k.Apply(p, l, 1, 2), k.Apply(p, l, 1, 2)
			differ := false
			for number := range uint64(6) { // "far" has few places for its grid
				differ = differ || !bytes.Equal(once.Pix, k.Apply(p, l, 1, 3+number).Pix)
			}
			if !bytes.Equal(once.Pix, again.Pix) || once.Rect != again.Rect {
				t.Errorf("%s %s: two pictures of one seed", k.Name, l)
			}
			if differ == chanceless[k.Name] {
				t.Errorf("%s %s: the seed does not decide", k.Name, l)
			}
			if bytes.Equal(once.Pix, p.seen().Pix) {
				t.Errorf("%s %s: nothing is damaged", k.Name, l)
			}
			if k.Says[l] == "" || k.Why == "" {
				t.Errorf("%s %s says nothing", k.Name, l)
			}
			if !bytes.Equal(p.Pix, before) {
				t.Fatalf("%s %s changed the picture it was given", k.Name, l)
			}
		}
	}
}

// The parameters mean what the table says.
func TestUnits(t *testing.T) {
	black := drawn(t, address, 17)
	black.fill(black.Rect, 0)
	chance := rand.New(rand.NewPCG(1, 2))
	mean := func(p Picture, r image.Rectangle) float64 {
		sum := 0.0
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				sum += float64(p.Pix[y*p.Stride+x])
			}
		}
		return sum / white / float64(r.Dx()*r.Dy())
	}
	near := func(name string, got, want, off float64) {
		t.Helper()
		if math.Abs(got-want) > off {
			t.Errorf("%s: %.3f, want %.3f", name, got, want)
		}
	}
	// 12 % everywhere, and 36 % in the stripe.
	width := float64(black.Rect.Dx()) / black.PerMM
	near("ink lost", mean(loseToner(toner{0.12, 0.2, 4})(black, chance), black.Rect), 0.12+0.24*4/width, 0.015)
	// A line of 0.5 mm through all of the picture.
	near("fold", mean(folded(fold{1, 0.5, 0})(black, chance), black.Rect), 0.5/width, 0.001)
	// The spot of 9 mm is white, and twice as far out a tenth is left.
	spot := glare(9)(black, chance)
	full := 0
	for _, v := range spot.Pix {
		if v == white {
			full++
		}
	}
	if d := 2 * math.Sqrt(float64(full)/math.Pi) / spot.PerMM; d > 9.2 {
		t.Errorf("glare of %.1f mm", d)
	}
	// A blur keeps the light and spreads an edge by its σ: 84 % one σ away.
	edge := black.copy()
	middle := edge.Rect.Dx() / 2
	edge.fill(image.Rect(middle, 0, edge.Rect.Dx(), edge.Rect.Dy()), white)
	const sigma = 1.0 // mm
	soft := edge.blurred(sigma)
	near("blur", float64(soft.Pix[soft.Stride*100+middle+int(sigma*soft.PerMM)])/white, 0.841, 0.02)
	if got := far(3)(edge, chance); math.Abs(got.PerMM*got.Module-3) > 1e-9 {
		t.Errorf("far: %.2f pixels a module", got.PerMM*got.Module)
	}
	grey := fade(contrast{0.4, 0})(edge, chance)
	h := grey.Rect.Dy()
	near("contrast", mean(grey, image.Rect(grey.Rect.Dx()*3/4, 0, grey.Rect.Dx(), h))-mean(grey, image.Rect(0, 0, grey.Rect.Dx()/4, h)), 0.4, 0.005)
}

func TestPGM(t *testing.T) {
	back, err := readPGM([]byte("P5\n3 2\n255\n\x01\x02\x03\x04\x05\x06"))
	if err != nil || back.Rect != image.Rect(0, 0, 3, 2) || back.GrayAt(2, 1).Y != 6 {
		t.Errorf("%v %v", back, err)
	}
	for _, bad := range []string{"", "P5\n3 2\n255\nabc", "P6\n1 1\n255\nabc", "P5\n1 1\n65535\nab"} {
		if _, err := readPGM([]byte(bad)); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
