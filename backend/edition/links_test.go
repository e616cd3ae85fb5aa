package edition_test

import (
	"sync"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

// What was read of the links earlier never comes to lie over what was read later: a code
// that was found wrong would be handed out again.
func TestLinksAreLaidInTheOrderTheyAreRead(t *testing.T) {
	u := mustUse(t, "", mustPack(t, 3, "an-uong"))
	pack, err := u.Pack()
	if err != nil || len(pack.Links) == 0 {
		t.Fatal(err)
	}
	link := pack.Links[0]
	var mu sync.Mutex
	var checks []guide.LinkCheck // as the database has them
	read := func(meanwhile func()) func() (guide.LocalLinks, error) {
		return func() (guide.LocalLinks, error) {
			mu.Lock()
			local := guide.LocalLinks{Checks: checks}
			mu.Unlock()
			meanwhile()
			return local, nil
		}
	}
	done := make(chan error, 1)
	err = u.LayLinks(read(func() {
		mu.Lock()
		checks = []guide.LinkCheck{{Link: link.Key, URL: link.URL, Found: guide.FoundWrong, Made: "2026-11-29 08:00", Counts: true}}
		mu.Unlock()
		go func() { done <- u.LayLinks(read(func() {})) }()
		time.Sleep(50 * time.Millisecond) // in which it would be laid if it did not wait
	}))
	if err != nil || <-done != nil {
		t.Fatal(err)
	}
	if pack, err = u.Pack(); err != nil {
		t.Fatal(err)
	}
	if l, err := pack.Link(link.Key); err != nil || l.State == guide.LinkOK || l.State == link.State {
		t.Errorf("the link is %v, %v", l.State, err)
	}
}
