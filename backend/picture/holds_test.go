package picture_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

func TestShowing(t *testing.T) {
	s := guide.Screen{On: guide.SurfacePhone, App: "VNeID", Title: "Nộp hồ sơ", Target: "ten", Show: []guide.Part{
		{Field: "Họ tên", Value: "Nguyễn Thị Mẫu", ID: "ten", Keys: guide.KeysLetters}, {Field: "Ngày sinh"}, {Field: "Nơi sinh"}, {Text: "Câu dài."}, {Text: "Câu nữa."}, {Link: "Xem thêm"},
		{Row: "Dòng một"}, {Button: "Gửi hồ sơ", Main: true},
	}}
	for _, parts := range [][]int{nil, {7}, {3, 4}} {
		d := picture.Showing(s, parts, same)
		wellFormed(t, d.SVG())
		for _, i := range append(parts, 0) {
			if !strings.Contains(string(d.SVG()), s.Show[i].Words()) {
				t.Errorf("%v: %q is not seen", parts, s.Show[i].Words())
			}
		}
		if _, ringed := ringOf(d); !ringed {
			t.Errorf("%v: the target is not ringed", parts)
		}
	}
}

func TestHolds(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("chữ dài ", 20))
	for name, c := range map[string]struct {
		edit func(s *guide.Screen)
		want bool
	}{
		"as it is":            {func(*guide.Screen) {}, true},
		"a long button":       {func(s *guide.Screen) { s.Show[1].Button = long }, false},
		"a long title":        {func(s *guide.Screen) { s.Title = long }, false},
		"a long bar":          {func(s *guide.Screen) { s.App = long }, false},
		"a long field":        {func(s *guide.Screen) { s.Show[0].Field = long }, false},
		"a long head button":  {func(s *guide.Screen) { s.On, s.Show[1].Corner, s.Show[1].Button = guide.SurfacePortal, true, long }, false},
		"a short head button": {func(s *guide.Screen) { s.On, s.Show[1].Corner = guide.SurfacePortal, true }, true},
	} {
		s := guide.Screen{On: guide.SurfacePhone, App: "VNeID", Title: "Nộp hồ sơ", Target: "gui", Show: []guide.Part{
			{Field: "Họ tên", Value: "Nguyễn Thị Mẫu"}, {Button: "Gửi hồ sơ", ID: "gui", Main: true},
		}}
		c.edit(&s)
		if got := picture.Holds(s); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
