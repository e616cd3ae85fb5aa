package certificate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/logbook"
)

// What is wanted of the window. A window that comes back after a fault must be home in
// ten seconds, and a usual start is half of that; the memory leaves a PC of 4 GB its half.
const (
	mostStart  = 5 * time.Second
	mostMemory = 500 // MB
)

const (
	openWait  = time.Minute      // until the first screen is given up
	restful   = 5 * time.Second  // at the first screen until memory is measured
	stopWait  = 10 * time.Second // until a window that was told to end is ended
	aliveWait = 15 * time.Second // a page beats every second or so
)

// homeReady is what the window's log says when its first screen is on the glass.
var homeReady = []byte(`"msg":"home ready"`)

// window is what was found out about the real window.
type window struct {
	why          string // no window was opened, or none came up: why
	broken       bool   // it was tried, and did not come up: that is a fault
	first, again time.Duration
	mb           float64
	memoryWhy    string
	asked        asked
}

// asked is what became of an attempt to get out of the window.
type asked struct {
	closeWhy, keysWhy string // not tried: why
	keysByEye         bool   // a person tries them
	closeOut, keysOut bool   // the way out was open
	keys              int    // strokes tried
}

// window opens the real window twice on a data folder of its own, the second time to
// measure, and tries to get out of it.
func (o Options) window(ctx context.Context, dir string) (w window) {
	if o.NoWindow != "" || o.Program == "" {
		w.why = o.NoWindow
		return w
	}
	err := o.opened(ctx, dir, &w.first, func(*shown) {})
	if err == nil {
		err = o.opened(ctx, dir, &w.again, func(s *shown) {
			sleep(ctx, restful)
			var merr error
			if w.mb, merr = memory(s.cmd.Process.Pid); merr != nil {
				w.memoryWhy = "máy không cho biết"
			}
			w.asked = s.attack(ctx)
		})
	}
	if err != nil {
		w.why, w.broken = "cửa sổ thử không mở ra được", ctx.Err() == nil
	}
	return w
}

// shown is an open window.
type shown struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	over chan struct{}
	beat atomic.Int64 // when its page was last heard, ns
}

// opened opens the window, has its time taken, and closes it when do is done. Error: it
// did not come up.
func (o Options) opened(ctx context.Context, dir string, took *time.Duration, do func(*shown)) error {
	data := filepath.Join(dir, "data")
	env, err := home(dir)
	if err != nil {
		return err
	}
	before := readyCount(data)
	cmd := exec.Command(o.Program, "--data", data)
	cmd.Env = append(append(os.Environ(), env...), lifeline.Variable+"=1")
	apart(cmd)
	s := &shown{cmd: cmd, over: make(chan struct{})}
	out, err := cmd.StdoutPipe()
	if err == nil {
		s.in, err = cmd.StdinPipe()
	}
	if err != nil {
		return err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		lifeline.Read(out, func(w lifeline.Word) {
			if w.Say == lifeline.SayBeat {
				s.beat.Store(time.Now().UnixNano())
			}
		})
		_ = cmd.Wait()
		close(s.over)
	}()
	defer s.stop()
	for readyCount(data) == before {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case s.ended():
			return errors.New("the window ended")
		case time.Since(began) > openWait:
			return errors.New("the first screen did not come")
		}
		time.Sleep(10 * time.Millisecond)
	}
	*took = time.Since(began)
	do(s)
	return nil
}

// readyCount is how often a first screen has come, by the log.
func readyCount(data string) int {
	text, _ := os.ReadFile(filepath.Join(data, logbook.Name)) // not there yet
	return bytes.Count(text, homeReady)
}

func (s *shown) ended() bool {
	select {
	case <-s.over:
		return true
	default:
		return false
	}
}

// lives says whether the page is heard again from now on.
func (s *shown) lives(ctx context.Context) bool {
	now := time.Now()
	for time.Since(now) < aliveWait && ctx.Err() == nil && !s.ended() {
		if s.beat.Load() > now.UnixNano() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// stop ends the window, in order if it can.
func (s *shown) stop() {
	_ = lifeline.Write(s.in, lifeline.Word{Say: lifeline.SayStop})
	select {
	case <-s.over:
	case <-time.After(stopWait):
		_ = s.cmd.Process.Kill()
		<-s.over
	}
	_ = s.in.Close()
}

func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// home makes the folders of a user of its own, so that nothing of the account is touched.
func home(dir string) (env []string, err error) {
	for _, below := range []string{"data", "home", "tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, below), 0o700); err != nil {
			return nil, err
		}
	}
	return environment(filepath.Join(dir, "home"), filepath.Join(dir, "tmp")), nil
}

func (w window) starts() Line {
	const name, what = "start", "Từ lúc mở đến màn hình đầu"
	wanted := "đến " + seconds(mostStart)
	switch {
	case w.broken:
		return line(name, what, w.why, wanted, false)
	case w.why != "" || w.again == 0:
		return unmeasured(name, what, wanted, w.why)
	}
	return line(name, what, fmt.Sprintf("%s (lần đầu %s)", seconds(w.again), seconds(w.first)), wanted, w.again <= mostStart)
}

func (w window) memory() Line {
	const name, what = "memory", "Bộ nhớ khi ở màn hình đầu"
	wanted := fmt.Sprintf("đến %d MB", mostMemory)
	switch {
	case w.why != "" || w.again == 0:
		return unmeasured(name, what, wanted, w.why)
	case w.memoryWhy != "":
		return unmeasured(name, what, wanted, w.memoryWhy)
	}
	return line(name, what, fmt.Sprintf("%.0f MB", w.mb), wanted, w.mb <= mostMemory)
}

func (w window) closing() Line {
	const name, what, wanted = "closing", "Đòi đóng cửa sổ (nút đóng, Alt+F4)", "chỉ cán bộ đóng được"
	if w.why != "" || w.asked.closeWhy != "" {
		return unmeasured(name, what, wanted, w.why+w.asked.closeWhy)
	}
	if w.asked.closeOut {
		return line(name, what, "cửa sổ đã đóng", wanted, false)
	}
	return line(name, what, "đòi hai lần, vẫn mở", wanted, true)
}

func (w window) keys() Line {
	const name, what, wanted = "keys", "Phím tắt của bộ hiển thị trang", "không mở ra gì"
	if w.asked.keysByEye {
		return byEye(name, what, wanted)
	}
	if w.why != "" || w.asked.keysWhy != "" {
		return unmeasured(name, what, wanted, w.why+w.asked.keysWhy)
	}
	if w.asked.keysOut {
		return line(name, what, "có phím mở ra cửa sổ khác", wanted, false)
	}
	return line(name, what, fmt.Sprintf("bấm %d tổ hợp, không mở ra gì", w.asked.keys), wanted, true)
}

func seconds(d time.Duration) string { return decimal(d.Seconds()) + " giây" }
