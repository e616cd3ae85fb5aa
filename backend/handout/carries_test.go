package handout_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

// What Carries says is what is laid out: a service with one word of its own in
// every place is put on every paper, and the words are looked for there.
func TestCarriesIsTrue(t *testing.T) {
	p := mustPack(t)
	like, err := p.Service("khai-sinh")
	if err != nil {
		t.Fatal(err)
	}
	claim := func(word string) *guide.Claim { return &guide.Claim{Say: word, Note: word + "n"} }
	s := &guide.Service{
		Key: "x", Title: "xtitle", Decides: "xdecides", Fee: claim("xfee"), Time: claim("xtime"), Hotline: claim("xhotline"),
		Summary: "xsummary", Online: guide.Online{Why: "xonline"}, Watch: []guide.Line{{Say: "xwatch"}},
		Links: like.Links, Checklist: []guide.Item{{Say: "xitem", Note: "xitemn"}},
		Handoff: &guide.Handoff{Links: []string{guide.LinkPortal}, Say: "xhandoff"},
		Next:    []guide.Next{{Say: "xnext"}}, Trouble: []guide.Trouble{{Wrong: "xtrouble", Do: "xdo"}},
		Checked: like.Checked, ReviewBy: like.ReviewBy,
	}
	for range 3 {
		s.Steps = append(s.Steps, guide.Step{Say: "xsay", Why: "xwhy", Helper: "xhelper", Screen: &guide.Screen{
			On: guide.SurfacePhone, App: "VNeID", Title: "xscreen", Target: "a",
			Show: []guide.Part{{Button: "xbutton", ID: "a", Wrong: "xwrong"}, {Row: "xrow", Value: "xvalue"}},
		}})
	}
	places := map[string]string{
		"title": "xtitle", "summary": "xsummary", "decides": "xdecides", "online.why": "xonline", "handoff.say": "xhandoff",
		"fee": "xfee", "fee.say": "xfee", "fee.note": "xfeen", "time": "xtime", "time.note": "xtimen", "hotline": "xhotline", "watch[0]": "xwatch",
		"checklist[0]": "xitem", "checklist[0].say": "xitem", "checklist[0].note": "xitemn",
		"steps[0]": "xsay", "steps[0].say": "xsay", "steps[0].why": "xwhy", "steps[0].helper": "xhelper",
		"steps[0].screen.title": "xscreen", "steps[0].screen.show[0].button": "xbutton",
		"steps[0].screen.show[1].value": "xvalue", "steps[0].screen.show[0].wrong": "xwrong",
		"next[0]": "xnext", "trouble[0]": "xtrouble", "trouble[0].do": "xdo",
	}
	for _, l := range handout.Layouts {
		one, err := handout.Make(p, s, handout.Options{Now: now, Layout: l})
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{one}, Copies: 1, Start: 1}) {
			for _, shape := range page.Shapes {
				if text, ok := shape.(picture.Text); ok {
					words = append(words, strings.FieldsFunc(text.Words, func(r rune) bool { return r == ' ' || r == '.' })...)
				}
			}
		}
		for place, word := range places {
			if got, want := slices.Contains(handout.Carries(place), l), slices.Contains(words, word); got != want {
				t.Errorf("%s on %s: says %v, is %v", place, l, got, want)
			}
		}
	}
	if got := handout.Carries("nowhere"); len(got) != 0 {
		t.Errorf("nowhere is on %v", got)
	}
}

// Whatever people read is on some paper, or has a reason not to be: a field that
// was forgotten here is neither.
func TestEveryTextIsOnPaperOrHasAReason(t *testing.T) {
	const room, screen = "paper has no room for more than the number itself", "belongs to the kiosk's screens"
	reasons := map[string]string{
		"summary":    "who takes the paper home has been told",
		"online.why": "who takes the paper home has decided",
		"watch.say":  room,
		"fee.note":   room, "deadline.note": room, "time.note": room, "checklist.note": room,
		"hotline.say": "the office's own number stands at the foot", "hotline.note": "goes with hotline.say",
		"facts.ask": screen, "facts.help": screen, "facts.answers.say": screen,
		"handoff.say":             "stands beside the code on the screen; the paper says what to scan",
		"steps.helper":            "said in a rehearsal only",
		"steps.chapter":           "a way through the lesson on the glass; paper is read from the first step",
		"steps.screen.show.wrong": "said in a rehearsal only",
	}
	var s guide.Service
	missing := map[string]bool{}
	for _, text := range guide.Mark(&s) {
		place := regexp.MustCompile(`\[\d+\]`).ReplaceAllString(text.Path, "")
		if len(handout.Carries(text.Path)) > 0 {
			if reasons[place] != "" {
				t.Errorf("%s is on %v, so the reason is none: %s", place, handout.Carries(text.Path), reasons[place])
			}
		} else if missing[place] = true; reasons[place] == "" {
			t.Errorf("%s is on no paper: print it (Content.Service, card.go), or give a reason here", place)
		}
	}
	for place := range reasons {
		if !missing[place] {
			t.Errorf("there is no text at %s", place)
		}
	}
}
