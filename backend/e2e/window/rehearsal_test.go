//go:build window

package window

import (
	"fmt"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// "Đăng ký tạm trú" practised with a finger, from the first to the last touch
// of the drawn phone. What to touch is read from the lesson; where it is, from
// what a screen reader is told.
func TestRehearseTemporaryResidence(t *testing.T) {
	walk := mustTamTru(t)
	const size = "1366x768"
	s := mustScreen(t, size)
	k := s.mustKiosk()
	s.rehearse()
	touches, touchable := 0, 0
	for i, step := range walk.Steps {
		s.see(fmt.Sprintf("Tập thử, bước %d trên %d", i+1, len(walk.Steps)))
		if !step.Touchable() {
			s.touch("Tiếp tục")
			continue
		}
		touchable++
		for n, place := range step.Screen.Touches() {
			part := step.Screen.Show[place]
			if n == 0 && i == 1 { // beside it, on purpose: the phone answers and stays
				s.touch(fmt.Sprintf("Trên điện thoại mẫu: %s", beside(step, place)))
				s.picture("rehearse-wrong-" + size)
			}
			s.touch("Trên điện thoại mẫu: " + part.Words())
			touches++
			if places := step.Screen.Touches(); n+1 < len(places) {
				// It fills itself, letter by letter, is praised, and then says what comes next.
				s.see("Bây giờ mời chạm: " + step.Screen.Show[places[n+1]].Words())
			}
		}
		if i == 2 {
			s.picture("rehearse-" + size)
		}
	}
	s.see(fmt.Sprintf("Ông bà làm đúng %d trên %d bước", touchable-1, touchable))
	s.see("Mới tập thử. Chưa nộp gì cả.")
	s.picture("rehearsed-" + size)
	if touches < guide.MinGuideSteps {
		t.Errorf("only %d touches", touches)
	}
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// beside is another part of the drawn phone than the one to touch.
func beside(step guide.WalkStep, wanted int) string {
	for i, part := range step.Screen.Show {
		switch part.Kind() {
		case guide.PartRow, guide.PartButton, guide.PartTile, guide.PartLink:
			if i != wanted {
				return part.Words()
			}
		}
	}
	return step.Screen.Show[wanted].Words()
}

// mustTamTru is the lesson "Đăng ký tạm trú" for a rented home and a grown-up.
func mustTamTru(t *testing.T) *guide.Walk {
	t.Helper()
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	service, err := lib.Pack.Service("tam-tru")
	if err != nil {
		t.Fatal(err)
	}
	walk, err := lib.Pack.Walk(service, guide.Answers{"home": "rent", "child": "yes", "way": "phone"})
	if err != nil || walk.Ask != nil {
		t.Fatalf("the questions of the lesson changed: %+v, %v", walk.Ask, err)
	}
	return walk
}

// rehearse goes from the first screen to the rehearsal of mustTamTru.
func (s *screen) rehearse() {
	s.t.Helper()
	for _, name := range []string{"Chỗ ở", "Đăng ký tạm trú", "Học từng bước", "Nhà thuê", "Đủ 18 tuổi", "Tự làm trên điện thoại", "Có đủ cả"} {
		s.touch(name)
	}
	s.see("Giấy tờ của ông bà")
	for s.try("wait 0 %s", "Trang sau").OK {
		s.touch("Trang sau")
	}
	s.touch("Xem từng bước")
	s.touch("Tập thử trên máy mẫu")
}
