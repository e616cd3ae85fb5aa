package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// Citation is one place of the pack that rests on a source.
type Citation struct {
	Source string `json:"source"` // key
	Title  string `json:"title"`
	Date   string `json:"date"`
	File   string `json:"file"`
	Place  string `json:"place"` // fee, steps[3], next[0]
	Say    string `json:"say"`   // what it says there
}

// Cite lists what rests on a law or another source: sources whose key, title or
// address contains text, and every claim, step and line that names them. When
// the law changes these are the places to look at. Empty text finds nothing.
func Cite(p *guide.Pack, text string) []Citation {
	found := []Citation{}
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return found
	}
	wanted := map[string]guide.Source{}
	for _, s := range p.Sources {
		if strings.Contains(strings.ToLower(s.Key+"\n"+s.Title+"\n"+s.URL), text) {
			wanted[s.Key] = s
		}
	}
	add := func(key, file, place, say string) {
		if s, ok := wanted[key]; ok {
			found = append(found, Citation{Source: key, Title: s.Title, Date: s.Date, File: file, Place: place, Say: say})
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		file := "services/" + s.Key + ".yaml"
		sources(reflect.ValueOf(s).Elem(), "", func(key, place, say string) { add(key, file, place, say) })
		for _, key := range s.Sources {
			if !slices.ContainsFunc(found, func(c Citation) bool { return c.File == file && c.Source == key }) {
				add(key, file, "sources", s.Title)
			}
		}
	}
	for i := range p.Flows {
		f := &p.Flows[i]
		sources(reflect.ValueOf(f).Elem(), "", func(key, place, say string) { add(key, "flows/"+f.Key+".yaml", place, say) })
	}
	return found
}

// sources walks a value and reports every struct in it that names a source.
func sources(v reflect.Value, place string, found func(key, place, say string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			sources(v.Elem(), place, found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			sources(v.Index(i), fmt.Sprintf("%s[%d]", place, i), found)
		}
	case reflect.Struct:
		set := fieldsOf(v.Type())
		if i, ok := set.index["source"]; ok && v.Field(i).Kind() == reflect.String && v.Field(i).String() != "" {
			found(v.Field(i).String(), place, says(v, set))
		}
		for _, name := range set.names {
			at := name
			if place != "" {
				at = place + "." + name
			}
			sources(v.Field(set.index[name]), at, found)
		}
	}
}

// says is the words of a struct: what it says, or what is wrong.
func says(v reflect.Value, set *fieldSet) string {
	for _, name := range []string{"say", "wrong", "ask"} {
		if i, ok := set.index[name]; ok && v.Field(i).Kind() == reflect.String {
			return v.Field(i).String()
		}
	}
	return ""
}
