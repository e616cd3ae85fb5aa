package guide

import "slices"

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
	p.eachStep(steps, answers, func(_ Step, f *Flow) {
		if f != nil {
			for _, key := range f.Ready {
				needed[key] = true
			}
		}
	})
	var list []*Ready
	for i := range p.Info.Ready {
		if r := &p.Info.Ready[i]; needed[r.Key] {
			list = append(list, r)
		}
	}
	return list
}
