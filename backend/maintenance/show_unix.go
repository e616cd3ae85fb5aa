//go:build unix

package maintenance

import (
	"context"
	"errors"
	"image"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Show draws the screen over the whole glass until another try is due (wait), somebody
// asks for one, staff close it or ctx ends. Error: [ErrNoScreen], or what the system says.
func Show(ctx context.Context, c Card, tries int, wait time.Duration) (Answer, error) {
	conn, err := xgb.NewConn()
	if err != nil {
		return TryAgain, errors.Join(ErrNoScreen, err)
	}
	defer conn.Close()
	s := &show{conn: conn, screen: xproto.Setup(conn).DefaultScreen(conn), words: say(c, tries, wait)}
	if err := s.open(); err != nil {
		return TryAgain, err
	}
	events := make(chan xgb.Event)
	go func() {
		defer close(events)
		for {
			event, err := conn.WaitForEvent()
			if event == nil && err == nil {
				return // the screen is gone
			}
			if event != nil {
				select {
				case events <- event:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	due := time.NewTimer(wait)
	defer due.Stop()
	for {
		select {
		case <-ctx.Done():
			return Leave, nil
		case <-due.C:
			return TryAgain, nil
		case event, open := <-events:
			if !open {
				return TryAgain, ErrNoScreen
			}
			if answer, done := s.on(event); done {
				return answer, nil
			}
		}
	}
}

type show struct {
	conn   *xgb.Conn
	screen *xproto.ScreenInfo
	window xproto.Window
	gc     xproto.Gcontext
	words  words
	keys   closer
	delete xproto.Atom
	drawn  *image.RGBA
	enter  map[xproto.Keycode]bool
}

const title = "Từng Bước"

func (s *show) open() error {
	var err error
	if s.window, err = xproto.NewWindowId(s.conn); err != nil {
		return err
	}
	if s.gc, err = xproto.NewGcontextId(s.conn); err != nil {
		return err
	}
	paper := uint32(paper.R)<<16 | uint32(paper.G)<<8 | uint32(paper.B)
	events := uint32(xproto.EventMaskExposure | xproto.EventMaskKeyPress | xproto.EventMaskStructureNotify)
	width, height := s.screen.WidthInPixels, s.screen.HeightInPixels
	err = xproto.CreateWindowChecked(s.conn, s.screen.RootDepth, s.window, s.screen.Root, 0, 0, width, height, 0,
		xproto.WindowClassInputOutput, s.screen.RootVisual, xproto.CwBackPixel|xproto.CwEventMask, []uint32{paper, events}).Check()
	if err != nil {
		return err
	}
	if err := xproto.CreateGCChecked(s.conn, s.gc, xproto.Drawable(s.window), 0, nil).Check(); err != nil {
		return err
	}
	// As the window manager's conventions have it (EWMH): no frame, over the whole screen.
	s.put("_NET_WM_NAME", s.atom("UTF8_STRING"), 8, []byte(title))
	s.put("_NET_WM_STATE", xproto.AtomAtom, 32, bytesOf(s.atom("_NET_WM_STATE_FULLSCREEN"), s.atom("_NET_WM_STATE_ABOVE")))
	s.delete = s.atom("WM_DELETE_WINDOW")
	s.put("WM_PROTOCOLS", xproto.AtomAtom, 32, bytesOf(s.delete))
	s.enter = s.keysFor(0xff0d, 0xff8d) // Return and the one of the number pad
	return xproto.MapWindowChecked(s.conn, s.window).Check()
}

func (s *show) atom(name string) xproto.Atom {
	reply, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return xproto.AtomNone
	}
	return reply.Atom
}

func (s *show) put(name string, kind xproto.Atom, format byte, data []byte) {
	xproto.ChangeProperty(s.conn, xproto.PropModeReplace, s.window, s.atom(name), kind, format, uint32(len(data))/(uint32(format)/8), data)
}

func bytesOf(atoms ...xproto.Atom) []byte {
	data := make([]byte, 4*len(atoms))
	for i, a := range atoms {
		xgb.Put32(data[4*i:], uint32(a))
	}
	return data
}

// keysFor gives the keys that have one of some meanings.
func (s *show) keysFor(meanings ...xproto.Keysym) map[xproto.Keycode]bool {
	setup := xproto.Setup(s.conn)
	count := setup.MaxKeycode - setup.MinKeycode + 1
	reply, err := xproto.GetKeyboardMapping(s.conn, setup.MinKeycode, byte(count)).Reply()
	keys := map[xproto.Keycode]bool{}
	if err != nil || reply.KeysymsPerKeycode == 0 {
		return keys
	}
	per := int(reply.KeysymsPerKeycode)
	for i := 0; i+per <= len(reply.Keysyms); i += per {
		for _, m := range meanings {
			if reply.Keysyms[i] == m {
				keys[setup.MinKeycode+xproto.Keycode(i/per)] = true
			}
		}
	}
	return keys
}

// on answers what happens to the window.
func (s *show) on(event xgb.Event) (Answer, bool) {
	switch e := event.(type) {
	case xproto.ExposeEvent:
		s.paint()
		xproto.SetInputFocus(s.conn, xproto.InputFocusPointerRoot, s.window, xproto.TimeCurrentTime) // where no window manager does
	case xproto.ConfigureNotifyEvent:
		if s.drawn == nil || s.drawn.Rect.Dx() != int(e.Width) || s.drawn.Rect.Dy() != int(e.Height) {
			if img, err := picture(int(e.Width), int(e.Height), s.words); err == nil {
				s.drawn = img
				s.paint()
			}
		}
	case xproto.KeyPressEvent:
		if s.enter[e.Detail] {
			return TryAgain, true
		}
	case xproto.ClientMessageEvent:
		if e.Format == 32 && xproto.Atom(e.Data.Data32[0]) == s.delete && s.keys.asked(time.Now()) {
			return Leave, true
		}
	}
	return TryAgain, false
}

// stripBytes is the most that is painted at once: an X server takes 256 KB.
const stripBytes = 200 << 10

func (s *show) paint() {
	if s.drawn == nil {
		img, err := picture(int(s.screen.WidthInPixels), int(s.screen.HeightInPixels), s.words)
		if err != nil {
			return
		}
		s.drawn = img
	}
	width, height := s.drawn.Rect.Dx(), s.drawn.Rect.Dy()
	rows := max(1, stripBytes/(4*width))
	for top := 0; top < height; top += rows {
		count := min(rows, height-top)
		xproto.PutImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(s.window), s.gc,
			uint16(width), uint16(count), 0, int16(top), 0, s.screen.RootDepth, bgrx(s.drawn, top, count))
	}
}
