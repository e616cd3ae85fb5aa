package backup

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
)

// settingLast is the setting with the last good backup, a [guide.Backup].
const settingLast = "backup_last"

// Save writes a backup into a file, reads it back, and remembers it once it is
// found good; stick says that the file left the PC. Errors: CodeStorage,
// CodeDiskFull, those of [Look].
func (o Office) Save(ctx context.Context, file string, stick bool) (m Manifest, err error) {
	err = safefile.Write(file, func(w io.Writer) (err error) {
		m, err = o.Write(ctx, w)
		return err
	})
	if err == nil {
		err = sound(file)
	}
	if err != nil {
		return m, err
	}
	last, err := json.Marshal(guide.Backup{Made: m.Made, Stick: stick, Days: m.Days, Batches: m.Batches, Checks: m.Checks, Clips: m.Clips, Notes: m.Notes, Words: m.Words, Away: m.Away, People: m.People})
	if err != nil {
		return m, storage(err)
	}
	return m, o.DB.SetSetting(ctx, settingLast, string(last))
}

// Last is the last backup that was found good. Error: CodeStorage.
func Last(ctx context.Context, db *sqlite.DB) (last guide.Backup, err error) {
	kept, err := db.Setting(ctx, settingLast)
	if err != nil || kept == "" {
		return last, err
	}
	if err := json.Unmarshal([]byte(kept), &last); err != nil {
		return guide.Backup{}, storage(err)
	}
	return last, nil
}

// sound says whether every file of a backup is in it as it was put in: what a bad
// stick has kept is found out while the office still has everything.
func sound(file string) error {
	in, m, err := open(file)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	for _, f := range m.Files {
		if err := copied(in, f, io.Discard); err != nil {
			return guide.Wrap(fmt.Errorf("backup: %s: %w", f.Name, err), guide.CodeStorage, "Bản sao lưu vừa chép đọc lại bị lỗi. Mời xem lại USB, rồi sao lưu sang nơi khác.")
		}
	}
	return nil
}

// Temporary folders in the data folder: their names begin so, digits follow.
const (
	writing   = ".sao-luu-"
	restoring = ".khoi-phuc-"
	// stale is the age at which nobody works in such a folder any more. No backup takes a day.
	stale = 24 * time.Hour
)

// Sweep removes the temporary folders that programs which were killed while they
// made a backup, or restored one, have left in the data folder. It gives the paths
// it removed; the rest is swept also where one cannot be.
func Sweep(dataDir string, now time.Time) (removed []string, err error) {
	entries, err := os.ReadDir(dataDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	errs := []error{err}
	for _, d := range entries {
		if !leftover(d, now) {
			continue
		}
		path := filepath.Join(dataDir, d.Name())
		if err := safefile.RemoveAll(path); err != nil {
			errs = append(errs, err)
			continue
		}
		removed = append(removed, path)
	}
	return removed, errors.Join(errs...)
}

// leftover says whether an entry of the data folder is a temporary folder of ours
// that nobody works in any more.
func leftover(d fs.DirEntry, now time.Time) bool {
	number, ours := strings.CutPrefix(d.Name(), writing)
	if !ours {
		number, ours = strings.CutPrefix(d.Name(), restoring)
	}
	if !ours || number == "" || strings.Trim(number, "0123456789") != "" || !d.IsDir() {
		return false
	}
	info, err := d.Info()
	return err == nil && now.Sub(info.ModTime()) > stale
}
