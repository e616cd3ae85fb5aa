package qr

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tungbuoc/backend/guide"
)

const (
	// minPixels is the smallest module a screen or scanner can tell apart.
	minPixels = 2
	// maxSide bounds the memory of a picture, in pixels a side: enough for a
	// poster of 70 cm at 300 dpi.
	maxSide = 8192
	// maxPageMM is the largest page PDF readers agree on: 14,400 points.
	maxPageMM = 5080
)

// PNG draws the symbol as a picture of exactly px × px pixels, black on white.
// Modules get as many whole pixels as fit; what is left is white around them.
//
// Error: CodeInvalid when a module would be smaller than two pixels, or the
// picture larger than 8192.
func (s *Symbol) PNG(px int) ([]byte, error) {
	modules := s.Side()
	pixels := px / modules
	if pixels < minPixels {
		return nil, guide.Errorf(guide.CodeInvalid, "Ảnh %d điểm nhỏ quá cho mã này. Mời chọn từ %d điểm.", px, modules*minPixels)
	}
	if px > maxSide {
		return nil, guide.Errorf(guide.CodeInvalid, "Ảnh %d điểm lớn quá. Mời chọn đến %d điểm.", px, maxSide)
	}
	img := image.NewPaletted(image.Rect(0, 0, px, px), blackAndWhite)
	s.draw(img, (px-s.Size()*pixels)/2, pixels)
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("encode png: %w", err)
	}
	return b.Bytes(), nil
}

// Runs calls do for every horizontal run of black modules: column, row,
// length, counted from the corner of the quiet zone.
func (s *Symbol) Runs(do func(x, y, length int)) {
	for y := range s.Size() {
		for x := 0; x < s.Size(); x++ {
			start := x
			for s.Black(x, y) {
				x++
			}
			if x > start {
				do(start+QuietZone, y+QuietZone, x-start)
			}
		}
	}
}

// Path is the symbol as one SVG path in module units, for a viewBox of
// "0 0 N N" with N = Side(). One path leaves no hairlines
// between modules.
func (s *Symbol) Path() string {
	var b strings.Builder
	s.Runs(func(x, y, length int) {
		fmt.Fprintf(&b, "M%d %dh%dv1h-%dz", x, y, length, length)
	})
	return b.String()
}

// SVG is the symbol as a picture of its own, with a title for those who
// cannot see it.
func (s *Symbol) SVG(title string) []byte {
	side := s.Side()
	var escaped strings.Builder
	_ = xml.EscapeText(&escaped, []byte(title)) // a strings.Builder never fails
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" shape-rendering="crispEdges">`+
		`<title>%s</title><rect width="%d" height="%d" fill="#fff"/><path d="%s" fill="#000"/></svg>`+"\n",
		side, side, escaped.String(), side, side, s.Path())
}

// printed is the date inside PDFs: a fixed one, so that the same code gives
// the same bytes.
var printed = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// PDF writes the symbol as a page of its own, sideMM millimetres wide, drawn
// as one vector path with whole modules under one scale. The page is left
// uncompressed, so that its bytes do not depend on a compressor.
//
// Error: CodeInvalid when no page can be that wide.
func (s *Symbol) PDF(w io.Writer, sideMM float64, title string) error {
	if !(sideMM > 0 && sideMM <= maxPageMM) { // written so that NaN is refused
		return guide.Errorf(guide.CodeInvalid, "Khổ giấy %g mm không dùng được. Mời chọn khổ lớn hơn 0 và đến %d mm.", sideMM, maxPageMM)
	}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: sideMM, Ht: sideMM}})
	doc.SetCreationDate(printed)
	doc.SetModificationDate(printed)
	doc.SetTitle(title, true)
	doc.SetCompression(false)
	doc.SetAutoPageBreak(false, 0)
	doc.AddPage()
	modules := float64(s.Side())
	const pointsPerMM = 72 / 25.4
	scale := sideMM * pointsPerMM / modules
	doc.RawWriteStr(fmt.Sprintf("q 1 1 1 rg 0 0 %.4f %.4f re f 0 0 0 rg %.6f 0 0 %.6f 0 %.6f cm",
		sideMM*pointsPerMM, sideMM*pointsPerMM, scale, -scale, sideMM*pointsPerMM))
	s.Runs(func(x, y, length int) {
		doc.RawWriteStr(fmt.Sprintf("%d %d %d 1 re", x, y, length))
	})
	doc.RawWriteStr("f Q")
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}
