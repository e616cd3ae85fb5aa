package content

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// misnamed finds a file that was meant to be the one called name, which is not
// there: "" if there is none.
func misnamed(fsys fs.FS, name string) string {
	entries, err := fs.ReadDir(fsys, path.Dir(name))
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if !e.IsDir() && e.Name() != path.Base(name) && meantAs(e.Name(), path.Base(name)) {
			return e.Name()
		}
	}
	return ""
}

// wrongName is the flaw of a file that stands there under another name.
func wrongName(other, name string) *flaw {
	return wholeFlaw(fmt.Sprintf("Có tệp %s nhưng máy chỉ đọc %s.", other, path.Base(name)), fmt.Sprintf("Đổi tên tệp thành %s.", path.Base(name)))
}

// copies are what systems add to the name of a copy.
var copies = []string{" - copy", " copy", " - bản sao", " - sao chép", " (1)", " (2)", "(1)", "(2)", "-1", "_1"}

// meantAs says whether a file's name is name (x.yaml) written otherwise: in
// capitals, with another ending or one more, as a copy, with spaces.
func meantAs(found, name string) bool {
	found = strings.ToLower(norm.NFC.String(found))
	stem, endings, dotted := strings.Cut(found, ".")
	stem = strings.TrimSpace(stem)
	for _, c := range copies {
		stem = strings.TrimSpace(strings.TrimSuffix(stem, c))
	}
	if stem != strings.TrimSuffix(name, path.Ext(name)) {
		return false
	}
	return !dotted || slices.ContainsFunc(strings.Fields(strings.ReplaceAll(endings, ".", " ")), func(ending string) bool {
		return slices.Contains([]string{"yaml", "yml", "yam", "txt", "text"}, ending)
	})
}
