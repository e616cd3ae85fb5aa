package guide

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Communes are the communes and wards of the province: an office picks its own when
// it is set up.
type Communes struct {
	Source string   `yaml:"source,omitempty" doc:"Source of the list (sources.yaml)."`
	Office string   `yaml:"office,omitempty" doc:"How an office is called, before the name of its commune."`
	Names  []string `yaml:"names,omitempty" doc:"Communes and wards, as they are written in full."`
}

// OfficeOf is how the office of a commune is called, "" where the pack does not say.
func (c Communes) OfficeOf(place string) string {
	if c.Office == "" || place == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(place)
	return c.Office + " " + string(unicode.ToLower(first)) + place[size:]
}

// communes checks communes.yaml.
func (p *packChecker) communes() []Problem {
	c, list := &checker{kind: "communes"}, p.pack.Communes
	if len(list.Names) > 0 && !p.sources[list.Source] {
		c.add("source", "Không có nguồn %q.", "Ghi tên nguồn trong sources.yaml.", clip(list.Source, 40))
	}
	c.short("office", list.Office, maxOfficeName-maxPlace)
	for i, name := range list.Names {
		path := at("names", i, "")
		c.need(path, strings.TrimSpace(name))
		c.short(path, name, maxPlace)
	}
	c.unique(func(i int) string { return at("names", i, "") }, list.Names)
	return c.problems
}
