package guide_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// asking is the small pack of [lined] with a second question, asked of some only, and
// two lines to bring.
func asking() *guide.Pack {
	p := lined()
	s := &p.Services[0]
	s.Facts = append(s.Facts, guide.Fact{Key: "paper", Ask: "Có giấy chứng sinh chưa?", When: guide.When{"way": {"phone"}}, Answers: []guide.Answer{
		{Key: "yes", Say: "Có giấy rồi"}, {Key: "electronic", Say: "Có bản điện tử"}, {Key: "no", Say: "Không có giấy"}, {Key: "lost", Say: "Mất giấy", First: "mot"},
	}})
	s.Checklist = []guide.Item{{ID: "giay", Say: "Giấy chứng sinh", When: guide.When{"way": {"phone"}}}, {ID: "can-cuoc", Say: "Căn cước"}}
	return p
}

func whom(t *testing.T, p *guide.Pack, id, say string) guide.Wording {
	t.Helper()
	place, err := p.WordingPlace(guide.WhenOf(guide.FullID(false, orderly, id)))
	if err != nil {
		t.Fatal(err)
	}
	return guide.Wording{Target: place.Target, Say: say, Words: place.Words()}
}

// shownTo lists the ways on which a step or a line is seen.
func shownTo(t *testing.T, p *guide.Pack, id string) (ways []string) {
	t.Helper()
	s, err := p.Service(orderly)
	if err != nil {
		t.Fatal(err)
	}
	for _, answers := range s.Combinations() {
		w, err := p.Walk(s, answers)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(w.Steps, func(st guide.WalkStep) bool { return st.ID == id }) ||
			slices.ContainsFunc(w.Checklist, func(i guide.Item) bool { return i.ID == id }) {
			ways = append(ways, strings.Trim(answers["way"]+" "+answers["paper"], " "))
		}
	}
	return ways
}

func TestConditionsAreWrittenInOneForm(t *testing.T) {
	s := &asking().Services[0]
	for _, c := range []struct {
		when guide.When
		want string
	}{
		{nil, "everybody"},
		{guide.When{"way": {"desk", "phone"}}, "everybody"},
		{guide.When{"way": {"phone"}}, "way=phone"},
		{guide.When{"paper": {"no", "yes"}, "way": {"phone"}}, "way=phone; paper=yes|no"},
		{guide.When{"paper": {"yes", "electronic", "no"}}, "paper=yes|electronic|no"}, // who is asked at all
		{guide.When{"paper": {}}, "paper="},
	} {
		if got := s.SayWhen(c.when); got != c.want {
			t.Errorf("%v: %q, want %q", c.when, got, c.want)
		}
		when, known := s.ReadWhen(c.want)
		if !known || s.SayWhen(when) != c.want {
			t.Errorf("%q is read as %v", c.want, when)
		}
	}
	for _, odd := range []string{"", "=", "moi=1", "way=moi", "way", "way=phone; way=desk", "way=phone;paper=yes", "; ", "everybody; way=phone"} {
		if when, known := s.ReadWhen(odd); known && odd != "way" {
			t.Errorf("%q is read as %v", odd, when)
		}
	}
}

// What is read is written in one form, and read as the same again.
func FuzzReadWhen(f *testing.F) {
	for _, text := range []string{"everybody", "way=phone; paper=yes|no", "paper=", "way=moi", ""} {
		f.Add(text)
	}
	s := &asking().Services[0]
	f.Fuzz(func(t *testing.T, text string) {
		when, known := s.ReadWhen(text)
		if !known {
			return
		}
		said := s.SayWhen(when)
		again, known := s.ReadWhen(said)
		if !known || s.SayWhen(again) != said {
			t.Fatalf("%q is said %q, and that %q", text, said, s.SayWhen(again))
		}
		for _, answers := range s.Combinations() {
			if when.Holds(answers) != again.Holds(answers) {
				t.Fatalf("%q holds for %v, and %q", text, answers, said)
			}
		}
	})
}

func TestWhomTheOfficeShowsAStep(t *testing.T) {
	p := asking()
	before := walked(t, p, "desk")
	list := []guide.Wording{whom(t, p, "ngay-sinh", "way=phone; paper=yes|no"), whom(t, p, "giay", "everybody"), worded(t, p, "khai-sinh/ngay-sinh", "Gõ ngày cháu sinh."), swapped(t, p, "ten-chau", "ngay-sinh")}
	own := p.WithLocal(guide.Local{Wordings: list})
	if got := shownTo(t, own, "ngay-sinh"); !slices.Equal(got, []string{"phone yes", "phone no"}) {
		t.Errorf("%q", got)
	}
	if got := shownTo(t, own, "giay"); len(got) != 4 {
		t.Errorf("%q", got)
	}
	s, err := own.Service(orderly)
	if err != nil {
		t.Fatal(err)
	}
	w, err := own.Walk(s, guide.Answers{"way": "phone", "paper": "no"})
	if err != nil || w.Steps[1].Say != "Gõ ngày cháu sinh." || w.Steps[2].ID != "ten-chau" {
		t.Errorf("beside another order and another sentence: %+v, %v", w, err)
	}
	if walked(t, own, "desk") != before || len(shownTo(t, p, "ngay-sinh")) != 3 || len(p.Services[0].Checklist[0].When) != 1 {
		t.Error("another way was changed, or the pack itself")
	}
	// Sheets of before are not what the office says now.
	if ours := own.OursOn(s); len(ours) != 4 || !slices.ContainsFunc(ours, func(said string) bool { return strings.HasPrefix(said, "khai-sinh/giay#when\neverybody") }) {
		t.Errorf("%q", ours)
	}
	for _, target := range []string{"flow gui/gui#when", "mot/mot#when", "khai-sinh#when", "khai-sinh/gui#when", "khai-sinh/moi#when"} {
		if _, err := p.WordingPlace(target); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", target, err)
		}
	}
	p.Services[0].Emergency = &guide.Emergency{}
	if _, err := p.WordingPlace("khai-sinh/ngay-sinh#when"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("in an emergency: %v", err)
	}
}

func TestNamesOfPlacesAreTakenApart(t *testing.T) {
	for target, want := range map[string]string{
		"khai-sinh": "khai-sinh - - - -", "khai-sinh/ten-chau": "khai-sinh - - - -", "khai-sinh#fee": "khai-sinh number fact - -",
		"khai-sinh#order": "khai-sinh number - order -", "khai-sinh#watch-1f": "khai-sinh number - - -", "khai-sinh/ten-chau#when": "khai-sinh - - - when",
		"khai-sinh#when": "khai-sinh number - - -", "khai-sinh/ten-chau#order": "khai-sinh - - - -", "khai-sinh/a#fee": "khai-sinh - - - -", "flow gui/gui#when": "flow gui - - - -",
	} {
		say := func(is bool, name string) string {
			if is {
				return name
			}
			return "-"
		}
		got := strings.Join([]string{guide.ServiceOf(target), say(guide.IsNumber(target), "number"), say(guide.IsFact(target), "fact"), say(guide.IsOrder(target), "order"), say(guide.IsWhen(target), "when")}, " ")
		if got != want {
			t.Errorf("%s: %s, want %s", target, got, want)
		}
	}
	// A step is no service: nobody hides a lesson by the name of one of its steps.
	if _, err := lined().Takeable("khai-sinh/ten-chau"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
}

func TestWhomIsParkedWithItsStepAndQuestions(t *testing.T) {
	w := whom(t, asking(), "ngay-sinh", "way=phone; paper=yes")
	for name, c := range map[string]struct {
		edit func(p *guide.Pack, s *guide.Service)
		own  bool
	}{
		"as it was":        {func(*guide.Pack, *guide.Service) {}, true},
		"another step":     {func(_ *guide.Pack, s *guide.Service) { s.Steps[1].Say = "Gõ họ tên cháu." }, true},
		"renamed":          {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].ID, s.Steps[2].Was = "ngay", []string{"ngay-sinh"} }, true},
		"its words":        {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].Say = "Gõ ngày sinh, tháng sinh." }, false},
		"its reason":       {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].Why = "Đủ số." }, false},
		"for other people": {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].When = nil }, false},
		"gone":             {func(_ *guide.Pack, s *guide.Service) { s.Steps = slices.Delete(s.Steps, 2, 3) }, false},
		"a question":       {func(_ *guide.Pack, s *guide.Service) { s.Facts[1].Ask = "Có giấy gì?" }, false},
		"who is asked":     {func(_ *guide.Pack, s *guide.Service) { s.Facts[1].When = nil }, false},
		"an answer":        {func(_ *guide.Pack, s *guide.Service) { s.Facts[1].Answers[0].Say = "Giấy đỏ" }, false},
		"an answer more": {func(_ *guide.Pack, s *guide.Service) {
			s.Facts[0].Answers = append(s.Facts[0].Answers, guide.Answer{Key: "x", Say: "X"})
		}, false},
		"an answer leads away": {func(_ *guide.Pack, s *guide.Service) { s.Facts[1].Answers[2].First = "mot" }, false},
		"a question less":      {func(_ *guide.Pack, s *guide.Service) { s.Facts = s.Facts[:1] }, false},
		"urgent":               {func(_ *guide.Pack, s *guide.Service) { s.Emergency = &guide.Emergency{} }, false},
		"it sends now":         {func(_ *guide.Pack, s *guide.Service) { s.Steps[2].Sends = true }, false},
		"it is the last now":   {func(_ *guide.Pack, s *guide.Service) { s.Steps = slices.Delete(s.Steps, 3, 6) }, false},
	} {
		p := asking()
		c.edit(p, &p.Services[0])
		landed, parked := p.LandWordings([]guide.Wording{w})
		if (len(landed) == 1) != c.own || (len(parked) == 0) != c.own {
			t.Errorf("%s: %d landed, %d parked", name, len(landed), len(parked))
		}
		if c.own {
			continue
		}
		own := p.WithLocal(guide.Local{Wordings: []guide.Wording{w}})
		if got, want := shownTo(t, own, "ngay-sinh"), shownTo(t, p, "ngay-sinh"); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	// What is no condition of this lesson changes nothing, wherever it came from.
	for _, say := range []string{"way=moi", "paper=", "", "way"} {
		odd := w
		odd.Say = say
		if got := shownTo(t, asking().WithLocal(guide.Local{Wordings: []guide.Wording{odd}}), "ngay-sinh"); len(got) != 3 {
			t.Errorf("%q: %q", say, got)
		}
	}
}

// The step of one lesson is now in another one.
func TestWhomFollowsAStepToAnotherLesson(t *testing.T) {
	w := whom(t, asking(), "ngay-sinh", "way=phone; paper=yes")
	p := asking()
	s := p.Services[0]
	s.Key, s.Steps = "khai-sinh-moi", slices.Clone(s.Steps)
	s.Steps[2].Was = []string{"khai-sinh/ngay-sinh"}
	p.Services = append(p.Services[1:], s)
	landed, parked := p.LandWordings([]guide.Wording{w})
	if _, there := landed["khai-sinh-moi/ngay-sinh#when"]; !there || len(parked) != 0 {
		t.Errorf("%v, %v", landed, parked)
	}
}

func TestReadWhom(t *testing.T) {
	for name, c := range map[string]struct {
		id, say string
		edit    func(s *guide.Service)
		want    string // in the message; "": no flaw
	}{
		"fewer":                     {"ngay-sinh", "way=phone; paper=yes|no", nil, ""},
		"a line for all":            {"giay", "everybody", nil, ""},
		"a line for fewer":          {"can-cuoc", "way=desk", nil, ""},
		"the same":                  {"ngay-sinh", "way=phone", nil, "đang giống của tỉnh"},
		"the same for whoever asks": {"ngay-sinh", "way=phone; paper=yes|electronic|no", nil, "vẫn thấy như cũ"},
		"other questions":           {"ngay-sinh", "moi=yes", nil, "vừa đổi câu hỏi"},
		"nothing chosen":            {"ngay-sinh", "way=phone; paper=", nil, "Câu “Có giấy chứng sinh chưa?” chưa chọn câu trả lời nào."},
		"nobody":                    {"ngay-sinh", "way=desk; paper=yes", nil, "Không ai trả lời như vậy"},
		"who is sent elsewhere":     {"ngay-sinh", "way=phone; paper=lost", nil, "Không ai trả lời như vậy"},
		"the last one":              {"ghi-ma", "way=phone; paper=yes", nil, "Bà con đáp “Điện thoại”, “Có bản điện tử” thì mất bước cuối: “Ghi mã hồ sơ.”."},
		"after the last one":        {"toi-quay", "everybody", nil, "Bà con đáp “Điện thoại” thì có bước đứng sau bước cuối của bài: “Ghi mã hồ sơ.”."},
		"what sends, for fewer":     {"noi-sinh", "way=phone; paper=yes", func(s *guide.Service) { s.Steps[3].Sends = true }, "thì mất bước gửi, gọi hoặc chỉ nơi tới: “Gõ nơi sinh.”."},
		"what sends, for more":      {"noi-sinh", "everybody", func(s *guide.Service) { s.Steps[3].Sends = true }, "Bà con đáp “Tại quầy” thì có thêm bước gửi, gọi hoặc chỉ nơi tới"},
		"what calls, for fewer":     {"noi-sinh", "way=phone; paper=yes", func(s *guide.Service) { s.Steps[3].Calls = true }, "thì mất bước gửi, gọi"},
		"where to go, for more":     {"noi-sinh", "everybody", func(s *guide.Service) { s.Steps[3].Goes, s.Steps[3].Off = true, true }, "thì có thêm bước gửi, gọi"},
		"a way without steps":       {"lay-hen", "way=phone", func(s *guide.Service) { s.Steps = append(s.Steps[:6], s.Steps[8]) }, "Bà con đáp “Tại quầy” thì không còn bước nào."},
		"nothing to bring":          {"can-cuoc", "way=phone", nil, "Bà con đáp “Tại quầy” thì không còn thứ nào phải có."},
		"another end": {"ngay-sinh", "way=phone; paper=yes", func(s *guide.Service) {
			s.Kind, s.Steps, s.Handoff = guide.KindTask, []guide.Step{
				{ID: "ngay-sinh", Say: "Xem hình.", Screen: &guide.Screen{}, When: guide.When{"way": {"phone"}}}, {ID: "mot", Say: "Hỏi cán bộ.", Off: true}, {ID: "hai", Say: "Về nhà.", Off: true},
			}, &guide.Handoff{}
		}, "thì màn hình cuối nói khác trước."},
		"the rules of the pack": {"noi-sinh", "way=phone; paper=yes", func(s *guide.Service) {
			s.Steps[4], s.Steps[2].Say = guide.Step{ID: "lai", Say: "Gõ ngày sinh.", When: s.Steps[2].When}, "Gõ ngày sinh."
		}, "nói cùng một câu"},
		"a way too short": {"nop-giay", "way=phone", nil, "thì bài chỉ có 2 bước"},
	} {
		p := asking()
		if c.edit != nil {
			c.edit(&p.Services[0])
		}
		if name == "a way too short" {
			p.Services[0].Handoff, p.Services[0].Steps = &guide.Handoff{}, append(slices.Clone(p.Services[0].Steps[6:]), p.Services[0].Steps[:6]...)
			p.Services[0].Steps[1], p.Services[0].Steps[0] = p.Services[0].Steps[0], p.Services[0].Steps[1]
		}
		flaws, err := p.ReadWording(whom(t, p, c.id, c.say), "2026-11-30")
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range flaws {
			if f.Field != "say" || f.Mend == "" || strings.Contains(f.Message, "map[") {
				t.Errorf("%s: %+v", name, f)
			}
			if !f.Warning {
				said = append(said, f.Message)
			}
		}
		if all := strings.Join(said, " "); (c.want == "") != (all == "") || !strings.Contains(all, c.want) {
			t.Errorf("%s: %q", name, all)
		}
	}
	late := whom(t, asking(), "ngay-sinh", "way=phone; paper=yes")
	late.From = "2026-11-30"
	if flaws, err := asking().ReadWording(late, "2026-11-30"); err != nil || len(flaws) != 1 || flaws[0].Field != "from" {
		t.Errorf("%+v, %v", flaws, err)
	}
}

// What two arrangements do together, neither does alone.
func TestArrangementsAreReadBesideOthers(t *testing.T) {
	p := asking()
	for i := range p.Services[0].Checklist {
		p.Services[0].Checklist[i].When = nil
	}
	first, second := whom(t, p, "giay", "way=phone"), whom(t, p, "can-cuoc", "way=phone")
	for _, w := range []guide.Wording{first, second} {
		if flaws, err := p.ReadWording(w, "2026-11-30"); err != nil || len(flaws) != 0 {
			t.Errorf("alone: %+v, %v", flaws, err)
		}
	}
	if flaws, err := p.ReadWording(second, "2026-11-30", first); err != nil || len(flaws) != 1 || !strings.Contains(flaws[0].Message, "không còn thứ nào") {
		t.Errorf("%+v, %v", flaws, err)
	}
	// Agreed on without each other: by two windows, for two days.
	landed, parked := p.LandWordings([]guide.Wording{first, second, worded(t, p, "khai-sinh/ngay-sinh", "Gõ ngày cháu sinh.")})
	if len(landed) != 1 || len(parked) != 2 {
		t.Errorf("%v, %v", landed, parked)
	}
}

// Whatever an office agrees on, one after the other, and takes back in whatever order:
// nobody's way loses its end, or what is sent on it.
func TestNobodysWayIsBroken(t *testing.T) {
	ids := []string{"ten-chau", "ngay-sinh", "noi-sinh", "ghi-ma", "toi-quay", "nop-giay", "lay-hen", "giay", "can-cuoc"}
	says := []string{"everybody", "way=phone", "way=desk", "way=phone; paper=yes", "paper=no|electronic", "way=phone; paper=electronic"}
	kept := 0
	for seed := range uint64(60) {
		random, p := rand.New(rand.NewPCG(seed, 26)), asking()
		all := map[string]guide.Wording{}
		for range 10 {
			w := whom(t, p, ids[random.IntN(len(ids))], says[random.IntN(len(says))])
			if random.IntN(6) == 0 {
				w = swapped(t, p, ids[random.IntN(7)], ids[random.IntN(7)])
			}
			var beside []guide.Wording
			for _, other := range all {
				beside = append(beside, other)
			}
			flaws, err := p.ReadWording(w, "2026-11-30", beside...)
			if err != nil {
				t.Fatal(err)
			}
			switch random.IntN(4) {
			case 0:
				delete(all, w.Target)
			default:
				if !slices.ContainsFunc(flaws, func(f guide.Flaw) bool { return !f.Warning }) {
					all[w.Target] = w
				}
			}
			var now []guide.Wording
			for _, other := range all {
				now = append(now, other)
			}
			kept += len(now)
			own := p.WithLocal(guide.Local{Wordings: now})
			was, is := &p.Services[0], &own.Services[0]
			for _, answers := range was.Combinations() {
				a, err := p.Walk(was, answers)
				b, broken := own.Walk(is, answers)
				if err != nil || broken != nil {
					t.Fatal(err, broken)
				}
				sent := func(w *guide.Walk) string {
					var list []string
					for _, st := range w.Steps {
						if st.Sends {
							list = append(list, st.ID)
						}
					}
					return fmt.Sprint(list)
				}
				if len(b.Steps) == 0 || b.Steps[len(b.Steps)-1].ID != a.Steps[len(a.Steps)-1].ID || sent(a) != sent(b) || len(b.Checklist) == 0 {
					t.Fatalf("seed %d: %v walks %+v with %+v", seed, answers, b, now)
				}
			}
		}
	}
	if kept < 200 {
		t.Errorf("only %d arrangements were in force", kept)
	}
}

func TestChangedWays(t *testing.T) {
	p := asking()
	for name, c := range map[string]struct {
		id, say string
		want    string
	}{
		"fewer":          {"ngay-sinh", "way=phone; paper=yes|no", "“Điện thoại”, “Có bản điện tử” 6>5"},
		"only one":       {"ngay-sinh", "way=phone; paper=electronic", "“Điện thoại”, “Có giấy rồi” 6>5; “Điện thoại”, “Không có giấy” 6>5"},
		"other people":   {"ngay-sinh", "way=desk", "“Điện thoại” 6>5; “Tại quầy” 3>4"},
		"everybody":      {"ngay-sinh", "everybody", "“Tại quầy” 3>4"},
		"a line":         {"giay", "everybody", "“Tại quầy” 1>2"},
		"nothing chosen": {"giay", "way=", ""},
		"the same":       {"giay", "way=phone", ""},
	} {
		var said []string
		for _, way := range p.ChangedWays(whom(t, p, c.id, c.say), nil) {
			said = append(said, fmt.Sprintf("%s %s>%s", way.Say, way.Before, way.After))
		}
		if got := strings.Join(said, "; "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	// Ways that differ in how long they are, and not in what decides, are one.
	p.Services[0].Steps[1].When = guide.When{"way": {"phone"}, "paper": {"yes"}}
	ways := p.ChangedWays(whom(t, p, "ngay-sinh", "way=desk"), nil)
	if len(ways) != 2 || ways[0].Before.String() != "5–6" || ways[0].After.String() != "4–5" {
		t.Errorf("%+v", ways)
	}
}
