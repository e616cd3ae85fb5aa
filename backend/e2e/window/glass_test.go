//go:build window

package window

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// glass is the screen itself: fingers and keys as the X server takes them from devices,
// and what is to be seen. Unlike hands.py it asks the page nothing, so a session driven
// with it is as fast as a quick resident, and the page is alone with its own memory.
type glass struct {
	t       *testing.T
	conn    *xgb.Conn
	root    xproto.Window
	w, h    int
	keycode map[string]byte
}

func (s *screen) mustGlass() *glass {
	s.t.Helper()
	display := ""
	for _, v := range s.env {
		if name, ok := strings.CutPrefix(v, "DISPLAY="); ok {
			display = name
		}
	}
	conn, err := xgb.NewConnDisplay(display)
	if err == nil {
		err = xtest.Init(conn)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(conn.Close)
	setup := xproto.Setup(conn)
	top := setup.DefaultScreen(conn)
	g := &glass{t: s.t, conn: conn, root: top.Root, w: int(top.WidthInPixels), h: int(top.HeightInPixels), keycode: map[string]byte{}}
	count := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	mapping, err := xproto.GetKeyboardMapping(conn, setup.MinKeycode, count).Reply()
	if err != nil {
		s.t.Fatal(err)
	}
	for i := range int(count) {
		switch sym := mapping.Keysyms[i*int(mapping.KeysymsPerKeycode)]; {
		case sym >= '0' && sym <= '9' || sym >= 'a' && sym <= 'z':
			g.keycode[string(rune(sym))] = byte(setup.MinKeycode) + byte(i)
		case sym == ' ':
			g.keycode["space"] = byte(setup.MinKeycode) + byte(i)
		case sym == 0xff0d:
			g.keycode["Return"] = byte(setup.MinKeycode) + byte(i)
		}
	}
	return g
}

func (g *glass) fake(kind, detail byte, x, y int) {
	if err := xtest.FakeInputChecked(g.conn, kind, detail, 0, g.root, int16(x), int16(y), 0).Check(); err != nil {
		g.t.Fatal(err)
	}
}

// touch touches a place and takes the finger away: nothing stays under the pointer.
func (g *glass) touch(x, y int) {
	g.fake(xproto.MotionNotify, 0, x, y)
	time.Sleep(20 * time.Millisecond)
	g.fake(xproto.ButtonPress, 1, x, y)
	time.Sleep(30 * time.Millisecond)
	g.fake(xproto.ButtonRelease, 1, x, y)
	time.Sleep(30 * time.Millisecond)
	g.fake(xproto.MotionNotify, 0, g.w/2, 1)
}

// wait stands among keys for a moment in which none is pressed.
const wait = "wait"

// rest stands for a shorter one: who goes by ear hears the name of a thing before the next key.
const rest = "rest"

var keyPauses = map[string]time.Duration{wait: 2 * time.Second, rest: 150 * time.Millisecond}

func (g *glass) press(keys ...string) {
	for _, key := range keys {
		if pause, ok := keyPauses[key]; ok {
			time.Sleep(pause)
			continue
		}
		code, ok := g.keycode[key]
		if !ok {
			g.t.Fatalf("no key %q", key)
		}
		g.fake(xproto.KeyPress, code, 0, 0)
		time.Sleep(15 * time.Millisecond)
		g.fake(xproto.KeyRelease, code, 0, 0)
		time.Sleep(45 * time.Millisecond)
	}
}

// every is which pixels of a picture are kept: one of three each way.
const every = 3

// sight is what the glass shows, every third pixel each way, blue, green and red.
type sight []byte

// pixels is all that the glass shows.
func (g *glass) pixels() []byte {
	got, err := xproto.GetImage(g.conn, xproto.ImageFormatZPixmap, xproto.Drawable(g.root), 0, 0, uint16(g.w), uint16(g.h), 0xffffffff).Reply()
	if err != nil {
		g.t.Fatal(err)
	}
	return got.Data
}

func (g *glass) look() sight {
	data := g.pixels()
	out := make(sight, 0, 3*(g.w/every+1)*(g.h/every+1))
	for y := 0; y < g.h; y += every {
		for x := 0; x < g.w; x += every {
			at := 4 * (y*g.w + x)
			out = append(out, data[at:at+3]...)
		}
	}
	return out
}

// apart is how much of two pictures differs, of one.
func apart(a, b sight) float64 {
	if len(a) != len(b) || len(a) == 0 {
		return 1
	}
	n := 0
	for i := 0; i < len(a); i += 3 {
		for c := range 3 {
			if d := int(a[i+c]) - int(b[i+c]); d > 24 || d < -24 {
				n++
				break
			}
		}
	}
	return float64(3*n) / float64(len(a))
}

// still waits until the glass does not change any more, and gives what it shows.
func (g *glass) still(end time.Time) (sight, bool) {
	before, same := g.look(), 0
	for time.Now().Before(end) {
		time.Sleep(120 * time.Millisecond)
		now := g.look()
		if apart(before, now) < 0.0005 {
			if same++; same == 3 {
				return now, true
			}
		} else {
			same = 0
		}
		before = now
	}
	return before, false
}

// code reads the QR code in a part of the glass, as a phone would.
func (g *glass) code(part image.Rectangle) (string, error) {
	data := g.pixels()
	part = part.Inset(-8).Intersect(image.Rect(0, 0, g.w, g.h))
	grey := image.NewGray(image.Rect(0, 0, part.Dx(), part.Dy()))
	for y := range part.Dy() {
		for x := range part.Dx() {
			at := 4 * ((part.Min.Y+y)*g.w + part.Min.X + x)
			grey.Pix[y*grey.Stride+x] = byte((int(data[at]) + 2*int(data[at+1]) + int(data[at+2])) / 4)
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(grey)
	if err != nil {
		return "", err
	}
	found, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		return "", fmt.Errorf("no code in %s: %w", part, err)
	}
	return found.GetText(), nil
}
