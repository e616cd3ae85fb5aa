package handout_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// A drawing that the office has copied to a step is on paper, too, with the words that
// were changed on it.
func TestACopiedDrawingOnPaper(t *testing.T) {
	const key, step = "chuyen-tien-an-toan", "goi-dien-hoi-nguoi-nhan"
	p := mustPack(t)
	target := guide.ScreenOf(guide.FullID(false, key, step))
	place, err := p.WordingPlace(target)
	if err != nil {
		t.Fatal(err)
	}
	var line string
	for _, d := range p.DrawingsFor(target) {
		if d.Step.ID == "goi-lai-bang-so-da" {
			line = d.Line
		}
	}
	own := p.WithLocal(guide.Local{Wordings: []guide.Wording{{Target: target, Say: line + "\ntitle: Con dâu", Words: place.Words(), Made: "2026-11-30 09:00"}}})
	for name, c := range map[string]struct {
		pack *guide.Pack
		want bool
	}{"as the province has it": {p, false}, "with the copy": {own, true}} {
		s, err := c.pack.Service(key)
		if err != nil {
			t.Fatal(err)
		}
		content, err := handout.Make(c.pack, s, handout.Options{Office: office, Now: now, Layout: handout.Leaflet, Answers: guide.Answers{"who": "known"}})
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, page := range mustPages(t, handout.Job{Layout: handout.Leaflet, Contents: []handout.Content{content}, Copies: 1, Start: 1}) {
			checkPage(t, name, page)
			all += " " + strings.Join(texts(page), " ")
		}
		drawn := false
		for _, st := range content.Steps {
			drawn = drawn || strings.HasPrefix(st.Say, "Gọi điện hỏi người nhận") && st.Screen != nil && st.Screen.Title == "Con dâu"
		}
		if got := strings.Contains(all, "Con dâu"); got != c.want || drawn != c.want {
			t.Errorf("%s: on paper %t, in the lesson %t", name, got, drawn)
		}
	}
}
