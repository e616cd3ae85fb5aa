package versions

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/safefile"
)

// Store is what the process that watches over the window does with programs. It is the
// only one that tries any.
type Store struct {
	DataDir   string
	Installed string // the version that was installed
	Now       func() time.Time
	Log       *slog.Logger
}

// ErrNothing is given where no program waits that could be tried.
var ErrNothing = errors.New("no program waits for its trial")

// cutsAllowed is how often the machine may go off during the trials of one program.
// The first time may be chance, and nothing was wrong until then; a program that brings
// the machine down must not do so for ever.
const cutsAllowed = 1

// Settle brings in order what the last run left: a trial that was broken off by a power
// cut, programs that are older than the one that was installed since.
func (s Store) Settle() error {
	st, err := read(s.DataDir)
	if err != nil {
		s.Log.Error("state of the programs not read: the installed one runs", "err", err)
		return err
	}
	stale := func(p *Program) bool { return p != nil && !newer(p.Version, s.Installed) }
	if st.Trial == nil && !stale(st.Good) && !stale(st.Waiting) {
		return nil
	}
	return change(s.DataDir, func(st *State) error {
		if t := st.Trial; t != nil {
			s.Log.Warn("a trial was broken off", "version", st.Waiting.version(), "cuts", st.Cuts+1)
			err := putBack(s.DataDir, *t)
			if st.Trial, st.Cuts = nil, st.Cuts+1; st.Cuts > cutsAllowed || err != nil {
				s.fail(st, Cut, "", err)
			}
		}
		if stale(st.Good) { // the installed one is as new: it wins
			s.Log.Info("the installed program is newer", "installed", s.Installed, "good", st.Good.Version)
			st.Good, st.Before = nil, nil
		}
		if stale(st.Waiting) {
			st.Waiting, st.Cuts, st.Held = nil, 0, ""
		}
		return nil
	})
}

// Program gives the file of the good program, "" for the installed one. A file that is
// not as it came is left, and the one before runs.
func (s Store) Program() string {
	for range 3 {
		st, err := read(s.DataDir)
		if err != nil || st.Good == nil || !newer(st.Good.Version, s.Installed) {
			return ""
		}
		cause := s.whole(*st.Good)
		if cause == nil {
			return st.Good.Path(s.DataDir)
		}
		s.Log.Error("the good program is damaged", "version", st.Good.Version, "err", cause)
		bad := *st.Good
		err = change(s.DataDir, func(st *State) error {
			if st.Good != nil && st.Good.SHA256 == bad.SHA256 {
				st.Failed = append(st.Failed, Failure{bad.Number, bad.Version, s.Now(), Damaged, cause.Error(), false})
				st.Good, st.Before = st.Before, nil
			}
			return nil
		})
		if err != nil {
			s.Log.Error("not noted", "err", err)
			return ""
		}
	}
	return ""
}

// Due says whether a program waits for its trial.
func (s Store) Due() bool {
	st, err := read(s.DataDir)
	return err == nil && st.Waiting != nil && st.Trial == nil && newer(st.Waiting.Version, s.Installed)
}

// Begin marks that the waiting program is about to be tried, once everything that it
// could spoil has been copied. Errors: [ErrNothing], [ErrInUse], those of the disk.
func (s Store) Begin() (path string, err error) {
	if !s.Due() {
		return "", ErrNothing
	}
	var failed, held error
	err = change(s.DataDir, func(st *State) error {
		if st.Waiting == nil || st.Trial != nil {
			return ErrNothing
		}
		if cause := s.whole(*st.Waiting); cause != nil {
			s.fail(st, Damaged, cause.Error(), nil)
			failed = ErrNothing
			return nil
		}
		t, err := copies(s.DataDir)
		if err != nil {
			if held = err; errors.Is(err, ErrInUse) {
				st.Held = InUse
			} else {
				st.Held = NoRoom
			}
			return nil
		}
		t.Since = s.Now()
		st.Trial, st.Held = &t, ""
		path = st.Waiting.Path(s.DataDir)
		return nil
	})
	return path, errors.Join(err, failed, held)
}

// Pass makes the program on trial the good one. grown says that it gave the database a
// form that the one before cannot open.
func (s Store) Pass(grown bool) error {
	return change(s.DataDir, func(st *State) error {
		if st.Trial == nil || st.Waiting == nil {
			return ErrNothing
		}
		// From now on nothing older is taken in. Cut off here, the trial is made again.
		err := safefile.Copy(filepath.Join(st.Waiting.Home(s.DataDir), MemoryName), filepath.Join(s.DataDir, MemoryName))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		st.Waiting.Proven, st.Waiting.Grown = s.Now(), grown
		st.Before, st.Good = st.Good, st.Waiting
		st.Waiting, st.Trial, st.Cuts, st.Held = nil, nil, 0, ""
		return nil
	})
}

// probation is how long a good program is new: what brings it down again and again is
// taken to be its own fault. Later it is more likely the machine's.
const probation = 7 * 24 * time.Hour

// GoBack drops the good program, which became good not long ago and goes down again and
// again. The one before is the good one again. The data stay as they are, for people have
// worked with them since. Error: [ErrNothing] where there is no reason to, or where the
// one before could not open the database.
func (s Store) GoBack(detail string) error {
	return change(s.DataDir, func(st *State) error {
		p := st.Good
		if p == nil || st.Trial != nil || p.Grown || !newer(p.Version, s.Installed) || s.Now().Sub(p.Proven) > probation {
			return ErrNothing
		}
		st.Failed = append(st.Failed, Failure{p.Number, p.Version, s.Now(), Unsteady, clip(detail), false})
		st.Good, st.Before = st.Before, nil
		s.Log.Error("the good program goes down again and again: the one before runs", "version", p.Version, "before", st.Good.version(), "detail", detail)
		return nil
	})
}

// Fail ends a trial: the data are as they were before, and the program is not tried
// again by itself. Its process has ended.
func (s Store) Fail(why Reason, detail string) error {
	return s.end(func(st *State, lost error) { s.fail(st, why, detail, lost) })
}

// Undo ends a trial that nothing was wrong with, such as when the machine is switched
// off: the program waits again.
func (s Store) Undo() error {
	return s.end(func(st *State, lost error) {
		if lost != nil {
			s.fail(st, Cut, "", lost)
		}
	})
}

// end puts the data back and has it noted how the trial has ended, and whether they are
// not back.
func (s Store) end(note func(st *State, lost error)) error {
	return change(s.DataDir, func(st *State) error {
		if st.Trial == nil {
			return ErrNothing
		}
		note(st, putBack(s.DataDir, *st.Trial))
		st.Trial = nil
		return nil
	})
}

// fail notes that the waiting program is not good.
func (s Store) fail(st *State, why Reason, detail string, lost error) {
	if lost != nil {
		detail = strings.TrimSpace(detail + " " + lost.Error())
		keepCopies(s.DataDir)
	}
	if p := st.Waiting; p != nil {
		st.Failed = append(st.Failed, Failure{p.Number, p.Version, s.Now(), why, clip(detail), lost != nil})
		s.Log.Error("the new program is not good", "version", p.Version, "reason", why, "detail", detail, "data_lost", lost != nil)
	}
	st.Waiting, st.Cuts, st.Held = nil, 0, ""
}

// clip keeps the beginning of what the system said.
func clip(detail string) string {
	const most = 300
	return strings.ToValidUTF8(detail[:min(len(detail), most)], "")
}

// whole says what is wrong with the file of a program.
func (s Store) whole(p Program) error {
	f, err := os.Open(p.Path(s.DataDir))
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	if hex.EncodeToString(sum.Sum(nil)) != p.SHA256 {
		return errors.New("another SHA-256")
	}
	return nil
}

func (p *Program) version() string {
	if p == nil {
		return ""
	}
	return p.Version
}
