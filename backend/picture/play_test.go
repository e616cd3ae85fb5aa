package picture

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func touched(p *Play) []string {
	var words []string
	for _, i := range p.Touches {
		words = append(words, p.Spots[i].Part.Words())
	}
	return words
}

func TestRehearse(t *testing.T) {
	login := guide.Screen{On: guide.SurfacePortal, App: "dichvucong.gov.vn", Title: "Đăng nhập", Target: "mk", Show: []guide.Part{
		{Text: "Chào ông bà"},
		{Field: "Số định danh", Value: "0xx xxx xxx xxx"},
		{Field: "Mật khẩu", Secret: guide.SecretPassword, ID: "mk"},
		{Link: "Quên mật khẩu"},
		{Button: "Đăng nhập", Main: true},
	}}
	promise := guide.Screen{On: guide.SurfacePhone, App: "VNeID", Title: "Xem lại", Target: "gui", Show: []guide.Part{
		{Row: "Đăng ký tạm trú"},
		{Check: "Tôi cam đoan", On: true},
		{Button: "Gửi", ID: "gui", Main: true},
		{Field: "Ghi chú thêm", Secret: guide.SecretOTP},
	}}
	menu := guide.Screen{On: guide.SurfacePhone, App: "VNeID", Title: "Trang chủ", Target: "tt", Show: []guide.Part{
		{Tile: "Ví giấy tờ"}, {Tile: "Thủ tục hành chính", ID: "tt"}, {Tile: "Sổ sức khỏe"},
	}}
	for _, c := range []struct {
		name    string
		screen  guide.Screen
		touches []string
		spots   int
		fills   int
	}{
		{"a field, then the main button", login, []string{"Mật khẩu", "Đăng nhập"}, 4, 1},
		{"a promise before the button, nothing after it", promise, []string{"Tôi cam đoan", "Gửi"}, 4, 1},
		{"one tile of three", menu, []string{"Thủ tục hành chính"}, 3, 0},
		{"no target", guide.Screen{App: "VNeID", Title: "Xong", Show: []guide.Part{{Row: "Mức 2"}}}, nil, 1, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Rehearse(c.screen, 1, func(s string) string { return s })
			if got := touched(p); strings.Join(got, "|") != strings.Join(c.touches, "|") {
				t.Errorf("touches %v, want %v", got, c.touches)
			}
			if len(p.Spots) != c.spots {
				t.Errorf("%d spots, want %d", len(p.Spots), c.spots)
			}
			svg := string(p.SVG)
			if got := strings.Count(svg, `class="fill"`); got != c.fills {
				t.Errorf("%d fillings, want %d", got, c.fills)
			}
			if got := strings.Count(svg, `class="ring"`); got != len(c.touches) {
				t.Errorf("%d rings, want %d", got, len(c.touches))
			}
			invites, shows := strings.Contains(svg, ">"+guide.WordPractice+"<"), strings.Contains(svg, ">"+guide.WordIllustration+"<")
			if asked := len(c.touches) > 0; invites != asked || shows == asked || !strings.HasPrefix(p.Alt, guide.WordIllustration) {
				t.Errorf("%d touches are wanted; the caption invites: %v, calls it an illustration: %v, alt %q", len(c.touches), invites, shows, p.Alt)
			}
			for _, s := range p.Spots {
				if s.X < 0 || s.Y < 0 || s.X+s.W > 1 || s.Y+s.H > 1 || s.W <= 0 || s.H <= 0 {
					t.Errorf("%q lies off the phone: %+v", s.Part.Words(), s)
				}
			}
		})
	}
}

// Before a touch nothing is filled in: the value stands in the filling only.
func TestRehearseKeepsTheValueBack(t *testing.T) {
	s := guide.Screen{App: "VNeID", Title: "Nơi ở", Target: "xa", Show: []guide.Part{{Field: "Xã", Value: "Xã Mẫu", ID: "xa"}, {Field: "Tỉnh", Value: "Tuyên Quang"}}}
	svg := string(Rehearse(s, 1, func(s string) string { return s }).SVG)
	before, fill, ok := strings.Cut(svg, `<g class="fill" data-touch="0">`)
	if !ok || strings.Contains(before, "Xã Mẫu") || !strings.Contains(fill, "Xã Mẫu") || !strings.Contains(before, "Tuyên Quang") {
		t.Errorf("the value of the touched field, and only that, waits for the touch:\n%s", svg)
	}
}

// A tick that is to be taken away is there before the touch; the touch covers it.
func TestRehearsalTakesATickAway(t *testing.T) {
	s := guide.Screen{On: guide.SurfacePhone, App: "Zalo", Title: "Riêng tư", Target: "la", Show: []guide.Part{{Check: "Cho người lạ nhắn tin", Untick: true, ID: "la"}}}
	shapes := func(part guide.Part) (before, fill string) {
		s.Show[0] = part
		before, rest, ok := strings.Cut(string(Rehearse(s, 1, func(s string) string { return s }).SVG), `<g class="fill" data-touch="0">`)
		if !ok {
			t.Fatal("nothing changes with the touch")
		}
		fill, _, _ = strings.Cut(rest, "</g>")
		return before, fill
	}
	part := s.Show[0]
	before, fill := shapes(part)
	part.Untick, part.On = false, true
	empty, tick := shapes(part)
	if strings.Count(before, "<polyline")+strings.Count(before, "<path") <= strings.Count(empty, "<polyline")+strings.Count(empty, "<path") {
		t.Error("no tick before the touch")
	}
	if fill == tick || !strings.Contains(fill, "<rect") {
		t.Errorf("the touch draws %q", fill)
	}
}
