package guide

import (
	"slices"
	"strings"
)

// What stands where the office has taken a number away: in the place of an answer, of
// a deadline, which stands without a label, and of a whole sentence. And what is said
// where a hidden service would be the one to do first.
const (
	AskStaff      = "Hỏi cán bộ"
	AskDeadline   = "Hạn làm: hỏi cán bộ"
	AskStaffHere  = "Chỗ này mời ông bà hỏi cán bộ."
	AskStaffFirst = "Có việc phải làm trước việc này. Mời ông bà hỏi cán bộ."
)

// OnlyAsks says whether a statement has no more to it than whom to ask.
func OnlyAsks(say string) bool {
	return strings.HasPrefix(strings.ToLower(say), strings.ToLower(AskStaff)) && !strings.ContainsAny(say, "0123456789")
}

// NumberOf is the name of one of the four numbers of a service: fee, time, deadline,
// hotline.
func NumberOf(key, name string) string { return key + partMark + name }

// NumberIn is the name of a sentence with a number, which has no lasting name of its
// own: where it stands, and the digest of its words. Reworded it is another.
func NumberIn(key, list string, texts ...string) string {
	return key + partMark + list + "-" + UnitID(texts)
}

// number is what residents read as a fact of a service, and a source says.
type number struct {
	target string
	texts  []string
	ask    func(s *Service) // has a service of one's own say "ask staff" in its place
}

// claimOf is one of the four facts that a service has a place for, said or not.
type claimOf struct {
	name  string
	label string // as the page says it
	ask   string // stands there when it is taken away
	at    func(s *Service) **Claim
}

var claimsOf = []claimOf{
	{"fee", "Bao nhiêu tiền", AskStaff, func(s *Service) **Claim { return &s.Fee }},
	{"time", "Bao lâu", AskStaff, func(s *Service) **Claim { return &s.Time }},
	{deadlineName, "Hạn", AskDeadline, func(s *Service) **Claim { return &s.Deadline }},
	{"hotline", "Số điện thoại giúp đỡ", AskStaff, func(s *Service) **Claim { return &s.Hotline }},
}

// deadlineName is the fact that stands in one line, without a note.
const deadlineName = "deadline"

// claim is where a service keeps the fact with that name; nil: there is no such name.
func (s *Service) claim(target string) **Claim {
	for _, c := range claimsOf {
		if NumberOf(s.Key, c.name) == target {
			return c.at(s)
		}
	}
	return nil
}

// numbers lists the facts of a service that an office may take away alone.
func (s *Service) numbers() []number {
	var list []number
	for _, c := range claimsOf {
		if now := *c.at(s); now != nil && !OnlyAsks(now.Say) {
			list = append(list, number{NumberOf(s.Key, c.name), unit(now.Say, now.Note), func(s *Service) { *c.at(s) = &Claim{Say: c.ask, Away: true} }})
		}
	}
	for i, l := range s.Watch {
		if l.Source != "" {
			list = append(list, number{NumberIn(s.Key, "watch", l.Say), []string{l.Say}, func(s *Service) {
				s.Watch = slices.Clone(s.Watch)
				s.Watch[i] = Line{Say: AskStaffHere}
			}})
		}
	}
	for i, n := range s.Next {
		if n.Source != "" {
			list = append(list, number{NumberIn(s.Key, "next", n.Say), []string{n.Say}, func(s *Service) {
				s.Next = slices.Clone(s.Next)
				s.Next[i] = Next{Say: AskStaffHere, When: n.When}
			}})
		}
	}
	return list
}
