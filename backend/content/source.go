package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// MaxFileSize is the largest file of a pack that is read, in bytes. The
// translations, the largest, are half of it.
const MaxFileSize = 6 << 18

// The most that is read of a folder of the pack, and of a whole pack.
const (
	maxFiles    = 2000
	maxPackSize = 64 << 20
)

// maxOffice is the largest office.yaml, in bytes: a page of text.
const maxOffice = 64 << 10

// flaw is what keeps a file from being read, said to whoever wrote it.
type flaw struct {
	at            position
	message, mend string
	whole         bool // it is about the file as a whole
}

// notThere is the flaw of a file that does not exist. It has no place.
var notThere = flaw{position{}, "Gói thiếu tệp này.", "Chép lại tệp từ gói gốc.", true}

// readFile reads a file of at most limit bytes. What is no file is not opened:
// a pipe would keep the reader waiting, a device would never end. The size is
// looked at before anything is read.
//
// Errors: fs.ErrNotExist for a missing file; else a flaw says why it cannot be
// read.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, *flaw, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, unreadable(), err
	}
	if !info.Mode().IsRegular() {
		return nil, wholeFlaw("Đây không phải là tệp thường.", "Bỏ nó đi, rồi để tệp .yaml vào chỗ này."), fs.ErrInvalid
	}
	if info.Size() > limit {
		return nil, tooLarge(limit), fs.ErrInvalid
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(), err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, unreadable(), err
	}
	if int64(len(data)) > limit { // it grew, or its size was not true
		return nil, tooLarge(limit), fs.ErrInvalid
	}
	return data, nil, nil
}

func wholeFlaw(message, mend string) *flaw { return &flaw{position{1, 1}, message, mend, true} }

func unreadable() *flaw {
	return wholeFlaw("Không đọc được tệp.", "Chép lại tệp từ gói gốc.")
}

func tooLarge(limit int64) *flaw {
	return wholeFlaw(fmt.Sprintf("Tệp lớn quá, nhiều nhất %d KB.", limit>>10), "Bỏ bớt nội dung, hoặc chia nhỏ tệp.")
}

// open reads a file into the reader's target. It reports why it cannot.
// A missing file is left to the caller.
func (r *reader) open(fsys fs.FS, name string, limit int64, into any) (data []byte, err error) {
	r.file, r.unread = name, true
	data, bad, err := readFile(fsys, name, limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case bad != nil:
		r.flawed(bad)
		return nil, err
	}
	r.read(data, into)
	return data, nil
}

// flawed reports what keeps a file from being read.
func (r *reader) flawed(f *flaw) {
	r.problems = append(r.problems, Problem{File: r.file, Line: f.at.line, Column: f.at.column, Message: f.message, Mend: f.mend, whole: f.whole})
}
