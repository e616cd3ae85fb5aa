package edition

import (
	"context"
	"io"
	"log/slog"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// Imported is what an import of the national catalogue did.
type Imported struct {
	Taken   int                   `json:"taken"`
	Skipped []content.LineProblem `json:"skipped"`
	Total   int                   `json:"total"` // entries in the catalogue now
}

// ImportCatalogue takes the national catalogue, JSON lines, into the index in
// the data folder; a kiosk that is open finds it soon. When no
// line can be used, the catalogue stays as it was.
// Errors: CodeInvalid, CodeStorage, CodeDiskFull.
func ImportCatalogue(ctx context.Context, dataDir string, r io.Reader, log *slog.Logger) (did Imported, err error) {
	did.Skipped = []content.LineProblem{}
	index, err := sqlite.OpenContent(ctx, dataDir, log)
	if err != nil {
		return did, err
	}
	defer func() { _ = index.Close() }()
	kept := map[string]bool{} // by page id: of two lines with one, the later stays
	did.Total, err = index.Import(ctx, func(add func(guide.CatalogueEntry) error) error {
		err := content.ReadCatalogue(r,
			func(e guide.CatalogueEntry) error {
				kept[e.FormalityID] = true
				did.Taken = len(kept)
				return add(e)
			},
			func(p content.LineProblem) { did.Skipped = append(did.Skipped, p) })
		if err == nil && did.Taken == 0 {
			return guide.Errorf(guide.CodeInvalid, "Tệp này không có dòng nào dùng được, máy giữ nguyên danh mục cũ. Mời xem lại tệp.")
		}
		return err
	})
	return did, err
}
