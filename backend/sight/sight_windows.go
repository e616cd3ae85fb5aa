package sight

import (
	"golang.org/x/sys/windows"
)

var (
	user32       = windows.NewLazySystemDLL("user32.dll")
	gdi32        = windows.NewLazySystemDLL("gdi32.dll")
	getDC        = user32.NewProc("GetDC")
	releaseDC    = user32.NewProc("ReleaseDC")
	openDesktop  = user32.NewProc("OpenInputDesktop")
	closeDesktop = user32.NewProc("CloseDesktop")
	getPixel     = gdi32.NewProc("GetPixel")
)

type eye struct{}

// look reads pixels of the desktop. While Windows asks for a password, or for consent,
// the desktop that is shown is another one.
func (e *eye) look(x, y, side int) (c Colour, err error) {
	const readObjects = 1
	desktop, _, _ := openDesktop.Call(0, 0, readObjects)
	if desktop == 0 {
		return c, ErrBlind
	}
	_, _, _ = closeDesktop.Call(desktop)
	dc, _, err := getDC.Call(0)
	if dc == 0 {
		return c, err
	}
	defer func() { _, _, _ = releaseDC.Call(0, dc) }()
	p, _, _ := getPixel.Call(dc, uintptr(int32(x+side/2)), uintptr(int32(y+side/2)))
	if uint32(p) == 0xffffffff { // CLR_INVALID
		return c, ErrBlind
	}
	return Colour{uint8(p), uint8(p >> 8), uint8(p >> 16)}, nil
}
