// Package linkcheck is the office's round of checking links: which to open next,
// what the page must say, and what follows from what a person saw. Programs cannot
// check: the portal answers every address with success.
package linkcheck

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"tungbuoc/backend/guide"
)

// Weekly is how many links are a kiosk's own in a week: with 124 offices each of
// some 400 links is opened more than once a week, and nobody has much to do.
const Weekly = 5

// unchecked is how old the check of a link counts as that nobody ever opened.
const unchecked = 365

// StaleAfter is after how many days a check is old: residents are told its age.
const StaleAfter = 90

// Link is one link in the queue.
type Link struct {
	guide.Link
	Expected guide.Expected
	Opened   int              // how often its service was opened here of late
	Failures int              // verdicts in a row that were not right
	Own      bool             // this kiosk's own, this week
	Last     *guide.LinkCheck // the newest verdict on this address, nil if there is none
}

// Known is what an office knows when it makes its queue.
type Known struct {
	Pack   *guide.Pack // with the office's links
	Checks []guide.LinkCheck
	Opened map[string]int // openings by service
	Kiosk  string         // lasting name of this kiosk
	Now    time.Time
}

// Queue lists the links to check: this kiosk's own of the week first, each by
// how often it is shown, how old its last check is, and how often it failed in a
// row. What was checked today is not in it, nor what no service leads to.
func (k Known) Queue() []Link {
	last, failures := k.history()
	var list []Link
	expected := k.Pack.Expect()
	for _, l := range k.Pack.Links {
		e := expected[l.Key]
		if e.Service == "" {
			continue
		}
		list = append(list, Link{Link: l, Expected: e, Opened: k.Opened[e.Service], Failures: failures[l.Key], Last: last[l.Key]})
	}
	k.markOwn(list)
	list = slices.DeleteFunc(list, func(l Link) bool { return l.Last != nil && l.Last.Day() == k.Now.Format(time.DateOnly) })
	slices.SortStableFunc(list, func(a, b Link) int {
		if a.Own != b.Own {
			return before(a.Own)
		}
		return cmp.Or(cmp.Compare(k.weight(b), k.weight(a)), cmp.Compare(k.lot(a.Key), k.lot(b.Key)))
	})
	return list
}

// history gives the newest verdict on each link's present address, and how many
// in a row were not right.
func (k Known) history() (last map[string]*guide.LinkCheck, failures map[string]int) {
	last, failures = map[string]*guide.LinkCheck{}, map[string]int{}
	now := map[string]string{}
	for _, l := range k.Pack.Links {
		now[l.Key] = l.URL
	}
	for i := range k.Checks {
		c := &k.Checks[i]
		if c.URL != now[c.Link] {
			continue
		}
		last[c.Link] = c
		failures[c.Link]++
		if c.Found == guide.FoundRight {
			failures[c.Link] = 0
		}
	}
	return last, failures
}

// weight is how urgent a link is. A page that residents see is worth more than
// one that only stands in when another fails.
func (k Known) weight(l Link) float64 {
	shown := 1 + float64(l.Opened)
	if !l.Expected.Shown {
		shown /= 4
	}
	return shown * float64(k.age(l.Checked)) * float64(1+l.Failures)
}

// Age is how many days ago a link was checked, where that is so long ago that
// people should know; else 0, also where the clock was set back since.
func Age(checked string, now time.Time) int {
	if days, ok := daysSince(checked, now); ok && days > StaleAfter {
		return days
	}
	return 0
}

// age is how many days ago a link was checked. A day in the future, of a clock
// that was wrong, counts as never.
func (k Known) age(checked string) int {
	days, ok := daysSince(checked, k.Now)
	if !ok {
		return unchecked
	}
	return min(days, unchecked)
}

// daysSince is false for what is no day, and for a day in the future.
func daysSince(day string, now time.Time) (days int, ok bool) {
	then, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0, false
	}
	today, err := time.Parse(time.DateOnly, now.Format(time.DateOnly))
	days = int(today.Sub(then).Hours() / 24)
	return days, err == nil && days >= 0
}

// markOwn marks this week's own links: the kiosk goes through all of them in an
// order of its own, so that every kiosk comes to every link, and at any time many
// kiosks are at different ones. What was checked within the week is done.
func (k Known) markOwn(list []Link) {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(k.lot(list[a].Key), k.lot(list[b].Key)) })
	week := int(k.Now.Unix() / int64((7 * 24 * time.Hour).Seconds()))
	for n := range min(Weekly, len(order)) {
		l := &list[order[(week*Weekly+n)%len(order)]]
		l.Own = l.Last == nil || k.age(l.Last.Day()) >= 7
	}
}

// lot is the same for a kiosk and a link at any time.
func (k Known) lot(link string) uint64 {
	h := fnv.New64a()
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(k.Kiosk)))
	_, _ = h.Write(size[:])
	_, _ = h.Write([]byte(k.Kiosk))
	_, _ = h.Write([]byte(link))
	return mix(h.Sum64())
}

// mix spreads what differs in few bits over all of them (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

func before(first bool) int {
	if first {
		return -1
	}
	return 1
}
