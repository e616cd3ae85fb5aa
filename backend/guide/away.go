package guide

import (
	"slices"
	"strings"
)

// Away is one thing that an office has taken from residents, because it is not true
// there: a whole service, or one number of it.
type Away struct {
	Target string // key of a service, or the name of a number
	Words  string // of a number, digest of what the pack said when it was taken away
	Under  string // what residents read there: the service's title, the number's words
	Made   string // YYYY-MM-DD HH:MM by the office's clock; filled in when kept
	Who    string // of the office did it, "" where nobody is told apart
}

// Service says whether a whole service is away.
func (a Away) Service() bool { return !IsNumber(a.Target) }

// Takeable is what an office may take away under a name, as it stands in the pack.
// What is urgent is not: it tells people in danger whom to call, and a hidden one
// would leave the red tile of the home screen without help behind it. Errors:
// CodeNotFound, CodeInvalid.
func (p *Pack) Takeable(target string) (Away, error) {
	key, id, _ := apart(target)
	s, err := p.Service(key)
	if err != nil || s.Key != key || id != "" {
		return Away{}, Errorf(CodeNotFound, "Việc này không còn trong nội dung. Mời xem lại ở mục Cần xem lại.")
	}
	if s.Emergency != nil || key == p.First.Emergency {
		return Away{}, Errorf(CodeInvalid, "Việc gấp luôn để bà con thấy, nên không ẩn được.")
	}
	if !IsNumber(target) {
		return Away{Target: s.Key, Under: s.Title}, nil
	}
	for _, n := range s.numbers() {
		if n.target == target {
			return Away{Target: target, Words: UnitID(n.texts), Under: strings.Join(n.texts, " · ")}, nil
		}
	}
	return Away{}, Errorf(CodeNotFound, "Số này không còn trong bài. Mời xem lại ở mục Cần xem lại.")
}

// Holds says whether what was taken away is away in this pack: a service until
// somebody shows it again, a number as long as the pack says what it said then. A
// province that has changed the number has heard; its new word is for residents.
func (p *Pack) Holds(a Away) bool {
	now, err := p.Takeable(a.Target)
	return err == nil && now.Words == a.Words
}

// take takes away what holds. What leads into a hidden service leads to staff: an
// answer that sends people there first ([Walk.Blocked]), what one must have, what
// comes after the danger.
func (p *Pack) take(away []Away) {
	hidden, doubted := map[string]bool{}, map[string]bool{}
	for _, a := range away {
		if p.Holds(a) {
			(map[bool]map[string]bool{true: hidden, false: doubted})[a.Service()][a.Target] = true
		}
	}
	if len(hidden)+len(doubted) == 0 {
		return
	}
	all := p.Services
	p.Services, p.hidden = make([]Service, 0, len(all)), map[string]*Service{}
	for _, s := range all {
		for _, n := range s.numbers() {
			if doubted[n.target] {
				n.ask(&s)
			}
		}
		if e := s.Emergency; e != nil && hidden[e.Then] {
			alone := *e
			alone.Then = ""
			s.Emergency = &alone
		}
		if hidden[s.Key] {
			p.hidden[s.Key] = &s
		} else {
			p.Services = append(p.Services, s)
		}
	}
	p.Info.Ready = slices.Clone(p.Info.Ready)
	for i := range p.Info.Ready {
		if r := &p.Info.Ready[i]; hidden[r.First] {
			r.First, r.Missing = "", AskStaffFirst
		}
	}
}

// Hides says whether the office has hidden a service. No list and no search has it.
func (p *Pack) Hides(key string) bool {
	return p.hidden[key] != nil
}

// InSession finds a service as [Pack.Service] does, and a hidden one as well, by its
// key: who had it open before it was hidden goes on in it to the end. Nobody else
// gets the key. Error: CodeNotFound.
func (p *Pack) InSession(keyOrCode string) (*Service, error) {
	if s := p.hidden[keyOrCode]; s != nil {
		return s, nil
	}
	return p.Service(keyOrCode)
}

// ShownAll is what the office lays over the pack, but with every service shown.
func (l Local) ShownAll() Local {
	l.Away = slices.DeleteFunc(slices.Clone(l.Away), Away.Service)
	return l
}
