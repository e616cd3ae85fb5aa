package qr

import (
	"errors"
	"fmt"
	"image"
	"image/color"

	"github.com/makiuchi-d/gozxing"
	zxing "github.com/makiuchi-d/gozxing/qrcode"
)

// verify reads the symbol back from a picture of it. It is a variable so that
// a test can make it fail.
var verify = readBack

// readBack decodes the symbol at a few whole-pixel sizes: the decoder misses
// a clean picture now and then at one size, never at all of them.
func readBack(s *Symbol) error {
	var errs []error
	for _, pixels := range []int{4, 3, 6} {
		text, err := decode(s.picture(pixels))
		if err == nil && text == s.text {
			return nil
		}
		if err == nil {
			err = fmt.Errorf("read %q", text)
		}
		errs = append(errs, fmt.Errorf("at %d pixels a module: %w", pixels, err))
	}
	return errors.Join(errs...)
}

func decode(img image.Image) (text string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decoder: %v", p)
		}
	}()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		return "", err
	}
	hints := map[gozxing.DecodeHintType]any{
		gozxing.DecodeHintType_TRY_HARDER:    true,
		gozxing.DecodeHintType_CHARACTER_SET: "UTF-8",
	}
	result, err := zxing.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

var blackAndWhite = color.Palette{color.White, color.Black}

// picture draws the symbol with its quiet zone, pixels a module.
func (s *Symbol) picture(pixels int) *image.Paletted {
	side := (s.Size() + 2*QuietZone) * pixels
	img := image.NewPaletted(image.Rect(0, 0, side, side), blackAndWhite)
	s.draw(img, QuietZone*pixels, pixels)
	return img
}

// draw paints the black modules, the first one offset pixels from the corner.
func (s *Symbol) draw(img *image.Paletted, offset, pixels int) {
	for y := range s.Size() {
		for x := range s.Size() {
			if !s.rows[y][x] {
				continue
			}
			for dy := range pixels {
				start := img.PixOffset(offset+x*pixels, offset+y*pixels+dy)
				for dx := range pixels {
					img.Pix[start+dx] = 1
				}
			}
		}
	}
}
