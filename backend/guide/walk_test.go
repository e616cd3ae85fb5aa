package guide_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

func TestLongestWalkIsOneThatSomebodyWalks(t *testing.T) {
	facts := []guide.Fact{{Key: "a", Answers: []guide.Answer{{Key: "x"}, {Key: "y"}}}}
	p := &guide.Pack{Flows: []guide.Flow{{Key: "two", Steps: []guide.Step{{Say: "3"}, {Say: "4"}}}}}
	s := &guide.Service{Facts: facts, Steps: []guide.Step{
		{Say: "1"},
		{Say: "2", When: guide.When{"a": {"x"}}},
		{Use: "two", When: guide.When{"a": {"y"}}},
	}}
	if n, err := p.LongestWalk(s); n != 3 || err != nil {
		t.Errorf("%d steps, %v; want 3: no answer leads through all four", n, err)
	}
	s.Steps = append(s.Steps, guide.Step{Use: "nowhere"})
	if _, err := p.LongestWalk(s); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("a flow that is not there: %v", err)
	}
}

func TestOpeningIsForProceduresWithoutALesson(t *testing.T) {
	p := &guide.Pack{Info: guide.PackInfo{Opening: "open"}, Flows: []guide.Flow{{Key: "open", Title: "Mở trên cổng", Chapter: "Mở trang", Steps: []guide.Step{{Say: "1"}, {Say: "2"}}}}}
	portal := map[string]string{guide.LinkPortal: "x"}
	for name, tt := range map[string]struct {
		service guide.Service
		steps   int
	}{
		"procedure":               {guide.Service{Kind: guide.KindProcedure, Links: portal}, 2},
		"procedure with a lesson": {guide.Service{Kind: guide.KindProcedure, Links: portal, Steps: []guide.Step{{Say: "x"}}}, 0},
		"procedure without page":  {guide.Service{Kind: guide.KindProcedure}, 0},
		"app":                     {guide.Service{Kind: guide.KindApp, Links: portal}, 0},
	} {
		steps, err := p.Opening(&tt.service)
		if err != nil || len(steps) != tt.steps || (tt.steps > 0 && steps[0].Chapter != "Mở trang") {
			t.Errorf("%s: %d steps, %v; want %d", name, len(steps), err, tt.steps)
		}
		shown := max(tt.steps, len(tt.service.Steps))
		if w, err := p.Shown(&tt.service, nil); err != nil || len(w.Steps) != shown {
			t.Errorf("%s: shown %+v, %v; want %d steps", name, w, err, shown)
		}
		if steps, err := p.ShownSteps(&tt.service); err != nil || len(steps) != shown {
			t.Errorf("%s: %d steps at most, %v; want %d", name, len(steps), err, shown)
		}
	}
}
