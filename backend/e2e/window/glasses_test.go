//go:build window

package window

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// full is an office that says everything, in as many letters as it may.
const full = "../../../frontend/e2e/office.yaml"

// Ten screens on five glasses, in an office whose file says everything, with
// the smallest letters or the largest: whatever can be touched is inside the
// window, apart from the rest and large enough. frontend/e2e/screens.spec.ts
// does it in Chromium with every screen and size; this is the engine people have.
func TestTenScreensOnFiveGlasses(t *testing.T) {
	office, err := os.ReadFile(full)
	if err != nil {
		t.Fatal(err)
	}
	for _, glass := range []struct {
		w, h, larger int // how often A+ is touched
	}{{1024, 600, 3}, {1024, 768, 0}, {1366, 768, 3}, {1920, 1080, 0}, {1080, 1920, 2}} {
		t.Run(fmt.Sprintf("%dx%d letters %d", glass.w, glass.h, glass.larger+1), func(t *testing.T) {
			t.Parallel()
			g := &pane{screen: mustScreen(t, fmt.Sprintf("%dx%d", glass.w, glass.h)), w: glass.w, h: glass.h}
			k := g.mustOffice(office)
			g.see("Chữ to hơn")
			for range glass.larger {
				g.touch("Chữ to hơn")
			}
			g.walk(k.data)
			if g.looked != 10 {
				t.Errorf("%d screens were looked at", g.looked)
			}
			if code := k.stop(); code != 0 {
				t.Errorf("exit code = %d", code)
			}
		})
	}
}

// pane is a screen whose size is known.
type pane struct {
	*screen
	w, h, looked int
}

// walk goes through the screens and looks at each.
func (g *pane) walk(data string) {
	g.look("home")
	g.reach("Vừa bị lừa")
	g.see("Trang đầu") // stands on every screen but the first
	g.look("emergency")
	g.touch("Trang đầu")
	g.do("gone %.0f Trang đầu", g.left())
	g.reach("Sinh con")
	g.see("Trang đầu")
	g.look("topic")
	g.reach("hai sinh cho con")
	g.see("Học từng bước")
	g.look("service")
	g.reach("Quét là mở")
	g.see("Đã mở được trang")
	g.look("hand-off")
	g.touch("Quay lại")
	g.reach("Học từng bước")
	g.see("Cháu có giấy chứng sinh")
	g.look("question")
	for _, answer := range []string{"Có giấy rồi", "Đã đăng ký", "Người khác", "Tự làm trên điện thoại", "Có đủ cả"} {
		g.reach(answer)
	}
	for !g.try("wait 0 %s", "Xem từng bước").OK {
		g.reach("Trang sau")
	}
	g.reach("Xem từng bước")
	g.see("Học từ đầu")
	g.look("overview")
	g.reach("Học từ đầu")
	g.see("Bước 1 trên")
	g.look("step")
	g.touch("Tiếp tục")
	g.see("Bước 2 trên")
	g.reach("Tập kỹ bước này")
	g.see("Tập thử, bước")
	g.look("rehearsal")
	g.touch("Trang đầu")
	g.do("gone %.0f Trang đầu", g.left())
	g.desk(data)
	g.look("print desk")
}

// reach touches what may stand on a further page of the screen.
func (g *pane) reach(name string) {
	g.t.Helper()
	for !g.try("wait 2 %s", name).OK {
		if g.try("wait 0 Trang sau").OK {
			g.touch("Trang sau")
		}
		if g.left() == 0 {
			break // touch says what is on the screen
		}
	}
	g.touch(name)
}

// control is something that can be touched.
type control struct {
	Role, Name string
	X, Y, W, H int
}

func (c control) String() string {
	return fmt.Sprintf("%s %q at %d,%d, %d × %d", c.Role, c.Name, c.X, c.Y, c.W, c.H)
}

func (c control) contains(o control) bool {
	return o.X >= c.X && o.Y >= c.Y && o.X+o.W <= c.X+c.W && o.Y+o.H <= c.Y+c.H
}

// Least sizes in pixels at 96 dpi: 20 mm for the way on, 12 mm for the rest.
const leastMain, leastOther = 75, 45

// railFoot is how many buttons the foot of the rail has: two sizes, help, the way out.
const railFoot = 4

// look finds fault with the controls of what is on the screen.
func (g *pane) look(name string) {
	g.t.Helper()
	g.looked++
	g.picture(fmt.Sprintf("glass-%s-%dx%d", strings.ReplaceAll(name, " ", "-"), g.w, g.h))
	var found []control
	if err := json.Unmarshal(g.do("controls").Controls, &found); err != nil {
		g.t.Fatal(err)
	}
	if len(found) < 4 {
		g.t.Errorf("%s: only %v can be touched", name, found)
	}
	// The rail's rooms are moved where there is no room for all: what is under its foot
	// just then has the place that it would have. The pages' own tests see what is cut.
	foot := slices.IndexFunc(found, func(c control) bool { return strings.HasPrefix(c.Name, "Chữ nhỏ hơn") })
	if name != "print desk" {
		foot = -1
	}
	for i, c := range found {
		if c.X < -1 || c.Y < -1 || c.X+c.W > g.w+1 || c.Y+c.H > g.h+1 {
			g.t.Errorf("%s: %s leaves the window", name, c)
		}
		least := leastOther
		if i == len(found)-1 && name != "home" && name != "print desk" {
			least = leastMain // the foot of the screen comes last, and its main action at its end
		}
		if c.H < least || c.W < leastOther {
			g.t.Errorf("%s: %s is small", name, c)
		}
		for j, o := range found {
			if j <= i || i < foot && j >= foot && j < foot+railFoot {
				continue
			}
			across := min(c.X+c.W, o.X+o.W) - max(c.X, o.X)
			down := min(c.Y+c.H, o.Y+o.H) - max(c.Y, o.Y)
			if across > 2 && down > 2 && !c.contains(o) && !o.contains(c) {
				g.t.Errorf("%s: %s and %s lie over each other", name, c, o)
			}
		}
	}
}
