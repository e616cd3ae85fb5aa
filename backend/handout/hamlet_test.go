package handout_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

func hamlet(t *testing.T, services, households int) handout.Job {
	p := mustPack(t)
	j := handout.Job{Layout: handout.HamletLayout, Hamlet: "Nà Khà", Copies: households, Start: 1}
	for _, s := range p.Services {
		if len(j.Contents) < services && len(s.HandoffLinks()) > 0 {
			j.Contents = append(j.Contents, mustContent(t, p, s.Key, handout.HamletLayout))
		}
	}
	return j
}

func TestHamletPack(t *testing.T) {
	for _, tt := range []struct{ services, households, pages int }{{1, 1, 4}, {8, 40, 43}, {9, 40, 83}, {24, 500, 1503}} {
		pages := mustLay(t, hamlet(t, tt.services, tt.households))
		count := 0
		for page, err := range pages.From(1) {
			if err != nil {
				t.Fatal(err)
			}
			if count++; count < 6 {
				checkPage(t, fmt.Sprintf("%d services, page %d", tt.services, count), page)
			}
		}
		if count != tt.pages || pages.Count() != tt.pages {
			t.Errorf("%d services for %d households: %d pages, said %d, want %d", tt.services, tt.households, count, pages.Count(), tt.pages)
		}
	}
}

// jobs are a job of every kind, with more pages than one.
func jobs(t *testing.T) map[string]handout.Job {
	p := mustPack(t)
	several := func(l handout.Layout, copies int) handout.Job {
		j := handout.Job{Layout: l, Copies: copies, Start: 1}
		for _, key := range []string{"khai-sinh", "vneid", "ket-hon"} {
			j.Contents = append(j.Contents, mustContent(t, p, key, l))
		}
		return j
	}
	onUsed := several(handout.A4x8, 11)
	onUsed.Start = 6
	return map[string]handout.Job{
		"hamlet": hamlet(t, 9, 5), "sheets": several(handout.A4x8, 20), "on a used sheet": onUsed, "large": several(handout.A5, 3),
		"leaflets": several(handout.Leaflet, 2), "roll": several(handout.Slip80, 2),
	}
}

// After a jam the rest is exactly the rest, whatever is printed.
func TestJobsGoOnWhereTheyStopped(t *testing.T) {
	for name, j := range jobs(t) {
		all := svgs(t, mustLay(t, j), 1)
		for from := 1; from <= len(all); from++ {
			if rest := svgs(t, mustLay(t, j), from); strings.Join(all[from-1:], "") != strings.Join(rest, "") {
				t.Errorf("%s: %d of %d pages from page %d on", name, len(rest), len(all), from)
			}
		}
		pages := mustLay(t, j)
		for _, from := range []int{0, len(all) + 1, -1} {
			if _, err := pages.Page(from); guide.ErrorCode(err) != guide.CodeInvalid {
				t.Errorf("%s, page %d: %v", name, from, err)
			}
			count := 0
			for _, err := range pages.From(from) {
				if count++; guide.ErrorCode(err) != guide.CodeInvalid {
					t.Errorf("%s from %d: %v", name, from, err)
				}
			}
			if count != 1 {
				t.Errorf("%s from %d: %d answers", name, from, count)
			}
		}
	}
}

func svgs(t *testing.T, pages handout.Pages, from int) []string {
	t.Helper()
	var list []string
	for page, err := range pages.From(from) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, string(page.SVG("x")))
	}
	return list
}

// No card is laid out twice: not for another copy, not for another household,
// not when pages are taken a few at a time.
func TestCardsAreLaidOutOnce(t *testing.T) {
	for name, j := range jobs(t) {
		pages, cards := 0, handout.CountCards(t)
		laid := mustLay(t, j)
		for range 2 {
			for _, err := range laid.From(1) {
				if err != nil {
					t.Fatal(err)
				}
				pages++
			}
		}
		if *cards != len(j.Contents) || pages != 2*laid.Count() {
			t.Errorf("%s: %d cards were laid out for %d contents on %d pages", name, *cards, len(j.Contents), laid.Count())
		}
	}
}

func TestHamletsThatCannotBe(t *testing.T) {
	ok := hamlet(t, 2, 3)
	for name, change := range map[string]func(*handout.Job){
		"no name": func(j *handout.Job) { j.Hamlet = " " }, "a broken name": func(j *handout.Job) { j.Hamlet = "\xff\xfe" },
		"a name on two lines": func(j *handout.Job) { j.Hamlet = "Nà Khà\nNà Tông" },
		"long name":           func(j *handout.Job) { j.Hamlet = strings.Repeat("à", 61) },
		"nobody":              func(j *handout.Job) { j.Copies = 0 }, "a town": func(j *handout.Job) { j.Copies = 501 },
		"nothing": func(j *handout.Job) { j.Contents = nil }, "everything": func(j *handout.Job) { j.Contents = make([]handout.Content, 25) },
		"another paper": func(j *handout.Job) { j.Layout = handout.A5 },
	} {
		j := ok
		change(&j)
		if _, err := j.Lay(); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHamletPDFIsRead(t *testing.T) {
	if pictures := render(t, mustPDF(t, hamlet(t, 8, 2)), 60); len(pictures) != 5 {
		t.Errorf("%d pages", len(pictures))
	}
}
