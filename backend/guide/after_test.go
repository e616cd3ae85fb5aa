package guide_test

import (
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// ended is a service with two ways, each with its own lines for afterwards.
func ended() *guide.Service {
	s := twoWays()
	phone, desk := guide.When{"way": {"phone"}}, guide.When{"way": {"desk"}}
	s.Next = []guide.Next{{Say: "chờ"}, {Say: "xem trên máy", When: phone}, {Say: "giữ giấy hẹn", When: desk}}
	s.Trouble = []guide.Trouble{{Wrong: "mạng chậm", When: phone}, {Wrong: "quầy đóng", When: desk}, {Wrong: "quên giấy"}}
	return s
}

// Each way says what comes after it. Who has not answered yet hears what belongs
// to the first way that is left, as paper for everybody does; what can go wrong is
// known by what is seen, so all of it is there.
func TestWhatComesAfterFitsTheWay(t *testing.T) {
	s, p := ended(), &guide.Pack{}
	for name, tt := range map[string]struct {
		answers       guide.Answers
		next, trouble []string
	}{
		"phone": {guide.Answers{"way": "phone"}, []string{"chờ", "xem trên máy"}, []string{"mạng chậm", "quên giấy"}},
		"desk":  {guide.Answers{"way": "desk"}, []string{"chờ", "giữ giấy hẹn"}, []string{"quầy đóng", "quên giấy"}},
		"open":  {nil, []string{"chờ", "xem trên máy"}, []string{"mạng chậm", "quầy đóng", "quên giấy"}},
	} {
		w, err := p.Walk(s, tt.answers)
		if err != nil {
			t.Fatal(err)
		}
		var next, trouble []string
		for _, l := range p.After(s, w) {
			next = append(next, l.Say)
		}
		for _, l := range w.Troubles(s) {
			trouble = append(trouble, l.Wrong)
		}
		if !slices.Equal(next, tt.next) || !slices.Equal(trouble, tt.trouble) {
			t.Errorf("%s: next %q, trouble %q", name, next, trouble)
		}
	}
}

// What is said of afterwards is checked as the papers are.
func TestValidateWalksWhatComesAfter(t *testing.T) {
	yes, no := guide.When{"married": {"yes"}}, guide.When{"married": {"no"}}
	never := guide.When{"married": {"yes"}, "father": {"yes"}} // the second is not asked then
	task := func(s *guide.Service) {
		s.Kind, s.Sure, s.Codes, s.Official = guide.KindTask, guide.SureGeneral, nil, ""
	}
	for name, tt := range map[string]struct {
		mutate func(*guide.Service)
		path   string
		says   string
	}{
		"next that never holds":     {func(s *guide.Service) { s.Next = append(s.Next, guide.Next{Say: "Chờ tin nhắn.", When: never}) }, "next[1].when", "Không cách trả lời nào"},
		"trouble that never holds":  {func(s *guide.Service) { s.Trouble[0].When = never }, "trouble[0].when", "Không cách trả lời nào"},
		"next of an unknown fact":   {func(s *guide.Service) { s.Next[0].When = guide.When{"x": {"yes"}} }, "next[0].when.x", "không có ở trên"},
		"trouble of no such answer": {func(s *guide.Service) { s.Trouble[0].When = guide.When{"married": {"x"}} }, "trouble[0].when.married", "không có câu trả lời"},
		"a way without next":        {func(s *guide.Service) { s.Next[0].When = yes }, "next", "không có dòng nào nói việc sau đó"},
		"goes on the phone":         {func(s *guide.Service) { s.Steps[4].Goes = true }, "steps[4].goes", "ngoài điện thoại"},
		"a task's way to nowhere": {func(s *guide.Service) {
			task(s)
			for i := range s.Steps {
				s.Steps[i].Screen = nil
			}
		}, "steps", "không biết mời đi đâu"},
	} {
		p := mustPack(t)
		tt.mutate(&p.Services[0])
		if !slices.ContainsFunc(p.Validate(), func(found guide.Problem) bool {
			return found.Where.Path == tt.path && strings.Contains(found.Message, tt.says)
		}) {
			t.Errorf("%s: %v", name, p.Validate())
		}
	}
	p := mustPack(t)
	p.Services[0].Next = []guide.Next{{Say: "Chờ tin nhắn.", When: yes}, {Say: "Chờ giấy hẹn.", When: no}}
	if problems := p.Validate(); len(problems) > 0 {
		t.Errorf("each way has a line: %v", problems)
	}
	s := &p.Services[0]
	task(s)
	s.Links, s.Handoff.Links = map[string]string{"web": "1.001193"}, nil
	s.Steps[4].Screen, s.Steps[4].Off, s.Steps[4].Goes = nil, true, true
	for _, found := range p.Validate() {
		if found.Where.Path == "steps" {
			t.Errorf("a task that says where to go: %v", found)
		}
	}
}

// An answer that came before the open one counts.
func TestAnOpenWalkKeepsToWhatWasAnswered(t *testing.T) {
	s := ended()
	s.Facts = append(s.Facts, guide.Fact{Key: "more", Answers: []guide.Answer{{Key: "a"}, {Key: "b"}}})
	w, err := (&guide.Pack{}).Walk(s, guide.Answers{"way": "desk"})
	if err != nil || w.Ask == nil {
		t.Fatalf("%+v, %v", w, err)
	}
	if next := (&guide.Pack{}).After(s, w); len(next) != 2 || next[1].Say != "giữ giấy hẹn" {
		t.Errorf("%v", next)
	}
}
