package guide

import (
	"fmt"
	"regexp"
	"strings"
)

// misset is a way of typing that a typesetter would not leave.
type misset struct {
	found *regexp.Regexp
	what  string // for a writer, with the place where what was found goes
	mend  string
}

var missets = []misset{
	{regexp.MustCompile(`"`), "Dấu ngoặc kép thẳng: %s", "Viết ngoặc cong: “Đăng nhập”."},
	{regexp.MustCompile(`'`), "Dấu nháy thẳng: %s", "Viết nháy cong: ’."},
	{regexp.MustCompile(`\.\.\.`), "Ba dấu chấm rời: %s", "Viết một dấu ba chấm: …, hoặc bỏ đi."},
	{regexp.MustCompile(` - `), "Gạch nối đứng giữa hai khoảng trắng: %s", "Viết gạch dài: –."},
	{regexp.MustCompile(`\d ?[xX] ?\d`), "Chữ x đứng làm dấu nhân: %s", "Viết dấu nhân: 4×6."},
	{regexp.MustCompile(`  |^ | $`), "Khoảng trắng thừa: %s", "Chỉ để một khoảng trắng giữa hai chữ."},
	{regexp.MustCompile(` [,.;:?!](?:[ ”’)]|$)`), "Khoảng trắng đứng trước dấu câu: %s", "Viết dấu câu liền sau chữ."},
	{regexp.MustCompile(`(?i)(?:o[áàảãạéèẻẽẹ]|(?:^|[^q])u[ýỳỷỹỵ])(?:\P{L}|$)`), "Dấu thanh đặt khác kiểu của cả máy: %s", "Đặt dấu trên chữ trước: hóa, họa, khỏe, thủy."},
}

// Misset is one thing in a text that is typed as on a typewriter.
type Misset struct{ Message, Mend string } // in Vietnamese, for a writer

// Missets lists what in a text is typed as on a typewriter, each kind once.
func Missets(text string) []Misset {
	var list []Misset
	for _, m := range missets {
		if at := m.found.FindStringIndex(text); at != nil {
			from := strings.LastIndexByte(text[:at[0]], ' ') + 1
			list = append(list, Misset{fmt.Sprintf(m.what, clip(text[from:], 40)), m.mend})
		}
	}
	return list
}

// typography reports what is typed as on a typewriter. It is a warning: what is
// said stays the same, and a pack that was written so goes on.
func typography(c *checker, path, text string) {
	for _, m := range Missets(text) {
		c.warn(path, "%s", m.Mend, m.Message)
	}
}

// elsewhere reads the texts that stand neither in a service nor in a flow.
// Sources are not among them: their titles are kept as they are written.
func (p *Pack) elsewhere() []Problem {
	var all []Problem
	for _, file := range []struct {
		kind, list string
		in         any
	}{
		{"pack", "", p.Info}, {"topics", "topics", p.Topics}, {"hosts", "hosts", p.Hosts}, {"figures", "figures", p.Figures}, {"speech", "", p.Speech},
	} {
		c := &checker{kind: file.kind}
		for _, t := range Texts(file.in) {
			typography(c, file.list+t.Path, t.Say)
		}
		all = append(all, c.problems...)
	}
	return all
}

// typed writes a text with the signs of a typewriter, so that texts which differ
// in nothing else are compared alike.
func typed(text string) string { return typewriter.Replace(text) }

var typewriter = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "…", "...", "–", "-", "×", "x")
