package search

import (
	"maps"
	"slices"
)

// compiled is a pack's index with every text as numbers of words: what is kept
// on the disk, and what is put to use in a few milliseconds.
type compiled struct {
	vocabulary
	background []int32 // by number: how many texts of the pack have it; 0: none has
	services   []service
	meanings   [][2][]uint32 // the longest said first
	fillers    [][]uint32
	neighbours []neighbours // in order; see missed.go
}

// service is one service of the pack.
type service struct {
	key, kind, codes, title string
	often                   int
	sayings                 []saying // but for the stories
	stories                 []saying
}

// compile turns the texts of an index into numbers.
func compile(index PackIndex) *compiled {
	c := newCollector()
	made := &compiled{}
	for _, folded := range slices.Sorted(maps.Keys(index.Background)) {
		if folded != "" && index.Background[folded] > 0 {
			c.number(folded)
			made.background = append(made.background, int32(index.Background[folded]))
		}
	}
	side := neighbourCounter{}
	for i, row := range index.Services {
		sv := service{key: row.Key, kind: row.Kind, codes: row.Codes, title: row.Title, often: row.Often}
		for _, say := range row.Sayings {
			if say.Field != fieldOther {
				side.count(c, i+1, say.Text)
			}
			s := saying{field: say.Field, place: uint32(say.Place), words: c.text(say.Text)}
			if s.field == fieldStory {
				sv.stories = append(sv.stories, s)
				continue
			}
			s.text = say.Text
			sv.sayings = append(sv.sayings, s)
		}
		made.services = append(made.services, sv)
	}
	for _, m := range index.Meanings {
		made.meanings = append(made.meanings, [2][]uint32{c.text(m[0]), c.text(m[1])})
	}
	slices.SortStableFunc(made.meanings, func(a, b [2][]uint32) int { return len(b[0]) - len(a[0]) })
	for _, f := range index.Fillers {
		made.fillers = append(made.fillers, c.text(f))
	}
	made.neighbours = side.kept(leastServices)
	made.vocabulary = c.vocabulary
	made.background = append(made.background, make([]int32, len(made.folded)-len(made.background))...)
	return made
}
