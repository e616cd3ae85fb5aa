package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// lined is a small pack with a lesson of two ways, three chapters and a step that sends.
func lined() *guide.Pack {
	phone, desk := guide.When{"way": {"phone"}}, guide.When{"way": {"desk"}}
	return &guide.Pack{
		Services: []guide.Service{{
			Key: "khai-sinh", Kind: guide.KindProcedure, Title: "Làm giấy khai sinh",
			Facts: []guide.Fact{{Key: "way", Ask: "Làm ở đâu?", Answers: []guide.Answer{{Key: "phone", Say: "Điện thoại"}, {Key: "desk", Say: "Tại quầy"}}}},
			Steps: []guide.Step{
				{Use: "dang-nhap", When: phone},
				{ID: "ten-chau", Say: "Gõ tên cháu.", When: phone, Chapter: "Điền tờ khai"},
				{ID: "ngay-sinh", Say: "Gõ ngày sinh.", When: phone},
				{ID: "noi-sinh", Say: "Gõ nơi sinh.", When: phone},
				{Use: "gui", When: phone, Chapter: "Gửi"},
				{ID: "ghi-ma", Say: "Ghi mã hồ sơ.", When: phone},
				{ID: "toi-quay", Say: "Tới quầy.", When: desk, Off: true, Chapter: "Tại quầy"},
				{ID: "nop-giay", Say: "Nộp giấy tờ.", When: desk, Off: true},
				{ID: "lay-hen", Say: "Lấy giấy hẹn.", When: desk, Off: true},
			},
		}, {Key: "hai", Title: "Hai lần", Steps: []guide.Step{{Use: "gui"}, {ID: "giua", Say: "Ở giữa."}, {Use: "gui"}}},
			{Key: "mot", Title: "Một bước", Steps: []guide.Step{{ID: "mot", Say: "Một."}}}},
		Flows: []guide.Flow{
			{Key: "dang-nhap", Title: "Đăng nhập", Chapter: "Đăng nhập", Steps: []guide.Step{{ID: "mat-khau", Say: "Gõ mật khẩu."}}},
			{Key: "gui", Title: "Gửi hồ sơ", Steps: []guide.Step{{ID: "gui", Say: "Chạm Gửi.", Sends: true}}},
		},
	}
}

const orderly = "khai-sinh"

// namesOf are the names of a service's steps in the pack's order.
func namesOf(t *testing.T, p *guide.Pack, key string) []string {
	t.Helper()
	s, err := p.Service(key)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, one := range p.Ordered(s) {
		ids = append(ids, one.ID)
	}
	return ids
}

// swapped is the pack's order with two steps changed for each other.
func swapped(t *testing.T, p *guide.Pack, a, b string) guide.Wording {
	t.Helper()
	ids := namesOf(t, p, orderly)
	i, j := slices.Index(ids, a), slices.Index(ids, b)
	ids[i], ids[j] = ids[j], ids[i]
	place, err := p.WordingPlace(guide.OrderOf(orderly))
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: place.Target, Say: strings.Join(ids, " "), Words: place.Words()}
}

// walked is what a resident reads, with the chapters.
func walked(t *testing.T, p *guide.Pack, way string) string {
	t.Helper()
	s, err := p.Service(orderly)
	if err != nil {
		t.Fatal(err)
	}
	w, err := p.Walk(s, guide.Answers{"way": way})
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, st := range w.Steps {
		said += st.Chapter + ": " + st.Say + " "
	}
	return said
}

func TestOrderOfTheOffice(t *testing.T) {
	p := lined()
	desk := walked(t, p, "desk")
	local := guide.Local{Wordings: []guide.Wording{swapped(t, p, "ten-chau", "ngay-sinh")}}
	own := p.WithLocal(local)
	// The chapter began at the step that is now its second one.
	if got, want := walked(t, own, "phone"), "Đăng nhập: Gõ mật khẩu. Điền tờ khai: Gõ ngày sinh. Điền tờ khai: Gõ tên cháu. Điền tờ khai: Gõ nơi sinh. Gửi: Chạm Gửi. Gửi: Ghi mã hồ sơ. "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if walked(t, own, "desk") != desk || p.Services[0].Steps[1].ID != "ten-chau" {
		t.Error("another way was changed, or the pack itself")
	}
	// With a sentence of the office's own in it, whichever is laid first.
	local.Wordings = append(local.Wordings, worded(t, p, nameStep, "Gõ họ tên cháu."))
	if got := walked(t, p.WithLocal(local), "phone"); !strings.Contains(got, "Gõ ngày sinh. Điền tờ khai: Gõ họ tên cháu.") {
		t.Errorf("%q", got)
	}
	if got := namesOf(t, p, "hai"); !slices.Equal(got, []string{"use:gui", "giua", "use:gui:2"}) {
		t.Errorf("%q", got)
	}
	if _, err := p.WordingPlace(guide.OrderOf("mot")); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("the order of one step: %v", err)
	}
}

func TestOrdersAreParkedWithTheirSteps(t *testing.T) {
	w := swapped(t, lined(), "ten-chau", "ngay-sinh")
	for name, c := range map[string]struct {
		edit func(p *guide.Pack)
		own  bool
	}{
		"as it was":       {func(*guide.Pack) {}, true},
		"a step reworded": {func(p *guide.Pack) { p.Services[0].Steps[1].Say = "Gõ họ tên cháu." }, true},
		"a step more": {func(p *guide.Pack) {
			p.Services[0].Steps = append(p.Services[0].Steps, guide.Step{ID: "moi", Say: "Mới."})
		}, false},
		"a step less":        {func(p *guide.Pack) { p.Services[0].Steps = p.Services[0].Steps[:8] }, false},
		"another order":      {func(p *guide.Pack) { s := p.Services[0].Steps; s[2], s[3] = s[3], s[2] }, false},
		"for other people":   {func(p *guide.Pack) { p.Services[0].Steps[2].When = nil }, false},
		"another chapter":    {func(p *guide.Pack) { p.Services[0].Steps[3].Chapter = "Nơi sinh" }, false},
		"a flow sends now":   {func(p *guide.Pack) { p.Flows[0].Steps[0].Sends = true }, false},
		"the lesson is gone": {func(p *guide.Pack) { p.Services[0].Steps = nil }, false},
	} {
		p := lined()
		c.edit(p)
		before := walked(t, p, "phone")
		landed, parked := p.LandWordings([]guide.Wording{w})
		if (len(landed) == 1) != c.own || (len(parked) == 0) != c.own {
			t.Errorf("%s: %d landed, %d parked", name, len(landed), len(parked))
		}
		if changed := walked(t, p.WithLocal(guide.Local{Wordings: []guide.Wording{w}}), "phone") != before; changed != c.own {
			t.Errorf("%s: changed %t", name, changed)
		}
	}
	// What is no order of these steps changes nothing, wherever it came from.
	for _, say := range []string{"ten-chau", "", strings.Repeat("ten-chau ", 9), w.Say + " moi"} {
		p, odd := lined(), w
		odd.Say = say
		if got := walked(t, p.WithLocal(guide.Local{Wordings: []guide.Wording{odd}}), "phone"); got != walked(t, p, "phone") {
			t.Errorf("%q: %q", say, got)
		}
	}
}

func TestReadOrder(t *testing.T) {
	p := lined()
	for name, c := range map[string]struct {
		a, b string
		want string // in the message; "": no flaw
	}{
		"within a chapter":         {"ten-chau", "ngay-sinh", ""},
		"two of one way":           {"toi-quay", "nop-giay", ""},
		"the last one":             {"nop-giay", "lay-hen", "Bước cuối của bài phải là “Lấy giấy hẹn.”"},
		"over what sends":          {"noi-sinh", "use:gui", "Không đưa bước nào qua bước “Gửi hồ sơ” được."},
		"into another chapter":     {"use:dang-nhap", "ten-chau", "đang đứng ngoài chặng của nó"},
		"two that nobody meets":    {"ghi-ma", "toi-quay", "vẫn thấy như cũ"},
		"the same":                 {"ten-chau", "ten-chau", "giống của tỉnh"},
		"the last before the send": {"use:gui", "ghi-ma", "Bước cuối của bài phải là “Ghi mã hồ sơ.”"},
	} {
		flaws, err := p.ReadWording(swapped(t, p, c.a, c.b), "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range flaws {
			if f.Field != "say" || f.Mend == "" || f.Warning {
				t.Errorf("%s: %+v", name, f)
			}
			said = append(said, f.Message)
		}
		if all := strings.Join(said, " "); (c.want == "") != (all == "") || !strings.Contains(all, c.want) {
			t.Errorf("%s: %q", name, all)
		}
	}
	// The rules of the pack are asked, too: two steps in a row that say the same.
	p.Services[0].Steps[1].Say = "Gõ nơi sinh."
	flaws, err := p.ReadWording(swapped(t, p, "ten-chau", "ngay-sinh"), "2026-11-30")
	if err != nil || len(flaws) != 1 || !strings.Contains(flaws[0].Message, "nói cùng một câu") {
		t.Errorf("%+v, %v", flaws, err)
	}
	late := swapped(t, lined(), "ten-chau", "ngay-sinh")
	late.From = "2026-11-30"
	if flaws, err := lined().ReadWording(late, "2026-11-30"); err != nil || len(flaws) != 1 || flaws[0].Field != "from" {
		t.Errorf("%+v, %v", flaws, err)
	}
	late.Say = "ten-chau"
	if flaws, err := lined().ReadWording(late, "2026-11-29"); err != nil || len(flaws) != 1 || !strings.Contains(flaws[0].Message, "thêm hoặc bớt") {
		t.Errorf("%+v, %v", flaws, err)
	}
}
