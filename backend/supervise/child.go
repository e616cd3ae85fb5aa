package supervise

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"

	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/restarts"
)

// child is a window's process.
type child struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	heard chan lifeline.Word
	over  chan struct{} // closed when it has ended
	ended atomic.Bool   // it said that it ends
	state *os.ProcessState
}

// begin starts a window's process. Error: what the system says.
func begin(cmd *exec.Cmd) (*child, error) {
	in, err1 := cmd.StdinPipe()
	words, err2 := cmd.StdoutPipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &child{cmd: cmd, in: in, heard: make(chan lifeline.Word, 16), over: make(chan struct{})}
	go c.listen(words)
	return c, nil
}

// lastWords is how long the words of a process that has ended are waited for: one that
// it left behind may hold the pipe open.
const lastWords = time.Second

// listen hears what the window says, and waits for its end.
func (c *child) listen(words io.ReadCloser) {
	silent := make(chan struct{})
	go func() {
		defer close(silent)
		lifeline.Read(words, func(w lifeline.Word) {
			switch w.Say {
			case lifeline.SayEnded:
				c.ended.Store(true)
			case lifeline.SayBeat, lifeline.SayProven, lifeline.SayUnfit:
				select {
				case c.heard <- w:
				case <-c.over:
				}
			}
		})
	}()
	c.state, _ = c.cmd.Process.Wait()
	select {
	case <-silent:
	case <-time.After(lastWords):
	}
	close(c.over)
	_, _ = c.in.Close(), words.Close()
}

// order tells the window something. One that does not read must not stop who watches it:
// the pipe takes more lines than are ever sent.
func (c *child) order(say string) { _ = lifeline.Write(c.in, lifeline.Word{Say: say}) }

// kill ends a window that does not end by itself.
func (c *child) kill() { _ = c.cmd.Process.Kill() }

// outcome is how a window ended that nobody killed.
func (c *child) outcome(night bool) outcome {
	if c.state == nil {
		return outcome{kind: restarts.Gone}
	}
	return outcome{
		ended: c.ended.Load() && !night, night: c.ended.Load() && night,
		code: c.state.ExitCode(), kind: restarts.Gone, detail: c.state.String(),
	}
}
