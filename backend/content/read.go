package content

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// MaxFileSize is the largest file of a pack that is read, in bytes. The
// registry, the largest, is a fifth of it.
const MaxFileSize = 1 << 20

// position is a place in a file, counted from 1.
type position struct{ line, column int }

// reader decodes one YAML file into guide types. It does what the YAML
// library's own decoder cannot: go on after a mistake, so that the writer sees
// them all at once, and keep procedure codes such as 1.004190 as written.
type reader struct {
	problems  []Problem
	unread    bool                // the file as a whole could not be read
	braces    bool                // some text has a brace: it may name a figure
	positions map[string]position // by path, filled when not nil
	file      string
}

// read decodes data into the struct that into points at.
func (r *reader) read(data []byte, into any) {
	r.unread = true
	if len(data) > MaxFileSize {
		r.report(position{1, 1}, "Tệp lớn quá.", "Chia nhỏ tệp.")
		return
	}
	if strings.TrimSpace(string(data)) == "" {
		r.report(position{1, 1}, "Tệp trống.", "Viết nội dung, hoặc xóa tệp.")
		return
	}
	file, err := parse(data)
	if err != nil {
		pos, msg := syntaxError(err)
		r.report(pos, "Viết sai cú pháp YAML: "+msg+".", "Xem lại dấu hai chấm, thụt dòng, ngoặc kép.")
		return
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		r.report(position{1, 1}, "Mỗi tệp chỉ có một phần nội dung.", "Bỏ các dòng ---.")
		return
	}
	r.unread = false
	r.value(file.Docs[0].Body, reflect.ValueOf(into).Elem(), "")
}

// parse calls the YAML parser. A parser that panics on hostile input must not
// take the kiosk down.
func parse(data []byte) (f *ast.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("parser: %v", p)
		}
	}()
	return parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
}

func syntaxError(err error) (position, string) {
	type tokened interface{ GetToken() *token.Token }
	type messaged interface{ GetMessage() string }
	pos, msg := position{1, 1}, "không đọc được"
	if t, ok := err.(tokened); ok && t.GetToken() != nil && t.GetToken().Position != nil {
		p := t.GetToken().Position
		pos = position{p.Line, p.Column}
	}
	if m, ok := err.(messaged); ok {
		msg = m.GetMessage()
	}
	return pos, msg
}

func (r *reader) report(pos position, message, mend string) {
	r.problems = append(r.problems, Problem{File: r.file, Line: pos.line, Column: pos.column, Message: message, Mend: mend})
}

func (r *reader) bad(n ast.Node, mend, format string, args ...any) {
	r.report(where(n), fmt.Sprintf(format, args...), mend)
}

func where(n ast.Node) position {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return position{1, 1}
	}
	p := n.GetToken().Position
	return position{p.Line, p.Column}
}

// value decodes node n into v, which stands at path.
func (r *reader) value(n ast.Node, v reflect.Value, path string) {
	if r.positions != nil {
		r.positions[path] = where(n)
	}
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		r.bad(n, "Viết thẳng nội dung ra.", "Không dùng &, *, ! hoặc << ở đây.")
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(n, v.Elem(), path)
	case reflect.Struct:
		r.structure(n, v, path)
	case reflect.Map:
		r.mapping(n, v, path)
	case reflect.Slice:
		r.list(n, v, path)
	default:
		r.scalar(n, v)
	}
}

// pairs gives the pairs of a mapping; ok is false when n is none.
func (r *reader) pairs(n ast.Node) (list []*ast.MappingValueNode, ok bool) {
	switch m := n.(type) {
	case *ast.MappingNode:
		return m.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}, true
	}
	r.bad(n, "Viết thành các dòng tên: giá trị.", "Chỗ này phải là một nhóm mục.")
	return nil, false
}

// key gives the key of a pair, once; ok is false when it is unusable.
func (r *reader) key(p *ast.MappingValueNode, seen map[string]bool) (string, bool) {
	switch p.Key.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
	default:
		r.bad(p.Key, "Viết tên mục bằng chữ thường.", "Tên mục viết không đúng.")
		return "", false
	}
	key := p.Key.GetToken().Value
	if seen[key] {
		r.bad(p.Key, "Giữ lại một.", "Mục %q viết hai lần.", key)
		return "", false
	}
	seen[key] = true
	return key, true
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func (r *reader) structure(n ast.Node, v reflect.Value, path string) {
	pairs, ok := r.pairs(n)
	if !ok {
		return
	}
	fields := guide.FieldsOf(v.Type())
	seen := map[string]bool{}
	for _, p := range pairs {
		key, ok := r.key(p, seen)
		if !ok {
			continue
		}
		i, known := fields.Index[key]
		if !known {
			r.bad(p.Key, "Mục dùng được: "+strings.Join(fields.Names, ", ")+".", "Không có mục tên %q ở đây.", key)
			continue
		}
		r.value(p.Value, v.Field(i), join(path, key))
	}
}

func (r *reader) mapping(n ast.Node, v reflect.Value, path string) {
	pairs, ok := r.pairs(n)
	if !ok {
		return
	}
	if len(pairs) == 0 {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(pairs)))
	seen := make(map[string]bool, len(pairs))
	for _, p := range pairs {
		key, ok := r.key(p, seen)
		if !ok {
			continue
		}
		elem := reflect.New(v.Type().Elem()).Elem()
		r.value(p.Value, elem, join(path, key))
		v.SetMapIndex(reflect.ValueOf(key), elem)
	}
}

var anyOf = reflect.TypeFor[guide.AnyOf]()

func (r *reader) list(n ast.Node, v reflect.Value, path string) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		if v.Type() == anyOf { // a single answer may stand without brackets
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			r.scalar(n, v.Index(0))
			return
		}
		r.bad(n, "Viết mỗi dòng một mục, bắt đầu bằng gạch ngang.", "Chỗ này phải là một danh sách.")
		return
	}
	if len(seq.Values) == 0 {
		return // as if it was left out
	}
	v.Set(reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values)))
	for i, item := range seq.Values {
		r.value(item, v.Index(i), path+"["+strconv.Itoa(i)+"]")
	}
}

func (r *reader) scalar(n ast.Node, v reflect.Value) {
	var text string
	switch s := n.(type) {
	case *ast.StringNode:
		text = s.Value
	case *ast.LiteralNode:
		text = strings.TrimRight(s.Value.Value, "\n")
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		text = n.GetToken().Value
	case *ast.MappingNode:
		r.bad(n, "Câu bắt đầu bằng { thì đặt trong ngoặc kép; nếu không thì bỏ nhóm mục này.", "Chỗ này phải là một câu, không phải một nhóm mục.")
		return
	default:
		r.bad(n, "Điền vào, hoặc bỏ cả mục.", "Chỗ này trống hoặc không phải một giá trị đơn.")
		return
	}
	switch v.Kind() {
	case reflect.String:
		r.text(n, text)
		r.braces = r.braces || strings.ContainsAny(text, "{}")
		v.SetString(text)
	case reflect.Int:
		i, err := strconv.Atoi(text)
		if err != nil {
			r.bad(n, "Viết một số nguyên.", "%q không phải số nguyên.", text)
			return
		}
		v.SetInt(int64(i))
	case reflect.Bool:
		if text != "true" && text != "false" {
			r.bad(n, "Viết true hoặc false.", "%q không phải có hay không.", text)
			return
		}
		v.SetBool(text == "true")
	}
}

// text refuses what looks right on the screen and is not: letters in
// decomposed form draw with drifting marks, control characters hide things.
func (r *reader) text(n ast.Node, text string) {
	if !norm.NFC.IsNormalString(text) {
		r.bad(n, "Gõ lại câu này bằng bộ gõ Unicode dựng sẵn (NFC).", "Chữ có dấu bị tách rời.")
	}
	for _, c := range text {
		if hidden(c) {
			r.bad(n, "Xóa ký tự đó.", "Có ký tự ẩn U+%04X.", c)
			return
		}
	}
	if c, found := lookAlike(text); found {
		r.bad(n, "Gõ lại từ có chữ đó.", "Chữ %q (U+%04X) của tiếng khác, nhìn giống chữ ta.", c, c)
	}
}

// lookAlike finds a Cyrillic or Greek letter in a word that has Latin ones: it
// reads the same, and no search or comparison finds the word.
func lookAlike(text string) (rune, bool) {
	var foreign rune
	latin := false
	for _, c := range text {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsMark(c):
			foreign, latin = 0, false
		case c < 0x370 || unicode.Is(unicode.Latin, c):
			latin = true
		case unicode.In(c, unicode.Cyrillic, unicode.Greek):
			foreign = c
		}
		if foreign != 0 && latin {
			return foreign, true
		}
	}
	return 0, false
}

// hidden says whether a character shows nothing and may still change what is
// read: controls, marks of direction, spaces without width, the private-use
// area, where each typeface draws something else or nothing.
func hidden(c rune) bool {
	return c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0 || c == '\u00AD' || c == '\u2060' || c == '\uFEFF' ||
		c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 ||
		c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
}
