package search

import (
	"cmp"
	"slices"
	"strings"
)

// word is a syllable as some text of the index writes it, with what comparing
// needs taken out of it once.
type word struct {
	syllable
	base   string // its marks without the tone
	tone   uint8
	number int32 // of its folded form
}

func newWord(s syllable, number int32) word {
	base, tone := toneOf(s.marked)
	return word{syllable: s, base: base, tone: uint8(tone), number: number}
}

// vocabulary numbers the syllables of texts: folded forms, and words, which
// are those with their marks. A text is then a list of words, 4 bytes each.
type vocabulary struct {
	folded []string
	words  []word
}

// noNumber is that of a syllable that no text has.
const noNumber = -1

// collector makes a vocabulary.
type collector struct {
	vocabulary
	numbers map[string]int32
	known   map[syllable]uint32
}

func newCollector() *collector {
	return &collector{numbers: map[string]int32{}, known: map[syllable]uint32{}}
}

func (c *collector) number(folded string) int32 {
	n, ok := c.numbers[folded]
	if !ok {
		n = int32(len(c.folded))
		c.numbers[folded] = n
		c.folded = append(c.folded, folded)
	}
	return n
}

func (c *collector) word(s syllable) uint32 {
	n, ok := c.known[s]
	if !ok {
		n = uint32(len(c.words))
		c.known[s] = n
		c.words = append(c.words, newWord(s, c.number(s.folded)))
	}
	return n
}

// text gives a text as words.
func (c *collector) text(text string) []uint32 {
	var list []uint32
	for _, s := range split(text) {
		list = append(list, c.word(s))
	}
	return list
}

// joined is a vocabulary with what another one has besides: the numbers of the
// first stay. numbers and words say which ones the folded forms and the words
// of the other have now.
func joined(a, b vocabulary) (all vocabulary, numbers []int32, words []uint32) {
	all = vocabulary{folded: slices.Clip(a.folded), words: slices.Clip(a.words)}
	order := sortedBy(a.folded)
	byFolded := make([][]uint32, len(a.folded))
	for i, w := range a.words {
		byFolded[w.number] = append(byFolded[w.number], uint32(i))
	}
	numbers = make([]int32, len(b.folded))
	for i, folded := range b.folded {
		if numbers[i] = find(a.folded, order, folded); numbers[i] == noNumber {
			numbers[i] = int32(len(all.folded))
			all.folded = append(all.folded, folded)
		}
	}
	words = make([]uint32, len(b.words))
	for i, w := range b.words {
		w.number = numbers[w.number]
		words[i] = uint32(len(all.words))
		if int(w.number) < len(byFolded) {
			if j := slices.IndexFunc(byFolded[w.number], func(j uint32) bool { return a.words[j].marked == w.marked }); j >= 0 {
				words[i] = byFolded[w.number][j]
				continue
			}
		}
		all.words = append(all.words, w)
	}
	return all, numbers, words
}

// sortedBy gives the numbers of texts in the order of the texts.
func sortedBy(texts []string) []int32 {
	order := make([]int32, len(texts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(texts[a], texts[b]) })
	return order
}

// find gives the number of a text, noNumber when it is not there.
func find(texts []string, order []int32, text string) int32 {
	i, ok := slices.BinarySearchFunc(order, text, func(n int32, text string) int { return cmp.Compare(texts[n], text) })
	if !ok {
		return noNumber
	}
	return order[i]
}

// groups are lists of numbers in one piece: those of group i stand from
// start[i] to start[i+1].
type groups struct {
	start []uint32
	list  []uint32
}

// grouped sorts the numbers 0 to n-1 into groups: of says which one each
// belongs to. Inside a group they stay in order.
func grouped(n, groupCount int, of func(i int) int) groups {
	g := groups{start: make([]uint32, groupCount+1), list: make([]uint32, n)}
	for i := range n {
		g.start[of(i)+1]++
	}
	for i := range groupCount {
		g.start[i+1] += g.start[i]
	}
	next := slices.Clone(g.start)
	for i := range n {
		group := of(i)
		g.list[next[group]] = uint32(i)
		next[group]++
	}
	return g
}

func (g *groups) of(i int32) []uint32 {
	if i < 0 || int(i)+1 >= len(g.start) {
		return nil
	}
	return g.list[g.start[i]:g.start[i+1]]
}
