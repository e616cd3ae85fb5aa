package cli_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// What staff found stands in the list, with the day and the name.
func TestLinksOfTheOffice(t *testing.T) {
	dir := t.TempDir()
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return noon }, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	lib, problems := edition.Load(content.Shipped())
	if lib == nil {
		t.Fatal(problems)
	}
	link, err := lib.Pack.Link("1.001193")
	if err != nil {
		t.Fatal(err)
	}
	sitting, err := db.BeginSitting(t.Context(), "Lan")
	if err == nil {
		_, err = db.KeepLinkCheck(t.Context(), guide.LinkCheck{Sitting: sitting, Link: link.Key, URL: link.URL, Found: guide.FoundWrong, Reader: guide.ReaderZalo})
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	r := run(t, "links", "--json", "--data", dir)
	var rows []struct{ Key, State, Checked, By string }
	if err := json.Unmarshal([]byte(r.stdout), &rows); err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(row struct{ Key, State, Checked, By string }) bool { return row.Key == link.Key })
	if i < 0 || rows[i].State != guide.LinkBroken || rows[i].By != "Lan" || rows[i].Checked == "" {
		t.Errorf("%d: %+v", i, rows[max(i, 0)])
	}
}
