//go:build window

package window

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"
)

// A route is a way through the kiosk that was gone once by the names of things, as a
// screen reader finds them, and can be gone again by what stood on the glass: the same
// touches at the same places, each when the same picture is there.
type route struct {
	name   string
	stages []stage
}

// stage is what stood on the glass, and what was done then.
type stage struct {
	look  sight         // nil: whatever stands still there; the desk's first page changes with what was done
	pause time.Duration // not by the picture but after so long: something moves
	x, y  int           // touched
	keys  []string      // or pressed
	part  image.Rectangle
	code  string // what a phone reads in that part
}

// differs is how much of the glass may differ: two steps of a lesson have more between
// them, a blinking caret has less.
const differs = 0.004

// learner goes a route for the first time.
type learner struct {
	s      *screen
	g      *glass
	stages []stage
	last   sight
}

// settle waits for another picture than that of the last deed, and until it stands still.
func (l *learner) settle() sight {
	l.s.t.Helper()
	done := time.Now()
	until(l.s.t, l.s.end, "another picture", func() bool {
		if l.last == nil || apart(l.last, l.g.look()) > differs {
			return true
		}
		if before, ok := touched(l.stages); ok && time.Since(done) > 5*time.Second {
			done = time.Now()
			l.g.deed(before) // what came late took no touch yet
		}
		return false
	})
	look, ok := l.g.still(l.s.end)
	if !ok {
		l.s.t.Fatal("the glass does not stand still")
	}
	time.Sleep(300 * time.Millisecond) // with the time it stood still: what came can be touched
	return look
}

// touch touches what is called so.
func (l *learner) touch(name string) {
	l.s.t.Helper()
	l.s.see(name)
	look := l.settle()
	l.at(stage{look: look}, name)
}

func (l *learner) at(st stage, name string) {
	l.s.t.Helper()
	a := l.s.see(name)
	st.x, st.y = a.X+a.W/2, a.Y+a.H/2
	l.stages, l.last = append(l.stages, st), st.look
	l.g.touch(st.x, st.y)
}

// press presses keys.
func (l *learner) press(keys ...string) {
	l.s.t.Helper()
	look := l.settle()
	l.stages, l.last = append(l.stages, stage{look: look, keys: keys}), look
	l.g.press(keys...)
}

// find turns pages until something is there, and touches it.
func (l *learner) find(name, turn string) {
	l.s.t.Helper()
	for {
		look := l.settle()
		if l.s.try("wait 0.5 %s", name).OK {
			l.at(stage{look: look}, name)
			return
		}
		l.at(stage{look: look}, turn)
	}
}

// reads has the code on the glass read each time.
func (l *learner) reads(name string) {
	l.s.t.Helper()
	a := l.s.see(name)
	l.settle()
	part := image.Rect(a.X, a.Y, a.X+a.W, a.Y+a.H)
	text, err := l.g.code(part)
	if err != nil {
		l.s.picture("unread")
		l.s.t.Fatal(err)
	}
	if !strings.HasPrefix(text, "https://") {
		l.s.t.Fatalf("the code says %q", text)
	}
	l.pending(part, text)
}

// pending marks the stage that comes next: a code is read before it.
func (l *learner) pending(part image.Rectangle, text string) {
	l.stages = append(l.stages, stage{look: nil, part: part, code: text, pause: time.Millisecond})
}

// keyed goes on by five keys until something has the focus, and chooses it. Other keys
// may come first, which change nothing on the glass.
func (l *learner) keyed(name string, first ...string) {
	l.s.t.Helper()
	st := stage{look: l.settle(), keys: append([]string{wait}, first...)}
	l.g.press(first...)
	before := ""
	for range 60 {
		l.g.press("2")
		st.keys = append(st.keys, "2", rest)
		for end := time.Now().Add(5 * time.Second); time.Now().Before(end); {
			a := l.s.try("focused 0 %s", name)
			if a.OK {
				l.g.press("5")
				st.keys = append(st.keys, "5")
				l.stages, l.last = append(l.stages, st), st.look
				return
			}
			if a.Why != before { // it has moved; a page with much to do is late
				before = a.Why
				break
			}
			time.Sleep(300 * time.Millisecond) // being asked for names is work for the page, too
		}
	}
	l.s.picture("five-keys")
	l.s.t.Fatalf("the five keys do not lead to %q, the focus is on %q", name, l.s.try("focused 0 x").Why)
}

// ends is the way from a code to the first screen of the next resident.
func (l *learner) ends(english bool) {
	l.s.t.Helper()
	words := []string{"Mã QR mở", "Đã mở được trang", "Tôi rõ rồi", "Trang sau", "Có giúp", "Về trang đầu"}
	if english {
		words = []string{"QR code opening", "The page is open", "I understand", "Next page", "Yes, it helped", "Back to home"}
	}
	l.reads(words[0])
	l.touch(words[1])
	l.find(words[2], words[3])
	l.touch(words[4])
	l.touch(words[5])
}

// learn goes the routes of these names.
func learn(s *screen, g *glass, names ...string) []route {
	s.t.Helper()
	var all []route
	for _, name := range names {
		l := &learner{s: s, g: g}
		began := time.Now()
		ways[name](l)
		s.see("Sinh con")
		all = append(all, route{name: name, stages: l.stages})
		s.t.Logf("learnt %q, %d deeds, in %s", name, len(l.stages), time.Since(began).Round(time.Second))
	}
	return all
}

// ways are the visits of a soak.
var ways = map[string]func(*learner){
	"code": func(l *learner) {
		l.touch("Sinh con")
		l.touch("Làm giấy khai sinh cho con")
		l.touch("Quét là mở")
		l.ends(false)
	},
	"search": func(l *learner) {
		l.touch("Gõ để tìm")
		l.press(strings.Split("t h u o n g space t r u", " ")...)
		l.touch("Đăng ký thường trú")
		l.touch("Quét là mở")
		l.ends(false)
	},
	"lesson": func(l *learner) {
		for _, name := range []string{"Sinh con", "Làm giấy khai sinh cho con", "Học từng bước", "Có giấy rồi", "Đã đăng ký", "Bố hoặc mẹ", "Tự làm trên điện thoại", "Có đủ cả"} {
			l.touch(name)
		}
		l.find("Xem từng bước", "Trang sau")
		l.touch("Học từ đầu")
		for range 4 {
			l.touch("Tiếp tục")
		}
		l.touch("Trang đầu")
		l.touch("Chỗ ở")
		l.touch("Đăng ký tạm trú")
		l.touch("Quét là mở")
		l.ends(false)
	},
	"white on black, large, English": func(l *learner) {
		l.touch("Chữ trắng nền đen")
		l.touch("Chữ to hơn")
		l.touch("Chữ to hơn")
		l.find("Kết hôn", "Trang sau")
		l.find("Đăng ký kết hôn", "Trang sau")
		l.touch("English")
		l.touch("Scan to open")
		l.ends(true)
	},
	"five keys": func(l *learner) {
		l.keyed("Sinh con", "5", wait) // what the five keys need is fetched at the first
		for _, name := range []string{"Làm giấy khai sinh cho con", "Quét là mở", "Đã mở được trang", "Tôi rõ rồi", "Có giúp", "Về trang đầu"} {
			l.keyed(name)
		}
	},
	"staff": func(l *learner) {
		l.touch("Dành cho cán bộ")
		l.press("2", "9", "0", "5", "1", "1", "Return")
		l.s.see("Khóa bàn in")
		l.settle()
		l.at(stage{}, "Khóa bàn in")
	},
}

// goAlong goes a route again. Gives how often something had to be touched twice, and
// what was wrong.
func (g *glass) goAlong(r route, patience time.Duration) (again int, err error) {
	var last sight
	for i, st := range r.stages {
		end := time.Now().Add(patience)
		switch {
		case st.code != "":
			if text, err := g.readUntil(st.part, end); err != nil || text != st.code {
				return again, fmt.Errorf("%s, deed %d: the code says %q, not %q: %w", r.name, i, text, st.code, err)
			}
			continue
		case st.look == nil:
			for apart(last, g.look()) <= differs && time.Now().Before(end) {
				time.Sleep(30 * time.Millisecond)
			}
			if _, ok := g.still(end); !ok {
				return again, fmt.Errorf("%s, deed %d: the glass does not stand still", r.name, i)
			}
		default:
			n, err := g.await(st.look, last, r.stages, i, end)
			again += n
			if err != nil {
				return again, fmt.Errorf("%s, deed %d: %w", r.name, i, err)
			}
		}
		time.Sleep(430 * time.Millisecond) // what came can be touched after 400
		g.deed(st)
		last = st.look
	}
	return again, nil
}

// touched gives the last deed, if it was a touch: keys are not pressed again.
func touched(stages []stage) (stage, bool) {
	for i := len(stages) - 1; i >= 0; i-- {
		if stages[i].code == "" {
			return stages[i], len(stages[i].keys) == 0
		}
	}
	return stage{}, false
}

func (g *glass) deed(st stage) {
	if len(st.keys) > 0 {
		g.press(st.keys...)
	} else {
		g.touch(st.x, st.y)
	}
}

// await waits for a picture. What stands there as if the last deed had not been done is
// touched again after three seconds, as anybody would.
func (g *glass) await(want, last sight, stages []stage, i int, end time.Time) (again int, err error) {
	done := time.Now()
	for {
		now := g.look()
		away := apart(want, now)
		if away <= differs {
			return again, nil
		}
		if time.Now().After(end) {
			return again, fmt.Errorf("the glass is not as it was: %.2f %% of it differs", 100*away)
		}
		if before, ok := touched(stages[:i]); ok && last != nil && time.Since(done) > 3*time.Second && apart(last, now) <= differs {
			again++
			done = time.Now()
			g.deed(before)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// readUntil reads a code that is being painted.
func (g *glass) readUntil(part image.Rectangle, end time.Time) (string, error) {
	for {
		text, err := g.code(part)
		if err == nil || time.Now().After(end) {
			return text, err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func TestApart(t *testing.T) {
	a := sight{0, 0, 0, 100, 100, 100, 200, 200, 200, 50, 50, 50}
	b := sight{10, 0, 0, 100, 140, 100, 200, 200, 200, 50, 50, 50}
	if got := apart(a, b); got != 0.25 {
		t.Errorf("%v", got)
	}
	if apart(a, a) != 0 || apart(a, nil) != 1 {
		t.Error("the same is not, or nothing is")
	}
}
