package guide_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

// People are sent to an office by its name only where no other can be meant.
func TestPlaceIsNamedWhereOneOfficeIsMeant(t *testing.T) {
	for who, want := range map[string]string{
		"Ủy ban nhân dân xã, phường":                       guide.PlaceDesk,
		"Công an xã, phường":                               "Công an xã, phường",
		"Ban Chỉ huy quân sự xã, phường":                   "Ban Chỉ huy quân sự xã, phường",
		"Chủ tịch Ủy ban nhân dân xã, phường":              "",
		"Bộ Công an; Công an xã, phường nhận giấy":         "",
		"Sở Nội vụ tỉnh; nộp ở Ủy ban nhân dân xã, phường": "",
		"Công an tỉnh": "",
	} {
		if got := (&guide.Service{Kind: guide.KindProcedure, Decides: who}).Place(); got != want {
			t.Errorf("%s: %q, want %q", who, got, want)
		}
	}
}

// A note is said to be of what the office is.
func TestWhoseNoteItIs(t *testing.T) {
	for place, want := range map[string]string{
		"Xã Lâm Bình": "Ở xã ta", "xã Lâm Bình": "Ở xã ta", "PHƯỜNG Minh Xuân": "Ở phường ta", "Đặc khu Phú Quốc": "Ở đây", "Lâm Bình": "Ở đây", "Xãn": "Ở đây", "": "Ở đây",
	} {
		if got := (guide.Office{Place: place}).Here(); got != want {
			t.Errorf("%q: %q, want %q", place, got, want)
		}
	}
}

// A service tells how many steps its ways have, not only the longest.
func TestShortestWalk(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	s.Steps[0].When = guide.When{"married": {"yes"}}
	least, err := p.ShortestWalk(s)
	most, _ := p.LongestWalk(s)
	if err != nil || least != most-1 {
		t.Errorf("%d to %d, %v", least, most, err)
	}
	s.Steps = nil
	if least, err := p.ShortestWalk(s); err != nil || least != 0 {
		t.Errorf("no lesson: %d, %v", least, err)
	}
}
