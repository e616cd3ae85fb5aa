package guide

import (
	"cmp"
	"fmt"
	"slices"
)

// Walk is a service's guide fitted to one resident's answers.
type Walk struct {
	Ask       *Fact // the next question, nil when all are answered
	Asked     int   // how many questions were answered so far
	Questions int   // how many questions this path has, as far as known
	Checklist []Item
	Steps     []WalkStep

	First   *Service // to be done before this one can be; then there are neither papers nor steps
	Blocked bool     // there is one, but the office has hidden it: staff know what to do
	Ready   []*Ready // what one must have before the first step, in the pack's order

	answers Answers // those that count on this path
}

// Elsewhere says whether another service comes first: this one is not walked today.
func (w *Walk) Elsewhere() bool { return w.First != nil || w.Blocked }

// WalkStep is one step of a Walk, with the chapter it belongs to.
type WalkStep struct {
	Step
	Chapter string // in force here, whoever named it; "": none
	Skill   string // key of the flow for which this one step stands, "": none
	Target  string // its lasting name with its file, on which notes hang; "" of a step without a name
}

// Walk fits the guide of s to the answers. Answers to facts that are not
// asked on this path are ignored.
func (p *Pack) Walk(s *Service, given Answers) (*Walk, error) {
	answers := Answers{}
	w := &Walk{answers: answers}
	for i := range s.Facts {
		f := &s.Facts[i]
		if !f.When.Holds(answers) {
			continue
		}
		w.Questions++
		answer, ok := given[f.Key]
		if !ok || !f.has(answer) {
			if w.Ask == nil {
				w.Ask = f
			}
			continue
		}
		if w.Ask == nil {
			w.Asked++
		}
		answers[f.Key] = answer
		if first := f.first(answer); first != "" {
			w.Ask = nil
			var err error
			w.First, err = p.Service(first) // the check has seen that the pack has it
			w.Blocked = err != nil
			return w, nil
		}
	}
	w.Checklist = fitted(s.Checklist, answers)
	steps, err := p.stepsOf(s, answers)
	if err != nil {
		return nil, fmt.Errorf("walk %s: %w", s.Key, err)
	}
	w.Steps = steps
	w.Ready = p.readyFor(s.Steps, answers)
	return w, nil
}

// first is the service that an answer sends people to first, "": none.
func (f *Fact) first(answer string) string {
	for _, a := range f.Answers {
		if a.Key == answer {
			return a.First
		}
	}
	return ""
}

func (f *Fact) has(answer string) bool {
	for _, a := range f.Answers {
		if a.Key == answer {
			return true
		}
	}
	return false
}

// maxWalk is the most steps a guide may have once its flows are written out:
// many times what anybody would walk.
const maxWalk = 300

// maxNesting is how many flows may use each other in a row.
const maxNesting = 8

// The errors of a guide with more steps, or with deeper flows.
var (
	errTooLong = Errorf(CodeContent, "Bài dài quá %d bước.", maxWalk)
	errTooDeep = Errorf(CodeContent, "Các đoạn bước gọi nhau quá %d lớp.", maxNesting)
)

// expand writes out flows. A nil answers map keeps every step, whatever its
// condition: validation and counting need them all.
func (p *Pack) expand(steps []Step, answers Answers, chapter string, above []string) ([]WalkStep, error) {
	e := expander{pack: p, answers: answers, left: maxWalk}
	return e.expand(steps, chapter, above)
}

// targetOf is the lasting name of a step in the last of the flows it is walked
// through. Of a service's own step it is "": who asks knows the service.
func targetOf(above []string, st Step) string {
	if len(above) == 0 || st.ID == "" {
		return ""
	}
	return FullID(true, above[len(above)-1], st.ID)
}

// chapterOf is the chapter that begins with a step, "": none.
func (p *Pack) chapterOf(st Step) string {
	if st.Chapter == "" && st.Use != "" {
		if f := p.Flow(st.Use); f != nil {
			return f.Chapter
		}
	}
	return st.Chapter
}

// expander writes out the flows of one guide. Flows that each use the next one
// twice would give a million steps after twenty; left ends that.
type expander struct {
	pack    *Pack
	answers Answers
	left    int  // steps and uses that may still be looked at
	whole   bool // write skills out, too
}

func (e *expander) expand(steps []Step, chapter string, above []string) ([]WalkStep, error) {
	var out []WalkStep
	for _, st := range steps {
		// A flow is one chapter at most, whatever flows it uses.
		if len(above) == 0 {
			chapter = cmp.Or(e.pack.chapterOf(st), chapter)
		}
		if e.answers != nil && !st.When.Holds(e.answers) {
			continue
		}
		if e.left--; e.left < 0 {
			return nil, errTooLong
		}
		if st.Use == "" {
			st.Chapter = ""
			out = append(out, WalkStep{Step: st, Chapter: chapter, Target: targetOf(above, st)})
			continue
		}
		if f := e.pack.Flow(st.Use); f != nil && f.Brief != nil && !st.Whole && !e.whole {
			brief := *f.Brief
			if e.answers != nil { // else the flow's own steps follow
				brief = e.pack.within(f.Steps, e.answers).on(brief)
			}
			out = append(out, WalkStep{Step: brief, Chapter: chapter, Skill: f.Key, Target: targetOf([]string{f.Key}, brief)})
			if e.answers != nil {
				continue
			}
		}
		if slices.Contains(above, st.Use) {
			return nil, Errorf(CodeContent, "Đoạn bước %q gọi lại chính nó.", clip(st.Use, 40))
		}
		if len(above) >= maxNesting {
			return nil, errTooDeep
		}
		f := e.pack.Flow(st.Use)
		if f == nil {
			return nil, Errorf(CodeContent, "Không có đoạn bước %q.", clip(st.Use, 40))
		}
		inner, err := e.expand(f.Steps, chapter, append(above[:len(above):len(above)], st.Use))
		if err != nil {
			return nil, err
		}
		out = append(out, inner...)
	}
	return out, nil
}

// Opening is the short lesson of a procedure that has none of its own: how its
// page is opened and read. Nil where there is nothing to open. Error:
// CodeContent.
func (p *Pack) Opening(s *Service) ([]WalkStep, error) {
	if p.Info.Opening == "" || s.Kind != KindProcedure || len(s.Steps) > 0 || s.Links[LinkPortal] == "" {
		return nil, nil
	}
	return p.expand([]Step{{Use: p.Info.Opening}}, Answers{}, "", nil)
}

// Shown is the walk as a resident sees it: a procedure without a lesson is shown
// how to be opened. Error: CodeContent.
func (p *Pack) Shown(s *Service, given Answers) (*Walk, error) {
	w, err := p.Walk(s, given)
	if err == nil && len(w.Steps) == 0 && w.Ask == nil && !w.Elsewhere() {
		w.Steps, err = p.Opening(s)
	}
	return w, err
}

// ShownSteps are the steps that [Pack.Shown] gives on the longest way, whatever the
// answers. Error: CodeContent.
func (p *Pack) ShownSteps(s *Service) ([]WalkStep, error) {
	steps, err := p.longest(s)
	if err != nil || len(steps) > 0 {
		return steps, err
	}
	return p.Opening(s)
}

// AllSteps writes out every step of a service, flows included, whatever the
// answers; of a skill both the one step that stands for it and all of its own.
// Error: CodeContent.
func (p *Pack) AllSteps(s *Service) ([]WalkStep, error) {
	return p.stepsOf(s, nil)
}

// stepsOf writes out the steps of a service, its own system's pages among them.
func (p *Pack) stepsOf(s *Service, answers Answers) ([]WalkStep, error) {
	steps, err := p.expand(s.Steps, answers, "", nil)
	for i := range steps {
		steps[i].Screen = steps[i].Screen.of(s.System)
		if steps[i].Target == "" && steps[i].ID != "" {
			steps[i].Target = FullID(false, s.Key, steps[i].ID)
		}
	}
	return steps, err
}

// LongestWalk is how many steps a resident walks at most, whatever the answers.
// Error: CodeContent.
func (p *Pack) LongestWalk(s *Service) (int, error) {
	steps, err := p.longest(s)
	return len(steps), err
}

// ShortestWalk is how many steps [Pack.Shown] gives at least, whatever the answers.
// Error: CodeContent.
func (p *Pack) ShortestWalk(s *Service) (int, error) {
	if len(s.Steps) == 0 {
		steps, err := p.Opening(s)
		return len(steps), err
	}
	least := maxWalk
	for _, answers := range s.Combinations() {
		steps, err := p.stepsOf(s, answers)
		if err != nil {
			return 0, err
		}
		least = min(least, len(steps))
	}
	return least, nil
}

func (p *Pack) longest(s *Service) ([]WalkStep, error) {
	var longest []WalkStep
	for _, answers := range s.Combinations() {
		steps, err := p.stepsOf(s, answers)
		if err != nil {
			return nil, err
		}
		if len(steps) > len(longest) || len(steps) == len(longest) && tenths(steps) > tenths(longest) {
			longest = steps
		}
	}
	return longest, nil
}

// Combinations lists every set of answers with which a resident walks the lesson
// of s, conditions between facts honoured; answers that send elsewhere first are
// left out. With no facts it holds one empty set.
func (s *Service) Combinations() []Answers {
	sets := []Answers{{}}
	for i := range s.Facts {
		f := &s.Facts[i]
		var next []Answers
		for _, set := range sets {
			if !f.When.Holds(set) {
				next = append(next, set)
				continue
			}
			for _, a := range f.Answers {
				if a.First != "" {
					continue // the lesson is not walked
				}
				with := Answers{f.Key: a.Key}
				for k, v := range set {
					with[k] = v
				}
				next = append(next, with)
			}
		}
		sets = next
	}
	return sets
}
