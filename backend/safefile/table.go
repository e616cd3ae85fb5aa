package safefile

import (
	"encoding/csv"
	"io"
	"strings"
)

// Table writes rows, the headings first, as a table that spreadsheets open and take
// nothing in for a formula. Errors: those of w.
func Table(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil { // else Excel takes the letters for others
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			if cells[i] = cell; strings.IndexAny(cell, "=+-@\t\r") == 0 {
				cells[i] = "'" + cell
			}
		}
		_ = out.Write(cells) // an error is kept for Flush
	}
	out.Flush()
	return out.Error()
}
