package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// fromCatalogue counts the imports, in made_from.
const fromCatalogue = "catalogue"

// Import adds entries to the national catalogue in one transaction: fill is
// given a function that adds one entry, and when fill fails nothing is kept. An
// entry whose page is already there replaces it. It returns how many entries
// there are now. Errors: those of fill, CodeStorage, CodeDiskFull.
func (c *Content) Import(ctx context.Context, fill func(add func(guide.CatalogueEntry) error) error) (total int, err error) {
	err = inTx(ctx, c.db, func(tx *sql.Tx) error {
		insert, err := tx.PrepareContext(ctx, `
			INSERT INTO catalogue (code, name, formality, issuer, departments, local) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT (formality) DO UPDATE SET code = excluded.code, name = excluded.name,
				issuer = excluded.issuer, departments = excluded.departments, local = excluded.local`)
		if err != nil {
			return err
		}
		defer func() { _ = insert.Close() }()
		err = fill(func(e guide.CatalogueEntry) error {
			_, err := insert.ExecContext(ctx, e.Code, e.Name, e.FormalityID, e.Issuer, strings.Join(e.Departments, "\n"), e.Local)
			return err
		})
		if err != nil {
			return err
		}
		var last string
		if err := tx.QueryRowContext(ctx, "SELECT coalesce((SELECT value FROM made_from WHERE name = ?), '0'), (SELECT count(*) FROM catalogue)", fromCatalogue).Scan(&last, &total); err != nil {
			return err
		}
		n, _ := strconv.Atoi(last)
		_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO made_from (name, value) VALUES (?, ?)", fromCatalogue, strconv.Itoa(n+1))
		return err
	})
	return total, failure("import catalogue", err)
}

// Imports counts the imports so far: it changes when the catalogue does.
// Errors: CodeStorage.
func (c *Content) Imports(ctx context.Context) (int, error) {
	var value string
	err := c.imports.QueryRowContext(ctx, fromCatalogue).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	n, _ := strconv.Atoi(value)
	return n, failure("read index", err)
}

// CatalogueSize is how many entries the catalogue has. Errors: CodeStorage.
func (c *Content) CatalogueSize(ctx context.Context) (int, error) {
	var n int
	err := c.db.QueryRowContext(ctx, "SELECT count(*) FROM catalogue").Scan(&n)
	return n, failure("count catalogue", err)
}

const entryColumns = "catalogue.code, catalogue.name, catalogue.formality, catalogue.issuer, catalogue.departments, catalogue.local"

// EachEntry calls yield for every entry of the catalogue with the number of its
// row, which it keeps as long as the file lives, in the order of the rows.
// Errors: CodeStorage.
func (c *Content) EachEntry(ctx context.Context, yield func(row int64, e guide.CatalogueEntry)) error {
	err := each(ctx, c.db, "SELECT id, "+entryColumns+" FROM catalogue ORDER BY id", func(scan func(...any) error) error {
		var row int64
		e, err := scanEntry(func(into ...any) error { return scan(append([]any{&row}, into...)...) })
		yield(row, e)
		return err
	})
	return failure("read catalogue", err)
}

// CatalogueRow gives the entry of a row; ok is false when there is none.
// Errors: CodeStorage.
func (c *Content) CatalogueRow(ctx context.Context, row int64) (e guide.CatalogueEntry, ok bool, err error) {
	e, err = scanEntry(c.row.QueryRowContext(ctx, row).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return e, false, nil
	}
	return e, err == nil, failure("read catalogue", err)
}

// CatalogueByCode gives the entries whose code starts with prefix, at most
// limit. Errors: CodeStorage.
func (c *Content) CatalogueByCode(ctx context.Context, prefix string, limit int) ([]guide.CatalogueEntry, error) {
	var entries []guide.CatalogueEntry
	err := each(ctx, c.db, "SELECT "+entryColumns+" FROM catalogue WHERE substr(code, 1, length(?1)) = ?1 ORDER BY code LIMIT ?2", func(scan func(...any) error) error {
		e, err := scanEntry(scan)
		entries = append(entries, e)
		return err
	}, prefix, limit)
	return entries, failure("search catalogue", err)
}

// CatalogueEntry finds an entry by its code or the portal's id of its page.
// Errors: CodeNotFound, CodeStorage.
func (c *Content) CatalogueEntry(ctx context.Context, codeOrID string) (guide.CatalogueEntry, error) {
	row := c.db.QueryRowContext(ctx, "SELECT "+entryColumns+" FROM catalogue WHERE code = ?1 OR formality = ?1 ORDER BY id LIMIT 1", codeOrID)
	e, err := scanEntry(row.Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return e, guide.Errorf(guide.CodeNotFound, "Không có thủ tục này trong danh mục. Mời ông bà hỏi cán bộ.")
	}
	return e, failure("find catalogue entry", err)
}

func scanEntry(scan func(...any) error) (e guide.CatalogueEntry, err error) {
	var departments string
	err = scan(&e.Code, &e.Name, &e.FormalityID, &e.Issuer, &departments, &e.Local)
	if departments != "" {
		e.Departments = strings.Split(departments, "\n")
	}
	return e, err
}
