package guide

import (
	"fmt"
	"slices"
)

// Ready is one thing without which a lesson cannot succeed today, such as a
// password that is known. Who lacks it is sent to another lesson first, or to
// the desk.
type Ready struct {
	Key     string `yaml:"key" doc:"Unique short name; flows name it in ready."`
	Say     string `yaml:"say" lang:"yes" doc:"What one must have, as who has it would say it."`
	Icon    Icon   `yaml:"icon,omitempty" doc:"The pictogram of it."`
	Missing string `yaml:"missing" lang:"yes" doc:"What to do without it, in one or two sentences."`
	First   string `yaml:"first,omitempty" doc:"Key of the service to do first. Left out: the desk."`
}

// The fact that asks how people want to do it, and its answer for the desk: the
// same in all lessons, so that who lacks a telephone is shown the other way.
const (
	factWay = "way"
	wayDesk = "desk"
)

// DeskWay says whether the lesson asks how people want to do it, and has a way for
// the desk.
func (s *Service) DeskWay() bool {
	return slices.ContainsFunc(s.Facts, func(f Fact) bool { return f.Key == factWay && f.has(wayDesk) })
}

// maxReady is how many things are asked about at once: what fits one screen.
const maxReady = 4

// readyFor lists what the flows that are walked with the answers need, in the
// pack's order.
func (p *Pack) readyFor(steps []Step, answers Answers) []*Ready {
	needed := map[string]bool{}
	p.needed(steps, answers, needed, maxNesting)
	var list []*Ready
	for i := range p.Info.Ready {
		if r := &p.Info.Ready[i]; needed[r.Key] {
			list = append(list, r)
		}
	}
	return list
}

func (p *Pack) needed(steps []Step, answers Answers, needed map[string]bool, deep int) {
	for _, st := range steps {
		f := p.Flow(st.Use)
		if st.Use == "" || f == nil || deep == 0 || !st.When.Holds(answers) {
			continue
		}
		for _, key := range f.Ready {
			needed[key] = true
		}
		p.needed(f.Steps, answers, needed, deep-1)
	}
}

// ready checks the pack's list of what one must have.
func (p *packChecker) ready(c *checker) {
	list := p.pack.Info.Ready
	if len(list) > maxReady {
		c.add("ready", "Có %d thứ phải có sẵn, nhiều quá.", fmt.Sprintf("Nhiều nhất %d thứ: hỏi trên một màn hình.", maxReady), len(list))
	}
	keys := make([]string, len(list))
	for i, r := range list {
		keys[i] = r.Key
		c.keyed(at("ready", i, "key"), r.Key)
		c.need(at("ready", i, "say"), r.Say)
		c.need(at("ready", i, "missing"), r.Missing)
		c.icon(at("ready", i, "icon"), r.Icon)
		p.leads(c, at("ready", i, "first"), r.First)
	}
	c.unique(func(i int) string { return at("ready", i, "key") }, keys)
	if claim := p.pack.Info.NoPaper; claim != nil {
		c.need("no_paper.say", claim.Say)
		p.source(c, "no_paper.source", claim.Source)
		if claim.Source == "" {
			c.add("no_paper", "Câu này chưa ghi nguồn.", "Ghi source: từ ngày nào là phải có nơi nói.")
		}
	}
}

// leads checks a service that people are sent to first: it is there, it has a
// lesson, and that does not send them back.
func (p *packChecker) leads(c *checker, path, key string) {
	if key == "" {
		return
	}
	s, err := p.pack.Service(key)
	if err != nil || s.Key != key {
		c.add(path, "Không có việc %q để làm trước.", "Ghi key của một việc trong services/.", clip(key, 40))
		return
	}
	if !s.HasGuide() {
		c.add(path, "Việc %q chưa có bài để làm trước.", "Chọn việc có bài, hoặc viết bài cho việc đó.", key)
	}
	if s.Key == c.key {
		c.add(path, "Bài bảo làm trước chính bài này.", "Chọn việc khác.")
		return
	}
	for _, f := range s.Facts {
		if slices.ContainsFunc(f.Answers, func(a Answer) bool { return a.First != "" && a.First == c.key }) {
			c.add(path, "Hai bài bảo làm bài kia trước: %q và %q.", "Bỏ first ở một bài.", c.key, key)
		}
	}
}

// needless reports questions that need not be asked: whatever the answer, the
// same steps and lines follow, or only the line that tells what to have before;
// who lacks that walks steps that cannot succeed.
func (p *packChecker) needless(c *checker, s *Service) {
	type way struct{ steps, items, before string }
	ways := map[string]way{}
	for _, answers := range s.Combinations() {
		w, err := p.pack.Walk(s, answers)
		if err != nil {
			return // reported where it stands
		}
		var one way
		for _, st := range w.Steps {
			one.steps += st.Say + "\n" + st.Skill + "\n"
		}
		for _, item := range w.Checklist {
			if item.Do && slices.ContainsFunc(syllables(item.Say), func(s syllable) bool { return s.text == "trước" }) {
				one.before += item.Say + "\n"
			} else {
				one.items += item.Say + "\n"
			}
		}
		ways[fmt.Sprint(answers)] = one
	}
	for i := range s.Facts {
		f := &s.Facts[i]
		if slices.ContainsFunc(f.Answers, func(a Answer) bool { return a.First != "" }) {
			continue
		}
		changes, advises := asked(s, f.Key), false
		for _, answers := range s.Combinations() {
			here, ok := ways[fmt.Sprint(answers)]
			if _, gave := answers[f.Key]; !ok || !gave {
				continue
			}
			for _, a := range f.Answers {
				other := Answers{}
				for k, v := range answers {
					other[k] = v
				}
				other[f.Key] = a.Key
				there, ok := ways[fmt.Sprint(other)]
				changes = changes || ok && here != there
				advises = advises || ok && here.steps == there.steps && here.before != there.before
			}
		}
		switch {
		case advises:
			c.add(at("facts", i, ""), "Câu hỏi %q dặn làm việc khác trước, mà các bước vẫn thế.", "Thiếu thứ phải có trước thì ghi first ở câu trả lời: dẫn sang bài khác. Hoặc thêm when cho các bước.", clip(f.Ask, 60))
		case !changes:
			c.add(at("facts", i, ""), "Trả lời câu %q thế nào cũng ra một bài.", "Bỏ câu hỏi, hoặc thêm when cho bước hay giấy tờ.", clip(f.Ask, 60))
		}
	}
}

// asked says whether another question is asked only after an answer to this one.
func asked(s *Service, fact string) bool {
	return slices.ContainsFunc(s.Facts, func(f Fact) bool { _, ok := f.When[fact]; return ok })
}
