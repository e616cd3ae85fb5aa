package guide

import (
	"fmt"
	"slices"
)

// deadEnds walks every combination of answers a resident can give and reports
// those that leave them standing: no papers named, no real lesson, or nowhere
// to go on. It reports one combination of each kind; the mend is the same.
func (p *packChecker) deadEnds(c *checker, s *Service) {
	if s.Handoff == nil || len(s.Checklist) == 0 {
		return // reported as a whole
	}
	papers, short, long, longest := false, false, false, 0
	for _, answers := range s.Combinations() {
		w, err := p.pack.Walk(s, answers)
		if err != nil {
			return // reported where it stands
		}
		if len(w.Checklist) == 0 && !papers {
			papers = true
			c.add("checklist", "Ngõ cụt: trả lời %v thì không có giấy tờ nào.", "Thêm một mục cho trường hợp này, dù chỉ là: điện thoại của mình.", answers)
		}
		n := len(w.Steps)
		longest = max(longest, n)
		if n < MinWaySteps && n > 0 && !short {
			short = true
			c.add("steps", "Ngõ cụt: trả lời %v thì bài chỉ có %d bước.", fmt.Sprintf("Mỗi đường đi cần từ %d bước.", MinWaySteps), answers, n)
		}
		if most := s.mostSteps(); n > most && !long {
			long = true
			c.add("steps", "Trả lời %v thì bài có %d bước, dài quá.", fmt.Sprintf("Nhiều nhất %d bước. Phần nhiều bài giống nhau là đoạn dùng chung, có brief.", most), answers, n)
		}
	}
	if least := s.leastSteps(); longest < least && longest > 0 {
		c.add("steps", "Đường dài nhất của bài có %d bước.", fmt.Sprintf("Một bài cần từ %d bước.", least), longest)
	}
	links := s.HandoffLinks()
	reaches := slices.ContainsFunc(links, func(name string) bool { return p.links[s.Links[name]] })
	if !reaches && s.InApp() == "" && !(s.Online.Advice == AdviceOffice && comesInPerson(s.Handoff.Say)) {
		c.add("handoff.links", "Ngõ cụt: bài không dẫn tới trang nào, cũng không mời tới quầy.", "Thêm liên kết; hoặc ghi advice: office và trong say mời tới nơi nào.")
	}
	for _, name := range links {
		if link, err := p.pack.Link(s.Links[name]); err == nil && link.State == LinkBroken {
			c.warn("handoff.links", "Bài dẫn tới địa chỉ %q mà có người thử thấy hỏng.", "Sửa địa chỉ trong links.yaml.", link.Key)
		}
	}
}

// mostSteps is how many steps a way of a lesson has at most. A procedure's lesson
// shows what is its own; apps and tasks teach what nobody else does.
func (s *Service) mostSteps() int {
	switch {
	case s.ShortLesson():
		return MaxShortSteps
	case s.Kind == KindProcedure:
		return MaxOwnSteps
	}
	return maxWalk
}

// comesInPerson says whether a text sends people somewhere on foot.
func comesInPerson(text string) bool {
	return slices.ContainsFunc(syllables(text), func(s syllable) bool {
		return s.text == "tới" || s.text == "đến" || s.text == "ra" || s.text == "gặp"
	})
}
