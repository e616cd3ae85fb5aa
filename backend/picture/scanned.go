package picture

// Scanner is what reads a code on a phone.
type Scanner string

// The scanners that people have: their phone's own camera, or Zalo.
const (
	ScannerAndroid Scanner = "android"
	ScannerSamsung Scanner = "samsung"
	ScannerIPhone  Scanner = "iphone"
	ScannerZalo    Scanner = "zalo"
)

// Scanners lists the scanners, in the order to show them.
func Scanners() []Scanner {
	return []Scanner{ScannerAndroid, ScannerSamsung, ScannerIPhone, ScannerZalo}
}

// The size of a picture of [Scanned], in units of the drawing: a phone of which
// the lower end is not needed.
const (
	scannedWide = 96
	scannedHigh = 112
)

// Scanned draws what a phone shows once it has read a code: where the words
// appear, with a ring around them. Makers change what is written beside them, so
// that lines stand for all words. Like a [Pictogram] it stands beside a sentence
// that says the same, and has no words of its own.
func Scanned(by Scanner) Drawing {
	p := &pen{}
	p.add(rect(box{6, 3, 84, 106}, 13, white, outline, stroke))
	glass := box{13, 12, 70, 88}
	var ring box
	switch by {
	case ScannerAndroid: // a bubble over the code
		p.viewfinder(glass, box{34, 36, 28, 28})
		ring = box{20, 76, 56, 16}
		p.add(rect(ring, 8, white, outline, 2))
	case ScannerSamsung: // a small panel that comes up at the foot
		p.viewfinder(glass, box{34, 20, 28, 28})
		ring = box{16, 61, 64, 36}
		p.add(rect(ring, 7, white, outline, 2), polyline(line, 3, 25, 86, 55, 86))
	case ScannerIPhone: // a yellow line close under the code
		p.viewfinder(glass, box{32, 22, 32, 32})
		ring = box{22, 63, 52, 15}
		p.add(rect(ring, 5, rice, outline, 2), Circle{X: 48, Y: 92, R: 5, Fill: white, Stroke: outline, Line: 2})
	case ScannerZalo: // a page of the app
		p.add(rect(glass, 5, tint, "", 0), rect(box{13, 12, 70, 17}, 5, sky, "", 0), polyline(outline, 3, 25, 16, 20, 20.5, 25, 25))
		ring = box{18, 40, 60, 26}
		p.add(rect(ring, 4, white, outline, 2), polyline(line, 3, 22, 80, 62, 80), polyline(line, 3, 22, 89, 50, 89))
	}
	words := ring.y + min(ring.h, 26)/2
	p.add(polyline(outline, 4, ring.x+9, words, ring.x+ring.w-9, words))
	around := box{ring.x - 3.5, ring.y - 3.5, ring.w + 7, ring.h + 7}
	p.add(rect(around, 10, "", glow, 6), rect(around, 10, "", gold, 3.5))
	return Drawing{W: scannedWide, H: scannedHigh, Shapes: p.shapes}
}

// ScannedText is the picture of [Scanned] as SVG text.
func ScannedText(by Scanner) string {
	d := Scanned(by)
	return string(d.SVG())
}

// viewfinder is what a camera looks at, with the code that it has found.
func (p *pen) viewfinder(glass, code box) {
	p.add(rect(glass, 5, sky, "", 0), rect(box{code.x - 3, code.y - 3, code.w + 6, code.h + 6}, 2, white, "", 0))
	p.code(code)
}
