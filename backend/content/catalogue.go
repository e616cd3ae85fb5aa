package content

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// maxCatalogueLine is the longest line that is read, in bytes.
const maxCatalogueLine = 64 << 10

// catalogueLine is one line of the national catalogue's file. Fields that are
// of no use here are skipped.
type catalogueLine struct {
	Code        string   `json:"code"`
	Name        string   `json:"name"`
	FormalityID string   `json:"formality_id"`
	Departments []string `json:"departments"`
	Issuer      string   `json:"promulgated_by"`
	Scope       string   `json:"scope"`
}

// scopeProvince marks what one province made for itself.
const scopeProvince = "SPECIFIC"

// LineProblem is a line that was skipped, and why, in Vietnamese.
type LineProblem struct {
	Line    int    `json:"line"` // from 1
	Message string `json:"message"`
}

// ReadCatalogue reads the national catalogue, one JSON object a line, and
// gives each good entry to add, in order. Bad lines are skipped and reported;
// report may be called many times. It stops at the first error of add or of
// the reader. No more than one line is in memory.
func ReadCatalogue(r io.Reader, add func(guide.CatalogueEntry) error, report func(LineProblem)) error {
	lines := bufio.NewReaderSize(r, maxCatalogueLine)
	for n := 1; ; n++ {
		line, err := lines.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			report(LineProblem{n, "dòng quá dài"})
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = lines.ReadSlice('\n')
			}
			line = nil
		case n == 1:
			line = bytes.TrimPrefix(line, []byte("\ufeff")) // Windows editors put it there
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			entry, bad := catalogueEntry(line)
			if bad != "" {
				report(LineProblem{n, bad})
			} else if err := add(entry); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read line %d: %w", n, err)
		}
	}
}

// catalogueEntry reads one line; bad says why it cannot be used.
func catalogueEntry(line []byte) (entry guide.CatalogueEntry, bad string) {
	var l catalogueLine
	if err := json.Unmarshal(line, &l); err != nil {
		return guide.CatalogueEntry{}, "không phải là JSON đúng mẫu"
	}
	for _, s := range append(l.Departments, l.Code, l.Name, l.Issuer) {
		if strings.ContainsFunc(strings.NewReplacer("\t", " ", "\r", " ").Replace(s), hidden) || !utf8.ValidString(s) || strings.ContainsRune(s, utf8.RuneError) {
			return guide.CatalogueEntry{}, "có ký tự ẩn hoặc chữ hỏng"
		}
	}
	entry = guide.CatalogueEntry{
		Code: norm.NFC.String(l.Code), Name: norm.NFC.String(l.Name), FormalityID: l.FormalityID, Issuer: norm.NFC.String(l.Issuer), Local: l.Scope == scopeProvince,
	}
	for _, d := range l.Departments {
		entry.Departments = append(entry.Departments, norm.NFC.String(d))
	}
	entry = entry.Tidy()
	if err := entry.Validate(); err != nil {
		return guide.CatalogueEntry{}, guide.Message(err)
	}
	return entry, ""
}
