package guide

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// FillService writes the figures of the pack into the sentences of a service
// that name them, once, after it was read: everything behind sees whole
// sentences. Lines that name no source take that of their figure. It reports
// figures that do not exist, and lines whose figures have different sources.
func (p *Pack) FillService(s *Service) []Problem {
	f := &filler{pack: p, checker: checker{kind: "service", key: s.Key}}
	loose := f.sources(reflect.ValueOf(s).Elem())
	for _, source := range loose { // titles, summaries and questions rest on the service's own sources
		if !slices.Contains(s.Sources, source) {
			s.Sources = append(s.Sources, source)
		}
	}
	return f.problems
}

// FillFlow is [Pack.FillService] for a flow.
func (p *Pack) FillFlow(fl *Flow) []Problem {
	f := &filler{pack: p, checker: checker{kind: "flow", key: fl.Key}}
	f.sources(reflect.ValueOf(fl).Elem())
	return f.problems
}

// filler writes figures into one service or flow.
type filler struct {
	checker
	pack *Pack
	path []byte // of the value being looked at
}

// sources fills the sentences in v and gives the sources of the figures in
// them that no line has taken yet.
func (f *filler) sources(v reflect.Value) (loose []string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return f.sources(v.Elem())
		}
	case reflect.Slice:
		before := len(f.path)
		for i := range v.Len() {
			f.path = strconv.AppendInt(append(f.path, '['), int64(i), 10)
			f.path = append(f.path, ']')
			loose = join(loose, f.sources(v.Index(i)))
			f.path = f.path[:before]
		}
	case reflect.Struct:
		return f.structure(v)
	}
	return loose
}

func (f *filler) structure(v reflect.Value) (loose []string) {
	plan := planOf(v.Type())
	before := len(f.path)
	for _, field := range plan.fields {
		if before > 0 {
			f.path = append(f.path, '.')
		}
		f.path = append(f.path, field.name...)
		inside := v.Field(field.index)
		switch {
		case field.sentence:
			loose = join(loose, f.sentence(inside, false))
		case field.drawn:
			f.sentence(inside, true) // the real screen's words need no source
		default:
			loose = join(loose, f.sources(inside))
		}
		f.path = f.path[:before]
	}
	if plan.source < 0 {
		return loose
	}
	switch own := v.Field(plan.source); {
	case own.String() != "" || len(loose) == 0:
	case len(loose) == 1:
		own.SetString(loose[0])
	default:
		f.add(string(f.path), "Các con số ở đây có nguồn khác nhau: %s.", "Ghi source: nguồn của cả câu.", strings.Join(loose, ", "))
	}
	return nil
}

// sentence fills one sentence, drawn on a screen or not, and gives the sources
// of its figures.
func (f *filler) sentence(v reflect.Value, drawn bool) (sources []string) {
	written := v.String()
	if !strings.ContainsAny(written, "{}") {
		return nil
	}
	filled, unknown, ok := FillFigures(written, func(key string) (string, bool) {
		if figure := f.pack.Figure(key); figure != nil {
			return figure.Value, true
		}
		return "", false
	})
	switch {
	case ok:
	case unknown == "":
		f.add(string(f.path), "Dấu { } ở câu này chưa đủ đôi hoặc để trống: %q.", "Viết {tên-con-số}, có trong figures.yaml.", clip(written, 80))
		return nil
	default:
		f.add(string(f.path), "Không có con số {%s} trong figures.yaml.", "Sửa tên, hoặc thêm con số vào figures.yaml.", clip(unknown, 40))
		return nil
	}
	v.SetString(filled)
	where := Where{Kind: f.kind, Key: f.key, Path: string(f.path)}
	for _, key := range FigureKeys(written) {
		figure := f.pack.Figure(key)
		figure.Uses = append(figure.Uses, FigureUse{Where: where, Written: written, Say: filled, Drawn: drawn})
		sources = join(sources, []string{figure.Source})
	}
	return sources
}

// join adds to list what it does not have.
func join(list, more []string) []string {
	for _, s := range more {
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// plan says which fields of a type can hold figures; it is made once a type,
// because a pack is filled at every start.
type plan struct {
	fields []plannedField
	source int // index of the field that names a source, -1: none
}

type plannedField struct {
	name            string
	index           int
	sentence, drawn bool // one of them, or neither: look inside
}

var plans sync.Map // reflect.Type -> *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p := &plan{source: -1}
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		text := field.Type.Kind() == reflect.String
		f := plannedField{name: name, index: i, sentence: text && field.Tag.Get("lang") == "yes", drawn: text && field.Tag.Get("figures") == "yes"}
		if text && name == "source" {
			p.source = i
		}
		inside := field.Type.Kind() == reflect.Pointer || field.Type.Kind() == reflect.Struct ||
			field.Type.Kind() == reflect.Slice && field.Type.Elem().Kind() == reflect.Struct
		if f.sentence || f.drawn || inside {
			p.fields = append(p.fields, f)
		}
	}
	actual, _ := plans.LoadOrStore(t, p)
	return actual.(*plan)
}
