package guide

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"
)

// Most letters of what an office may write in the place of a sentence of the pack:
// what the pack's own longest have, and a little more, so that every screen holds it.
const (
	MostSaid = 90
	MostMore = 160
)

// Wording is what an office says in the place of the sentences of a step, or of a
// line of a checklist. Two people stand for it: who wrote it and who agreed.
type Wording struct {
	ID     int64  // the order in which they were agreed on, whatever the clock says
	Target string // lasting name of the step or line
	Say    string // what to do or to bring; "": from here on the pack's own sentences again
	More   string // why, or the note; "" none
	Source string // the paper that its numbers are taken from; "" there are none
	Dated  string // day of that paper, YYYY-MM-DD
	From   string // first day, YYYY-MM-DD; "" at once
	Words  string // digest of the sentences in whose place it was put
	Under  string // these sentences, a line each

	Author, Approver string
	Made             string // when it was agreed on, YYYY-MM-DD HH:MM by the office's clock
}

// begins is the day from which a wording goes before earlier ones.
func (w Wording) begins() string {
	return cmp.Or(w.From, w.Made[:min(len(w.Made), len(time.DateOnly))])
}

// InForce gives, of all that was ever agreed on, what holds on a day: at each place
// the one that begins last, and of two that begin together the later one. What was
// taken back takes everything before it along, also what was still to come.
func InForce(all []Wording, today string) []Wording {
	now := map[string]Wording{}
	ordered := slices.SortedFunc(slices.Values(all), func(a, b Wording) int { return cmp.Compare(a.ID, b.ID) })
	for _, w := range ordered {
		before, there := now[w.Target]
		switch {
		case w.Say == "":
			delete(now, w.Target)
		case w.From != "" && w.From > today:
		case !there || w.begins() >= before.begins():
			now[w.Target] = w
		}
	}
	return slices.SortedFunc(maps.Values(now), func(a, b Wording) int { return cmp.Compare(a.Target, b.Target) })
}

// LandWordings says where wordings belong in the pack, as [Pack.Land] does for notes:
// one whose sentences have changed under it is parked, and residents read the pack's.
func (p *Pack) LandWordings(list []Wording) (landed map[string]Wording, parked []Wording) {
	notes, by := make([]Note, 0, len(list)), make(map[string]Wording, len(list))
	for _, w := range list {
		notes = append(notes, Note{Target: w.Target, Shown: w.Say, Words: w.Words})
		by[w.Target] = w
	}
	stand, left := p.Land(notes)
	landed = make(map[string]Wording, len(stand))
	for target, n := range stand {
		landed[target] = by[n.Target]
	}
	for _, n := range left {
		parked = append(parked, by[n.Target])
	}
	return landed, parked
}

// reword puts landed wordings in their places. p is the caller's own copy; what its
// services and flows share with the pack is copied before it is changed.
func (p *Pack) reword(landed map[string]Wording) {
	p.Services, p.Flows, p.Sources = slices.Clone(p.Services), slices.Clone(p.Flows), slices.Clip(p.Sources)
	for target, w := range landed {
		source := ""
		if w.Source != "" {
			source = "xa " + target // no key of a pack has a space
			p.Sources = append(p.Sources, Source{Key: source, Title: w.Source, Date: w.Dated})
		}
		step := func(st *Step) { st.Say, st.Why, st.Source = w.Say, w.More, cmp.Or(source, st.Source) }
		file, id, _ := strings.Cut(target, "/")
		if key, flow := strings.CutPrefix(file, "flow "); flow {
			f := p.Flow(key)
			if f == nil {
				continue
			}
			if f.Brief != nil && f.Brief.ID == id {
				brief := *f.Brief
				step(&brief)
				f.Brief = &brief
			}
			f.Steps = changedAt(f.Steps, func(st *Step) bool { return st.ID == id }, step)
			continue
		}
		s, err := p.Service(file)
		if err != nil {
			continue
		}
		s.Steps = changedAt(s.Steps, func(st *Step) bool { return st.ID == id }, step)
		s.Checklist = changedAt(s.Checklist, func(i *Item) bool { return i.ID == id }, func(i *Item) {
			i.Say, i.Note, i.Source = w.Say, w.More, cmp.Or(source, i.Source)
		})
	}
}

// changedAt is a copy of a list in which the one that is meant is changed, or the
// list itself if it has none.
func changedAt[T any](list []T, meant func(*T) bool, change func(*T)) []T {
	for i := range list {
		if meant(&list[i]) {
			list = slices.Clone(list)
			change(&list[i])
			return list
		}
	}
	return list
}

// Flaw is something wrong with a wording that is written, and at which of its
// fields: say, more, source, dated, from.
type Flaw struct {
	Field   string
	Message string
	Mend    string
	Warning bool // an editor's advice; it keeps nobody from asking for a second pair of eyes
}

// ReadWording reads a wording as [Pack.Validate] and [Pack.Proofread] read the pack,
// and gives what they would find in it and not in what stands there now. today is
// the office's. Error: CodeNotFound (no step and no line has the name).
func (p *Pack) ReadWording(w Wording, today string) ([]Flaw, error) {
	place, err := p.Place(w.Target)
	if err != nil {
		return nil, err
	}
	if !place.Rewordable() {
		return nil, Errorf(CodeNotFound, "Chỗ này không sửa câu được. Mời ghi chú bên cạnh.")
	}
	flaws := w.flaws(place, today)
	own := *p
	own.reword(map[string]Wording{place.Target: w})
	r := &proofreader{pack: p, words: p.Plain.ready(), split: p.Speech.Splitter()}
	known := map[string]bool{}
	for _, problem := range r.place(p, place.Target) {
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

// place reads the step or line with that name in a pack.
func (r *proofreader) place(p *Pack, target string) []Problem {
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

// flaws are those of the wording by itself.
func (w Wording) flaws(place Place, today string) []Flaw {
	var list []Flaw
	add := func(field, message, mend string, args ...any) {
		list = append(list, Flaw{field, Sentence(message, args...), mend, false})
	}
	if w.Say == "" {
		add("say", "Câu đang trống.", "Mời ghi câu mới.")
	}
	for _, f := range []struct {
		field, text string
		most        int
	}{{"say", w.Say, MostSaid}, {"more", w.More, MostMore}, {"source", w.Source, maxName}} {
		if n := len([]rune(f.text)); n > f.most {
			add(f.field, "Chỗ này dài %d chữ cái, nhiều nhất là %d.", "Mời viết ngắn lại.", n, f.most)
		}
	}
	if w.Say != "" && w.Say+"\n"+w.More == strings.Join(place.Texts, "\n")+strings.Repeat("\n", 2-len(place.Texts)) {
		add("say", "Câu này đang giống hệt câu của tỉnh.", "Mời sửa chỗ cần sửa.")
	}
	before := stated(strings.Join(place.Texts, " "))
	fresh := slices.DeleteFunc(stated(w.Say+" "+w.More), func(number string) bool { return slices.Contains(before, number) })
	switch {
	case len(fresh) > 0 && w.Source == "":
		add("source", "Số %s lấy ở đâu?", "Mời ghi tên văn bản có số này.", fresh[0])
	case w.Source != "" && w.Dated == "":
		add("dated", "Văn bản này ngày nào?", "Mời ghi ngày của văn bản.")
	}
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

// WordingDraft is a wording while it is written.
type WordingDraft struct {
	Wording
	Sequence int64  // grows with every one that is kept, whatever the clock says; 0 nothing ever was
	Saved    string // YYYY-MM-DD HH:MM by the office's clock
	AuthorID int64  // who wrote last
	Asked    bool   // a second person is to read it
}
