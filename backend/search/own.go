package search

import (
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// Beside finds, among a few services that are in no index, those in whose title
// every syllable of a query begins a word, marks or none: an office's own. A query
// of one letter finds none.
func Beside(query string, services []*guide.Service) []Hit {
	asked := split(bounded(query))
	if len(Fold(query)) < 2 {
		return nil
	}
	var hits []Hit
	for _, s := range services {
		words := split(s.Title)
		all := !slices.ContainsFunc(asked, func(a syllable) bool {
			return !slices.ContainsFunc(words, func(w syllable) bool { return strings.HasPrefix(w.folded, a.folded) })
		})
		if all {
			hits = append(hits, Hit{Key: s.Key, Codes: []string{}, Kind: string(s.Kind), Title: s.Title, Score: 1, Why: []string{s.Title}})
		}
	}
	return hits
}
