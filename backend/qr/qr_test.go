package qr_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

var update = flag.Bool("update", false, "rewrite golden files")

const page = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"

func mustEncode(t testing.TB, text string, level qr.Level) *qr.Symbol {
	t.Helper()
	s, err := qr.Encode(text, level)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

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

func TestPNGRefusesTooSmall(t *testing.T) {
	if _, err := mustEncode(t, page, qr.Q).PNG(60); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("err = %v", err)
	}
}

func TestLevelFor(t *testing.T) {
	long := page + strings.Repeat("?x=0123456789abcdef", 5)
	for _, tt := range []struct {
		text string
		mm   float64
		want qr.Level
	}{
		{page, 90, qr.Q}, {page, 27, qr.Q}, {page, 25, qr.M}, {"https://vneid.gov.vn", 25, qr.Q}, {long, 34, qr.M}, {long, 90, qr.Q},
	} {
		if got := qr.LevelFor(tt.text, tt.mm); got != tt.want {
			t.Errorf("LevelFor(%d letters, %.0f mm) = %s, want %s", len(tt.text), tt.mm, got, tt.want)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		text  string
		level qr.Level
	}{
		"empty": {"", qr.Q}, "too long": {strings.Repeat("a", guide.MaxURLLength+1), qr.Q}, "no level": {page, 0}, "unknown level": {page, 9},
	} {
		if s, err := qr.Encode(tt.text, tt.level); s != nil || guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v, %v", name, s, err)
		}
	}
}

func TestUnverifiedIsNeverGivenOut(t *testing.T) {
	const text = "https://dichvucong.gov.vn/only-here"
	restore := qr.FailVerification(errors.New("smudged"))
	s, err := qr.Encode(text, qr.Q)
	restore()
	if s != nil || guide.ErrorCode(err) != guide.CodeUnverified {
		t.Fatalf("%v, %v", s, err)
	}
	if _, err := qr.Encode(text, qr.Q); err != nil {
		t.Errorf("the failure was cached: %v", err)
	}
}

func TestForLinkRefusesUnofficial(t *testing.T) {
	hosts := []guide.Host{{Host: "dichvucong.gov.vn", Name: "Cổng"}}
	if _, h, err := qr.ForLink(guide.Link{URL: page}, hosts, 90); err != nil || h.Name != "Cổng" {
		t.Errorf("%v, %v", h, err)
	}
	_, _, err := qr.ForLink(guide.Link{URL: "https://dichvucong.gov.vn.evil.example/"}, hosts, 90)
	if guide.ErrorCode(err) != guide.CodeUnofficial {
		t.Errorf("err = %v", err)
	}
}

// Portal pages differ only in their id: two hundred random ones all verify.
func TestPortalPagesVerify(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		id := fmt.Sprintf("%08x-%04x-7%03x-%04x-%012x", random.Uint32(), random.Uint32N(1<<16), random.Uint32N(1<<12), random.Uint32N(1<<16), random.Uint64N(1<<48))
		mustEncode(t, "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"+id, qr.Q)
	}
}

func TestSharedBetweenGoroutines(t *testing.T) {
	qr.EmptyCache()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			s, err := qr.Encode(page, qr.H)
			if err != nil || len(s.Path()) == 0 {
				t.Errorf("%v", err)
			}
		})
	}
	wg.Wait()
}

func FuzzEncode(f *testing.F) {
	for _, s := range []string{page, "", "a", "1234567890", "Xin chào", "\x00\xff", "https://x/\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := qr.Encode(text, qr.M)
		if err != nil {
			return // refused, or not verified and so not given out
		}
		if s.Text() != text {
			t.Errorf("text = %q, want %q", s.Text(), text)
		}
		if !utf8.ValidString(text) {
			return
		}
		if err := xml.Unmarshal(s.SVG(text), new(struct{})); err != nil {
			t.Errorf("svg: %v", err)
		}
	})
}

func BenchmarkEncodeCold(b *testing.B) {
	for b.Loop() {
		qr.EmptyCache()
		if _, err := qr.Encode(page, qr.Q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeCached(b *testing.B) {
	for b.Loop() {
		if _, err := qr.Encode(page, qr.Q); err != nil {
			b.Fatal(err)
		}
	}
}
