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

// Texts puts the two texts of a step or a line of a checklist together as the
// screen reads them: the second may be empty.
func Texts(say, more string) []string {
	return slices.DeleteFunc([]string{say, more}, func(s string) bool { return s == "" })
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
	add := func(where, say, more string) {
		if say == "" {
			return
		}
		texts := Texts(tr(say), tr(more))
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
			if st.Use == "" {
				add(where, st.Say, st.Why)
			}
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		for _, item := range s.Checklist {
			add("services/"+s.Key, item.Say, item.Note)
		}
		steps("services/"+s.Key, s.Steps)
	}
	for i := range p.Flows {
		steps("flows/"+p.Flows[i].Key, p.Flows[i].Steps)
	}
	return list
}
