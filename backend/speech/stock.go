package speech

import (
	"slices"
	"strings"
)

// Stock says how much of the content is recorded in a language.
type Stock struct {
	Lang     string   `json:"lang"`
	Name     string   `json:"name"`
	Recorded int      `json:"recorded"` // units
	Total    int      `json:"total"`
	Outdated []string `json:"outdated"` // ids of clips whose words have changed
}

// known lists the ids a clip may have, sorted: those of whole units, and of
// their texts one by one.
func known(units []Unit) []string {
	var ids []string
	for _, u := range units {
		for _, w := range u.Wordings() {
			ids = append(ids, w.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// codeLength is how much of an id stands on the script and has to be typed
// into the name of a recording: enough that an outdated one hits another
// sentence once in a million times.
const codeLength = 8

// Find gives the function that finds the id a recording is named by, of which
// the first 8 digits or more are given; false when no sentence of today, or
// more than one, has such an id.
func Find(units []Unit) func(code string) (id string, ok bool) {
	ids := known(units)
	return func(code string) (string, bool) {
		i, _ := slices.BinarySearch(ids, code)
		if len(code) < codeLength || i == len(ids) || !strings.HasPrefix(ids[i], code) {
			return "", false
		}
		if i+1 < len(ids) && strings.HasPrefix(ids[i+1], code) {
			return "", false
		}
		return ids[i], true
	}
}

// Recorded gives the function that says whether a unit is recorded in a
// language as of now, in one clip or text by text.
func (c Clips) Recorded(lang string) func(u Unit) bool {
	ids := c.IDs(lang)
	return func(u Unit) bool { return u.in(ids) }
}

// in says whether the ids, sorted, cover a unit.
func (u Unit) in(ids []string) bool {
	missing := func(w Wording) bool { _, ok := slices.BinarySearch(ids, w.ID); return !ok }
	all := u.Wordings()
	whole, parts := all[0], all[1:]
	return !missing(whole) || len(parts) > 0 && !slices.ContainsFunc(parts, missing)
}

// Count says how much of units is recorded in a language.
func (c Clips) Count(lang, name string, units []Unit) Stock {
	ids := c.IDs(lang)
	s := Stock{Lang: lang, Name: name, Total: len(units), Outdated: []string{}}
	for _, u := range units {
		if u.in(ids) {
			s.Recorded++
		}
	}
	today := known(units)
	for _, id := range ids {
		if _, ok := slices.BinarySearch(today, id); !ok {
			s.Outdated = append(s.Outdated, id)
		}
	}
	return s
}
