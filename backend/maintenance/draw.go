package maintenance

import (
	"image"
	"image/color"
	"image/draw"
	"strings"
	"time"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	letters "tungbuoc/backend/picture/font"
)

// The colours of the product (frontend/src/styles/tokens.css).
var (
	paper  = color.RGBA{0xfb, 0xf9, 0xf4, 0xff}
	ink    = color.RGBA{0x1a, 0x1d, 0x2e, 0xff}
	soft   = color.RGBA{0x47, 0x4b, 0x61, 0xff}
	indigo = color.RGBA{0x26, 0x31, 0x6b, 0xff}
)

// smallest is the smallest side, in pixels, of a glass that is drawn for.
const smallest = 200

// Picture draws the screen for a glass of a size in pixels, after so many tries, when the
// next is due in wait.
func Picture(width, height int, c Card, tries int, wait time.Duration) (*image.RGBA, error) {
	return picture(width, height, say(c, tries, wait))
}

// picture draws the screen for a glass of a size.
func picture(width, height int, w words) (*image.RGBA, error) {
	width, height = max(width, smallest), max(height, smallest)
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	unit := float64(min(width*9/16, height)) / 100 // so that a glass on its edge holds the lines, too
	band := int(2 * unit)
	draw.Draw(img, image.Rect(0, 0, width, band), image.NewUniform(indigo), image.Point{}, draw.Src)

	p := pen{img: img, left: int(8 * unit), right: width - int(8*unit)}
	y := float64(band) + 12*unit
	for _, part := range []struct {
		lines []string
		size  float64 // of the letters, in hundredths of the glass
		bold  bool
		ink   color.Color
		after float64
	}{
		{[]string{w.office}, 3.6, false, soft, 5},
		{[]string{w.title}, 10, true, indigo, 4},
		{w.body, 5, false, ink, 3},
		{[]string{w.other}, 3.6, false, soft, 6},
		{w.staff, 2.5, false, soft, 0},
	} {
		if err := p.take(part.size*unit, part.bold, part.ink); err != nil {
			return nil, err
		}
		for _, line := range part.lines {
			y = p.write(line, y)
		}
		y += part.after * unit
	}
	return img, nil
}

// pen writes lines between two edges.
type pen struct {
	img         *image.RGBA
	left, right int
	face        font.Face
	ink         image.Image
	line        float64 // from one line to the next
}

func (p *pen) take(size float64, bold bool, ink color.Color) error {
	data := letters.Regular
	if bold {
		data = letters.SemiBold
	}
	parsed, err := opentype.Parse(data)
	if err != nil {
		return err
	}
	p.face, err = opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	p.ink, p.line = image.NewUniform(ink), size*1.35
	return err
}

// write writes a text, in as many lines as it needs, and gives where the next begins.
func (p *pen) write(text string, y float64) float64 {
	if text == "" {
		return y
	}
	d := font.Drawer{Dst: p.img, Src: p.ink, Face: p.face}
	for _, line := range p.wrap(text) {
		y += p.line
		d.Dot = fixed.P(p.left, int(y))
		d.DrawString(line)
	}
	return y
}

func (p *pen) wrap(text string) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && font.MeasureString(p.face, longer).Ceil() > p.right-p.left {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	return append(lines, line)
}
