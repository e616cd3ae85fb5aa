// Package lifeline is what the kiosk's window and the process that watches over it
// say to each other: lines of JSON over the window's standard input and output,
// which every system has. Nothing of a resident is in them.
package lifeline

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"sync"
)

// Variable tells a window that somebody watches over it; its value is [Trial] where
// the window's program has to prove first that it lives.
const Variable = "TUNGBUOC_WATCHED"

// Trial is the value of [Variable] for a program that is being tried.
const Trial = "trial"

// What is said.
const (
	SayBeat    = "beat"    // the page lives
	SayEnded   = "ended"   // the window ends because it was told to, or cannot be opened here
	SayStop    = "stop"    // to the window: end
	SayForward = "forward" // to the window: it cannot be seen
	SayProven  = "proven"  // on trial: the first screen is painted, the database open, a code read back
	SayUnfit   = "unfit"   // on trial: one of these went wrong
	SayGood    = "good"    // to the window: the trial is over, it may be used
)

// What went wrong, with [SayUnfit].
const (
	UnfitStorage = "storage"
	UnfitCodes   = "codes"
)

// Word is one line.
type Word struct {
	Say  string `json:"say"`
	Idle bool   `json:"idle,omitempty"` // nobody is at the kiosk
	Away bool   `json:"away,omitempty"` // the window is not on the full screen: staff put it aside
	Mark *Mark  `json:"mark,omitempty"` // what the page has just painted
	Why  string `json:"why,omitempty"`  // what went wrong
	// Grown says, with SayProven, that the database has now a form that the program before
	// cannot open.
	Grown bool `json:"grown,omitempty"`
}

// Mark is a small square at the page's edge that changes its shade with every beat,
// so that who looks at the glass can tell a living page from a picture of one. In
// pixels of the screen.
type Mark struct {
	X     int `json:"x"`
	Y     int `json:"y"`
	Side  int `json:"side"`
	Shade int `json:"shade"` // 0 or 1
}

// maxLine is the longest line that is read, in bytes.
const maxLine = 4 << 10

// Line is the window's end. A nil Line is that of a window nobody watches.
type Line struct {
	mu  sync.Mutex
	out io.Writer
	// Orders are [SayStop], [SayForward] and [SayGood]; closed when the watcher is gone.
	Orders <-chan string
	trial  bool
}

// OnTrial says whether this program has to prove itself.
func (l *Line) OnTrial() bool { return l != nil && l.trial }

// Watched says whether somebody watches over this process, until it has joined.
func Watched() bool { return os.Getenv(Variable) != "" }

// Join gives this process's end; nil when nobody watches. It takes standard output:
// what else is printed there goes nowhere.
func Join() *Line {
	if !Watched() {
		return nil
	}
	trial := os.Getenv(Variable) == Trial
	_ = os.Unsetenv(Variable) // what this process starts is watched by nobody
	out, err := takeOutput()
	if err != nil {
		return nil
	}
	l := newLine(os.Stdin, out)
	l.trial = trial
	return l
}

func newLine(in io.Reader, out io.Writer) *Line {
	orders := make(chan string)
	go func() {
		defer close(orders)
		Read(in, func(w Word) {
			if w.Say == SayStop || w.Say == SayForward || w.Say == SayGood {
				orders <- w.Say
			}
		})
	}()
	return &Line{out: out, Orders: orders}
}

// Say writes a word. A watcher that is gone is no reason to stop.
func (l *Line) Say(w Word) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = Write(l.out, w)
}

// Write writes a line.
func Write(to io.Writer, w Word) error {
	line, err := json.Marshal(w)
	if err != nil {
		return err
	}
	_, err = to.Write(append(line, '\n'))
	return err
}

// Read calls hear for every word until the other end is gone. What is no word, such
// as what a library prints, is passed over.
func Read(from io.Reader, hear func(Word)) {
	lines := bufio.NewReaderSize(from, maxLine)
	for long := false; ; {
		line, cut, err := lines.ReadLine()
		if err != nil {
			return
		}
		var w Word
		if !long && !cut && json.Unmarshal(line, &w) == nil && w.Say != "" {
			hear(w)
		}
		long = cut
	}
}
