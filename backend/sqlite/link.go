package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"tungbuoc/backend/guide"
)

// BeginSitting begins a round of checking links and gives its number. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) BeginSitting(ctx context.Context, who string) (id int64, err error) {
	err = db.write.QueryRowContext(ctx, "INSERT INTO link_sitting (begun, who) VALUES (?, ?) RETURNING id", db.now().Format(minute), who).Scan(&id)
	return id, failure("begin sitting", err)
}

// Sitting gives a round of checking. Errors: CodeNotFound, CodeStorage.
func (db *DB) Sitting(ctx context.Context, id int64) (s guide.Sitting, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT id, begun, who, control FROM link_sitting WHERE id = ?", id).Scan(&s.ID, &s.Begun, &s.Who, &s.Control)
	if errors.Is(err, sql.ErrNoRows) {
		return s, guide.Errorf(guide.CodeNotFound, "Đợt kiểm tra này không còn. Mời bắt đầu đợt khác.")
	}
	return s, failure("read sitting", err)
}

// SetControl keeps what the control code of a round showed. Errors: CodeStorage,
// CodeDiskFull.
func (db *DB) SetControl(ctx context.Context, sitting int64, found guide.Found) error {
	_, err := db.write.ExecContext(ctx, "UPDATE link_sitting SET control = ? WHERE id = ?", found, sitting)
	return failure("keep control", err)
}

// KeepLinkCheck keeps a verdict and gives its number. Who made it, and whether
// it counts, its sitting says. Errors: CodeStorage, CodeDiskFull.
func (db *DB) KeepLinkCheck(ctx context.Context, c guide.LinkCheck) (id int64, err error) {
	err = db.write.QueryRowContext(ctx, "INSERT INTO link_check (sitting, made, link, url, found, reader) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
		c.Sitting, db.now().Format(minute), c.Link, c.URL, c.Found, c.Reader).Scan(&id)
	return id, failure("keep link check", err)
}

// UndoLinkCheck takes back the last verdict of a round and gives its link, "" when
// there is none left. Errors: CodeStorage, CodeDiskFull.
func (db *DB) UndoLinkCheck(ctx context.Context, sitting int64) (link string, err error) {
	err = db.write.QueryRowContext(ctx,
		"DELETE FROM link_check WHERE id = (SELECT max(id) FROM link_check WHERE sitting = ?) RETURNING link", sitting).Scan(&link)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return link, failure("undo link check", err)
}

// SetLinkAddress puts an address in the place of the pack's. Errors: CodeStorage,
// CodeDiskFull.
func (db *DB) SetLinkAddress(ctx context.Context, a guide.LocalAddress) error {
	_, err := db.write.ExecContext(ctx, "INSERT OR REPLACE INTO link_address (link, url, made, who, edition) VALUES (?, ?, ?, ?, ?)",
		a.Link, a.URL, db.now().Format(minute), a.Who, a.Edition)
	return failure("keep address", err)
}

// DropLinkAddress goes back to the pack's address. Errors: CodeStorage,
// CodeDiskFull.
func (db *DB) DropLinkAddress(ctx context.Context, link string) error {
	_, err := db.write.ExecContext(ctx, "DELETE FROM link_address WHERE link = ?", link)
	return failure("drop address", err)
}

// LocalLinks gives all that the office knows of the links. Errors: CodeStorage.
func (db *DB) LocalLinks(ctx context.Context) (guide.LocalLinks, error) {
	var local guide.LocalLinks
	err := each(ctx, db.read, `
		SELECT c.id, c.sitting, c.made, s.who, c.link, c.url, c.found, c.reader, s.control = 'right'
		FROM link_check c JOIN link_sitting s ON s.id = c.sitting ORDER BY c.id`,
		func(scan func(...any) error) error {
			var c guide.LinkCheck
			err := scan(&c.ID, &c.Sitting, &c.Made, &c.Who, &c.Link, &c.URL, &c.Found, &c.Reader, &c.Counts)
			local.Checks = append(local.Checks, c)
			return err
		})
	if err == nil {
		err = each(ctx, db.read, "SELECT link, url, made, who, edition FROM link_address ORDER BY link", func(scan func(...any) error) error {
			var a guide.LocalAddress
			err := scan(&a.Link, &a.URL, &a.Made, &a.Who, &a.Edition)
			local.Addresses = append(local.Addresses, a)
			return err
		})
	}
	return local, failure("list link checks", err)
}
