package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"tungbuoc/backend/guide"
)

const detailColumns = "name, draft, sequence, saved, who, shown, decided, said"

func scanDetail(scan func(...any) error) (d guide.OfficeDetail, err error) {
	err = scan(&d.Name, &d.Draft, &d.Sequence, &d.Saved, &d.Who, &d.Shown, &d.Decided, &d.Said)
	return d, err
}

// OfficeDetails lists what the office says of itself, drafts too. Errors: CodeStorage.
func (db *DB) OfficeDetails(ctx context.Context) ([]guide.OfficeDetail, error) {
	var list []guide.OfficeDetail
	err := each(ctx, db.read, "SELECT "+detailColumns+" FROM office_detail ORDER BY name", func(scan func(...any) error) error {
		d, err := scanDetail(scan)
		list = append(list, d)
		return err
	})
	return list, failure("list details", err)
}

// SaveDetail keeps what staff are writing, if its sequence is greater than that of
// what is kept: calls of the page arrive in any order. It gives what is kept then.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) SaveDetail(ctx context.Context, d guide.OfficeDetail) (now guide.OfficeDetail, kept bool, err error) {
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			INSERT INTO office_detail (name, draft, sequence, saved, who) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET draft = excluded.draft, sequence = excluded.sequence, saved = excluded.saved, who = excluded.who
			WHERE excluded.sequence > office_detail.sequence`,
			d.Name, d.Draft, d.Sequence, db.now().Format(minute), d.Who)
		if err != nil {
			return err
		}
		changed, err := result.RowsAffected()
		kept = changed > 0
		if err == nil {
			now, err = detailIn(ctx, tx, d.Name)
		}
		return err
	})
	return now, kept && err == nil, failure("save detail", err)
}

// ShowDetail puts d.Shown before residents in the place of the draft with d.Sequence,
// if that still is the draft: staff show what they see. Errors: CodeInvalid (another
// draft is kept by now), CodeStorage, CodeDiskFull.
func (db *DB) ShowDetail(ctx context.Context, d guide.OfficeDetail) error {
	return failure("show detail", inTx(ctx, db.write, func(tx *sql.Tx) error {
		was, err := detailIn(ctx, tx, d.Name)
		if err != nil {
			return err
		}
		if was.Sequence != d.Sequence {
			return guide.Errorf(guide.CodeInvalid, "Mục này vừa được sửa ở cửa sổ khác. Mời đọc lại rồi chạm lần nữa.")
		}
		was.Draft, was.Who = d.Shown, d.Who
		return db.changeDetail(ctx, tx, was, d.Shown)
	}))
}

// TakeInDetails takes what office.yaml says of the office, where it says something
// else than when it was last taken in. What staff are writing stays. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) TakeInDetails(ctx context.Context, said map[guide.Detail]string, who string) error {
	return failure("take in office", inTx(ctx, db.write, func(tx *sql.Tx) error {
		for _, name := range guide.Details {
			text := said[name]
			was, err := detailIn(ctx, tx, name)
			if err != nil {
				return err
			}
			if text == "" || text == was.Said {
				continue
			}
			if was.Draft == was.Shown {
				was.Draft = text
			}
			was.Said, was.Who = text, who
			if err := db.changeDetail(ctx, tx, was, text); err != nil {
				return err
			}
		}
		return nil
	}))
}

// detailIn is what is kept of a detail, an empty one where nothing is.
func detailIn(ctx context.Context, tx *sql.Tx, name guide.Detail) (guide.OfficeDetail, error) {
	d, err := scanDetail(tx.QueryRowContext(ctx, "SELECT "+detailColumns+" FROM office_detail WHERE name = ?", name).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return guide.OfficeDetail{Name: name}, nil
	}
	return d, err
}

// changeDetail puts a text before residents, keeps the rest of d, and writes down
// what residents saw change. A draft that is kept by now is never overtaken by an
// older call.
func (db *DB) changeDetail(ctx context.Context, tx *sql.Tx, d guide.OfficeDetail, shown string) error {
	made := db.now().Format(minute)
	if _, err := tx.ExecContext(ctx, `
		INSERT OR REPLACE INTO office_detail (name, draft, sequence, saved, who, shown, decided, said) VALUES (?, ?, ?, ?, ?, ?, 1, ?)`,
		d.Name, d.Draft, d.Sequence+1, made, d.Who, shown, d.Said); err != nil {
		return err
	}
	if d.Shown == shown {
		return nil
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO office_change (made, who, name, before, after) VALUES (?, ?, ?, ?, ?)", made, d.Who, d.Name, d.Shown, shown)
	return err
}

// OfficeChanges lists what residents saw change of the office, the newest first.
// Errors: CodeStorage.
func (db *DB) OfficeChanges(ctx context.Context, limit int) ([]guide.OfficeChange, error) {
	var list []guide.OfficeChange
	err := each(ctx, db.read, "SELECT id, made, who, name, before, after FROM office_change ORDER BY id DESC LIMIT ?", func(scan func(...any) error) error {
		var c guide.OfficeChange
		err := scan(&c.ID, &c.Made, &c.Who, &c.Name, &c.Before, &c.After)
		list = append(list, c)
		return err
	}, limit)
	return list, failure("list changes of office", err)
}
