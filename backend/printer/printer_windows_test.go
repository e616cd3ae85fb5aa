package printer

import (
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

// What the spooler's bits mean for staff.
func TestStatesOfWindows(t *testing.T) {
	name, err := windows.UTF16PtrFromString("Máy in 1")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		status, attributes uint32
		state              State
		say                string
	}{
		{0, 0, Idle, ""},
		{0x400, 0, Busy, ""},
		{0x10, 0, Idle, "hết giấy"},
		{0x8 | 0x400, 0, Busy, "kẹt giấy"},
		{0x400000, 0, Idle, "Cửa máy in đang mở"},
		{0x40000, 0, Idle, "hết mực"},
		{0x20000, 0, Idle, "sắp hết mực"},
		{0x1, 0, Stopped, "tạm dừng"},
		{0x80, 0, Stopped, "mất kết nối"},
		{0, attributeWorkOffline, Stopped, "mất kết nối"},
	} {
		p := readPrinter(printerInfo{name: name, status: tt.status, attributes: tt.attributes}, "Máy in 1")
		if p.Name != "Máy in 1" || !p.Default || p.State != tt.state || !strings.Contains(p.Reason, tt.say) || (p.Reason == "") != (tt.say == "") {
			t.Errorf("%#x, %#x: got %+v", tt.status, tt.attributes, p)
		}
	}
}

// Printers that ask where to put a file would stop the kiosk.
func TestOnScreen(t *testing.T) {
	for port, want := range map[string]bool{"PORTPROMPT:": true, "nul:": true, "SHRFAX:": true, "USB001": false, "IP_192.168.1.5": false, "": false} {
		if got := onScreen(port); got != want {
			t.Errorf("%q: got %t", port, got)
		}
	}
}
