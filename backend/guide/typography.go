package guide

import (
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
	{regexp.MustCompile(`\d ?x ?\d`), "Chữ x đứng làm dấu nhân: %s", "Viết dấu nhân: 4×6."},
	{regexp.MustCompile(`  |^ | $`), "Khoảng trắng thừa: %s", "Chỉ để một khoảng trắng giữa hai chữ."},
	{regexp.MustCompile(` [,.;:?!](?: |$)`), "Khoảng trắng đứng trước dấu câu: %s", "Viết dấu câu liền sau chữ."},
}

// typography reports what is typed as on a typewriter. It is a warning: what is
// said stays the same, and a pack that was written so goes on.
func typography(c *checker, path, text string) {
	for _, m := range missets {
		if at := m.found.FindStringIndex(text); at != nil {
			from := strings.LastIndexByte(text[:at[0]], ' ') + 1
			c.warn(path, m.what, m.mend, clip(text[from:], 40))
		}
	}
}

// uncurled are quotation marks as a typewriter has them.
var uncurled = strings.NewReplacer("“", `"`, "”", `"`, "’", "'")
