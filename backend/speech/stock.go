package speech

import (
	"slices"

	"tungbuoc/backend/guide"
)

// Stock says how much of the content is recorded in a language.
type Stock struct {
	Lang     string   `json:"lang"`
	Name     string   `json:"name"`
	Recorded int      `json:"recorded"` // units
	Total    int      `json:"total"`
	Outdated []string `json:"outdated"` // ids of clips whose words have changed
}

// Known says which ids a clip may have: those of whole units, and of their
// texts one by one.
func Known(units []Unit) func(id string) bool {
	ids := map[string]bool{}
	for _, u := range units {
		ids[u.ID] = true
		for _, t := range u.Texts {
			ids[guide.UnitID([]string{t})] = true
		}
	}
	return func(id string) bool { return ids[id] }
}

// Recorded gives the function that says whether a unit is recorded in a
// language as of now, in one clip or text by text.
func (c Clips) Recorded(lang string) func(u Unit) bool {
	ids := c.IDs(lang)
	return func(u Unit) bool { return u.in(ids) }
}

// in says whether the ids, sorted, cover a unit.
func (u Unit) in(ids []string) bool {
	has := func(id string) bool { _, ok := slices.BinarySearch(ids, id); return ok }
	if has(u.ID) {
		return true
	}
	return !slices.ContainsFunc(u.Texts, func(t string) bool { return !has(guide.UnitID([]string{t})) })
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
	known := Known(units)
	for _, id := range ids {
		if !known(id) {
			s.Outdated = append(s.Outdated, id)
		}
	}
	return s
}
