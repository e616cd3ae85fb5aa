package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// birth is a checklist of every sort: papers that serve for each other, one that
// everybody brings, some that only some bring, something to ask.
func birth() *guide.Service {
	paper := func(answer string) guide.When { return guide.When{"paper": {answer}} }
	return &guide.Service{
		Facts: []guide.Fact{
			{Key: "paper", Answers: []guide.Answer{{Key: "yes"}, {Key: "electronic"}, {Key: "no"}}},
			{Key: "married", Answers: []guide.Answer{{Key: "yes"}, {Key: "no"}}},
		},
		Checklist: []guide.Item{
			{Say: "hỏi", When: guide.When{"married": {"no"}}, Do: true},
			{Say: "nơi ở", Maybe: true},
			{Say: "kết hôn", When: guide.When{"married": {"yes"}}},
			{Say: "giấy", When: paper("yes")},
			{Say: "điện tử", When: paper("electronic"), Or: true},
			{Say: "làm chứng", When: paper("no"), Or: true},
			{Say: "căn cước"},
			{Say: "hộ chiếu", Or: true},
		},
	}
}

// told writes needs in one line: ! for what everybody brings, ? for what is asked.
func told(needs []guide.Need) string {
	var all []string
	for _, n := range needs {
		var says []string
		for _, item := range n.Items {
			says = append(says, item.Say)
		}
		mark := map[bool]string{true: "!"}[n.Must] + map[bool]string{true: "?"}[n.Do]
		all = append(all, strings.Join(says, " hoặc ")+mark)
	}
	return strings.Join(all, ", ")
}

func TestNeedsOfAServiceSayWhatEverybodyBringsFirst(t *testing.T) {
	s := birth()
	if got, want := told(s.Needs()), "giấy hoặc điện tử hoặc làm chứng!, căn cước hoặc hộ chiếu!, nơi ở, kết hôn, hỏi?"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// With an answer for which there is no paper, not everybody brings one.
	s.Checklist = append(s.Checklist[:5:5], s.Checklist[6:]...)
	if got, want := told(s.Needs()), "căn cước hoặc hộ chiếu!, nơi ở, kết hôn, giấy hoặc điện tử, hỏi?"; got != want {
		t.Errorf("without the last alternative: got  %s\nwant %s", got, want)
	}
}

func TestWhoLacksAPaperMayAskWhatServesForIt(t *testing.T) {
	s := birth()
	s.Checklist[5].Do = true
	if got, want := told(s.Needs()), "giấy hoặc điện tử hoặc làm chứng!, căn cước hoặc hộ chiếu!, nơi ở, kết hôn, hỏi?"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNeedsOfAWalkAreFittedToTheAnswers(t *testing.T) {
	for answers, want := range map[[2]string]string{
		{"yes", "yes"}:       "kết hôn!, giấy!, căn cước hoặc hộ chiếu!, nơi ở",
		{"electronic", "no"}: "điện tử!, căn cước hoặc hộ chiếu!, nơi ở, hỏi?",
		{"no", "yes"}:        "kết hôn!, làm chứng!, căn cước hoặc hộ chiếu!, nơi ở",
	} {
		w, err := (&guide.Pack{}).Walk(birth(), guide.Answers{"paper": answers[0], "married": answers[1]})
		if err != nil {
			t.Fatal(err)
		}
		if got := told(w.Needs()); got != want {
			t.Errorf("%v: got  %s\nwant %s", answers, got, want)
		}
	}
}

func TestQuestionsAreThoseOfTheLongestWay(t *testing.T) {
	s := birth()
	s.Facts = append(s.Facts,
		guide.Fact{Key: "a", When: guide.When{"married": {"yes"}}, Answers: s.Facts[1].Answers},
		guide.Fact{Key: "b", When: guide.When{"married": {"no"}}, Answers: s.Facts[1].Answers})
	if n := s.Questions(); n != 3 {
		t.Errorf("%d questions; want 3: nobody is asked both a and b", n)
	}
	if n := (&guide.Service{}).Questions(); n != 0 {
		t.Errorf("%d questions of a service that has none", n)
	}
}

// A question is no paper: it stands in a list of its own, also when it serves for
// one, and before what is to be done.
func TestWhatIsAskedStandsInAListOfItsOwn(t *testing.T) {
	s := &guide.Service{Checklist: []guide.Item{
		{Say: "Làm VNeID trước", Do: true},
		{Say: "Hỏi cán bộ còn cần gì", Do: true},
		{Say: "Giấy báo tử"},
		{Say: "Hỏi cán bộ giấy nào thay được", Or: true, Do: true},
		{Say: "Sổ bảo hiểm"},
		{Say: "Nhắc nơi làm cũ trả sổ", Or: true, Do: true},
	}}
	w, err := (&guide.Pack{}).Walk(s, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, needs := range map[string][]guide.Need{"service": s.Needs(), "walk": w.Needs()} {
		want := "Giấy báo tử!, Sổ bảo hiểm hoặc Nhắc nơi làm cũ trả sổ!, Hỏi cán bộ còn cần gì?, Hỏi cán bộ giấy nào thay được?, Làm VNeID trước?"
		if got := told(needs); got != want {
			t.Errorf("%s: got  %s\nwant %s", name, got, want)
		}
		for _, n := range needs {
			if ask := strings.HasPrefix(n.Items[0].Say, "Hỏi"); n.Ask != ask || ask && !n.Do {
				t.Errorf("%s: %+v", name, n)
			}
		}
	}
	// A question that comes first leaves the paper after it a thing of its own.
	s.Checklist = []guide.Item{{Say: "Hỏi trường", Do: true}, {Say: "Giấy hẹn", Or: true}}
	if got := s.Needs(); told(got) != "Giấy hẹn!, Hỏi trường?" || got[0].Items[0].Or {
		t.Errorf("%s, %+v", told(got), got)
	}
}
