package qr_test

import (
	"bytes"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test ./backend/qr -update): %v", file, err)
	}
}

func TestGolden(t *testing.T) {
	s := mustEncode(t, page, qr.Q)
	data, err := s.PNG(300)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "birth.png", data)
	golden(t, "birth.svg", s.SVG(`Mã QR mở dichvucong.gov.vn <&">`))
	var pdf bytes.Buffer
	if err := s.PDF(&pdf, 50, page); err != nil {
		t.Fatal(err)
	}
	golden(t, "birth.pdf", pdf.Bytes())
}

// A phone's decoder of another family than the one used for verification must
// read what leaves the package.
func TestReadByZbar(t *testing.T) {
	if _, err := exec.LookPath("zbarimg"); err != nil {
		t.Skip("zbarimg is not installed")
	}
	dir := t.TempDir()
	for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
		for _, px := range []int{113, 200, 333, 1024} {
			data, err := mustEncode(t, page, level).PNG(px)
			if guide.ErrorCode(err) == guide.CodeInvalid && px < 130 {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(dir, "code.png")
			if err := os.WriteFile(file, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if got := zbar(t, file); got != page {
				t.Errorf("level %s at %d px reads %q", level, px, got)
			}
		}
	}
}

func TestPDFReadByZbar(t *testing.T) {
	for _, tool := range []string{"zbarimg", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	dir := t.TempDir()
	var b bytes.Buffer
	if err := mustEncode(t, page, qr.Q).PDF(&b, 40, page); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "code.pdf")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "page")
	if msg, err := exec.Command("pdftoppm", "-r", "150", "-png", "-singlefile", file, out).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, msg)
	}
	if got := zbar(t, out+".png"); got != page {
		t.Errorf("the printed page reads %q", got)
	}
}

func zbar(t *testing.T, file string) string {
	t.Helper()
	out, err := exec.Command("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file).Output()
	if err != nil {
		t.Errorf("zbarimg: %v", err)
	}
	return strings.TrimSpace(string(out))
}

func TestQuietZoneIsWhite(t *testing.T) {
	s := mustEncode(t, page, qr.Q)
	for _, px := range []int{2 * (s.Size() + 8), 301, 1000} {
		data, err := s.PNG(px)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds().Dx() != px || img.Bounds().Dy() != px {
			t.Errorf("picture is %v, want %d square", img.Bounds(), px)
		}
		border := qr.QuietZone * (px / (s.Size() + 2*qr.QuietZone))
		for y := range px {
			for x := range px {
				if x >= border && x < px-border && y >= border && y < px-border {
					continue
				}
				if r, _, _, _ := img.At(x, y).RGBA(); r != 0xffff {
					t.Fatalf("%d px: quiet zone is not white at %d,%d", px, x, y)
				}
			}
		}
	}
}

func TestSizesRefused(t *testing.T) {
	s := mustEncode(t, page, qr.Q)
	smallest := 2 * (s.Size() + 2*qr.QuietZone)
	for _, px := range []int{math.MinInt, -300, 0, 60, smallest - 1, 8193, math.MaxInt} {
		if data, err := s.PNG(px); data != nil || guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%d px: err = %v", px, err)
		}
	}
	if _, err := s.PNG(smallest); err != nil {
		t.Errorf("%d px: %v", smallest, err)
	}
	for _, mm := range []float64{-5, 0, 5081, math.NaN(), math.Inf(1)} {
		if err := s.PDF(io.Discard, mm, page); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%g mm: err = %v", mm, err)
		}
	}
}

func TestPDFPageSize(t *testing.T) {
	box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]`)
	for _, mm := range []float64{25.4, 50, 297} {
		var b bytes.Buffer
		if err := mustEncode(t, page, qr.Q).PDF(&b, mm, page); err != nil {
			t.Fatal(err)
		}
		found := box.FindAllSubmatch(b.Bytes(), -1)
		if len(found) != 1 {
			t.Fatalf("%g mm: %d pages' boxes, want one", mm, len(found))
		}
		for _, side := range found[0][1:] {
			points, err := strconv.ParseFloat(string(side), 64)
			if err != nil || math.Abs(points-mm*72/25.4) > 0.01 {
				t.Errorf("%g mm: page of %s points", mm, side)
			}
		}
	}
}

// The path alone, filled by the rules of SVG, gives back every module.
func TestPathIsTheSymbol(t *testing.T) {
	s := mustEncode(t, page, qr.Q)
	run := regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)
	path := s.Path()
	if rest := run.ReplaceAllString(path, ""); rest != "" {
		t.Fatalf("path has other commands: %q", rest)
	}
	black := map[[2]int]bool{}
	for _, m := range run.FindAllStringSubmatch(path, -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1]) // digits, by the expression
		}
		if n[2] != n[3] {
			t.Errorf("%s does not return to its start", m[0])
		}
		for x := range n[2] {
			black[[2]int{n[0] + x, n[1]}] = true
		}
	}
	side := s.Size() + 2*qr.QuietZone
	for y := range side {
		for x := range side {
			if black[[2]int{x, y}] != s.Black(x-qr.QuietZone, y-qr.QuietZone) {
				t.Errorf("module %d,%d differs", x, y)
			}
		}
	}
}
