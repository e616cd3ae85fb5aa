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
	papers, short := false, false
	for _, answers := range s.Combinations() {
		w, err := p.pack.Walk(s, answers)
		if err != nil {
			return // reported where it stands
		}
		if len(w.Checklist) == 0 && !papers {
			papers = true
			c.add("checklist", "Ngõ cụt: trả lời %v thì không có giấy tờ nào.", "Thêm một mục cho trường hợp này, dù chỉ là: điện thoại của mình.", answers)
		}
		if n := len(w.Steps); n < MinGuideSteps && n > 0 && !short {
			short = true
			c.add("steps", "Ngõ cụt: trả lời %v thì bài chỉ có %d bước.", fmt.Sprintf("Mỗi đường đi cần từ %d bước.", MinGuideSteps), answers, n)
		}
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

// comesInPerson says whether a text sends people somewhere on foot.
func comesInPerson(text string) bool {
	return slices.ContainsFunc(syllables(text), func(s syllable) bool {
		return s.text == "tới" || s.text == "đến" || s.text == "ra" || s.text == "gặp"
	})
}
