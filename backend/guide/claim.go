package guide

import (
	"reflect"
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

// stated lists the numbers in a text for which [StatesNumber] says so, as written.
func stated(text string) []string {
	list := claims.FindAllString(text, -1)
	for i, number := range list {
		list[i] = strings.TrimFunc(number, func(r rune) bool { return !IsWordRune(r) && r != '%' })
	}
	return list
}

// texts checks every text that residents read in a service or a flow, without
// naming them: present where the type asks for it, not too long, sourced where
// it states a number. What stands in no line that can name a source rests on
// the sources of the whole; source is one of them, or "".
func (p *packChecker) texts(c *checker, v any, source string) {
	walk(v, visitor{
		line: func(*line) {}, // so that texts know theirs
		text: func(path []byte, text reflect.Value, f walkedField, in *line) {
			if f.drawn {
				return // the real screen's words: packChecker.screen
			}
			say, source := text.String(), source
			if in != nil {
				source = in.source.String()
			}
			switch {
			case say == "" && f.must:
				c.need(string(path), say)
			case len(say) > maxText: // bytes: seldom true, and then fits counts letters
				c.fits(string(path), say, maxText)
			}
			if source == "" && StatesNumber(say) {
				c.add(string(path), "Câu này có con số nhưng chưa ghi nguồn: %q.", "Thêm source, hoặc bỏ con số và viết: hỏi cán bộ.", clip(say, 80))
			}
		},
	})
}

// source checks that a named source exists.
func (p *packChecker) source(c *checker, path, key string) {
	if key != "" && !p.sources[key] {
		c.add(path, "Không có nguồn %q trong sources.yaml.", "Sửa tên nguồn, hoặc thêm nguồn vào sources.yaml.", clip(key, 40))
	}
}
