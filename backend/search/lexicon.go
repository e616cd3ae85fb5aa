package search

import (
	"math"
	"slices"
	"strings"
)

// lexicon knows the folded syllables of the index: which there are, how they
// sound, and how little the common ones decide.
type lexicon struct {
	vocabulary
	known     []bool  // by number; the words of words.yaml are there and may be unknown
	sorted    []int32 // all numbers, by text: for half-typed words
	variants  groups  // the words of each number
	near, far sounding
	weights   []float64 // by number
	unknown   float64   // the weight of what is not there
	texts     int       // how many texts the background was counted in
}

// newLexicon makes the lexicon of a vocabulary. Of the first numbers background
// says in how many texts of the pack they stand, 0 for words that no text has;
// more are numbers known from elsewhere.
func newLexicon(v vocabulary, background, more []int32) *lexicon {
	l := &lexicon{vocabulary: v, known: make([]bool, len(v.folded)), sorted: sortedBy(v.folded), weights: make([]float64, len(v.folded)), texts: 1}
	for _, n := range background {
		l.texts = max(l.texts, int(n))
	}
	l.unknown = l.weightOf(0)
	for _, n := range more {
		l.known[n] = true
	}
	var byCount []float64
	for i := range v.folded {
		n := 0
		if i < len(background) {
			n = int(background[i])
		}
		l.known[i] = l.known[i] || n > 0
		for len(byCount) <= n {
			byCount = append(byCount, l.weightOf(len(byCount)))
		}
		l.weights[i] = byCount[n]
	}
	l.variants = grouped(len(v.words), len(v.folded), func(i int) int { return int(v.words[i].number) })
	l.near, l.far = l.sounds()
	return l
}

// weightOf is how much a syllable decides that stands in n texts, about 1 for a
// common one and 5 for one that the pack hardly uses.
func (l *lexicon) weightOf(n int) float64 {
	return 1 + math.Log(float64(l.texts+1)/float64(n+1))/math.Log(float64(l.texts+1))*4
}

// find gives the number of a folded syllable, noNumber when it is not there.
func (l *lexicon) find(folded string) int32 { return find(l.folded, l.sorted, folded) }

// knows says whether a text has the syllable of this number.
func (l *lexicon) knows(number int32) bool { return number != noNumber && l.known[number] }

// has says whether a text has the folded syllable.
func (l *lexicon) has(folded string) bool { return l.knows(l.find(folded)) }

// weight is that of a number; see weightOf.
func (l *lexicon) weight(number int32) float64 {
	if number == noNumber {
		return l.unknown
	}
	return l.weights[number]
}

// sounding finds the known syllables that sound alike, in the order of their texts.
type sounding struct {
	keys map[string]int32 // how it sounds -> group
	groups
}

func (s *sounding) like(key string) []uint32 {
	if group, ok := s.keys[key]; ok {
		return s.of(group)
	}
	return nil
}

// sounds sorts the known syllables by how they sound.
func (l *lexicon) sounds() (near, far sounding) {
	var known []int32
	for _, n := range l.sorted {
		if l.known[n] {
			known = append(known, n)
		}
	}
	near.keys, far.keys = make(map[string]int32, len(known)/2), make(map[string]int32, len(known)/2)
	groupOf := func(keys map[string]int32, key string) int32 {
		group, ok := keys[key]
		if !ok {
			group = int32(len(keys))
			keys[key] = group
		}
		return group
	}
	nearOf, farOf := make([]int32, len(known)), make([]int32, len(known))
	for i, n := range known {
		k := soundOf(l.folded[n])
		nearOf[i], farOf[i] = groupOf(near.keys, k.near), groupOf(far.keys, k.far)
	}
	near.groups = grouped(len(known), len(near.keys), func(i int) int { return int(nearOf[i]) })
	far.groups = grouped(len(known), len(far.keys), func(i int) int { return int(farOf[i]) })
	for _, g := range []*groups{&near.groups, &far.groups} {
		for i, at := range g.list {
			g.list[i] = uint32(known[at])
		}
	}
	return near, far
}

// starting calls yield for the known syllables that begin with prefix, at most limit of them.
func (l *lexicon) starting(prefix string, limit int, yield func(number int32)) {
	i, _ := slices.BinarySearchFunc(l.sorted, prefix, func(n int32, text string) int { return strings.Compare(l.folded[n], text) })
	for ; i < len(l.sorted) && limit > 0 && strings.HasPrefix(l.folded[l.sorted[i]], prefix); i++ {
		if l.known[l.sorted[i]] {
			yield(l.sorted[i])
			limit--
		}
	}
}

// begins says whether a known syllable begins with prefix.
func (l *lexicon) begins(prefix string) (any bool) {
	l.starting(prefix, 1, func(int32) { any = true })
	return any
}

// slips calls yield for known syllables that are one slip away from a word, at most limit of them.
func (l *lexicon) slips(text string, limit int, yield func(number int32)) {
	for _, n := range l.sorted {
		if d := len(l.folded[n]) - len(text); d > 1 || d < -1 || !l.known[n] || !oneSlip(l.folded[n], text) {
			continue
		}
		yield(n)
		if limit--; limit == 0 {
			break
		}
	}
}

// apart takes a run-together word apart into known syllables, each also as
// typed keys: "dangky", "ddawngkys". It prefers few and common ones; nil when
// it cannot be done.
func (l *lexicon) apart(text string) []syllable {
	const longest = 9
	type way struct {
		cost float64
		from int
		word syllable
	}
	best := make([]way, len(text)+1)
	for end := 1; end <= len(text); end++ {
		best[end].cost = math.Inf(1)
		for start := max(0, end-longest); start < end; start++ {
			if math.IsInf(best[start].cost, 1) {
				continue
			}
			piece := text[start:end]
			s, number := syllable{piece, piece}, l.find(piece)
			if !l.knows(number) || len(piece) == 1 || !shape.MatchString(piece) {
				meant, _, ok := typed(piece)
				if !ok {
					continue
				}
				s = asSyllable(meant)
				if number = l.find(s.folded); !l.knows(number) {
					continue
				}
			}
			// Every syllable costs; a common one a little less.
			if cost := best[start].cost + 6 + l.weight(number); cost < best[end].cost {
				best[end] = way{cost, start, s}
			}
		}
	}
	if math.IsInf(best[len(text)].cost, 1) {
		return nil
	}
	var list []syllable
	for end := len(text); end > 0; end = best[end].from {
		list = append(list, best[end].word)
	}
	slices.Reverse(list)
	return list
}
