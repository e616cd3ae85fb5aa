package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestStoriesAreChecked(t *testing.T) {
	told := func(list ...guide.Told) guide.Stories { return guide.Stories{Stories: list} }
	for name, tt := range map[string]struct {
		stories guide.Stories
		path    string // of the problem
	}{
		"unknown service":    {told(guide.Told{Service: "khong-co", Tell: []string{"x"}}), "stories[0].service"},
		"same service twice": {told(guide.Told{Service: "khai-sinh", Tell: []string{"x"}}, guide.Told{Service: "khai-sinh", Tell: []string{"y"}}), "stories[1].service"},
		"told twice":         {told(guide.Told{Service: "khai-sinh", Tell: []string{"x", "x"}}), "stories[0].tell[1]"},
		"capital":            {told(guide.Told{Service: "khai-sinh", Tell: []string{"Con tôi"}}), "stories[0].tell[0]"},
		"empty":              {told(guide.Told{Service: "khai-sinh", Tell: []string{""}}), "stories[0].tell[0]"},
		"long":               {told(guide.Told{Service: "khai-sinh", Tell: []string{strings.Repeat("x", 161)}}), "stories[0].tell[0]"},
	} {
		pack := mustPack(t)
		pack.Stories = tt.stories
		found := false
		for _, p := range pack.Validate() {
			found = found || p.Where.Kind == "stories" && p.Where.Path == tt.path
		}
		if !found {
			t.Errorf("%s: not found at %s", name, tt.path)
		}
	}
}
