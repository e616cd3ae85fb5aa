package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"tungbuoc/backend/guide"
)

// BeginJob notes that a job on paper begins; one that was there is replaced.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) BeginJob(ctx context.Context, j guide.Unfinished) error {
	_, err := db.write.ExecContext(ctx, "INSERT OR REPLACE INTO paper_job (id, begun, title, wants, way, place, pages, done) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
		db.now().Format(minute), j.Title, j.Order, j.Way, j.Place, j.Pages, j.Done)
	return failure("begin job", err)
}

// JobReached notes how many pages of the job are out. Errors: CodeStorage,
// CodeDiskFull.
func (db *DB) JobReached(ctx context.Context, done int) error {
	_, err := db.write.ExecContext(ctx, "UPDATE paper_job SET done = min(?, pages)", done)
	return failure("keep how far the job is", err)
}

// Job gives the job that is not finished; ok is false when there is none.
// Errors: CodeStorage.
func (db *DB) Job(ctx context.Context) (j guide.Unfinished, ok bool, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT begun, title, wants, way, place, pages, done FROM paper_job").
		Scan(&j.Begun, &j.Title, &j.Order, &j.Way, &j.Place, &j.Pages, &j.Done)
	if errors.Is(err, sql.ErrNoRows) {
		return guide.Unfinished{}, false, nil
	}
	return j, err == nil, failure("read job", err)
}

// EndJob forgets the job: it is finished, or staff want no more of it.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) EndJob(ctx context.Context) error {
	_, err := db.write.ExecContext(ctx, "DELETE FROM paper_job")
	return failure("end job", err)
}

// Calibrate keeps what a printer does to a layout. Errors: CodeInvalid,
// CodeStorage, CodeDiskFull.
func (db *DB) Calibrate(ctx context.Context, printer, layout string, c guide.Calibration) error {
	if err := c.Check(); err != nil {
		return err
	}
	_, err := db.write.ExecContext(ctx, "INSERT OR REPLACE INTO calibration (printer, layout, across, down, measured) VALUES (?, ?, ?, ?, ?)",
		printer, layout, c.Across, c.Down, db.now().Format("2006-01-02"))
	return failure("keep calibration", err)
}

// Calibration gives what was measured, the zero value if nothing was.
// Errors: CodeStorage.
func (db *DB) Calibration(ctx context.Context, printer, layout string) (c guide.Calibration, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT across, down, measured FROM calibration WHERE printer = ? AND layout = ?", printer, layout).
		Scan(&c.Across, &c.Down, &c.Measured)
	if errors.Is(err, sql.ErrNoRows) {
		return guide.Calibration{}, nil
	}
	return c, failure("read calibration", err)
}
