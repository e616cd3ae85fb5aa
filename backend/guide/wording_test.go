package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

const nameStep = "khai-sinh/ten-chau"

// worded is a wording of a step of the small pack, for the words that stand there.
func worded(t *testing.T, p *guide.Pack, target, say string) guide.Wording {
	t.Helper()
	place, err := p.Place(target)
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: target, Say: say, Words: place.Words(), Under: strings.Join(place.Texts, "\n"), Made: "2026-11-30 09:00"}
}

// lesson is what a lesson says, line by line.
func lesson(t *testing.T, p *guide.Pack, key string) []string {
	t.Helper()
	s, err := p.Service(key)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, i := range s.Checklist {
		list = append(list, i.Say+i.Note)
	}
	w, err := p.Walk(s, guide.Answers{})
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range w.Steps {
		list = append(list, st.Say+st.Why)
	}
	return list
}

func TestWordingsStandInTheirPlacesOnly(t *testing.T) {
	p := noted()
	before := lesson(t, p, "khai-sinh")
	changed := p.WithLocal(guide.Local{Wordings: []guide.Wording{
		worded(t, p, nameStep, "Gõ họ tên cháu."), worded(t, p, "khai-sinh/can-cuoc", "Căn cước"), worded(t, p, "flow dang-nhap/mat-khau", "Gõ mật khẩu VNeID."),
	}})
	if got, want := lesson(t, changed, "khai-sinh"), []string{"Giấy chứng sinh", "Căn cước", "Mở cổng.", "Đăng nhập.", "Gõ họ tên cháu."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := lesson(t, changed, "ket-hon"), []string{"Gõ mật khẩu VNeID.", "Gõ tên hai người."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if !slices.Equal(lesson(t, p, "khai-sinh"), before) {
		t.Error("the pack itself was changed")
	}
}

// An edition that has other words, a step that is gone, a step that took its name.
func TestWordingsOfOtherWordsAreParked(t *testing.T) {
	p := noted()
	list := []guide.Wording{worded(t, p, nameStep, "Gõ họ tên cháu."), worded(t, p, "khai-sinh/mo-cong", "Mở trang.")}
	next := noted()
	next.Services[0].Steps[2].Say = "Gõ tên cháu, có dấu."
	next.Services[0].Steps[0].ID, next.Services[0].Steps[0].Was = "mo-trang", []string{"mo-cong"}
	landed, parked := next.LandWordings(list)
	if len(parked) != 1 || parked[0].Target != nameStep || landed["khai-sinh/mo-trang"].Say != "Mở trang." {
		t.Errorf("%+v, parked %+v", landed, parked)
	}
	if got := lesson(t, next.WithLocal(guide.Local{Wordings: list}), "khai-sinh"); !slices.Contains(got, "Gõ tên cháu, có dấu.") || !slices.Contains(got, "Mở trang.") {
		t.Errorf("%q", got)
	}
}

func TestInForce(t *testing.T) {
	at := func(id int64, made, from, say string) guide.Wording {
		return guide.Wording{ID: id, Target: nameStep, Made: made + " 09:00", From: from, Say: say}
	}
	for name, c := range map[string]struct {
		all   []guide.Wording
		today string
		want  string
	}{
		"nothing":                       {nil, "2026-11-30", ""},
		"at once":                       {[]guide.Wording{at(1, "2026-11-30", "", "A")}, "2026-11-30", "A"},
		"the later one":                 {[]guide.Wording{at(2, "2026-11-30", "", "B"), at(1, "2026-11-30", "", "A")}, "2026-11-30", "B"},
		"not yet":                       {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2026-11-30", "2027-01-01", "B")}, "2026-12-31", "A"},
		"its day has come":              {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2026-11-30", "2027-01-01", "B")}, "2027-01-01", "B"},
		"its day comes after a mend":    {[]guide.Wording{at(1, "2026-11-30", "2027-01-01", "B"), at(2, "2026-12-05", "", "A")}, "2027-01-02", "B"},
		"mended after its day":          {[]guide.Wording{at(1, "2026-11-30", "2027-01-01", "B"), at(2, "2027-02-05", "", "C")}, "2027-02-05", "C"},
		"taken back":                    {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2026-12-01", "", "")}, "2026-12-01", ""},
		"what was to come goes along":   {[]guide.Wording{at(1, "2026-11-30", "2027-01-01", "B"), at(2, "2026-12-01", "", "")}, "2027-01-02", ""},
		"agreed on again":               {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2026-12-01", "", ""), at(3, "2026-12-02", "", "C")}, "2026-12-02", "C"},
		"mended by a clock behind":      {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2016-12-01", "", "B")}, "2016-12-02", "B"},
		"and the clock mended":          {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2016-12-01", "", "B")}, "2026-12-02", "B"},
		"agreed on by a clock ahead":    {[]guide.Wording{at(1, "2036-11-30", "", "A"), at(2, "2026-12-01", "", "B")}, "2026-12-02", "B"},
		"the clock is ten years behind": {[]guide.Wording{at(1, "2026-11-30", "", "A"), at(2, "2016-12-01", "", "")}, "2016-12-02", ""},
	} {
		got := ""
		for _, w := range guide.InForce(c.all, c.today) {
			got += w.Say
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestReadWording(t *testing.T) {
	p := noted()
	p.Services[0].Steps[2].Why = "Trong 60 ngày."
	long := strings.Repeat("Xem kỹ. ", 20) + "Xem kỹ."
	for name, c := range map[string]struct {
		change func(w *guide.Wording)
		want   []string // fields, a warning in brackets
	}{
		"fine":      {func(*guide.Wording) {}, nil},
		"empty":     {func(w *guide.Wording) { w.Say = "" }, []string{"say"}},
		"as it was": {func(w *guide.Wording) { w.Say, w.More = "Gõ tên cháu.", "Trong 60 ngày." }, []string{"say"}},
		"too long":  {func(w *guide.Wording) { w.More = long }, []string{"more"}},
		"more syllables than reads": {func(w *guide.Wording) {
			w.Say = "Gõ họ và tên của cháu bé như trên giấy chứng sinh, chữ có dấu, rồi đọc lại một lượt nữa."
		}, []string{"(say)"}},
		"a number without a source": {func(w *guide.Wording) { w.More = "Trong 30 ngày." }, []string{"source"}},
		"a number that stood there": {func(w *guide.Wording) { w.More = "Hạn là 60 ngày." }, nil},
		"a count is no number":      {func(w *guide.Wording) { w.More = "Nộp tại bàn 3." }, nil},
		"a source without a day":    {func(w *guide.Wording) { w.More, w.Source = "Trong 30 ngày.", "Luật Hộ tịch" }, []string{"dated"}},
		"a source of tomorrow":      {func(w *guide.Wording) { w.Source, w.Dated = "Luật", "2026-12-01" }, []string{"dated"}},
		"no day":                    {func(w *guide.Wording) { w.Source, w.Dated = "Luật", "hôm qua" }, []string{"dated"}},
		"whole": {func(w *guide.Wording) {
			w.More, w.Source, w.Dated = "Trong 30 ngày.", "Luật Hộ tịch", "2026-07-01"
		}, nil},
		"begins yesterday":        {func(w *guide.Wording) { w.From = "2026-11-29" }, []string{"from"}},
		"begins tomorrow":         {func(w *guide.Wording) { w.From = "2026-12-01" }, nil},
		"a page that is not ours": {func(w *guide.Wording) { w.Say = "Mở trang dichvucong-gov.com." }, []string{"say"}},
	} {
		w := worded(t, p, nameStep, "Gõ họ tên cháu.")
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
	for _, target := range []string{"khai-sinh", "khai-sinh/khong-co"} {
		if _, err := p.ReadWording(guide.Wording{Target: target, Say: "Câu"}, "2026-11-30"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", target, err)
		}
	}
}
