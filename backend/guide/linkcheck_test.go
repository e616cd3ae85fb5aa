package guide_test

import (
	"fmt"
	"testing"

	"tungbuoc/backend/guide"
)

func linked() *guide.Pack {
	return &guide.Pack{
		Info:  guide.PackInfo{Edition: 3},
		Hosts: []guide.Host{{Host: "dichvucong.gov.vn"}, {Host: "play.google.com"}, {Host: "apps.apple.com"}},
		Links: []guide.Link{
			{Key: "page", URL: "https://dichvucong.gov.vn/a"}, {Key: "page-search", URL: "https://dichvucong.gov.vn/s?keyword=1"},
			{Key: "droid", URL: "https://play.google.com/x"}, {Key: "apple", URL: "https://apps.apple.com/x"},
		},
		Services: []guide.Service{
			{Key: "birth", Title: "Khai sinh", Official: "Đăng ký khai sinh", Codes: []string{"1.001193"}, Links: map[string]string{guide.LinkPortal: "page", guide.LinkSearch: "page-search"}},
			{Key: "app", Title: "Ứng dụng", Links: map[string]string{guide.LinkAndroid: "droid", guide.LinkIOS: "apple"}},
		},
	}
}

func seen(link, url string, found guide.Found, day string, counts bool) guide.LinkCheck {
	return guide.LinkCheck{Link: link, URL: url, Found: found, Made: day + " 08:00", Who: "Lan", Counts: counts}
}

// What people saw decides which code residents get.
func TestWithLinks(t *testing.T) {
	const a, moved = "https://dichvucong.gov.vn/a", "https://dichvucong.gov.vn/b"
	right, wrong, shut := guide.FoundRight, guide.FoundWrong, guide.FoundShut
	for _, tt := range []struct {
		name   string
		local  guide.LocalLinks
		state  string
		day    string
		url    string
		handed string
	}{
		{"nobody looked", guide.LocalLinks{}, "", "", a, "[portal]"},
		{"right", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, right, "2026-11-01", true)}}, guide.LinkOK, "2026-11-01", a, "[portal]"},
		{"wrong falls back at once", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, right, "2026-11-01", true), seen("page", a, wrong, "2026-11-02", false)}}, guide.LinkBroken, "2026-11-02", a, "[search]"},
		{"and stands again when right", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, wrong, "2026-11-01", true), seen("page", a, right, "2026-11-02", true)}}, guide.LinkOK, "2026-11-02", a, "[portal]"},
		{"shut once", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, shut, "2026-11-01", true)}}, "", "", a, "[portal]"},
		{"shut twice on one day", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, shut, "2026-11-01", true), seen("page", a, shut, "2026-11-01", true)}}, "", "", a, "[portal]"},
		{"shut on two days", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, shut, "2026-11-01", true), seen("page", a, shut, "2026-11-03", true)}}, guide.LinkBroken, "2026-11-03", a, "[search]"},
		{"shut on two days of an outage", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, shut, "2026-11-01", true), seen("page", a, shut, "2026-11-03", false)}}, "", "", a, "[portal]"},
		{"opened between", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, shut, "2026-11-01", true), seen("page", a, right, "2026-11-02", true), seen("page", a, shut, "2026-11-03", true)}}, guide.LinkOK, "2026-11-02", a, "[portal]"},
		{"a verdict on another address", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", moved, wrong, "2026-11-01", true)}}, "", "", a, "[portal]"},
		{"no such link", guide.LocalLinks{Checks: []guide.LinkCheck{seen("gone", a, wrong, "2026-11-01", true)}, Addresses: []guide.LocalAddress{{Link: "gone", URL: moved, Edition: 3}}}, "", "", a, "[portal]"},
		{"the search is broken, too", guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", a, wrong, "2026-11-01", true), seen("page-search", "https://dichvucong.gov.vn/s?keyword=1", wrong, "2026-11-01", true)}}, guide.LinkBroken, "2026-11-01", a, "[]"},
		{"own address", guide.LocalLinks{
			Checks:    []guide.LinkCheck{seen("page", a, wrong, "2026-11-01", true), seen("page", moved, right, "2026-11-01", true)},
			Addresses: []guide.LocalAddress{{Link: "page", URL: moved, Edition: 3}},
		}, guide.LinkOK, "2026-11-01", moved, "[portal]"},
		{"own address of an earlier edition", guide.LocalLinks{Addresses: []guide.LocalAddress{{Link: "page", URL: moved, Edition: 2}}}, "", "", a, "[portal]"},
		{"own address on a strange host", guide.LocalLinks{Addresses: []guide.LocalAddress{{Link: "page", URL: "https://dichvucong.example.com/b", Edition: 3}}}, "", "", a, "[portal]"},
	} {
		pack := linked()
		own := pack.WithLinks(tt.local)
		l, err := own.Link("page")
		if err != nil || l.State != tt.state || l.Checked != tt.day || l.URL != tt.url || l.Local != (tt.url == moved) {
			t.Errorf("%s: %+v, %v", tt.name, l, err)
		}
		if got := fmt.Sprint(own.HandoffLinks(&own.Services[0])); got != tt.handed {
			t.Errorf("%s: %s handed out, want %s", tt.name, got, tt.handed)
		}
		if got, want := own.FallsBack(&own.Services[0]), tt.handed == "[search]"; got != want {
			t.Errorf("%s: falls back %v", tt.name, got)
		}
		if pack.Links[0] != linked().Links[0] {
			t.Errorf("%s: the pack itself changed", tt.name)
		}
	}
}

// Of the two stores the one that works is left; where both fail, staff help.
func TestBrokenStores(t *testing.T) {
	pack := linked()
	droid := seen("droid", "https://play.google.com/x", guide.FoundWrong, "2026-11-01", true)
	apple := seen("apple", "https://apps.apple.com/x", guide.FoundWrong, "2026-11-01", true)
	for want, checks := range map[string][]guide.LinkCheck{"[android ios]": nil, "[ios]": {droid}, "[]": {droid, apple}} {
		own := pack.WithLinks(guide.LocalLinks{Checks: checks})
		if got := fmt.Sprint(own.HandoffLinks(&own.Services[1])); got != want {
			t.Errorf("%s handed out, want %s", got, want)
		}
	}
}

// Paper with the code of a page that was found wrong has to be replaced, paper
// with the search that stands in for it does not.
func TestOutdatedByVerdict(t *testing.T) {
	own := linked().WithLinks(guide.LocalLinks{Checks: []guide.LinkCheck{seen("page", "https://dichvucong.gov.vn/a", guide.FoundWrong, "2026-11-01", true)}})
	for url, want := range map[string]int{"https://dichvucong.gov.vn/a": 1, "https://dichvucong.gov.vn/s?keyword=1": 0} {
		if got := own.Outdated(guide.BatchService{Service: "birth", Links: []string{url}}, ""); len(got) != want {
			t.Errorf("%s: %q", url, got)
		}
	}
}

func TestExpect(t *testing.T) {
	pack := linked()
	for key, want := range map[string]guide.Expected{
		"page":        {Service: "birth", Title: "Đăng ký khai sinh", Code: "1.001193", Name: guide.LinkPortal, Shown: true},
		"page-search": {Service: "birth", Title: "Đăng ký khai sinh", Code: "1.001193", Name: guide.LinkSearch},
		"droid":       {Service: "app", Title: "Ứng dụng", Name: guide.LinkAndroid, Shown: true},
		"none":        {},
	} {
		if got := pack.Expect()[key]; got != want {
			t.Errorf("%s: %+v, want %+v", key, got, want)
		}
	}
}
