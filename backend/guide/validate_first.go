package guide

import (
	"fmt"
	"slices"
	"strings"
)

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
		p.readyFirst(c, at("ready", i, "first"), r)
		if !slices.ContainsFunc(p.pack.Flows, func(f Flow) bool { return slices.Contains(f.Ready, r.Key) }) {
			c.warn(at("ready", i, "key"), "Không đoạn bước nào cần %q.", "Ghi tên này vào ready của đoạn cần nó, hoặc bỏ mục.", clip(r.Key, 40))
		}
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

// readyFirst checks the lesson that helps who lacks a thing: it must have a way on
// which the thing is not needed.
func (p *packChecker) readyFirst(c *checker, path string, r Ready) {
	s := p.leads(c, path, r.First)
	if s == nil {
		return
	}
	if s.Emergency != nil {
		c.add(path, "Việc gấp %q không phải là việc làm trước.", "Chọn bài giúp có thứ còn thiếu, hoặc bỏ first: mời tới quầy.", s.Key)
	}
	if slices.Contains(p.alwaysNeeds(s), r.Key) {
		c.add(path, "Thiếu %q thì tới bài %q, mà trả lời thế nào bài ấy cũng cần %q.", "Chọn bài khác, bỏ ready ở đoạn mà bài ấy dùng, hoặc thêm một cách không cần.", clip(r.Key, 40), s.Key, clip(r.Key, 40))
	}
}

// leads checks a service that people are sent to first: it is there, and it has a
// lesson. It gives the service; nil: there is none.
func (p *packChecker) leads(c *checker, path, key string) *Service {
	if key == "" {
		return nil
	}
	s, err := p.pack.Service(key)
	if err != nil || s.Key != key {
		c.add(path, "Không có việc %q để làm trước.", "Ghi key của một việc trong services/.", clip(key, 40))
		return nil
	}
	if !s.HasGuide() {
		c.add(path, "Việc %q chưa có bài để làm trước.", "Chọn việc có bài, hoặc viết bài cho việc đó.", key)
	}
	return s
}

// answerFirst checks the service that an answer sends people to.
func (p *packChecker) answerFirst(c *checker, path string, from *Service, key string) {
	s := p.leads(c, path, key)
	switch {
	case s == nil:
	case s.Key == from.Key:
		c.add(path, "Bài bảo làm trước chính bài này.", "Chọn việc khác.")
	case s.Emergency != nil && from.Kind != KindTask:
		// A task may ask what has happened: who has been cheated learns nothing now.
		c.add(path, "Việc gấp %q không phải là việc làm trước.", "Chọn việc khác, hoặc bỏ first và nhắc việc gấp ở watch.", s.Key)
	}
}

// alwaysNeeds lists what one must have on every way of a lesson.
func (p *packChecker) alwaysNeeds(s *Service) []string {
	if len(p.pack.Info.Ready) == 0 || !s.walkable() {
		return nil
	}
	var always []string
	for i, answers := range s.Combinations() {
		var here []string
		for _, r := range p.pack.readyFor(s.Steps, answers) {
			if i == 0 || slices.Contains(always, r.Key) {
				here = append(here, r.Key)
			}
		}
		if always = here; len(always) == 0 {
			return nil
		}
	}
	return always
}

// lead is one way on which a lesson sends people to another one first.
type lead struct {
	to   *Service
	path string // in the file of the lesson that sends
}

// leadsFrom lists where a lesson sends people: by an answer, or by what they must
// have whatever they answer.
func (p *packChecker) leadsFrom(s *Service) []lead {
	var list []lead
	add := func(key, path string) {
		if to, err := p.pack.Service(key); key != "" && err == nil && to.Key == key && to != s {
			list = append(list, lead{to, path})
		}
	}
	for i, f := range s.Facts {
		for j, a := range f.Answers {
			add(a.First, fmt.Sprintf("facts[%d].answers[%d].first", i, j))
		}
	}
	always := p.alwaysNeeds(s)
	for _, r := range p.pack.Info.Ready {
		if slices.Contains(always, r.Key) {
			add(r.First, "steps")
		}
	}
	return list
}

// chainShown is how many lessons of a circle a sentence names.
const chainShown = 8

// circles reports lessons that send people from one to the next and back to the
// first: whoever follows them never begins. Depth first; each circle that is
// closed is reported where it closes.
func (p *packChecker) circles() []Problem {
	var problems []Problem
	done := map[*Service]bool{}
	on := map[*Service]int{} // place on the chain, from 1
	var chain []string
	var visit func(s *Service)
	visit = func(s *Service) {
		chain = append(chain, s.Key)
		on[s] = len(chain)
		for _, l := range p.leadsFrom(s) {
			if from := on[l.to]; from > 0 {
				c := &checker{kind: "service", key: s.Key}
				c.add(l.path, "Các bài bảo làm bài kia trước, đi vòng: %s.", "Bỏ first ở một bài, hoặc thêm một cách đi không cần thứ ấy.", ring(chain[from-1:]))
				problems = append(problems, c.problems...)
			} else if !done[l.to] {
				visit(l.to)
			}
		}
		chain = chain[:len(chain)-1]
		delete(on, s)
		done[s] = true
	}
	for i := range p.pack.Services {
		if s := &p.pack.Services[i]; !done[s] {
			visit(s)
		}
	}
	return problems
}

// ring writes a circle of lessons, the first once more at its end.
func ring(keys []string) string {
	shown := make([]string, 0, len(keys)+1)
	for _, key := range keys {
		shown = append(shown, clip(key, 40))
	}
	if len(shown) > chainShown {
		shown = append(shown[:chainShown-1:chainShown-1], "…", shown[len(shown)-1])
	}
	return strings.Join(append(shown, clip(keys[0], 40)), " → ")
}

// unreached reports what no way leads to, and the answers that send people
// elsewhere before, where it is they who are in the way.
func (c *checker) unreached(path string, s *Service, w When) {
	fact, answer := s.sentAway(w, len(s.Facts))
	if answer == nil {
		c.add(path, "Không cách trả lời nào dẫn tới mục này.", "Sửa điều kiện, hoặc bỏ mục.")
		return
	}
	c.add(path, "Không ai tới mục này: trả lời %q ở câu %q thì sang bài %q trước.", "Bỏ mục, hoặc bỏ first ở câu trả lời ấy.", clip(answer.Say, 40), clip(fact.Ask, 60), clip(answer.First, 40))
}

// sentAway finds an answer with a first that keeps a condition from ever being met,
// itself or by the question it belongs to; only the first n facts are looked at.
func (s *Service) sentAway(w When, n int) (*Fact, *Answer) {
	for i := range s.Facts[:n] {
		f := &s.Facts[i]
		wanted, asked := w[f.Key]
		if !asked {
			continue
		}
		var away *Answer
		stays := false
		for j := range f.Answers {
			if a := &f.Answers[j]; slices.Contains(wanted, a.Key) {
				if a.First == "" {
					stays = true
				} else if away == nil {
					away = a
				}
			}
		}
		if away != nil && !stays {
			return f, away
		}
		if fact, answer := s.sentAway(f.When, i); answer != nil {
			return fact, answer
		}
	}
	return nil, nil
}
