package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// A skill that logs in, used twice on one way; a lesson that asks for an account.
func skilled() (*guide.Pack, *guide.Service) {
	p := &guide.Pack{
		Info: guide.PackInfo{Ready: []guide.Ready{{Key: "phone", Say: "Điện thoại"}, {Key: "password", Say: "Mật khẩu"}, {Key: "card", Say: "Thẻ"}}},
		Flows: []guide.Flow{
			{Key: "log-in", Title: "Đăng nhập", Chapter: "Đăng nhập", Ready: []string{"password", "phone"}, Brief: &guide.Step{Say: "Đăng nhập"},
				Steps: []guide.Step{{Say: "Gõ mật khẩu"}, {Use: "again"}}},
			{Key: "again", Brief: &guide.Step{Say: "Lần hai"}, Steps: []guide.Step{{Say: "Gõ passcode"}, {Say: "Xác nhận", Screen: &guide.Screen{On: guide.SurfaceSystem}}}},
		},
		Services: []guide.Service{{Key: "account"}},
	}
	s := &guide.Service{
		Key: "file", System: "x.gov.vn",
		Facts: []guide.Fact{
			{Key: "account", Answers: []guide.Answer{{Key: "yes"}, {Key: "no", First: "account"}}},
			{Key: "way", Answers: []guide.Answer{{Key: "phone"}, {Key: "desk"}}},
		},
		Checklist: []guide.Item{{Say: "Giấy"}},
		Steps: []guide.Step{
			{Use: "log-in", When: guide.When{"way": {"phone"}}},
			{Say: "Điền", Chapter: "Tờ khai", When: guide.When{"way": {"phone"}}},
			{Say: "Tới quầy", Chapter: "Tới quầy", When: guide.When{"way": {"desk"}}},
		},
	}
	return p, s
}

func said(steps []guide.WalkStep) string {
	var list []string
	for _, st := range steps {
		list = append(list, st.Say+"/"+st.Skill+"/"+st.Chapter)
	}
	return strings.Join(list, " ")
}

func TestSkillStandsInALessonAsOneStep(t *testing.T) {
	p, s := skilled()
	phone := guide.Answers{"account": "yes", "way": "phone"}
	w, err := p.Walk(s, phone)
	if got, want := said(w.Steps), "Đăng nhập/log-in/Đăng nhập Điền//Tờ khai"; err != nil || got != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	skill, err := p.Skill(s, "log-in")
	if err != nil || said(skill.Steps) != "Gõ mật khẩu//Đăng nhập Gõ passcode//Đăng nhập Xác nhận//Đăng nhập" {
		t.Fatalf("%+v, %v", skill, err)
	}
	if app := skill.Steps[2].Screen.App; app != "x.gov.vn" {
		t.Errorf("the service's own system is %q in the skill", app)
	}
	for _, key := range []string{"", "nowhere", strings.Repeat("x", 1000)} {
		if _, err := p.Skill(s, key); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("skill %.20q: %v", key, err)
		}
	}
	s.Steps[0].Whole = true
	if w, _ = p.Walk(s, phone); said(w.Steps) != "Gõ mật khẩu//Đăng nhập Lần hai/again/Đăng nhập Điền//Tờ khai" {
		t.Errorf("written out: %q", said(w.Steps))
	}
	if all, err := p.AllSteps(s); err != nil || !strings.Contains(said(all), "Lần hai") || !strings.Contains(said(all), "Gõ passcode") {
		t.Errorf("of all steps there are %q, %v", said(all), err)
	}
}

// Only what a step of the lesson stands for is one of its skills.
func TestASkillBelongsToTheLessonThatUsesIt(t *testing.T) {
	p, s := skilled()
	for name, tt := range map[string]struct {
		change func()
		found  bool
	}{
		"within another skill":   {func() {}, false},
		"a flow written out":     {func() { s.Steps[0].Whole = true }, true},
		"within a flow without":  {func() { p.Flows[0].Brief = nil }, true},
		"written out within one": {func() { p.Flows[0].Brief, p.Flows[0].Steps[1].Whole = nil, true }, false},
		"of no step":             {func() { p.Flows[0].Brief, s.Steps = nil, s.Steps[1:] }, false},
		"of how a page is opened": {func() {
			p.Info.Opening, s.Kind, s.Steps, s.Links = "again", guide.KindProcedure, nil, map[string]string{guide.LinkPortal: "x"}
		}, true},
		"of what is not opened": {func() { p.Info.Opening, s.Steps = "again", nil }, false},
	} {
		p, s = skilled()
		tt.change()
		if _, err := p.Skill(s, "again"); (err == nil) != tt.found || err != nil && guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := p.Skill(&p.Services[0], "log-in"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("a lesson that does not log in: %v", err)
	}
}

// What is sent or called anywhere in a flow, and where it goes, holds for the step
// that stands for it.
func TestABriefStepDoesWhatItsFlowDoes(t *testing.T) {
	phone := guide.Answers{"account": "yes", "way": "phone"}
	for name, tt := range map[string]struct {
		change func(p *guide.Pack)
		does   string
	}{
		"nothing":             {func(*guide.Pack) {}, ""},
		"its own step":        {func(p *guide.Pack) { p.Flows[0].Steps[0].Sends = true }, "sends"},
		"a flow within":       {func(p *guide.Pack) { p.Flows[1].Steps[1].Sends = true }, "sends"},
		"a brief step within": {func(p *guide.Pack) { p.Flows[1].Brief.Sends = true }, "sends"},
		"its own call":        {func(p *guide.Pack) { p.Flows[0].Steps[0].Calls = true }, "calls"},
		"a call within":       {func(p *guide.Pack) { p.Flows[1].Steps[0].Calls = true }, "calls"},
		"a place within":      {func(p *guide.Pack) { p.Flows[1].Steps[0].Goes = true }, "goes"},
		"a circle, and a call": {func(p *guide.Pack) {
			p.Flows[1].Steps = append(p.Flows[1].Steps, guide.Step{Use: "log-in"}, guide.Step{Say: "Gọi", Calls: true})
		}, "calls"},
	} {
		p, s := skilled()
		tt.change(p)
		w, err := p.Walk(s, phone)
		if err != nil || len(w.Steps) != 2 {
			t.Fatalf("%s: %+v, %v", name, w, err)
		}
		if got := does(w.Steps[0].Step); got != tt.does || (len(w.Calls()) > 0) != (got == "calls") {
			t.Errorf("%s: it does %q", name, got)
		}
		if got := does(*p.Flows[0].Brief); got != "" {
			t.Errorf("%s: the flow's own step does %q now", name, got)
		}
	}
}

func does(st guide.Step) string {
	var list []string
	for what, is := range map[string]bool{"sends": st.Sends, "calls": st.Calls, "goes": st.Goes} {
		if is {
			list = append(list, what)
		}
	}
	return strings.Join(list, " ")
}

func TestWhatOneMustHaveIsAskedOfWhoNeedsIt(t *testing.T) {
	p, s := skilled()
	keys := func(w *guide.Walk) (list []string) {
		for _, r := range w.Ready {
			list = append(list, r.Key)
		}
		return list
	}
	w, err := p.Walk(s, guide.Answers{"account": "yes", "way": "phone"})
	if got := keys(w); err != nil || !slices.Equal(got, []string{"phone", "password"}) {
		t.Errorf("on the phone %q, %v", got, err)
	}
	if w, _ = p.Walk(s, guide.Answers{"account": "yes", "way": "desk"}); len(w.Ready) > 0 {
		t.Errorf("at the desk %q", keys(w))
	}
	if !s.DeskWay() || (&guide.Service{Facts: s.Facts[:1]}).DeskWay() {
		t.Error("which lesson has a way for the desk")
	}
}

func TestAnAnswerMaySendElsewhereFirst(t *testing.T) {
	p, s := skilled()
	w, err := p.Walk(s, guide.Answers{"account": "no"})
	if err != nil || w.First == nil || w.First.Key != "account" || w.Ask != nil || len(w.Steps)+len(w.Checklist) > 0 {
		t.Errorf("%+v, %v", w, err)
	}
	if w, _ = p.Walk(s, guide.Answers{"account": "yes"}); w.First != nil || w.Ask == nil || w.Ask.Key != "way" {
		t.Errorf("%+v", w)
	}
	for _, set := range s.Combinations() {
		if set["account"] != "yes" || len(set) != 2 {
			t.Errorf("walked with %v", set)
		}
	}
}
