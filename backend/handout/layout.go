package handout

import (
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// Layout is one way to put a service on paper, by the name that commands, the
// staff's page and office.db know it by.
type Layout string

// The layouts that something is done with besides laying them out.
const (
	Slip80  Layout = "slip80"
	A5      Layout = "a5"
	A4x8    Layout = "a4x8"
	Poster  Layout = "poster"
	Leaflet Layout = "leaflet"
)

// style is how the words of a card stand to its code.
type style int

const (
	column     style = iota // the code with its words beside it, all else below
	roll                    // one narrow column, as long as what stands on it
	sideBySide              // the code left, all words right
	folded                  // a cover like a column, then the whole lesson in pages to fold
)

// paper is one layout: its sheet, the cells on it, and what has room in a cell.
type paper struct {
	layout  Layout
	names   Names
	use     Names  // what the desk calls it: by what it is for
	size    Names  // how it stands on the sheet, beneath that
	media   string // what printers call the sheet (PWG 5101.1), "" for a roll
	style   style
	w, h    float64 // of the sheet, mm; a roll has no height
	columns int
	rows    int
	margin  float64 // inside a cell, mm
	head    float64 // height of the panel with pictogram and title, mm
	field   float64 // instead of it: a dark field over this share of the page
	band    float64 // about how high the woven band is, mm; 0: none
	title   float64 // size of a title that has room
	full    bool    // a short title is said in full beneath
	code    float64 // least side of a code without its quiet zone, mm
	two     float64 // most of each of two codes, with its quiet zone, mm; 0: what fits
	beside  float64 // least width of the words beside two codes, mm
	beyond  float64 // width of a column at the right for all but the code; 0: all else is below it
	body    float64 // size of running text, mm
	phone   float64 // size of a number to call, mm
	call    float64 // the same in an emergency: 30 points at least
	list    int     // most things of the checklist; 0: there is no room for any
	steps   int     // most first steps, when there is room
	alarm   bool    // the head is that of an emergency
	wifi    float64 // least side of the office's Wi-Fi code, mm; 0: no room for a second code
}

// Names are what staff call a layout.
type Names struct{ Vi, En string }

// papers is the table of layouts, the smallest first: a new one is a row here.
var papers = []paper{
	{layout: Slip80, names: Names{"Phiếu 80 mm", "80 mm slip"}, use: Names{"Phiếu cuộn", "Slip"}, size: Names{"80 mm", "80 mm"}, style: roll, w: 80, columns: 1, rows: 1,
		margin: 4, head: 16, title: 7.4, code: 47, beside: 60, body: 3.3, phone: 5.6, call: 10.6, list: 40},
	{layout: "a6", names: Names{"Thẻ A6", "A6 card"}, use: Names{"Thẻ rời", "Loose card"}, size: Names{"A6", "A6"}, media: "iso_a6_105x148mm", w: 105, h: 148, columns: 1, rows: 1,
		margin: 6, head: 23, band: 2.4, title: 11, code: 37, beside: 50, body: 3.3, phone: 6.3, call: 10.6, list: 12},
	{layout: A5, names: Names{"Tờ A5", "A5 sheet"}, use: Names{"Tờ mang về", "Sheet to take"}, size: Names{"A5", "A5"}, media: "iso_a5_148x210mm", w: 148, h: 210, columns: 1, rows: 1,
		margin: 10, head: 32, band: 6, title: 16, full: true, code: 50, two: 58, beside: 50, body: 4, phone: 8, call: 15, list: 14, steps: 6, wifi: 25},
	{layout: "a4", names: Names{"Tờ A4", "A4 sheet"}, use: Names{"Tờ to", "Large sheet"}, size: Names{"A4", "A4"}, media: "iso_a4_210x297mm", w: 210, h: 297, columns: 1, rows: 1,
		margin: 16, head: 50, band: 7.5, title: 24, full: true, code: 70, two: 77, beside: 60, body: 5.4, phone: 11, call: 21, list: 16, steps: 10, wifi: 27},
	{layout: "a4x2", names: Names{"2 tờ A5 trên A4", "2 A5 sheets on A4"}, use: Names{"Tờ đôi", "Two sheets"}, size: Names{"2 / A4", "2 / A4"}, media: "iso_a4_210x297mm", w: 210, h: 297, columns: 1, rows: 2,
		margin: 9, head: 27, band: 3, title: 15, code: 50, two: 62, beside: 50, beyond: 68, body: 3.8, phone: 8, call: 14, list: 8},
	{layout: "a4x4", names: Names{"4 thẻ A6 trên A4", "4 A6 cards on A4"}, use: Names{"Thẻ bỏ ví", "Wallet card"}, size: Names{"4 / A4", "4 / A4"}, media: "iso_a4_210x297mm", w: 210, h: 297, columns: 2, rows: 2,
		margin: 7, head: 23, band: 2.4, title: 11, code: 37, beside: 50, body: 3.3, phone: 6.3, call: 10.6, list: 12},
	{layout: A4x8, names: Names{"8 thẻ nhỏ trên A4", "8 small cards on A4"}, use: Names{"Thẻ nhỏ", "Small card"}, size: Names{"8 / A4", "8 / A4"}, media: "iso_a4_210x297mm", style: sideBySide, w: 210, h: 297, columns: 2, rows: 4,
		margin: 4, head: 14, band: 1.8, title: 8.4, code: 34, two: 35, beside: 25, body: 3.1, phone: 6.35, call: 10.6},
	// For the wall, readable from a metre.
	{layout: Poster, names: Names{"Áp phích A3", "A3 poster"}, use: Names{"Dán tường", "Poster"}, size: Names{"A3", "A3"}, media: "iso_a3_297x420mm", w: 297, h: 420, columns: 1, rows: 1,
		margin: 20, field: 0.28, band: 13, title: 38, full: true, code: 116, two: 116, beside: 90, body: 7.6, phone: 14, call: 32, list: 8, wifi: 30},
	{layout: Leaflet, names: Names{"Tờ gấp A5", "A5 leaflet"}, use: Names{"Tờ gấp bài học", "Lesson leaflet"}, size: Names{"A4 gấp", "A4 folded"}, media: "iso_a4_210x297mm", style: folded, w: 297, h: 210, columns: 2, rows: 1,
		margin: 10, head: 36, band: 6, title: 16, full: true, code: 60, beside: 48, body: 4.2, phone: 8, call: 15, list: 30, wifi: 25},
}

// Layouts lists every layout, the smallest first. Do not change it.
var Layouts = func() []Layout {
	list := make([]Layout, len(papers))
	for i, f := range papers {
		list[i] = f.layout
	}
	return list
}()

// ParseLayout finds a layout by its name. Error: CodeInvalid, naming them all.
func ParseLayout(name string) (Layout, error) {
	if slices.Contains(Layouts, Layout(name)) {
		return Layout(name), nil
	}
	return "", guide.Errorf(guide.CodeInvalid, "Không có khổ giấy %.20q. Mời chọn: %s.", name, LayoutNames())
}

// LayoutNames names all layouts, for people who have to choose one.
func LayoutNames() string {
	var names []string
	for _, l := range Layouts {
		names = append(names, string(l))
	}
	return strings.Join(names, ", ")
}

// paper is the layout's row, the zero value if there is none.
func (l Layout) paper() paper {
	for _, f := range papers {
		if f.layout == l {
			return f
		}
	}
	return paper{}
}

// Look is what the desk shows of a layout: how it is called by its use, how it
// stands on its sheet, and its shape, for a small picture of it.
type Look struct {
	Name   Layout `json:"name"`
	Vi     string `json:"vi"` // by its use
	En     string `json:"en"`
	SizeVi string `json:"sizeVi"` // in a few letters
	SizeEn string `json:"sizeEn"`
	// Sheet is the name of the paper in the printer, as A4; "" for a roll.
	Sheet   string  `json:"sheet"`
	Width   float64 `json:"width"`  // of the sheet, mm
	Height  float64 `json:"height"` // 0 for a roll
	Columns int     `json:"columns"`
	Rows    int     `json:"rows"`
	Folded  bool    `json:"folded"` // on both sides, then folded
}

// Look is what the desk shows of the layout.
func (l Layout) Look() Look {
	f := l.paper()
	look := Look{
		Name: l, Vi: f.use.Vi, En: f.use.En, SizeVi: f.size.Vi, SizeEn: f.size.En,
		Width: f.w, Height: f.h, Columns: f.columns, Rows: f.rows, Folded: l.Folded(),
	}
	if parts := strings.Split(f.media, "_"); len(parts) > 1 { // iso_a4_210x297mm
		look.Sheet = strings.ToUpper(parts[1])
	}
	return look
}

// Names are what staff call the layout.
func (l Layout) Names() Names { return l.paper().names }

// Cells is how many handouts a sheet of the layout holds.
func (l Layout) Cells() int {
	f := l.paper()
	if f.style == folded {
		return 1 // folded, not cut
	}
	return f.columns * f.rows
}

// Folded says whether the layout is printed on both sides, to be folded.
func (l Layout) Folded() bool { return l.paper().style == folded }

// CodeMM is the least side of a code of the layout, without its quiet zone.
func (l Layout) CodeMM() float64 { return l.paper().code }

// WiFiMM is the least side of the office's Wi-Fi code, without its quiet zone;
// 0: the layout has no room for a second code that nobody takes for the first.
func (l Layout) WiFiMM() float64 { return l.paper().wifi }

// Media is what printers call the layout's sheet, "" for a roll, which is as
// long as what stands on it.
func (l Layout) Media() string { return l.paper().media }

// large makes everything larger for eyes that see little: fewer lines, same
// paper.
func (f paper) large() paper {
	f.body *= 1.3
	f.phone *= 1.15
	return f
}

// labelGap is the room above the name of a code: a dark field must not touch it.
func (f paper) labelGap() float64 {
	if f.field > 0 {
		return f.body * 0.8
	}
	return 0
}
