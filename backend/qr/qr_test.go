package qr_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/makiuchi-d/gozxing"
	zxing "github.com/makiuchi-d/gozxing/qrcode"

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

func TestLevelFor(t *testing.T) {
	long := page + strings.Repeat("?x=0123456789abcdef", 5)
	for _, tt := range []struct {
		text string
		mm   float64
		want qr.Level
	}{
		{page, 90, qr.Q}, {page, 26.5, qr.Q}, {page, 26.4, qr.M}, {page, 25, qr.M}, {page, 0, qr.M}, {"https://vneid.gov.vn", 25, qr.Q}, {long, 34, qr.M}, {long, 90, qr.Q},
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

// The read-back itself: it must notice another text and a damaged drawing.
func TestReadBackNotices(t *testing.T) {
	s := mustEncode(t, page, qr.Q)
	if err := qr.ReadBack(s, page); err != nil {
		t.Errorf("a good symbol: %v", err)
	}
	if err := qr.ReadBack(s, page[:len(page)-1]+"8"); err == nil {
		t.Error("a symbol that says something else was accepted")
	}
	if err := qr.ReadBack(qr.Smudged(s), page); err == nil {
		t.Error("a smudged symbol was accepted")
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
	for i := range 8 {
		wg.Go(func() {
			for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
				text := fmt.Sprint(page, "?x=", i%3) // some shared, some not
				s, err := qr.Encode(text, level)
				if err != nil || s.Text() != text || s.Level() != level || len(s.Path()) == 0 {
					t.Errorf("%s at %s: %v", text, level, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestCache(t *testing.T) {
	qr.EmptyCache()
	first := mustEncode(t, page, qr.Q)
	if mustEncode(t, page, qr.Q) != first {
		t.Error("the second symbol was made anew")
	}
	if other := mustEncode(t, page, qr.M); other == first || other.Level() != qr.M {
		t.Error("the cache mixes levels")
	}
	qr.FillCache()
	mustEncode(t, page, qr.Q)
	if now, most := qr.CacheSize(); now > most {
		t.Errorf("the cache holds %d symbols, want at most %d", now, most)
	}
}

func TestLevels(t *testing.T) {
	last := 0
	for level, name := range map[qr.Level]string{qr.M: "M", qr.Q: "Q", qr.H: "H", 0: "Level(0)"} {
		if level.String() != name {
			t.Errorf("String() = %q, want %q", level.String(), name)
		}
	}
	for _, level := range []qr.Level{qr.M, qr.Q, qr.H} {
		s := mustEncode(t, page, level)
		if s.Text() != page || s.Level() != level || s.Size() != 17+4*s.Version() || s.Size() <= last {
			t.Errorf("level %s: %s, version %d, %d modules", level, s.Level(), s.Version(), s.Size())
		}
		if s.Black(-1, 0) || s.Black(0, -1) || s.Black(s.Size(), 0) || s.Black(0, s.Size()) || !s.Black(0, 0) {
			t.Errorf("level %s: wrong modules at the corner", level)
		}
		last = s.Size()
	}
}

func FuzzEncode(f *testing.F) {
	for _, s := range []string{page, "", "a", "1234567890", "Xin chào", "\x00\xff", "https://x/\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		level := []qr.Level{qr.M, qr.Q, qr.H}[len(text)%3]
		s, err := qr.Encode(text, level)
		if err != nil {
			if code := guide.ErrorCode(err); code != guide.CodeInvalid && code != guide.CodeUnverified {
				t.Errorf("code = %s: %v", code, err)
			}
			return // refused, or not verified and so not given out
		}
		if s.Text() != text || !reads(t, s, text) {
			t.Errorf("%q at %s: text %q, and its picture reads otherwise", text, level, s.Text())
		}
		if !utf8.ValidString(text) {
			return
		}
		if err := xml.Unmarshal(s.SVG(text), new(struct{})); err != nil {
			t.Errorf("svg: %v", err)
		}
	})
}

// reads says whether the finished picture, decoded from its PNG bytes, says
// want. The decoder misses a clean picture now and then at one size.
func reads(t *testing.T, s *qr.Symbol, want string) bool {
	t.Helper()
	for _, pixels := range []int{4, 3, 6} {
		data, err := s.PNG((s.Size() + 2*qr.QuietZone) * pixels)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
		if err != nil {
			t.Fatal(err)
		}
		result, err := zxing.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
		if err == nil && result.GetText() == want {
			return true
		}
	}
	return false
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
