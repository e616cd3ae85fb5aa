package speech

import (
	"slices"

	"tungbuoc/backend/guide"
)

// Unit is what is read aloud in one go, and what one clip holds.
type Unit struct {
	ID    string   // of its texts
	Texts []string // as shown, none empty
	Where []string // files it stands in: services/khai-sinh, flows/toi-quay
}

// clips lists what the unit may be recorded in: one clip for all of it, or one
// for each of its texts.
func (u Unit) clips() []guide.Clip {
	clips := guide.ClipsOf(u.Texts)
	clips[0].ID = u.ID
	return clips
}

// ClipTexts says what every clip of units may hold, by its id: the texts of a whole
// unit, or one of them.
func ClipTexts(units []Unit) map[string][]string {
	texts := map[string][]string{}
	for _, u := range units {
		for _, c := range u.clips() {
			texts[c.ID] = c.Texts
		}
	}
	return texts
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
	add := func(where string, texts []string) {
		if len(texts) == 0 {
			return
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
		if u := &list[i]; !slices.Contains(u.Where, where) {
			u.Where = append(u.Where, where)
		}
	}
	steps := func(where string, steps []guide.Step) {
		for _, st := range steps {
			add(where, st.Unit())
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		for _, item := range s.Checklist {
			add("services/"+s.Key, item.Unit())
		}
		steps("services/"+s.Key, s.Steps)
	}
	for i := range p.Flows {
		steps("flows/"+p.Flows[i].Key, p.Flows[i].Steps)
	}
	return list
}
