package sqlite

import (
	"context"
	"time"

	"tungbuoc/backend/guide"
)

// Missed is what people looked for in vain, and how often.
type Missed struct {
	Words string // "" for all of which nothing may be kept
	N     int
	Days  int // on how many days
}

// CountMissed adds one to a query of today that found nothing. words is what may
// be kept of it; what [guide.MissedWords] would leave out is left out here, too.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) CountMissed(ctx context.Context, words string) error {
	words = guide.MissedWords(words)
	_, err := db.write.ExecContext(ctx, `
		INSERT INTO missed_search (day, words, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1`,
		db.now().Format(time.DateOnly), words)
	return failure("count missed search", err)
}

// Missed lists what was looked for in vain from one day on, written
// YYYY-MM-DD, the most frequent first. Errors: CodeStorage.
func (db *DB) Missed(ctx context.Context, from string, limit int) ([]Missed, error) {
	var list []Missed
	err := each(ctx, db.read, `
		SELECT words, sum(n), count(*) FROM missed_search WHERE day >= ? GROUP BY words ORDER BY sum(n) DESC, words LIMIT ?`,
		func(scan func(...any) error) error {
			var m Missed
			err := scan(&m.Words, &m.N, &m.Days)
			list = append(list, m)
			return err
		}, from, limit)
	return list, failure("list missed searches", err)
}
