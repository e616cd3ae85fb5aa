package handout

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
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
	b := &press{doc: doc, printer: d.Printer, forms: map[any]int{}}
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
	return finish(w, out.Bytes(), b.made)
}

// press draws pages into a PDF.
type press struct {
	doc     *fpdf.Fpdf
	printer guide.Calibration
	forms   map[any]int // what was drawn before, a *qr.Symbol or an *Art, to its place in made
	made    []stencil
}

// stencil is a drawing that pages refer to (ISO 32000-1, 8.10), in units of its
// own, y downwards. However many pages show it, the file has it twice at most.
type stencil struct {
	w, h float64
	ops  []byte
}

// edge is how far the strokes of a stencil may stand over its sides.
const edge = 4

func (b *press) page(p *Page) {
	b.doc.AddPageFormat("P", fpdf.SizeType{Wd: p.W, Ht: p.H})
	if c := b.printer; c.Across > 0 && c.Down > 0 {
		x, y := 1/c.Across, 1/c.Down
		b.doc.RawWriteStr(fmt.Sprintf("q %.6f 0 0 %.6f %.4f %.4f cm", x, y, p.W*pointsPerMM/2*(1-x), p.H*pointsPerMM/2*(1-y)))
		defer b.doc.RawWriteStr("Q")
	}
	b.doc.SetLineCapStyle("round")
	b.doc.SetLineJoinStyle("round")
	for _, photo := range p.Photos {
		kind := fpdf.ImageOptions{ImageType: "PNG"}
		b.doc.RegisterImageOptionsReader(photo.Name, kind, bytes.NewReader(photo.PNG))
		b.doc.ImageOptions(photo.Name, photo.X, photo.Y, photo.W, photo.H, false, kind, 0, "")
	}
	for _, s := range p.Shapes {
		b.shape(p, s)
	}
	for _, s := range p.Stamps {
		b.stencil(p, s.Art, s.X, s.Y, s.Scale, func() stencil {
			k := ink{scale: 1}
			for _, shape := range s.Art.Shapes {
				k.shape(shape)
			}
			return stencil{s.Art.W, s.Art.H, k.b}
		})
	}
	for _, c := range p.Codes {
		b.stencil(p, c.Symbol, c.X, c.Y, c.Module, func() stencil {
			// One path in whole modules under one scale, so that no hairline stands
			// between modules.
			var ops []byte
			c.Symbol.Runs(func(x, y, length int) { ops = fmt.Appendf(ops, "%d %d %d 1 re\n", x, y, length) })
			side := float64(c.Symbol.Side())
			return stencil{side, side, slices.Concat([]byte("0 g\n"), ops, []byte("f\n"))}
		})
	}
}

func (b *press) shape(p *Page, s picture.Shape) {
	d := b.doc
	text, ok := s.(picture.Text)
	if !ok {
		k := ink{b: []byte("q\n"), scale: pointsPerMM, height: p.H * pointsPerMM}
		k.shape(s)
		d.RawWriteStr(string(append(k.b, 'Q')))
		return
	}
	weight := ""
	if text.Bold {
		weight = "B"
	}
	d.SetFont(family, weight, text.Size*pointsPerMM)
	d.SetTextColor(rgb(text.Fill))
	x := text.X
	if text.Middle {
		x -= picture.Width(text.Words, text.Size, text.Bold) / 2
	}
	d.Text(x, text.Y, text.Words)
}

// stencil shows a drawing: its corner at x, y, scale the millimetres of its unit.
// The first time it is written where it stands, as codes side by side share more
// than half of their bytes; from the second time on a form is referred to.
func (b *press) stencil(p *Page, key any, x, y, scale float64, draw func() stencil) {
	n, seen := b.forms[key]
	unit := scale * pointsPerMM
	place := fmt.Sprintf("q %.6f 0 0 %.6f %.4f %.4f cm", unit, -unit, x*pointsPerMM, (p.H-y)*pointsPerMM)
	switch {
	case !seen:
		b.forms[key] = unmade
		b.doc.RawWriteStr(place + "\n" + string(draw().ops) + "Q")
		return
	case n == unmade:
		n = len(b.made)
		b.forms[key] = n
		b.made = append(b.made, draw())
	}
	b.doc.RawWriteStr(place + " /" + formName(n) + " Do Q")
}

// unmade stands for the place of a form that is not needed yet.
const unmade = -1

func formName(n int) string { return fmt.Sprintf("Form%d", n) }

func rgb(c picture.Colour) (red, green, blue int) {
	n, err := strconv.ParseUint(strings.TrimPrefix(string(c), "#"), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(n >> 16), int(n >> 8 & 0xff), int(n & 0xff)
}
