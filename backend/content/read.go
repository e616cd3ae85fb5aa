package content

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

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
	few       bool // one of many files: it has few keys
}

// read decodes data into the struct that into points at.
func (r *reader) read(data []byte, into any) {
	r.unread = true
	text, bad := plainText(data)
	if bad == nil && nothing(text) {
		bad = wholeFlaw("Tệp trống.", "Viết nội dung, hoặc xóa tệp.")
	}
	if bad == nil {
		bad = tooMuch(text)
	}
	if bad != nil {
		r.flawed(bad)
		return
	}
	text, odd := oddSpaces(text)
	for _, f := range odd {
		r.flawed(&f)
	}
	file, bad := parse(text, r.few)
	if bad != nil {
		r.flawed(bad)
		return
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		r.report(position{1, 1}, "Mỗi tệp chỉ có một phần nội dung.", "Bỏ các dòng ---.")
		return
	}
	r.unread = false
	r.value(file.Docs[0].Body, reflect.ValueOf(into).Elem(), "")
}

// nothing says whether a text has but comments and the line that begins a
// document: who puts # before every line has emptied the file.
func nothing(text []byte) bool {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' && string(line) != "---" {
			return false
		}
	}
	return true
}

// parse calls the YAML parser. A parser that panics on hostile input must not
// take the kiosk down.
func parse(text []byte, few bool) (f *ast.File, bad *flaw) {
	defer func() {
		if recover() != nil {
			f, bad = nil, syntaxFlaw(nil)
		}
	}()
	tokens := lexer.Tokenize(string(text))
	most := maxPairs
	if few {
		most = fewPairs
	}
	if bad := tooDeep(tokens, most); bad != nil {
		return nil, bad
	}
	f, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxFlaw(err)
	}
	return f, nil
}

// syntaxFlaw says in Vietnamese what the parser says in English.
func syntaxFlaw(err error) *flaw {
	type tokened interface{ GetToken() *token.Token }
	type messaged interface{ GetMessage() string }
	bad := &flaw{position{1, 1}, "Viết sai cú pháp YAML ở chỗ này.", "Xem lại dấu hai chấm, thụt dòng, ngoặc kép.", false}
	if t, ok := err.(tokened); ok {
		bad.at = placeOfToken(t.GetToken())
	}
	m, ok := err.(messaged)
	if !ok {
		return bad
	}
	for _, s := range []struct{ part, message, mend string }{
		{"'\t'", "thụt dòng bằng phím Tab", "Thay Tab bằng dấu cách."},
		{"tab character", "thụt dòng bằng phím Tab", "Thay Tab bằng dấu cách."},
		{"could not find end character", "ngoặc kép mở ra mà không đóng lại", "Thêm dấu ngoặc còn thiếu."},
		{"must be specified", "ngoặc mở ra mà không đóng lại", "Thêm dấu ngoặc còn thiếu."},
		{"not found", "ngoặc mở ra mà không đóng lại", "Thêm dấu ngoặc còn thiếu."},
		{"unexpected key name", "dòng này thiếu dấu hai chấm, hoặc thiếu dấu cách sau nó", "Viết tên, dấu hai chấm, dấu cách, rồi nội dung."},
		{"non-map value", "dòng này thiếu dấu hai chấm, hoặc thiếu dấu cách sau nó", "Viết tên, dấu hai chấm, dấu cách, rồi nội dung."},
		{"not allowed in this context", "nội dung đứng sai chỗ", "Câu có dấu hai chấm thì đặt trong ngoặc kép."},
	} {
		if strings.Contains(m.GetMessage(), s.part) {
			bad.message, bad.mend = "Viết sai cú pháp YAML: "+s.message+".", s.mend
			break
		}
	}
	return bad
}

func (r *reader) report(pos position, message, mend string) {
	r.problems = append(r.problems, Problem{File: r.file, Line: pos.line, Column: pos.column, Message: message, Mend: mend})
}

func (r *reader) bad(n ast.Node, mend, format string, args ...any) {
	r.report(where(n), guide.Sentence(format, args...), mend)
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
		r.text(p.Key, key)
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
	case *ast.SequenceNode:
		r.bad(n, "Viết một giá trị trên cùng dòng, không gạch đầu dòng.", "Chỗ này chỉ nhận một giá trị, không nhận danh sách.")
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
		switch {
		case c >= ' ' && c < 0x7f || c >= 0xC0 && c < 0x250 || c >= 0x1EA0 && c < 0x1F00: // nearly all there is
		case c == utf8.RuneError:
			r.bad(n, "Gõ lại chữ đó, rồi lưu lại bằng UTF-8.", "Có chữ đã hỏng, hiện ra là %q (U+%04X).", c, c)
			return
		case oddSpace(c):
			r.bad(n, "Xóa dấu cách đó, gõ lại bằng phím cách.", "Có dấu cách lạ U+%04X.", c)
			return
		case hidden(c):
			r.bad(n, "Xóa ký tự đó.", "Có ký tự ẩn U+%04X.", c)
			return
		}
	}
	if c, meant, found := lookAlike(text); found {
		mend := "Gõ lại từ có chữ đó bằng bộ gõ tiếng Việt."
		if meant != "" {
			mend = guide.Sentence("Có lẽ là %q. %s", meant, mend)
		}
		r.bad(n, mend, "Chữ %q (U+%04X) không phải chữ ta, chỉ nhìn giống.", c, c)
	}
}
