package guide

import (
	"slices"
	"strconv"
	"strings"
)

// OursOn lists what the office itself says in a service, wherever it stands: notes,
// sentences of its own, what it has taken away, each with its place, in one order. The
// lesson's faults are the pack's: of one that cannot be walked only what hangs on
// itself is given.
func (p *Pack) OursOn(s *Service) []string {
	flows := map[string]bool{}
	steps, _ := p.AllSteps(s)
	for _, st := range steps {
		flows[st.Target] = true
	}
	here := func(target string) bool {
		return flows[stepOf(target)] || target == s.Key || strings.HasPrefix(target, s.Key+"/") || strings.HasPrefix(target, s.Key+partMark)
	}
	var list []string
	for target, note := range p.local {
		if here(target) {
			list = append(list, target+"\n"+note)
		}
	}
	for target, said := range p.worded {
		if here(target) {
			list = append(list, target+"\n"+said)
		}
	}
	for i, c := range []*Claim{s.Fee, s.Time, s.Deadline, s.Hotline} {
		if c != nil && c.Away {
			list = append(list, s.Key+partMark+strconv.Itoa(i)+"\n"+c.Say)
		}
	}
	for i, l := range s.Watch {
		if l.Say == AskStaffHere {
			list = append(list, s.Key+partMark+"watch-"+strconv.Itoa(i)+"\n"+l.Say)
		}
	}
	for i, n := range s.Next {
		if n.Say == AskStaffHere {
			list = append(list, s.Key+partMark+"next-"+strconv.Itoa(i)+"\n"+n.Say)
		}
	}
	slices.Sort(list)
	return list
}
