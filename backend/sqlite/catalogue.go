package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// Import adds entries to the national catalogue in one transaction: fill is
// given a function that adds one entry with its folded name, and when fill
// fails nothing is kept. An entry whose page is already there replaces it.
// It returns how many entries there are now. Errors: those of fill,
// CodeStorage, CodeDiskFull.
func (c *Content) Import(ctx context.Context, fill func(add func(e guide.CatalogueEntry, folded string) error) error) (total int, err error) {
	err = inTx(ctx, c.db, func(tx *sql.Tx) error {
		if err := fill(func(e guide.CatalogueEntry, folded string) error { return insertEntry(ctx, tx, e, folded) }); err != nil {
			return err
		}
		var last string
		if err := tx.QueryRowContext(ctx, "SELECT coalesce((SELECT value FROM made_from WHERE name = ?), '0'), (SELECT count(*) FROM catalogue)", fromCatalogue).Scan(&last, &total); err != nil {
			return err
		}
		n, _ := strconv.Atoi(last)
		_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO made_from VALUES (?, ?)", fromCatalogue, strconv.Itoa(n+1))
		return err
	})
	return total, failure("import catalogue", err)
}

func insertEntry(ctx context.Context, tx *sql.Tx, e guide.CatalogueEntry, folded string) error {
	var id int64
	err := tx.QueryRowContext(ctx, `
		INSERT INTO catalogue (code, name, formality, issuer, departments, local) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (formality) DO UPDATE SET code = excluded.code, name = excluded.name,
			issuer = excluded.issuer, departments = excluded.departments, local = excluded.local
		RETURNING id`,
		e.Code, e.Name, e.FormalityID, e.Issuer, strings.Join(e.Departments, "\n"), e.Local).Scan(&id)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO catalogue_text (rowid, name) VALUES (?, ?)", id, folded)
	return err
}

// Imports counts the imports so far: it changes when the catalogue does.
// Errors: CodeStorage.
func (c *Content) Imports(ctx context.Context) (int, error) {
	value, err := c.madeFrom(ctx, fromCatalogue)
	n, _ := strconv.Atoi(value)
	return n, failure("read index", err)
}

// CatalogueSize is how many entries the catalogue has. Errors: CodeStorage.
func (c *Content) CatalogueSize(ctx context.Context) (int, error) {
	var n int
	err := c.db.QueryRowContext(ctx, "SELECT count(*) FROM catalogue").Scan(&n)
	return n, failure("count catalogue", err)
}

// CatalogueSyllables gives every folded syllable of the catalogue and how many
// entries have it. Errors: CodeStorage.
func (c *Content) CatalogueSyllables(ctx context.Context) (map[string]int, error) {
	syllables := map[string]int{}
	err := counts(ctx, c.db, "SELECT term, doc FROM catalogue_syllable", syllables)
	return syllables, failure("read index", err)
}

const entryColumns = "catalogue.code, catalogue.name, catalogue.formality, catalogue.issuer, catalogue.departments, catalogue.local"

// MatchCatalogue gives the entries whose names match an FTS5 expression, the
// best by BM25 first, at most limit. Errors: CodeStorage.
func (c *Content) MatchCatalogue(ctx context.Context, expression string, limit int) ([]guide.CatalogueEntry, error) {
	var entries []guide.CatalogueEntry
	err := each(ctx, c.db, `
		SELECT `+entryColumns+` FROM
			(SELECT rowid AS id FROM catalogue_text WHERE catalogue_text MATCH ? ORDER BY rank LIMIT ?) AS hit
			JOIN catalogue USING (id)`, func(scan func(...any) error) error {
		e, err := scanEntry(scan)
		entries = append(entries, e)
		return err
	}, expression, limit)
	return entries, failure("search catalogue", err)
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
