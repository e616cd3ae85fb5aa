package search

import (
	"strings"

	"tungbuoc/backend/guide"
)

// Version is part of what an index is made from: it grows when the same pack
// would be indexed differently.
const Version = "2"

// field is where a way to say a service stands.
type field uint8

// The fields a service can be found by.
const (
	fieldTitle field = iota
	fieldName
	fieldOfficial
	fieldWord    // an everyday word that points to it
	fieldSummary // what it is, who needs it
	fieldOther   // its title in another language
	fieldStory   // what people tell who need it
	fields
)

func (f field) String() string {
	return [...]string{"title", "name", "official", "word", "summary", "other", "story"}[f]
}

// PackIndex is what the search knows of a pack.
type PackIndex struct {
	Services   []ServiceRow // in the order of the pack
	Meanings   [][2]string  // said, meant
	Fillers    []string
	Background map[string]int // folded syllable to how many texts of the pack use it
}

// ServiceRow is one service of a pack.
type ServiceRow struct {
	Key     string
	Kind    string
	Codes   string // separated by spaces
	Title   string
	Often   int      // 1 asked every day ... 4 rarely
	Sayings []Saying // the title first
}

// Saying is one way to say a service.
type Saying struct {
	Field field
	Place int // among the services a word points to, from 0
	Text  string
}

// Said is the folded text of all ways to say the service.
func (s *ServiceRow) Said() string {
	var said []string
	for _, say := range s.Sayings {
		said = append(said, Fold(say.Text))
	}
	return strings.Join(said, " ")
}

// Build makes the index of a pack. sentences is every sentence of the pack,
// to know which words are common; translator gives what says a sentence in
// another of the pack's languages.
func Build(p *guide.Pack, sentences []string, translator func(lang string) func(string) string) PackIndex {
	var others []func(string) string
	for _, lang := range p.Info.Languages[min(1, len(p.Info.Languages)):] {
		others = append(others, translator(lang))
	}
	index := PackIndex{Fillers: p.Words.Fillers, Background: map[string]int{}}
	pointed := map[string][]Saying{}
	for _, w := range p.Words.Words {
		for _, say := range w.Say {
			for place, key := range w.Services {
				pointed[key] = append(pointed[key], Saying{Field: fieldWord, Place: place, Text: say})
			}
			for _, means := range w.Means {
				index.Meanings = append(index.Meanings, [2]string{say, means})
			}
		}
	}
	told := map[string][]string{}
	for _, t := range p.Stories.Stories {
		told[t.Service] = t.Tell
	}
	for i := range p.Services {
		s := &p.Services[i]
		row := ServiceRow{
			Key: s.Key, Kind: string(s.Kind), Codes: strings.Join(s.Codes, " "), Title: s.Title, Often: s.Order,
			Sayings: []Saying{{Field: fieldTitle, Text: s.Title}},
		}
		for _, n := range s.Names {
			row.Sayings = append(row.Sayings, Saying{Field: fieldName, Text: n})
		}
		if s.Official != "" {
			row.Sayings = append(row.Sayings, Saying{Field: fieldOfficial, Text: s.Official})
		}
		row.Sayings = append(row.Sayings, pointed[s.Key]...)
		row.Sayings = append(row.Sayings, Saying{Field: fieldSummary, Text: s.Summary})
		for _, say := range others {
			if other := say(s.Title); other != s.Title {
				row.Sayings = append(row.Sayings, Saying{Field: fieldOther, Text: other})
			}
		}
		for _, tell := range told[s.Key] {
			row.Sayings = append(row.Sayings, Saying{Field: fieldStory, Text: tell})
		}
		for _, say := range row.Sayings {
			if say.Field != fieldStory {
				count(index.Background, say.Text)
			}
		}
		index.Services = append(index.Services, row)
	}
	for _, s := range sentences {
		count(index.Background, s)
	}
	// Stories make syllables known, but how common one is the pack's own
	// sentences say: stories are all about "tôi" and "giấy".
	for _, t := range p.Stories.Stories {
		for _, tell := range t.Tell {
			for _, s := range split(tell) {
				index.Background[s.folded] = max(1, index.Background[s.folded])
			}
		}
	}
	return index
}

// count adds one for each different syllable of a text.
func count(background map[string]int, text string) {
	seen := map[string]bool{}
	for _, s := range split(text) {
		if !seen[s.folded] {
			seen[s.folded] = true
			background[s.folded]++
		}
	}
}
