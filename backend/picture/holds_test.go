package picture_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

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
