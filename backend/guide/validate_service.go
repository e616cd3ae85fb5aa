package guide

import (
	"fmt"
	"slices"
)

func (p *packChecker) service(s *Service, codes map[string]string) []Problem {
	c := &checker{kind: "service", key: s.Key}
	c.keyed("key", s.Key)
	c.oneOf("kind", string(s.Kind), string(KindProcedure), string(KindApp), string(KindTask))
	p.identity(c, s, codes)
	p.texts(c, s, anyOf(s.Sources))
	if n := len([]rune(s.Title)); n > 60 {
		c.add("title", "Tên dài %d chữ, không vừa ô.", "Rút xuống còn 60 chữ.", n)
	}
	if n := len([]rune(s.Short)); n > MaxShort {
		c.add("short", "Tên ngắn dài %d chữ, không vừa thẻ.", fmt.Sprintf("Rút xuống còn %d chữ.", MaxShort), n)
	}
	c.short("decides", s.Decides, maxName)
	c.icon("icon", s.Icon)
	c.fits("official", s.Official, maxOfficial)
	for i, name := range s.Names {
		c.short(at("names", i, ""), name, maxName)
	}
	if s.Order < 1 || s.Order > 4 {
		c.add("order", "Thứ tự %d không dùng được.", "Ghi 1 (hằng ngày), 2 (hằng tuần), 3 (thỉnh thoảng) hoặc 4 (hiếm).", s.Order)
	}
	c.oneOf("online.advice", string(s.Online.Advice), string(AdviceOnline), string(AdviceOffice), string(AdviceEither), string(AdviceAsk))
	for _, f := range []struct {
		path  string
		claim *Claim
	}{{"fee", s.Fee}, {"time", s.Time}, {"deadline", s.Deadline}, {"hotline", s.Hotline}} {
		p.claim(c, f.path, f.claim)
	}
	if s.Deadline != nil {
		c.fits("deadline.say", s.Deadline.Say, maxDeadline)
	}
	for i, l := range s.Watch {
		p.source(c, at("watch", i, "source"), l.Source)
	}
	if s.System != "" && !p.pack.official(s.System) {
		c.add("system", "Trang %q không có trong hosts.yaml.", "Ghi trang ấy vào hosts.yaml với drawn: true và nguồn, hoặc bỏ system.", clip(s.System, 60))
	}
	p.serviceLinks(c, s)
	p.emergency(c, s)
	p.guide(c, s)
	c.day("checked", s.Checked)
	c.day("review_by", s.ReviewBy)
	if s.Checked != "" && s.ReviewBy != "" && s.ReviewBy <= s.Checked {
		c.add("review_by", "Ngày xem lại phải sau ngày đã xem.", "Sửa một trong hai ngày.")
	}
	if len(s.Sources) == 0 {
		c.add("sources", "Chưa ghi nguồn nào.", "Ghi ít nhất một nguồn trong sources.yaml.")
	}
	for i, src := range s.Sources {
		p.source(c, at("sources", i, ""), src)
	}
	return c.problems
}

// maxDeadline is the most letters of a deadline: it stands in one line.
const maxDeadline = 36

// anyOf is the first source of a service: a summary rests on them all.
func anyOf(sources []string) string {
	if len(sources) == 0 {
		return ""
	}
	return sources[0]
}

func (p *packChecker) identity(c *checker, s *Service, codes map[string]string) {
	procedure := s.Kind == KindProcedure
	if procedure && (len(s.Codes) == 0 || s.Official == "") {
		c.add("codes", "Thủ tục phải có mã và tên chính thức.", "Điền codes và official.")
	}
	if !procedure && len(s.Codes) > 0 {
		c.add("codes", "Chỉ thủ tục mới có mã.", "Bỏ codes.")
	}
	for i, code := range s.Codes {
		if !codeShape.MatchString(code) {
			c.add(at("codes", i, ""), "Mã thủ tục %q viết chưa đúng.", "Viết như 1.001193.", clip(code, 20))
		}
		if other, ok := codes[code]; ok {
			c.add(at("codes", i, ""), "Mã %s đã có ở dịch vụ %q.", "Mỗi mã chỉ ở một dịch vụ.", code, other)
		}
		codes[code] = s.Key
	}
	sure := []string{string(SureGeneral)}
	switch s.Kind {
	case KindProcedure:
		sure = []string{string(SureFull), string(SureRecord), string(SureNameOnly)}
	case KindApp:
		sure = []string{string(SureVerified), string(SureUnverified)}
	}
	c.oneOf("sure", string(s.Sure), sure...)
	for i, t := range append([]string{s.Topic}, s.Also...) {
		path := "topic"
		if i > 0 {
			path = at("also", i-1, "")
		}
		if !p.topics[t] {
			c.add(path, "Không có ô %q trong topics.yaml.", "Sửa tên ô.", clip(t, 40))
		}
	}
}

func (p *packChecker) serviceLinks(c *checker, s *Service) {
	for name, key := range s.Links {
		if !slices.Contains(LinkNames, name) {
			c.add("links."+name, "Tên liên kết %q không dùng được.", fmt.Sprintf("Chọn một trong: %v.", LinkNames), clip(name, 40))
		}
		if !p.links[key] {
			c.add("links."+name, "Không có địa chỉ %q trong links.yaml.", "Sửa tên, hoặc thêm địa chỉ vào links.yaml.", clip(key, 60))
		}
		p.usedLinks[key] = true
	}
	if s.Kind == KindProcedure && (s.Links[LinkPortal] == "" || s.Links[LinkSearch] == "") {
		c.add("links", "Thủ tục phải có liên kết portal và search.", "Thêm cả hai.")
	}
	if s.Kind == KindApp && s.Sure == SureUnverified && (s.Links[LinkAndroid] != "" || s.Links[LinkIOS] != "") {
		c.add("links", "Ứng dụng chưa xác minh thì không được có mã tải.", "Bỏ liên kết android, ios; kiosk sẽ bảo hỏi cán bộ.")
	}
	if s.Handoff != nil {
		c.fits("handoff.app", s.Handoff.App, maxHeading)
		if n := len(s.Handoff.Links); n > 2 {
			c.add("handoff.links", "Một màn hình chỉ hiện được hai mã, đang có %d.", "Bỏ bớt.", n)
		}
		if s.Handoff.App != "" && len(s.Handoff.Links) > 0 {
			c.add("handoff.links", "Đã ghi app là làm tiếp trong ứng dụng, nên không có mã nào để hiện.", "Bỏ links ở handoff, hoặc bỏ app.")
		}
		for i, name := range s.Handoff.Links {
			if s.Links[name] == "" {
				c.add(at("handoff.links", i, ""), "Dịch vụ không có liên kết %q.", "Sửa tên, hoặc thêm vào links.", clip(name, 40))
			}
		}
	}
}

func (p *packChecker) claim(c *checker, path string, claim *Claim) {
	if claim == nil {
		return
	}
	if claim.Source == "" {
		c.add(path+".source", "Con số chưa có nguồn.", "Ghi tên nguồn trong sources.yaml.")
	}
	p.source(c, path+".source", claim.Source)
}
