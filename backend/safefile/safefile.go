// Package safefile writes whole files or nothing: a full disk, a pulled stick or
// a power cut leaves no half of one behind, and an old file stays as it was.
package safefile

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"syscall"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile/internal/disk"
)

// Everybody may read what is written: paper goes to a printing system that runs
// as another user.
const mode = 0o644

// For tests.
var chmod = disk.File.Chmod

// Write makes the file name with what fill writes. When it returns nil the file
// survives a power cut, as far as the file system can promise. Errors: those of
// fill; CodeDiskFull, CodeStorage, with a sentence for staff.
func Write(name string, fill func(w io.Writer) error) error { return tell(name, mode, fill) }

// WritePrivate is [Write] for a file that is for its owner only.
func WritePrivate(name string, fill func(w io.Writer) error) error { return tell(name, 0, fill) }

func tell(name string, mode fs.FileMode, fill func(w io.Writer) error) error {
	if markedReadOnly(name) {
		return guide.Errorf(guide.CodeStorage, "Tệp %s chỉ cho đọc nên chưa ghi được. Mời chọn tên khác, hoặc bỏ dấu chỉ đọc của tệp.", filepath.Base(name))
	}
	own, err := write(name, mode, fill)
	if own == nil && err != nil {
		return said(err, name)
	}
	return own
}

// write writes beside the file, has all of it on the disk, and only then gives it
// the name. mode 0 leaves it to its owner. It gives either the error of fill's own
// or the one of the disk.
func write(name string, mode fs.FileMode, fill func(w io.Writer) error) (own, err error) {
	sweepOnce(filepath.Dir(name))
	f, err := disk.Now.CreateTemp(filepath.Dir(name), prefix+"*")
	if err != nil {
		return nil, err
	}
	hold(f)
	defer func() {
		if own != nil || err != nil {
			_ = disk.Now.Remove(f.Name())
		}
	}()
	out := &watched{w: f}
	own = fill(out)
	if own == nil && out.err == nil {
		if mode != 0 {
			// Network folders and sticks may refuse; whoever mounted them has said
			// who may read there.
			_ = chmod(f, mode)
		}
		err = ifSupported(f.Sync())
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	switch {
	case out.err != nil:
		return nil, out.err
	case own != nil:
		return own, nil
	case err != nil:
		return nil, err
	}
	return nil, Move(f.Name(), name)
}

// ifSupported forgives a file system that cannot promise to keep something, as
// some network folders: the file is written all the same.
func ifSupported(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// watched remembers the disk's own error, which fill may have wrapped.
type watched struct {
	w   io.Writer
	err error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

func said(err error, name string) error {
	base := filepath.Base(name)
	switch {
	case isFull(err):
		return guide.Wrap(err, guide.CodeDiskFull, "Hết chỗ nên chưa ghi được %s. Mời xóa bớt tệp, hoặc chọn nơi khác.", base)
	case errors.Is(err, fs.ErrNotExist), isGone(err):
		return guide.Wrap(err, guide.CodeStorage, "Không còn thấy nơi để ghi %s. Mời xem USB còn cắm không, rồi thử lại.", base)
	case inUse(err, name):
		return guide.Wrap(err, guide.CodeStorage, "Tệp %s đang mở ở chương trình khác nên chưa ghi được. Mời đóng chương trình đó rồi thử lại.", base)
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return guide.Wrap(err, guide.CodeStorage, "Nơi này không cho ghi %s. Mời xem khóa ghi của USB, hoặc chọn nơi khác.", base)
	}
	return guide.Wrap(err, guide.CodeStorage, "Không ghi được %s. Nếu tệp đang mở, mời đóng lại rồi thử lại.", base)
}

// Why says in Vietnamese, in a few words, why a place cannot be written to.
func Why(err error) string {
	switch {
	case isFull(err):
		return "hết chỗ"
	case errors.Is(err, syscall.ENOTDIR):
		return "đường dẫn này đi qua một tệp, không phải thư mục"
	case errors.Is(err, fs.ErrNotExist), isGone(err):
		return "không còn thấy thư mục hay ổ đĩa"
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return "nơi này không cho ghi"
	}
	return "ổ đĩa gặp lỗi"
}

// Full says whether an error means that there is no room, or none for this user.
func Full(err error) bool { return isFull(err) }

func isAny(err error, targets ...error) bool {
	return slices.ContainsFunc(targets, func(t error) bool { return errors.Is(err, t) })
}
