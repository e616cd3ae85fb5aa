package content

import (
	"bytes"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// Assigned is a file of a pack with ids for all that had none.
type Assigned struct {
	Name string // path in the pack
	Data []byte // its new text
	New  int    // ids that were written into it
}

// AssignIDs gives an id to every step, line and act of a pack that has none, and
// gives the files that change. Nothing else of a file changes: neither comments
// nor layout, and no id that is there. Files that cannot be mended so are named,
// and are not among the files.
func AssignIDs(fsys fs.FS) (files []Assigned, problems []Problem) {
	_, before := idsPart(fsys)
	used := map[string]bool{} // full ids that are not to be given again
	for _, id := range before.Gone {
		used[id] = true
	}
	report := &Report{}
	var parts []*part
	folder(fsys, "services", "service", report, &parts, func() any { return &guide.Service{} })
	folder(fsys, "flows", "flow", report, &parts, func() any { return &guide.Flow{} })
	readAll(fsys, parts)
	pack := &guide.Pack{}
	for _, p := range parts {
		if s, ok := p.into.(*guide.Service); ok {
			pack.Services = append(pack.Services, *s)
		} else {
			pack.Flows = append(pack.Flows, *p.into.(*guide.Flow))
		}
		report.Errors = append(report.Errors, p.r.problems...)
	}
	for _, named := range pack.Names() {
		used[named.ID] = true
		for _, w := range named.Was {
			used[w] = true
		}
	}
	for _, p := range parts {
		if p.r.unread {
			continue
		}
		key := strings.TrimSuffix(path.Base(p.name), ".yaml")
		data, n, ok := assign(p, func(id string) bool {
			full := guide.FullID(p.kind == "flow", key, id)
			if used[full] {
				return false
			}
			used[full] = true
			return true
		})
		if !ok {
			report.Errors = append(report.Errors, Problem{File: p.name, Line: 1, Column: 1, whole: true,
				Message: "Máy không tự ghi id vào tệp này được.", Mend: "Ghi id bằng tay, ngay dưới mỗi dòng say."})
			continue
		}
		if n > 0 {
			files = append(files, Assigned{p.name, data, n})
		}
	}
	report.sort()
	return files, report.Errors
}

// place is where an id is to be written.
type place struct {
	line   int // counted from 0: before what stands there
	column int // in letters; -1: a line of its own
	text   string
}

// assign writes ids into the text of a file. take says whether an id is still
// free, and takes it. ok is false when the text with its ids would not be read as
// the same file with ids.
func assign(p *part, take func(id string) bool) (data []byte, n int, ok bool) {
	text, bad := plainText(p.data)
	if bad != nil {
		return nil, 0, false
	}
	file, bad := parse(text, true)
	if bad != nil || len(file.Docs) != 1 {
		return nil, 0, false
	}
	lines := bytes.Split(p.data, []byte("\n"))
	end := ""
	if bytes.Contains(p.data, []byte("\r\n")) {
		end = "\r"
	}
	var places []place
	for _, m := range unnamed(file.Docs[0].Body) {
		key, say := where(m.say.Key), m.say.Value.GetToken().Value
		if literal, is := m.say.Value.(*ast.LiteralNode); is {
			say = literal.Value.Value
		}
		line, column := key.line-1, key.column-1
		if line < 0 || line >= len(lines) || column < 0 {
			return nil, 0, false
		}
		id := newID(say, take)
		if id == "" {
			return nil, 0, false
		}
		if m.flow {
			places = append(places, place{line, column, "id: " + id + ", "})
			continue
		}
		for line++; line < len(lines) && continues(lines[line:], column); line++ {
		}
		places = append(places, place{line, -1, strings.Repeat(" ", column) + "id: " + id + end})
	}
	if len(places) == 0 {
		return p.data, 0, true
	}
	slices.SortStableFunc(places, func(a, b place) int { // from the end: what is written moves nothing before it
		if a.line != b.line {
			return b.line - a.line
		}
		return b.column - a.column
	})
	for _, at := range places {
		if at.column < 0 {
			if at.line == len(lines) { // the file ends without a line end
				lines[at.line-1] = append(bytes.Clone(lines[at.line-1]), end...)
				at.text = strings.TrimSuffix(at.text, "\r")
			}
			lines = slices.Insert(lines, at.line, []byte(at.text))
			continue
		}
		letters := []rune(string(lines[at.line]))
		if at.column > len(letters) {
			return nil, 0, false
		}
		lines[at.line] = []byte(string(letters[:at.column]) + at.text + string(letters[at.column:]))
	}
	data = bytes.Join(lines, []byte("\n"))
	return data, len(places), sameButIDs(p, data)
}

// continues says whether the first line still belongs to a text that began in a
// line before it, under a key at column, counted from 0: it stands further to the
// right, or is empty with such a line below.
func continues(lines [][]byte, column int) bool {
	for _, line := range lines {
		line = bytes.TrimRight(line, " \r")
		if len(line) == 0 {
			continue
		}
		return len(line)-len(bytes.TrimLeft(line, " ")) > column
	}
	return false
}

// sameButIDs says whether data reads as the file of p in which everything has an
// id, and as nothing else.
func sameButIDs(p *part, data []byte) bool {
	again := newLike(p.into)
	r := reader{file: p.name, few: true}
	r.read(data, again)
	if r.unread || len(r.problems) != len(p.r.problems) {
		return false
	}
	old, now := clearIDs(p.into), clearIDs(again)
	whole := true
	for _, named := range packOf(again).Names() {
		whole = whole && named.ID != ""
	}
	return whole && reflect.DeepEqual(old, now)
}

func packOf(file any) *guide.Pack {
	switch f := file.(type) {
	case *guide.Service:
		return &guide.Pack{Services: []guide.Service{*f}}
	case *guide.Flow:
		return &guide.Pack{Flows: []guide.Flow{*f}}
	}
	return &guide.Pack{}
}

// clearIDs is a copy of a service or flow without ids.
func clearIDs(file any) any {
	steps := func(list []guide.Step) []guide.Step {
		list = slices.Clone(list)
		for i := range list {
			list[i].ID = ""
		}
		return list
	}
	switch f := file.(type) {
	case *guide.Service:
		s := *f
		s.Steps, s.Checklist = steps(s.Steps), slices.Clone(s.Checklist)
		for i := range s.Checklist {
			s.Checklist[i].ID = ""
		}
		if s.Emergency != nil {
			e := *s.Emergency
			e.Acts = slices.Clone(e.Acts)
			for i := range e.Acts {
				e.Acts[i].ID = ""
			}
			s.Emergency = &e
		}
		return s
	case *guide.Flow:
		fl := *f
		fl.Steps = steps(fl.Steps)
		if fl.Brief != nil {
			fl.Brief = &steps([]guide.Step{*fl.Brief})[0]
		}
		return fl
	}
	return nil
}

// sayer is a step, line or act without an id: its pair with what is said.
type sayer struct {
	say  *ast.MappingValueNode
	flow bool // written in braces
}

// unnamed finds what has to have an id and has none.
func unnamed(body ast.Node) []sayer {
	var list []sayer
	one := func(n ast.Node) {
		var said *ast.MappingValueNode
		for _, p := range pairsOf(n) {
			switch p.Key.GetToken().Value {
			case "id", "use":
				return
			case "say":
				said = p
			}
		}
		if said != nil {
			m, is := n.(*ast.MappingNode)
			list = append(list, sayer{said, is && m.IsFlowStyle})
		}
	}
	each := func(n ast.Node) {
		if seq, ok := n.(*ast.SequenceNode); ok {
			for _, v := range seq.Values {
				one(v)
			}
		}
	}
	for _, p := range pairsOf(body) {
		switch p.Key.GetToken().Value {
		case "steps", "checklist":
			each(p.Value)
		case "brief":
			one(p.Value)
		case "emergency":
			for _, q := range pairsOf(p.Value) {
				if q.Key.GetToken().Value == "acts" {
					each(q.Value)
				}
			}
		}
	}
	return list
}

func pairsOf(n ast.Node) []*ast.MappingValueNode {
	list, _ := (&reader{}).pairs(n)
	return list
}

// Bounds of an id that is made from a sentence.
const (
	idWords = 5  // usual words
	idWhole = 7  // a sentence of so many words or fewer is taken whole
	idMost  = 36 // letters; a number may follow
)

// newID makes an id of the first words of a sentence, of more where fewer are
// taken; "" when the sentence has none.
func newID(say string, take func(id string) bool) string {
	words := strings.FieldsFunc(plainLetters(say), func(c rune) bool { return c < '0' || c > '9' && c < 'a' || c > 'z' })
	id, usual := "", idWords
	if len(words) <= idWhole {
		usual = len(words)
	}
	for i, word := range words {
		longer := strings.TrimPrefix(id+"-"+word, "-")
		if len(longer) > idMost {
			break
		}
		id = longer
		if i+1 >= usual && strings.Trim(id, "0123456789-") != "" && take(id) {
			return id
		}
	}
	if id == "" {
		return ""
	}
	if strings.Trim(id, "0123456789-") == "" { // no word, or none that is short enough
		id = "so-" + id
	}
	if take(id) {
		return id
	}
	for n := 2; n < 1000; n++ {
		if try := id + "-" + strconv.Itoa(n); take(try) {
			return try
		}
	}
	return ""
}

// plainLetters is a text in lower case without marks, and without figures in
// braces.
func plainLetters(text string) string {
	var b strings.Builder
	brace := false
	for _, c := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case c == '{' || c == '}':
			brace = c == '{'
			b.WriteByte(' ')
		case brace || unicode.Is(unicode.Mn, c):
		case c == 'đ':
			b.WriteByte('d')
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
