package content

import (
	"reflect"

	"tungbuoc/backend/guide"
)

// Language says the sentences of a pack in one of its languages.
type Language struct {
	home    string // the language the pack is written in
	words   map[string]string
	foreign bool // it is not home
}

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
	for _, s := range sentencesOf(unit) {
		if l.words[s] == "" && !bare(s) {
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
	for _, s := range sentencesOf(p) {
		if !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	return append(list, guide.WordIllustration, guide.WordScreen, guide.WordTouch)
}

// sentencesOf lists the sentences in a value, in the order of its type.
func sentencesOf(value any) (list []string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Tag.Get("lang") != "yes" {
					walk(v.Field(i))
				} else if s := v.Field(i).String(); s != "" {
					list = append(list, s)
				}
			}
		}
	}
	walk(reflect.ValueOf(value))
	return list
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
