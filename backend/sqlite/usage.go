package sqlite

import (
	"context"
	"time"

	"tungbuoc/backend/guide"
)

// Count adds one to a count of today, by the office's clock. Its Day and N are
// ignored. When it returns nil the count is on the disk. Errors: CodeInvalid,
// CodeStorage, CodeDiskFull.
func (db *DB) Count(ctx context.Context, c guide.Count) error {
	c.Day, c.N = db.now().Format(time.DateOnly), 1
	if err := c.Validate(); err != nil {
		return failure("count", err)
	}
	_, err := db.write.ExecContext(ctx, `
		INSERT INTO usage_count (day, service, event, detail, lang, n) VALUES (?, ?, ?, ?, ?, 1)
		ON CONFLICT DO UPDATE SET n = n + 1`,
		c.Day, c.Service, string(c.Event), c.Detail, c.Lang)
	return failure("count", err)
}

// Counts lists the counts from one day to another, both included and written
// YYYY-MM-DD, in the order of day, service, event, detail and language. Errors:
// CodeInvalid, CodeStorage.
func (db *DB) Counts(ctx context.Context, from, to string) ([]guide.Count, error) {
	for _, day := range []string{from, to} {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return nil, guide.Wrap(err, guide.CodeInvalid, "Ngày viết chưa đúng. Mời viết như 2026-11-23.")
		}
	}
	if to < from {
		return nil, guide.Errorf(guide.CodeInvalid, "Ngày cuối đứng trước ngày đầu. Mời đổi lại hai ngày.")
	}
	counts, err := db.counts(ctx, from, to)
	return counts, failure("list counts", err)
}

// Opened says how often each service was opened today and on the days before
// it, by the office's clock and the service's key. Error: CodeStorage.
func (db *DB) Opened(ctx context.Context, days int) (map[string]int, error) {
	opened, err := db.opened(ctx, db.now().AddDate(0, 0, -days).Format(time.DateOnly))
	return opened, failure("list openings", err)
}

func (db *DB) opened(ctx context.Context, since string) (map[string]int, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT service, SUM(n) FROM usage_count WHERE day >= ? AND event = ? GROUP BY service`,
		since, string(guide.EventOpened))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	opened := map[string]int{}
	for rows.Next() {
		var key string
		var n int
		if err := rows.Scan(&key, &n); err != nil {
			return nil, err
		}
		opened[key] = n
	}
	return opened, rows.Err()
}

// Stops lists at which steps lessons came to a halt today and on the days before it,
// where that was often, the most frequent first. Error: CodeStorage.
func (db *DB) Stops(ctx context.Context, days int) ([]guide.Stop, error) {
	var list []guide.Stop
	err := each(ctx, db.read, `
		SELECT service, detail, event, SUM(n), COUNT(DISTINCT day) FROM usage_count WHERE day >= ? AND event IN (?, ?)
		GROUP BY service, detail, event ORDER BY SUM(n) DESC, service, detail, event`,
		func(scan func(...any) error) error {
			var s guide.Stop
			err := scan(&s.Service, &s.Target, &s.Event, &s.Times, &s.Days)
			if guide.Often(s.Times, s.Days) {
				list = append(list, s)
			}
			return err
		}, db.now().AddDate(0, 0, -days).Format(time.DateOnly), string(guide.EventStopped), string(guide.EventUnclear))
	return list, failure("list stops", err)
}

func (db *DB) counts(ctx context.Context, from, to string) ([]guide.Count, error) {
	rows, err := db.read.QueryContext(ctx, `
		SELECT day, service, event, detail, lang, n FROM usage_count
		WHERE day BETWEEN ? AND ? ORDER BY day, service, event, detail, lang`, from, to)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var counts []guide.Count
	for rows.Next() {
		var c guide.Count
		if err := rows.Scan(&c.Day, &c.Service, &c.Event, &c.Detail, &c.Lang, &c.N); err != nil {
			return nil, err
		}
		counts = append(counts, c)
	}
	return counts, rows.Err()
}
