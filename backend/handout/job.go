package handout

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// The most of what a job may hold.
const (
	MaxCopies         = 5000
	MaxHouseholds     = 500
	MaxHamletServices = 24
	MaxHamletName     = 60     // letters
	MaxPages          = 10_000 // twenty packets of paper: more is a slip of the finger
)

// HamletLayout is what every household of a hamlet gets: the small cards.
const HamletLayout = A4x8

// Job is what to print: handouts, or the pack for a hamlet made of them.
type Job struct {
	Layout   Layout // of a pack: HamletLayout
	Contents []Content
	Copies   int // of each, 1 to MaxCopies; of a pack: the households, 1 to MaxHouseholds
	// Counts says of each of the Contents by itself how many there are, 1 to
	// MaxCopies; nil: Copies of each. A pack has the same of each.
	Counts []int
	Start  int // first free place on a used sheet, from 1
	DPI    int // of the printer; 0: unknown
	Large  bool
	Hamlet string // whose households get the cards, with cover, notice and talking card; "": no pack
}

// Fill is how many copies of each of so many handouts fill one sheet from a place
// on: a sheet of cards that is cut anyway is not left half empty. At least 1.
func (l Layout) Fill(handouts, start int) int {
	return max(1, (l.Cells()-max(start, 1)+1)/max(1, handouts))
}

// Check refuses a job that cannot be. Error: CodeInvalid.
func (j Job) Check() error {
	if _, err := ParseLayout(string(j.Layout)); err != nil {
		return err
	}
	switch {
	case len(j.Contents) == 0:
		return guide.Errorf(guide.CodeInvalid, "Chưa chọn dịch vụ nào để in.")
	case j.Counts != nil && (j.Hamlet != "" || len(j.Counts) != len(j.Contents)):
		return guide.Errorf(guide.CodeInvalid, "Số bản không khớp với số dịch vụ. Mời chọn lại.")
	case j.Hamlet != "":
		if err := j.checkPack(); err != nil {
			return err
		}
	case slices.ContainsFunc(j.counts(), func(n int) bool { return n < 1 || n > MaxCopies }):
		return guide.Errorf(guide.CodeInvalid, "Số bản in từ 1 đến %d.", MaxCopies)
	}
	switch {
	case j.Start < 1 || j.Start > j.Layout.Cells():
		return guide.Errorf(guide.CodeInvalid, "Vị trí bắt đầu từ 1 đến %d với khổ %s.", j.Layout.Cells(), j.Layout)
	case j.DPI != 0 && (j.DPI < 72 || j.DPI > 2400):
		return guide.Errorf(guide.CodeInvalid, "Độ nét máy in từ 72 đến 2400 điểm.")
	}
	return nil
}

func (j Job) checkPack() error {
	switch {
	case strings.TrimSpace(j.Hamlet) == "" || len([]rune(j.Hamlet)) > MaxHamletName:
		return guide.Errorf(guide.CodeInvalid, "Cần tên thôn, không quá %d chữ cái.", MaxHamletName)
	case !utf8.ValidString(j.Hamlet) || guide.HasControl(j.Hamlet): // the writer of the PDF stops in the middle of such a name
		return guide.Errorf(guide.CodeInvalid, "Tên thôn có chữ hỏng. Mời gõ lại tên thôn.")
	case j.Layout != HamletLayout:
		return guide.Errorf(guide.CodeInvalid, "Gói cho thôn chỉ in theo khổ %s.", HamletLayout)
	case j.Copies < 1 || j.Copies > MaxHouseholds:
		return guide.Errorf(guide.CodeInvalid, "Số hộ từ 1 đến %d.", MaxHouseholds)
	case len(j.Contents) > MaxHamletServices:
		return guide.Errorf(guide.CodeInvalid, "Mỗi gói cần từ 1 đến %d dịch vụ.", MaxHamletServices)
	}
	return nil
}

// Lay gives the pages of the job. Errors: those of Check; CodeInvalid for more
// than MaxPages; CodeContent when a
// leaflet, whose pages are counted by laying them out, cannot be.
func (j Job) Lay() (Pages, error) {
	if err := j.Check(); err != nil {
		return Pages{}, err
	}
	j.DPI = cmp.Or(j.DPI, printerDPI)
	var (
		pages Pages
		err   error
	)
	switch {
	case j.Hamlet != "":
		pages = j.pack()
	case j.Layout.Folded():
		pages, err = j.leaflets()
	default:
		pages = j.sheets()
	}
	if err == nil && pages.count > MaxPages {
		return Pages{}, guide.Errorf(guide.CodeInvalid, "Việc này có %d trang, nhiều quá. Mời chia làm nhiều lần, mỗi lần nhiều nhất %d trang.", pages.count, MaxPages)
	}
	return pages, err
}

// counts is how many there are of each of the contents.
func (j Job) counts() []int {
	if j.Counts != nil {
		return j.Counts
	}
	return slices.Repeat([]int{j.Copies}, len(j.Contents))
}

// layCard is watched by a test that counts.
var layCard = card

// paper is the paper of the job.
func (j Job) paper() paper {
	if j.Large {
		return j.Layout.paper().large()
	}
	return j.Layout.paper()
}

// sheets lays out cards in the cells of sheets: all copies of the first
// handout, then those of the next.
func (j Job) sheets() Pages {
	f := j.paper()
	w, h := f.w/float64(f.columns), f.h/float64(f.rows)
	cards := make([]func() (*Page, error), len(j.Contents))
	for i, s := range j.Contents {
		cards[i] = once(func() (*Page, error) { return layCard(s, f, w, h, j.DPI) })
	}
	var ends []int // the first place after each handout's cards, counted from the first card
	all := 0
	for _, n := range j.counts() {
		all += n
		ends = append(ends, all)
	}
	cells, free := f.columns*f.rows, j.Start-1
	return Pages{count: (free + all + cells - 1) / cells, at: func(n int) (*Page, error) {
		page := &Page{W: f.w, H: f.h}
		for place := range cells {
			i := (n-1)*cells + place - free
			if i < 0 || i >= all {
				continue
			}
			which, found := slices.BinarySearch(ends, i)
			if found { // it is the first of the next
				which++
			}
			card, err := cards[which]()
			if err != nil {
				return nil, err
			}
			page.place(card, w*float64(place%f.columns), h*float64(place/f.columns))
			if f.style == roll { // a roll is as long as what stands on it
				page.H = card.H
			}
		}
		page.cutMarks(f, w, h)
		return page, nil
	}}
}
