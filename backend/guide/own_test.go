package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// tiled is the small pack with two tiles.
func tiled() *guide.Pack {
	p := noted()
	p.Topics = []guide.Topic{{Key: "giay-to", Title: "Giấy tờ"}, {Key: "dien-nuoc", Title: "Điện nước"}}
	p.Services[0].Topic = "giay-to"
	return p
}

// ownOf is a service of the office's own, as two people agreed on it.
func ownOf(t *testing.T, p *guide.Pack, target, name string) guide.Wording {
	t.Helper()
	place, err := p.OwnPlace(target)
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: target, Say: name, More: "Mang đơn của thôn đến bàn tiếp dân.", Words: place.Words(), Made: "2026-11-30 09:00"}
}

func TestOwnServiceStandsUnderItsTile(t *testing.T) {
	p := tiled()
	free, err := p.FreeOwn("dien-nuoc", nil)
	if err != nil || free != "cua-xa-dien-nuoc-1" || guide.OwnTopic(free) != "dien-nuoc" {
		t.Fatalf("%q, %v", free, err)
	}
	w := ownOf(t, p, free, "Xin nước sạch")
	w.Source, w.Dated = "Quyết định 5 của xã", "2026-11-01"
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{w}})
	s, err := own.Service(free)
	if err != nil || s.Title != "Xin nước sạch" || len(s.Checklist) != 1 || s.Checklist[0].Say != w.More || s.Checked != "2026-11-30" || s.HasGuide() || len(own.HandoffLinks(s)) != 0 {
		t.Fatalf("%+v, %v", s, err)
	}
	if source := own.Source(s.Sources[0]); source == nil || source.Title != w.Source || source.Date != w.Dated {
		t.Errorf("%+v", source)
	}
	if list := own.InTopic(p.Topics[1]); len(list) != 1 || list[0].Key != free || len(own.InTopic(p.Topics[0])) != 1 || len(own.Own()) != 1 {
		t.Errorf("%v", list)
	}
	if len(p.Own()) != 0 || len(p.Services) != 2 {
		t.Error("the pack itself was changed")
	}
}

func TestOwnServiceNeedsItsTile(t *testing.T) {
	p := tiled()
	w := ownOf(t, p, "cua-xa-dien-nuoc-1", "Xin nước sạch")
	without := tiled()
	without.Topics = without.Topics[:1]
	landed, parked := without.LandWordings([]guide.Wording{w, worded(t, without, nameStep, "Gõ họ tên cháu.")})
	if len(parked) != 1 || parked[0].Target != w.Target || len(landed) != 1 {
		t.Errorf("%v, %v", landed, parked)
	}
	if own := without.WithLocal(guide.Local{Wordings: []guide.Wording{w}}); len(own.Own()) != 0 {
		t.Error("it is shown without its tile")
	}
	for _, target := range []string{"cua-xa-", "cua-xa-dien-nuoc", "cua-xa-dien-nuoc-0", "cua-xa-dien-nuoc-01", "cua-xa-dien-nuoc-+1", "cua-xa-dien-nuoc-7", "cua-xa-dien-nuoc-x", "cua-xa-khong-co-1", "khai-sinh", ""} {
		if place, err := p.OwnPlace(target); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%q: %+v, %v", target, place, err)
		}
	}
}

func TestOfficeHasFewServicesOfItsOwn(t *testing.T) {
	p := tiled()
	taken := []string{"khai-sinh/ten-chau"} // what is written elsewhere does not count
	for range guide.MostOwn {
		free, err := p.FreeOwn("giay-to", taken)
		if err != nil {
			t.Fatal(err)
		}
		taken = append(taken, free)
	}
	if free, err := p.FreeOwn("giay-to", taken); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("%q, %v", free, err)
	}
	if free, err := p.FreeOwn("khong-co", nil); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("%q, %v", free, err)
	}
}

func TestRoomForOwnCountsWhatIsStillToCome(t *testing.T) {
	var agreed []guide.Wording
	add := func(target, say, from string) guide.Wording {
		w := guide.Wording{ID: int64(len(agreed) + 1), Target: target, Say: say, From: from, Made: "2026-11-30 09:00"}
		agreed = append(agreed, w)
		return w
	}
	for _, n := range []string{"1", "2", "3", "4"} {
		add("cua-xa-giay-to-"+n, "Việc "+n, "")
	}
	add("cua-xa-dien-nuoc-1", "Xin nước sạch", "2027-01-01")
	for _, tt := range []struct {
		name, target, say string
		fits              bool
	}{
		{"a sixth", "cua-xa-dien-nuoc-2", "Báo hỏng đèn đường", true},
		{"the name of one, in other letters", "cua-xa-dien-nuoc-2", "VIỆC 1", false},
		{"the name of one that is to come", "cua-xa-dien-nuoc-2", "Xin nước sạch", false},
		{"the same again", "cua-xa-dien-nuoc-1", "Xin nước sạch", true},
	} {
		one := guide.Wording{Target: tt.target, Say: tt.say}
		if err := guide.RoomForOwn(agreed, one, "2026-12-01"); (err == nil) != tt.fits {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	add("cua-xa-giay-to-5", "Việc 5", "")
	if err := guide.RoomForOwn(agreed, guide.Wording{Target: "cua-xa-dien-nuoc-2", Say: "Báo hỏng đèn đường"}, "2026-12-01"); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a seventh: %v", err)
	}
	add("cua-xa-giay-to-5", "", "")
	if err := guide.RoomForOwn(agreed, guide.Wording{Target: "cua-xa-dien-nuoc-2", Say: "Báo hỏng đèn đường"}, "2026-12-01"); err != nil {
		t.Errorf("one was taken away: %v", err)
	}
}

func TestReadOwnService(t *testing.T) {
	p := tiled()
	for name, c := range map[string]struct{ say, more, source, want string }{
		"sound":               {"Xin nước sạch", "Mang đơn của thôn đến bàn tiếp dân.", "", ""},
		"nameless":            {"", "Mang đơn của thôn.", "", "Chỗ này đang trống."},
		"nothing told":        {"Xin nước sạch", "", "", "Chưa ghi bà con cần có gì."},
		"a number":            {"Xin nước sạch", "Nộp 50.000 đồng.", "", "lấy ở đâu?"},
		"a paper without day": {"Xin nước sạch", "Nộp 50.000 đồng.", "Quyết định 5", "Văn bản này ngày nào?"},
		"the province's":      {"làm giấy khai sinh", "Mang giấy chứng sinh.", "", "Tỉnh đã có việc “Làm giấy khai sinh”."},
		"too long":            {strings.Repeat("nước ", 20), "Mang đơn.", "", "Chỗ này dài"},
		"another page":        {"Xin nước sạch", "Mời mở trang dichvucong-tuyenquang.com.", "", "không có trong danh sách trang chính thức"},
	} {
		flaws, err := p.ReadWording(guide.Wording{Target: "cua-xa-dien-nuoc-1", Say: strings.TrimSpace(c.say), More: c.more, Source: c.source}, "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, f := range flaws {
			if !f.Warning {
				said += f.Message + "\n"
			}
		}
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
	if _, err := p.ReadWording(guide.Wording{Target: "cua-xa-khong-co-1", Say: "Xin nước sạch"}, "2026-11-30"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
}
