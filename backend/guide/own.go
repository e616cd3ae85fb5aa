package guide

import (
	"slices"
	"strconv"
	"strings"
)

// ownMark begins the key of a service that only this office has: no service of a
// pack may begin so.
const ownMark = "cua-xa-"

// MostOwn is how many services of its own an office may have: what a tile holds
// without a further page.
const MostOwn = 6

// What the program says of them: the title of their group under a tile, and why one
// comes to the office.
const (
	OwnGroup = "Việc riêng của xã"
	ownWhy   = "Việc riêng của xã ta, làm tại xã."
)

// Most letters of a service of the office's own: its name and what is to know of it.
const (
	MostOwnName = 60
	MostOwnTold = 160
)

// IsOwn says whether a name is that of a service of the office's own.
func IsOwn(target string) bool { return strings.HasPrefix(target, ownMark) }

// OwnTopic is the key of the tile under which a service of the office's own stands.
func OwnTopic(target string) string {
	topic, _, _ := cutLast(strings.TrimPrefix(target, ownMark), "-")
	return topic
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// FreeOwn is the first name for one more service of the office's own under a tile;
// taken are those that it has, or is writing. Errors: CodeNotFound (no such tile),
// CodeInvalid (there are [MostOwn] already).
func (p *Pack) FreeOwn(topic string, taken []string) (string, error) {
	if _, err := p.Topic(topic); err != nil {
		return "", err
	}
	taken = slices.DeleteFunc(slices.Clone(taken), func(t string) bool { return !IsOwn(t) })
	if len(taken) >= MostOwn {
		return "", Errorf(CodeInvalid, "Xã đã ghi đủ %d việc riêng. Mời bỏ bớt một việc trước.", MostOwn)
	}
	for n := 1; ; n++ {
		if target := ownMark + topic + "-" + strconv.Itoa(n); !slices.Contains(taken, target) {
			return target, nil
		}
	}
}

// RoomForOwn refuses a service of the office's own beside those that were agreed on: one
// too many, or another of the same name. What is still to come counts. Error: CodeInvalid.
func RoomForOwn(agreed []Wording, one Wording, today string) error {
	others := map[string]string{} // names that residents see, or will
	for _, day := range []string{today, endOfDays} {
		for _, w := range InForce(agreed, day) {
			if IsOwn(w.Target) && w.Target != one.Target {
				others[w.Target] = w.Say
			}
		}
	}
	for _, name := range others {
		if strings.EqualFold(name, one.Say) {
			return Errorf(CodeInvalid, "Xã đã ghi việc “%s” rồi. Mời sửa việc ấy.", name)
		}
	}
	if len(others) >= MostOwn {
		return Errorf(CodeInvalid, "Xã đã ghi đủ %d việc riêng. Mời bỏ bớt một việc trước.", MostOwn)
	}
	return nil
}

// endOfDays is a day after every day that may be written.
const endOfDays = "9999-12-31"

// OwnPlace is the place of a service of the office's own, at which nothing of the
// province's stands. Error: CodeNotFound (its tile is gone).
func (p *Pack) OwnPlace(target string) (Place, error) {
	topic := OwnTopic(target)
	number := strings.TrimPrefix(target, ownMark+topic+"-")
	if n, err := strconv.Atoi(number); !IsOwn(target) || err != nil || n < 1 || n > MostOwn || strconv.Itoa(n) != number {
		return Place{}, Errorf(CodeNotFound, "Không có việc này. Mời thêm lại ở màn hình của bà con.")
	}
	if _, err := p.Topic(topic); err != nil {
		return Place{}, Errorf(CodeNotFound, "Ô chứa việc này không còn. Mời thêm lại ở ô khác.")
	}
	return Place{Target: target}, nil
}

// Own lists the services of the office's own that residents see.
func (p *Pack) Own() []*Service {
	var list []*Service
	for i := range p.Services {
		if s := &p.Services[i]; IsOwn(s.Key) {
			list = append(list, s)
		}
	}
	return list
}

// service is what an office wrote as a service of its own: a name, and what is to
// know. There is no code and no lesson behind it; who comes
// asks at the desk.
func (w Wording) service(source string) Service {
	s := Service{
		Key: w.Target, Kind: KindTask, Title: w.Say, Topic: OwnTopic(w.Target), Order: 1, Summary: ownWhy,
		Sure: SureGeneral, Online: Online{Advice: AdviceOffice, Why: ownWhy},
	}
	if w.More != "" {
		s.Checklist = []Item{{ID: "can-co", Say: w.More, Source: source}}
	}
	if source != "" {
		s.Sources = []string{source}
	}
	if len(w.Made) >= len("2006-01-02") {
		s.Checked = w.Made[:len("2006-01-02")]
	}
	return s
}

// ownFlaws are those of a service of the office's own.
func (p *Pack) ownFlaws(w Wording, today string) []Flaw {
	list := append(w.flawsBeside(Place{Target: w.Target}, MostOwnName, MostOwnTold, today), p.sourceFlaws(w)...)
	r := p.proofreader()
	c := &checker{kind: "service", key: w.Target}
	r.texts(c, Service{Title: w.Say, Summary: w.More})
	for _, problem := range c.problems {
		field := "say"
		if strings.HasSuffix(problem.Where.Path, "summary") {
			field = "more"
		}
		list = append(list, Flaw{field, problem.Message, problem.Mend, problem.Warning})
	}
	if w.More == "" {
		list = append(list, Flaw{Field: "more", Message: "Chưa ghi bà con cần có gì.", Mend: "Mời ghi một, hai câu: cần giấy tờ gì, đến đâu."})
	}
	for i := range p.Services {
		if s := &p.Services[i]; strings.EqualFold(s.Title, w.Say) || strings.EqualFold(s.ShortTitle(), w.Say) {
			list = append(list, Flaw{Field: "say", Message: Sentence("Tỉnh đã có việc “%s”.", s.Title), Mend: "Mời ghi chú bên cạnh việc ấy."})
			break
		}
	}
	return list
}
