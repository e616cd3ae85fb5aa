package guide

import (
	"slices"
	"strings"
)

// Figure is one fact with a number that several sentences state: it is
// written once, and sentences name it as {key}.
type Figure struct {
	Key    string `yaml:"key" doc:"Unique short name; sentences name it in braces, as {key}."`
	Value  string `yaml:"value" lang:"yes" doc:"What stands in the sentence: a number with its unit, as people say it."`
	Source string `yaml:"source" doc:"Key of the source; sentences that name the figure rest on it, too."`
	Note   string `yaml:"note,omitempty" doc:"What it is, for who changes it. Never shown."`

	Uses []FigureUse `yaml:"-"` // where it was written out, in the order of the files
}

// FigureUse is one sentence that a figure was written into.
type FigureUse struct {
	Where   Where
	Written string // as it stands in the file, with {key}
	Say     string // as it is shown
	Drawn   bool   // on a drawn screen: the real screen's words, not translated
}

// Figure finds a figure by key, nil if there is none.
func (p *Pack) Figure(key string) *Figure {
	for i := range p.Figures {
		if p.Figures[i].Key == key {
			return &p.Figures[i]
		}
	}
	return nil
}

// SplitFigures parts a sentence at the figures it names: words and keys by
// turns, words first and last, so that a sentence without figures is one part.
// ok is false when a brace has no partner. Braces have no other use.
func SplitFigures(text string) (parts []string, ok bool) {
	for {
		words, rest, opened := strings.Cut(text, "{")
		if strings.Contains(words, "}") {
			return nil, false
		}
		parts = append(parts, words)
		if !opened {
			return parts, true
		}
		key, after, closed := strings.Cut(rest, "}")
		if !closed || strings.Contains(key, "{") {
			return nil, false
		}
		parts, text = append(parts, key), after
	}
}

// FillFigures writes value(key) in place of every {key}. ok is false when a
// brace has no partner or value knows no such key; unknown is then that key,
// or "" for the brace.
func FillFigures(text string, value func(key string) (string, bool)) (filled, unknown string, ok bool) {
	parts, ok := SplitFigures(text)
	if !ok {
		return "", "", false
	}
	for i := 1; i < len(parts); i += 2 {
		v, known := value(parts[i])
		if !known {
			return "", parts[i], false
		}
		parts[i] = v
	}
	return strings.Join(parts, ""), "", true
}

// FigureKeys lists the figures a sentence names, each once, in their order.
func FigureKeys(text string) []string {
	parts, _ := SplitFigures(text)
	var keys []string
	for i := 1; i < len(parts); i += 2 {
		if !slices.Contains(keys, parts[i]) {
			keys = append(keys, parts[i])
		}
	}
	return keys
}

// figureList checks figures.yaml itself.
func (p *packChecker) figureList() []Problem {
	c := &checker{kind: "figures"}
	keys := make([]string, len(p.pack.Figures))
	for i, f := range p.pack.Figures {
		keys[i] = f.Key
		c.keyed(at("figures", i, "key"), f.Key)
		c.need(at("figures", i, "value"), f.Value)
		c.short(at("figures", i, "value"), f.Value, maxHeading)
		if strings.ContainsAny(f.Value, "{}") {
			c.add(at("figures", i, "value"), "Con số không gọi con số khác được.", "Viết thẳng con số ra, bỏ dấu { }.")
		}
		if f.Source == "" {
			c.add(at("figures", i, "source"), "Con số chưa có nguồn.", "Ghi tên nguồn trong sources.yaml.")
		}
		p.source(c, at("figures", i, "source"), f.Source)
	}
	c.unique(func(i int) string { return at("figures", i, "key") }, keys)
	return c.problems
}

// figuresElsewhere reports figures that are named where none is written out:
// only services and flows have sentences that state them.
func (p *packChecker) figuresElsewhere() []Problem {
	var all []Problem
	for _, file := range []struct {
		kind string
		v    any
	}{
		{"pack", p.pack.Info},
		{"topics", struct {
			Topics []Topic `yaml:"topics"`
		}{p.pack.Topics}},
		{"sources", struct {
			Sources []Source `yaml:"sources"`
		}{p.pack.Sources}},
		{"hosts", struct {
			Hosts []Host `yaml:"hosts"`
		}{p.pack.Hosts}},
	} {
		c := &checker{kind: file.kind}
		for _, t := range Texts(file.v) {
			if strings.ContainsAny(t.Say, "{}") {
				c.add(t.Path, "Ở đây không gọi con số bằng tên được: %q.", "Viết thẳng con số ra, bỏ dấu { }.", clip(t.Say, 80))
			}
		}
		all = append(all, c.problems...)
	}
	return all
}

// unusedFigures reports figures that no sentence names.
func (p *Pack) unusedFigures() []Problem {
	c := &checker{kind: "figures"}
	for i, f := range p.Figures {
		if len(f.Uses) == 0 {
			c.warn(at("figures", i, "key"), "Không câu nào dùng con số {%s}.", "Dùng nó ở một câu, hoặc xóa mục này.", clip(f.Key, 40))
		}
	}
	return c.problems
}
