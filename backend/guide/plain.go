package guide

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain is the pack's list of office words that old people and poor readers
// stumble over. Proofreading warns about them; reading levels count them.
type Plain struct {
	Words []OfficeWord `yaml:"words,omitempty" doc:"Office words that have a plain equivalent."`
	Hard  []string     `yaml:"hard,omitempty" doc:"Hard words that must stay, such as names of papers. They are not warned about but make a lesson count as harder."`
}

// OfficeWord is one word of officials with what people say instead.
type OfficeWord struct {
	Word  string   `yaml:"word" doc:"The office word, in lower case with marks; matched on whole syllables."`
	Say   string   `yaml:"say" doc:"What to write instead."`
	Allow []string `yaml:"allow,omitempty" doc:"Longer phrases in which the word may stand, such as the name of a paper."`
}

func (p *packChecker) plainList() []Problem {
	c := &checker{kind: "plain"}
	words := make([]string, len(p.pack.Plain.Words))
	for i, w := range p.pack.Plain.Words {
		words[i] = w.Word
		c.phrases(at("words", i, "word"), []string{w.Word}, maxPhrase)
		c.need(at("words", i, "say"), w.Say)
		c.phrases(at("words", i, "allow"), w.Allow, maxPhrase)
		for j, a := range w.Allow {
			if !within(syllables(a), syllables(w.Word)) {
				c.add(at(at("words", i, "allow"), j, ""), "%q không chứa %q.", "Ghi cả cụm có từ đó.", clip(a, 40), clip(w.Word, 40))
			}
		}
		if w.Say != "" && w.Say == w.Word {
			c.add(at("words", i, "say"), "Cách nói thay trùng với chính từ đó.", "Ghi cách nói khác.")
		}
	}
	c.unique(func(i int) string { return at("words", i, "word") }, words)
	c.phrases("hard", p.pack.Plain.Hard, maxPhrase)
	return c.problems
}

func within(phrase, word []syllable) bool {
	for i := range phrase {
		if startsWith(phrase[i:], word) {
			return true
		}
	}
	return false
}

// syllable is a run of letters or digits, in lower case, as Vietnamese parts
// its words by spaces.
type syllable struct {
	text   string
	apart  bool // something other than a space stands before it: no phrase runs over that
	quoted bool // between quotation marks: the name of a button or page, which stays as it is
}

// syllables takes a text apart. Hyphens and full stops within a number or an
// abbreviation part syllables like any other sign.
func syllables(text string) []syllable {
	var list []syllable
	lower := strings.ToLower(text)
	apart, quoted := true, false
	for i := 0; i < len(lower); {
		r, size := utf8.DecodeRuneInString(lower[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch r {
			case '"':
				quoted = !quoted
			case '“':
				quoted = true
			case '”':
				quoted = false
			}
			apart = apart || r != ' '
			i += size
			continue
		}
		end := i
		for end < len(lower) {
			r, size := utf8.DecodeRuneInString(lower[end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			end += size
		}
		list = append(list, syllable{text: lower[i:end], apart: apart, quoted: quoted})
		apart, i = false, end
	}
	return list
}

// startsWith says whether text begins with phrase, unbroken by punctuation.
func startsWith(text, phrase []syllable) bool {
	if len(phrase) == 0 || len(text) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if text[i].text != w.text || i > 0 && text[i].apart {
			return false
		}
	}
	return true
}

// plainWords is a Plain list made ready to be looked for: by first syllable,
// longest phrase first.
type plainWords struct {
	byFirst map[string][]lookedFor
}

type lookedFor struct {
	word   []syllable
	office OfficeWord
	kind   phraseKind
}

type phraseKind int

const (
	officeWord phraseKind = iota
	allowedPhrase
	hardWord
)

// found is one office word in a text; Allowed ones are not warned about.
type found struct {
	OfficeWord
	Allowed bool
}

func (p Plain) ready() *plainWords {
	list := &plainWords{byFirst: map[string][]lookedFor{}}
	add := func(phrase string, w OfficeWord, kind phraseKind) {
		if parts := syllables(phrase); len(parts) > 0 {
			first := parts[0].text
			list.byFirst[first] = append(list.byFirst[first], lookedFor{parts, w, kind})
		}
	}
	for _, w := range p.Words {
		add(w.Word, w, officeWord)
		for _, a := range w.Allow {
			add(a, w, allowedPhrase)
		}
	}
	for _, h := range p.Hard {
		add(h, OfficeWord{Word: h}, hardWord)
	}
	for _, l := range list.byFirst {
		slices.SortStableFunc(l, func(a, b lookedFor) int { return len(b.word) - len(a.word) })
	}
	return list
}

// in finds the office and hard words of a text outside quotation marks. A
// syllable is counted once, in the longest phrase that it starts or stands in.
func (l *plainWords) in(text []syllable) []found {
	var out []found
	for i := 0; i < len(text); i++ {
		if text[i].quoted {
			continue
		}
		for _, w := range l.byFirst[text[i].text] {
			if startsWith(text[i:], w.word) {
				out = append(out, found{w.office, w.kind != officeWord})
				i += len(w.word) - 1
				break
			}
		}
	}
	return out
}
