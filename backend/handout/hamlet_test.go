package handout_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

func hamlet(t *testing.T, services, households int) handout.Hamlet {
	p := mustPack(t)
	h := handout.Hamlet{Name: "Nà Khà", Households: households}
	for _, s := range p.Services {
		if len(h.Slips) < services && len(s.HandoffLinks()) > 0 {
			h.Slips = append(h.Slips, mustSlip(t, p, s.Key, handout.A4x8))
		}
	}
	return h
}

func TestHamletPack(t *testing.T) {
	for _, tt := range []struct{ services, households, pages int }{{1, 1, 4}, {8, 40, 43}, {9, 40, 83}, {24, 500, 1503}} {
		h := hamlet(t, tt.services, tt.households)
		next, err := h.Pages(1)
		if err != nil {
			t.Fatal(err)
		}
		count := 0
		for {
			page, ok, err := next()
			if err != nil {
				t.Fatal(err)
			}
			if !ok {
				break
			}
			if count++; count < 6 {
				checkPage(t, fmt.Sprintf("%d services, page %d", tt.services, count), page)
			}
		}
		if count != tt.pages || h.PageCount() != tt.pages || h.Minutes() < 1 {
			t.Errorf("%d services for %d households: %d pages, said %d, want %d", tt.services, tt.households, count, h.PageCount(), tt.pages)
		}
	}
}

// After a jam the rest is exactly the rest.
func TestHamletGoesOnWhereItStopped(t *testing.T) {
	h := hamlet(t, 9, 5)
	all, rest := svgs(t, h, 1), svgs(t, h, 7)
	if len(all) != 13 || len(rest) != 7 || strings.Join(all[6:], "") != strings.Join(rest, "") {
		t.Errorf("%d pages, %d from page 7 on", len(all), len(rest))
	}
	for _, from := range []int{0, 14, -1} {
		if _, err := h.Pages(from); guide.ErrorCode(err) != guide.CodeUsage {
			t.Errorf("from %d: %v", from, err)
		}
	}
}

func svgs(t *testing.T, h handout.Hamlet, from int) []string {
	t.Helper()
	next, err := h.Pages(from)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for {
		page, ok, err := next()
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			return list
		}
		list = append(list, string(page.SVG("x")))
	}
}

func TestHamletsThatCannotBe(t *testing.T) {
	ok := hamlet(t, 2, 3)
	for name, change := range map[string]func(*handout.Hamlet){
		"no name": func(h *handout.Hamlet) { h.Name = " " }, "long name": func(h *handout.Hamlet) { h.Name = strings.Repeat("à", 61) },
		"nobody": func(h *handout.Hamlet) { h.Households = 0 }, "a town": func(h *handout.Hamlet) { h.Households = 501 },
		"nothing": func(h *handout.Hamlet) { h.Slips = nil }, "everything": func(h *handout.Hamlet) { h.Slips = make([]handout.Slip, 25) },
	} {
		h := ok
		change(&h)
		if _, err := h.Pages(1); guide.ErrorCode(err) != guide.CodeUsage {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHamletPDFIsRead(t *testing.T) {
	h := hamlet(t, 8, 2)
	next, err := h.Pages(1)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := handout.WritePDF(&b, handout.Document{Title: "Nà Khà", Made: now}, next); err != nil {
		t.Fatal(err)
	}
	if pictures := render(t, b.Bytes(), 60); len(pictures) != 5 {
		t.Errorf("%d pages", len(pictures))
	}
}
