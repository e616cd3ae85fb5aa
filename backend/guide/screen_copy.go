package guide

import (
	"maps"
	"slices"
	"strings"
)

// A step that the province has not drawn may have a copy of a drawing of another step:
// the first line of its [Wording] names that step and the state of its drawing, the
// other lines say the texts that differ. Only what the province has drawn is copied, and
// only as long as it stands as it was when two people read it.

// flowMark begins the name of what several lessons share.
const flowMark = "flow "

// copyKey begins the first line: "copy: khai-sinh/dien-ten 1f0e…".
const copyKey = "copy"

// MostDrawings is how many drawings are offered to choose from: the nearest ones.
const MostDrawings = 48

// Drawing is a drawing of the province's that may be copied to a step.
type Drawing struct {
	Line string // the first line of the Wording of a copy of it
	Of   string // title of the service, or of the part that several share
	Step Step   // the step that has it, as residents see it
	Near bool   // it is of the same lesson
}

// bare says whether a drawing may come to a step: the province has drawn none, and the
// step is done with the phone in hand. No page belongs to what is done at a counter or
// on paper, and what asks for a secret, is urgent or says where to go stays as it is.
func (st *Step) bare(flow bool) bool {
	onPhone := !st.Off || !flow && st.Scene.OnPhone() // what several lessons share ends them in several ways
	return st.Screen == nil && onPhone && st.Secret == "" && !st.Goes && !st.Calls
}

// copied takes the words of a copy apart: the step it is of, the state of the drawing
// then, and the lines with what is said otherwise. false: it is no copy.
func copied(say string) (from, state, rest string, is bool) {
	line, rest, _ := strings.Cut(say, "\n")
	name, is := strings.CutPrefix(oneLine(line), copyKey+": ")
	space := strings.LastIndex(name, " ")
	if !is || space < 0 {
		return "", "", "", false
	}
	return name[:space], name[space+1:], rest, true
}

// shared says whether the step is one of those that several lessons share.
func (d drawnStep) shared() bool { return strings.HasPrefix(d.Target, flowMark) }

// bar is whose page, or which app, the drawing shows.
func (d drawnStep) bar() string {
	s := d.step.Screen
	if s.On == SurfaceSystem && s.App == "" {
		return string(s.On) + " " + d.system
	}
	return string(s.On) + " " + s.App
}

// named says whether somebody knows whose page or app it is.
func (d drawnStep) named() bool {
	s := d.step.Screen
	return s.On != SurfaceSystem || s.App == "" && d.system != ""
}

// state is the digest of a drawing with the name in its bar.
func (d drawnStep) state() string { return UnitID(append(d.step.Screen.drawing(), d.bar())) }

func (d drawnStep) copyLine() string { return copyKey + ": " + stepOf(d.Target) + " " + d.state() }

// copyable says whether a drawing says nothing untrue at another step by itself: none
// that asks for a secret, none of a swindler's, none by which people call or find the
// code of its service, none that files where the other step does not, none of what comes
// after filing where nothing is filed yet, and none without a ring or with a field that
// nothing would fill.
func (d drawnStep) copyable(to drawnStep) bool {
	s := d.step.Screen
	if s == nil || s.Fake || s.asksSecret() || d.step.Secret != "" || d.step.Calls || d.step.Scans() || d.step.Sends && !to.step.Sends || d.filed && !to.filed {
		return false
	}
	touches := s.Touches()
	return len(touches) > 0 && !slices.ContainsFunc(touches, func(i int) bool { return s.Show[i].Kind() == PartField && s.Show[i].Value == "" })
}

// beside lists the names of the drawings of a lesson, as it is walked; of what several
// lessons share, those of its file.
func (p *Pack) beside(file string) (list []string) {
	if key, flow := strings.CutPrefix(file, flowMark); flow {
		if f := p.Flow(key); f != nil {
			for _, st := range f.All() {
				list = append(list, ScreenOf(FullID(true, key, st.ID)))
			}
		}
		return list
	}
	s, err := p.Service(file)
	if err != nil {
		return nil
	}
	steps, err := p.AllSteps(s)
	if err != nil {
		return nil
	}
	for _, st := range steps {
		list = append(list, ScreenOf(st.Target))
	}
	return list
}

// around lists the drawings of the lesson in which a step is, or of the flow, as it is
// walked, and under which bars they stand.
func (p *Pack) around(to drawnStep) (list []drawnStep, bars map[string]bool) {
	by, read := map[string]drawnStep{}, map[string]bool{}
	bars = map[string]bool{}
	for _, target := range p.beside(ServiceOf(to.Target)) {
		if file := ServiceOf(target); !read[file] {
			read[file] = true
			for _, d := range p.drawnInFile(file) {
				by[d.Target] = d
			}
		}
		d, there := by[target]
		delete(by, target)
		if !there || d.step.Screen == nil {
			continue
		}
		if d.shared() && !to.shared() { // its bar is that of the service which shows it
			d.system = to.system
		}
		list = append(list, d)
		if d.named() {
			bars[d.bar()] = true
		}
	}
	return list, bars
}

// comesFar says whether a drawing of another lesson may be copied to a step in whose
// lesson these bars are shown: people compare the name on their phone with the one they
// have seen there. A page that nobody knows the name of is another one in another lesson,
// and what several lessons share says nothing of a single one.
func (d drawnStep) comesFar(to drawnStep, bars map[string]bool) bool {
	return d.copyable(to) && bars[d.bar()] && (d.shared() || !to.shared())
}

// drawingsFor lists the drawings that may be copied to a step, those of its own lesson
// first.
func (p *Pack) drawingsFor(to drawnStep) (list []drawnStep, near int) {
	taken := map[string]bool{}
	own, bars := p.around(to)
	for _, d := range own {
		if taken[d.Target] = true; d.copyable(to) {
			list = append(list, d)
		}
	}
	near = len(list)
	for _, d := range p.drawnSteps() {
		if !taken[d.Target] && d.comesFar(to, bars) {
			list = append(list, d)
		}
	}
	return list, near
}

// DrawingsFor lists the drawings to choose from for a step without one, by the name of
// the words on it; each drawing once, those of its own lesson first. Where a lesson would
// come to another end by any of them, or could not be practised any more, there is none.
func (p *Pack) DrawingsFor(target string) []Drawing {
	to, there := p.drawnAt(target)
	if !there || to.step.Screen != nil {
		return nil
	}
	var list []Drawing
	seen := map[string]bool{}
	from, near := p.drawingsFor(to)
	if len(from) == 0 || p.urgent(to) {
		return nil
	}
	with := p.reworded(map[string]Wording{to.Target: {Say: from[0].copyLine()}})
	if !p.endsAlike(with, to.Target) || slices.ContainsFunc(p.lessonFlaws(with, to.Target), func(f Flaw) bool { return !f.Warning }) {
		return nil
	}
	for i, d := range from {
		if seen[d.state()] || len(list) == MostDrawings {
			continue
		}
		seen[d.state()] = true
		st := d.step
		st.Screen = st.Screen.of(d.system)
		list = append(list, Drawing{d.copyLine(), p.titleOf(d.Target), st, i < near})
	}
	return list
}

// titleOf is the title of the service or the flow in whose file a name is.
func (p *Pack) titleOf(target string) string {
	file, _, _ := apart(target)
	if key, flow := strings.CutPrefix(file, flowMark); flow {
		if f := p.Flow(key); f != nil {
			return f.Title
		}
	} else if s, err := p.Service(file); err == nil {
		return s.Title
	}
	return ""
}

// chosen finds the drawing that the words of a copy are of, if it may stand at this step.
// fresh: it is as it was.
func (p *Pack) chosen(to drawnStep, say string) (d drawnStep, there, fresh bool) {
	from, state, _, is := copied(say)
	if !is || to.step.Screen != nil || p.urgent(to) {
		return drawnStep{}, false, false
	}
	if d, there = p.drawnAt(ScreenOf(from)); !there {
		return drawnStep{}, false, false
	}
	own, bars := p.around(to)
	if i := slices.IndexFunc(own, func(o drawnStep) bool { return o.Target == d.Target }); i >= 0 {
		d, there = own[i], own[i].copyable(to)
	} else {
		there = d.comesFar(to, bars)
	}
	return d, there, there && d.state() == state
}

// urgent says whether a shared step is walked in what is urgent: that stays as it is.
func (p *Pack) urgent(to drawnStep) bool {
	return to.shared() && slices.ContainsFunc(p.Services, func(s Service) bool {
		return (s.Emergency != nil || s.Key == p.First.Emergency) && slices.Contains(p.beside(s.Key), to.Target)
	})
}

// copyOf is the drawing that a copy begins from. What is said to whoever touches another
// part speaks of the step that the drawing was made for, and stays there: a rehearsal has
// its own words for it.
func copyOf(s *Screen) *Screen {
	own := *s
	own.Show = slices.Clone(s.Show)
	for i := range own.Show {
		own.Show[i].Wrong = ""
	}
	return &own
}

// SaidOn gives the drawing that words begin from as residents see it, the province's or
// the one that is copied, and which of its texts are said otherwise. nil: there is none; false: the words
// are not for it as it is today.
func (p *Pack) SaidOn(target, say string) (base *Screen, said []DrawnText, fits bool) {
	d, there := p.drawnAt(target)
	if !there {
		return nil, nil, false
	}
	base, said, fits = p.saidOn(d, say)
	return base.of(d.system), said, fits
}

func (p *Pack) saidOn(d drawnStep, say string) (base *Screen, said []DrawnText, fits bool) {
	if base = d.step.Screen; base == nil {
		from, _, fresh := p.chosen(d, say)
		if !fresh {
			return nil, nil, say == ""
		}
		base = copyOf(from.step.Screen)
		_, _, say, _ = copied(say)
	}
	said, fits = base.Said(say)
	if d.step.Screen == nil && slices.ContainsFunc(said, func(t DrawnText) bool { return t.Key == appKey }) {
		return base, nil, false
	}
	return base, said, fits
}

// Copied gives the drawing that words at a place are a copy of. false: they are none, or
// it may not stand there any more.
func (p *Pack) Copied(target, say string) (Drawing, bool) {
	to, there := p.drawnAt(target)
	if !there {
		return Drawing{}, false
	}
	d, _, fresh := p.chosen(to, say)
	if !fresh {
		return Drawing{}, false
	}
	st := d.step
	st.Screen = st.Screen.of(d.system)
	return Drawing{Line: d.copyLine(), Of: p.titleOf(d.Target), Step: st}, true
}

// TidyScreen gives words on a drawing as a [Wording] keeps them. Errors: CodeInvalid,
// CodeNotFound.
func (p *Pack) TidyScreen(target, say string) (string, error) {
	d, there := p.drawnAt(target)
	switch {
	case !there:
		return "", errNoDrawing
	case d.step.Screen != nil:
		return d.step.Screen.Tidy(say)
	case say == "":
		return "", nil
	}
	from, _, fresh := p.chosen(d, say)
	if !fresh {
		return "", Errorf(CodeInvalid, "Hình này không chép vào bước này được. Mời chọn hình khác.")
	}
	_, said, fits := p.saidOn(d, say)
	if !fits {
		return "", errRedrawn
	}
	return strings.TrimSpace(from.copyLine() + "\n" + lines(said)), nil
}

// CopiedLines are the texts of a drawing that may be said otherwise on a copy of it, a
// line each: whose page or app it is stays, by that it was allowed to come.
func (s *Screen) CopiedLines() string {
	return lines(slices.DeleteFunc(s.Words(), func(t DrawnText) bool { return t.Key == appKey }))
}

// copies are the steps that landed wordings give a drawing, by place.
func (p *Pack) copies(landed map[string]Wording) map[string]*Screen {
	list := map[string]*Screen{}
	for target, w := range landed {
		if _, _, _, is := copied(w.Say); !is || !IsScreen(target) {
			continue
		}
		if d, there := p.drawnAt(target); there {
			if base, said, fits := p.saidOn(d, w.Say); fits && base != nil {
				list[target] = base.with(said)
			}
		}
	}
	return list
}

// draw puts a copy at a step: from now on it is one with a page to look at.
func (st *Step) draw(s *Screen) { st.Screen, st.Off, st.Scene = s, false, "" }

// unsoundCopies takes out of what has landed the copies whose drawing is gone, has
// changed or may not stand there, and those by which a lesson would end otherwise than
// without them; it gives them.
func (p *Pack) unsoundCopies(landed map[string]Wording) (parked []Wording) {
	park := func(target string) {
		parked = append(parked, landed[target])
		delete(landed, target)
	}
	copies := p.copies(landed)
	for _, target := range slices.Sorted(maps.Keys(landed)) {
		d, there := p.drawnAt(target)
		if _, sound := copies[target]; IsScreen(target) && there && d.step.Screen == nil && !sound {
			park(target)
		}
	}
	if len(copies) == 0 {
		return parked
	}
	without := maps.Clone(landed)
	maps.DeleteFunc(without, func(target string, _ Wording) bool { return copies[target] != nil })
	before, after := p.reworded(without), p.reworded(landed)
	for _, target := range slices.Sorted(maps.Keys(copies)) {
		if !before.endsAlike(after, target) {
			park(target)
		}
	}
	return parked
}

// endsAlike says whether every lesson in which a step is walked comes to the same end
// in two packs, whatever is answered: what is left to do hangs on what is done on the phone.
func (p *Pack) endsAlike(other *Pack, target string) bool {
	shared := strings.HasPrefix(target, flowMark)
	for i := range p.Services {
		s := &p.Services[i]
		if !shared && s.Key != ServiceOf(target) || shared && !slices.Contains(p.beside(s.Key), target) {
			continue
		}
		now, err := other.Service(s.Key)
		if err != nil {
			continue
		}
		for _, answers := range s.Combinations() {
			a, err := p.Walk(s, answers)
			b, gone := other.Walk(now, answers)
			if err == nil && gone == nil && a.Ending(s) != b.Ending(now) {
				return false
			}
		}
	}
	return true
}
