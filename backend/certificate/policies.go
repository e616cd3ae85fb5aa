package certificate

import "fmt"

// policy is one setting of Windows that build/windows/lock.ps1 makes.
type policy struct {
	machine bool // for everybody at this PC; else for this account
	key     string
	name    string
	value   string // numbers as such
}

// lock is settings that shut one way out.
type lock struct {
	name, what string
	policies   []policy
}

// locks are what lock.ps1 sets, by what it is for (a test compares the two).
var locks = []lock{
	{"lock_touch", "Vuốt từ mép, chạm giữ", []policy{
		{true, `SOFTWARE\Policies\Microsoft\Windows\EdgeUI`, "AllowEdgeSwipe", "0"},
		{false, `Software\Microsoft\Wisp\Touch`, "TouchMode_hold", "0"},
	}},
	{"lock_notices", "Thông báo, gợi ý của Windows, USB tự mở", []policy{
		{false, `Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications`, "NoToastApplicationNotification", "1"},
		{false, `Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications`, "NoToastApplicationNotificationOnLockScreen", "1"},
		{false, `Software\Policies\Microsoft\Windows\Explorer`, "DisableNotificationCenter", "1"},
		{false, `Software\Policies\Microsoft\Windows\CloudContent`, "DisableWindowsSpotlightFeatures", "1"},
		{false, `Software\Microsoft\Windows\CurrentVersion\Policies\Explorer`, "NoDriveTypeAutoRun", "255"},
	}},
	{"lock_held", "Bấm Shift năm lần, giữ Shift, Num Lock", []policy{
		{false, `Control Panel\Accessibility\StickyKeys`, "Flags", "506"},
		{false, `Control Panel\Accessibility\Keyboard Response`, "Flags", "122"},
		{false, `Control Panel\Accessibility\ToggleKeys`, "Flags", "58"},
	}},
	{"lock_win", "Các phím đi với phím Windows", []policy{
		{false, `Software\Microsoft\Windows\CurrentVersion\Policies\Explorer`, "NoWinKeys", "1"},
		{false, `Software\Microsoft\Narrator\NoRoam`, "WinEnterLaunchEnabled", "0"},
		{false, `Software\Microsoft\Windows\CurrentVersion\GameDVR`, "AppCaptureEnabled", "0"},
		{true, `SOFTWARE\Policies\Microsoft\Windows\System`, "AllowClipboardHistory", "0"},
	}},
	{"lock_secure", "Sau Ctrl+Alt+Del: Task Manager, đổi mật khẩu, khóa", []policy{
		{false, `Software\Microsoft\Windows\CurrentVersion\Policies\System`, "DisableTaskMgr", "1"},
		{false, `Software\Microsoft\Windows\CurrentVersion\Policies\System`, "DisableChangePassword", "1"},
		{false, `Software\Microsoft\Windows\CurrentVersion\Policies\System`, "DisableLockWorkstation", "1"},
	}},
}

// read gives a setting of this PC, "" where it is not set.
type read func(policy) string

// lockLine compares what is set with what lock.ps1 sets.
func lockLine(l lock, get read) Line {
	set := 0
	for _, p := range l.policies {
		if get(p) == p.value {
			set++
		}
	}
	return line(l.name, l.what, fmt.Sprintf("đã chặn %d trên %d", set, len(l.policies)), "tất cả (lock.ps1)", set == len(l.policies))
}

// windowsLines are the ways out that only Windows shuts.
func windowsLines(get read) []Line {
	var lines []Line
	for _, l := range locks {
		lines = append(lines, lockLine(l, get))
	}
	return append(lines, byEye("look_windows", "Ctrl+Alt+Del, phím Windows, Alt+Tab, vuốt mép", "không ra được màn hình nền"))
}

// linuxLines are the ways out that only the system's own desktop shuts.
func linuxLines() []Line {
	return []Line{
		byEye("look_system", "Alt+Tab, phím Windows, Ctrl+Alt+F1 đến F6", "không ra được màn hình nền"),
		byEye("look_touch", "Chạm giữ, vuốt từ mép, chụm hai ngón", "không mở ra gì"),
	}
}
