package handout_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/handout"
)

// What goes on in an app that is on the phone has no page to open: its paper, in
// every layout, has no code and says what to do in that app. All others that can
// be printed have a code.
func TestPaperHasACodeWhereThereIsSomethingToOpen(t *testing.T) {
	p := mustPack(t)
	inApps, contents := 0, []handout.Content{}
	for i := range p.Services {
		s := &p.Services[i]
		if s.InApp() == "" {
			continue
		}
		inApps++
		for _, l := range handout.Layouts {
			c, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: l})
			if err != nil {
				t.Fatal(err)
			}
			if l == handout.A4x8 {
				contents = append(contents, c)
			}
			job := handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1}
			all := ""
			for n, page := range mustPages(t, job) {
				checkPage(t, fmt.Sprintf("%s %s, page %d", s.Key, l, n+1), page)
				all += " " + strings.Join(texts(page), " ")
				for _, code := range page.Codes {
					if strings.HasPrefix(code.Symbol.Text(), "http") {
						t.Errorf("%s %s: a code for %s", s.Key, l, code.Symbol.Text())
					}
				}
			}
			for _, want := range []string{"Mở " + s.InApp() + " trong điện thoại", s.Handoff.Say} {
				if !strings.Contains(all, want) {
					t.Errorf("%s %s does not say %q", s.Key, l, want)
				}
			}
			if strings.Contains(all, "quét mã") {
				t.Errorf("%s %s: has a code scanned that is not there", s.Key, l)
			}
		}
	}
	for n, page := range mustPages(t, handout.Job{Layout: handout.A4x8, Contents: contents, Copies: 4, Start: 1, Hamlet: "Nà Khà"}) {
		checkPage(t, fmt.Sprintf("hamlet pack, page %d", n+1), page)
		for _, want := range contents {
			if n == 1 && !strings.Contains(strings.Join(texts(page), " "), want.GoOn) {
				t.Errorf("the notice of a hamlet pack does not say %q", want.GoOn)
			}
		}
	}
	if inApps == 0 {
		t.Error("no service goes on in an app")
	}
}
