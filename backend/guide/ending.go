package guide

import "slices"

// Ending is what is left for a resident to do when a lesson has come to its end.
// Nothing that the kiosk shows or prints may say that more than this is done.
type Ending string

// The endings. A path on which people only read has none.
const (
	EndNone      Ending = ""
	EndFile      Ending = "file"      // nothing is filed: it goes on, on the phone
	EndDesk      Ending = "desk"      // it is done in person: of a procedure, nothing is filed
	EndAsk       Ending = "ask"       // nothing is filed: staff know how it is done
	EndPractised Ending = "practised" // nothing is to be filed: it was practised here, and is done on one's own phone
	EndUrgent    Ending = "urgent"    // a call is to be made at once
)

// EndingOf is how a walk ends; as long as a question is open, what holds for who
// has answered none. Error: CodeContent.
func (p *Pack) EndingOf(s *Service, w *Walk) (Ending, error) {
	if w.Ask == nil {
		return w.Ending(s), nil
	}
	return p.ForAll(s)
}

// ForAll is what paper for everybody says, and the window to who has answered
// nothing: that something is to be filed on the phone, if it is on any path, else
// in person; of a task only what is true of every path. Error: CodeContent.
func (p *Pack) ForAll(s *Service) (Ending, error) {
	endings, err := p.Endings(s)
	if err != nil {
		return EndNone, err
	}
	for _, e := range []Ending{EndFile, EndDesk, EndAsk} {
		if s.Kind == KindProcedure && slices.Contains(endings, e) {
			return e, nil
		}
	}
	if len(endings) == 1 {
		return endings[0], nil
	}
	return EndNone, nil
}

// Ending is how the walk of a service ends. As long as a question is open, it
// has no end of its own: [Pack.EndingOf].
func (w *Walk) Ending(s *Service) Ending {
	has := func(is func(WalkStep) bool) bool { return slices.ContainsFunc(w.Steps, is) }
	switch {
	case s.Emergency != nil:
		return EndUrgent
	case w.Ask != nil, w.Elsewhere():
		return EndNone
	case s.Kind == KindProcedure && !s.HasGuide():
		return s.unlearned()
	case s.Kind == KindProcedure && has(func(st WalkStep) bool { return st.Sends }):
		return EndFile
	case s.ShortLesson() && s.Online.Advice != AdviceOffice && !w.inPerson(): // nobody knows more than whom to ask
		return EndAsk
	case s.Kind == KindProcedure && has(func(st WalkStep) bool { return st.Off }):
		return EndDesk
	case s.Kind == KindProcedure:
		return EndNone
	case len(w.Calls()) > 0:
		return EndUrgent
	case has(func(st WalkStep) bool { return st.Goes }),
		s.Kind == KindTask && len(w.Steps) > 0 && !has(func(st WalkStep) bool { return !st.Off || st.Screen != nil }):
		return EndDesk
	case has(func(st WalkStep) bool { return st.Screen != nil }), s.Kind == KindApp:
		return EndPractised
	}
	return EndNone
}

// inPerson says whether the walk is a way to an office: nothing on it is done on
// the phone, and people asked for the desk or are sent on their way.
func (w *Walk) inPerson() bool {
	off := len(w.Steps) > 0 && !slices.ContainsFunc(w.Steps, func(st WalkStep) bool { return !st.Off })
	return off && (w.answers[factWay] == wayDesk || slices.ContainsFunc(w.Steps, func(st WalkStep) bool { return st.Goes || st.Scene == sceneWalk }))
}

// unlearned is how a procedure ends that has no lesson of its own.
func (s *Service) unlearned() Ending {
	switch s.Online.Advice {
	case AdviceOffice:
		return EndDesk
	case AdviceAsk:
		return EndAsk
	}
	return EndFile
}

// HandsOff says whether what the service says of the page that opens is meant for
// this walk: a service that can be done on the phone says how, and who comes in
// person would be sent to log in.
func (p *Pack) HandsOff(s *Service, w *Walk) bool {
	if w.Ending(s) != EndDesk {
		return true
	}
	endings, err := p.Endings(s)
	return err == nil && !slices.Contains(endings, EndFile) && !slices.Contains(endings, EndPractised)
}

// Calls are the steps of the walk that are calls to make at once.
func (w *Walk) Calls() []WalkStep {
	return w.marked(func(st WalkStep) bool { return st.Calls })
}

// Acts are the steps of the walk that the last screen says again, because they
// are what is left to do: calls to make at once, or else where one goes.
func (w *Walk) Acts(s *Service) []WalkStep {
	switch {
	case w.Ending(s) == EndUrgent:
		return w.Calls()
	case s.Kind != KindProcedure:
		return w.marked(func(st WalkStep) bool { return st.Goes })
	}
	return nil
}

func (w *Walk) marked(is func(WalkStep) bool) []WalkStep {
	var list []WalkStep
	for _, st := range w.Steps {
		if is(st) {
			list = append(list, st)
		}
	}
	return list
}

// Endings are all the ways in which a service can end, whatever is answered.
// Error: CodeContent.
func (p *Pack) Endings(s *Service) ([]Ending, error) {
	var all []Ending
	for _, answers := range s.Combinations() {
		w, err := p.Walk(s, answers)
		if err != nil {
			return nil, err
		}
		if e := w.Ending(s); !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	return all, nil
}

// nowhere reports a procedure on one of whose paths nothing is sent and nobody
// is met: the last screen could not say where it is filed. Where another path
// sends, such a path is one on which people only read.
func (p *packChecker) nowhere(c *checker, s *Service) {
	if steps, err := p.pack.AllSteps(s); err == nil && s.Kind == KindProcedure && len((&Walk{Steps: steps}).Calls()) > 0 {
		c.add("steps", "Thủ tục không kết thúc bằng cuộc gọi khẩn.", "Bỏ calls; chỉ việc và ứng dụng mới ghi calls: true.")
	}
	if s.Kind != KindProcedure {
		p.aimless(c, s)
		return
	}
	endings, err := p.pack.Endings(s)
	if err == nil && slices.Contains(endings, EndNone) && !slices.Contains(endings, EndFile) {
		c.warn("steps", "Có cách trả lời không rõ việc nộp ở đâu.", "Ghi sends: true ở bước gửi, hoặc off: true ở bước làm tại quầy.")
	}
}

// aimless reports a way through an app or a task on which nothing is touched and
// nobody is called, and no step is marked as the one that says where to go: the
// last screen could say no more than that it is over.
func (p *packChecker) aimless(c *checker, s *Service) {
	if s.Emergency != nil {
		return
	}
	for _, answers := range s.Combinations() {
		w, err := p.pack.Walk(s, answers)
		if err != nil {
			return // reported where it stands
		}
		if len(w.marked(func(st WalkStep) bool { return st.Screen != nil || st.Calls || st.Goes })) == 0 {
			c.warn("steps", "Trả lời %v thì màn hình cuối không biết mời đi đâu.", "Ghi goes: true ở bước off nói phải tới đâu, gặp ai; việc gấp thì calls: true ở bước gọi.", answers)
			return // the mend is the same for all
		}
	}
}
