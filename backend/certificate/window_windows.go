package certificate

import (
	"context"
	"errors"
	"os/exec"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

func apart(*exec.Cmd) {}

// environment is that of a user of its own, as far as programs are told by it. The web
// view keeps its files in the data folder.
func environment(_, tmp string) []string { return []string{"TEMP=" + tmp, "TMP=" + tmp} }

// memoryCounters is PROCESS_MEMORY_COUNTERS_EX.
type memoryCounters struct {
	size, faults                             uint32
	peakWorking, working                     uintptr
	peakPaged, paged, peakNonPaged, nonPaged uintptr
	pagefile, peakPagefile, private          uintptr
}

// memory is what a process and all below it have for themselves, in MB.
func memory(root int) (float64, error) {
	ask := windows.NewLazySystemDLL("kernel32.dll").NewProc("K32GetProcessMemoryInfo")
	if err := ask.Find(); err != nil {
		return 0, err
	}
	bytes := uintptr(0)
	for _, pid := range tree(root) {
		process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, pid)
		if err != nil {
			continue // it has ended
		}
		m := memoryCounters{size: uint32(unsafe.Sizeof(memoryCounters{}))}
		if ok, _, _ := ask.Call(uintptr(process), uintptr(unsafe.Pointer(&m)), uintptr(m.size)); ok != 0 {
			bytes += m.private
		}
		_ = windows.CloseHandle(process)
	}
	if bytes == 0 {
		return 0, errors.New("no memory to be seen")
	}
	return float64(bytes) / (1 << 20), nil
}

// tree is a process and all below it.
func tree(root int) []uint32 {
	shot, err := windows.CreateToolhelp32Snapshot(windows.TH32CS_SNAPPROCESS, 0)
	if err != nil {
		return []uint32{uint32(root)}
	}
	defer func() { _ = windows.CloseHandle(shot) }()
	children := map[uint32][]uint32{}
	entry := windows.ProcessEntry32{Size: uint32(unsafe.Sizeof(windows.ProcessEntry32{}))}
	for err := windows.Process32First(shot, &entry); err == nil; err = windows.Process32Next(shot, &entry) {
		if entry.ProcessID != entry.ParentProcessID {
			children[entry.ParentProcessID] = append(children[entry.ParentProcessID], entry.ProcessID)
		}
	}
	all := []uint32{uint32(root)}
	for i := 0; i < len(all) && i < 1000; i++ { // numbers of parents that are gone come again
		all = append(all, children[all[i]]...)
	}
	return all
}

// attack asks the window to close, as Alt+F4 and the taskbar do. Keys are not pressed
// here: Windows gives them to whatever window it thinks is meant.
func (s *shown) attack(ctx context.Context) (a asked) {
	a.keysByEye = true
	user := windows.NewLazySystemDLL("user32.dll")
	visible, post := user.NewProc("IsWindowVisible"), user.NewProc("PostMessageW")
	var found []windows.HWND
	_ = windows.EnumWindows(windows.NewCallback(func(w windows.HWND, _ uintptr) uintptr {
		var pid uint32
		_, _ = windows.GetWindowThreadProcessId(w, &pid)
		if shows, _, _ := visible.Call(uintptr(w)); int(pid) == s.cmd.Process.Pid && shows != 0 {
			found = append(found, w)
		}
		return 1
	}), nil)
	if len(found) == 0 {
		a.closeWhy = "không tìm thấy cửa sổ thử"
		return a
	}
	const wmClose = 0x0010
	for range 2 {
		for _, w := range found {
			_, _, _ = post.Call(uintptr(w), wmClose, 0, 0)
		}
		sleep(ctx, 2*time.Second)
	}
	a.closeOut = !s.lives(ctx)
	return a
}
