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

// maxCatalogue is the largest file that is read, in bytes: the catalogue of
// 2026 is a tenth of it.
const maxCatalogue = 32 << 20

// maxBadLines is how many lines may be skipped before the file is taken for
// something else.
const maxBadLines = 20_000

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
//
// Errors: CodeInvalid for what is no such file at all: saved as UTF-16, or
// without end.
func ReadCatalogue(r io.Reader, add func(guide.CatalogueEntry) error, report func(LineProblem)) error {
	lines := bufio.NewReaderSize(&io.LimitedReader{R: r, N: maxCatalogue + 1}, maxCatalogueLine)
	if head, _ := lines.Peek(512); wide(head) {
		return guide.Errorf(guide.CodeInvalid, "Tệp này lưu bằng UTF-16, máy không đọc được. %s", saveAsUTF8)
	}
	var total int64
	skipped := 0
	skip := func(p LineProblem) error {
		if skipped++; skipped > maxBadLines {
			return guide.Errorf(guide.CodeInvalid, "Tệp này có quá %d dòng hỏng nên không phải danh mục. Mời chọn tệp khác.", maxBadLines)
		}
		report(p)
		return nil
	}
	for n := 1; ; n++ {
		line, err := lines.ReadSlice('\n')
		total += int64(len(line))
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			if err := skip(LineProblem{n, "dòng quá dài"}); err != nil {
				return err
			}
			for errors.Is(err, bufio.ErrBufferFull) {
				line, err = lines.ReadSlice('\n')
				total += int64(len(line))
			}
			line = nil
		case n == 1:
			line = bytes.TrimPrefix(line, mark) // Windows editors put it there
		}
		if total > maxCatalogue {
			return guide.Errorf(guide.CodeInvalid, "Tệp lớn quá %d MB nên không phải danh mục. Mời chọn tệp khác.", maxCatalogue>>20)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			entry, bad := catalogueEntry(line)
			var failed error
			if bad != "" {
				failed = skip(LineProblem{n, bad})
			} else {
				failed = add(entry)
			}
			if failed != nil {
				return failed
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
	if !utf8.Valid(line) {
		return guide.CatalogueEntry{}, "chữ không phải UTF-8, mời lưu lại bằng UTF-8"
	}
	var l catalogueLine
	if err := json.Unmarshal(line, &l); err != nil {
		return guide.CatalogueEntry{}, "không phải là JSON đúng mẫu"
	}
	for _, s := range append(l.Departments, l.Code, l.Name, l.Issuer) {
		if strings.ContainsFunc(strings.NewReplacer("\t", " ", "\r", " ").Replace(s), hidden) {
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
