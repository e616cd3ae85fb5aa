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
