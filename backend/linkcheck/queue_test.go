package linkcheck_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/linkcheck"
)

var monday = time.Date(2026, 11, 30, 8, 0, 0, 0, time.UTC)

// many is a pack with n services, each with a page and a search.
func many(n int) *guide.Pack {
	pack := &guide.Pack{Info: guide.PackInfo{Edition: 1}, Hosts: []guide.Host{{Host: "dichvucong.gov.vn"}}}
	for i := range n {
		key := fmt.Sprintf("s%d", i)
		pack.Links = append(pack.Links, guide.Link{Key: key, URL: "https://dichvucong.gov.vn/" + key}, guide.Link{Key: key + "-search", URL: "https://dichvucong.gov.vn/?" + key})
		pack.Services = append(pack.Services, guide.Service{Key: key, Title: key, Links: map[string]string{guide.LinkPortal: key, guide.LinkSearch: key + "-search"}})
	}
	return pack
}

func keys(links []linkcheck.Link) []string {
	var list []string
	for _, l := range links {
		list = append(list, l.Key)
	}
	return list
}

// After this week's own come those that are shown most, checked longest ago, and
// fail most.
func TestQueueOrder(t *testing.T) {
	pack := many(12)
	check := func(link string, days int, found guide.Found) guide.LinkCheck {
		return guide.LinkCheck{Link: link, URL: "https://dichvucong.gov.vn/" + link, Found: found, Made: monday.AddDate(0, 0, -days).Format("2006-01-02 15:04"), Counts: true}
	}
	checks := []guide.LinkCheck{
		check("s0", 10, guide.FoundRight), check("s1", 100, guide.FoundRight), check("s2", 10, guide.FoundRight),
		check("s3", 0, guide.FoundRight), check("s4", 10, guide.FoundWrong), check("s4", 9, guide.FoundWrong),
	}
	k := linkcheck.Known{
		Pack: pack.WithLinks(guide.LocalLinks{Checks: checks}), Checks: checks,
		Opened: map[string]int{"s2": 30}, Kiosk: "k", Now: monday,
	}
	var rest []string
	own := 0
	for _, l := range k.Queue() {
		switch {
		case l.Key == "s3":
			t.Error("what was checked today is asked again")
		case l.Own:
			own++
			if len(rest) > 0 {
				t.Errorf("%s is this week's own and comes after others", l.Key)
			}
		default:
			rest = append(rest, l.Key)
		}
	}
	if own == 0 || own > linkcheck.Weekly {
		t.Errorf("%d of this week's own", own)
	}
	at := map[string]int{}
	for i, l := range k.Queue() {
		at[l.Key] = i
		if l.Own {
			at[l.Key] = -1
		}
	}
	for _, pair := range [][2]string{{"s2", "s0"}, {"s1", "s0"}, {"s4", "s0"}, {"s5", "s5-search"}} {
		if first, second := at[pair[0]], at[pair[1]]; first >= second && first >= 0 && second >= 0 {
			t.Errorf("%s comes after %s: %v", pair[0], pair[1], keys(k.Queue()))
		}
	}
}

// A clock that was ten years ahead makes no check the newest for ever.
func TestQueueFuture(t *testing.T) {
	pack := many(1)
	checks := []guide.LinkCheck{{Link: "s0", URL: "https://dichvucong.gov.vn/s0", Found: guide.FoundRight, Made: "2036-01-01 08:00", Counts: true}}
	k := linkcheck.Known{Pack: pack.WithLinks(guide.LocalLinks{Checks: checks}), Checks: checks, Kiosk: "k", Now: monday}
	if got := keys(k.Queue()); len(got) != 2 || got[0] != "s0" {
		t.Errorf("%v", got)
	}
}

// A link that no service leads to is nobody's to check.
func TestQueueUnused(t *testing.T) {
	pack := many(1)
	pack.Links = append(pack.Links, guide.Link{Key: "alone", URL: "https://dichvucong.gov.vn/alone"})
	if got := keys((linkcheck.Known{Pack: pack, Kiosk: "k", Now: monday}).Queue()); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

// 124 offices, of which in every week three in ten do nothing, see all of 416
// links within eight weeks by nothing but their own few a week.
func TestEveryLinkSeen(t *testing.T) {
	const offices, weeks = 124, 8
	pack := many(208)
	luck := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for office := range offices {
		mine := map[string]bool{}
		for week := range weeks {
			k := linkcheck.Known{Pack: pack, Kiosk: fmt.Sprintf("kiosk-%d", office), Now: monday.AddDate(0, 0, 7*week)}
			idle := luck.IntN(10) < 3
			for _, l := range k.Queue()[:linkcheck.Weekly] {
				if mine[l.Key] || !l.Own {
					t.Fatalf("office %d, week %d: %s again", office, week, l.Key)
				}
				mine[l.Key] = true
				if !idle {
					seen[l.Key]++
				}
			}
		}
	}
	if len(seen) != len(pack.Links) {
		t.Errorf("%d of %d links seen", len(seen), len(pack.Links))
	}
}

func TestAge(t *testing.T) {
	for checked, want := range map[string]int{"": 0, "soon": 0, "2026-11-30": 0, "2026-09-01": 0, "2026-09-02": 0, "2026-08-31": 91, "2036-01-01": 0} {
		if got := linkcheck.Age(checked, monday); got != want {
			t.Errorf("%q: %d, want %d", checked, got, want)
		}
	}
}
