package safefile

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/sys/windows"

	"tungbuoc/backend/guide"
)

// What Windows says when a disk is full, a stick is gone or a file is open.
func TestReasonsOfWindows(t *testing.T) {
	for _, tt := range []struct {
		err  error
		code guide.Code
		says string
	}{
		{windows.ERROR_DISK_FULL, guide.CodeDiskFull, "Hết chỗ"},
		{windows.ERROR_HANDLE_DISK_FULL, guide.CodeDiskFull, "Hết chỗ"},
		{windows.ERROR_FILE_NOT_FOUND, guide.CodeStorage, "Không còn thấy nơi"},
		{windows.ERROR_PATH_NOT_FOUND, guide.CodeStorage, "Không còn thấy nơi"},
		{windows.ERROR_NOT_READY, guide.CodeStorage, "Không còn thấy nơi"},
		{windows.ERROR_DEVICE_NOT_CONNECTED, guide.CodeStorage, "Không còn thấy nơi"},
		{windows.ERROR_BAD_NETPATH, guide.CodeStorage, "Không còn thấy nơi"},
		{windows.ERROR_WRITE_PROTECT, guide.CodeStorage, "Nơi này không cho ghi"},
		{windows.ERROR_ACCESS_DENIED, guide.CodeStorage, "Nơi này không cho ghi"},
		{windows.ERROR_SHARING_VIOLATION, guide.CodeStorage, "đang mở"},
		{windows.ERROR_LOCK_VIOLATION, guide.CodeStorage, "đang mở"},
		{windows.ERROR_GEN_FAILURE, guide.CodeStorage, "Không ghi được"},
	} {
		err := said(fmt.Errorf("wrapped: %w", &fs.PathError{Op: "write", Path: `E:\x.pdf`, Err: tt.err}), `E:\x.pdf`)
		if guide.ErrorCode(err) != tt.code || !strings.Contains(guide.Message(err), tt.says) {
			t.Errorf("%v: %v", tt.err, err)
		}
	}
}
