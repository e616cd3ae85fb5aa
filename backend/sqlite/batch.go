package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"tungbuoc/backend/guide"
)

const minute = "2006-01-02 15:04"

// KeepBatch records what was put on paper and gives its number. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) KeepBatch(ctx context.Context, b guide.Batch) (id int64, err error) {
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "INSERT INTO batch (made, layout, copies, pages, edition, way, hamlet, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
			db.now().Format(minute), b.Layout, b.Copies, b.Pages, b.Edition, b.Way, b.Hamlet, b.Place).Scan(&id)
		if err != nil {
			return err
		}
		for _, s := range b.Services {
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO batch_service (batch, service, title, links, fee, copies, ours) VALUES (?, ?, ?, ?, ?, ?, ?)",
				id, s.Service, s.Title, strings.Join(s.Links, "\n"), s.Fee, s.Copies, s.Ours); err != nil {
				return err
			}
		}
		return nil
	})
	return id, failure("keep batch", err)
}

// Batches lists what was put on paper, the newest first. Errors: CodeStorage.
func (db *DB) Batches(ctx context.Context, limit int) ([]guide.Batch, error) {
	var list []guide.Batch
	byID := map[int64]int{}
	err := each(ctx, db.read, "SELECT id, made, layout, copies, pages, edition, way, hamlet, place, retired FROM batch ORDER BY id DESC LIMIT ?",
		func(scan func(...any) error) error {
			var b guide.Batch
			err := scan(&b.ID, &b.Made, &b.Layout, &b.Copies, &b.Pages, &b.Edition, &b.Way, &b.Hamlet, &b.Place, &b.Retired)
			byID[b.ID] = len(list)
			list = append(list, b)
			return err
		}, limit)
	if err != nil {
		return nil, failure("list batches", err)
	}
	err = each(ctx, db.read, "SELECT batch, service, title, links, fee, copies, ours FROM batch_service ORDER BY batch, service",
		func(scan func(...any) error) error {
			var id int64
			var links string
			var s guide.BatchService
			if err := scan(&id, &s.Service, &s.Title, &links, &s.Fee, &s.Copies, &s.Ours); err != nil {
				return err
			}
			if links != "" {
				s.Links = strings.Split(links, "\n")
			}
			if i, ok := byID[id]; ok {
				list[i].Services = append(list[i].Services, s)
			}
			return nil
		})
	return list, failure("list batches", err)
}

// RetireBatch notes that a batch was replaced today. Errors: CodeNotFound,
// CodeStorage, CodeDiskFull.
func (db *DB) RetireBatch(ctx context.Context, id int64) error {
	result, err := db.write.ExecContext(ctx, "UPDATE batch SET retired = ? WHERE id = ? AND retired = ''", db.now().Format("2006-01-02"), id)
	if err != nil {
		return failure("retire batch", err)
	}
	if n, err := result.RowsAffected(); err == nil && n == 0 {
		return guide.Errorf(guide.CodeNotFound, "Lô này đã được thay, hoặc không còn trong máy.")
	}
	return nil
}

// Setting gives a setting, "" if it was never set. Errors: CodeStorage.
func (db *DB) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := db.read.QueryRowContext(ctx, "SELECT value FROM setting WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, failure("read setting", err)
}

const keepSetting = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"

// SetSetting keeps a setting. Errors: CodeStorage, CodeDiskFull.
func (db *DB) SetSetting(ctx context.Context, name, value string) error {
	_, err := db.write.ExecContext(ctx, keepSetting, name, value)
	return failure("keep setting", err)
}
