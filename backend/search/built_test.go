//go:build compiled

package search_test

import (
	"context"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// The index that is built in is that of the shipped pack of today, and is the
// one that is used.
func TestBuiltIndexIsFresh(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	digest, err := content.Digest(content.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	want := search.Compile(search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), digest)
	if search.Built != string(want) {
		t.Fatal("the built index is stale; run: go generate ./backend/search")
	}
	index, err := sqlite.OpenContent(context.Background(), t.TempDir(), quiet())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = index.Close() }()
	s, err := search.Prepare(context.Background(), index, digest, func() (search.PackIndex, error) {
		t.Error("the shipped pack was indexed again")
		return search.PackIndex{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := first(find(t, s, "giấy khai sinh")); got != "khai-sinh" {
		t.Errorf("found %q", got)
	}
}
