package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"tungbuoc/backend/guide"
)

const draftColumns = "target, say, more, source, dated, start, sequence, saved, author, who, asked, dropped"

func scanDraft(scan func(...any) error) (d guide.WordingDraft, err error) {
	dropped := false
	err = scan(&d.Target, &d.Say, &d.More, &d.Source, &d.Dated, &d.From, &d.Sequence, &d.Saved, &d.AuthorID, &d.Author, &d.Asked, &dropped)
	if dropped {
		d = guide.WordingDraft{Wording: guide.Wording{Target: d.Target}, Sequence: d.Sequence}
	}
	return d, err
}

// SaveWording keeps what somebody is writing at a place, if its sequence is greater
// than that of what is kept. Nobody is asked to agree any more: what was asked about
// has changed. It gives what is kept then. Errors: CodeStorage, CodeDiskFull.
func (db *DB) SaveWording(ctx context.Context, d guide.WordingDraft) (now guide.WordingDraft, kept bool, err error) {
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			INSERT INTO wording_draft (`+draftColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
			ON CONFLICT (target) DO UPDATE SET say = excluded.say, more = excluded.more, source = excluded.source, dated = excluded.dated,
				start = excluded.start, sequence = excluded.sequence, saved = excluded.saved, author = excluded.author, who = excluded.who,
				asked = 0, dropped = 0
			WHERE excluded.sequence > wording_draft.sequence`,
			d.Target, d.Say, d.More, d.Source, d.Dated, d.From, d.Sequence, db.now().Format(minute), d.AuthorID, d.Author)
		if err != nil {
			return err
		}
		changed, err := result.RowsAffected()
		kept = changed > 0
		if err == nil {
			now, err = draftIn(ctx, tx, d.Target)
		}
		return err
	})
	return now, kept && err == nil, failure("save wording", err)
}

func draftIn(ctx context.Context, from interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}, target string) (guide.WordingDraft, error) {
	d, err := scanDraft(from.QueryRowContext(ctx, "SELECT "+draftColumns+" FROM wording_draft WHERE target = ?", target).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return guide.WordingDraft{Wording: guide.Wording{Target: target}}, nil
	}
	return d, err
}

// WordingDraft gives what somebody is writing at a place; nothing where Say is "".
// Errors: CodeStorage.
func (db *DB) WordingDraft(ctx context.Context, target string) (guide.WordingDraft, error) {
	d, err := draftIn(ctx, db.read, target)
	return d, failure("read wording", err)
}

// WordingDrafts lists what is being written, what a second person is to read first.
// Errors: CodeStorage.
func (db *DB) WordingDrafts(ctx context.Context) ([]guide.WordingDraft, error) {
	var list []guide.WordingDraft
	err := each(ctx, db.read, "SELECT "+draftColumns+" FROM wording_draft WHERE dropped = 0 ORDER BY asked DESC, target", func(scan func(...any) error) error {
		d, err := scanDraft(scan)
		list = append(list, d)
		return err
	})
	return list, failure("list wordings", err)
}

// AskWording notes that a second person is to read a draft, or not any more, if it
// still is the one with that sequence. Errors: CodeInvalid, CodeStorage, CodeDiskFull.
func (db *DB) AskWording(ctx context.Context, target string, sequence int64, asked bool) error {
	return db.changeDraft(ctx, "ask about wording", target, sequence, func(tx *sql.Tx, _ guide.WordingDraft) error {
		_, err := tx.ExecContext(ctx, "UPDATE wording_draft SET asked = ?, sequence = sequence + 1 WHERE target = ?", asked, target)
		return err
	})
}

// AgreeOnWording puts a draft that was asked about before residents: the one with
// that sequence, written by w.Author, agreed on by w.Approver. Words and Under of w
// are those of its place. Errors: CodeInvalid, CodeStorage, CodeDiskFull.
func (db *DB) AgreeOnWording(ctx context.Context, w guide.Wording, sequence int64) error {
	return db.changeDraft(ctx, "agree on wording", w.Target, sequence, func(tx *sql.Tx, d guide.WordingDraft) error {
		if !d.Asked {
			return moved()
		}
		agreed := d.Wording
		agreed.Words, agreed.Under, agreed.Approver = w.Words, w.Under, w.Approver
		if err := db.addWording(ctx, tx, agreed); err != nil {
			return err
		}
		return dropDraft(ctx, tx, w.Target)
	})
}

// DropWording forgets a draft, and what was agreed on at a place, by each of its names:
// residents read the pack's own sentences again. Errors: CodeNotFound (there is
// nothing), CodeStorage, CodeDiskFull.
func (db *DB) DropWording(ctx context.Context, who string, targets ...string) error {
	err := inTx(ctx, db.write, func(tx *sql.Tx) error {
		any := false
		for _, target := range targets {
			draft, err := draftIn(ctx, tx, target)
			if err == nil {
				err = dropDraft(ctx, tx, target)
			}
			if err != nil {
				return err
			}
			any = any || draft.Author != ""
			last := ""
			err = tx.QueryRowContext(ctx, "SELECT say FROM wording WHERE target = ? ORDER BY id DESC LIMIT 1", target).Scan(&last)
			if errors.Is(err, sql.ErrNoRows) || err == nil && last == "" {
				continue
			}
			if err == nil {
				any, err = true, db.addWording(ctx, tx, guide.Wording{Target: target, Author: who})
			}
			if err != nil {
				return err
			}
		}
		if !any {
			return guide.Errorf(guide.CodeNotFound, "Chỗ này không còn lời nào của xã.")
		}
		return nil
	})
	return failure("drop wording", err)
}

// MoveDraft gives a draft the name that its place has by now, where nothing is written
// by that name. Errors: CodeStorage, CodeDiskFull.
func (db *DB) MoveDraft(ctx context.Context, from, to string) error {
	_, err := db.write.ExecContext(ctx, "UPDATE OR IGNORE wording_draft SET target = ? WHERE target = ?", to, from)
	return failure("move draft", err)
}

func dropDraft(ctx context.Context, tx *sql.Tx, target string) error {
	_, err := tx.ExecContext(ctx, "UPDATE wording_draft SET dropped = 1, asked = 0, sequence = sequence + 1 WHERE target = ?", target)
	return err
}

func (db *DB) addWording(ctx context.Context, tx *sql.Tx, w guide.Wording) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO wording (made, target, say, more, source, dated, start, words, under, author, approver) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		db.now().Format(minute), w.Target, w.Say, w.More, w.Source, w.Dated, w.From, w.Words, w.Under, w.Author, w.Approver)
	return err
}

// changeDraft changes a draft that still is the one with that sequence.
func (db *DB) changeDraft(ctx context.Context, what, target string, sequence int64, change func(tx *sql.Tx, d guide.WordingDraft) error) error {
	err := inTx(ctx, db.write, func(tx *sql.Tx) error {
		d, err := draftIn(ctx, tx, target)
		if err != nil {
			return err
		}
		if d.Say == "" || d.Sequence != sequence {
			return moved()
		}
		return change(tx, d)
	})
	return failure(what, err)
}

func moved() error {
	return guide.Errorf(guide.CodeInvalid, "Câu này vừa được sửa ở chỗ khác. Mời đọc lại rồi chạm lần nữa.")
}

// Wordings lists all that was ever agreed on, the oldest first. Errors: CodeStorage.
func (db *DB) Wordings(ctx context.Context) ([]guide.Wording, error) {
	var list []guide.Wording
	err := each(ctx, db.read, "SELECT id, made, target, say, more, source, dated, start, words, under, author, approver FROM wording ORDER BY id", func(scan func(...any) error) error {
		var w guide.Wording
		err := scan(&w.ID, &w.Made, &w.Target, &w.Say, &w.More, &w.Source, &w.Dated, &w.From, &w.Words, &w.Under, &w.Author, &w.Approver)
		list = append(list, w)
		return err
	})
	return list, failure("list wordings", err)
}

// today is the office's day.
func (db *DB) today() string { return db.now().Format(time.DateOnly) }
