package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// PackIndex is the pack as search reads it.
type PackIndex struct {
	Services   []ServiceRow
	Meanings   [][2]string // said, meant
	Fillers    []string
	Background map[string]int // folded syllable to how many texts use it
}

// ServiceRow is one service of the pack in the index.
type ServiceRow struct {
	ID      int64 // from 1, in the order of the pack
	Key     string
	Kind    string
	Codes   string // separated by spaces
	Title   string
	Often   int // 1 asked every day ... 4 rarely
	Sayings []Saying
	Said    string // folded text of all sayings
}

// Saying is one way to say a service.
type Saying struct {
	Field string // title, name, official, word, other (language)
	Place int    // among the services a word points to, from 0
	Text  string
}

const (
	fromPack      = "pack"
	fromCatalogue = "catalogue"
)

// MadeFrom gives what [Content.Rebuild] was last told, "" if never.
func (c *Content) MadeFrom(ctx context.Context) (string, error) {
	digest, err := c.madeFrom(ctx, fromPack)
	return digest, failure("read index", err)
}

func (c *Content) madeFrom(ctx context.Context, name string) (string, error) {
	var value string
	err := c.db.QueryRowContext(ctx, "SELECT value FROM made_from WHERE name = ?", name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// Rebuild replaces the pack's part of the index in one transaction. digest is
// what [Content.MadeFrom] gives from then on. Errors: CodeStorage, CodeDiskFull.
func (c *Content) Rebuild(ctx context.Context, digest string, index PackIndex) error {
	return failure("index pack", inTx(ctx, c.db, func(tx *sql.Tx) error {
		for _, table := range []string{"service_text", "saying", "service", "meaning", "filler", "background"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
				return err
			}
		}
		for _, s := range index.Services {
			if err := insertService(ctx, tx, s); err != nil {
				return err
			}
		}
		for _, m := range index.Meanings {
			if _, err := tx.ExecContext(ctx, "INSERT INTO meaning VALUES (?, ?)", m[0], m[1]); err != nil {
				return err
			}
		}
		for _, say := range index.Fillers {
			if _, err := tx.ExecContext(ctx, "INSERT INTO filler VALUES (?)", say); err != nil {
				return err
			}
		}
		for syllable, n := range index.Background {
			if _, err := tx.ExecContext(ctx, "INSERT INTO background VALUES (?, ?)", syllable, n); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO made_from VALUES (?, ?)", fromPack, digest)
		return err
	}))
}

func insertService(ctx context.Context, tx *sql.Tx, s ServiceRow) error {
	if _, err := tx.ExecContext(ctx, "INSERT INTO service VALUES (?, ?, ?, ?, ?, ?)", s.ID, s.Key, s.Kind, s.Codes, s.Title, s.Often); err != nil {
		return err
	}
	for _, say := range s.Sayings {
		if _, err := tx.ExecContext(ctx, "INSERT INTO saying VALUES (?, ?, ?, ?)", s.ID, say.Field, say.Place, say.Text); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO service_text (rowid, said) VALUES (?, ?)", s.ID, s.Said)
	return err
}

// Pack reads the pack's part of the index back; Said stays empty.
// Errors: CodeStorage.
func (c *Content) Pack(ctx context.Context) (PackIndex, error) {
	index, err := c.pack(ctx)
	return index, failure("read index", err)
}

func (c *Content) pack(ctx context.Context) (index PackIndex, err error) {
	byID := map[int64]int{}
	err = each(ctx, c.db, "SELECT id, key, kind, codes, title, often FROM service ORDER BY id", func(scan func(...any) error) error {
		var s ServiceRow
		if err := scan(&s.ID, &s.Key, &s.Kind, &s.Codes, &s.Title, &s.Often); err != nil {
			return err
		}
		byID[s.ID] = len(index.Services)
		index.Services = append(index.Services, s)
		return nil
	})
	if err != nil {
		return index, err
	}
	err = each(ctx, c.db, "SELECT service, field, place, text FROM saying ORDER BY rowid", func(scan func(...any) error) error {
		var id int64
		var say Saying
		if err := scan(&id, &say.Field, &say.Place, &say.Text); err != nil {
			return err
		}
		s := &index.Services[byID[id]]
		s.Sayings = append(s.Sayings, say)
		return nil
	})
	if err != nil {
		return index, err
	}
	err = each(ctx, c.db, "SELECT say, means FROM meaning ORDER BY rowid", func(scan func(...any) error) error {
		var m [2]string
		err := scan(&m[0], &m[1])
		index.Meanings = append(index.Meanings, m)
		return err
	})
	if err != nil {
		return index, err
	}
	err = each(ctx, c.db, "SELECT say FROM filler ORDER BY rowid", func(scan func(...any) error) error {
		var say string
		err := scan(&say)
		index.Fillers = append(index.Fillers, say)
		return err
	})
	if err != nil {
		return index, err
	}
	index.Background = map[string]int{}
	return index, counts(ctx, c.db, "SELECT syllable, n FROM background", index.Background)
}

// MatchServices gives the ids of the services whose text matches an FTS5
// expression. Errors: CodeStorage.
func (c *Content) MatchServices(ctx context.Context, expression string) ([]int64, error) {
	var ids []int64
	err := each(ctx, c.db, "SELECT rowid FROM service_text WHERE service_text MATCH ?", func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		ids = append(ids, id)
		return err
	}, expression)
	return ids, failure("search services", err)
}

// each runs a query and calls row for every row.
func each(ctx context.Context, db *sql.DB, query string, row func(scan func(...any) error) error, args ...any) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// counts reads rows of a word and a number into a map.
func counts(ctx context.Context, db *sql.DB, query string, into map[string]int) error {
	return each(ctx, db, query, func(scan func(...any) error) error {
		var word string
		var n int
		err := scan(&word, &n)
		into[word] = n
		return err
	})
}
