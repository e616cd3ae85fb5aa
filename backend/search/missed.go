package search

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What may be kept of a query that found nothing are words of the language: two
// or more syllables that also stand side by side in what the pack says of
// several services, or in several names of the catalogue, in small letters. A
// single syllable is no word yet, and most of them are also names; whatever
// else was typed may be a name or a number of somebody's.

// How many services, or names of the catalogue, must have two neighbours: what
// one or two of them say may be a name after all.
const (
	leastServices = 2
	leastNames    = 3
)

// neighbours are two words side by side, as numbers of words.
type neighbours [2]uint32

func compareNeighbours(a, b neighbours) int { return slices.Compare(a[:], b[:]) }

// neighbourCounter counts how many owners of texts have neighbours.
type neighbourCounter map[neighbours]*struct{ owners, last int }

// count takes in a text of an owner. Owners are numbered from 1, and come in order.
func (n neighbourCounter) count(c *collector, owner int, text string) {
	const none = ^uint32(0)
	before := none
	for _, s := range smallWords(text) {
		if s.folded == "" {
			before = none
			continue
		}
		this := c.word(s)
		if before != none {
			of := n[neighbours{before, this}]
			if of == nil {
				of = new(struct{ owners, last int })
				n[neighbours{before, this}] = of
			}
			if of.last != owner {
				of.last = owner
				of.owners++
			}
		}
		before = this
	}
}

// kept gives those that enough owners have, in order.
func (n neighbourCounter) kept(least int) []neighbours {
	maps.DeleteFunc(n, func(_ neighbours, of *struct{ owners, last int }) bool { return of.owners < least })
	return slices.SortedFunc(maps.Keys(n), compareNeighbours)
}

// smallWords takes text apart into syllables. One that has a digit or begins with
// a capital is empty: it belongs to a number or a name.
func smallWords(text string) []syllable {
	var list []syllable
	for raw := range strings.FieldsFuncSeq(composed(text), func(r rune) bool { return !isLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(raw); unicode.IsUpper(first) || strings.ContainsFunc(raw, unicode.IsDigit) {
			list = append(list, syllable{})
			continue
		}
		list = append(list, asSyllable(strings.ToLower(raw)))
	}
	return list
}

// keepable is what may be kept of a query that found nothing, as the texts write it.
// Who types marks at all means those left out, too: "Văn Hoa" is no "văn hóa".
func (st *state) keepable(query string) string {
	l := st.reader.lexicon
	asked := smallWords(query)
	asked = asked[:min(maxSyllables, len(asked))]
	marked := slices.ContainsFunc(split(query), func(s syllable) bool { return s.marked != s.folded })
	may := make([][]uint32, len(asked)) // by place: the words that may be meant
	for i, s := range asked {
		for _, w := range l.variants.of(l.find(s.folded)) {
			if !marked || s.marked == l.words[w].marked {
				may[i] = append(may[i], w)
			}
		}
	}
	var runs []string
	for i := 0; i+1 < len(asked); {
		run := st.run(may[i:])
		if len(run) < 2 {
			i++
			continue
		}
		said := make([]string, len(run))
		for j, w := range run {
			said[j] = l.words[w].marked
		}
		runs = append(runs, strings.Join(said, " "))
		i += len(run)
	}
	return strings.Join(runs, ", ")
}

// run follows neighbours as far as they go.
func (st *state) run(may [][]uint32) []uint32 {
	var longest []uint32
	for _, first := range may[0] {
		run := []uint32{first}
		for _, next := range may[1:] {
			i := slices.IndexFunc(next, func(w uint32) bool { return st.neighbours(neighbours{run[len(run)-1], w}) })
			if i < 0 {
				break
			}
			run = append(run, next[i])
		}
		if len(run) > len(longest) {
			longest = run
		}
	}
	return longest
}

// neighbours says whether two words stand side by side often enough.
func (st *state) neighbours(n neighbours) bool {
	for _, list := range [][]neighbours{st.pack.neighbours, st.entries.neighbours} {
		if _, ok := slices.BinarySearchFunc(list, n, compareNeighbours); ok {
			return true
		}
	}
	return false
}
