package certificate

import (
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

func policies() []Line { return windowsLines(setting) }

// setting reads a setting of the registry.
func setting(p policy) string {
	root := registry.CURRENT_USER
	if p.machine {
		root = registry.LOCAL_MACHINE
	}
	return value(root, p.key, p.name)
}

func value(root registry.Key, path, name string) string {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer func() { _ = key.Close() }()
	if text, _, err := key.GetStringValue(name); err == nil {
		return strings.TrimSpace(text)
	}
	if n, _, err := key.GetIntegerValue(name); err == nil {
		return strconv.FormatUint(n, 10)
	}
	return ""
}

func machine() Machine {
	const about = `SOFTWARE\Microsoft\Windows NT\CurrentVersion`
	m := Machine{
		System: windowsName(value(registry.LOCAL_MACHINE, about, "ProductName"), value(registry.LOCAL_MACHINE, about, "DisplayVersion"), value(registry.LOCAL_MACHINE, about, "CurrentBuild")),
		CPU:    strings.Join(strings.Fields(value(registry.LOCAL_MACHINE, `HARDWARE\DESCRIPTION\System\CentralProcessor\0`, "ProcessorNameString")), " "),
		Cores:  runtime.NumCPU(), RAM: ram(), Screen: screenSize(),
	}
	if m.CPU == "" {
		m.CPU = runtime.GOARCH
	}
	return m
}

// memoryStatus is MEMORYSTATUSEX.
type memoryStatus struct {
	length, load uint32
	total, free  uint64
	_            [5]uint64
}

func ram() int64 {
	m := memoryStatus{length: uint32(unsafe.Sizeof(memoryStatus{}))}
	ask := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")
	if ok, _, _ := ask.Call(uintptr(unsafe.Pointer(&m))); ok == 0 {
		return 0
	}
	return int64(m.total >> 20)
}

func screenSize() string {
	metric := windows.NewLazySystemDLL("user32.dll").NewProc("GetSystemMetrics")
	const width, height = 0, 1
	w, _, _ := metric.Call(width)
	h, _, _ := metric.Call(height)
	if w == 0 || h == 0 {
		return ""
	}
	return fmt.Sprintf("%d × %d", w, h)
}
