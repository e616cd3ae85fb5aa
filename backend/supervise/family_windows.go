package supervise

import (
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// silent is how long a page may be silent. Windows does not say how long it waited for
// the processor or the disk.
const silent = 25 * time.Second

// family is a window's process with those it has started. Which of the web engine's
// processes draws cannot be told from outside on Windows: its beat tells.
type family struct{ root int }

func newFamily(root int) *family { return &family{root: root} }

// look says whether the web engine, which WebView2 starts below the window, is there.
func (f *family) look(time.Time) (renderer, other bool, waited time.Duration) {
	shot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return false, false, 0
	}
	defer func() { _ = windows.CloseHandle(shot) }()
	entry := windows.ProcessEntry32{Size: uint32(unsafe.Sizeof(windows.ProcessEntry32{}))}
	for err := windows.Process32First(shot, &entry); err == nil; err = windows.Process32Next(shot, &entry) {
		if int(entry.ParentProcessID) == f.root && strings.EqualFold(windows.UTF16ToString(entry.ExeFile[:]), "msedgewebview2.exe") {
			return false, true, 0
		}
	}
	return false, false, 0
}

// memory is 0, which is never too much: Chromium lets go of what a visit needed.
func (f *family) memory() int64 { return 0 }

// end does nothing: WebView2 ends with its window's process.
func (f *family) end() {}
