package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"time"

	"tungbuoc/backend/guide"
)

// People lists who works behind the staff door, in the order in which they came.
// Errors: CodeStorage.
func (db *DB) People(ctx context.Context) ([]guide.Person, error) {
	var list []guide.Person
	err := each(ctx, db.read, "SELECT id, name, role, pin, old, since, given FROM person WHERE gone = '' ORDER BY id", func(scan func(...any) error) error {
		var p guide.Person
		err := scan(&p.ID, &p.Name, &p.Role, &p.PIN, &p.Old, &p.Since, &p.Given)
		list = append(list, p)
		return err
	})
	return list, failure("list people", err)
}

// KeepPeople keeps people, settings and the line of the trail that says so: all
// of it or nothing. Who has no ID is new; the last of the IDs is given. Errors:
// CodeStorage, CodeDiskFull.
func (db *DB) KeepPeople(ctx context.Context, people []guide.Person, settings map[string]string, n guide.Noted) (id int64, err error) {
	today := db.now().Format(time.DateOnly)
	err = inTx(ctx, db.write, func(tx *sql.Tx) error {
		for _, p := range people {
			gone := ""
			if p.Gone {
				gone, p.PIN = today, ""
			}
			if p.ID == 0 {
				err = tx.QueryRowContext(ctx, "INSERT INTO person (name, role, pin, old, since, given) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
					p.Name, p.Role, p.PIN, p.Old, today, p.Given).Scan(&id)
			} else {
				id = p.ID
				_, err = tx.ExecContext(ctx, "UPDATE person SET name = ?, role = ?, pin = ?, old = ?, gone = ?, given = ? WHERE id = ?",
					p.Name, p.Role, p.PIN, p.Old, gone, p.Given, p.ID)
			}
			if err != nil {
				return err
			}
		}
		for name, value := range settings {
			if _, err := tx.ExecContext(ctx, keepSetting, name, value); err != nil {
				return err
			}
		}
		return db.note(ctx, tx, n)
	})
	return id, failure("keep people", err)
}

// AddToTrail adds a line to the trail. Errors: CodeStorage, CodeDiskFull.
func (db *DB) AddToTrail(ctx context.Context, n guide.Noted) error {
	return failure("keep trail", db.note(ctx, db.write, n))
}

func (db *DB) note(ctx context.Context, to interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}, n guide.Noted) error {
	_, err := to.ExecContext(ctx, "INSERT INTO trail (made, who, what, subject) VALUES (?, ?, ?, ?)", db.now().Format(minute), n.Who, n.What, n.Subject)
	return err
}

// Trail lists what was done, the newest first: at most limit lines from before
// the one of that number, 0 for the newest. A limit below 0 gives all. Errors:
// CodeStorage.
func (db *DB) Trail(ctx context.Context, before int64, limit int) ([]guide.Noted, error) {
	list := []guide.Noted{}
	err := each(ctx, db.read, "SELECT id, made, who, what, subject FROM trail WHERE id < ? ORDER BY id DESC LIMIT ?", func(scan func(...any) error) error {
		var n guide.Noted
		err := scan(&n.ID, &n.Made, &n.Who, &n.What, &n.Subject)
		list = append(list, n)
		return err
	}, cmp.Or(before, 1<<62), limit)
	return list, failure("list trail", err)
}
