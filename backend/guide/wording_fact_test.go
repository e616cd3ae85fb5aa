package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// fact is what an office says in the place of a number of the small pack.
func fact(t *testing.T, p *guide.Pack, name, say, more string) guide.Wording {
	t.Helper()
	place, err := p.WordingPlace(guide.NumberOf("khai-sinh", name))
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: place.Target, Say: say, More: more, Source: "Nghị quyết 12", Dated: "2026-07-01", Words: place.Words()}
}

// An office's own numbers, where the province has one, only asks, or says nothing.
func TestFactsOfTheOffice(t *testing.T) {
	p := feed()
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{
		fact(t, p, "fee", "5.000 đồng", "Miễn cho người già"), fact(t, p, "time", "Trong ngày", ""), fact(t, p, "hotline", "0203 123 456", ""),
	}})
	s, err := own.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		claim *guide.Claim
		say   string
		note  string
	}{"fee": {s.Fee, "5.000 đồng", "Miễn cho người già"}, "time": {s.Time, "Trong ngày", ""}, "hotline": {s.Hotline, "0203 123 456", ""}} {
		if c.claim == nil || c.claim.Say != c.say || c.claim.Note != c.note {
			t.Errorf("%s: %+v", name, c.claim)
		} else if src := own.Source(c.claim.Source); src == nil || src.Title != "Nghị quyết 12" || src.Date != "2026-07-01" {
			t.Errorf("%s: source %+v", name, src)
		}
	}
	if s.Deadline.Say != "Trong 60 ngày" || p.Services[0].Fee.Say != "8.000 đồng" || p.Services[0].Hotline != nil {
		t.Error("something else was changed, or the pack itself")
	}
	if why := own.Outdated(guide.BatchService{Service: "khai-sinh", Fee: "8.000 đồng"}, ""); len(why) != 1 {
		t.Errorf("paper with the old fee: %q", why)
	}
}

func TestFactsAreParkedWithTheirNumber(t *testing.T) {
	before := feed()
	for name, c := range map[string]struct {
		fact string
		edit func(s *guide.Service)
		own  bool
	}{
		"as it was":                   {"fee", func(*guide.Service) {}, true},
		"another number changed":      {"fee", func(s *guide.Service) { s.Deadline = nil }, true},
		"the number changed":          {"fee", func(s *guide.Service) { s.Fee.Say = "10.000 đồng" }, false},
		"its note changed":            {"fee", func(s *guide.Service) { s.Fee.Note = "" }, false},
		"the number is gone":          {"fee", func(s *guide.Service) { s.Fee = nil }, false},
		"there is a number now":       {"hotline", func(s *guide.Service) { s.Hotline = &guide.Claim{Say: "1022"} }, false},
		"a number instead of asking":  {"time", func(s *guide.Service) { s.Time.Say = "3 ngày" }, false},
		"there still is no number":    {"hotline", func(*guide.Service) {}, true},
		"the service is urgent today": {"hotline", func(s *guide.Service) { s.Emergency = &guide.Emergency{} }, false},
	} {
		w := fact(t, before, c.fact, "Lời của xã", "")
		p := feed()
		c.edit(&p.Services[0])
		landed, parked := p.LandWordings([]guide.Wording{w})
		if (len(landed) == 1) != c.own || (len(parked) == 0) != c.own {
			t.Errorf("%s: %d landed, %d parked", name, len(landed), len(parked))
		}
	}
}

// Away goes before the office's own number, whichever came first, until it is
// brought back or the province has another number.
func TestAwayGoesBeforeOwnNumbers(t *testing.T) {
	p := feed()
	local := guide.Local{Wordings: []guide.Wording{fact(t, p, "fee", "5.000 đồng", "")}, Away: []guide.Away{mustTake(t, p, "khai-sinh#fee")}}
	fee := func(p *guide.Pack) string {
		s, err := p.WithLocal(local).Service("khai-sinh")
		if err != nil {
			t.Fatal(err)
		}
		return s.Fee.Say
	}
	if got := fee(p); got != guide.AskStaff {
		t.Errorf("away: %q", got)
	}
	next := feed()
	next.Services[0].Fee.Say = "10.000 đồng"
	if got := fee(next); got != "10.000 đồng" {
		t.Errorf("the province has heard: %q", got)
	}
	local.Away = nil
	if got := fee(p); got != "5.000 đồng" {
		t.Errorf("brought back: %q", got)
	}
}

func TestReadFact(t *testing.T) {
	p := feed()
	p.Services[0].Steps[2].Why = "Phải nộp 8.000 đồng."
	for name, c := range map[string]struct {
		fact   string
		change func(w *guide.Wording)
		want   []string // fields, a warning in brackets
	}{
		"whole":                   {"fee", func(w *guide.Wording) { w.Say = "8.000 đồng mỗi bản" }, nil},
		"free":                    {"time", func(w *guide.Wording) { w.Say = "Làm ngay" }, nil},
		"empty":                   {"time", func(w *guide.Wording) { w.Say = "" }, []string{"say"}},
		"as it was":               {"fee", func(w *guide.Wording) { w.Say, w.More = "8.000 đồng", "Miễn cho hộ nghèo" }, []string{"say"}},
		"no paper":                {"fee", func(w *guide.Wording) { w.Say, w.Source, w.Dated = "Không thu", "", "" }, []string{"source", "dated", "(say)"}},
		"paper without a day":     {"time", func(w *guide.Wording) { w.Dated = "" }, []string{"dated"}},
		"paper of tomorrow":       {"time", func(w *guide.Wording) { w.Dated = "2026-12-01" }, []string{"dated"}},
		"only asks":               {"time", func(w *guide.Wording) { w.Say = "Hỏi cán bộ nhé" }, []string{"say"}},
		"too long a deadline":     {"deadline", func(w *guide.Wording) { w.Say = "Trong 60 ngày kể từ ngày sinh của cháu bé" }, []string{"say"}},
		"deadline with a note":    {"deadline", func(w *guide.Wording) { w.Say, w.More = "Trong 90 ngày", "Trễ thì bị phạt" }, []string{"more", "(say)"}},
		"too long":                {"fee", func(w *guide.Wording) { w.Say = "8.000 đồng " + strings.Repeat("x", 90) }, []string{"say"}},
		"a page that is not ours": {"hotline", func(w *guide.Wording) { w.Say = "Xem dichvucong-gov.com" }, []string{"say"}},
		"stands elsewhere, too":   {"fee", func(w *guide.Wording) { w.Say = "5.000 đồng" }, []string{"(say)"}},
	} {
		w := fact(t, p, c.fact, "Trong ngày", "")
		c.change(&w)
		flaws, err := p.ReadWording(w, "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range flaws {
			field := f.Field
			if f.Warning {
				field = "(" + field + ")"
			}
			got = append(got, field)
			if f.Message == "" || f.Mend == "" {
				t.Errorf("%s: %+v says too little", name, f)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q: %+v", name, got, c.want, flaws)
		}
	}
	for _, target := range []string{"khai-sinh#x", "khong-co#fee", "gap#hotline", guide.NumberIn("khai-sinh", "watch", "Quá 60 ngày phải nộp tiền.")} {
		if _, err := p.ReadWording(guide.Wording{Target: target, Say: "Câu"}, "2026-11-30"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", target, err)
		}
	}
}
