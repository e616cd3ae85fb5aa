package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"tungbuoc/backend/guide"
)

const noteColumns = "target, draft, sequence, saved, who, shown, words, under"

func scanNote(scan func(...any) error) (n guide.Note, err error) {
	err = scan(&n.Target, &n.Draft, &n.Sequence, &n.Saved, &n.Who, &n.Shown, &n.Words, &n.Under)
	return n, err
}

// SaveDraft keeps what staff are writing, if its sequence is greater than that of
// what is kept: calls of the page arrive in any order. It gives what is kept then.
// Errors: CodeStorage, CodeDiskFull.
func (db *DB) SaveDraft(ctx context.Context, n guide.Note) (now guide.Note, kept bool, err error) {
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			INSERT INTO local_note (target, draft, sequence, saved, who) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (target) DO UPDATE SET draft = excluded.draft, sequence = excluded.sequence, saved = excluded.saved, who = excluded.who
			WHERE excluded.sequence > local_note.sequence`,
			n.Target, n.Draft, n.Sequence, db.now().Format(minute), n.Who)
		if err != nil {
			return err
		}
		changed, err := result.RowsAffected()
		kept = changed > 0
		if err == nil {
			now, err = scanNote(tx.QueryRowContext(ctx, "SELECT "+noteColumns+" FROM local_note WHERE target = ?", n.Target).Scan)
		}
		return err
	})
	return now, kept && err == nil, failure("save draft", err)
}

// ShowDraft puts a draft before residents, if it still is the one with that
// sequence: staff show what they see. Words and Under of n are those of the place.
// Errors: CodeInvalid (another draft is kept by now), CodeStorage, CodeDiskFull.
func (db *DB) ShowDraft(ctx context.Context, n guide.Note) error {
	return db.changeNote(ctx, "show note", n, func(was guide.Note) (draft, shown string, err error) {
		if was.Sequence != n.Sequence {
			return "", "", guide.Errorf(guide.CodeInvalid, "Ghi chú này vừa được sửa ở cửa sổ khác. Mời đọc lại rồi chạm lần nữa.")
		}
		return was.Draft, was.Draft, nil
	})
}

// TakeNote takes a note away from residents, with its draft. What it said stays in
// the history. Errors: CodeNotFound, CodeStorage, CodeDiskFull.
func (db *DB) TakeNote(ctx context.Context, target, who string) error {
	return db.changeNote(ctx, "take note", guide.Note{Target: target, Who: who}, func(guide.Note) (string, string, error) { return "", "", nil })
}

// changeNote changes what residents see of a note, and writes down what changed.
// A draft that is kept by now is never overtaken by an older call.
func (db *DB) changeNote(ctx context.Context, what string, n guide.Note, change func(was guide.Note) (draft, shown string, err error)) error {
	err := inTx(ctx, db.write, func(tx *sql.Tx) error {
		was, err := scanNote(tx.QueryRowContext(ctx, "SELECT "+noteColumns+" FROM local_note WHERE target = ?", n.Target).Scan)
		if errors.Is(err, sql.ErrNoRows) {
			return guide.Errorf(guide.CodeNotFound, "Ghi chú này không còn trong máy.")
		}
		if err != nil {
			return err
		}
		draft, shown, err := change(was)
		if err != nil {
			return err
		}
		made := db.now().Format(minute)
		if _, err := tx.ExecContext(ctx, "UPDATE local_note SET draft = ?, shown = ?, sequence = sequence + 1, saved = ?, who = ?, words = ?, under = ? WHERE target = ?",
			draft, shown, made, n.Who, n.Words, n.Under, n.Target); err != nil {
			return err
		}
		if was.Shown == shown {
			return nil // its place was looked at again; residents read what they read before
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO local_change (made, who, target, before, after) VALUES (?, ?, ?, ?, ?)", made, n.Who, n.Target, was.Shown, shown)
		return err
	})
	return failure(what, err)
}

// Local gives all that the office lays over the pack today, drafts of notes too.
// Errors: CodeStorage.
func (db *DB) Local(ctx context.Context) (guide.Local, error) {
	var local guide.Local
	err := each(ctx, db.read, "SELECT "+noteColumns+" FROM local_note WHERE draft <> '' OR shown <> '' ORDER BY target", func(scan func(...any) error) error {
		n, err := scanNote(scan)
		local.Notes = append(local.Notes, n)
		return err
	})
	if err != nil {
		return local, failure("list notes", err)
	}
	all, err := db.Wordings(ctx)
	if err != nil {
		return local, err
	}
	local.Wordings = guide.InForce(all, db.today())
	local.Away, err = db.away(ctx)
	return local, err
}

// Note gives what is kept at a place, also of one that was taken away; nothing was
// ever kept where Sequence is 0. Errors: CodeStorage.
func (db *DB) Note(ctx context.Context, target string) (guide.Note, error) {
	n, err := scanNote(db.read.QueryRowContext(ctx, "SELECT "+noteColumns+" FROM local_note WHERE target = ?", target).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return guide.Note{Target: target}, nil
	}
	return n, failure("read note", err)
}

// NoteChanges lists what residents saw change, the newest first. Errors: CodeStorage.
func (db *DB) NoteChanges(ctx context.Context, limit int) ([]guide.NoteChange, error) {
	var list []guide.NoteChange
	err := each(ctx, db.read, "SELECT id, made, who, target, before, after, away FROM local_change ORDER BY id DESC LIMIT ?", func(scan func(...any) error) error {
		var c guide.NoteChange
		err := scan(&c.ID, &c.Made, &c.Who, &c.Target, &c.Before, &c.After, &c.Away)
		list = append(list, c)
		return err
	}, limit)
	return list, failure("list changes of notes", err)
}
