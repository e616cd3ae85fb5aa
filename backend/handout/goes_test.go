package handout_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/handout"
)

// The paper of a task that ends in person, for one resident, says where one goes and
// has no code, in every layout: the page is for who does it on the phone.
func TestPaperForWhoGoesSomewhereHasNoCode(t *testing.T) {
	p := mustPack(t)
	s, err := p.Service("nop-phat-nguoi")
	if err != nil {
		t.Fatal(err)
	}
	gone := 0
	for _, answers := range s.Combinations() {
		for _, l := range handout.Layouts {
			c, err := handout.Make(p, s, handout.Options{Office: office, Now: now, Layout: l, Answers: answers})
			if err != nil {
				t.Fatal(err)
			}
			if (c.Goes == "") != (len(c.Links) > 0) {
				t.Errorf("%v: goes %q, %d codes", answers, c.Goes, len(c.Links))
			}
			if c.Goes == "" {
				continue
			}
			gone++
			for n, page := range mustPages(t, handout.Job{Layout: l, Contents: []handout.Content{c}, Copies: 1, Start: 1}) {
				checkPage(t, fmt.Sprintf("%s, page %d", l, n+1), page)
				for _, code := range page.Codes {
					if strings.HasPrefix(code.Symbol.Text(), "http") {
						t.Errorf("%s: a code for %s", l, code.Symbol.Text())
					}
				}
				if strings.Contains(strings.Join(texts(page), " "), "Quét mã") {
					t.Errorf("%s: has a code scanned that is not there", l)
				}
			}
		}
	}
	if gone == 0 {
		t.Error("no way goes anywhere")
	}
}
