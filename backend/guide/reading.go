package guide

import (
	"math"
	"strings"
)

// Level says how hard a lesson is to read.
type Level string

const (
	LevelEasy   Level = "dễ"
	LevelMiddle Level = "vừa"
	LevelHard   Level = "khó"
)

// Reading measures how hard the text of a lesson is to read.
//
// The score is syllables a sentence plus hard words per hundred syllables: long
// sentences and rare words are what every readability formula since Flesch
// (1948) counts, and what Nguyen and Henkin (1985) counted for Vietnamese. The
// weights (one each) and the levels (easy up to EasyUpTo, hard above HardAbove)
// are this product's own, set so that the lessons as of 2026-11 fall into three
// groups: "hard" means hard among ours, to be revised first. They are not a
// school year and were not tried on readers. Hard words are those of
// plain.yaml, allowed or not: a word that the list lacks counts as easy.
// Syllables are counted, not words, because parting Vietnamese into words
// needs a dictionary. Whether a sentence is clear no count can say.
type Reading struct {
	Key       string  `json:"key"`
	Title     string  `json:"title"`
	Sentences int     `json:"sentences"`
	Words     int     `json:"words"`              // syllables, as people count words
	Mean      float64 `json:"words_per_sentence"` // of one decimal
	Longest   int     `json:"longest"`            // syllables of the longest sentence
	Sentence  string  `json:"longest_sentence"`
	Hard      int     `json:"hard_words"`
	Share     float64 `json:"hard_share"` // hard words per hundred syllables, of one decimal
	Score     float64 `json:"score"`      // of one decimal
	Level     Level   `json:"level"`
}

// Bounds of the levels, as scores.
const (
	EasyUpTo  = 9.0
	HardAbove = 9.9
)

// Readings measures every full lesson, in the order of the pack: all that can
// be read in it, its shared flows too, on whatever path.
func (p *Pack) Readings() []Reading {
	words, split := p.Plain.ready(), p.Speech.Splitter()
	list := []Reading{}
	for i := range p.Services {
		if s := &p.Services[i]; s.HasGuide() {
			list = append(list, p.reading(s, words, split))
		}
	}
	return list
}

func (p *Pack) reading(s *Service, words *plainWords, split Splitter) Reading {
	r := Reading{Key: s.Key, Title: s.Title}
	all := Texts(s)
	for _, step := range s.Steps {
		if step.Use == "" {
			continue // its texts are the service's own
		}
		steps, _ := p.expand([]Step{step}, nil, "", nil) // a dangling flow has no text
		for _, st := range steps {
			all = append(all, Texts(&st.Step)...)
		}
	}
	for _, t := range all {
		r.Hard += len(words.in(syllables(t.Say)))
		for _, at := range split.Split(t.Say) {
			sentence := t.Say[at.From:at.To]
			n := length(sentence)
			r.Sentences++
			r.Words += n
			if n > r.Longest {
				r.Longest, r.Sentence = n, strings.TrimRight(sentence, ".?!:;…")
			}
		}
	}
	if r.Sentences > 0 && r.Words > 0 {
		r.Mean = tenth(float64(r.Words) / float64(r.Sentences))
		r.Share = tenth(100 * float64(r.Hard) / float64(r.Words))
	}
	r.Score = tenth(r.Mean + r.Share)
	switch {
	case r.Score <= EasyUpTo:
		r.Level = LevelEasy
	case r.Score <= HardAbove:
		r.Level = LevelMiddle
	default:
		r.Level = LevelHard
	}
	return r
}

func tenth(f float64) float64 { return math.Round(f*10) / 10 }
