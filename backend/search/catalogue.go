package search

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// catalogue is the national catalogue as the search knows it: the words of the
// names. The rest of an entry is read from the disk when it is found.
type catalogue struct {
	vocabulary
	entries    []entry      // in the order of the rows
	neighbours []neighbours // in order; see missed.go
	postings
}

// entry is one procedure: its row in content.db, and the words of its name.
type entry struct {
	row   int64
	code  string
	local bool // made by one province, for that province
	words []uint32
}

// postings say which names have a folded syllable, and how often.
type postings struct {
	groups          // by number; see posting
	average float64 // syllables of a name
}

// A posting is the number of an entry, and in its last bits how often the
// syllable stands in the name.
const (
	postingBits = 6
	postingMost = 1<<postingBits - 1
	maxEntries  = 1 << (32 - postingBits)
)

// catalogueCollector takes entries in.
type catalogueCollector struct {
	*collector
	entries []entry
	side    neighbourCounter
}

func (c *catalogueCollector) add(row int64, e guide.CatalogueEntry) {
	if len(c.entries) < maxEntries {
		c.side.count(c.collector, len(c.entries)+1, e.Name)
		c.entries = append(c.entries, entry{row: row, code: e.Code, local: e.Local, words: c.text(e.Name)})
	}
}

// encode gives the catalogue as a piece.
func (c *catalogue) encode(madeFrom string) []byte {
	w := newWriter(madeFrom)
	w.vocabulary(c.vocabulary)
	total := 0
	for i := range c.entries {
		total += len(c.entries[i].words)
	}
	w.number(total)
	w.number(len(c.entries))
	row := int64(0)
	for i := range c.entries {
		e := &c.entries[i]
		w.number(int(e.row - row))
		row = e.row
		w.text(e.code)
		local := 0
		if e.local {
			local = 1
		}
		w.number(local)
		w.wordList(e.words)
	}
	w.neighbours(c.neighbours)
	return w.end()
}

// catalogue reads a catalogue.
func (r *pieceReader) catalogue() (catalogue, error) {
	c := catalogue{vocabulary: r.vocabulary()}
	room := make([]uint32, 0, r.count(1))
	c.entries = make([]entry, r.count(4))
	row := int64(0)
	for i := range c.entries {
		row += int64(r.number())
		c.entries[i] = entry{row: row, code: r.text(), local: r.number() == 1, words: r.wordList(&room)}
	}
	c.neighbours = r.neighbours()
	if len(r.rest) > 0 || len(c.entries) > maxEntries {
		r.bad = true
	}
	return c, r.err()
}

// renumber gives the words of the names the numbers of a larger vocabulary.
func (c *catalogue) renumber(words []uint32) {
	for i := range c.entries {
		for j, w := range c.entries[i].words {
			c.entries[i].words[j] = words[w]
		}
	}
	for i, n := range c.neighbours {
		c.neighbours[i] = neighbours{words[n[0]], words[n[1]]}
	}
	slices.SortFunc(c.neighbours, compareNeighbours)
}

// post makes the postings, once the words have their numbers in the lexicon.
func (c *catalogue) post(l *lexicon) {
	seen := make([]uint32, len(l.folded)) // by number: 1 + the last entry that has it
	start := make([]uint32, len(l.folded)+1)
	total := 0
	for i := range c.entries {
		total += len(c.entries[i].words)
		for _, w := range c.entries[i].words {
			if n := l.words[w].number; seen[n] != uint32(i)+1 {
				seen[n] = uint32(i) + 1
				start[n+1]++
			}
		}
	}
	for n := range l.folded {
		start[n+1] += start[n]
	}
	c.groups = groups{start: start, list: make([]uint32, start[len(l.folded)])}
	next := slices.Clone(start)
	clear(seen)
	for i := range c.entries {
		for _, w := range c.entries[i].words {
			n := l.words[w].number
			if seen[n] != uint32(i)+1 {
				seen[n] = uint32(i) + 1
				c.list[next[n]] = uint32(i) << postingBits
				next[n]++
			}
			if p := &c.list[next[n]-1]; *p&postingMost < postingMost {
				*p++
			}
		}
	}
	c.average = float64(total) / float64(max(1, len(c.entries)))
}

// Okapi BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework,
// 2009), with the usual constants.
const (
	bmRepeat = 1.2  // how soon more of the same word adds nothing
	bmLength = 0.75 // how much a long name counts less
	bmLeast  = 1e-6 // what a word counts that most names have
)

// namesRoom is room for looking names up.
type namesRoom struct {
	asked []uint8   // by entry: how many of the terms its name has
	score []float64 // by entry
	found []uint32
}

// names gives the entries whose names have a form of every term that matters,
// leaving out the least important ones of a long query: the best by BM25
// first, at most limit of them, good until the next call.
func (c *catalogue) names(q *question, room *namesRoom, limit int) []uint32 {
	if len(room.asked) < len(c.entries) {
		room.asked, room.score = make([]uint8, len(c.entries)), make([]float64, len(c.entries))
	}
	clear(room.asked)
	room.found = room.found[:0]
	forms, terms := c.lookUp(q, room.asked)
	for _, n := range forms {
		c.score(n, terms, room)
	}
	slices.SortFunc(room.found, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(room.score[b], room.score[a]), cmp.Compare(a, b))
	})
	return room.found[:min(limit, len(room.found))]
}

// lookUp counts by entry how many terms its name has, and gives the forms it
// looked for and how many terms they belong to.
func (c *catalogue) lookUp(q *question, asked []uint8) (forms []int32, count uint8) {
	const most = 6
	terms := make([]*term, len(q.terms))
	for i := range terms {
		terms[i] = &q.terms[i]
	}
	slices.SortStableFunc(terms, func(a, b *term) int { return cmp.Compare(b.weight, a.weight) })
	for _, t := range terms {
		if count > 0 && (count == most || t.weight < 1) {
			break
		}
		for _, n := range namesFor(t) {
			forms = append(forms, n)
			for _, p := range c.of(n) {
				if e := p >> postingBits; asked[e] == count { // it has all the terms before
					asked[e] = count + 1
				}
			}
		}
		count++
	}
	return forms, count
}

// score adds what a form counts to the entries that have all terms.
func (c *catalogue) score(form int32, terms uint8, room *namesRoom) {
	list := c.of(form)
	rare := math.Log((float64(len(c.entries)) - float64(len(list)) + 0.5) / (float64(len(list)) + 0.5))
	if rare <= 0 {
		rare = bmLeast
	}
	for _, p := range list {
		e := p >> postingBits
		if room.asked[e]&^inFound != terms {
			continue
		}
		if room.asked[e]&inFound == 0 {
			room.asked[e] |= inFound
			room.score[e] = 0
			room.found = append(room.found, e)
		}
		often, length := float64(p&postingMost), float64(len(c.entries[e].words))
		room.score[e] += rare * ((often * (bmRepeat + 1)) / (often + bmRepeat*(1-bmLength+bmLength*length/c.average)))
	}
}

// inFound marks, in what is counted by entry, one that is in the list.
const inFound = 0x80

// namesFor lists the forms of a term that names are looked up by, in the order
// of the texts: those that fit well, and the syllable as typed.
func namesFor(t *term) []int32 {
	list := make([]*form, 0, len(t.forms))
	for i := range t.forms {
		if f := &t.forms[i]; f.number != noNumber && (f.fit >= fitNear*fitTyped || f.number == t.number) {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *form) int { return strings.Compare(a.folded, b.folded) })
	numbers := make([]int32, len(list))
	for i, f := range list {
		numbers[i] = f.number
	}
	return numbers
}
