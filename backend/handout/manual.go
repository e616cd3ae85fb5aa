package handout

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Booklet is the office's manual, or a part of it, as it is printed.
type Booklet struct {
	Chapters []guide.ManualChapter
	Files    fs.FS  // its pictures
	Foot     string // stands under each page: which program it is of, and the day
}

// The page of the manual, in millimetres.
const (
	manualSide, manualTop     = 20.0, 16.0
	manualFoot                = 279.0 // where the last line above the foot ends
	manualBody, manualHeading = 4.1, 4.9
	manualTitle               = 7.0
	manualSmall               = 3.2
	manualIndent              = 7.5
)

// manualPictures are how wide pictures may be, of the column: the largest with
// which a chapter is on one page, for who wants to lay it beside the keyboard.
var manualPictures = []float64{1, 0.85, 0.72, 0.62, 0.55, 0.49}

// Pages lays the booklet out on A4: of more than one chapter, a first page says
// where each begins. Errors: CodeContent for letters that the typeface lacks, and
// for a picture that is not there.
func (b Booklet) Pages() ([]*Page, error) {
	var pages []*Page
	first := make([]int, len(b.Chapters))
	before := 0
	if len(b.Chapters) > 1 {
		before = 1
	}
	for i, c := range b.Chapters {
		laid, err := b.chapter(c)
		if err != nil {
			return nil, err
		}
		first[i] = before + len(pages) + 1
		pages = append(pages, laid...)
	}
	if before > 0 {
		contents, err := b.contents(first)
		if err != nil {
			return nil, err
		}
		pages = slices.Insert(pages, 0, contents)
	}
	for i, page := range pages {
		foot := manualPen(page)
		foot.y = manualFoot + manualSmall
		foot.rule(0.3)
		foot.gap(1.2)
		number := fmt.Sprintf("Trang %d trên %d", i+1, len(pages))
		foot.write([]string{b.Foot}, manualSmall, false, false, 0)
		foot.x += foot.w - picture.Width(number, manualSmall, false)
		foot.write([]string{number}, manualSmall, false, false, 0)
		if missing := picture.Missing(b.Foot); len(missing) > 0 {
			foot.missing = missing
			return nil, foot.err()
		}
	}
	return pages, nil
}

// manualPen writes down the column of a page from its top.
func manualPen(page *Page) *pen {
	return &pen{page: page, x: manualSide, y: manualTop, w: page.W - 2*manualSide}
}

func manualPage() *Page { return &Page{W: 210, H: 297} }

// contents is the first page.
func (b Booklet) contents(first []int) (*Page, error) {
	page := manualPage()
	p := manualPen(page)
	p.lines("Từng Bước", manualHeading, true, 1)
	p.gap(2)
	p.lines("Sách hướng dẫn cho cán bộ", manualTitle*1.3, true, 2)
	p.gap(3)
	p.rule(0.6)
	p.gap(6)
	for i, c := range b.Chapters {
		number := fmt.Sprint(first[i])
		top := p.y
		name := p.part(0, p.w-manualIndent*2)
		name.numbered(fmt.Sprintf("%d.", i+1), c.Title, manualHeading)
		p.join(name)
		at := *p
		at.y, at.x = top, p.x+p.w-picture.Width(number, manualHeading, false)
		at.write([]string{number}, manualHeading, false, false, 0)
		p.gap(2)
	}
	return page, p.err()
}

// chapter lays a chapter out with pictures as large as one page has room for; of
// a chapter that is longer than a page, blocks go on on the next.
func (b Booklet) chapter(c guide.ManualChapter) ([]*Page, error) {
	var pages []*Page
	for _, part := range manualPictures {
		m := manualPress{booklet: b, part: part}
		m.turn()
		if err := m.write(c); err != nil {
			return nil, err
		}
		if pages = m.pages; len(pages) == 1 {
			break
		}
	}
	return pages, nil
}

// manualPress lays out one chapter.
type manualPress struct {
	booklet Booklet
	part    float64 // of the column that a picture is wide
	pages   []*Page
	pen     *pen
}

func (m *manualPress) turn() {
	page := manualPage()
	m.pages = append(m.pages, page)
	m.pen = manualPen(page)
}

// room turns the page where so many millimetres have no room on it.
func (m *manualPress) room(height float64) {
	if m.pen.y+height > manualFoot && m.pen.y > manualTop {
		m.turn()
	}
}

func (m *manualPress) write(c guide.ManualChapter) error {
	p := m.pen
	p.lines(c.Title, manualTitle, true, 0)
	p.gap(1.5)
	p.rule(0.6)
	p.gap(3.5)
	for _, block := range c.Blocks {
		if err := m.block(block); err != nil {
			return err
		}
		if err := m.pen.err(); err != nil {
			return err
		}
	}
	return nil
}

func (m *manualPress) block(b guide.ManualBlock) error {
	size, indent, mark, gap := manualBody, 0.0, "", 1.6
	switch b.Kind {
	case guide.ManualPicture:
		return m.picture(b)
	case guide.ManualHeading:
		b.Spans = slices.Clone(b.Spans)
		for i := range b.Spans {
			b.Spans[i].Button = true // all of it is bold
		}
		size, gap = manualHeading, 0.8
		m.pen.gap(1.5)
	case guide.ManualStep:
		mark, indent = fmt.Sprintf("%d.", b.Number), manualIndent
	case guide.ManualPoint:
		mark, indent = "•", manualIndent
	}
	lines := spanLines(b.Spans, m.pen.w-indent, size)
	after := 0.0
	if b.Kind == guide.ManualHeading { // never the last line of a page
		after = 3 * manualBody * leading
	}
	m.room(float64(len(lines))*size*leading + after)
	p := m.pen
	for _, s := range b.Spans {
		p.missing = append(p.missing, picture.Missing(s.Text)...)
	}
	if mark != "" {
		p.page.Shapes = append(p.page.Shapes, picture.Text{X: p.x, Y: p.y + size*0.98, Size: size, Words: mark, Bold: true, Fill: black})
	}
	for _, line := range lines {
		for _, piece := range line {
			p.page.Shapes = append(p.page.Shapes, picture.Text{
				X: p.x + indent + piece.at, Y: p.y + size*0.98, Size: size, Words: piece.say, Bold: piece.bold, Fill: black,
			})
		}
		p.y += size * leading
	}
	p.gap(gap)
	return nil
}

// picture shows a picture as wide as there is room for, in the middle.
func (m *manualPress) picture(b guide.ManualBlock) error {
	data, err := fs.ReadFile(m.booklet.Files, b.Picture)
	if err != nil {
		return guide.Wrap(err, guide.CodeContent, "Không có hình %s của sách hướng dẫn.", b.Picture)
	}
	w := m.pen.w * m.part
	h := w * float64(b.Height) / float64(b.Width)
	m.room(h + 2.4)
	p := m.pen
	p.gap(0.8)
	x := p.x + (p.w-w)/2
	p.page.Photos = append(p.page.Photos, Photo{X: x, Y: p.y, W: w, H: h, Name: b.Picture, PNG: data})
	p.page.Shapes = append(p.page.Shapes, picture.Rect{X: x, Y: p.y, W: w, H: h, Stroke: black, Line: 0.25})
	p.y += h
	p.gap(2.6)
	return nil
}

// piece is a part of a line in one weight, at millimetres from its beginning.
type piece struct {
	say  string
	bold bool
	at   float64
}

// spanLines breaks a text of two weights into lines no wider than width.
func spanLines(spans []guide.ManualSpan, width, size float64) [][]piece {
	var lines [][]piece
	var line []piece
	used := 0.0
	for _, word := range spanWords(spans) {
		wide := 0.0
		for _, part := range word {
			wide += picture.Width(part.say, size, part.bold)
		}
		gap := 0.0
		if len(line) > 0 {
			gap = picture.Width(" ", size, line[len(line)-1].bold && word[0].bold)
		}
		if len(line) > 0 && used+gap+wide > width {
			lines, line, used, gap = append(lines, line), nil, 0, 0
		}
		used += gap
		for i, part := range word {
			if last := len(line) - 1; i == 0 && last >= 0 && line[last].bold == part.bold {
				line[last].say += " " + part.say
			} else {
				line = append(line, piece{part.say, part.bold, used})
			}
			used += picture.Width(part.say, size, part.bold)
		}
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// spanWords are the words of a text, each in parts of one weight: a full stop
// behind a button stays with it.
func spanWords(spans []guide.ManualSpan) [][]piece {
	var words [][]piece
	apart := true // what comes begins a word
	for _, s := range spans {
		for i, say := range strings.Split(s.Text, " ") {
			if i > 0 {
				apart = true
			}
			if say == "" {
				continue
			}
			if apart {
				words = append(words, nil)
			}
			last := len(words) - 1
			words[last] = append(words[last], piece{say: say, bold: s.Button})
			apart = false
		}
	}
	if n := len(words); n > 2 { // the last word never stands alone
		last := slices.Clone(words[n-1])
		last[0].say = " " + last[0].say
		words = append(words[:n-2], append(words[n-2], last...))
	}
	return words
}

// Name is what a file with the booklet is called, without its ending.
func (b Booklet) Name() string {
	if len(b.Chapters) == 1 {
		return "huong-dan-" + b.Chapters[0].Name
	}
	return "sach-huong-dan-can-bo"
}

// Title is what the booklet is called.
func (b Booklet) Title() string {
	if len(b.Chapters) == 1 {
		return b.Chapters[0].Title
	}
	return "Sách hướng dẫn cho cán bộ"
}
