package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

var update = flag.Bool("update", false, "rewrite golden files")

func same(s string) string { return s }

var screens = map[string]guide.Screen{
	"login": {On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Đăng nhập tài khoản định danh", Target: "mk", Show: []guide.Part{
		{Field: "Số định danh", Value: "0xx xxx xxx xxx"}, {Field: "Mật khẩu", Secret: guide.SecretPassword, ID: "mk"}, {Button: "Đăng nhập", Main: true}, {Link: "Quên mật khẩu"},
	}},
	"secrets": {On: guide.SurfacePhone, App: "VNeID", Title: "Ba thứ bí mật", Target: "otp", Show: []guide.Part{
		{Field: "Mật khẩu", Secret: guide.SecretPassword}, {Field: "Passcode", Secret: guide.SecretPasscode}, {Field: "Mã OTP", Secret: guide.SecretOTP, ID: "otp"}, {Notice: "Không nói cho ai biết"},
	}},
	"menu": {On: guide.SurfacePhone, App: "VNeID", Title: "Trang chủ", Target: "tt", Show: []guide.Part{
		{Notice: "Tài khoản mức 2"}, {Tile: "Ví giấy tờ"}, {Tile: "Thủ tục hành chính", ID: "tt"}, {Tile: "Sổ sức khỏe"}, {Tile: "An sinh xã hội"}, {Row: "Hồ sơ của tôi", Value: "Xem lại bất cứ lúc nào"},
	}},
	"choices": {On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Nhận kết quả", Target: "gui", Show: []guide.Part{
		{Choice: "Nhận tại nơi nộp", On: true}, {Choice: "Nhận bản điện tử"}, {Check: "Tôi cam đoan thông tin đúng và chịu trách nhiệm", On: true}, {Check: "Ký số"}, {Button: "Gửi hồ sơ", ID: "gui", Main: true}, {Button: "Quay lại"},
	}},
	"message": {On: guide.SurfacePhone, App: "Tin nhắn", Title: "Số lạ", Target: "xoa", Show: []guide.Part{
		{Message: "Cập nhật VNeID tại trang dichvucong-vn.top", Value: "Số lạ"}, {Photo: "Trang 1, rõ chữ"}, {Button: "Xóa và báo", ID: "xoa", Main: true},
	}},
	"overfull": {On: guide.SurfacePhone, App: "Một ứng dụng có cái tên rất dài không vừa thanh trên cùng", Title: "Một màn hình có tên dài đến mức phải xuống hai dòng, rồi vẫn còn dài", Target: "cuoi", Show: []guide.Part{
		{Text: strings.Repeat("Một câu dài. ", 12)}, {Field: "Một", Value: strings.Repeat("dài ", 30)}, {Field: "Hai"}, {Field: "Ba"}, {Row: "Bốn", Value: "Năm"}, {Photo: "Sáu"}, {Field: "Bảy"}, {Button: "Nút cuối cùng phải thấy được dù mọi thứ chật chội", ID: "cuoi", Main: true},
	}},
	"first": {On: guide.SurfacePhone, App: "VNeID", Title: "Thủ tục cư trú", Target: "mot", Show: []guide.Part{
		{Row: "Đăng ký tạm trú", Value: "Công an xã nơi đến", ID: "mot"}, {Row: "Một", Value: "Hai"}, {Field: "Ba"}, {Field: "Bốn"}, {Field: "Năm"}, {Row: "Sáu"}, {Button: "Bảy"}, {Link: "Tám"},
	}},
	"camera": {On: guide.SurfaceCamera, App: "Máy ảnh", Title: "Đưa mã vào giữa khung", Target: "dia-chi", Show: []guide.Part{
		{Scan: "Mã vuông"}, {Link: "dichvucong.gov.vn", ID: "dia-chi"}, {Button: "Chụp"},
	}},
	"paper": {On: guide.SurfaceCamera, App: "Máy ảnh", Title: "Chụp giấy hẹn", Target: "chup", Show: []guide.Part{
		{Photo: "Giấy hẹn, rõ mã hồ sơ"}, {Button: "Chụp", ID: "chup", Main: true},
	}},
	"head": {On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Cổng Dịch vụ công quốc gia", Target: "dn", Show: []guide.Part{
		{Button: "Đăng nhập", ID: "dn", Main: true, Corner: true}, {Text: "Tìm thủ tục"}, {Row: "Thủ tục hành chính"}, {Row: "Tra cứu hồ sơ"},
	}},
	"typing": {On: guide.SurfacePhone, App: "VNeID", Title: "Đăng ký", Target: "so", Show: []guide.Part{
		{Field: "Số định danh", Value: "0xx xxx xxx xxx", Keys: guide.KeysDigits, ID: "so"}, {Button: "Tiếp tục", Main: true},
	}},
	"untitled": {On: guide.SurfacePortal, App: "dichvucong.gov.vn", Target: "mo", Show: []guide.Part{{Link: "Mở trang", ID: "mo"}, {Text: "Trang này không có tên."}}},
	"bare":     {On: guide.SurfacePhone, App: "VNeID", Title: "Xin chào", Show: []guide.Part{{Text: "Không có gì để chạm."}}},
	"one-word": {On: guide.SurfacePhone, App: "X", Title: strings.Repeat("dài", 40), Target: "a", Show: []guide.Part{{Button: strings.Repeat("x", 200), ID: "a"}}},
}

func TestGolden(t *testing.T) {
	for name, s := range screens {
		d := picture.Draw(s, same)
		got := d.SVG()
		wellFormed(t, got)
		if !bytes.Contains(got, []byte(`aria-label="`+escaped(d.Alt)+`"`)) || len(got) > 8<<10 {
			t.Errorf("%s: no label, or %d bytes", name, len(got))
		}
		file := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs (go test ./backend/picture -update, then look at it): %v", file, err)
		}
	}
}

// bounds gives the corners of a shape.
func bounds(s picture.Shape) (x0, y0, x1, y1 float64) {
	switch s := s.(type) {
	case picture.Rect:
		return s.X, s.Y, s.X + s.W, s.Y + s.H
	case picture.Circle:
		return s.X - s.R, s.Y - s.R, s.X + s.R, s.Y + s.R
	case picture.Text:
		w := picture.Width(s.Words, s.Size, s.Bold)
		x0 = s.X
		if s.Middle {
			x0 -= w / 2
		}
		return x0, s.Y - s.Size, x0 + w, s.Y + s.Size/4
	case picture.Path:
		x0, y0 = 1e9, 1e9
		for _, op := range s.Ops {
			n := map[byte]int{'M': 2, 'L': 2, 'C': 6}[op.Kind]
			for i := 0; i < n; i += 2 {
				x0, x1 = min(x0, op.At[i]), max(x1, op.At[i])
				y0, y1 = min(y0, op.At[i+1]), max(y1, op.At[i+1])
			}
		}
	}
	return x0, y0, x1, y1
}

func TestNothingLeavesThePicture(t *testing.T) {
	for name, s := range screens {
		d := picture.Draw(s, same)
		for _, shape := range append(d.Shapes, picture.DrawAt(s, picture.Look{Letters: 2}, same).Shapes...) {
			if x0, y0, x1, y1 := bounds(shape); x0 < 0 || y0 < 0 || x1 > d.W || y1 > d.H {
				t.Errorf("%s: %+v leaves %v × %v", name, shape, d.W, d.H)
			}
			if words, ok := shape.(picture.Text); ok && words.Size < 15 {
				t.Errorf("%s: %q is too small to read", name, words.Words)
			}
		}
	}
}

// The ring is the thickest line of a drawing.
func ringOf(d *picture.Drawing) (ring picture.Rect, found bool) {
	for _, s := range d.Shapes {
		if r, ok := s.(picture.Rect); ok && r.Fill == "" && r.Line == 5 {
			return r, true
		}
	}
	return ring, false
}

func TestTargetIsRingedAndInside(t *testing.T) {
	for name, s := range screens {
		ring, found := ringOf(picture.Draw(s, same))
		if found != (s.Target != "") {
			t.Errorf("%s: ring %v", name, found)
		}
		if found && (ring.H < 30 || ring.Y+ring.H > 386 || ring.X < 11) {
			t.Errorf("%s: ring %+v is not on the glass", name, ring)
		}
	}
}

func TestRingEnclosesTheTarget(t *testing.T) {
	const words = "Chạm đây"
	for _, part := range []guide.Part{
		{Text: words}, {Notice: words}, {Message: "Tin", Value: words}, {Message: words, Value: "Số lạ"},
		{Field: "Nhãn", Value: words}, {Button: words}, {Button: words, Main: true}, {Link: words}, {Check: words},
		{Choice: words}, {Row: words, Value: "nhỏ"}, {Row: "Dòng", Value: words}, {Tile: words}, {Photo: words},
	} {
		part.ID = "a"
		for place := range 3 {
			show := []guide.Part{{Tile: "Trước"}, {Tile: "Sau"}}
			show = slices.Insert(show, place, part)
			d := picture.Draw(guide.Screen{App: "VNeID", Title: "Tên", Target: "a", Show: show}, same)
			ring, _ := ringOf(d)
			var at [4]float64
			for _, s := range d.Shapes {
				if text, ok := s.(picture.Text); ok && text.Words == words {
					at[0], at[1], at[2], at[3] = bounds(s)
				}
			}
			for _, s := range d.Shapes {
				x0, y0, x1, y1 := bounds(s)
				r, ok := s.(picture.Rect)
				around := ok && r != ring && x0 <= at[0] && y0 <= at[1] && x1 >= at[2] && y1 >= at[3]
				if phone := r.W > 330; !around || phone {
					continue
				}
				if x0 < ring.X || y0 < ring.Y || x1 > ring.X+ring.W || y1 > ring.Y+ring.H {
					t.Errorf("%+v: the ring %+v cuts the frame %+v", part, ring, r)
				}
			}
			if at[0] < ring.X || at[1] < ring.Y || at[2] > ring.X+ring.W || at[3] > ring.Y+ring.H {
				t.Errorf("%+v: the ring %+v cuts the words %v", part, ring, at)
			}
			if n := hidden(d, words); n > 0 {
				t.Errorf("%+v: the hand hides %d units of the words", part, n)
			}
		}
	}
}

// hidden is how much of the lines with these words the hand covers.
func hidden(d *picture.Drawing, words string) (area int) {
	hand := d.Shapes[len(d.Shapes)-1].(picture.Path)
	for _, s := range d.Shapes {
		if text, ok := s.(picture.Text); ok && text.Words == words {
			x0, _, x1, _ := bounds(s)
			for x := x0; x < x1; x++ {
				for y := text.Y - text.Size*0.75; y < text.Y+3; y++ {
					if covers(hand, x, y) {
						area++
					}
				}
			}
		}
	}
	return area
}

// covers tells whether x, y is within a closed path, taking curves as straight.
func covers(p picture.Path, x, y float64) (inside bool) {
	var points [][2]float64
	for _, op := range p.Ops {
		switch op.Kind {
		case 'M', 'L':
			points = append(points, [2]float64{op.At[0], op.At[1]})
		case 'C':
			points = append(points, [2]float64{op.At[4], op.At[5]})
		}
	}
	for i, a := range points {
		b := points[(i+1)%len(points)]
		if (a[1] > y) != (b[1] > y) && x < (b[0]-a[0])*(y-a[1])/(b[1]-a[1])+a[0] {
			inside = !inside
		}
	}
	return inside
}

// Where parts are left out the page is seen to go on, in grey: below the target,
// or above it where the title has been scrolled away.
func TestGreyLinesStandWherePartsAreLeftOut(t *testing.T) {
	for name, above := range map[string]bool{"overfull": true, "first": false} {
		d := picture.Draw(screens[name], same)
		ring, _ := ringOf(d)
		lines := 0
		for _, s := range d.Shapes {
			if r, ok := s.(picture.Rect); ok && r.Fill == "#e7e9f0" {
				if above == (r.Y < ring.Y) {
					lines++
				}
			}
		}
		if lines == 0 {
			t.Errorf("%s: nothing says that the page goes on", name)
		}
	}
}

// The mark beside the picture in the window and the one drawn in it must be
// taken for the same secret.
func TestSecretsHaveTheWindowsColours(t *testing.T) {
	tokens, err := os.ReadFile("../../frontend/src/styles/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	// The first block holds the colours of everyday; pictures stay on their white sheet in white on black.
	everyday, _, _ := bytes.Cut(tokens, []byte("\n}"))
	found := regexp.MustCompile(`--secret-(\w+): (#\w{6});`).FindAllSubmatch(everyday, -1)
	if len(found) != 3 {
		t.Fatalf("%d secrets in tokens.css", len(found))
	}
	for _, m := range found {
		part := guide.Part{Field: "Nhãn", Secret: guide.Secret(m[1])}
		svg := picture.Draw(guide.Screen{App: "VNeID", Title: "Tên", Show: []guide.Part{part}}, same).SVG()
		if !bytes.Contains(svg, append([]byte("fill=\""), m[2]...)) {
			t.Errorf("%s is not drawn in %s", m[1], m[2])
		}
	}
}

func TestAltOfAScreenWithoutNames(t *testing.T) {
	for want, s := range map[string]guide.Screen{
		"Hình minh họa.":                          {},
		"Hình minh họa: VNeID.":                   {App: "VNeID"},
		"Hình minh họa: màn hình Xem.":            {Title: "Xem"},
		"Hình minh họa: VNeID. Chạm vào: Đồng ý.": {App: "VNeID", Target: "a", Show: []guide.Part{{Check: "Đồng ý.", ID: "a"}}},
	} {
		if got := picture.Draw(s, same).Alt; got != want {
			t.Errorf("alt = %q, want %q", got, want)
		}
	}
}

func TestDrawingAtOnceGivesTheSameBytes(t *testing.T) {
	want := picture.Draw(screens["menu"], same).SVG()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if !bytes.Equal(picture.Draw(screens["menu"], same).SVG(), want) {
				t.Error("two drawings of one screen differ")
			}
		})
	}
	wg.Wait()
}

func TestOwnWordsAreTranslatedAndTheScreensAreNot(t *testing.T) {
	d := picture.Draw(screens["login"], func(s string) string {
		return map[string]string{"Hình minh họa": "Illustration", "màn hình": "screen", "Chạm vào": "Touch"}[s]
	})
	if d.Alt != "Illustration: dichvucong.gov.vn, screen Đăng nhập tài khoản định danh. Touch: Mật khẩu." {
		t.Errorf("alt = %q", d.Alt)
	}
	svg := string(d.SVG())
	if !strings.Contains(svg, ">Illustration<") || !strings.Contains(svg, ">Mật khẩu<") {
		t.Error("caption or label is missing")
	}
}

func TestMissing(t *testing.T) {
	if m := picture.Missing("Đăng ký khai sinh, ổ ưỡ ẵ & (0-9) @ · … \"ngoặc\""); len(m) > 0 {
		t.Errorf("missing %q", m)
	}
	if m := picture.Missing("☐ ✓"); len(m) != 2 {
		t.Errorf("missing = %q, want the box and the tick", m)
	}
}

var allowed = map[string]bool{"g": true, "svg": true, "title": true, "rect": true, "circle": true, "path": true, "text": true}

// wellFormed fails on anything but the few elements and attributes we write.
func wellFormed(t *testing.T, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well formed: %v in %s", err, svg)
		}
		if start, ok := token.(xml.StartElement); ok {
			if !allowed[start.Name.Local] {
				t.Errorf("element %s", start.Name.Local)
			}
			for _, a := range start.Attr {
				if n := a.Name.Local; n == "style" || n == "id" || n == "href" || strings.HasPrefix(n, "on") {
					t.Errorf("attribute %s", n)
				}
			}
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("VNeID", "Đăng nhập", "Gửi", "0xx")
	f.Add("<script>", "]]>&amp;", "\"'\x00\ufffe", strings.Repeat("ữ", 300))
	f.Fuzz(func(t *testing.T, app, title, words, value string) {
		s := guide.Screen{On: guide.SurfacePortal, App: app, Title: title, Target: "a", Show: []guide.Part{
			{Text: words}, {Field: words, Value: value}, {Message: value, Value: words}, {Tile: words}, {Tile: value}, {Row: value, Value: words}, {Photo: words}, {Button: words, ID: "a"},
		}}
		d := picture.Draw(s, same)
		wellFormed(t, d.SVG())
		if words == "" {
			return
		}
		ring, ok := ringOf(d)
		if !ok && strings.TrimSpace(words) != "" {
			t.Error("the target is not ringed")
		}
		if ok && (ring.Y < 84 || ring.Y+ring.H > 386) {
			t.Errorf("ring %+v is not on the glass", ring)
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		_ = picture.Draw(screens["menu"], same).SVG()
	}
}

// escaped is a text as it stands in an attribute.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}
