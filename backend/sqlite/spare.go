package sqlite

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

const (
	// SpareFolder is where the copies of each day are, in the data folder.
	SpareFolder = "sao-luu"
	sparesKept  = 14
	sparePrefix = "office-"
	spareSuffix = ".db"
	partName    = "dang-chep.db" // a copy that is being made
)

// settingEpoch names the life of the database. It is another one after a restore:
// what was counted since the copy is lost, and who adds up counts has to know.
const settingEpoch = "epoch"

// spare is a copy in SpareFolder: office-000012-2026-11-30.db. Its number says
// which is newer, whatever the clock was set to.
type spare struct {
	number int
	day    string
	path   string
}

// spares lists the copies in a data folder, the newest first.
func spares(dir string) ([]spare, error) {
	entries, err := os.ReadDir(filepath.Join(dir, SpareFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var list []spare
	for _, e := range entries {
		name, mine := strings.CutPrefix(e.Name(), sparePrefix)
		name, whole := strings.CutSuffix(name, spareSuffix)
		number, day, _ := strings.Cut(name, "-")
		n, err := strconv.Atoi(number)
		if _, bad := time.Parse(time.DateOnly, day); mine && whole && err == nil && bad == nil {
			list = append(list, spare{n, day, filepath.Join(dir, SpareFolder, e.Name())})
		}
	}
	slices.SortFunc(list, func(a, b spare) int { return cmp.Compare(b.number, a.number) })
	return list, nil
}

// KeepSpare keeps a copy of the database for today, unless there is one, and
// lets go of those that are too many. It says whether it made one. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) KeepSpare(ctx context.Context) (made bool, err error) {
	dir := filepath.Dir(db.path)
	list, err := spares(dir)
	if err != nil {
		return false, failure("list copies", err)
	}
	today := db.now().Format(time.DateOnly)
	if len(list) > 0 && list[0].day == today {
		return false, nil
	}
	if err := safefile.Folder(filepath.Join(dir, SpareFolder), 0o700); err != nil {
		return false, failure("make folder of copies", err)
	}
	number := 1
	if len(list) > 0 {
		number = list[0].number + 1
	}
	name := fmt.Sprintf("%s%06d-%s%s", sparePrefix, number, today, spareSuffix)
	if err := db.CopyTo(ctx, filepath.Join(dir, SpareFolder, name)); err != nil {
		return false, err
	}
	for _, old := range list[min(len(list), sparesKept-1):] {
		err = errors.Join(err, gone(old.path))
	}
	return true, failure("remove old copies", err)
}

// CopyTo copies the database as it stands into a file, for its owner only, while
// others go on with it. The file is whole or not there. Errors: CodeStorage,
// CodeDiskFull.
func (db *DB) CopyTo(ctx context.Context, path string) error {
	part := filepath.Join(filepath.Dir(path), partName)
	err := removeAll(part) // left behind by a program that was killed
	if err == nil {
		private(part)
		_, err = db.write.ExecContext(ctx, "VACUUM INTO ?", part)
	}
	if err == nil {
		err = safefile.Sync(part)
	}
	if err == nil {
		err = safefile.Move(part, path)
	}
	if err != nil {
		_ = removeAll(part)
	}
	return failure("copy database", err)
}

// lastGood gives what is to take the place of a damaged database: the newest sound
// copy, with its day, or an empty file when there is none. An error says that a sound
// copy could not be written: it is taken the next time, rather than none now.
func (db *DB) lastGood(ctx context.Context, log *slog.Logger) (day string, put func(to string) error, err error) {
	dir := filepath.Dir(db.path)
	list, err := spares(dir)
	if err != nil {
		log.Error("list copies", "err", err)
	}
	part := filepath.Join(dir, SpareFolder, partName)
	for _, s := range list {
		err := inspect(ctx, s.path, fullCheck)
		if info, serr := os.Stat(s.path); err == nil && serr == nil && info.Size() == 0 {
			err = &damage{reason: "empty"} // sound to inspect, which a new database is, too
		}
		if err != nil {
			log.Error("copy not usable", "path", s.path, "err", err)
			continue
		}
		if err := copyForNewLife(ctx, s.path, part); err != nil {
			return "", nil, errors.Join(err, removeAll(part))
		}
		return s.day, func(to string) error { return safefile.Move(part, to) }, nil
	}
	return "", safefile.NewPrivate, nil
}

// copyForNewLife copies a copy, which begins another life of the database.
func copyForNewLife(ctx context.Context, from, to string) error {
	if err := errors.Join(removeAll(to), safefile.Copy(from, to)); err != nil {
		return err
	}
	file, err := sql.Open("sqlite", dsn(to, "rw", alone))
	if err != nil {
		return err
	}
	_, err = file.ExecContext(ctx, "DELETE FROM setting WHERE name = ?", settingEpoch)
	return errors.Join(err, file.Close(), safefile.Sync(to))
}

// Recovered is the day of the copy that Open put in the place of a damaged
// database, YYYY-MM-DD; "" when it did not.
func (db *DB) Recovered() string { return db.recovered }

// Epoch is the life of the database, which another one follows after a restore.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) Epoch(ctx context.Context) (string, error) {
	epoch, err := db.Setting(ctx, settingEpoch)
	if err == nil && epoch == "" {
		return db.NewEpoch(ctx)
	}
	return epoch, err
}

// NewEpoch begins another life. Errors: CodeStorage, CodeDiskFull.
func (db *DB) NewEpoch(ctx context.Context) (string, error) {
	epoch := rand.Text()
	return epoch, db.SetSetting(ctx, settingEpoch, epoch)
}

// Held is how much a database holds, for who decides whether to restore it.
type Held struct {
	Days    int `json:"days"`    // days of which something was counted
	Batches int `json:"batches"` // batches put on paper
	Checks  int `json:"checks"`  // verdicts on links
	Notes   int `json:"notes"`   // beside the pack, shown or not
	Words   int `json:"words"`   // places with words of the office's own, agreed on or being written
	Away    int `json:"away"`    // services and numbers that are hidden
	People  int `json:"people"`  // who work at the office
}

// Held counts what the database holds. Error: CodeStorage.
func (db *DB) Held(ctx context.Context) (h Held, err error) {
	err = db.read.QueryRowContext(ctx, `SELECT
		(SELECT count(DISTINCT day) FROM usage_count),
		(SELECT count(*) FROM batch),
		(SELECT count(*) FROM link_check),
		(SELECT count(*) FROM local_note WHERE draft <> '' OR shown <> ''),
		(SELECT count(*) FROM (
			SELECT target FROM wording WHERE say <> '' AND id IN (SELECT max(id) FROM wording GROUP BY target)
			UNION SELECT target FROM wording_draft WHERE say <> '' AND dropped = 0)),
		(SELECT count(*) FROM local_away),
		(SELECT count(*) FROM person WHERE gone = '')`).
		Scan(&h.Days, &h.Batches, &h.Checks, &h.Notes, &h.Words, &h.Away, &h.People)
	return h, failure("count what is held", err)
}

// Forget removes settings, and the PIN of everybody, from a copy made by
// [DB.CopyTo], so that nothing of them is left in it. Errors: CodeStorage, CodeDiskFull.
func Forget(ctx context.Context, path string, settings ...string) error {
	file, err := sql.Open("sqlite", dsn(path, "rw", alone))
	if err != nil {
		return failure("open copy", err)
	}
	_, err = file.ExecContext(ctx, "UPDATE person SET pin = ''")
	for _, name := range settings {
		_, derr := file.ExecContext(ctx, "DELETE FROM setting WHERE name = ?", name)
		err = errors.Join(err, derr)
	}
	return failure("forget settings", errors.Join(err, file.Close()))
}

// Replace puts another database in the place of office.db in dir, which is kept
// beside it under the name it gives back, "" if there was none. Errors: CodeBusy
// (a program has it open), CodeStorage, CodeDiskFull.
func Replace(ctx context.Context, dir, file string, now time.Time) (kept string, err error) {
	claim, err := newClaim(ctx, dir)
	if err != nil {
		return "", failure("claim data folder", err)
	}
	defer func() { err = errors.Join(err, failure("release data folder", claim.release())) }()
	if !claim.sole {
		return "", failure("replace database", errHeld)
	}
	path := filepath.Join(dir, FileName)
	if _, err := finish(path, slog.New(slog.DiscardHandler)); err != nil {
		return "", failure("finish an exchange", err)
	}
	kept, err = exchange(path, asReplaced, "", now, func(to string) error { return safefile.Copy(file, to) })
	return kept, failure("put database in place", err)
}

var errHeld = guide.Errorf(guide.CodeBusy, "%s", sayOpen)
