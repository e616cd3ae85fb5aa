package handout

import (
	"math"

	"tungbuoc/backend/picture"
	"tungbuoc/backend/qr"
)

// Page is a laid-out page; all lengths in millimetres, y grows downwards.
type Page struct {
	W, H   float64
	Shapes []picture.Shape
	Stamps []Stamp // above the shapes
	Codes  []Code
	Photos []Photo // under the shapes; in a PDF only: what has them has no preview
}

// Photo is a picture of points: a screen of the manual.
type Photo struct {
	X, Y, W, H float64
	Name       string // of its file; two of one name are one picture
	PNG        []byte
}

// Stamp is a piece of art on a page: X, Y is its top left corner, Scale what
// its units are in millimetres.
type Stamp struct {
	X, Y, Scale float64
	Art         *Art
}

// Art is drawn again and again: a pictogram, a woven band. It has no words, is
// kept once in a file however often it stands there, and never changes.
type Art struct {
	W, H   float64 // in units of its own
	Shapes []picture.Shape
}

// Code is a QR code on a page: X, Y is the corner of its quiet zone, Module
// the side of one module.
type Code struct {
	X, Y, Module float64
	Symbol       *qr.Symbol
	Alt          string // what it opens, in words
}

// Side is the side of a code with its quiet zone.
func (c Code) Side() float64 { return float64(c.Symbol.Side()) * c.Module }

const (
	// minModule is the smallest module that bad printers and old phones still
	// agree on, mm.
	minModule = 0.5
	// printerDPI is what modules are whole dots of, unless the printer's own is
	// known: all its multiples keep them whole.
	printerDPI = 300
	mmPerInch  = 25.4
)

// moduleWithin is the largest module of whole dots at which a symbol with its
// quiet zone is at most side mm wide, but never finer than minModule.
func moduleWithin(symbol *qr.Symbol, side float64, dpi int) float64 {
	dot := mmPerInch / float64(dpi)
	dots := max(int(side/float64(symbol.Side())/dot+1e-6), int(math.Ceil(minModule/dot-1e-6)))
	return float64(dots) * dot
}

// moduleFor is the module at which a symbol is at least side mm wide without
// its quiet zone: whole dots of a printer with dpi, at least minModule.
func moduleFor(symbol *qr.Symbol, side float64, dpi int) float64 {
	dot := mmPerInch / float64(dpi)
	wanted := max(minModule, side/float64(symbol.Size()))
	dots := int(wanted/dot - 1e-6)
	return float64(dots+1) * dot
}
