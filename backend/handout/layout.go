package handout

import (
	"slices"

	"tungbuoc/backend/guide"
)

// Layout is one way to put a service on paper.
type Layout string

// The layouts.
const (
	Slip80  Layout = "slip80"  // a receipt printer's roll, 80 mm wide
	A6      Layout = "a6"      // one card
	A5      Layout = "a5"      // one sheet
	A4      Layout = "a4"      // one sheet
	A4x2    Layout = "a4x2"    // two A5 on A4, with cut marks
	A4x4    Layout = "a4x4"    // four A6 on A4
	A4x8    Layout = "a4x8"    // eight small cards on A4
	Poster  Layout = "poster"  // A3 for the wall, readable from a metre
	Leaflet Layout = "leaflet" // A4 folded to A5: the whole lesson with pictures
)

// Layouts lists every layout, the smallest first.
var Layouts = []Layout{Slip80, A6, A5, A4, A4x2, A4x4, A4x8, Poster, Leaflet}

// form is the paper of a layout: the sheet, and the cells on it.
type form struct {
	w, h    float64 // of the sheet, mm; h 0: as long as the content (a roll)
	columns int
	rows    int
	margin  float64 // inside a cell, mm
	code    float64 // least side of a code without its quiet zone, mm
	body    float64 // size of running text, mm
	title   float64
	papers  int     // most lines of the checklist
	steps   int     // most first steps, when there is room
	wifi    float64 // least side of the office's Wi-Fi code, mm; 0: no room for a second code
}

var forms = map[Layout]form{
	Slip80: {w: 80, columns: 1, rows: 1, margin: 4, code: 38, body: 3.4, title: 5.2, papers: 40},
	A6:     {w: 105, h: 148, columns: 1, rows: 1, margin: 6, code: 34, body: 3.3, title: 5.6, papers: 12},
	A5:     {w: 148, h: 210, columns: 1, rows: 1, margin: 10, code: 46, body: 4.2, title: 8, papers: 14, steps: 6, wifi: 25},
	A4:     {w: 210, h: 297, columns: 1, rows: 1, margin: 16, code: 62, body: 5.4, title: 11, papers: 16, steps: 10, wifi: 27},
	A4x2:   {w: 210, h: 297, columns: 1, rows: 2, margin: 10, code: 46, body: 4.2, title: 8, papers: 8},
	A4x4:   {w: 210, h: 297, columns: 2, rows: 2, margin: 7, code: 34, body: 3.3, title: 5.6, papers: 12},
	A4x8:   {w: 210, h: 297, columns: 2, rows: 4, margin: 5, code: 27, body: 3.4, title: 5.2, papers: 0},
	Poster: {w: 297, h: 420, columns: 1, rows: 1, margin: 26, code: 130, body: 9.5, title: 22, papers: 8, wifi: 30},
	// The leaflet lays out its own pages.
	Leaflet: {w: 297, h: 210, columns: 2, rows: 1, margin: 10, code: 50, body: 4.2, title: 9, papers: 30, wifi: 25},
}

// Cells is how many handouts a sheet of the layout holds.
func (l Layout) Cells() int {
	if l == Leaflet {
		return 1 // folded, not cut
	}
	f := forms[l]
	return f.columns * f.rows
}

// CodeMM is the least side of a code of the layout, without its quiet zone.
func (l Layout) CodeMM() float64 { return forms[l].code }

// PaperMM is the sheet of the layout; ok is false for a roll, which is as long
// as what stands on it.
func (l Layout) PaperMM() (width, height float64, ok bool) {
	f := forms[l]
	return f.w, f.h, f.h > 0
}

// ParseLayout finds a layout by its name. Error: CodeInvalid, naming them all.
func ParseLayout(name string) (Layout, error) {
	if slices.Contains(Layouts, Layout(name)) {
		return Layout(name), nil
	}
	return "", guide.Errorf(guide.CodeInvalid, "Không có khổ giấy %.20q. Mời chọn: slip80, a6, a5, a4, a4x2, a4x4, a4x8, poster, leaflet.", name)
}

// large makes everything larger for eyes that see little: fewer lines, same
// paper.
func (f form) large() form {
	f.body *= 1.3
	f.title *= 1.15
	return f
}
