//go:build unix

package certificate

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// The library writes on standard error that a screen asks for no key, which is no news
// to who reads this command's output.
func init() { xgb.Logger = log.New(io.Discard, "", 0) }

// apart keeps Ctrl+C in the terminal from the window: it is told to end.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// environment is that of a user of its own.
func environment(home, tmp string) []string {
	env := []string{"HOME=" + home, "TMPDIR=" + tmp}
	for name, below := range map[string]string{
		"XDG_CACHE_HOME": ".cache", "XDG_DATA_HOME": ".local/share", "XDG_CONFIG_HOME": ".config", "XDG_STATE_HOME": ".local/state",
	} {
		env = append(env, name+"="+filepath.Join(home, below))
	}
	return env
}

// memory is what a process and all below it hold, in MB; what several share is shared
// out among them.
func memory(root int) (float64, error) {
	kB := 0
	for _, pid := range tree(root) {
		data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "smaps_rollup"))
		if err != nil {
			continue // it has ended, or is not ours
		}
		for text := range strings.Lines(string(data)) {
			if rest, ok := strings.CutPrefix(text, "Pss:"); ok {
				n, _ := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")))
				kB += n
			}
		}
	}
	if kB == 0 {
		return 0, errors.New("no memory to be seen")
	}
	return float64(kB) / 1024, nil
}

// tree is a process and all below it.
func tree(root int) []int {
	children := map[int][]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		data, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name)))
		if err != nil || len(fields) < 2 {
			continue
		}
		if parent, err := strconv.Atoi(fields[1]); err == nil {
			children[parent] = append(children[parent], pid)
		}
	}
	all := []int{root}
	for i := 0; i < len(all); i++ {
		all = append(all, children[all[i]]...)
	}
	return all
}

// stroke is a key with those held down, by their X names' numbers.
type stroke []xproto.Keysym

// The keys of the X server (keysymdef.h).
const (
	keyEscape, keyMenu, keyLeft, keyHome = 0xff1b, 0xff67, 0xff51, 0xff50
	keyF1, keyShift, keyControl, keyAlt  = 0xffbe, 0xffe1, 0xffe3, 0xffe9
)

// strokes are what opens something in a web view or in its toolkit. None of them is the
// system's own: who looks at this PC tries those.
var strokes = func() []stroke {
	all := []stroke{{keyEscape}, {keyMenu}, {keyShift, keyF1 + 9}, {keyAlt, keyLeft}, {keyAlt, keyHome}, {keyAlt, keyF1 + 3}}
	for n := range xproto.Keysym(12) {
		all = append(all, stroke{keyF1 + n})
	}
	for _, c := range "acdfghijklnopqrstuvwxz.;+-0" {
		all = append(all, stroke{keyControl, xproto.Keysym(c)})
	}
	for _, c := range "cijnpt" {
		all = append(all, stroke{keyControl, keyShift, xproto.Keysym(c)})
	}
	return all
}()

// attack asks the window to close and tries the strokes.
func (s *shown) attack(ctx context.Context) (a asked) {
	const notX = "màn hình này không cho thử"
	conn, err := xgb.NewConn()
	if err != nil {
		return asked{closeWhy: notX, keysWhy: notX}
	}
	defer conn.Close()
	x := glass{conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root, mask: xproto.Setup(conn).ResourceIdMask}
	if !x.find(s.cmd.Process.Pid) {
		return asked{closeWhy: notX, keysWhy: notX}
	}
	before := x.others()
	for range 2 {
		x.askToClose()
		sleep(ctx, 2*time.Second) // the keys must rest between the two
	}
	a.closeOut = !s.lives(ctx)
	if a.closeOut {
		a.keysWhy = "cửa sổ đã đóng"
		return a
	}
	if xtest.Init(conn) != nil {
		a.keysWhy = notX
		return a
	}
	codes := x.keyboard()
	for _, stroke := range strokes {
		// Whoever has the keys gets them, and that must be nobody's program but this.
		if ctx.Err() != nil || !x.focused() {
			a.keysWhy = "cửa sổ thử không giữ bàn phím"
			return a
		}
		if x.press(codes, stroke) {
			a.keys++
		}
		time.Sleep(30 * time.Millisecond)
	}
	sleep(ctx, time.Second)
	a.keysOut = x.others() > before || !s.lives(ctx)
	return a
}

// glass is the window as the X server has it.
type glass struct {
	conn *xgb.Conn
	root xproto.Window
	mask uint32
	id   xproto.Window
}

func (x *glass) atom(name string) xproto.Atom {
	a, err := xproto.InternAtom(x.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0
	}
	return a.Atom
}

// find finds the window of a process: the first that says it can be asked to close.
func (x *glass) find(pid int) bool {
	number, protocols := x.atom("_NET_WM_PID"), x.atom("WM_PROTOCOLS")
	var look func(w xproto.Window, depth int) bool
	look = func(w xproto.Window, depth int) bool {
		p, err := xproto.GetProperty(x.conn, false, w, number, xproto.AtomCardinal, 0, 1).Reply()
		if err == nil && len(p.Value) == 4 && int(xgb.Get32(p.Value)) == pid && x.seen(w) {
			if can, err := xproto.GetProperty(x.conn, false, w, protocols, xproto.AtomAtom, 0, 1).Reply(); err == nil && len(can.Value) > 0 {
				x.id = w
				return true
			}
		}
		t, err := xproto.QueryTree(x.conn, w).Reply()
		if err != nil || depth == 0 {
			return false
		}
		for _, child := range t.Children {
			if look(child, depth-1) {
				return true
			}
		}
		return false
	}
	return look(x.root, 3)
}

func (x *glass) seen(w xproto.Window) bool {
	a, err := xproto.GetWindowAttributes(x.conn, w).Reply()
	return err == nil && a.MapState == xproto.MapStateViewable
}

// ours says whether a window was made by the program.
func (x *glass) ours(w xproto.Window) bool { return uint32(w)&^x.mask == uint32(x.id)&^x.mask }

// others is how many windows of the program are to be seen: menus, choosers, dialogs.
func (x *glass) others() int {
	n := 0
	var look func(w xproto.Window, depth int)
	look = func(w xproto.Window, depth int) {
		t, err := xproto.QueryTree(x.conn, w).Reply()
		if err != nil {
			return
		}
		for _, child := range t.Children {
			switch {
			case x.ours(child):
				if x.seen(child) {
					n++
				}
			case depth > 0: // a window manager may have put a frame around it
				look(child, depth-1)
			}
		}
	}
	look(x.root, 2)
	return n
}

func (x *glass) focused() bool {
	f, err := xproto.GetInputFocus(x.conn).Reply()
	return err == nil && x.ours(f.Focus)
}

func (x *glass) askToClose() {
	event := xproto.ClientMessageEvent{
		Format: 32, Window: x.id, Type: x.atom("WM_PROTOCOLS"),
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(x.atom("WM_DELETE_WINDOW")), 0, 0, 0, 0}),
	}
	_ = xproto.SendEventChecked(x.conn, false, x.id, 0, string(event.Bytes())).Check()
}

// keyboard says which key gives what, without those that are held.
func (x *glass) keyboard() map[xproto.Keysym]byte {
	codes := map[xproto.Keysym]byte{}
	setup := xproto.Setup(x.conn)
	first, count := setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)
	m, err := xproto.GetKeyboardMapping(x.conn, first, count).Reply()
	if err != nil || m.KeysymsPerKeycode == 0 {
		return codes
	}
	per := int(m.KeysymsPerKeycode)
	for i := 0; i*per < len(m.Keysyms); i++ {
		if sym := m.Keysyms[i*per]; sym != 0 {
			if _, known := codes[sym]; !known {
				codes[sym] = byte(first) + byte(i)
			}
		}
	}
	return codes
}

// press presses keys one after the other and lets them go; false when this keyboard does
// not have them all.
func (x *glass) press(codes map[xproto.Keysym]byte, keys stroke) bool {
	for _, sym := range keys {
		if _, ok := codes[sym]; !ok {
			return false
		}
	}
	send := func(kind byte, sym xproto.Keysym) {
		_ = xtest.FakeInputChecked(x.conn, kind, codes[sym], 0, x.root, 0, 0, 0).Check()
	}
	for _, sym := range keys {
		send(xproto.KeyPress, sym)
	}
	for i := len(keys) - 1; i >= 0; i-- {
		send(xproto.KeyRelease, keys[i])
	}
	return true
}
