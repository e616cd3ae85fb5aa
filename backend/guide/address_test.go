package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// A host that is only drawn gets no code, whatever else is official.
func TestDrawnHostsGetNoCode(t *testing.T) {
	hosts := []guide.Host{{Host: "dichvucong.gov.vn", Subdomains: true}, {Host: "sso.dancuquocgia.gov.vn", Drawn: true, Login: guide.LoginVNeID}}
	if _, err := guide.Official("https://dichvucong.gov.vn/a", hosts); err != nil {
		t.Error(err)
	}
	_, err := guide.Official("https://sso.dancuquocgia.gov.vn/auth", hosts)
	if guide.ErrorCode(err) != guide.CodeUnofficial || !strings.Contains(guide.Message(err), "chỉ để vẽ hình") {
		t.Errorf("%v", err)
	}
}

// The pages after filing carry the name of the service's own system, in
// whatever flow they stand; where none is known the bar names nobody.
func TestSystemScreensCarryTheServicesHost(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	p.Flows = append(p.Flows, guide.Flow{Key: "sau-khi-nop", Title: "Sau khi nộp", Steps: []guide.Step{
		{Say: "Gõ passcode", Screen: &guide.Screen{On: guide.SurfaceSystem, App: guide.StatePage, Title: "Chia sẻ", Show: []guide.Part{{Text: "a"}}}},
		{Say: "Gửi hồ sơ", Screen: &guide.Screen{On: guide.SurfaceSystem, Title: "Gửi", Show: []guide.Part{{Text: "a"}}}},
	}})
	s.Steps = append(s.Steps, guide.Step{Use: "sau-khi-nop"})
	for _, system := range []string{"dichvucongnganhtuphap.moj.gov.vn", ""} {
		s.System = system
		walks := map[string][]guide.WalkStep{}
		var err error
		if walks["all"], err = p.AllSteps(s); err != nil {
			t.Fatal(err)
		}
		if walks["shown"], err = p.ShownSteps(s); err != nil {
			t.Fatal(err)
		}
		w, err := p.Walk(s, s.Combinations()[0])
		if err != nil {
			t.Fatal(err)
		}
		walks["walk"] = w.Steps
		for name, steps := range walks {
			n := len(steps)
			if n < 2 || steps[n-2].Screen.App != guide.StatePage || steps[n-1].Screen.App != system {
				t.Errorf("%s, system %q: %+v", name, system, steps[max(0, n-2):])
			}
		}
	}
	if app := p.Flow("sau-khi-nop").Steps[1].Screen.App; app != "" {
		t.Errorf("the flow itself was changed: %q", app)
	}
}

// Whoever is led to the portal hears to which names it changes; others do not.
func TestAfterTellsToWhichNamesThePageChanges(t *testing.T) {
	p := mustPack(t)
	s := &p.Services[0]
	s.Kind, s.Links = guide.KindProcedure, map[string]string{guide.LinkPortal: "a"}
	p.Info.Moves = "Đăng nhập thì tên trang đổi."
	w := &guide.Walk{}
	if next := p.After(s, w); len(next) != len(s.Next)+1 || next[0].Say != p.Info.Moves {
		t.Errorf("%v", next)
	}
	w.Steps = []guide.WalkStep{{Step: guide.Step{Off: true}}}
	if next := p.After(s, w); len(next) != len(s.Next) {
		t.Errorf("in person: %v", next)
	}
	w.Steps, s.Links = nil, map[string]string{guide.LinkAndroid: "a"}
	if next := p.After(s, w); len(next) != len(s.Next) {
		t.Errorf("an app: %v", next)
	}
}
