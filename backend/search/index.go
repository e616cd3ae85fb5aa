package search

import (
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// Version is part of what an index is made from: it grows when the same pack
// would be indexed differently.
const Version = "1"

// The fields a service can be found by.
const (
	fieldTitle    = "title"
	fieldName     = "name"
	fieldOfficial = "official"
	fieldWord     = "word"    // an everyday word that points to it
	fieldSummary  = "summary" // what it is, who needs it
	fieldOther    = "other"   // its title in another language
	fieldStory    = "story"   // what people tell who need it
)

// Build makes the index of a pack. sentences is every sentence of the pack,
// to know which words are common; translator gives what says a sentence in
// another of the pack's languages.
func Build(p *guide.Pack, sentences []string, translator func(lang string) func(string) string) sqlite.PackIndex {
	var others []func(string) string
	for _, lang := range p.Info.Languages[min(1, len(p.Info.Languages)):] {
		others = append(others, translator(lang))
	}
	index := sqlite.PackIndex{Fillers: p.Words.Fillers, Background: map[string]int{}}
	pointed := map[string][]sqlite.Saying{}
	for _, w := range p.Words.Words {
		for _, say := range w.Say {
			for place, key := range w.Services {
				pointed[key] = append(pointed[key], sqlite.Saying{Field: fieldWord, Place: place, Text: say})
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
		row := sqlite.ServiceRow{
			ID: int64(i + 1), Key: s.Key, Kind: string(s.Kind), Codes: strings.Join(s.Codes, " "), Title: s.Title, Often: s.Order,
			Sayings: []sqlite.Saying{{Field: fieldTitle, Text: s.Title}},
		}
		for _, n := range s.Names {
			row.Sayings = append(row.Sayings, sqlite.Saying{Field: fieldName, Text: n})
		}
		if s.Official != "" {
			row.Sayings = append(row.Sayings, sqlite.Saying{Field: fieldOfficial, Text: s.Official})
		}
		row.Sayings = append(row.Sayings, pointed[s.Key]...)
		row.Sayings = append(row.Sayings, sqlite.Saying{Field: fieldSummary, Text: s.Summary})
		for _, say := range others {
			if other := say(s.Title); other != s.Title {
				row.Sayings = append(row.Sayings, sqlite.Saying{Field: fieldOther, Text: other})
			}
		}
		for _, tell := range told[s.Key] {
			row.Sayings = append(row.Sayings, sqlite.Saying{Field: fieldStory, Text: tell})
		}
		var said []string
		for _, say := range row.Sayings {
			said = append(said, Fold(say.Text))
			if say.Field != fieldStory {
				count(index.Background, say.Text)
			}
		}
		row.Said = strings.Join(said, " ")
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
