package guide

import (
	"slices"
	"strconv"
	"strings"
)

// screenName ends the name of the words on the drawn screen of a step.
const screenName = "screen"

// ScreenOf is the name of the words on the drawn screen of a step: an office may agree
// on other ones, as on a sentence, where a portal calls a button otherwise by now. Its
// [Wording] says those that differ from the pack's, a line each ([Screen.Said]). At a
// step that is not drawn it first names the drawing of another step that is copied.
func ScreenOf(step string) string { return step + partMark + screenName }

// stepOf is the name of the step on whose drawing the words are; another name as it is.
func stepOf(target string) string { return strings.TrimSuffix(target, partMark+screenName) }

// DrawnText is one text on a drawn screen.
type DrawnText struct {
	Key string // app, title, 3.button, 3.value: the third part from the top
	Say string

	part  int // index in Show, -1 of the bar and the heading
	value bool
}

// Part is the index of the part that the text is on, -1 of the bar and the heading.
func (t DrawnText) Part() int { return t.part }

// kind is what the text is of: app, title, value, or the kind of its part.
func (t DrawnText) kind() string {
	_, kind, part := strings.Cut(t.Key, ".")
	if !part {
		return t.Key
	}
	return kind
}

const (
	appKey   = "app"
	titleKey = "title"
	valueKey = "value"
)

// Words lists the texts of a drawing that may be said otherwise, from top to bottom.
// Whose page asks for a secret stays, and so does a secret.
func (s *Screen) Words() []DrawnText {
	return slices.DeleteFunc(s.texts(), func(t DrawnText) bool {
		if t.part < 0 {
			return t.Key == appKey && s.asksSecret()
		}
		return t.value && s.Show[t.part].Secret != ""
	})
}

func (s *Screen) asksSecret() bool {
	return slices.ContainsFunc(s.Show, func(p Part) bool { return p.Secret != "" })
}

// texts lists all that is written on a drawing.
func (s *Screen) texts() []DrawnText {
	var list []DrawnText
	add := func(key, say string, part int, value bool) {
		if say != "" {
			list = append(list, DrawnText{key, say, part, value})
		}
	}
	if s.On != SurfaceSystem { // the bar there is the service's
		add(appKey, s.App, -1, false)
	}
	add(titleKey, s.Title, -1, false)
	for i, part := range s.Show {
		add(partKey(i, string(part.Kind())), part.Words(), i, false)
		add(partKey(i, valueKey), part.Value, i, true)
	}
	return list
}

func partKey(i int, kind string) string { return strconv.Itoa(i+1) + "." + kind }

// at is where a text stands on the screen; only on a copy of one's own it is changed.
func (s *Screen) at(t DrawnText) *string {
	switch {
	case t.Key == appKey:
		return &s.App
	case t.part < 0:
		return &s.Title
	case t.value:
		return &s.Show[t.part].Value
	}
	return s.Show[t.part].words()
}

// lines writes texts as a [Wording] keeps them.
func lines(texts []DrawnText) string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = strings.TrimSpace(t.Key + ": " + oneLine(t.Say))
	}
	return strings.Join(list, "\n")
}

// oneLine is a text as a line can hold it.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// Lines are the texts of a drawing that may be said otherwise, a line each, as a
// [Wording] has them.
func (s *Screen) Lines() string { return lines(s.Words()) }

// Said reads lines such as "3.button: Gửi hồ sơ": which texts of the drawing are said
// otherwise there, from top to bottom, with their new words. false: a line is about
// nothing that may be said otherwise on this drawing, or two are about the same.
func (s *Screen) Said(say string) ([]DrawnText, bool) {
	by := map[string]string{}
	for line := range strings.Lines(say) {
		key, words, colon := strings.Cut(strings.TrimSpace(line), ":")
		if _, twice := by[key]; twice || !colon {
			return nil, false
		}
		by[key] = oneLine(words)
	}
	var list []DrawnText
	for _, t := range s.Words() {
		words, there := by[t.Key]
		delete(by, t.Key)
		if there && words != oneLine(t.Say) {
			t.Say = words
			list = append(list, t)
		}
	}
	return list, len(by) == 0
}

// Tidy gives lines as a [Wording] keeps them: only what differs, from top to bottom.
// Error: CodeInvalid.
func (s *Screen) Tidy(say string) (string, error) {
	list, fits := s.Said(say)
	if !fits {
		return "", errRedrawn
	}
	return lines(list), nil
}

var errRedrawn = Errorf(CodeInvalid, "Hình này vừa đổi. Mời mở lại chỗ này rồi ghi lại.")

// with is a copy of the drawing that says these texts otherwise.
func (s *Screen) with(said []DrawnText) *Screen {
	own := *s
	own.Show = slices.Clone(s.Show)
	for _, t := range said {
		if at := own.at(t); at != nil && t.Say != "" { // a part without words would be none
			*at = t.Say
		}
	}
	return &own
}

// redraw says the words of a step's drawing otherwise. What is said to who learns by it
// calls its parts by the new names. Of what is no longer on the drawing nothing is said.
func (st *Step) redraw(say string) {
	if st.Screen == nil {
		return
	}
	said, fits := st.Screen.Said(say)
	if !fits {
		return
	}
	own := st.Screen.with(said)
	renamed := renames(st.Screen, said)
	for i := range own.Show {
		own.Show[i].Wrong = renamed.Replace(own.Show[i].Wrong)
	}
	st.Helper = renamed.Replace(st.Helper)
	st.Screen = own
}

// renames puts the new names of parts in the place of old ones that are quoted. A name
// that another part keeps stays.
func renames(s *Screen, said []DrawnText) *strings.Replacer {
	var pairs []string
	for _, t := range said {
		old := *s.at(t)
		alone := true
		for i, part := range s.Show {
			alone = alone && (i == t.part || part.Words() != old)
		}
		if t.part >= 0 && !t.value && alone && t.Say != "" {
			pairs = append(pairs, "“"+old+"”", "“"+t.Say+"”")
		}
	}
	return strings.NewReplacer(pairs...)
}

// drawnStep is a step with a drawing, or to which one may come, and where the words on
// it stand.
type drawnStep struct {
	Place  // without its texts: few of them are wanted
	step   Step
	system string // of its service
	filed  bool   // it comes after one that files
}

// drawnSteps lists the steps whose drawings may be said otherwise, or to which one may
// come, in the order of the files. What is urgent stays as it is.
func (p *Pack) drawnSteps() []drawnStep {
	var list []drawnStep
	for i := range p.Services {
		list = append(list, p.drawnOf(&p.Services[i])...)
	}
	for i := range p.Flows {
		list = append(list, p.drawnIn(&p.Flows[i])...)
	}
	return list
}

// drawnOf are those of a service.
func (p *Pack) drawnOf(s *Service) []drawnStep {
	if s.Emergency != nil || s.Key == p.First.Emergency {
		return nil
	}
	return p.drawnAmong(s.Steps, false, s.Key, s.System)
}

// drawnIn are those of a flow. Its brief step is drawn as what it stands for: what is
// sent or called in the flow is sent or called there.
func (p *Pack) drawnIn(f *Flow) []drawnStep {
	list := p.drawnAmong(f.Steps, true, f.Key, "")
	if f.Brief == nil {
		return list
	}
	brief := p.within(f.Steps, nil).on(*f.Brief)
	return append(p.drawnAmong([]Step{brief}, true, f.Key, ""), list...)
}

// drawnInFile are those of the service or the flow with that name.
func (p *Pack) drawnInFile(file string) []drawnStep {
	if key, flow := strings.CutPrefix(file, flowMark); flow {
		if f := p.Flow(key); f != nil {
			return p.drawnIn(f)
		}
	} else if s, err := p.Service(file); err == nil {
		return p.drawnOf(s)
	}
	return nil
}

func (p *Pack) drawnAmong(steps []Step, flow bool, key, system string) []drawnStep {
	var list []drawnStep
	filed := false
	for _, st := range steps {
		after, sends := filed, st
		sends.When = nil // on somebody's way
		filed = filed || p.within([]Step{sends}, nil).sends
		if st.Use != "" || st.ID == "" || st.Screen == nil && !st.bare(flow) {
			continue
		}
		place := Place{Target: ScreenOf(FullID(flow, key, st.ID))}
		for _, was := range st.Was {
			if !strings.Contains(was, "/") {
				was = FullID(flow, key, was)
			}
			place.Was = append(place.Was, ScreenOf(was))
		}
		list = append(list, drawnStep{place, st, system, after})
	}
	return list
}

// drawing is all that is drawn on a screen, and how, a line each.
func (s *Screen) drawing() []string {
	list := strings.Split(lines(s.texts()), "\n")
	look := "look " + string(s.On) + " " + s.Target + " " + strconv.FormatBool(s.Fake)
	for _, p := range s.Show {
		look += " " + string(p.Kind()) + "," + p.ID + "," + string(p.Secret) + "," + string(p.Keys)
		for _, on := range []bool{p.Corner, p.On, p.Untick, p.Main} {
			look += "," + strconv.FormatBool(on)
		}
	}
	return append(list, look)
}

// screenPlaces are the places of words on drawings that have one of these names, or had it.
func (p *Pack) screenPlaces(targets []string) []Place {
	var list []Place
	for _, d := range p.drawnSteps() {
		if slices.ContainsFunc(targets, d.Known) {
			d.Texts = d.drawing()
			list = append(list, d.Place)
		}
	}
	return list
}

// drawing is what stands at the place: all that is drawn there, or else the sentences
// for which a copy is chosen.
func (d drawnStep) drawing() []string {
	if d.step.Screen == nil {
		return d.step.Unit()
	}
	return d.step.Screen.drawing()
}

// drawnAt finds a step by the name of the words on its drawing, or an earlier one. It is
// looked for in its own file first: a desk asks for many, one after the other.
func (p *Pack) drawnAt(target string) (drawnStep, bool) {
	if !IsScreen(target) {
		return drawnStep{}, false
	}
	steps := p.drawnInFile(ServiceOf(target))
	i := slices.IndexFunc(steps, func(d drawnStep) bool { return d.Target == target })
	if i < 0 {
		steps = p.drawnSteps()
		i = slices.IndexFunc(steps, func(d drawnStep) bool { return d.Known(target) })
	}
	if i < 0 {
		return drawnStep{}, false
	}
	return steps[i], true
}

var errNoDrawing = Errorf(CodeNotFound, "Hình này không còn trong bài. Mời về danh sách xem lại.")

// Drawn gives the step with that drawing as residents see it here, with words said
// otherwise; without a screen if none is drawn and none is copied. Error: CodeNotFound.
func (p *Pack) Drawn(target, say string) (Step, error) {
	d, there := p.drawnAt(target)
	if !there {
		return Step{}, errNoDrawing
	}
	st := d.step
	if st.Screen != nil {
		st.redraw(say)
	} else if base, said, fits := p.saidOn(d, say); fits && base != nil {
		st.draw(base.with(said))
	}
	st.Screen = st.Screen.of(d.system)
	return st, nil
}

// ScreensOf lists the drawings of a lesson whose words an office may change, and the
// steps to which one may come, in the order in which they are walked.
func (p *Pack) ScreensOf(key string) []Place {
	s, err := p.Service(key)
	if err != nil {
		return nil
	}
	steps, err := p.AllSteps(s)
	if err != nil {
		return nil
	}
	by := map[string]drawnStep{}
	for _, d := range p.drawnSteps() {
		by[d.Target] = d
	}
	var list []Place
	for _, st := range steps {
		d, there := by[ScreenOf(st.Target)]
		if delete(by, d.Target); there {
			d.Texts = d.drawing()
			list = append(list, d.Place)
		}
	}
	return list
}
