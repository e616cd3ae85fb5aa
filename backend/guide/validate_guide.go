package guide

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// guide checks facts, checklist, steps and the rest of the lesson.
func (p *packChecker) guide(c *checker, s *Service) {
	p.facts(c, s)
	p.sizes(c, s)
	for i, item := range s.Checklist {
		path := at("checklist", i, "")
		p.source(c, path+".source", item.Source)
		p.when(c, path+".when", item.When, s.Facts)
		c.icon(path+".icon", item.Icon)
		if item.Or && i == 0 {
			c.add(path+".or", "Mục đầu tiên không thay cho mục nào được.", "Bỏ or, hoặc xếp mục này sau mục mà nó thay.")
		}
	}
	p.steps(c, s.Steps, s.Facts)
	for i, l := range s.Next {
		p.when(c, at("next", i, "when"), l.When, s.Facts)
		p.source(c, at("next", i, "source"), l.Source)
	}
	for i, t := range s.Trouble {
		p.when(c, at("trouble", i, "when"), t.When, s.Facts)
		p.source(c, at("trouble", i, "source"), t.Source)
	}
	if len(s.Steps) == 0 {
		return
	}
	steps, err := p.pack.AllSteps(s)
	if errors.Is(err, errTooLong) || errors.Is(err, errTooDeep) {
		c.add("steps", "%s", "Chia thành nhiều bài, hoặc bớt đoạn dùng chung.", Message(err))
	}
	if err != nil {
		return // the dangling or circular use is reported where it stands
	}
	if least := s.leastSteps(); len(steps) < least {
		c.add("steps", "Bài mới có %d bước.", fmt.Sprintf("Một bài cần từ %d bước; ít hơn thì bỏ steps.", least), len(steps))
	}
	for path, missing := range map[string]bool{
		"checklist": len(s.Checklist) == 0, "handoff": s.Handoff == nil,
		"next": len(s.Next) == 0, "trouble": len(s.Trouble) == 0,
	} {
		if missing {
			c.add(path, "Bài có bước nhưng thiếu phần này.", "Viết thêm: bài nào cũng có giấy tờ, bàn giao, việc sau đó, chỗ hay vướng.")
		}
	}
	if s.walkable() && len(s.Combinations()) > 0 {
		p.reachable(c, s)
		p.follows(c, s)
		p.deadEnds(c, s)
		p.nowhere(c, s)
		p.rehearsal(c, s)
		p.needless(c, s)
	}
}

// leastSteps is how many steps the longest way of a lesson has at least.
func (s *Service) leastSteps() int {
	if s.ShortLesson() {
		return MinWaySteps
	}
	return MinGuideSteps
}

const maxAnswers = 5

// maxPaths is the most ways through the questions of one guide: each of them
// is walked by the checks.
const maxPaths = 700

// walkable says whether every combination of answers can be tried. More facts,
// answers, lines or ways than are allowed, which are reported as such, could
// take more time than there is.
func (s *Service) walkable() bool {
	return len(s.Facts) <= MaxFacts && len(s.Checklist) <= maxLines && len(s.Steps) <= maxWalk &&
		!slices.ContainsFunc(s.Facts, func(f Fact) bool { return len(f.Answers) > maxAnswers }) && len(s.Combinations()) <= maxPaths
}

// maxLines is the most lines of a checklist; a page shows a third of them.
const maxLines = 60

// sizes reports what keeps a guide from being walked.
func (p *packChecker) sizes(c *checker, s *Service) {
	if n := len(s.Checklist); n > maxLines {
		c.add("checklist", "Có %d mục giấy tờ, nhiều quá.", fmt.Sprintf("Nhiều nhất %d mục.", maxLines), n)
	}
	if len(s.Facts) > MaxFacts || slices.ContainsFunc(s.Facts, func(f Fact) bool { return len(f.Answers) > maxAnswers }) {
		return // reported where they stand
	}
	if n := len(s.Combinations()); n > maxPaths {
		c.add("facts", "Các câu hỏi có %d cách trả lời, nhiều quá.", fmt.Sprintf("Bớt câu hỏi hoặc câu trả lời, còn nhiều nhất %d cách.", maxPaths), n)
	}
}

func (p *packChecker) facts(c *checker, s *Service) {
	if len(s.Facts) > MaxFacts {
		c.add("facts", "Có %d câu hỏi, nhiều quá.", fmt.Sprintf("Nhiều nhất %d câu.", MaxFacts), len(s.Facts))
	}
	keys := make([]string, len(s.Facts))
	for i, f := range s.Facts {
		keys[i] = f.Key
		path := at("facts", i, "")
		c.keyed(path+".key", f.Key)
		p.when(c, path+".when", f.When, s.Facts[:i])
		if n := len(f.Answers); n < 2 || n > maxAnswers {
			c.add(path+".answers", "Câu hỏi có %d câu trả lời.", "Cần từ 2 đến 5.", n)
		}
		answers := make([]string, len(f.Answers))
		for j, a := range f.Answers {
			answers[j] = a.Key
			c.keyed(fmt.Sprintf("%s.answers[%d].key", path, j), a.Key)
			c.icon(fmt.Sprintf("%s.answers[%d].icon", path, j), a.Icon)
			p.answerFirst(c, fmt.Sprintf("%s.answers[%d].first", path, j), s, a.First)
		}
		c.unique(func(j int) string { return fmt.Sprintf("%s.answers[%d].key", path, j) }, answers)
		if n := len(f.Answers); n > 0 && !slices.ContainsFunc(f.Answers, func(a Answer) bool { return a.First == "" }) {
			c.add(path+".answers", "Trả lời thế nào cũng sang bài khác.", "Để ít nhất một câu trả lời đi tiếp bài này.")
		}
	}
	c.unique(func(i int) string { return at("facts", i, "key") }, keys)
}

// when checks that a condition names known facts and answers.
func (p *packChecker) when(c *checker, path string, w When, facts []Fact) {
	if c.kind == "flow" {
		if len(w) > 0 {
			c.add(path, "Đoạn dùng chung không hỏi gì nên không có when.", "Bỏ when ở đây. Cần thì ghi when ở bước use của từng bài.")
		}
		return
	}
	for name, answers := range w {
		i := slices.IndexFunc(facts, func(f Fact) bool { return f.Key == name })
		if i < 0 {
			c.add(path+"."+name, "Điều kiện nhắc câu hỏi %q không có ở trên.", "Sửa tên, hoặc thêm câu hỏi vào facts.", clip(name, 40))
			continue
		}
		if len(answers) == 0 {
			c.add(path+"."+name, "Điều kiện không có câu trả lời nào.", "Ghi ít nhất một câu trả lời.")
		}
		for _, a := range answers {
			if !facts[i].has(a) {
				c.add(path+"."+name, "Câu hỏi %q không có câu trả lời %q.", "Sửa tên câu trả lời.", name, clip(a, 40))
			}
		}
	}
}

func (p *packChecker) flow(f *Flow) []Problem {
	c := &checker{kind: "flow", key: f.Key}
	c.keyed("key", f.Key)
	p.texts(c, f, "")
	c.short("chapter", f.Chapter, MaxChapterName)
	for i, st := range f.Steps {
		if st.Chapter != "" {
			c.add(at("steps", i, "chapter"), "Đoạn dùng chung là một chặng, không chia nhỏ hơn.", "Ghi chapter ở đầu đoạn.")
		}
	}
	if len(f.Steps) == 0 {
		c.add("steps", "Đoạn này chưa có bước nào.", "Viết ít nhất một bước.")
	}
	p.steps(c, f.Steps, nil)
	if f.Brief != nil {
		p.brief(c, f)
	}
	for i, key := range f.Ready {
		if !slices.ContainsFunc(p.pack.Info.Ready, func(r Ready) bool { return r.Key == key }) {
			c.add(at("ready", i, ""), "Không có %q trong ready của pack.yaml.", "Sửa tên, hoặc thêm vào pack.yaml.", clip(key, 40))
		}
		if slices.Contains(f.Ready[:i], key) {
			c.add(at("ready", i, ""), "%q ghi hai lần.", "Giữ lại một.", clip(key, 40))
		}
	}
	if _, err := p.pack.expand(f.Steps, nil, "", []string{f.Key}); err != nil {
		c.add("steps", "%s", "Bỏ chỗ gọi vòng, hoặc bớt bước.", Message(err))
	}
	return c.problems
}

// brief checks the step that stands for a skill.
func (p *packChecker) brief(c *checker, f *Flow) {
	if f.Brief.Use != "" || f.Brief.Chapter != "" {
		c.add("brief", "Bước gọn chỉ là một bước thường.", "Bỏ use, chapter.")
	}
	if len(f.Steps) < 2 {
		c.add("brief", "Đoạn có một bước thì không cần bước gọn.", "Bỏ brief.")
	}
	p.stepsAt(c, []Step{*f.Brief}, nil, func(int) string { return "brief" })
}

func (p *packChecker) steps(c *checker, steps []Step, facts []Fact) {
	p.stepsAt(c, steps, facts, func(i int) string { return at("steps", i, "") })
}

func (p *packChecker) stepsAt(c *checker, steps []Step, facts []Fact, where func(int) string) {
	for i, st := range steps {
		path := where(i)
		p.when(c, path+".when", st.When, facts)
		c.short(path+".chapter", st.Chapter, MaxChapterName)
		if st.Use != "" {
			p.usedFlows[st.Use] = true
			switch f := p.pack.Flow(st.Use); {
			case f == nil:
				c.add(path+".use", "Không có đoạn bước %q trong flows/.", "Sửa tên, hoặc viết đoạn đó.", clip(st.Use, 40))
			case st.Whole && f.Brief == nil:
				c.add(path+".whole", "Đoạn %q không có bước gọn nên lúc nào cũng đủ bước.", "Bỏ whole, hoặc viết brief cho đoạn đó.", f.Key)
			}
			if st.Source = ""; !reflect.DeepEqual(st, Step{Use: st.Use, When: st.When, Chapter: st.Chapter, Whole: st.Whole}) {
				c.add(path, "Bước dùng đoạn chung thì không viết gì thêm.", "Tách thành hai bước.")
			}
			continue
		}
		if st.Whole {
			c.add(path+".whole", "Bước này không dùng đoạn chung nào.", "Bỏ whole, hoặc ghi use.")
		}
		c.need(path+".say", st.Say)
		p.source(c, path+".source", st.Source)
		if st.Secret != "" {
			c.oneOf(path+".secret", string(st.Secret), string(SecretPassword), string(SecretPasscode), string(SecretOTP))
		}
		if st.Off && st.Screen != nil {
			c.add(path+".off", "Bước này làm ngoài điện thoại nhưng lại có hình điện thoại.", "Bỏ off, hoặc bỏ hình.")
		}
		if st.Goes && !st.Off {
			c.add(path+".goes", "goes nói phải tới đâu, nên chỉ đi với bước làm ngoài điện thoại.", "Ghi thêm off: true, hoặc bỏ goes.")
		}
		c.scene(path+".scene", st)
		if st.Screen != nil {
			p.screen(c, path+".screen", st.Screen)
		}
	}
}

// screen checks a drawn picture.
func (p *packChecker) screen(c *checker, path string, s *Screen) {
	c.oneOf(path+".on", string(s.On), string(SurfacePhone), string(SurfacePortal), string(SurfaceSystem), string(SurfaceCamera))
	p.whose(c, path+".app", s)
	c.need(path+".title", s.Title)
	c.fits(path+".app", s.App, maxHeading)
	c.fits(path+".title", s.Title, maxHeading)
	if n := len(s.Show); n == 0 || n > MaxParts {
		c.add(path+".show", "Hình có %d phần.", fmt.Sprintf("Cần từ 1 đến %d phần.", MaxParts), n)
	}
	ids := make([]string, len(s.Show))
	corners := 0
	for i, part := range s.Show {
		where := fmt.Sprintf("%s.show[%d]", path, i)
		ids[i] = part.ID
		if kinds := part.Kinds(); len(kinds) != 1 {
			c.add(where, "Mỗi phần của hình chỉ là một thứ, ở đây có %d.", "Chọn một: text, notice, message, field, button, link, check, choice, row, tile, photo, scan.", len(kinds))
		}
		c.fits(where, part.Words(), maxName)
		c.fits(where+".value", part.Value, maxName)
		if part.Keys != "" {
			c.oneOf(where+".keys", string(part.Keys), string(KeysLetters), string(KeysDigits))
			if part.Field == "" {
				c.add(where+".keys", "Chỉ ô nhập mới có bàn phím.", "Bỏ keys, hoặc đổi thành field.")
			}
		}
		if part.Corner && (part.Button == "" || s.On != SurfacePortal || corners > 0) {
			c.add(where+".corner", "Góc trên chỉ có một nút, trên trang web.", "Bỏ corner.")
		}
		if part.Corner {
			corners++
		}
		if part.Untick && (part.Check == "" || part.On) {
			c.add(where+".untick", "Chỉ ô đánh dấu mới có dấu để bỏ.", "Bỏ untick, hoặc đổi thành check không có on.")
		}
		if part.Secret != "" {
			c.oneOf(where+".secret", string(part.Secret), string(SecretPassword), string(SecretPasscode), string(SecretOTP))
			if part.Field == "" {
				c.add(where+".secret", "Chỉ ô nhập mới có secret.", "Bỏ secret, hoặc đổi thành field.")
			}
		}
	}
	c.unique(func(i int) string { return fmt.Sprintf("%s.show[%d].id", path, i) }, ids)
	if s.Target != "" && !slices.Contains(ids, s.Target) {
		c.add(path+".target", "Hình không có phần nào tên %q để chạm.", "Đặt id đó cho một phần.", clip(s.Target, 40))
	}
}

// reachable walks every combination of answers: a fact, item or step that no
// path shows, or a path without steps or papers, is an error.
func (p *packChecker) reachable(c *checker, s *Service) {
	facts := make([]bool, len(s.Facts))
	items := make([]bool, len(s.Checklist))
	steps := make([]bool, len(s.Steps))
	next := make([]bool, len(s.Next))
	trouble := make([]bool, len(s.Trouble))
	for _, answers := range s.Combinations() {
		count := 0
		for i, f := range s.Facts {
			facts[i] = facts[i] || f.When.Holds(answers)
		}
		for i, item := range s.Checklist {
			items[i] = items[i] || item.When.Holds(answers)
		}
		for i, n := range s.Next {
			next[i] = next[i] || n.When.Holds(answers)
		}
		for i, t := range s.Trouble {
			trouble[i] = trouble[i] || t.When.Holds(answers)
		}
		for i, st := range s.Steps {
			if st.When.Holds(answers) {
				steps[i] = true
				count++
			}
		}
		if count == 0 {
			c.add("steps", "Có cách trả lời không ra bước nào: %v.", "Thêm bước cho trường hợp này.", answers)
		}
	}
	report := func(list string, seen []bool, when func(i int) When) {
		for i, ok := range seen {
			if !ok {
				c.unreached(at(list, i, "when"), s, when(i))
			}
		}
	}
	report("facts", facts, func(i int) When { return s.Facts[i].When })
	report("checklist", items, func(i int) When { return s.Checklist[i].When })
	report("steps", steps, func(i int) When { return s.Steps[i].When })
	report("next", next, func(i int) When { return s.Next[i].When })
	report("trouble", trouble, func(i int) When { return s.Trouble[i].When })
}
