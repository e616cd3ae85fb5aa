package handout

import (
	"fmt"
	"strconv"
)

// Need is one thing to bring or to do.
type Need struct {
	Says []string // of several one is enough; from the second on they say so
	Must bool     // everybody brings it
	Do   bool     // there is nothing to bring: no box to tick
	Ask  bool     // of those, something to ask
}

// musts is how many of the needs, which come first, everybody brings.
func (s Content) musts() int {
	n := 0
	for n < len(s.Needs) && s.Needs[n].Must {
		n++
	}
	return n
}

// columns is the least width at which facts stand beside the list.
const columns = 105.0

// facts writes what to bring, what it costs, how long it takes, first steps.
func (p *pen) facts(s Content, f paper, a attempt, body float64) {
	listed := !a.brief && len(s.Needs) > 0
	if p.w >= columns && listed && a.list > 0 {
		left, right := p.part(0, p.w*0.6), p.part(p.w*0.6+body*1.5, p.w*0.4-body*1.5)
		left.needs(s, a, body)
		right.stacked(s, a, body)
		p.join(left, right)
	} else {
		if listed {
			p.needs(s, a, body)
			p.gap(body * 0.3)
		}
		if !a.brief {
			p.labelled(s.Office.Here(), s.Local, body)
		}
		p.labelled(sayFee, s.Fee, body)
		p.labelled(sayTime, s.Time, body)
		if !a.brief && !a.short {
			p.labelled(s.who(), s.Decides, body)
		}
	}
	p.firstSteps(s, a, body)
}

// heading starts a part.
func (p *pen) heading(text string, size float64) {
	p.ink = indigo
	p.lines(text, size, true, 0)
	p.ink = ""
	p.gap(size * 0.2)
}

// stacked writes each fact under its name.
func (p *pen) stacked(s Content, a attempt, body float64) {
	who := s.who()
	for _, fact := range [][2]string{{s.Office.Here(), s.Local}, {sayTime, s.Time}, {sayFee, s.Fee}, {who, s.Decides}} {
		if fact[1] == "" || a.brief || a.short && fact[0] == who {
			continue
		}
		p.heading(fact[0], body*1.1)
		p.lines(fact[1], body, false, 0)
		p.gap(body * 0.5)
	}
}

// needs writes what to bring. What everybody brings is all there, or none of it
// is and the paper says where the list is: half a list is one that misleads.
func (p *pen) needs(s Content, a attempt, body float64) {
	shown := min(a.list, len(s.Needs))
	if shown < s.musts() || shown == 0 {
		p.labelled(sayBring, sayBringThere, body)
		return
	}
	for i := range s.Needs[:shown] {
		p.listed(s, i, body)
	}
	left := 0
	for _, n := range s.Needs[shown:] {
		if !n.Do {
			left++
		}
	}
	switch {
	case left > 0:
		p.lines(fmt.Sprintf(sayMore, left), body, false, 0)
	case shown < len(s.Needs):
		p.lines(sayMoreAsked, body, false, 0)
	}
}

// listed writes one of the needs; the first of its list has the list's name above.
func (p *pen) listed(s Content, i int, body float64) {
	list := s.listOf(s.Needs[i])
	if i == 0 || s.listOf(s.Needs[i-1]) != list {
		if i > 0 {
			p.gap(body * 0.25)
		}
		p.heading(list, body*1.1)
	}
	p.need(s.Needs[i], body)
}

// listOf is the name of the list that something stands in: what is asked is no
// paper, and what is done before is none.
func (s Content) listOf(n Need) string {
	switch {
	case n.Ask:
		return sayAskFirst
	case n.Do:
		return sayDoFirst
	case s.Personal:
		return sayBringOwn
	}
	return sayBring
}

// need writes one thing, and what serves instead of it below, in the same box.
func (p *pen) need(n Need, body float64) {
	indent := body * 1.35
	if n.Do {
		p.numbered("–", n.Says[0], body)
		return
	}
	p.box(body)
	in := p.beside(indent)
	for _, say := range n.Says {
		in.lines(say, body, false, 0)
	}
	p.join(in)
	p.gap(body * 0.2)
}

// firstSteps writes the first steps of the lesson.
func (p *pen) firstSteps(s Content, a attempt, body float64) {
	if a.steps == 0 || len(s.Steps) == 0 {
		return
	}
	p.gap(body * 0.5)
	p.heading(saySteps, body*1.1)
	for i, st := range s.Steps[:min(a.steps, len(s.Steps))] {
		p.numbered(strconv.Itoa(i+1)+".", noted(st.Say, "", st.Here, st.Local), body)
	}
	if left := len(s.Steps) - a.steps; left > 0 {
		more := sayMoreSteps
		if s.InApp != "" {
			more = sayMoreInApp
		}
		p.lines(fmt.Sprintf(more, left), body, false, 0)
	}
}
