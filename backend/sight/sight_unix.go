//go:build unix

package sight

import (
	"io"
	"log"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func init() { xgb.Logger = log.New(io.Discard, "", 0) } // its errors are returned, too

type eye struct {
	conn *xgb.Conn
	root xproto.Window
}

// look asks for the root window's pixels: with windows over it as they are shown.
func (e *eye) look(x, y, side int) (c Colour, err error) {
	if blind() {
		return c, ErrBlind
	}
	if e.conn == nil {
		if e.conn, err = xgb.NewConn(); err != nil {
			e.conn = nil
			return c, err
		}
		e.root = xproto.Setup(e.conn).DefaultScreen(e.conn).Root
		go drain(e.conn)
	}
	got, err := xproto.GetImage(e.conn, xproto.ImageFormatZPixmap, xproto.Drawable(e.root),
		int16(x), int16(y), uint16(side), uint16(side), 0xffffffff).Reply()
	if err != nil {
		e.conn.Close()
		e.conn = nil
		return c, err
	}
	if got.Depth < 24 || len(got.Data) < 4*side*side {
		return c, ErrBlind
	}
	var sum [3]int
	for i := range side * side {
		p := got.Data[4*i:]
		sum[0], sum[1], sum[2] = sum[0]+int(p[2]), sum[1]+int(p[1]), sum[2]+int(p[0])
	}
	for i := range c {
		c[i] = uint8(sum[i] / (side * side))
	}
	return c, nil
}

// blind says that windows may be shown past X: under Wayland its root window has only
// what old programs show.
func blind() bool {
	return os.Getenv("WAYLAND_DISPLAY") != "" && os.Getenv("GDK_BACKEND") != "x11" || os.Getenv("DISPLAY") == ""
}

// drain takes what the screen tells everybody, such as another layout of the keyboard:
// what nobody takes would fill the connection up.
func drain(conn *xgb.Conn) {
	for {
		if event, err := conn.WaitForEvent(); event == nil && err == nil {
			return // closed
		}
	}
}
