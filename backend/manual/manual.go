// Package manual reads the manual for the office's staff: chapters in Markdown
// with pictures, which the repository, the window and paper show alike.
//
// Of Markdown it takes what a page for somebody in a hurry needs: headings,
// paragraphs, lists of one level, pictures, and bold for what stands on the
// screen. All else is refused, so that nothing is lost between the three.
package manual

import (
	"bytes"
	"fmt"
	"image/png"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"tungbuoc/backend/guide"
	huongdan "tungbuoc/docs/huong-dan"
)

// Files are the chapters and pictures of the program's own manual.
func Files() fs.FS { return huongdan.Files }

// Own is the program's own manual.
var Own = sync.OnceValues(func() ([]guide.ManualChapter, error) { return Read(Files()) })

// Some gives one chapter of a manual, or all of them for "". Error: CodeNotFound.
func Some(all []guide.ManualChapter, name string) ([]guide.ManualChapter, error) {
	if name == "" {
		return all, nil
	}
	at := slices.IndexFunc(all, func(c guide.ManualChapter) bool { return c.Name == name })
	if at < 0 {
		return nil, guide.Errorf(guide.CodeNotFound, "Sách hướng dẫn không có chương này. Mời chọn lại trong mục lục.")
	}
	return all[at : at+1], nil
}

// Pictures serves the pictures of the program's own manual to the window, and
// hands everything else on.
func Pictures(next http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /manual/hinh/", http.StripPrefix("/manual/", http.FileServerFS(Files())))
	mux.Handle("/", next)
	return mux
}

// Read reads a manual: the chapters NN-name.md in the order of their numbers.
// Error: CodeContent, with the file and what is wrong in it.
func Read(files fs.FS) ([]guide.ManualChapter, error) {
	names, err := fs.Glob(files, "[0-9]*.md")
	if err != nil || len(names) == 0 {
		return nil, faulty("sách hướng dẫn", "không có chương nào")
	}
	slices.Sort(names)
	var chapters []guide.ManualChapter
	for _, name := range names {
		source, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, faulty(name, "không đọc được")
		}
		r := reader{files: files, file: name, source: source}
		chapter, err := r.chapter()
		if err != nil {
			return nil, err
		}
		chapters = append(chapters, chapter)
	}
	return chapters, nil
}

func faulty(file, what string, args ...any) error {
	return guide.Errorf(guide.CodeContent, "%s: %s.", file, fmt.Sprintf(what, args...))
}

// reader reads one chapter.
type reader struct {
	files  fs.FS
	file   string
	source []byte
}

func (r *reader) chapter() (guide.ManualChapter, error) {
	c := guide.ManualChapter{Name: strings.TrimSuffix(r.file, ".md")}
	root := goldmark.DefaultParser().Parse(text.NewReader(r.source))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 && c.Title == "" && len(c.Blocks) == 0 {
			spans, err := r.spans(n)
			if err != nil {
				return c, err
			}
			for _, s := range spans {
				c.Title += s.Text
			}
			continue
		}
		blocks, err := r.blocks(n)
		if err != nil {
			return c, err
		}
		c.Blocks = append(c.Blocks, blocks...)
	}
	if c.Title == "" {
		return c, faulty(r.file, "dòng đầu phải là tên chương, viết sau dấu #")
	}
	return c, nil
}

func (r *reader) blocks(n ast.Node) ([]guide.ManualBlock, error) {
	switch n := n.(type) {
	case *ast.Heading:
		if n.Level != 2 {
			return nil, faulty(r.file, "mục nhỏ phải viết sau hai dấu #")
		}
		return r.block(n, guide.ManualHeading, 0)
	case *ast.Paragraph:
		if image, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 {
			return r.picture(image)
		}
		return r.block(n, guide.ManualText, 0)
	case *ast.List:
		kind := guide.ManualPoint
		if n.IsOrdered() {
			kind = guide.ManualStep
		}
		var list []guide.ManualBlock
		for i, item := n.Start, n.FirstChild(); item != nil; i, item = i+1, item.NextSibling() {
			if item.ChildCount() != 1 {
				return nil, faulty(r.file, "mỗi dòng của danh sách chỉ là một đoạn")
			}
			block, err := r.block(item.FirstChild(), kind, i)
			if err != nil {
				return nil, err
			}
			list = append(list, block...)
		}
		return list, nil
	}
	return nil, faulty(r.file, "không dùng được kiểu viết %s", n.Kind())
}

func (r *reader) block(n ast.Node, kind guide.ManualKind, number int) ([]guide.ManualBlock, error) {
	if kind != guide.ManualStep {
		number = 0
	}
	spans, err := r.spans(n)
	return []guide.ManualBlock{{Kind: kind, Number: number, Spans: spans}}, err
}

func (r *reader) picture(n *ast.Image) ([]guide.ManualBlock, error) {
	name := string(n.Destination)
	spans, err := r.spans(n)
	if err != nil || len(spans) != 1 {
		return nil, faulty(r.file, "hình %s chưa có lời tả", name)
	}
	if path.Dir(name) != "hinh" {
		return nil, faulty(r.file, "hình %s phải nằm trong thư mục hinh", name)
	}
	data, err := fs.ReadFile(r.files, name)
	if err != nil {
		return nil, faulty(r.file, "không có hình %s", name)
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, faulty(r.file, "hình %s không phải tệp PNG", name)
	}
	return []guide.ManualBlock{{
		Kind: guide.ManualPicture, Spans: []guide.ManualSpan{}, Picture: name, Alt: spans[0].Text, Width: size.Width, Height: size.Height,
	}}, nil
}

// spans are the pieces of a text.
func (r *reader) spans(n ast.Node) ([]guide.ManualSpan, error) {
	spans := []guide.ManualSpan{}
	add := func(text string, button bool) {
		if last := len(spans) - 1; last >= 0 && spans[last].Button == button {
			spans[last].Text += text
			return
		}
		spans = append(spans, guide.ManualSpan{Text: text, Button: button})
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			add(string(c.Segment.Value(r.source)), false)
			if c.SoftLineBreak() {
				add(" ", false)
			}
		case *ast.Emphasis:
			inside, ok := c.FirstChild().(*ast.Text)
			if !ok || c.Level != 2 || c.ChildCount() != 1 || inside.SoftLineBreak() {
				return nil, faulty(r.file, "chữ trên màn hình phải viết giữa hai dấu ** trên một dòng")
			}
			add(string(inside.Segment.Value(r.source)), true)
		case *ast.CodeSpan: // the name of a file, a command
			inside, ok := c.FirstChild().(*ast.Text)
			if !ok || c.ChildCount() != 1 {
				return nil, faulty(r.file, "tên tệp, tên lệnh phải viết trên một dòng")
			}
			add(string(inside.Segment.Value(r.source)), false)
		default:
			return nil, faulty(r.file, "không dùng được kiểu viết %s", c.Kind())
		}
	}
	return spans, nil
}
