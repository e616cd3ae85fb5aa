package guide

import (
	"regexp"
	"strings"
)

// A number with one of these units, or a number that reads like a phone
// number, is a claim about the world and needs a source. Small counts of
// letters, digits and screens ("6 số", "bước 3") are not.
var claims = regexp.MustCompile(`(?i)` +
	`\d[\d.,]*\s*(đồng|đ|nghìn|triệu|tỷ|%|ngày|giờ|tuần|tháng|năm|tuổi|phần trăm|km|m2)($|[^\p{L}\d])` +
	`|(^|[^\p{L}\d./-])(1[89]00[ .]?\d{4}|1[89]00[ .]?\d{2}[ .]?\d{2}[ .]?\d{2}|0\d{9}|1\d\d|5656)($|[^\p{L}\d/-])`)

// StatesNumber says whether a text states an amount, a deadline, an age, a
// share or a phone number.
func StatesNumber(text string) bool {
	// The pattern is slow, and most sentences have no digit: every start of the kiosk reads them all.
	return strings.ContainsAny(text, "0123456789") && claims.MatchString(text)
}

// sentence checks one text: present if must, sourced if it states a number.
func (p *packChecker) sentence(c *checker, path, text, source string, must bool) {
	if text == "" {
		if must {
			c.need(path, text)
		}
		return
	}
	c.fits(path, text, maxText)
	if StatesNumber(text) && source == "" {
		c.add(path, "Câu này có con số nhưng chưa ghi nguồn: %q.", "Thêm source, hoặc bỏ con số và viết: hỏi cán bộ.", clip(text, 80))
	}
}

// source checks that a named source exists.
func (p *packChecker) source(c *checker, path, key string) {
	if key != "" && !p.sources[key] {
		c.add(path, "Không có nguồn %q trong sources.yaml.", "Sửa tên nguồn, hoặc thêm nguồn vào sources.yaml.", clip(key, 40))
	}
}
