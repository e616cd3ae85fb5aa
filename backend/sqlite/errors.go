package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"syscall"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"tungbuoc/backend/guide"
)

// What staff read. Each says what happened and what to do.
const (
	sayFull     = "Ổ đĩa đã đầy nên máy chưa ghi được. Mời cán bộ xóa bớt tệp không dùng trên ổ đĩa rồi làm lại. Nếu vẫn báo đầy, mời mở lại kiosk."
	sayFolder   = "Không dùng được thư mục dữ liệu. Mời cán bộ kiểm tra thư mục còn đó và được phép ghi, rồi mở lại kiosk."
	sayDisk     = "Ổ đĩa đọc ghi bị lỗi. Mời cán bộ kiểm tra ổ đĩa và dây cắm, rồi mở lại kiosk."
	sayPlace    = "Thư mục dữ liệu đang ở ổ mạng hoặc thư mục dùng chung, nơi không giữ được tệp dữ liệu. Mời cán bộ chuyển thư mục này về ổ của máy, rồi mở lại kiosk."
	sayBusy     = "Tệp dữ liệu đang bận. Mời cán bộ đóng chương trình khác đang mở tệp này, rồi thử lại."
	sayDamaged  = "Tệp dữ liệu bị hỏng. Mời cán bộ tắt rồi mở lại kiosk: máy sẽ cất tệp hỏng sang tên khác và tạo tệp mới."
	sayOpen     = "Máy hướng dẫn đang mở nên chưa khôi phục được. Mời đóng hết các cửa sổ Từng Bước rồi thử lại."
	sayHeldOpen = "Tệp dữ liệu bị hỏng và chương trình khác đang mở. Mời cán bộ đóng hết các cửa sổ Từng Bước rồi mở lại."
	sayOther    = "Tệp dữ liệu chưa dùng được. Mời cán bộ mở lại kiosk; nếu vẫn vậy, mời báo người cài đặt máy."
	sayNewer    = "Tệp dữ liệu do bản Từng Bước mới hơn tạo ra, máy giữ nguyên không đụng tới. Mời cán bộ cài lại bản mới nhất."
)

// failure says what an error of the file system or of SQLite means for staff.
// It goes by codes, never by the text of an error. What staff cannot mend
// stays a plain error.
func failure(op string, err error) error {
	if err == nil {
		return nil
	}
	cause := fmt.Errorf("%s: %w", op, err)
	var said *guide.Error
	if errors.As(err, &said) {
		return cause
	}
	if code, say := meaning(err); code != "" {
		return guide.Wrap(cause, code, "%s", say)
	}
	return cause
}

func meaning(err error) (guide.Code, string) {
	var fault *driver.Error
	if errors.As(err, &fault) {
		return sqliteMeaning(fault.Code())
	}
	var number syscall.Errno // in every error of the file system
	switch {
	case isDiskFull(err):
		return guide.CodeDiskFull, sayFull
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return guide.CodeStorage, sayBusy
	case isDamage(err):
		return guide.CodeStorage, sayDamaged
	case isPlace(err), errors.Is(err, errors.ErrUnsupported):
		return guide.CodeStorage, sayPlace
	case errors.As(err, &number):
		return guide.CodeStorage, sayFolder
	}
	return "", ""
}

func sqliteMeaning(code int) (guide.Code, string) {
	// The shared memory file beside the log is grown by writing to it; where
	// that fails the disk is full, though SQLite calls it an I/O error.
	if code == lib.SQLITE_IOERR_SHMSIZE {
		return guide.CodeDiskFull, sayFull
	}
	if slices.Contains(placeCodes, code) {
		return guide.CodeStorage, sayPlace
	}
	switch primary(code) {
	case lib.SQLITE_FULL:
		return guide.CodeDiskFull, sayFull
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return guide.CodeStorage, sayFolder
	case lib.SQLITE_IOERR, lib.SQLITE_NOLFS:
		return guide.CodeStorage, sayDisk
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_PROTOCOL, lib.SQLITE_INTERRUPT:
		return guide.CodeStorage, sayBusy
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return guide.CodeStorage, sayDamaged
	}
	return guide.CodeStorage, sayOther
}

// placeCodes are the I/O errors of a file system that cannot lock files or
// share memory over them, as network folders and some of FUSE. A failing disk
// fails at reading, writing and syncing.
var placeCodes = []int{
	lib.SQLITE_IOERR_SHMOPEN, lib.SQLITE_IOERR_SHMLOCK, lib.SQLITE_IOERR_SHMMAP, lib.SQLITE_IOERR_MMAP,
	lib.SQLITE_IOERR_LOCK, lib.SQLITE_IOERR_RDLOCK, lib.SQLITE_IOERR_UNLOCK, lib.SQLITE_IOERR_CHECKRESERVEDLOCK,
}

// primary is the general code behind an extended one.
func primary(code int) int { return code & 0xff }

// damage is the finding that a file is no database of ours, or no longer.
type damage struct{ reason string }

func (d *damage) Error() string { return "damaged: " + d.reason }

func isDamage(err error) bool {
	var d *damage
	return errors.As(err, &d)
}

// asDamage turns the errors that a damaged file causes into a damage. more are
// result codes that also mean damage where it is called.
func asDamage(err error, more ...int) error {
	var fault *driver.Error
	if !errors.As(err, &fault) {
		return err
	}
	code := fault.Code()
	if primary(code) == lib.SQLITE_CORRUPT || primary(code) == lib.SQLITE_NOTADB ||
		code == lib.SQLITE_IOERR_SHORT_READ || slices.Contains(more, code) {
		return &damage{reason: err.Error()}
	}
	return err
}
