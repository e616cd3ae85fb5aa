package guide

import (
	"fmt"
	"slices"
)

// Stories are what residents tell a clerk who do not know the name of what
// they need. Search compares what was asked with them; nothing of them is shown.
type Stories struct {
	Stories []Told `yaml:"stories" doc:"What residents tell, by service."`
}

// Told is what residents who need one service tell.
type Told struct {
	Service string   `yaml:"service" doc:"Key of the service they need."`
	Tell    []string `yaml:"tell" doc:"What they tell, in lower case with marks, each in other words."`
}

const maxStory = 160 // characters

func (p *packChecker) storyList() []Problem {
	c := &checker{kind: "stories"}
	told := map[string]bool{}
	for i, t := range p.pack.Stories.Stories {
		path := func(field string) string { return at("stories", i, field) }
		if !p.services[t.Service] || slices.ContainsFunc(p.pack.Stories.Stories[:i], func(o Told) bool { return o.Service == t.Service }) {
			c.add(path("service"), "Không có dịch vụ %q, hoặc đã ghi ở trên.", "Sửa tên, hoặc gộp hai mục làm một.", clip(t.Service, 40))
		}
		c.phrases(path("tell"), t.Tell, maxStory)
		for j, s := range t.Tell {
			if told[s] {
				c.add(fmt.Sprintf("%s[%d]", path("tell"), j), "%q đã có ở trên.", "Bỏ đi, hoặc kể chuyện khác.", clip(s, 40))
			}
			told[s] = true
		}
	}
	return c.problems
}
