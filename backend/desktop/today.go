package desktop

import (
	"context"
	"path/filepath"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/places"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/today"
	"tungbuoc/backend/worker"
)

// Today says what there is to do. A part that fails leaves the others standing.
func (s *Staff) Today() (today.View, error) {
	return authorised(s, "Today", func(ctx context.Context, db *sqlite.DB) (today.View, error) {
		ask := today.Office{
			Paper:  func() (int, error) { made, err := s.History(); return paper.ToReplace(made), err },
			Codes:  func() (int, error) { links, err := s.Links(); return links.Own, err },
			Notes:  func() (int, error) { notes, err := s.Notes(); return notes.Parked, err },
			Words:  func() (int, error) { list, err := s.Wordings(); return desk.ToRead(list), err },
			Job:    func() (string, error) { left, err := s.Unfinished(); return left.Title, err },
			Missed: func(from string, limit int) ([]sqlite.Missed, error) { return db.Missed(ctx, from, limit) },
			Now:    s.now(), Log: s.log,
		}
		if s.gate.Check("Backup") == nil {
			ask.Backup = func() (guide.Backup, error) { return backup.Last(ctx, db) }
		}
		return today.Look(ctx, ask), nil
	})
}

// Backup starts writing what the office has made into one of the Folders; Progress
// tells when it is there and was read back. Errors: CodeNotFound, CodeBusy.
func (s *Staff) Backup(folder string) error {
	return s.allowed("Backup", func(ctx context.Context, db *sqlite.DB) error {
		to, err := places.Find(findSticks(), folder)
		if err != nil {
			return err
		}
		office := backup.Office{DB: db, DataDir: s.dataDir, Version: guide.Version, Now: s.now()}
		name := filepath.Join(to.Path, backup.Name(office.Now))
		return s.worker.Start(func() (worker.Task, error) {
			return worker.Task{Pages: 1, Do: func(ctx context.Context, w *worker.Work) error {
				_, err := office.Save(ctx, name, to.Stick)
				if err != nil && ctx.Err() != nil {
					return worker.ErrStopped
				}
				if err == nil {
					w.Update(func(p *worker.Progress) { p.Done, p.File = 1, name })
				}
				return s.noted(ctx, err, guide.DeedBackup, to.Name)
			}}, nil
		})
	})
}

// sweep removes what a program that was killed in the middle of a backup left behind.
func (o *office) sweep() {
	removed, err := backup.Sweep(o.dataDir, o.now())
	if len(removed) > 0 || err != nil {
		o.log.Info("unfinished backups removed", "count", len(removed), "err", err)
	}
}
