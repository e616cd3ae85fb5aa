package printer

import (
	"bytes"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// MaxCopies is the most copies of one file in one job.
const MaxCopies = 100

// The sides of paper that printers take, in millimetres.
const (
	minPaper = 20
	maxPaper = 1300
)

// maxTitle is the longest job name in bytes: IPP allows 255, the displays of
// printers far less.
const maxTitle = 120

// Options say how a file is printed.
type Options struct {
	Copies   int        // 0 means 1
	Title    string     // what the queue calls the job; never a person's name
	TwoSided bool       // both sides, turned over the short edge, for folded leaflets
	PaperMM  [2]float64 // width and height in millimetres; zero means the printer's own paper
}

// checked gives the options with the defaults filled in, or CodeInvalid.
func (o Options) checked() (Options, error) {
	if o.Copies == 0 {
		o.Copies = 1
	}
	if o.Copies < 1 || o.Copies > MaxCopies {
		return o, guide.Errorf(guide.CodeInvalid, "Số bản in phải từ 1 đến %d. Mời chọn lại.", MaxCopies)
	}
	if o.PaperMM != [2]float64{} {
		for _, mm := range o.PaperMM {
			if math.IsNaN(mm) || mm < minPaper || mm > maxPaper {
				return o, guide.Errorf(guide.CodeInvalid, "Cỡ giấy phải từ %d đến %d mm. Mời chọn lại cỡ giấy.", minPaper, maxPaper)
			}
		}
	}
	o.Title = cleanTitle(o.Title)
	return o, nil
}

// cleanTitle makes one short line of a title; an empty one gets the program's name.
func cleanTitle(title string) string {
	title = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(title, ""))
	title = strings.Join(strings.Fields(title), " ")
	for len(title) > maxTitle {
		_, size := utf8.DecodeLastRuneInString(title)
		title = title[:len(title)-size]
	}
	if title == "" {
		return "Từng Bước"
	}
	return title
}

// standard are the papers that printers know by a name of their own.
var standard = []struct {
	name    string  // of PWG 5101.1
	sumatra string  // of SumatraPDF, or sumatraLacks
	width   float64 // mm, the shorter side
	height  float64 // mm
}{
	{"iso_a3_297x420mm", "A3", 297, 420},
	{"iso_a4_210x297mm", "A4", 210, 297},
	{"iso_a5_148x210mm", "A5", 148, 210},
	{"iso_a6_105x148mm", "A6", 105, 148},
	{"na_letter_8.5x11in", "letter", 215.9, 279.4},
}

// standardPaper finds a paper within a millimetre, lying or standing: a printer
// holds A4 upright and the page is turned. It returns -1 for other sizes.
func standardPaper(mm [2]float64) int {
	w, h := min(mm[0], mm[1]), max(mm[0], mm[1])
	for i, s := range standard {
		if math.Abs(w-s.width) < 1 && math.Abs(h-s.height) < 1 {
			return i
		}
	}
	return -1
}

// openPDF opens a PDF file by its full path, which no program can take for an
// option, and makes sure of its first bytes. The caller closes it.
func openPDF(file string) (*os.File, error) {
	full, err := filepath.Abs(file)
	if err != nil || file == "" {
		return nil, unreadable(errors.Join(err, errors.New("no file named")))
	}
	// looked at before it is opened: opening a pipe would wait for its writer
	info, err := os.Stat(full)
	if err != nil {
		return nil, unreadable(err)
	}
	if !info.Mode().IsRegular() {
		return nil, unreadable(errors.New(full + " is not a plain file"))
	}
	f, err := os.Open(full)
	if err != nil {
		return nil, unreadable(err)
	}
	head := make([]byte, 5)
	if n, err := f.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		_ = f.Close()
		return nil, unreadable(err)
	} else if !bytes.Equal(head[:n], []byte("%PDF-")) {
		_ = f.Close()
		return nil, guide.Errorf(guide.CodeInvalid, "Tệp này không phải tệp PDF nên không in được. Mời tạo lại tờ in.")
	}
	return f, nil
}

func unreadable(err error) error {
	return guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp cần in. Mời tạo lại tờ in rồi thử lại.")
}

// check refuses a job that cannot come from Print.
func (j Job) check() error {
	if !validName(j.Printer) || j.ID < 0 {
		return guide.Errorf(guide.CodeInvalid, "Lệnh in không hợp lệ. Mời in lại.")
	}
	return nil
}

// StandardName is what printers call a paper of such sides in millimetres, ""
// for one without a name.
func StandardName(mm [2]float64) string {
	if i := standardPaper(mm); i >= 0 {
		return standard[i].name
	}
	return ""
}
