package guide

import (
	"reflect"
	"slices"
	"strings"
)

// FillService writes the figures of the pack into the sentences of a service
// that name them, once, after it was read: everything behind sees whole
// sentences. Lines that name no source take that of their figure. It reports
// figures that do not exist, and lines whose figures have different sources.
func (p *Pack) FillService(s *Service) []Problem {
	f := &filler{pack: p, checker: checker{kind: "service", key: s.Key}}
	// Titles, summaries and questions rest on the service's own sources.
	s.Sources = join(s.Sources, f.fill(s))
	return f.problems
}

// FillFlow is [Pack.FillService] for a flow.
func (p *Pack) FillFlow(fl *Flow) []Problem {
	f := &filler{pack: p, checker: checker{kind: "flow", key: fl.Key}}
	f.fill(fl)
	return f.problems
}

// filler writes figures into one service or flow.
type filler struct {
	checker
	pack *Pack
}

// fill fills the sentences in v and gives the sources of the figures in them
// that stand in no line that can name a source.
func (f *filler) fill(v any) (loose []string) {
	var lines []*line
	walk(v, visitor{
		line: func(l *line) { lines = append(lines, l) },
		text: func(path []byte, text reflect.Value, field walkedField, in *line) {
			sources := f.sentence(path, text, field.drawn)
			switch {
			case field.drawn: // the real screen's words need no source
			case in == nil:
				loose = join(loose, sources)
			default:
				in.loose = join(in.loose, sources)
			}
		},
	})
	for _, l := range lines {
		switch {
		case l.source.String() != "" || len(l.loose) == 0:
		case len(l.loose) == 1:
			l.source.SetString(l.loose[0])
		default:
			f.add(l.path, "Các con số ở đây có nguồn khác nhau: %s.", "Ghi source: nguồn của cả câu.", strings.Join(l.loose, ", "))
		}
	}
	return loose
}

// sentence fills one sentence, drawn on a screen or not, and gives the sources
// of its figures.
func (f *filler) sentence(at []byte, v reflect.Value, drawn bool) (sources []string) {
	written := v.String()
	if !strings.ContainsAny(written, "{}") {
		return nil
	}
	path := string(at)
	filled, unknown, ok := FillFigures(written, func(key string) (string, bool) {
		if figure := f.pack.Figure(key); figure != nil {
			return figure.Value, true
		}
		return "", false
	})
	switch {
	case ok:
	case unknown == "":
		f.add(path, "Dấu { } ở câu này chưa đủ đôi hoặc để trống: %q.", "Viết {tên-con-số}, có trong figures.yaml.", clip(written, 80))
		return nil
	default:
		f.add(path, "Không có con số {%s} trong figures.yaml.", "Sửa tên, hoặc thêm con số vào figures.yaml.", clip(unknown, 40))
		return nil
	}
	v.SetString(filled)
	where := Where{Kind: f.kind, Key: f.key, Path: path}
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
