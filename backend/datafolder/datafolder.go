// Package datafolder opens what the office's data folder holds for the kiosk: the
// database with the set-up code beside it, and the office's own settings. A
// kiosk whose folder is sick still shows its lessons, so nothing here fails: what
// cannot be used is missing, and staff are told.
package datafolder

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// Opened is what the data folder gave. Any part may be missing: the lessons
// need none of it.
type Opened struct {
	DB     *sqlite.DB       // nil: counts are not kept, and staff have nothing to work with
	Links  guide.LocalLinks // what the office knows of the pack's links
	Local  guide.Local      // what it notes beside the pack
	Own    *desk.Commune    // what it says of itself
	Set    *desk.Settings   // how this kiosk is set
	Notice string           // for staff, in Vietnamese, "" when all is well
}

// Open opens the database and reads the office's own settings. What
// cannot be read is left out, said to staff in one sentence, and logged. An
// empty dir means that nothing is read or kept.
func Open(dir string, log *slog.Logger) Opened {
	var st Opened
	if dir == "" {
		return st
	}
	db, err := sqlite.Open(context.Background(), dir, time.Now, log)
	if err != nil {
		log.Error("open office.db", "err", err)
		st.Notice = guide.Message(err)
	} else {
		st.DB, st.Set = db, desk.OpenSettings(context.Background(), db, log)
		st.Notice = lastLife(db)
		if st.Links, err = db.LocalLinks(context.Background()); err != nil {
			log.Error("read link checks", "err", err) // the pack's own word holds
		}
		if st.Local, err = db.Local(context.Background()); err != nil {
			log.Error("read notes", "err", err) // the pack says what it says everywhere
		}
		if err := staff.Prepare(context.Background(), db, staff.NewSetup(dir)); err != nil {
			log.Error("make set-up code", "err", err)
		}
	}
	var kept desk.DetailStore
	if st.DB != nil {
		kept = st.DB
	}
	if st.Own, err = desk.OpenCommune(context.Background(), kept, dir); err != nil {
		log.Error("read office settings", "err", err)
		if st.Notice == "" {
			st.Notice = guide.Message(err)
		}
	}
	return st
}

// lastLife says what became of a database that was damaged or gone, "" when all is well.
func lastLife(db *sqlite.DB) string {
	var said []string
	if path := db.SetAside(); path != "" {
		said = append(said, "Tệp dữ liệu bị hỏng, đã cất sang "+filepath.Base(path)+".")
	} else if db.Recovered() != "" {
		said = append(said, "Tệp dữ liệu bị mất.")
	}
	if day, err := time.Parse(time.DateOnly, db.Recovered()); err == nil {
		said = append(said, "Máy đã dùng lại bản sao ngày "+day.Format("2/1/2006")+".")
	} else if len(said) > 0 {
		said = append(said, "Máy đã tạo tệp mới.")
	}
	return strings.Join(said, " ")
}

// Office is the office as residents see it now, with what is set of this kiosk.
func (o Opened) Office() guide.Office { return o.Set.Lay(o.Own.Office()) }

// Sweep removes what a kiosk that was killed while saving left behind in dir.
func Sweep(dir string, log *slog.Logger) {
	removed, err := safefile.Sweep(dir, time.Now())
	if err != nil {
		log.Warn("sweep data folder", "err", err)
	}
	if len(removed) > 0 {
		log.Info("unfinished files removed", "count", len(removed))
	}
}

// When what is done once a day is done: not while the kiosk is being opened, and
// then soon after midnight.
const (
	firstRound = time.Minute
	nextRound  = time.Hour
)

// Daily keeps a copy of the database for each day, and says when what the office
// lays over the pack has to be read anew: some of it begins with a day. It goes on
// until ctx is over.
func (st Opened) Daily(ctx context.Context, log *slog.Logger, lay func(read func() (guide.Local, error)) error) {
	for wait := firstRound; st.DB != nil; wait = nextRound {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		if err := lay(func() (guide.Local, error) { return st.DB.Local(ctx) }); err != nil {
			log.Warn("local words not read", "err", err) // those of before hold
		}
		if made, err := st.DB.KeepSpare(ctx); err != nil {
			log.Warn("database not copied", "err", err)
		} else if made {
			log.Info("database copied")
		}
	}
}

// Close closes the database, if there is one. Error: CodeStorage.
func (st Opened) Close() error {
	if st.DB == nil {
		return nil
	}
	return st.DB.Close()
}

// How far back an office's own counts go: long enough for a small office to have
// any, short enough to follow the seasons. And how long the first screen waits.
const (
	openedDays = 60
	openedWait = 500 * time.Millisecond
)

// OpenedMost gives the keys of the services that this office's residents opened
// most of late, none where that is not known: the pack has a list, too.
func (o Opened) OpenedMost(log *slog.Logger) []string {
	if o.DB == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), openedWait)
	defer cancel()
	opened, err := o.DB.Opened(ctx, openedDays)
	if err != nil {
		log.Warn("openings not read", "err", err)
	}
	return guide.OpenedMost(opened)
}
