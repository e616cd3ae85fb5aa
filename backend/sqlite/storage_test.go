package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	lib "modernc.org/sqlite/lib"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func TestFolderThatCannotBeUsed(t *testing.T) {
	for _, tt := range []struct {
		name string
		root bool // holds for root too, who may write anywhere
		dir  func(t *testing.T) string
	}{
		{"below a file", true, func(t *testing.T) string {
			file := filepath.Join(t.TempDir(), "file")
			mustWrite(t, file, nil)
			return filepath.Join(file, "x")
		}},
		{"a folder in the place of the database", true, func(t *testing.T) string {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, sqlite.FileName), 0o700); err != nil {
				t.Fatal(err)
			}
			return dir
		}},
		{"read only", false, func(t *testing.T) string {
			dir := t.TempDir()
			if err := os.Chmod(dir, 0o500); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
			return dir
		}},
		{"read only file", false, func(t *testing.T) string {
			dir := t.TempDir()
			if err := os.Chmod(mustFile(t, dir), 0o400); err != nil {
				t.Fatal(err)
			}
			return dir
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if !tt.root && (os.Getuid() == 0 || runtime.GOOS == "windows") {
				t.Skip("permissions do not bind this user")
			}
			_, err := sqlite.Open(context.Background(), tt.dir(t), noon, quiet())
			if guide.ErrorCode(err) != guide.CodeStorage {
				t.Fatalf("open: %v, want code %s", err, guide.CodeStorage)
			}
			want := "Không dùng được thư mục dữ liệu. Mời cán bộ kiểm tra thư mục còn đó và được phép ghi, rồi mở lại kiosk."
			if guide.Message(err) != want {
				t.Errorf("says %q, want %q", guide.Message(err), want)
			}
		})
	}
}

func TestOpenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := t.TempDir()
	mustFile(t, dir)
	_, err := sqlite.Open(ctx, dir, noon, quiet())
	if guide.ErrorCode(err) != guide.CodeStorage || !errors.Is(err, context.Canceled) {
		t.Errorf("open: %v", err)
	}
	if db := mustOpen(t, dir); db.SetAside() != "" {
		t.Errorf("a cancelled start set %s aside", db.SetAside())
	}
}

// A disk without room refuses new counts, keeps the old ones and goes on once
// there is room again.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	db := mustOpen(t, dir)
	mustCount(t, db, opened, 3)
	limit := func(pages int) {
		if _, err := db.Writer().Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	limit(1) // SQLite takes the present size instead: not a page more
	kept := 3
	var err error
	for i := 0; err == nil; i++ {
		if i == 5000 {
			t.Fatal("the limit does not bind")
		}
		c := opened
		c.Service = fmt.Sprintf("viec-%d", i)
		if err = db.Count(context.Background(), c); err == nil {
			kept++
		}
	}
	if guide.ErrorCode(err) != guide.CodeDiskFull {
		t.Fatalf("count: %v, want code %s", err, guide.CodeDiskFull)
	}
	want := "Ổ đĩa đã đầy nên máy chưa ghi được. Mời cán bộ xóa bớt tệp không dùng trên ổ đĩa rồi làm lại. Nếu vẫn báo đầy, mời mở lại kiosk."
	if guide.Message(err) != want {
		t.Errorf("says %q, want %q", guide.Message(err), want)
	}
	if got := total(t, db); got != kept {
		t.Errorf("%d counts while full, want %d", got, kept)
	}
	limit(1 << 30)
	mustCount(t, db, guide.Count{Service: "viec-sau", Event: guide.EventOpened, Lang: "vi"}, 1)
	mustClose(t, db)
	db = mustOpen(t, dir)
	if got := total(t, db); got != kept+1 || db.SetAside() != "" {
		t.Errorf("%d counts after opening again (set aside %q), want %d", got, db.SetAside(), kept+1)
	}
}

func TestFailureOfTheFileSystem(t *testing.T) {
	for _, tt := range []struct {
		err  error
		code guide.Code
	}{
		{syscall.ENOSPC, guide.CodeDiskFull},
		{syscall.EROFS, guide.CodeStorage},
		{syscall.EACCES, guide.CodeStorage},
		{syscall.ENOTDIR, guide.CodeStorage},
		{context.DeadlineExceeded, guide.CodeStorage},
		{errors.New("a fault of ours"), guide.CodeInternal},
		{guide.Errorf(guide.CodeInvalid, "Sai."), guide.CodeInvalid},
		{nil, ""},
	} {
		if runtime.GOOS == "windows" && errors.Is(tt.err, syscall.ENOSPC) {
			continue // named otherwise there
		}
		err := tt.err
		if number, ok := tt.err.(syscall.Errno); ok {
			err = &fs.PathError{Op: "mkdir", Path: "x", Err: number}
		}
		got := sqlite.Failure("open", err)
		if guide.ErrorCode(got) != tt.code {
			t.Errorf("%v: code %s, want %s", tt.err, guide.ErrorCode(got), tt.code)
		} else if !errors.Is(got, err) {
			t.Errorf("%v: the cause is lost", tt.err)
		}
	}
}

// Each fault has the sentence that sends staff to where it is.
func TestWhatSQLiteMeans(t *testing.T) {
	const (
		disk   = "kiểm tra ổ đĩa và dây cắm"
		place  = "ổ mạng hoặc thư mục dùng chung"
		folder = "được phép ghi"
		full   = "đã đầy"
		busy   = "đang bận"
	)
	for _, tt := range []struct {
		code int
		want guide.Code
		says string
	}{
		{lib.SQLITE_IOERR_READ, guide.CodeStorage, disk},
		{lib.SQLITE_IOERR_WRITE, guide.CodeStorage, disk},
		{lib.SQLITE_IOERR_FSYNC, guide.CodeStorage, disk},
		{lib.SQLITE_IOERR, guide.CodeStorage, disk},
		{lib.SQLITE_IOERR_SHMMAP, guide.CodeStorage, place},
		{lib.SQLITE_IOERR_SHMOPEN, guide.CodeStorage, place},
		{lib.SQLITE_IOERR_SHMLOCK, guide.CodeStorage, place},
		{lib.SQLITE_IOERR_LOCK, guide.CodeStorage, place},
		{lib.SQLITE_IOERR_RDLOCK, guide.CodeStorage, place},
		{lib.SQLITE_IOERR_SHMSIZE, guide.CodeDiskFull, full},
		{lib.SQLITE_FULL, guide.CodeDiskFull, full},
		{lib.SQLITE_READONLY, guide.CodeStorage, folder},
		{lib.SQLITE_READONLY_DIRECTORY, guide.CodeStorage, folder},
		{lib.SQLITE_CANTOPEN, guide.CodeStorage, folder},
		{lib.SQLITE_BUSY, guide.CodeStorage, busy},
		{lib.SQLITE_CORRUPT, guide.CodeStorage, "bị hỏng"},
	} {
		if code, says := sqlite.Meaning(tt.code); code != tt.want || !strings.Contains(says, tt.says) {
			t.Errorf("%d: %s, %q, want %s with %q", tt.code, code, says, tt.want, tt.says)
		}
	}
	for number, says := range map[syscall.Errno]string{ // of the folder's lock
		syscall.ENOTSUP: place, syscall.ENOSYS: place, syscall.EACCES: folder, syscall.EROFS: folder,
	} {
		err := sqlite.Failure("claim", &fs.PathError{Op: "flock", Path: "x", Err: number})
		if guide.ErrorCode(err) != guide.CodeStorage || !strings.Contains(guide.Message(err), says) {
			t.Errorf("%v: %q, want %q", number, guide.Message(err), says)
		}
	}
}
