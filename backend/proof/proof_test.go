package proof_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/proof"
	"tungbuoc/backend/sqlite"
)

var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

func shipped(t *testing.T) func() (*content.Library, error) {
	t.Helper()
	lib, report := content.Open(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	return func() (*content.Library, error) { return lib, nil }
}

func TestAProgramThatWorksIsProven(t *testing.T) {
	db, err := sqlite.Open(t.Context(), t.TempDir(), time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	library := shipped(t)
	if why, err := proof.Of(t.Context(), db, library, noon); why != "" || err != nil {
		t.Errorf("%q, %v", why, err)
	}
	broken := func() (*content.Library, error) { return nil, errors.New("no pack") }
	if why, err := proof.Of(t.Context(), db, broken, noon); why != lifeline.UnfitCodes || err == nil {
		t.Errorf("without a pack: %q, %v", why, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for name, db := range map[string]*sqlite.DB{"closed": db, "none": nil} {
		if why, err := proof.Of(t.Context(), db, library, noon); why != lifeline.UnfitStorage || err == nil {
			t.Errorf("database %s: %q, %v", name, why, err)
		}
	}
}
