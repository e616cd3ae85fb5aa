package guide

import "slices"

// marks are what a brief step takes over from the flow for which it stands: what
// is sent or called in the flow is sent or called in the one step, and where the
// flow goes, it goes.
type marks struct{ sends, calls, goes bool }

func (m *marks) of(st Step) {
	m.sends = m.sends || st.Sends
	m.calls = m.calls || st.Calls
	m.goes = m.goes || st.Goes
}

func (m marks) on(st Step) Step {
	st.Sends = st.Sends || m.sends
	st.Calls = st.Calls || m.calls
	st.Goes = st.Goes || m.goes
	return st
}

// within gathers the marks of steps, those of the flows they use among them.
func (p *Pack) within(steps []Step, answers Answers) marks {
	var found marks
	p.eachStep(steps, answers, func(st Step, f *Flow) {
		found.of(st)
		if f != nil && f.Brief != nil {
			found.of(*f.Brief)
		}
	})
	return found
}

// eachStep visits steps and those of the flows they use; f is the flow that a step
// uses. Each flow is entered once, and no more steps are looked at than a guide may
// have: that ends circles, and flows that multiply.
func (p *Pack) eachStep(steps []Step, answers Answers, visit func(st Step, f *Flow)) {
	seen := map[string]bool{}
	left := maxWalk
	var enter func(steps []Step)
	enter = func(steps []Step) {
		for _, st := range steps {
			if left--; left < 0 {
				return
			}
			if !st.When.Holds(answers) {
				continue
			}
			if st.Use == "" {
				visit(st, nil)
				continue
			}
			if seen[st.Use] {
				continue
			}
			seen[st.Use] = true
			if f := p.Flow(st.Use); f != nil {
				visit(st, f)
				enter(f.Steps)
			}
		}
	}
	enter(steps)
}

// Skill is what a brief step in a lesson of s stands for, with all its steps. A
// flow that no step of s stands for is none of its skills.
// Errors: CodeNotFound, CodeContent.
func (p *Pack) Skill(s *Service, key string) (*Skill, error) {
	f := p.Flow(key)
	if f == nil || f.Brief == nil || !p.hasSkill(s, key) {
		return nil, Errorf(CodeNotFound, "Không có phần %q để tập kỹ.", clip(key, 40))
	}
	e := expander{pack: p, answers: Answers{}, left: maxWalk, whole: true}
	steps, err := e.expand(f.Steps, f.Chapter, []string{f.Key})
	for i := range steps {
		steps[i].Screen = steps[i].Screen.of(s.System)
	}
	return &Skill{Flow: f, Steps: steps}, err
}

// hasSkill says whether a step of s, or of how s is opened, stands for the flow on
// some way.
func (p *Pack) hasSkill(s *Service, key string) bool {
	if p.standsFor(s.Steps, key, map[string]bool{}) {
		return true
	}
	opening, err := p.Opening(s)
	return err == nil && slices.ContainsFunc(opening, func(st WalkStep) bool { return st.Skill == key })
}

func (p *Pack) standsFor(steps []Step, key string, seen map[string]bool) bool {
	return slices.ContainsFunc(steps, func(st Step) bool {
		f := p.Flow(st.Use)
		if st.Use == "" || f == nil {
			return false
		}
		if f.Brief != nil && !st.Whole {
			return f.Key == key // its own steps are not walked
		}
		if seen[f.Key] {
			return false
		}
		seen[f.Key] = true
		return p.standsFor(f.Steps, key, seen)
	})
}
