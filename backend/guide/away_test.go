package guide_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

func feed() *guide.Pack {
	p := noted()
	s := &p.Services[0]
	s.Fee = &guide.Claim{Say: "8.000 đồng", Note: "Miễn cho hộ nghèo", Source: "luat"}
	s.Time = &guide.Claim{Say: "Hỏi cán bộ: tỉnh quy định"}
	s.Deadline = &guide.Claim{Say: "Trong 60 ngày"}
	s.Watch = []guide.Line{{Say: "Quá 60 ngày phải nộp tiền.", Source: "luat"}, {Say: "Tên phải đúng."}}
	s.Next = []guide.Next{{Say: "Ba ngày sau có tin nhắn.", Source: "cong"}}
	p.Services = append(p.Services, guide.Service{Key: "gap", Title: "Bị lừa", Emergency: &guide.Emergency{Then: "ket-hon"}})
	return p
}

func mustTake(t *testing.T, p *guide.Pack, target string) guide.Away {
	t.Helper()
	a, err := p.Takeable(target)
	if err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	return a
}

// What is taken away holds over editions for as long as the pack says the same.
func TestAwayOverEditions(t *testing.T) {
	before := feed()
	watch := guide.NumberIn("khai-sinh", "watch", "Quá 60 ngày phải nộp tiền.")
	for name, tt := range map[string]struct {
		target string
		edit   func(p *guide.Pack)
		holds  bool
	}{
		"as it was":          {"khai-sinh#fee", func(*guide.Pack) {}, true},
		"another service":    {"khai-sinh#fee", func(p *guide.Pack) { p.Services[1].Title = "Cưới" }, true},
		"fee changed":        {"khai-sinh#fee", func(p *guide.Pack) { p.Services[0].Fee.Say = "10.000 đồng" }, false},
		"its note changed":   {"khai-sinh#fee", func(p *guide.Pack) { p.Services[0].Fee.Note = "" }, false},
		"fee dropped":        {"khai-sinh#fee", func(p *guide.Pack) { p.Services[0].Fee = nil }, false},
		"sentence moved":     {watch, func(p *guide.Pack) { p.Services[0].Watch = p.Services[0].Watch[:1] }, true},
		"sentence changed":   {watch, func(p *guide.Pack) { p.Services[0].Watch[0].Say = "Quá hạn phải nộp tiền." }, false},
		"service":            {"ket-hon", func(p *guide.Pack) { p.Services[1].Title = "Cưới" }, true},
		"service gone":       {"ket-hon", func(p *guide.Pack) { p.Services = p.Services[:1] }, false},
		"service now urgent": {"ket-hon", func(p *guide.Pack) { p.Services[1].Emergency = &guide.Emergency{} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			a := mustTake(t, before, tt.target)
			p := feed()
			tt.edit(p)
			if p.Holds(a) != tt.holds {
				t.Errorf("holds %t", !tt.holds)
			}
			own := p.WithLocal(guide.Local{Away: []guide.Away{a}})
			if a.Service() {
				if own.Hides(a.Target) != tt.holds {
					t.Error("hidden and not, or the other way round")
				}
				return
			}
			s, err := own.Service("khai-sinh")
			if err != nil {
				t.Fatal(err)
			}
			asks := s.Fee != nil && s.Fee.Say == guide.AskStaff || s.Watch[0].Say == guide.AskStaffHere
			if asks != tt.holds {
				t.Errorf("fee %+v, watch %+v", s.Fee, s.Watch)
			}
			if f := p.Services[0].Fee; f != nil && f.Away || p.Services[0].Watch[0].Source == "" {
				t.Error("the pack itself was changed")
			}
		})
	}
}

func TestWhatCannotBeTakenAway(t *testing.T) {
	p := feed()
	for target, code := range map[string]guide.Code{
		"gap": guide.CodeInvalid, "khong-co": guide.CodeNotFound, "khai-sinh#hotline": guide.CodeNotFound, "khai-sinh#x": guide.CodeNotFound,
		"khai-sinh#time": guide.CodeNotFound, "gap#hotline": guide.CodeInvalid, "": guide.CodeNotFound,
	} {
		if _, err := p.Takeable(target); guide.ErrorCode(err) != code {
			t.Errorf("%q: %v", target, err)
		}
	}
}

// A hidden service is in no list, what led into it leads to staff, and who is in it
// finds it by its key.
func TestHidden(t *testing.T) {
	p := feed()
	p.Services[0].Facts = []guide.Fact{{Key: "married", Ask: "Đã kết hôn?", Answers: []guide.Answer{{Key: "no", Say: "Chưa", First: "ket-hon"}, {Key: "yes", Say: "Rồi"}}}}
	p.Info.Ready = []guide.Ready{{Key: "paper", Say: "Giấy", Missing: "Làm bài này trước.", First: "ket-hon"}}
	own := p.WithLocal(guide.Local{Away: []guide.Away{mustTake(t, p, "ket-hon")}})
	if _, err := own.Service("ket-hon"); guide.ErrorCode(err) != guide.CodeNotFound || len(own.Services) != 2 || !own.Hides("ket-hon") {
		t.Errorf("%v, %d services", err, len(own.Services))
	}
	if s, err := own.InSession("ket-hon"); err != nil || s.Key != "ket-hon" {
		t.Error(err)
	}
	s, err := own.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	w, err := own.Walk(s, guide.Answers{"married": "no"})
	if err != nil || !w.Blocked || w.First != nil || !w.Elsewhere() || len(w.Steps)+len(w.Checklist) > 0 || w.Ending(s) != guide.EndNone {
		t.Errorf("%+v, %v", w, err)
	}
	if w, err = own.Walk(s, guide.Answers{"married": "yes"}); err != nil || w.Blocked || len(w.Steps) == 0 {
		t.Errorf("%+v, %v", w, err)
	}
	if r := own.Info.Ready[0]; r.First != "" || r.Missing != guide.AskStaffFirst || p.Info.Ready[0].First != "ket-hon" {
		t.Errorf("%+v", r)
	}
	if gap, err := own.Service("gap"); err != nil || gap.Emergency.Then != "" || p.Services[2].Emergency.Then != "ket-hon" {
		t.Errorf("%+v, %v", gap, err)
	}
	if why := own.Outdated(guide.BatchService{Service: "ket-hon"}, ""); len(why) != 1 {
		t.Errorf("%q", why)
	}
	shown := p.WithLocal(guide.Local{Away: []guide.Away{mustTake(t, p, "ket-hon"), mustTake(t, p, "khai-sinh#fee")}}.ShownAll())
	if s, err := shown.Service("khai-sinh"); err != nil || shown.Hides("ket-hon") || !s.Fee.Away {
		t.Errorf("%v", err)
	}
}
