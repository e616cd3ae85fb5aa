package content

import (
	"fmt"
	"regexp"
)

// maxAlike is how many problems of one kind people are shown before the rest
// is counted: who reads the first ten knows what to do about all.
const maxAlike = 10

// named is what differs between messages of one kind: names and numbers.
var named = regexp.MustCompile(`“[^”]*”|\{[^{}]*\}|\d+`)

// Grouped gives problems as people are shown them: of each kind the first ten,
// and after the last of these how many more there are and in how many files.
func Grouped(list []Problem) []Problem {
	type group struct {
		last, count int // the last that is shown, by its index; how many there are
		more        map[string]bool
	}
	groups := map[string]*group{}
	for i, p := range list {
		kind := named.ReplaceAllString(p.Message, "")
		g := groups[kind]
		if g == nil {
			g = &group{more: map[string]bool{}}
			groups[kind] = g
		}
		if g.count++; g.count <= maxAlike {
			g.last = i
		} else {
			g.more[p.File] = true
		}
	}
	var shown []Problem
	for i, p := range list {
		g := groups[named.ReplaceAllString(p.Message, "")]
		if i <= g.last {
			shown = append(shown, p)
		}
		if i != g.last || g.count <= maxAlike {
			continue
		}
		rest := Problem{File: p.File, Message: fmt.Sprintf("Còn %s chỗ nữa giống như vậy", thousands(g.count-maxAlike)), Mend: "Sửa giống các chỗ trên; --json cho xem hết."}
		if n := len(g.more); n > 1 || !g.more[p.File] {
			rest.Message += fmt.Sprintf(", ở %s tệp", thousands(n))
		}
		rest.Message += "."
		shown = append(shown, rest)
	}
	return shown
}
