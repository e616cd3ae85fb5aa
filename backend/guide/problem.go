package guide

import "fmt"

// Problem is one thing wrong with a pack: where, what, and how to mend it. All
// sentences are Vietnamese, for the person who writes the content.
type Problem struct {
	Where   Where
	Message string
	Mend    string
	Warning bool // a warning is shown but does not stop the pack
}

// Where points at a value: which file it stands in and the path inside it.
type Where struct {
	Kind string // service, flow, topics, links, hosts, sources, figures, ids, pack, office
	Key  string // key of the service or flow, "" otherwise
	Path string // such as steps[2].screen.target
}

func (p Problem) String() string {
	return fmt.Sprintf("%s %s %s: %s %s", p.Where.Kind, p.Where.Key, p.Where.Path, p.Message, p.Mend)
}

// checker gathers the problems of one file.
type checker struct {
	kind, key string
	problems  []Problem
}

func (c *checker) add(path, message, mend string, args ...any) {
	c.problems = append(c.problems, Problem{
		Where:   Where{Kind: c.kind, Key: c.key, Path: path},
		Message: Sentence(message, args...), Mend: mend,
	})
}

func (c *checker) warn(path, message, mend string, args ...any) {
	c.add(path, message, mend, args...)
	c.problems[len(c.problems)-1].Warning = true
}

// need reports an empty text.
func (c *checker) need(path, text string) {
	if text == "" {
		c.add(path, "Còn thiếu mục này.", "Hãy điền vào.")
	}
}

// oneOf reports a value outside a closed list.
func (c *checker) oneOf(path, value string, allowed ...string) {
	for _, a := range allowed {
		if value == a {
			return
		}
	}
	c.add(path, "Giá trị %q không dùng được.", fmt.Sprintf("Chọn một trong: %v.", allowed), clip(value, 40))
}

// unique reports keys that stand twice.
func (c *checker) unique(path func(i int) string, keys []string) {
	first := map[string]int{}
	for i, k := range keys {
		if j, ok := first[k]; ok && k != "" {
			c.add(path(i), "Tên %q đã dùng ở mục thứ %d.", "Đặt tên khác.", clip(k, 40), j+1)
			continue
		}
		first[k] = i
	}
}
