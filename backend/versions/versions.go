// Package versions keeps the programs of an office's kiosk side by side: the one that
// was installed, those that came by signed updates, and which of them is good. A new
// one waits until nobody is at the kiosk, is tried, and becomes good only when it has
// proven that it lives; otherwise the one before goes on, and why is kept.
//
// The process that watches over the window links this package, so it is small and
// knows nothing of signatures: package intake does.
package versions

import (
	"path/filepath"
	"time"
)

// Folder is where programs are, in the data folder.
const Folder = "versions"

// Program is one version of the program that came by an update.
type Program struct {
	Number  int64     `json:"number"` // of the update
	Version string    `json:"version"`
	Made    time.Time `json:"made"`
	Taken   time.Time `json:"taken"`
	Proven  time.Time `json:"proven,omitzero"` // since when it is good
	Size    int64     `json:"size"`
	SHA256  string    `json:"sha256"`
}

// State is what is known of the programs in a data folder.
type State struct {
	Good    *Program  `json:"good,omitempty"`    // nil: the one that was installed
	Before  *Program  `json:"before,omitempty"`  // the good one before; nil: the one that was installed
	Waiting *Program  `json:"waiting,omitempty"` // for its trial
	Trial   *Trial    `json:"trial,omitempty"`   // of the waiting one, while it goes on
	Failed  []Failure `json:"failed,omitempty"`  // oldest first
}

// Trial is that the waiting program has been started.
type Trial struct {
	Since time.Time `json:"since"`
	Tries int       `json:"tries"` // a power cut during the first allows a second
}

// Failure is a program that did not prove itself.
type Failure struct {
	Number  int64     `json:"number"`
	Version string    `json:"version"`
	At      time.Time `json:"at"`
	Reason  Reason    `json:"reason"`
	Detail  string    `json:"detail,omitempty"` // of the system, such as an exit status
}

// Reason is why a program is not good.
type Reason string

// The reasons. Each has its sentence for people in Sentence.
const (
	Unstartable Reason = "unstartable" // the system does not start it
	Ended       Reason = "ended"       // it ended by itself
	Unopened    Reason = "unopened"    // no first screen came
	Hung        Reason = "hung"        // its page stopped answering
	Unproven    Reason = "unproven"    // a screen came, but it did not say that all works
	Unseen      Reason = "unseen"      // it said so, but nothing is to be seen on the screen
	Cut         Reason = "cut"         // the machine went off during its trials
	Damaged     Reason = "damaged"     // its file is not as it came
)

// Path is where the program's file is.
func (p Program) Path(dataDir string) string {
	return filepath.Join(dataDir, Folder, p.folder(), FileName)
}

// Look reads the state of a data folder; nothing there is no error.
func Look(dataDir string) (State, error) { return State{}, nil }

// Cancel drops the program that waits. It gives the one dropped, nil when none waits.
// Error: CodeBusy while it is being tried.
func Cancel(dataDir string) (*Program, error) { return nil, nil }

// Sentence says in Vietnamese why a program is not good.
func (r Reason) Sentence() string { return string(r) }

// Sentence says in Vietnamese which version failed, when and why.
func (f Failure) Sentence(at *time.Location) string { return f.Version }

func (p Program) folder() string { return p.Version }
