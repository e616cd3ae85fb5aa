package search

import (
	"math"
	"slices"
	"strings"
)

// lexicon knows the folded syllables of the index: which there are, how they
// sound, and how little the common ones decide.
type lexicon struct {
	known      map[string]bool
	sorted     []string            // for half-typed words
	near, far  map[string][]string // by sound
	background map[string]int
	texts      int // how many texts the background was counted in
}

func newLexicon(background, more map[string]int) *lexicon {
	l := &lexicon{
		known: map[string]bool{}, near: map[string][]string{}, far: map[string][]string{}, background: background,
	}
	for _, from := range []map[string]int{background, more} {
		for s := range from {
			if !l.known[s] && s != "" {
				l.known[s] = true
				l.sorted = append(l.sorted, s)
			}
		}
	}
	slices.Sort(l.sorted)
	for _, s := range l.sorted {
		k := soundOf(s)
		l.near[k.near] = append(l.near[k.near], s)
		l.far[k.far] = append(l.far[k.far], s)
	}
	for _, n := range background {
		l.texts = max(l.texts, n)
	}
	return l
}

// weight is how much a syllable decides, about 1 for a common one and 5 for
// one that the pack hardly uses.
func (l *lexicon) weight(folded string) float64 {
	return 1 + math.Log(float64(l.texts+1)/float64(l.background[folded]+1))/math.Log(float64(l.texts+1))*4
}

// starting lists syllables that begin with prefix, at most limit.
func (l *lexicon) starting(prefix string, limit int) []string {
	i, _ := slices.BinarySearch(l.sorted, prefix)
	j := i
	for j < len(l.sorted) && j-i < limit && strings.HasPrefix(l.sorted[j], prefix) {
		j++
	}
	return l.sorted[i:j]
}

// slips lists syllables that are one slip away from a word, at most limit.
func (l *lexicon) slips(word string, limit int) []string {
	var list []string
	for _, s := range l.sorted {
		if oneSlip(s, word) {
			if list = append(list, s); len(list) == limit {
				break
			}
		}
	}
	return list
}

// apart takes a run-together word apart into known syllables, each also as
// typed keys: "dangky", "ddawngkys". It prefers few and common ones; nil when
// it cannot be done.
func (l *lexicon) apart(word string) []syllable {
	const longest = 9
	type way struct {
		cost float64
		from int
		word syllable
	}
	best := make([]way, len(word)+1)
	for end := 1; end <= len(word); end++ {
		best[end].cost = math.Inf(1)
		for start := max(0, end-longest); start < end; start++ {
			if math.IsInf(best[start].cost, 1) {
				continue
			}
			piece := word[start:end]
			s := syllable{piece, piece}
			if !l.known[piece] || len(piece) == 1 || !shape.MatchString(piece) {
				meant, _, ok := typed(piece)
				if s = asSyllable(meant); !ok || !l.known[s.folded] {
					continue
				}
			}
			// Every syllable costs; a common one a little less.
			if cost := best[start].cost + 6 + l.weight(s.folded); cost < best[end].cost {
				best[end] = way{cost, start, s}
			}
		}
	}
	if math.IsInf(best[len(word)].cost, 1) {
		return nil
	}
	var list []syllable
	for end := len(word); end > 0; end = best[end].from {
		list = append(list, best[end].word)
	}
	slices.Reverse(list)
	return list
}
