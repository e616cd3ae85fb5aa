package guide

import (
	"fmt"
	"slices"
	"strings"
)

// Words are the pack's everyday words: how people say what official titles
// say otherwise. Search reads them; nothing of them is shown.
type Words struct {
	Fillers []string `yaml:"fillers,omitempty" doc:"Words that say nothing about which service is meant: làm, xin, ở đâu."`
	Words   []Word   `yaml:"words,omitempty" doc:"Everyday words, abbreviations and old names."`
}

// Word is one idea with the ways people say it.
type Word struct {
	Say      []string `yaml:"say" doc:"Ways to say it, in lower case with marks. Search folds marks and forgives slips by itself."`
	Means    []string `yaml:"means,omitempty" doc:"The same in the words of the titles; searched instead of what was said."`
	Services []string `yaml:"services,omitempty" doc:"Services that answer it, best first."`
}

// MaxWordServices is the most services one everyday word may point to: a word
// that means more does not decide.
const MaxWordServices = 6

const maxPhrase = 60 // characters of a phrase in words.yaml

func (p *packChecker) wordList() []Problem {
	c := &checker{kind: "words"}
	c.phrases("fillers", p.pack.Words.Fillers, maxPhrase)
	said := map[string]bool{}
	for i, w := range p.pack.Words.Words {
		path := func(field string) string { return at("words", i, field) }
		if len(w.Say) == 0 {
			c.add(path("say"), "Mục này chưa có cách nói nào.", "Ghi ít nhất một cách nói.")
		}
		if len(w.Means) == 0 && len(w.Services) == 0 {
			c.add(path(""), "Mục này chưa chỉ tới đâu.", "Ghi means hoặc services.")
		}
		if len(w.Services) > MaxWordServices {
			c.add(path("services"), "Một cách nói chỉ tới nhiều nhất %d dịch vụ.", "Bỏ bớt, giữ những dịch vụ đúng nhất.", MaxWordServices)
		}
		c.phrases(path("say"), w.Say, maxPhrase)
		c.phrases(path("means"), w.Means, maxPhrase)
		for j, say := range w.Say {
			if said[say] {
				c.add(fmt.Sprintf("%s[%d]", path("say"), j), "%q đã có ở mục khác.", "Gộp hai mục làm một.", clip(say, 40))
			}
			said[say] = true
		}
		for j, key := range w.Services {
			if !p.services[key] || slices.Contains(w.Services[:j], key) {
				c.add(fmt.Sprintf("%s[%d]", path("services"), j), "Không có dịch vụ %q, hoặc đã ghi ở trên.", "Sửa tên, hoặc bỏ dòng này.", clip(key, 40))
			}
		}
	}
	return c.problems
}

// phrases checks that phrases are written as search wants them.
func (c *checker) phrases(path string, list []string, longest int) {
	for i, s := range list {
		switch {
		case s == "":
			c.add(fmt.Sprintf("%s[%d]", path, i), "Mục này để trống.", "Điền vào, hoặc bỏ dòng này.")
		case len([]rune(s)) > longest:
			c.add(fmt.Sprintf("%s[%d]", path, i), "Cách nói phải có từ 1 đến %d chữ cái.", "Viết ngắn lại.", longest)
		case s != strings.ToLower(s) || s != strings.Join(strings.Fields(s), " "):
			c.add(fmt.Sprintf("%s[%d]", path, i), "%q viết chưa đúng.", "Viết chữ thường, mỗi chữ cách nhau một dấu cách.", clip(s, 40))
		}
	}
}
