package guide

import (
	"slices"
	"strings"
)

// readCopy gives what is wrong with a copy: what [Pack.Validate] and [Pack.Proofread]
// would find at its step with that drawing, and find neither at the step as it is nor on
// the drawing where it stands.
func (p *Pack) readCopy(d drawnStep, w Wording, beside []Wording) []Flaw {
	flaw := func(message, mend string) []Flaw { return []Flaw{{"say", message, mend, false}} }
	from, there, fresh := p.chosen(d, w.Say)
	base, said, fits := p.saidOn(d, w.Say)
	switch {
	case w.Say == "":
		return flaw("Bước này chưa có hình.", "Mời chọn một hình để chép.")
	case !there:
		return flaw("Hình này không chép vào bước này được.", "Mời chọn hình khác.")
	case !fresh, !fits:
		return flaw("Tỉnh vừa đổi hình được chép.", "Mời chọn lại hình.")
	}
	var list []Flaw
	for _, t := range said {
		list = append(list, p.drawnFlaws(base, t)...)
	}
	before, after := p.arranging(w, beside)
	now, drawn := after.drawnAt(w.Target)
	was, _ := before.drawnAt(w.Target)
	if !drawn || now.step.Screen == nil {
		return list
	}
	known := slices.Concat(p.drawnProblems(was.step), p.drawnProblems(from.step))
	problems := p.drawnProblems(now.step)
	for i := range problems {
		if strings.HasPrefix(problems[i].Where.Path, "steps[") { // the sentence and the ring: nobody here draws
			problems[i].Mend = "Mời sửa chữ này, hoặc chọn hình khác."
		}
	}
	list = now.step.Screen.fresh(list, known, problems)
	if !before.endsAlike(after, w.Target) {
		return append(list, flaw("Có hình ở đây thì màn hình cuối của bài nói khác trước.", "Bước này phải để nguyên.")...)
	}
	return append(list, before.lessonFlaws(after, w.Target)...)
}

// lessonFlaws are what is wrong with a lesson in another pack and not in this one.
func (p *Pack) lessonFlaws(other *Pack, target string) (list []Flaw) {
	was, err := p.Service(ServiceOf(target))
	now, gone := other.Service(ServiceOf(target))
	if err != nil || gone != nil { // a shared step
		return nil
	}
	known := map[string]bool{}
	for _, problem := range p.serviceProblems(was) {
		known[problem.Message] = true
	}
	_, id, _ := apart(target)
	step := slices.IndexFunc(now.Steps, func(st Step) bool { return st.ID == id })
	for _, problem := range other.serviceProblems(now) {
		if !known[problem.Message] && !strings.HasPrefix(problem.Where.Path, at("steps", step, "")) { // the step itself is read at its texts
			list = append(list, Flaw{"say", now.inWords(problem.Message, nil), "Mời chọn hình khác.", problem.Warning})
		}
	}
	return list
}
