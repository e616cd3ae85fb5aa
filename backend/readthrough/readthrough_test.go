package readthrough_test

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/readthrough"
)

var today = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

// mustPage makes the page of the shipped pack after change.
func mustPage(t *testing.T, change func(lib *content.Library, report *content.Report)) (string, *content.Library) {
	t.Helper()
	lib, report := content.Check(content.Shipped(), today)
	if lib == nil {
		t.Fatal(report.Errors)
	}
	if change != nil {
		change(lib, report)
	}
	var b bytes.Buffer
	if err := readthrough.Write(&b, lib, report, today); err != nil {
		t.Fatal(err)
	}
	return b.String(), lib
}

func TestPageHasEverything(t *testing.T) {
	page, lib := mustPage(t, nil)
	pictures := 0
	count := func(steps []guide.Step) {
		for _, st := range steps {
			if st.Screen == nil {
				continue
			}
			pictures++
			alt := picture.Draw(*st.Screen, func(s string) string { return s }).Alt
			if !strings.Contains(html.UnescapeString(page), `aria-label="`+alt+`"`) {
				t.Errorf("no picture %q", alt)
			}
		}
	}
	text := html.UnescapeString(page)
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		count(s.Steps)
		for _, want := range []string{`<article id="` + s.Key + `"`, s.Title, s.Summary, s.Official} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q", s.Key, want)
			}
		}
	}
	for i := range lib.Pack.Flows {
		count(lib.Pack.Flows[i].All())
		if !strings.Contains(page, `<article id="doan-`+lib.Pack.Flows[i].Key+`"`) {
			t.Errorf("no flow %s", lib.Pack.Flows[i].Key)
		}
	}
	if got := strings.Count(page, "<svg"); got != pictures {
		t.Errorf("%d pictures, want %d", got, pictures)
	}
	en := lib.Translator("en")
	for _, s := range content.Sentences(&guide.Pack{Services: lib.Pack.Services, Flows: lib.Pack.Flows}) {
		if slices.Contains(guide.OwnWords(), s) {
			continue
		}
		if !strings.Contains(text, s) || !strings.Contains(text, en(s)) {
			t.Errorf("sentence %q or its English is missing", s)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(`<[a-z]+[^>]* id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("id %s stands twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("a link leads to #%s, which is nowhere", m[1])
		}
	}
	if len(page) > 12<<20 {
		t.Errorf("%d bytes, too many for a stick and an old browser", len(page))
	}
}

// Nothing is loaded from anywhere, and nothing of the pack becomes markup.
func TestPageStandsAlone(t *testing.T) {
	const attack = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
	page, _ := mustPage(t, func(lib *content.Library, report *content.Report) {
		s := &lib.Pack.Services[0]
		s.Title, s.Summary = attack, attack
		s.Steps = []guide.Step{{Say: attack, Why: attack, Screen: &guide.Screen{On: guide.SurfacePhone, App: attack, Title: attack,
			Show: []guide.Part{{Button: attack, ID: "x"}}, Target: "x"}}}
		s.Checklist = []guide.Item{{Say: attack, Note: attack}}
		report.Warnings = []content.Problem{{File: "services/" + s.Key + ".yaml", Line: 1, Column: 1, Message: attack, Mend: attack}}
	})
	if n := strings.Count(page, "<script"); n != 1 {
		t.Errorf("%d scripts", n)
	}
	if strings.Contains(page, "<img") || strings.Contains(page, "ZgotmplZ") {
		t.Error("words of the pack became markup, or were refused")
	}
	for _, m := range regexp.MustCompile(`(?i)(?:src|href|action|srcset|data)\s*=\s*"([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "#") {
			t.Errorf("refers to %q", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`url\(([^)]{0,20})`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], `"data:`) {
			t.Errorf("loads %q", m[1])
		}
	}
	if strings.Contains(page, "@import") || strings.Contains(page, "<link") {
		t.Error("loads another file")
	}
}

// What is unsure stands at the top, and a tick belongs to the words it was for.
func TestPageNamesDoubtsAndChanges(t *testing.T) {
	digest := func(page, key string) string {
		return regexp.MustCompile(`<article id="` + key + `" data-digest="([0-9a-f]+)"`).FindStringSubmatch(page)[1]
	}
	before, _ := mustPage(t, nil)
	after, lib := mustPage(t, func(lib *content.Library, report *content.Report) {
		s := &lib.Pack.Services[0]
		s.Sure, s.Fee, s.ReviewBy = guide.SureNameOnly, nil, "2026-12-01"
		report.Warnings = []content.Problem{{File: "services/" + s.Key + ".yaml", Line: 7, Column: 1, Message: "Câu dài.", Mend: "Tách ra."}}
	})
	first, second := lib.Pack.Services[0], lib.Pack.Services[1]
	if digest(before, first.Key) == digest(after, first.Key) || digest(before, second.Key) != digest(after, second.Key) {
		t.Error("the digest does not follow the words")
	}
	top := after[:strings.Index(after, `id="muc-luc"`)]
	for _, want := range []string{"Chỉ chắc mã và tên", "Chưa rõ phí", "Sắp tới ngày xem lại", "Khó đọc nhất", "Địa chỉ chưa ai mở thử", "01/12/2026", "services/" + first.Key + ".yaml:7"} {
		if !strings.Contains(top, want) {
			t.Errorf("no %q at the top", want)
		}
	}
	if !regexp.MustCompile(`<article id="` + first.Key + `"[^>]* data-unsure`).MatchString(after) {
		t.Error("a doubtful service is not marked")
	}
}

// Whoever reads a pack through reads all of it: a service and a flow with a word
// of its own in every place are put on the page, and the words looked for there.
func TestPageHasEveryText(t *testing.T) {
	for name, fill := range map[string]func(p *guide.Pack) []guide.Text{
		"service": func(p *guide.Pack) []guide.Text {
			s := &guide.Service{}
			marked := guide.Mark(s)
			s.Key, s.Topic, s.ReviewBy = p.Services[0].Key, p.Services[0].Topic, today.Format(time.DateOnly)
			p.Services[0] = *s
			return marked
		},
		"flow": func(p *guide.Pack) []guide.Text { return guide.Mark(&p.Flows[0]) },
	} {
		var marked []guide.Text
		page, _ := mustPage(t, func(lib *content.Library, _ *content.Report) { marked = fill(lib.Pack) })
		seen := map[string]bool{} // by place; of drawn values one is enough, not every part has one
		for _, text := range marked {
			place := text.Path
			if strings.HasSuffix(place, ".value") {
				place = "a drawn value"
			}
			seen[place] = seen[place] || strings.Contains(page, text.Say)
		}
		for place, on := range seen {
			if !on {
				t.Errorf("the page of a %s lacks %s: page.html", name, place)
			}
		}
	}
}

// A field that page.html does not know is read under its key.
func TestPageHasWhatItDoesNotKnow(t *testing.T) {
	defer readthrough.Unplace("checklist")()
	page, lib := mustPage(t, nil)
	for _, s := range lib.Pack.Services {
		for i, item := range s.Checklist {
			if want := fmt.Sprintf("<dt><code>checklist[%d].say</code></dt><dd>%s", i, html.EscapeString(item.Say)); !strings.Contains(page, want) {
				t.Fatalf("no %q", want)
			}
		}
	}
}
