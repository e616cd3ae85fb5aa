package desktop

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// storage is what the data folder gave. Any part may be missing: the lessons
// need none of it.
type storage struct {
	db     *sqlite.DB // nil: counts are not kept, and staff have nothing to work with
	office guide.Office
	notice string // for staff, in Vietnamese, "" when all is well
}

// openStorage opens the database and reads the office's own settings. What
// cannot be read is left out, said to staff in one sentence, and logged.
func openStorage(dir string, log *slog.Logger) storage {
	var st storage
	if dir == "" {
		return st
	}
	db, err := sqlite.Open(context.Background(), dir, time.Now, log)
	if err != nil {
		log.Error("open office.db", "err", err)
		st.notice = guide.Message(err)
	} else {
		st.db = db
		if path := db.SetAside(); path != "" {
			st.notice = "Tệp dữ liệu bị hỏng, đã cất sang " + filepath.Base(path) + ". Máy đã tạo tệp mới."
		}
		if err := staff.Prepare(context.Background(), db, staff.NewSetup(dir)); err != nil {
			log.Error("make set-up code", "err", err)
		}
	}
	office, err := content.OfficeIn(dir)
	if err != nil {
		log.Error("read office settings", "err", err)
		if st.notice == "" {
			st.notice = guide.Message(err)
		}
	}
	st.office = office
	return st
}

func (st storage) close() error {
	if st.db == nil {
		return nil
	}
	return st.db.Close()
}
