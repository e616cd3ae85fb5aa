//go:build window

package window

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/restarts"
)

// order fails unless the controls on the glass have these names in this order, with
// whatever else between them, and each of them a name.
func (s *screen) order(screen string, names ...string) {
	s.t.Helper()
	var found []control
	if err := json.Unmarshal(s.do("controls").Controls, &found); err != nil {
		s.t.Fatal(err)
	}
	rest := names
	for _, c := range found {
		if c.Name == "" {
			s.t.Errorf("%s: a %s has no name", screen, c.Role)
		}
		if !strings.Contains(c.Role, "button") && c.Role != "entry" {
			s.t.Errorf("%s: %s is a %s", screen, c.Name, c.Role)
		}
		if len(rest) > 0 && strings.Contains(c.Name, rest[0]) {
			rest = rest[1:]
		}
	}
	if len(rest) > 0 {
		s.t.Errorf("%s: after the others there is no %q in %v", screen, rest[0], found)
	}
}

// Ten screens as a screen reader finds them: right after each way on the focus is on the
// name of the new screen, which is how it is announced, and what can be touched has a
// role and a name, in the order in which it is read.
func TestTenScreensAreFoundByName(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	tools := []string{"Chữ nhỏ hơn", "Chữ to hơn", "Chữ trắng nền đen", "Đưa nút xuống thấp", "Nghe", "Gọi cán bộ"}
	for _, one := range []struct {
		touch, focus string
		controls     []string
	}{
		{"", "Ông bà cần làm việc gì?", []string{"Gõ để tìm", "Sinh con", "Dành cho cán bộ"}},
		{"Chỗ ở", "Chỗ ở", []string{"Đăng ký tạm trú", "Quay lại"}},
		{"Đăng ký tạm trú", "Đăng ký tạm trú", []string{"Quay lại", "Học từng bước"}},
		{"Học từng bước", "Ông bà ở tạm nhà của ai?", []string{"Nhà thuê", "Quay lại"}},
		{"Nhà thuê", "Người đăng ký đã đủ 18 tuổi chưa?", []string{"Đủ 18 tuổi", "Quay lại"}},
		{"Đủ 18 tuổi", "Ông bà muốn làm cách nào?", []string{"Tự làm trên điện thoại", "Quay lại"}},
		{"Tự làm trên điện thoại", "Ông bà có đủ những thứ này chưa?", []string{"VNeID", "Quay lại", "Có đủ cả"}},
		{"Có đủ cả", "Giấy tờ của ông bà", []string{"Quay lại"}},
		{"Xem từng bước", "Bài có", []string{"Quay lại", "Học từ đầu"}},
		{"Học từ đầu", "VNeID", []string{"Quay lại", "Tiếp tục"}},
		{"Tiếp tục", "Chạm “", []string{"Quay lại", "Tiếp tục"}},
	} {
		if one.touch == "Xem từng bước" {
			for s.try("wait 0 %s", "Trang sau").OK {
				s.touch("Trang sau")
			}
		}
		if one.touch != "" {
			s.touch(one.touch)
		}
		at := s.do("focused %.0f %s", s.left(), one.focus)
		if at.Role != "heading" {
			t.Errorf("after %q the focus is on a %s, %q", one.touch, at.Role, at.Name)
		}
		s.see(one.controls[0])
		s.order(at.Name, tools...)
		s.order(at.Name, one.controls...)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// The keys of a real number pad, with NumLock off and on, lead through the real window.
func TestFiveKeysLeadThroughTheWindow(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Gõ để tìm")
	// goTo presses the key for the next item until one has the focus.
	goTo := func(key, name string) {
		t.Helper()
		until(t, s.end, name+" to have the focus", func() bool {
			if s.try("focused 1 %s", name).OK {
				return true
			}
			s.do("key %s", key)
			return false
		})
	}
	s.do("key KP_Begin")
	goTo("KP_Down", "Chỗ ở")
	s.do("key KP_Begin")
	s.do("focused %.0f %s", s.left(), "Chỗ ở")
	s.see("Quay lại")
	goTo("KP_2", "Đăng ký tạm trú")
	s.do("key KP_5")
	s.see("Học từng bước")
	s.do("key KP_Insert") // 0 without NumLock: back
	s.see("Đăng ký thường trú")
	s.do("key 0")
	s.see("Gõ để tìm")
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// Who knows the way presses the next key before a sentence is over, or has even begun:
// each breaks off a sound that is just being opened. The page must not stand still for it.
func TestSpeechIsBrokenOff(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	k := s.mustKiosk()
	s.see("Gõ để tìm")
	before := k.one(program)
	g := s.mustGlass()
	g.press("5", wait) // what the five keys need is fetched at the first
	dice := rand.New(rand.NewPCG(17, 0))
	for range 9 {
		for range 4 {
			for range 1 + dice.IntN(5) {
				g.press("2")
				time.Sleep(time.Duration(dice.IntN(300)) * time.Millisecond)
			}
			g.press("5")
			time.Sleep(time.Duration(200+dice.IntN(400)) * time.Millisecond)
		}
		g.press("0", "0", "0", "0", "5")
	}
	s.see("Gõ để tìm")
	if all, err := restarts.Read(k.data); err != nil || len(all) > 0 || k.one(program) != before {
		t.Errorf("the window was opened again: %v, %v", all, err)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}
