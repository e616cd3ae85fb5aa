package maintenance

import "image"

// bgrx gives rows of a picture as both systems take them: blue, green, red, nothing.
func bgrx(img *image.RGBA, top, count int) []byte {
	width := img.Rect.Dx()
	out := make([]byte, 0, 4*width*count)
	for y := top; y < top+count; y++ {
		row := img.Pix[y*img.Stride : y*img.Stride+4*width]
		for x := 0; x < len(row); x += 4 {
			out = append(out, row[x+2], row[x+1], row[x], 0)
		}
	}
	return out
}
