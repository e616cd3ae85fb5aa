//go:build linux

package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/content"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// deskFigures is what staff's work behind the door takes.
type deskFigures struct {
	saves    []float64 // ms from a call to save a note to its commit, sorted
	read     []float64 // ms to read a sentence of the longest lesson for what is missing, sorted
	lay      time.Duration
	write    time.Duration // of a backup of a year
	look     time.Duration // to say what it holds
	database int64         // bytes
	file     int64         // bytes, of the backup
	counts   int
	opens    []float64 // ms from the last key of a PIN to the desk, sorted
	letters  []float64 // ms from a key to the letter in the preview, sorted
	echo     []float64 // ms from a key to the letter in its own field, sorted
}

const (
	savesMeasured = 2000
	readsMeasured = 200
	aYear         = 365
	aDay          = 60 // counts of an office that is well visited: services × what is done
)

func measureDesk() (_ *deskFigures, err error) {
	dir, err := os.MkdirTemp("", "tungbuoc-bench-desk-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	log, ctx := slog.New(slog.DiscardHandler), context.Background()
	now := time.Now().AddDate(-1, 0, 0)
	db, err := sqlite.Open(ctx, dir, func() time.Time { return now }, log)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	lib, report := content.Open(content.Shipped())
	if lib == nil {
		return nil, fmt.Errorf("the pack has errors: %v", report.Errors)
	}
	f := &deskFigures{}
	if err := f.typing(ctx, db, lib.Pack); err != nil {
		return nil, err
	}
	for day := range aYear {
		for n := range aDay {
			s := &lib.Pack.Services[(day+n*7)%len(lib.Pack.Services)]
			if err := db.Count(ctx, guide.Count{Service: s.Key, Event: guide.EventOpened, Lang: "vi"}); err != nil {
				return nil, err
			}
			f.counts++
		}
		now = now.AddDate(0, 0, 1)
	}
	if err := f.backup(ctx, db, dir); err != nil {
		return nil, err
	}
	f.opens, f.letters, f.echo, err = watchDesk()
	return f, err
}

// typing saves a note letter by letter, and reads a sentence of the longest lesson.
func (f *deskFigures) typing(ctx context.Context, db *sqlite.DB, pack *guide.Pack) error {
	d := desk.Desk{Store: db, Pack: pack, Who: "Lan"}
	target := longestSentence(pack)
	service, _, _ := strings.Cut(target, "/")
	for n := range savesMeasured {
		began := time.Now()
		if _, err := d.Save(ctx, service, fmt.Sprint("Nộp tại bàn ", n), int64(n+1)); err != nil {
			return err
		}
		f.saves = append(f.saves, time.Since(began).Seconds()*1000)
	}
	if _, err := d.Show(ctx, service, savesMeasured); err != nil {
		return err
	}
	for n := range readsMeasured {
		began := time.Now()
		if _, err := pack.ReadWording(guide.Wording{Target: target, Say: fmt.Sprintf("Chạm mục thứ %d.", n)}, "2026-11-30"); err != nil {
			return err
		}
		f.read = append(f.read, time.Since(began).Seconds()*1000)
	}
	slices.Sort(f.saves)
	slices.Sort(f.read)
	local, err := db.Local(ctx)
	f.lay = medianTime(lessonRounds, func() { pack.WithLocal(local) })
	return err
}

func (f *deskFigures) backup(ctx context.Context, db *sqlite.DB, dir string) error {
	name := filepath.Join(dir, "backup.zip")
	var err error
	f.write = medianTime(lessonRounds, func() {
		var out *os.File
		if out, err = os.Create(name); err != nil {
			return
		}
		if _, err = (backup.Office{DataDir: dir, DB: db, Now: time.Now()}).Write(ctx, out); err == nil {
			err = out.Sync()
		}
		if cerr := out.Close(); err == nil {
			err = cerr
		}
	})
	if err != nil {
		return err
	}
	f.look = medianTime(lessonRounds, func() { _, err = backup.Look(name) })
	if err != nil {
		return err
	}
	for path, size := range map[string]*int64{name: &f.file, filepath.Join(dir, "office.db"): &f.database} {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		*size = info.Size()
	}
	return nil
}

// Text is the section of the report.
func (f *deskFigures) Text() string {
	at := func(list []float64, part float64) float64 { return list[int(part*float64(len(list)-1))] }
	return fmt.Sprintf(`
## Staff's work

| what | value |
|---|---|
| a letter of a note, from the call to its commit on the disk (%d letters) | median %.1f ms, p95 %.1f ms |
| a sentence of the longest lesson read for what is missing (%d times) | median %.1f ms, p95 %.1f ms |
| what the office says laid over the pack | %.1f ms |
| a backup of a year (%d counts, %.1f MB of database), written and synced | %.0f ms, %.2f MB |
| what the backup holds, read from it | %.2f ms |
| in the window, from the last key of a PIN to the desk (%d times, wanted ≤ 300 ms; a PIN is made slow to guess) | median %.0f ms, p95 %.0f ms |
| in the window, from a key to the letter in the preview, longest lesson (%d letters; wanted p95 ≤ 50 ms) | median %.0f ms, p95 %.0f ms |
| the same letters until they stand in the field they are typed into: what the engine itself takes | median %.0f ms, p95 %.0f ms |
`, len(f.saves), at(f.saves, 0.5), at(f.saves, 0.95), len(f.read), at(f.read, 0.5), at(f.read, 0.95), f.lay.Seconds()*1000,
		f.counts, float64(f.database)/1e6, f.write.Seconds()*1000, float64(f.file)/1e6, f.look.Seconds()*1000,
		len(f.opens), at(f.opens, 0.5), at(f.opens, 0.95), len(f.letters), at(f.letters, 0.5), at(f.letters, 0.95),
		at(f.echo, 0.5), at(f.echo, 0.95))
}
