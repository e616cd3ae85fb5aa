package content

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// Citation is one place of the pack that rests on a source.
type Citation struct {
	Source string `json:"source"` // key
	Title  string `json:"title"`
	Date   string `json:"date"`
	File   string `json:"file"`
	Place  string `json:"place"` // fee, steps[3], next[0], steps[3].why
	Say    string `json:"say"`   // what it says there

	Figures  []string `json:"figures"`  // keys of the figures it states, or is
	Services []string `json:"services"` // keys of the services that show it
	Unit     string   `json:"unit"`     // name of its recorded clips, for a step or a line of a checklist; else ""
}

// Cite lists what rests on a law or another source: sources whose key, title or
// address contains text, the figures that come from them, and every claim, step
// and line that names the source or states such a figure. When the law changes
// these are the places to look at, file by file. Empty text finds nothing.
func Cite(p *guide.Pack, text string) []Citation {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return []Citation{}
	}
	c := &citer{pack: p, wanted: map[string]guide.Source{}, found: []Citation{}}
	for _, s := range p.Sources {
		if strings.Contains(strings.ToLower(s.Key+"\n"+s.Title+"\n"+s.URL), text) {
			c.wanted[s.Key] = s
		}
	}
	for i, f := range p.Figures {
		c.add(Citation{Source: f.Source, File: "figures.yaml", Place: fmt.Sprintf("figures[%d]", i), Say: f.Value, Figures: []string{f.Key}, Services: c.shownBy(f)})
	}
	for i := range p.Services {
		s := &p.Services[i]
		c.in(s, "service", s.Key, []string{s.Key}, unitsOf(s))
		for _, key := range s.Sources {
			if !slices.ContainsFunc(c.found, func(f Citation) bool { return f.File == "services/"+s.Key+".yaml" && f.Source == key }) {
				c.add(Citation{Source: key, File: "services/" + s.Key + ".yaml", Place: "sources", Say: s.Title, Services: []string{s.Key}})
			}
		}
	}
	for i := range p.Flows {
		f := &p.Flows[i]
		steps := unitsOf(&guide.Service{Steps: f.Steps})
		c.in(f, "flow", f.Key, c.users(f.Key), func(place string) string {
			if f.Brief != nil && strings.HasPrefix(place, "brief.") {
				return guide.UnitID(f.Brief.Unit())
			}
			return steps(place)
		})
	}
	return c.found
}

// citer gathers what rests on the wanted sources.
type citer struct {
	pack   *guide.Pack
	wanted map[string]guide.Source
	found  []Citation
}

// add keeps a citation of a wanted source.
func (c *citer) add(cited Citation) {
	s, ok := c.wanted[cited.Source]
	if !ok {
		return
	}
	cited.Title, cited.Date = s.Title, s.Date
	if cited.Figures == nil {
		cited.Figures = []string{}
	}
	if cited.Services == nil {
		cited.Services = []string{}
	}
	c.found = append(c.found, cited)
}

// in cites what stands in a service or flow: first what names a source, then
// sentences with a figure that are not among those.
func (c *citer) in(v any, kind, key string, services []string, unit unitAt) {
	file := kind + "s/" + key + ".yaml"
	start := len(c.found)
	for _, s := range guide.SourcedIn(v) {
		c.add(Citation{Source: s.Source, File: file, Place: s.Path, Say: s.Say, Services: services, Unit: unit(s.Path)})
	}
	for _, f := range c.pack.Figures {
		for _, use := range f.Uses {
			if use.Where.Kind != kind || use.Where.Key != key {
				continue
			}
			path := use.Where.Path
			i := slices.IndexFunc(c.found[start:], func(have Citation) bool {
				return have.Source == f.Source && (have.Place == path || strings.HasPrefix(path, have.Place+"."))
			})
			if i < 0 {
				c.add(Citation{Source: f.Source, File: file, Place: path, Say: use.Say, Figures: []string{f.Key}, Services: services, Unit: unit(path)})
			} else if have := &c.found[start+i]; !slices.Contains(have.Figures, f.Key) {
				have.Figures = append(have.Figures, f.Key)
			}
		}
	}
}

// shownBy lists the services that show a figure.
func (c *citer) shownBy(f guide.Figure) (keys []string) {
	for _, use := range f.Uses {
		by := []string{use.Where.Key}
		if use.Where.Kind == "flow" {
			by = c.users(use.Where.Key)
		}
		for _, key := range by {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// users lists the services whose lesson has a flow in it, by way of other
// flows too.
func (c *citer) users(flow string) (keys []string) {
	var has func(steps []guide.Step, depth int) bool
	has = func(steps []guide.Step, depth int) bool {
		return depth >= 0 && slices.ContainsFunc(steps, func(st guide.Step) bool {
			if st.Use == "" || st.Use == flow {
				return st.Use == flow
			}
			inner := c.pack.Flow(st.Use)
			return inner != nil && has(inner.Steps, depth-1)
		})
	}
	for i := range c.pack.Services {
		if s := &c.pack.Services[i]; has(s.Steps, len(c.pack.Flows)) {
			keys = append(keys, s.Key)
		}
	}
	return keys
}

// spoken are the places of a service or flow that are read aloud by recorded
// clips, each a unit.
var spoken = regexp.MustCompile(`^(steps|checklist|emergency\.acts)\[(\d+)\](\.|$)`)

// unitAt names the recorded clips of the step, line of a checklist or act of an
// emergency that a place is in, "" for other places.
type unitAt func(place string) string

// unitsOf gives the clips of all that is spoken in a service.
func unitsOf(s *guide.Service) unitAt {
	return func(place string) string {
		m := spoken.FindStringSubmatch(place)
		if m == nil {
			return ""
		}
		i, err := strconv.Atoi(m[2])
		switch {
		case err != nil:
		case m[1] == "steps" && i < len(s.Steps):
			return guide.UnitID(s.Steps[i].Unit())
		case m[1] == "checklist" && i < len(s.Checklist):
			return guide.UnitID(s.Checklist[i].Unit())
		case m[1] == "emergency.acts" && i < len(s.Emergency.Acts):
			return guide.UnitID(s.Emergency.Acts[i].Unit())
		}
		return ""
	}
}
