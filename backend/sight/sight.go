// Package sight looks at the glass as a person would: at what colour is really shown,
// whoever paints it. It keeps no picture.
package sight

import "errors"

// Colour is red, green and blue.
type Colour [3]uint8

// ErrBlind is given where the glass cannot be looked at: there is no way to (Wayland),
// or it shows the system's own, such as the lock screen.
var ErrBlind = errors.New("the screen cannot be looked at")

// Eye looks at the glass, for one goroutine at a time.
type Eye struct{ eye }

// Look gives the colour of a square of the glass, in pixels of the whole desktop, its
// corner at x, y. Error: [ErrBlind], or what the system says.
func (e *Eye) Look(x, y, side int) (Colour, error) {
	if side < 1 || side > 64 {
		return Colour{}, errors.New("no such square")
	}
	return e.look(x, y, side)
}
