// Package versions keeps the programs of an office's kiosk side by side: the one that
// was installed, those that came by signed updates, and which of them is good. A new
// one waits until nobody is at the kiosk, is tried, and becomes good only when it has
// proven that it lives; otherwise the one before goes on, and why is kept.
//
// The process that watches over the window links this package, so it is small and
// knows nothing of signatures: package intake does.
//
// In the data folder:
//
//	versions/state.json        which program is good, waits, has failed
//	versions/12-1.4.0/         a program, and what it is remembered by once it is good
//	versions/copy/             what a trial could spoil, as it was before
//	versions/aside/            what a failed program has left in the data folder
package versions

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/guide"
)

// Folder is where programs are, in the data folder.
const Folder = "versions"

// MemoryName is a file beside a program: what takes the place of the data folder's
// file of that name once the program is good. Package intake puts it there.
const MemoryName = "trust.json"

// Program is one version of the program that came by an update.
type Program struct {
	Number  int64     `json:"number"` // of the update
	Version string    `json:"version"`
	Made    time.Time `json:"made"`
	Taken   time.Time `json:"taken"`
	Proven  time.Time `json:"proven,omitzero"` // since when it is good
	Size    int64     `json:"size"`
	SHA256  string    `json:"sha256"`
	Grown   bool      `json:"grown,omitempty"` // it gave the database a form that no program before it can open
}

// State is what is known of the programs in a data folder.
type State struct {
	Good    *Program  `json:"good,omitempty"`    // nil: the one that was installed
	Before  *Program  `json:"before,omitempty"`  // the good one before; nil: the one that was installed
	Waiting *Program  `json:"waiting,omitempty"` // for its trial
	Held    Reason    `json:"held,omitempty"`    // why its trial could not begin yet
	Cuts    int       `json:"cuts,omitempty"`    // how often the machine went off during its trial
	Trial   *Trial    `json:"trial,omitempty"`   // of the waiting one, while it goes on
	Failed  []Failure `json:"failed,omitempty"`  // oldest first
}

// Trial is that the waiting program has been started, and what the data folder held.
type Trial struct {
	Since  time.Time `json:"since"`
	Copied []string  `json:"copied"` // files that were copied before
	Others []string  `json:"others"` // files that no program changes
}

// Path is where the program's file is.
func (p Program) Path(dataDir string) string { return filepath.Join(p.Home(dataDir), FileName) }

// Home is the folder of the program.
func (p Program) Home(dataDir string) string {
	return filepath.Join(dataDir, Folder, p.folder())
}

// folder is a name that no version can make into another place.
func (p Program) folder() string {
	plain := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '.' || r == '-' {
			return r
		}
		return '_'
	}, p.Version)
	return fmt.Sprintf("%d-%.40s", p.Number, plain)
}

// Look reads the state of a data folder; nothing there is no error. Error: CodeStorage.
func Look(dataDir string) (State, error) {
	st, err := read(dataDir)
	if err != nil {
		return State{}, guide.Wrap(err, guide.CodeStorage, "Không đọc được sổ các bản chương trình (%s).", filepath.Join(Folder, stateName))
	}
	return st, nil
}

// Wait makes a program the one that waits for its trial, in the place of another that
// waits. Its file is in its folder already. Errors: CodeBusy while one is being tried;
// CodeStorage, CodeDiskFull.
func Wait(dataDir string, p Program) error {
	return change(dataDir, func(st *State) error {
		if st.Trial != nil {
			return busy()
		}
		st.Waiting, st.Held, st.Cuts = &p, "", 0
		return nil
	})
}

// Cancel drops the program that waits. It gives the one dropped, nil when none waits.
// Errors: CodeBusy while it is being tried; CodeStorage, CodeDiskFull.
func Cancel(dataDir string) (dropped *Program, err error) {
	if st, err := read(dataDir); err == nil && st.Waiting == nil {
		return nil, nil
	}
	err = change(dataDir, func(st *State) error {
		if st.Trial != nil {
			return busy()
		}
		dropped = st.Waiting
		st.Waiting, st.Held, st.Cuts = nil, "", 0
		return nil
	})
	return dropped, err
}

func busy() error {
	return guide.Errorf(guide.CodeBusy, "Máy đang mở thử bản mới. Mời chờ một phút rồi thử lại.")
}

// Newest is the newer one of the version that was installed and the good one.
func (st State) Newest(installed string) string {
	if st.Good != nil && newer(st.Good.Version, installed) {
		return st.Good.Version
	}
	return installed
}

// newer says whether version a comes after b; what is no version comes after nothing.
func newer(a, b string) bool {
	order, ok := guide.CompareVersions(a, b)
	return ok && order > 0
}
