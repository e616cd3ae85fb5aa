package search

import (
	"slices"
	"strings"
	"sync"
)

// state is an index put to use. It is never changed: an import of the
// catalogue makes another one.
type state struct {
	imports int // of the catalogue, of which this is the last
	pack    *compiled
	reader  reader
	shares  []float64 // by number: what a syllable of a saying weighs
	stories *stories
	codes   map[string]bool // of the pack's services
	entries catalogue
	rooms   sync.Pool // of *room
}

// newState puts a pack to use together with the catalogue, whose words it
// renumbers.
func newState(pack *compiled, entries catalogue, imports int) *state {
	all, more, words := joined(pack.vocabulary, entries.vocabulary)
	entries.renumber(words)
	entries.vocabulary = vocabulary{}
	l := newLexicon(all, pack.background, more)
	entries.post(l)
	st := &state{imports: imports, pack: pack, shares: slices.Clone(l.weights), codes: map[string]bool{}, entries: entries}
	st.reader.lexicon = l
	for _, m := range pack.meanings {
		st.reader.meanings = append(st.reader.meanings, meaning{l.wordsOf(m[0]), l.wordsOf(m[1])})
	}
	quiet := map[int32]bool{}
	for _, f := range pack.fillers {
		filler := l.wordsOf(f)
		st.reader.fillers = append(st.reader.fillers, filler)
		if len(filler) == 1 && !quiet[filler[0].number] {
			quiet[filler[0].number] = true
			st.shares[filler[0].number] *= fillerShare
		}
	}
	for i := range pack.services {
		for c := range strings.FieldsSeq(pack.services[i].codes) {
			st.codes[c] = true
		}
	}
	st.stories = newStories(pack.services, l)
	st.rooms.New = func() any { return &room{stories: newComparison(st.stories)} }
	return st
}

// wordsOf gives words by their numbers.
func (v *vocabulary) wordsOf(numbers []uint32) []word {
	list := make([]word, len(numbers))
	for i, n := range numbers {
		list[i] = v.words[n]
	}
	return list
}

// room is what one query writes into; the next one uses it again.
type room struct {
	questions [maxReadings]question
	stories   *comparison
	names     namesRoom
}

func (st *state) enter() *room { return st.rooms.Get().(*room) }

// leave gives the room back, and lets go of what was typed.
func (st *state) leave(r *room) {
	for i := range r.questions {
		r.questions[i].reading = nil
	}
	st.rooms.Put(r)
}

// asked prepares the readings that ask for something: fillers alone do not.
func (st *state) asked(readings []reading, room *room) []question {
	n := 0
	for i := range readings {
		q := &room.questions[n]
		if q.ask(&readings[i], st.reader.lexicon, st.shares); q.weight >= 1 {
			n++
		}
	}
	return room.questions[:n]
}
