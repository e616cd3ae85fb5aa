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
		if s.Emergency != nil {
			for _, act := range s.Emergency.Acts {
				add("services/"+s.Key, act.Unit())
			}
		}
		for _, item := range s.Checklist {
			add("services/"+s.Key, item.Unit())
		}
		steps("services/"+s.Key, s.Steps)
	}
	for i := range p.Flows {
		steps("flows/"+p.Flows[i].Key, p.Flows[i].All())
	}
	return list
}
