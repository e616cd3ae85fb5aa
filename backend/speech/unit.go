package speech

import (
	"slices"

	"tungbuoc/backend/guide"
)

// Unit is what is read aloud in one go, and what one clip holds.
type Unit struct {
	ID    string        // of its texts
	Texts []string      // as shown, none empty
	Where []string      // files it stands in: services/khai-sinh, flows/toi-quay
	Parts []guide.Named // the steps, lines and acts that say it
}

// IDs lists the lasting names of what says the unit: khai-sinh/ten-chau.
func (u Unit) IDs() []string {
	list := []string{}
	for _, p := range u.Parts {
		if p.ID != "" {
			list = append(list, p.ID)
		}
	}
	return list
}

// Wording is what one clip may hold.
type Wording struct {
	ID    string // of its texts; the clip's name
	Texts []string
}

// Wordings lists what clips of the unit may hold: all its texts in one, then
// each of several alone.
func (u Unit) Wordings() []Wording {
	list := []Wording{{u.ID, u.Texts}}
	if len(u.Texts) > 1 {
		for i := range u.Texts {
			one := u.Texts[i : i+1 : i+1]
			list = append(list, Wording{guide.UnitID(one), one})
		}
	}
	return list
}

// Units lists all that can be read aloud, each once, in the order of the
// pack: what services ask to bring and their steps, then the shared flows. tr
// says each sentence in the language wanted; nil: as it is written.
func Units(p *guide.Pack, tr func(string) string) []Unit {
	if tr == nil {
		tr = func(s string) string { return s }
	}
	var list []Unit
	at := map[string]int{}
	for _, part := range p.Names() {
		texts := part.Texts
		if len(texts) == 0 {
			continue
		}
		for i, t := range texts {
			texts[i] = tr(t)
		}
		id := guide.UnitID(texts)
		i, known := at[id]
		if !known {
			i = len(list)
			at[id] = i
			list = append(list, Unit{ID: id, Texts: texts})
		}
		u := &list[i]
		if !slices.Contains(u.Where, part.Where) {
			u.Where = append(u.Where, part.Where)
		}
		u.Parts = append(u.Parts, part)
	}
	return list
}
