package guide

import (
	"slices"
	"strings"
)

// Glossary is the pack's list of offices, papers and things that have one name
// in English: who reads of two names looks for two things.
type Glossary struct {
	Terms []Term `yaml:"terms,omitempty" doc:"Offices, papers and things, each with its one English name."`
}

// Term is one office, paper or thing with its English name.
type Term struct {
	Term   string   `yaml:"term" doc:"What it is in the sentences of the pack, in lower case with marks; matched on whole syllables, the longest term first, not in quotation marks."`
	En     string   `yaml:"en" doc:"Its English name."`
	Not    []string `yaml:"not,omitempty" doc:"English names it is not given, in lower case; matched on whole words, plurals too."`
	Always bool     `yaml:"always,omitempty" doc:"The translation of every sentence with the term has the name, too: for offices, which people look for by it."`
}

// glossaryLanguage is the language of the names in a glossary.
const glossaryLanguage = "en"

// glossaryList checks glossary.yaml itself.
func (p *packChecker) glossaryList() []Problem {
	c := &checker{kind: "glossary"}
	terms := make([]string, len(p.pack.Glossary.Terms))
	for i, t := range p.pack.Glossary.Terms {
		terms[i] = t.Term
		c.phrases(at("terms", i, "term"), []string{t.Term}, maxPhrase)
		c.need(at("terms", i, "en"), t.En)
		c.phrases(at("terms", i, "not"), t.Not, maxPhrase)
		for j, not := range t.Not {
			if strings.EqualFold(not, t.En) {
				c.add(at(at("terms", i, "not"), j, ""), "Tên không dùng trùng với tên đúng: %q.", "Bỏ mục này, hoặc sửa en.", clip(not, 40))
			}
		}
		if len(t.Not) == 0 && !t.Always {
			c.add(at("terms", i, ""), "Mục %q chưa cấm tên tiếng Anh nào.", "Ghi vào not những tên không dùng, hoặc ghi always: true: câu nào cũng phải có tên đúng.", clip(t.Term, 40))
		}
	}
	c.unique(func(i int) string { return at("terms", i, "term") }, terms)
	return c.problems
}

// names is a Glossary made ready to be looked for: by the first syllable of a
// term, the longest first.
type names map[string][]name

type name struct {
	Term
	term, en []syllable
	not      [][]syllable
}

func (g Glossary) ready() names {
	list := names{}
	for _, t := range g.Terms {
		n := name{Term: t, term: syllables(t.Term), en: english(t.En)}
		for _, not := range t.Not {
			n.not = append(n.not, english(not))
		}
		if len(n.term) > 0 && len(n.en) > 0 {
			list[n.term[0].text] = append(list[n.term[0].text], n)
		}
	}
	for _, l := range list {
		slices.SortStableFunc(l, func(a, b name) int { return len(b.term) - len(a.term) })
	}
	return list
}

// in finds the terms of a sentence, each once. A syllable counts in the longest
// term that it starts or stands in.
func (l names) in(said []syllable) []name {
	var list []name
	for i := 0; i < len(said); i++ {
		if said[i].quoted {
			continue
		}
		for _, n := range l[said[i].text] {
			if startsWith(said[i:], n.term) {
				if !slices.ContainsFunc(list, func(m name) bool { return m.Term.Term == n.Term.Term }) {
					list = append(list, n)
				}
				i += len(n.term) - 1
				break
			}
		}
	}
	return list
}

// misnamed lists what a translation calls by another name than the glossary.
// What another term of the sentence is rightly called is no mistake: "receipt"
// is none for a slip where the sentence speaks of a receipt, too.
func (l names) misnamed(said, translation string) []Misset {
	found := l.in(syllables(said))
	if len(found) == 0 {
		return nil
	}
	text := english(translation)
	taken := make([]bool, len(text))
	for _, n := range found {
		phraseIn(text, n.en, func(from, to int) {
			for i := from; i < to; i++ {
				taken[i] = true
			}
		})
	}
	var list []Misset
	for _, n := range found {
		mend := Sentence("Viết %q, theo glossary.yaml.", n.En)
		named := false
		for i, not := range n.not {
			phraseIn(text, not, func(from, to int) {
				if !named && slices.Contains(taken[from:to], false) {
					named = true
					list = append(list, Misset{Sentence("Bản dịch gọi %q là %q: %q.", n.Term.Term, n.Not[i], clip(translation, 80)), mend})
				}
			})
		}
		if n.Always && !named && !phraseIn(text, n.en, nil) {
			list = append(list, Misset{Sentence("Bản dịch không gọi tên %q: %q.", n.Term.Term, clip(translation, 80)), mend})
		}
	}
	return list
}

// english takes an English text apart. Apostrophes and hyphens stand inside
// words: "People’s" is one, "near-poor" is as good as two.
func english(text string) []syllable {
	return syllables(strings.NewReplacer("’", "", "'", "", "-", " ").Replace(text))
}

// phraseIn says whether a text has an English phrase, also in the plural, outside
// quotation marks; at, if not nil, is told each place.
func phraseIn(text, phrase []syllable, at func(from, to int)) bool {
	found := false
	for i := range text {
		if end := i + len(phrase); len(phrase) > 0 && end <= len(text) && isPhrase(text[i:end], phrase) {
			found = true
			if at != nil {
				at(i, end)
			}
		}
	}
	return found
}

func isPhrase(words, phrase []syllable) bool {
	last := len(phrase) - 1
	for i, w := range words {
		plural := i == last && (w.text == phrase[i].text+"s" || w.text == phrase[i].text+"es")
		if w.quoted || w.text != phrase[i].text && !plural || i > 0 && w.apart {
			return false
		}
	}
	return true
}
