package content

import "tungbuoc/backend/guide"

// Language says the sentences of a pack in one of its languages.
type Language struct {
	home    string // the language the pack is written in
	words   map[string]string
	foreign bool // it is not home
}

// Foreign says whether it is another language than the pack's own.
func (l Language) Foreign() bool { return l.foreign }

// Say says one sentence, as it is written where it has no translation.
func (l Language) Say(s string) string {
	if t := l.words[s]; t != "" {
		return t
	}
	return s
}

// Unit gives what says the sentences of a unit: a step, a line of a checklist,
// a question with its answers, a trouble, a claim. A unit is shown whole in
// one language: when one of its sentences has no translation, all of it stays
// as it is written, and lang names that language. lang is "" when the unit is
// in the language asked for.
func (l Language) Unit(unit any) (say func(string) string, lang string) {
	if !l.foreign {
		return l.Say, ""
	}
	for _, t := range guide.Texts(unit) {
		if l.words[t.Say] == "" && !bare(t.Say) {
			return func(s string) string { return s }, l.home
		}
	}
	return l.Say, ""
}

// Sentences lists every sentence of the pack that is shown translated, each
// once, in the order of the files. The words of drawn screens are not among
// them: they show what the real, Vietnamese, portal says.
func Sentences(p *guide.Pack) []string {
	var list []string
	seen := map[string]bool{}
	for _, t := range guide.Texts(p) {
		if !seen[t.Say] {
			seen[t.Say] = true
			list = append(list, t.Say)
		}
	}
	return append(list, guide.OwnWords()...)
}

// bare says whether a sentence is the same in every language: a phone number,
// a share without a comma.
func bare(s string) bool {
	for _, c := range s {
		if c != ' ' && c != '%' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
