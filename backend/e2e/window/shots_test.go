//go:build window

package window

import (
	"cmp"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
)

// keepSmall writes a screenshot with at most 256 colours: the screens have few
// besides the edges of letters, and pictures in docs should be light.
func keepSmall(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	img, err := png.Decode(in)
	if err != nil {
		return err
	}
	small := image.NewPaletted(img.Bounds(), commonest(img))
	seen := map[color.Color]uint8{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			c := img.At(x, y)
			i, ok := seen[c]
			if !ok {
				i = uint8(small.Palette.Index(c))
				seen[c] = i
			}
			small.SetColorIndex(x, y, i)
		}
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer out.Close()
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(out, small); err != nil {
		return err
	}
	return out.Close()
}

// commonest is the palette of the picture's 256 commonest colours.
func commonest(img image.Image) color.Palette {
	count := map[color.Color]int{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
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
	return color.Palette(colours[:min(len(colours), 256)])
}
