package guide_test

import (
	"slices"
	"testing"

	"tungbuoc/backend/guide"
)

func TestEndingTellsTheTruthOfTheCase(t *testing.T) {
	send, meet := guide.Step{Say: "gửi", Sends: true}, guide.Step{Say: "tới quầy", Off: true}
	call, draw := guide.Step{Say: "gọi", Calls: true}, guide.Step{Say: "chạm", Screen: &guide.Screen{}}
	read, where := guide.Step{Say: "đọc"}, guide.Step{Say: "hỏi Công an", Off: true, Goes: true}
	for _, tt := range []struct {
		name   string
		kind   guide.Kind
		advice guide.Advice
		steps  []guide.Step
		want   guide.Ending
	}{
		{"sent on the phone", guide.KindProcedure, guide.AdviceEither, []guide.Step{draw, send}, guide.EndFile},
		{"a paper is fetched first, then it is sent", guide.KindProcedure, guide.AdviceEither, []guide.Step{meet, send}, guide.EndFile},
		{"the number is written down after it was sent", guide.KindProcedure, guide.AdviceOffice, []guide.Step{send, meet}, guide.EndFile},
		{"at the counter", guide.KindProcedure, guide.AdviceEither, []guide.Step{draw, meet}, guide.EndDesk},
		{"only read", guide.KindProcedure, guide.AdviceOnline, []guide.Step{draw, read}, guide.EndNone},
		{"no lesson, online", guide.KindProcedure, guide.AdviceOnline, nil, guide.EndFile},
		{"no lesson, either", guide.KindProcedure, guide.AdviceEither, nil, guide.EndFile},
		{"no lesson, in person", guide.KindProcedure, guide.AdviceOffice, nil, guide.EndDesk},
		{"no lesson, not known", guide.KindProcedure, guide.AdviceAsk, nil, guide.EndAsk},
		{"app", guide.KindApp, guide.AdviceOnline, []guide.Step{draw}, guide.EndPractised},
		{"task", guide.KindTask, guide.AdviceOnline, []guide.Step{draw, meet}, guide.EndPractised},
		{"task that teaches how to send", guide.KindTask, guide.AdviceOnline, []guide.Step{draw, send}, guide.EndPractised},
		{"task that is only read", guide.KindTask, guide.AdviceOnline, []guide.Step{read}, guide.EndNone},
		{"task that is done in person", guide.KindTask, guide.AdviceEither, []guide.Step{where, meet}, guide.EndDesk},
		{"task in person, nothing marked", guide.KindTask, guide.AdviceEither, []guide.Step{meet, meet}, guide.EndDesk},
		{"task that touches one thing, then goes", guide.KindTask, guide.AdviceEither, []guide.Step{draw, where}, guide.EndDesk},
		{"task that calls before it goes", guide.KindTask, guide.AdviceEither, []guide.Step{call, where}, guide.EndUrgent},
		{"app that sends people somewhere", guide.KindApp, guide.AdviceOnline, []guide.Step{draw, where}, guide.EndDesk},
		{"task that calls", guide.KindTask, guide.AdviceOffice, []guide.Step{call, draw}, guide.EndUrgent},
	} {
		s := &guide.Service{Kind: tt.kind, Online: guide.Online{Advice: tt.advice}, Steps: tt.steps}
		if tt.steps != nil {
			s.Checklist, s.Handoff = []guide.Item{{Say: "giấy"}}, &guide.Handoff{}
		}
		w, err := (&guide.Pack{}).Walk(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Ending(s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		s.Emergency = &guide.Emergency{}
		if got := w.Ending(s); got != guide.EndUrgent {
			t.Errorf("%s in an emergency: %q", tt.name, got)
		}
	}
}

// Who has not answered yet may still go either way.
func TestThereIsNoEndingBeforeTheLastAnswer(t *testing.T) {
	s := twoWays()
	w, err := (&guide.Pack{}).Walk(s, nil)
	if err != nil || w.Ending(s) != guide.EndNone {
		t.Errorf("%q, %v", w.Ending(s), err)
	}
	if got, err := (&guide.Pack{}).Endings(s); err != nil || !slices.Equal(got, []guide.Ending{guide.EndFile, guide.EndDesk}) {
		t.Errorf("%q, %v", got, err)
	}
}

// A skill is one step in a lesson; it sends what its own steps send.
func TestTheStepThatStandsForASkillSends(t *testing.T) {
	p := &guide.Pack{Flows: []guide.Flow{{Key: "gui", Brief: &guide.Step{Say: "gửi hồ sơ"}, Steps: []guide.Step{{Say: "chạm gửi", Sends: true}, {Say: "ghi mã"}}}}}
	s := &guide.Service{Kind: guide.KindProcedure, Checklist: []guide.Item{{Say: "giấy"}}, Handoff: &guide.Handoff{}, Steps: []guide.Step{{Use: "gui"}}}
	w, err := p.Walk(s, nil)
	if err != nil || len(w.Steps) != 1 || w.Ending(s) != guide.EndFile {
		t.Errorf("%+v, %q, %v", w.Steps, w.Ending(s), err)
	}
}

// Who opens the code without the lesson is told what holds for all: nobody may
// take it for a file that is in.
func TestWhoHasAnsweredNothingIsToldWhatHoldsForAll(t *testing.T) {
	p := &guide.Pack{}
	for name, tt := range map[string]struct {
		change func(*guide.Service)
		want   guide.Ending
	}{
		"phone and counter":        {func(*guide.Service) {}, guide.EndFile},
		"counter and only reading": {func(s *guide.Service) { s.Steps[0].Sends = false }, guide.EndDesk},
		"task": {func(s *guide.Service) {
			s.Kind = guide.KindTask
			s.Steps[0].Screen, s.Steps[1].Screen = &guide.Screen{}, &guide.Screen{}
		}, guide.EndPractised},
		"task that calls on one path": {func(s *guide.Service) {
			s.Kind, s.Steps[1].Calls, s.Steps[0].Screen = guide.KindTask, true, &guide.Screen{}
		}, guide.EndNone},
	} {
		s := twoWays()
		tt.change(s)
		w, err := p.Walk(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := p.EndingOf(s, w); err != nil || got != tt.want {
			t.Errorf("%s: %q, want %q, %v", name, got, tt.want, err)
		}
	}
	s := twoWays()
	s.Kind, s.Steps[0].Screen = guide.KindTask, &guide.Screen{}
	if got, err := p.ForAll(s); err != nil || got != guide.EndNone {
		t.Errorf("task in person on one path: %q, %v", got, err)
	}
	s = twoWays()
	w, err := p.Walk(s, guide.Answers{"way": "desk"})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := p.EndingOf(s, w); err != nil || got != guide.EndDesk {
		t.Errorf("answered: %q, %v", got, err)
	}
}

// What is said of the page that opens is for those who file on it.
func TestWhoComesInPersonIsNotToldToLogIn(t *testing.T) {
	s, p := twoWays(), &guide.Pack{}
	for way, want := range map[string]bool{"phone": true, "desk": false} {
		w, err := p.Walk(s, guide.Answers{"way": way})
		if err != nil || p.HandsOff(s, w) != want {
			t.Errorf("%s: %v, %v", way, !want, err)
		}
	}
	s.Kind, s.Steps[0].Screen = guide.KindTask, &guide.Screen{}
	if w, err := p.Walk(s, guide.Answers{"way": "desk"}); err != nil || p.HandsOff(s, w) {
		t.Errorf("task: %v", err)
	}
	s.Kind = guide.KindProcedure
	s.Steps = s.Steps[1:] // now nobody files on the phone
	if w, err := p.Walk(s, guide.Answers{"way": "desk"}); err != nil || !p.HandsOff(s, w) {
		t.Errorf("only in person: %v", err)
	}
}

// What the last screen says again is what is left to do on this walk.
func TestActsAreWhatIsLeftToDo(t *testing.T) {
	where := guide.Step{Say: "tới Công an", Off: true, Goes: true}
	call := guide.Step{Say: "gọi", Calls: true}
	for name, tt := range map[string]struct {
		kind  guide.Kind
		steps []guide.Step
		want  []string
	}{
		"in person":      {guide.KindTask, []guide.Step{{Say: "nghĩ", Off: true}, where}, []string{"tới Công an"}},
		"a call first":   {guide.KindTask, []guide.Step{where, call}, []string{"gọi"}},
		"on the phone":   {guide.KindTask, []guide.Step{{Say: "chạm", Screen: &guide.Screen{}}}, nil},
		"of a procedure": {guide.KindProcedure, []guide.Step{where}, nil},
	} {
		s := &guide.Service{Kind: tt.kind, Checklist: []guide.Item{{Say: "giấy"}}, Handoff: &guide.Handoff{}, Steps: tt.steps}
		w, err := (&guide.Pack{}).Walk(s, nil)
		if err != nil {
			t.Fatal(err)
		}
		var says []string
		for _, st := range w.Acts(s) {
			says = append(says, st.Say)
		}
		if !slices.Equal(says, tt.want) {
			t.Errorf("%s: %q, want %q", name, says, tt.want)
		}
	}
}

func twoWays() *guide.Service {
	return &guide.Service{
		Kind: guide.KindProcedure, Checklist: []guide.Item{{Say: "giấy"}}, Handoff: &guide.Handoff{},
		Facts: []guide.Fact{{Key: "way", Answers: []guide.Answer{{Key: "phone"}, {Key: "desk"}}}},
		Steps: []guide.Step{
			{Say: "gửi", Sends: true, When: guide.When{"way": {"phone"}}},
			{Say: "tới quầy", Off: true, When: guide.When{"way": {"desk"}}},
		},
	}
}
