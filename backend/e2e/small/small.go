// Package small makes pictures for docs light: few colours, and no wider than
// they are looked at.
package small

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
)

// Limits are what a picture may have.
type Limits struct {
	Width int // pixels; 0: as it is
	Bytes int // 0: as many as 256 colours need
}

// Write reads a PNG and writes it again, within the limits. Colours are given
// up to be within Bytes, but never below 16: then the picture is as large as
// it is.
func Write(from, to string, most Limits) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	out, err := encode(img, most)
	if err != nil {
		return err
	}
	return os.WriteFile(to, out, 0o644)
}

func encode(img image.Image, most Limits) ([]byte, error) {
	if most.Width > 0 && img.Bounds().Dx() > most.Width {
		img = narrower(img, most.Width)
	}
	colours := byCount(img)
	for n := 256; ; n /= 2 {
		var out bytes.Buffer
		enc := png.Encoder{CompressionLevel: png.BestCompression}
		if err := enc.Encode(&out, paletted(img, colours[:min(len(colours), n)])); err != nil {
			return nil, err
		}
		if most.Bytes == 0 || out.Len() <= most.Bytes || n == 16 {
			return out.Bytes(), nil
		}
	}
}

// paletted gives each pixel the colour of the palette that is nearest.
func paletted(img image.Image, colours color.Palette) image.Image {
	b := img.Bounds()
	small := image.NewPaletted(b, colours)
	nearest := map[color.Color]uint8{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := img.At(x, y)
			i, ok := nearest[c]
			if !ok {
				i = uint8(colours.Index(c))
				nearest[c] = i
			}
			small.SetColorIndex(x, y, i)
		}
	}
	return small
}

// byCount is the picture's colours, the commonest first: a screen has few
// besides the edges of letters.
func byCount(img image.Image) color.Palette {
	count := map[color.Color]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[img.At(x, y)]++
		}
	}
	colours := make([]color.Color, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.Color) int {
		ra, ga, ba, _ := a.RGBA()
		rb, gb, bb, _ := b.RGBA()
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(ra, rb), cmp.Compare(ga, gb), cmp.Compare(ba, bb))
	})
	return apart(colours, 256)
}

// apart is at most so many of the colours, in their order, those that are
// almost the same as an earlier one last: without this, scaled letters fill the
// palette with greys and a small coloured sign turns grey.
func apart(colours []color.Color, most int) color.Palette {
	var first, rest []color.Color
	for _, c := range colours {
		near := slices.ContainsFunc(first, func(other color.Color) bool { return distance(c, other) < 12 })
		if near || len(first) >= most {
			rest = append(rest, c)
		} else {
			first = append(first, c)
		}
	}
	first = append(first, rest...)
	return first[:min(len(first), most)]
}

// distance is the largest difference of a channel, of 255.
func distance(a, b color.Color) int {
	ra, ga, ba, _ := a.RGBA()
	rb, gb, bb, _ := b.RGBA()
	off := func(x, y uint32) int { return abs(int(x>>8) - int(y>>8)) }
	return max(off(ra, rb), off(ga, gb), off(ba, bb))
}

func abs(n int) int { return max(n, -n) }

// narrower scales a picture down: each pixel is the mean of what it covers.
func narrower(img image.Image, width int) image.Image {
	b := img.Bounds()
	height := (b.Dy()*width + b.Dx()/2) / b.Dx()
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		y0, y1 := b.Min.Y+y*b.Dy()/height, b.Min.Y+(y+1)*b.Dy()/height
		for x := range width {
			x0, x1 := b.Min.X+x*b.Dx()/width, b.Min.X+(x+1)*b.Dx()/width
			var r, g, bl, n uint32
			for v := y0; v < max(y1, y0+1); v++ {
				for u := x0; u < max(x1, x0+1); u++ {
					cr, cg, cb, _ := img.At(u, v).RGBA()
					r, g, bl, n = r+cr>>8, g+cg>>8, bl+cb>>8, n+1
				}
			}
			out.SetRGBA(x, y, color.RGBA{R: uint8(r / n), G: uint8(g / n), B: uint8(bl / n), A: 255})
		}
	}
	return out
}
