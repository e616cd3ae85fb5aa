package desktop

import (
	"context"
	"io"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/gaps"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/today"
)

// Today says what there is to do. A part that fails leaves the others standing.
func (s *Staff) Today() (today.View, error) {
	return authorised(s, "Today", func(ctx context.Context, db *sqlite.DB) (today.View, error) {
		ask := today.Office{
			Paper: func() (int, error) { made, err := s.History(); return paper.ToReplace(made), err },
			Codes: func() (int, error) { links, err := s.Links(); return links.Own, err },
			Notes: func() (int, error) { notes, err := s.Notes(); return notes.Parked, err },
			Words: func() (int, error) { list, err := s.Wordings(); return desk.ToRead(list), err },
			Says: func() ([]guide.Detail, error) {
				return owning(s, "Commune", func(ctx context.Context, c *desk.Commune, by desk.By) ([]guide.Detail, error) {
					return c.Missing(ctx, by.Role)
				})
			},
			Begun:  func() ([]guide.Begun, error) { return lacking(ctx, s, db, gaps.Begun) },
			Stuck:  func() (int, error) { return lacking(ctx, s, db, gaps.Stuck) },
			Job:    func() (string, error) { left, err := s.Unfinished(); return left.Title, err },
			Missed: func(from string, limit int) ([]sqlite.Missed, error) { return db.Missed(ctx, from, limit) },
			Now:    s.now(), Log: s.log,
		}
		if s.gate.Check("Backup") == nil {
			ask.Backup = func() (guide.Backup, error) { return backup.Last(ctx, db) }
			ask.Update = func() (string, error) { return s.updates.FailedLately(s.takes) }
		}
		return today.Look(ctx, ask), nil
	})
}

// SaveMissed starts writing what residents looked for in vain into one of the Folders,
// for the province: only what many have typed. Errors: CodeNotFound, CodeBusy.
func (s *Staff) SaveMissed(folder string) error {
	now := s.now()
	return s.saving("SaveMissed", folder, today.MissedFile(now), guide.DeedMissed, func(ctx context.Context, db *sqlite.DB, name string, _ bool) error {
		return safefile.Write(name, func(out io.Writer) error { return today.WriteMissed(ctx, out, db.Missed, now) })
	})
}

// Gaps lists what the lessons still lack here.
func (s *Staff) Gaps() (gaps.View, error) {
	return authorised(s, "Gaps", func(ctx context.Context, db *sqlite.DB) (gaps.View, error) { return lacking(ctx, s, db, gaps.Look) })
}

// lacking looks at the lessons as they are here, for who stands at the desk.
func lacking[T any](ctx context.Context, s *Staff, db *sqlite.DB, look func(context.Context, gaps.Office) (T, error)) (none T, _ error) {
	bare, err := s.content.Bare()
	if err != nil {
		return none, err
	}
	shown, err := s.content.Pack()
	if err != nil {
		return none, err
	}
	st, _ := s.storage.Get() // it has given the database
	return look(ctx, gaps.Office{Store: db, Pack: bare, Shown: shown, Says: st.Office(), Role: s.gate.Role(), Now: s.now()})
}

// Backup starts writing what the office has made into one of the Folders; Progress
// tells when it is there and was read back. Errors: CodeNotFound, CodeBusy.
func (s *Staff) Backup(folder string) error {
	now := s.now()
	return s.saving("Backup", folder, backup.Name(now), guide.DeedBackup, func(ctx context.Context, db *sqlite.DB, name string, stick bool) error {
		_, err := backup.Office{DB: db, DataDir: s.dataDir, Version: guide.Version, Now: now}.Save(ctx, name, stick)
		return err
	})
}

// sweep removes what a program that was killed in the middle of a backup left behind.
func (o *office) sweep() {
	removed, err := backup.Sweep(o.dataDir, o.now())
	if len(removed) > 0 || err != nil {
		o.log.Info("unfinished backups removed", "count", len(removed), "err", err)
	}
}
