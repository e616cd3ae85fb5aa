package handout

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

const pointsPerMM = 72 / mmPerInch

// family is the name of the typeface inside the PDF.
const family = "BeVietnamPro"

// Document is what a PDF says of itself.
type Document struct {
	Title   string
	Subject string // edition and what is in it
	Made    time.Time
	// Printer makes everything longer or shorter, which is made up for; the
	// zero value is a printer nobody has measured.
	Printer guide.Calibration
}

// WritePDF writes pages as a PDF: the typeface embedded and subset, codes as
// vector paths of whole modules, the language set, and a request to print at
// true size. Pages are made one at a time, so that 500 need no more memory than
// their own PDF. Errors: CodeInvalid if there are none, and those of pages.
func WritePDF(w io.Writer, d Document, pages iter.Seq2[*Page, error]) error {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: 210, Ht: 297}})
	doc.SetCreationDate(d.Made)
	doc.SetModificationDate(d.Made)
	doc.SetTitle(d.Title, true)
	doc.SetSubject(d.Subject, true)
	doc.SetCreator("Từng Bước", true)
	doc.SetLang("vi")
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	regular, bold := picture.Fonts()
	doc.AddUTF8FontFromBytes(family, "", regular)
	doc.AddUTF8FontFromBytes(family, "B", bold)
	b := &press{doc: doc, printer: d.Printer, paths: map[*qr.Symbol]string{}}
	count := 0
	for page, err := range pages {
		if err != nil {
			return err
		}
		b.page(page)
		count++
	}
	if count == 0 {
		return guide.Errorf(guide.CodeInvalid, "Không có trang nào để in.")
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return fmt.Errorf("make pdf: %w", err)
	}
	return finish(w, out.Bytes())
}

// press draws pages into a PDF.
type press struct {
	doc     *fpdf.Fpdf
	printer guide.Calibration
	paths   map[*qr.Symbol]string // of symbols drawn before
}

func (b *press) page(p *Page) {
	b.doc.AddPageFormat("P", fpdf.SizeType{Wd: p.W, Ht: p.H})
	if c := b.printer; c.Across > 0 && c.Down > 0 {
		x, y := 1/c.Across, 1/c.Down
		b.doc.RawWriteStr(fmt.Sprintf("q %.6f 0 0 %.6f %.4f %.4f cm", x, y, p.W*pointsPerMM/2*(1-x), p.H*pointsPerMM/2*(1-y)))
		defer b.doc.RawWriteStr("Q")
	}
	b.doc.SetLineCapStyle("round")
	b.doc.SetLineJoinStyle("round")
	for _, s := range p.Shapes {
		b.shape(s)
	}
	for _, c := range p.Codes {
		b.code(p, c)
	}
}

func (b *press) shape(s picture.Shape) {
	d := b.doc
	switch s := s.(type) {
	case picture.Rect:
		if style := b.paint(s.Fill, s.Stroke, s.Line); style != "" {
			if s.Radius > 0 {
				d.RoundedRect(s.X, s.Y, s.W, s.H, min(s.Radius, s.W/2, s.H/2), "1234", style)
			} else {
				d.Rect(s.X, s.Y, s.W, s.H, style)
			}
		}
	case picture.Circle:
		if style := b.paint(s.Fill, s.Stroke, s.Line); style != "" {
			d.Circle(s.X, s.Y, s.R, style)
		}
	case picture.Path:
		style := b.paint(s.Fill, s.Stroke, s.Line)
		if style == "" {
			return
		}
		for _, op := range s.Ops {
			switch op.Kind {
			case 'M':
				d.MoveTo(op.At[0], op.At[1])
			case 'L':
				d.LineTo(op.At[0], op.At[1])
			case 'C':
				d.CurveBezierCubicTo(op.At[0], op.At[1], op.At[2], op.At[3], op.At[4], op.At[5])
			case 'Z':
				d.ClosePath()
			}
		}
		d.DrawPath(style)
	case picture.Text:
		weight := ""
		if s.Bold {
			weight = "B"
		}
		d.SetFont(family, weight, s.Size*pointsPerMM)
		red, green, blue := rgb(s.Fill)
		d.SetTextColor(red, green, blue)
		x := s.X
		if s.Middle {
			x -= picture.Width(s.Words, s.Size, s.Bold) / 2
		}
		d.Text(x, s.Y, s.Words)
	}
}

// paint sets the colours and gives the style of a shape, "" if it shows
// nothing.
func (b *press) paint(fill, stroke picture.Colour, line float64) string {
	style := ""
	if fill != "" {
		b.doc.SetFillColor(rgb(fill))
		style += "F"
	}
	if stroke != "" && line > 0 {
		b.doc.SetDrawColor(rgb(stroke))
		b.doc.SetLineWidth(line)
		style += "D"
	}
	return style
}

func rgb(c picture.Colour) (red, green, blue int) {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff)
}

// code draws a symbol as one path in whole modules under one scale, so that no
// hairline stands between modules.
func (b *press) code(p *Page, c Code) {
	path, ok := b.paths[c.Symbol]
	if !ok {
		var s strings.Builder
		c.Symbol.Runs(func(x, y, length int) { fmt.Fprintf(&s, "%d %d %d 1 re\n", x, y, length) })
		path = s.String()
		b.paths[c.Symbol] = path
	}
	scale := c.Module * pointsPerMM
	b.doc.RawWriteStr(fmt.Sprintf("q 0 g %.6f 0 0 %.6f %.4f %.4f cm\n%sf Q", scale, -scale, c.X*pointsPerMM, (p.H-c.Y)*pointsPerMM, path))
}
