package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"tungbuoc/backend/guide"
)

// TakeAway keeps what the office takes from residents, and writes it down. What is
// away as it is said stays so, with who did it first. Errors: CodeStorage, CodeDiskFull.
func (db *DB) TakeAway(ctx context.Context, a guide.Away) error {
	err := inTx(ctx, db.write, func(tx *sql.Tx) error {
		made := db.now().Format(minute)
		result, err := tx.ExecContext(ctx, `
			INSERT INTO local_away (target, words, under, made, who) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (target) DO UPDATE SET words = excluded.words, under = excluded.under, made = excluded.made, who = excluded.who
			WHERE excluded.words <> local_away.words`,
			a.Target, a.Words, a.Under, made, a.Who)
		if err != nil {
			return err
		}
		if changed, err := result.RowsAffected(); err != nil || changed == 0 {
			return err
		}
		return keepAway(ctx, tx, made, a.Who, a.Target, "", a.Under)
	})
	return failure("take away", err)
}

// BringBack gives residents again what was taken away. seen says that they have it
// already, since the province has changed it: then nothing changes for them. It
// gives what residents read there. Errors: CodeNotFound, CodeStorage, CodeDiskFull.
func (db *DB) BringBack(ctx context.Context, target, who string, seen bool) (under string, err error) {
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "DELETE FROM local_away WHERE target = ? RETURNING under", target).Scan(&under)
		if errors.Is(err, sql.ErrNoRows) {
			return guide.Errorf(guide.CodeNotFound, "Chỗ này đã hiện lại rồi.")
		}
		if err != nil || seen {
			return err
		}
		return keepAway(ctx, tx, db.now().Format(minute), who, target, under, "")
	})
	return under, failure("bring back", err)
}

func keepAway(ctx context.Context, tx *sql.Tx, made, who, target, before, after string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO local_change (made, who, target, before, after, away) VALUES (?, ?, ?, ?, ?, 1)", made, who, target, before, after)
	return err
}

// away lists what the office has taken from residents. Errors: CodeStorage.
func (db *DB) away(ctx context.Context) ([]guide.Away, error) {
	var list []guide.Away
	err := each(ctx, db.read, "SELECT target, words, under, made, who FROM local_away ORDER BY target", func(scan func(...any) error) error {
		var a guide.Away
		err := scan(&a.Target, &a.Words, &a.Under, &a.Made, &a.Who)
		list = append(list, a)
		return err
	})
	return list, failure("list what is away", err)
}
