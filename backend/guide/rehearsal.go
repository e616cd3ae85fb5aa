package guide

import "slices"

// Fillable says whether a touch puts something into the part: a value, dots, a
// tick, a photo.
func (p Part) Fillable() bool {
	switch p.Kind() {
	case PartField, PartCheck, PartChoice, PartPhoto, PartScan:
		return true
	}
	return false
}

// Touches lists what a finger does on the screen in a rehearsal, in order, as
// indices of Show. As on the real phone, ticks and secrets come before the
// button that needs them, and the main button after what was filled in. Empty:
// the screen has no target.
func (s Screen) Touches() []int {
	target := s.TargetIndex()
	if target < 0 {
		return nil
	}
	filling := s.Show[target].Fillable()
	var touches []int
	for i, part := range s.Show {
		if i > target && !filling {
			break
		}
		if i == target || part.Secret != "" || (part.Check != "" && part.On) {
			touches = append(touches, i)
		}
	}
	main := slices.IndexFunc(s.Show, func(p Part) bool { return p.Main })
	if filling && main >= 0 && !slices.Contains(touches, main) {
		touches = append(touches, main)
	}
	return touches
}

// Touchable says whether a step can be done on the drawn phone.
func (st Step) Touchable() bool { return st.Screen != nil && len(st.Screen.Touches()) > 0 }

// Scans says whether the step opens a page by the service's code: window and
// paper then say where that code is.
func (st Step) Scans() bool {
	return st.Screen != nil && st.Screen.On == SurfaceCamera &&
		slices.ContainsFunc(st.Screen.Show, func(p Part) bool { return p.Kind() == PartScan })
}

// MostAside is the largest share, in percent, of steps away from the phone
// that still makes a rehearsal.
const MostAside = 40

// rehearsal checks that a lesson declared as a rehearsal is one on every path that
// is done on the phone: enough steps to touch, and nothing that cannot fill
// itself. A way to the desk has nothing to touch.
func (p *packChecker) rehearsal(c *checker, s *Service) {
	if !s.Rehearse {
		return
	}
	practised := false
	for _, answers := range s.Combinations() {
		steps, err := p.pack.expand(s.Steps, answers, "", nil)
		if err != nil {
			return // the dangling or circular use is reported where it stands
		}
		touchable := 0
		for _, st := range steps {
			if st.Touchable() {
				touchable++
			}
		}
		if touchable*2 < len(steps) {
			continue
		}
		practised = true
		if touchable < MinGuideSteps || (len(steps)-touchable)*100 > len(steps)*MostAside {
			c.add("rehearse", "Có cách trả lời chỉ tập được %d trên %d bước: %v.", "Thêm hình cho các bước, hoặc bỏ rehearse.", touchable, len(steps), answers)
			return
		}
	}
	if !practised {
		c.add("rehearse", "Bài không có cách nào làm trên điện thoại để tập.", "Thêm hình cho các bước, hoặc bỏ rehearse.")
	}
	all, err := p.pack.AllSteps(s)
	if err != nil {
		return
	}
	for _, st := range all {
		if st.Screen == nil {
			continue
		}
		if !st.Touchable() {
			c.add("rehearse", "Bước %q có hình mà không có chỗ chạm.", "Đặt target cho hình.", clip(st.Say, 60))
		}
		for _, i := range st.Screen.Touches() {
			if part := st.Screen.Show[i]; part.Kind() == PartField && part.Secret == "" && part.Value == "" {
				c.add("rehearse", "Ô %q ở bước %q không có gì để tự điền.", "Ghi value là một giá trị bịa.", clip(part.Field, 40), clip(st.Say, 60))
			}
		}
	}
}
