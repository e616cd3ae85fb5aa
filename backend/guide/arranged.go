package guide

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An office arranges a lesson without writing: the order of its steps, and for whom a
// step or a line is. Whatever it arranges, nobody's way may lose what the province's
// leads to.

// arranging gives the pack with what else an office has agreed on, and the same with
// one arrangement more.
func (p *Pack) arranging(w Wording, beside []Wording) (before, after *Pack) {
	landed, _ := p.LandWordings(beside)
	delete(landed, w.Target)
	before = p.reworded(landed)
	landed[w.Target] = w
	return before, p.reworded(landed)
}

func (p *Pack) reworded(landed map[string]Wording) *Pack {
	own := *p
	own.reword(landed)
	return &own
}

// unsound takes out of what has landed the arrangements of each lesson that together
// leave somebody's way without what it needs, and gives them. Each was read beside the
// others before it was agreed on; but since then another one may have been taken back,
// or the province may have changed what stands around them.
func (p *Pack) unsound(landed map[string]Wording) (parked []Wording) {
	lessons := map[string]map[string]Wording{}
	for target, w := range landed {
		if key := ServiceOf(target); IsArranged(target) {
			if lessons[key] == nil {
				lessons[key] = map[string]Wording{}
			}
			lessons[key][target] = w
		}
	}
	for _, key := range slices.Sorted(maps.Keys(lessons)) {
		s, err := p.Service(key)
		if err != nil || len(p.brokenWays(s, p.reworded(lessons[key]))) == 0 {
			continue
		}
		for _, target := range slices.Sorted(maps.Keys(lessons[key])) {
			parked = append(parked, landed[target])
			delete(landed, target)
		}
	}
	return parked
}

// arrangedFlaws gives what is wrong with one arrangement more, each once: what somebody's
// way would lose of the province's; else what [Pack.Validate] and [Pack.Proofread] find
// after it and did not before.
func (p *Pack) arrangedFlaws(s *Service, target string, before, after *Pack) []Flaw {
	list := p.brokenWays(s, after)
	was, err := before.Service(s.Key)
	now, gone := after.Service(s.Key)
	if len(list) > 0 || err != nil || gone != nil {
		return list
	}
	known := map[string]bool{}
	for _, problem := range before.serviceProblems(was) {
		known[problem.Message] = true
	}
	facts := decisive(before.Ordered(was), after.Ordered(now), was, now)
	for _, problem := range after.serviceProblems(now) {
		flaw := Flaw{"say", s.inWords(problem.Message, facts), problem.Mend, problem.Warning}
		if IsWhen(target) { // the pack's mends are for who writes lessons
			flaw.Mend = mendChoose
		}
		if !known[problem.Message] && !slices.Contains(list, flaw) {
			list = append(list, flaw)
		}
	}
	return list
}

// serviceProblems are those of one service that an arrangement may bring.
func (p *Pack) serviceProblems(s *Service) []Problem {
	list := newPackChecker(p).service(s, map[string]string{})
	if !s.walkable() {
		return list
	}
	c, r := &checker{kind: "service", key: s.Key}, p.proofreader()
	r.twiceOnAPath(c, s)
	r.chapters(c, s)
	needs(c, s.Checklist)
	return append(list, c.problems...)
}

// inWords has a sentence about a way name it by the answers to these questions, as
// their buttons say them; to all of them where none decides.
func (s *Service) inWords(message string, facts map[string]bool) string {
	if len(facts) == 0 {
		facts = map[string]bool{}
		for _, f := range s.Facts {
			facts[f.Key] = true
		}
	}
	for _, answers := range s.Combinations() {
		message = strings.ReplaceAll(message, fmt.Sprint(answers), s.answered(answers, facts))
	}
	return message
}

// answered says what somebody answered to these questions: “Không có giấy”, “Tới quầy”.
func (s *Service) answered(answers Answers, facts map[string]bool) string {
	var said []string
	for i := range s.Facts {
		f := &s.Facts[i]
		for _, a := range f.Answers {
			if facts[f.Key] && answers[f.Key] == a.Key {
				said = append(said, Sentence("%q", clip(a.Say, 40)))
			}
		}
	}
	return strings.Join(said, ", ")
}

// decisive are the questions by whose answers it is decided, in one of two arrangements
// only, who sees something.
func decisive(was, now []Ordered, s, changed *Service) map[string]bool {
	facts := map[string]bool{}
	differ := func(a, b When) {
		if fmt.Sprint(a) != fmt.Sprint(b) {
			for _, w := range []When{a, b} {
				for fact := range w {
					facts[fact] = true
				}
			}
		}
	}
	for _, one := range was {
		if i := indexOf(now, one.ID); i >= 0 {
			differ(one.When, now[i].When)
		}
	}
	for _, item := range s.Checklist {
		for _, other := range changed.Checklist {
			if item.ID == other.ID {
				differ(item.When, other.When)
			}
		}
	}
	return facts
}

// sameWays says whether everybody walks the steps of a service alike in two packs.
func (p *Pack) sameWays(other *Pack, s *Service) bool {
	a, err := p.Service(s.Key)
	b, gone := other.Service(s.Key)
	if err != nil || gone != nil {
		return true
	}
	was, now := p.Ordered(a), other.Ordered(b)
	return !slices.ContainsFunc(s.Combinations(), func(answers Answers) bool {
		return !slices.EqualFunc(walkedBy(was, answers), walkedBy(now, answers), func(a, b Ordered) bool { return a.ID == b.ID })
	})
}

// walkedBy are the steps of a lesson that somebody walks.
func walkedBy(all []Ordered, answers Answers) (list []Ordered) {
	for _, one := range all {
		if one.When.Holds(answers) {
			list = append(list, one)
		}
	}
	return list
}

func indexOf(list []Ordered, id string) int {
	return slices.IndexFunc(list, func(one Ordered) bool { return one.ID == id })
}

// broken is what is wrong with somebody's way: a sentence with who it is ("Bà con đáp
// …") and the step in it.
type broken struct{ say, step, mend string }

// Whose way it is stands at the beginning of a sentence about it.
const (
	whoAnswers = "Bà con đáp "
	whoever    = "Có cách trả lời"
)

// brokenWays says what is wrong for whoever walks a lesson that is arranged in another
// way than the province's; the same once, at the first way that has it.
func (p *Pack) brokenWays(s *Service, after *Pack) []Flaw {
	changed, err := after.Service(s.Key)
	if err != nil || !s.walkable() {
		return nil
	}
	was, now := p.Ordered(s), after.Ordered(changed)
	facts := decisive(was, now, s, changed)
	seen := map[broken]bool{}
	var list []Flaw
	for _, answers := range s.Combinations() {
		wrong := misplaced(walkedBy(was, answers), walkedBy(now, answers))
		if wrong == (broken{}) && len(facts) > 0 {
			wrong = p.endsElsewhere(s, after, changed, answers)
		}
		if wrong == (broken{}) || seen[wrong] {
			continue
		}
		seen[wrong] = true
		who := whoever
		if said := s.answered(answers, facts); said != "" {
			who = whoAnswers + said
		}
		message := strings.Replace(wrong.say, "%who", who, 1)
		list = append(list, Flaw{"say", strings.Replace(message, "%step", Sentence("%q", clip(wrong.step, 60)), 1), wrong.mend, false})
	}
	return list
}

// What to do about a step that somebody would lose, or see as a new one, and about a
// choice that does not hold.
const (
	mendLost   = "Mời để những người ấy vẫn thấy bước này."
	mendFresh  = "Mời bỏ chọn câu trả lời ấy."
	mendChoose = "Mời chọn lại câu trả lời."
)

// misplaced says what is wrong with one way: the last step, which hands over to what
// comes then, is another one; a step that sends, calls or says where to go has come,
// has gone, or another one has moved across it; one stands in the middle of another
// chapter. Else it gives nothing.
func misplaced(before, after []Ordered) broken {
	if len(before) == 0 {
		return broken{}
	}
	last := before[len(before)-1]
	switch {
	case len(after) == 0:
		return broken{"%who thì không còn bước nào.", "", mendLost}
	case indexOf(after, last.ID) < 0:
		return broken{"%who thì mất bước cuối: %step.", last.Say, mendLost}
	case after[len(after)-1].ID == last.ID:
	case indexOf(before, after[len(after)-1].ID) < 0:
		return broken{"%who thì có bước đứng sau bước cuối của bài: %step.", last.Say, mendFresh}
	default:
		return broken{"Bước cuối của bài phải là %step.", last.Say, "Mời đưa bước ấy xuống lại."}
	}
	for _, one := range before {
		if one.marks != (marks{}) && indexOf(after, one.ID) < 0 {
			return broken{"%who thì mất bước gửi, gọi hoặc chỉ nơi tới: %step.", one.Say, mendLost}
		}
	}
	for _, one := range after {
		if one.marks != (marks{}) && indexOf(before, one.ID) < 0 {
			return broken{"%who thì có thêm bước gửi, gọi hoặc chỉ nơi tới: %step.", one.Say, mendFresh}
		}
	}
	shared := func(list, other []Ordered) []Ordered {
		return slices.DeleteFunc(slices.Clone(list), func(one Ordered) bool { return indexOf(other, one.ID) < 0 })
	}
	return moved(shared(before, after), shared(after, before))
}

// moved says what is wrong with the order of the same steps.
func moved(before, after []Ordered) broken {
	ahead := func(list []Ordered, id string) []string {
		var ids []string
		for _, one := range list[:indexOf(list, id)] {
			ids = append(ids, one.ID)
		}
		slices.Sort(ids)
		return ids
	}
	for i, one := range after {
		switch {
		case one.marks != (marks{}) && !slices.Equal(ahead(before, one.ID), ahead(after, one.ID)):
			return broken{"Không đưa bước nào qua bước %step được.", one.Say, "Mời giữ các việc trước và sau bước ấy như cũ."}
		case one.chapter != before[i].chapter:
			return broken{"Bước %step đang đứng ngoài chặng của nó.", one.Say, fmt.Sprintf("Mời để bước ấy trong chặng %s.", cmp.Or(one.chapter, "đầu"))}
		}
	}
	return broken{}
}

// endsElsewhere says whether somebody's way would come to another end than the
// province's, or to a list with nothing on it.
func (p *Pack) endsElsewhere(s *Service, after *Pack, changed *Service, answers Answers) broken {
	was, err := p.Walk(s, answers)
	now, gone := after.Walk(changed, answers)
	switch {
	case err != nil || gone != nil:
	case len(was.Checklist) > 0 && len(now.Checklist) == 0:
		return broken{"%who thì không còn thứ nào phải có.", "", "Mời để lại ít nhất một thứ."}
	case was.Ending(s) != now.Ending(changed):
		return broken{"%who thì màn hình cuối nói khác trước.", "", mendChoose}
	}
	return broken{}
}
