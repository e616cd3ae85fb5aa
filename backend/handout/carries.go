package handout

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// Carries lists the layouts that print what stands at a place of a service,
// such as fee, checklist[2] or steps[4].why. Sheets print the first steps
// only, and any card gives lines up when they do not fit: what is listed may
// be on paper, what is not listed never is.
func Carries(place string) []Layout {
	place = index.ReplaceAllString(place, "")
	list := []Layout{}
	for _, l := range Layouts {
		on := printed()[l]
		if on[place] || on[place+".say"] || on[place+".wrong"] {
			list = append(list, l)
		}
	}
	return list
}

var index = regexp.MustCompile(`\[\d+\]`)

// printed finds out which places of a service each layout prints: a service
// that has a word of its own in every place is laid out, and the words are
// looked for on its pages. So whatever a layout begins to print is known here.
var printed = sync.OnceValue(func() map[Layout]map[string]bool {
	var s guide.Service
	marked := guide.Mark(&s)
	calm := s // what is urgent takes the place of all else, a short title that of the whole one
	calm.Emergency, calm.Short = nil, ""
	found := map[Layout]map[string]bool{}
	for _, l := range Layouts {
		found[l] = map[string]bool{}
		for _, text := range append(wordsOn(l, &s), wordsOn(l, &calm)...) {
			for _, m := range marked {
				if strings.Contains(text, m.Say) {
					found[l][index.ReplaceAllString(m.Path, "")] = true
				}
			}
		}
	}
	return found
})

// wordsOn lists the texts on the pages of a service.
func wordsOn(l Layout, s *guide.Service) (texts []string) {
	c, err := collect(&guide.Pack{}, s, Options{Layout: l})
	if err != nil {
		return nil
	}
	symbol, err := qr.Encode("https://dichvucong.gov.vn/", qr.M)
	if err != nil {
		return nil
	}
	c.Links = []Link{{Symbol: symbol}}
	pages, err := Job{Layout: l, Contents: []Content{c}, Copies: 1, Start: 1}.Lay()
	if err != nil {
		return nil
	}
	for page, err := range pages.From(1) {
		if err != nil {
			return nil
		}
		for _, shape := range page.Shapes {
			if text, ok := shape.(picture.Text); ok && !slices.Contains(texts, text.Words) {
				texts = append(texts, text.Words)
			}
		}
	}
	return texts
}
