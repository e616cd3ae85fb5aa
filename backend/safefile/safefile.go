// Package safefile writes whole files or nothing: a full disk or a pulled stick
// leaves no half of one behind, and an old file stays as it was.
package safefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"tungbuoc/backend/guide"
)

// Write makes the file name with what fill writes. Errors: those of fill;
// CodeDiskFull, CodeStorage, with a sentence for staff.
func Write(name string, fill func(w io.Writer) error) (err error) {
	var own error // of fill, not of the disk
	f, err := os.CreateTemp(filepath.Dir(name), ".tungbuoc-*")
	if err != nil {
		return said(err, name)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	out := &watched{w: f}
	if own = fill(out); own == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	switch {
	case out.err != nil:
		err = out.err
	case own != nil:
		return own
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return said(err, name)
	}
	return nil
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
	case errors.Is(err, syscall.ENOSPC):
		return guide.Wrap(err, guide.CodeDiskFull, "Hết chỗ nên chưa ghi được %s. Mời xoá bớt tệp, hoặc chọn nơi khác.", base)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.EIO), errors.Is(err, syscall.ENODEV):
		return guide.Wrap(err, guide.CodeStorage, "Không còn thấy nơi để ghi %s. Mời xem USB còn cắm không, rồi thử lại.", base)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return guide.Wrap(err, guide.CodeStorage, "Nơi này không cho ghi %s. Mời xem khoá ghi của USB, hoặc chọn nơi khác.", base)
	}
	return guide.Wrap(err, guide.CodeStorage, "Không ghi được %s. Nếu tệp đang mở, mời đóng lại rồi thử lại.", base)
}
