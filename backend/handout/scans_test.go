package handout_test

import (
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// A step that opens a page by the code says where the code is: it stands
// beside the step in the window, and elsewhere on paper.
func TestStepThatScansSaysWhereTheCodeIs(t *testing.T) {
	p := mustPack(t)
	s, err := p.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	s.Steps[0] = guide.Step{Say: "Mở trang dichvucong.gov.vn", Why: "Mở máy ảnh.", Screen: &guide.Screen{
		On: guide.SurfaceCamera, App: "Máy ảnh", Title: "Đưa mã vào giữa khung", Target: "a",
		Show: []guide.Part{{Scan: "Mã vuông"}, {Link: "dichvucong.gov.vn", ID: "a"}},
	}}
	for layout, want := range map[handout.Layout]string{handout.Leaflet: "Mã ở trang đầu. Mở máy ảnh.", handout.A5: "Mã trên tờ này. Mở máy ảnh."} {
		if got := mustContent(t, p, "khai-sinh", layout).Steps[0].Why; got != want {
			t.Errorf("%s: %q, want %q", layout, got, want)
		}
	}
}
