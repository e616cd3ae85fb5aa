package qr

import (
	"errors"
	"fmt"
	"image"
	"image/color"

	"github.com/makiuchi-d/gozxing"
	zxing "github.com/makiuchi-d/gozxing/qrcode"
	"github.com/makiuchi-d/gozxing/qrcode/decoder"
)

// verify reads the symbol back. It is a variable so that a test can make it
// fail.
var verify = readBack

// readBack reads the symbol twice: its modules as they are, which shows that
// they say the text, and a picture of it, which shows that a camera can find
// its way. Pictures are tried at a few whole-pixel sizes: the detector misses
// a clean one now and then at one size. The reader is told nothing about the
// character set, as a phone is told nothing.
func readBack(s *Symbol) error {
	if err := s.says(readModules(s.rows)); err != nil {
		return fmt.Errorf("read the modules: %w", err)
	}
	var errs []error
	for _, pixels := range []int{4, 3, 6} {
		err := s.says(readPicture(s.picture(pixels)))
		if err == nil {
			return nil
		}
		errs = append(errs, fmt.Errorf("at %d pixels a module: %w", pixels, err))
	}
	return errors.Join(errs...)
}

// says compares what was read with the symbol's text.
func (s *Symbol) says(read string, err error) error {
	if err == nil && read != s.text {
		err = fmt.Errorf("read %q", read)
	}
	return err
}

func readModules(rows [][]bool) (text string, err error) {
	defer recovered(&err)
	result, err := decoder.NewDecoder().DecodeBoolMapWithoutHint(rows)
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

func readPicture(img image.Image) (text string, err error) {
	defer recovered(&err)
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		return "", err
	}
	result, err := zxing.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		return "", err
	}
	return result.GetText(), nil
}

// recovered turns a panic of the reader into an error: it was not made for
// symbols that are wrong.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("reader: %v", p)
	}
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

// Read reads the code in a picture, as a phone does that is told nothing of it.
func Read(img image.Image) (text string, err error) { return readPicture(img) }
