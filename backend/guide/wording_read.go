package guide

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// Flaw is something wrong with a wording that is written, and at which of its
// fields: say, more, source, dated, from; of a drawing the key of a text on it.
type Flaw struct {
	Field   string
	Message string
	Mend    string
	Warning bool // an editor's advice; it keeps nobody from asking for a second pair of eyes
}

// ReadWording reads a wording as [Pack.Validate] and [Pack.Proofread] read the pack,
// and gives what they would find in it and not in what stands there now. today is
// the office's, and beside is what else it has agreed on: what it arranges in a lesson
// has to hold together. Error: CodeNotFound (no step, no line and no number has the name).
func (p *Pack) ReadWording(w Wording, today string, beside ...Wording) ([]Flaw, error) {
	place, err := p.WordingPlace(w.Target)
	if err != nil {
		return nil, err
	}
	w.Target = place.Target
	switch {
	case IsOrder(place.Target):
		return p.readOrder(w, beside, today), nil
	case IsWhen(place.Target):
		return p.readWhen(w, beside, today), nil
	case IsScreen(place.Target):
		return p.readScreen(w, beside, today), nil
	case IsOwn(place.Target):
		return p.ownFlaws(w, today), nil
	}
	flaws := append(w.flawsBeside(place, MostSaid, MostMore, today), p.sourceFlaws(w)...)
	if IsFact(place.Target) {
		flaws = append(w.factFlaws(place, flaws), p.elsewhereStated(w, place)...)
	}
	before := p.drawnBeside(place.Target, beside)
	own := *before
	own.reword(map[string]Wording{place.Target: w})
	r := p.proofreader()
	known := map[string]bool{}
	for _, problem := range r.place(before, place.Target) {
		known[problem.Where.Path+problem.Message] = true
	}
	for _, problem := range r.place(&own, place.Target) {
		if known[problem.Where.Path+problem.Message] {
			continue
		}
		field := "say"
		if strings.HasSuffix(problem.Where.Path, "why") || strings.HasSuffix(problem.Where.Path, "note") {
			field = "more"
		}
		flaws = append(flaws, Flaw{field, problem.Message, problem.Mend, problem.Warning})
	}
	return flaws, nil
}

// drawnBeside gives the pack with what an office has agreed on for the drawing of a step,
// a copy or other words on it: a sentence says what to touch there.
func (p *Pack) drawnBeside(step string, beside []Wording) *Pack {
	if !slices.ContainsFunc(beside, func(w Wording) bool { return IsScreen(w.Target) }) {
		return p
	}
	d, drawn := p.drawnAt(ScreenOf(step))
	if !drawn {
		return p
	}
	landed, _ := p.LandWordings(slices.DeleteFunc(slices.Clone(beside), func(w Wording) bool { return !d.Known(w.Target) }))
	return p.reworded(landed)
}

// sourceFlaws are those of the name of a paper: it may not lead to a page that is not official.
func (p *Pack) sourceFlaws(w Wording) []Flaw {
	if host := p.Unofficial(w.Source); host != "" {
		return []Flaw{{Field: "source", Message: Sentence("Trang %q không có trong danh sách trang chính thức.", host), Mend: "Mời ghi tên văn bản."}}
	}
	return nil
}

// Unofficial is the first name of a page in a text that is not official, "" none.
func (p *Pack) Unofficial(text string) string {
	for _, host := range hostsIn(text) {
		if !p.official(host) {
			return clip(host, 60)
		}
	}
	return ""
}

// place reads the step, the line or the number with that name in a pack.
func (r *proofreader) place(p *Pack, target string) []Problem {
	if IsFact(target) {
		c := &checker{kind: "service", key: ServiceOf(target)}
		if s, err := p.Service(c.key); err == nil {
			r.texts(c, *s.claim(target))
		}
		return c.problems
	}
	file, id, _ := strings.Cut(target, "/")
	var steps []Step
	var items []Item
	if key, flow := strings.CutPrefix(file, "flow "); flow {
		if f := p.Flow(key); f != nil {
			steps = f.All()
		}
	} else if s, err := p.Service(file); err == nil {
		steps, items = s.Steps, s.Checklist
	}
	c := &checker{kind: "service", key: file}
	for _, st := range steps {
		if st.ID == id && st.Use == "" {
			r.texts(c, Step{Say: st.Say, Why: st.Why}) // the words of its picture stay
			r.steps(c, []Step{st})
		}
	}
	for _, item := range items {
		if item.ID == id {
			r.texts(c, item)
			needs(c, []Item{item})
		}
	}
	return c.problems
}

// flawsBeside are those of the wording by itself, beside what stands at its place.
func (w Wording) flawsBeside(place Place, mostSaid, mostMore int, today string) []Flaw {
	var list []Flaw
	add := func(field, message, mend string, args ...any) {
		list = append(list, Flaw{field, Sentence(message, args...), mend, false})
	}
	if w.Say == "" {
		add("say", "Chỗ này đang trống.", "Mời ghi vào.")
	} else if !strings.ContainsFunc(w.Say, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		add("say", "Chỗ này chưa có chữ nào.", "Mời ghi vào.")
	}
	for _, f := range []struct {
		field, text string
		most        int
	}{{"say", w.Say, mostSaid}, {"more", w.More, mostMore}, {"source", w.Source, maxName}} {
		if n := len([]rune(f.text)); n > f.most {
			add(f.field, "Chỗ này dài %d chữ cái, nhiều nhất là %d.", "Mời viết ngắn lại.", n, f.most)
		}
	}
	if w.Say != "" && len(place.Texts) > 0 && w.Say+"\n"+w.More == strings.Join(place.Texts, "\n")+strings.Repeat("\n", 2-len(place.Texts)) {
		add("say", "Câu này đang giống hệt câu của tỉnh.", "Mời sửa chỗ cần sửa.")
	}
	before := stated(strings.Join(place.Texts, " "))
	fresh := slices.DeleteFunc(stated(w.Say+" "+w.More), func(number string) bool { return slices.Contains(before, number) })
	switch {
	case IsFact(w.Target): // factFlaws asks for more
	case len(fresh) > 0 && w.Source == "":
		add("source", "Số %s lấy ở đâu?", "Mời ghi tên văn bản có số này.", fresh[0])
	case w.Source != "" && w.Dated == "":
		add("dated", "Văn bản này ngày nào?", "Mời ghi ngày của văn bản.")
	}
	return append(list, w.days(today)...)
}

// days are flaws of its two days.
func (w Wording) days(today string) []Flaw {
	var list []Flaw
	add := func(field, message, mend string) { list = append(list, Flaw{field, message, mend, false}) }
	for _, d := range []struct {
		field, day string
		wrong      bool
		say, mend  string
	}{
		{"dated", w.Dated, w.Dated > today, "Ngày của văn bản chưa tới.", "Mời xem lại ngày."},
		{"from", w.From, w.From <= today, "Ngày bắt đầu đã qua.", "Mời chọn ngày sau hôm nay, hoặc để trống: bắt đầu ngay."},
	} {
		if d.day == "" {
			continue
		}
		if _, err := time.Parse(time.DateOnly, d.day); err != nil {
			add(d.field, "Ngày này viết chưa đúng.", "Mời chọn lại ngày.")
		} else if d.wrong {
			add(d.field, d.say, d.mend)
		}
	}
	return list
}

// factFlaws adds what is wrong with a number of a service. It always has its paper
// with a day: people pay by it, and come by it.
func (w Wording) factFlaws(place Place, list []Flaw) []Flaw {
	add := func(field, message, mend string, args ...any) {
		list = append(list, Flaw{field, Sentence(message, args...), mend, false})
	}
	if place.Target == NumberOf(ServiceOf(place.Target), deadlineName) {
		if n := len([]rune(w.Say)); n > maxDeadline {
			add("say", "Chỗ này dài %d chữ cái, nhiều nhất là %d.", "Mời viết ngắn lại.", n, maxDeadline)
		}
		if w.More != "" {
			add("more", "Hạn làm đứng một dòng, không có lưu ý.", "Mời bỏ lưu ý này.")
		}
	}
	if OnlyAsks(w.Say) {
		add("say", "Câu này chỉ bảo hỏi cán bộ.", "Mời ghi số. Muốn bà con hỏi cán bộ thì chạm “Số này không còn đúng”.")
	}
	if w.Source == "" {
		add("source", "Số này lấy ở đâu?", "Mời ghi tên văn bản có số này.")
	}
	if w.Dated == "" {
		add("dated", "Văn bản này ngày nào?", "Mời ghi ngày của văn bản.")
	}
	return list
}

// elsewhereStated tells where else in its lesson a number still stands that another
// one is put in the place of: residents would read both.
func (p *Pack) elsewhereStated(w Wording, place Place) []Flaw {
	s, err := p.Service(ServiceOf(place.Target))
	if err != nil {
		return nil
	}
	rest := *s
	*rest.claim(place.Target) = nil
	now := stated(w.Say + " " + w.More)
	var list []Flaw
	for _, number := range stated(strings.Join(place.Texts, " ")) {
		if slices.Contains(now, number) {
			continue
		}
		for _, text := range Texts(&rest) {
			if slices.Contains(stated(text.Say), number) {
				list = append(list, Flaw{"say", Sentence("Bài này còn ghi %s ở chỗ khác: %q.", number, clip(text.Say, 80)), "Mời sửa cả chỗ ấy.", true})
				break
			}
		}
	}
	return list
}
