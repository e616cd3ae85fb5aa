//go:build wine && dist

package windows

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// installed is every file of the program's folder.
var installed = []string{"LICENSE.txt", "khoa-may/lock-items.ps1", "khoa-may/lock.ps1", "khoa-may/unlock.ps1", "tungbuoc.exe", "uninstall.exe"}

// An office's whole life with the program, for one account: installed, used, installed
// again, removed with the data kept, installed, removed with the data.
func TestSetupForMyself(t *testing.T) {
	p := mustPC(t)
	p.mustInstall(p.current())
	if got := p.files(p.mine()); !slices.Equal(got, installed) {
		t.Errorf("installed %q, want %q", got, installed)
	}
	exe := filepath.Join(p.mine(), "tungbuoc.exe")
	p.mustBe(exe, office.exe)
	for _, script := range installed[1:4] {
		p.mustBe(filepath.Join(p.mine(), script), filepath.Join(repo, "build/windows", filepath.Base(script)))
	}
	p.mustHave(p.menu(), "the entry of the start menu")
	p.mustLack(filepath.Join(p.user, "Desktop", "Từng Bước.lnk"), "an icon nobody asked for")
	if run := p.registry(forMe + runKey); run["TungBuoc"] != "" {
		t.Errorf("the program opens by itself though nobody said so: %q", run["TungBuoc"])
	}
	entry := p.registry(forMe + entryKey)
	for name, want := range map[string]string{
		"DisplayName": "Từng Bước", "Publisher": "Từng Bước", "DisplayVersion": version(t),
		"InstallLocation": p.windows(p.mine()), "DisplayIcon": p.windows(exe) + ",0",
		"UninstallString":      `"` + p.windows(filepath.Join(p.mine(), "uninstall.exe")) + `"`,
		"QuietUninstallString": `"` + p.windows(filepath.Join(p.mine(), "uninstall.exe")) + `" /S`,
		"NoModify":             "dword:00000001", "NoRepair": "dword:00000001",
	} {
		if entry[name] != want {
			t.Errorf("%s in the list of programs is %q, want %q", name, entry[name], want)
		}
	}
	if size := entry["EstimatedSize"]; !strings.HasPrefix(size, "dword:0000") || size == "dword:00000000" {
		t.Errorf("the size in the list of programs is %q", size)
	}
	if p.registry(forAll+entryKey) != nil {
		t.Error("the list of programs for all users has an entry, too")
	}

	// The program where it is, with the data folder where it is without being told.
	run := func(args ...string) string {
		t.Helper()
		out, err := office.finish(office.wine(p.ctx, exe, args...))
		if err != nil {
			t.Errorf("the installed program, %q: %v\n%s", args, err, out)
		}
		return out
	}
	if out := run("version"); !strings.Contains(out, "Từng Bước "+version(t)) {
		t.Errorf("version: %q", out)
	}
	if out := run("search", "khai sinh"); !strings.Contains(out, "Làm giấy khai sinh cho con") {
		t.Errorf("search: %q", out)
	}
	if out := run("doctor", "--json"); !strings.Contains(out, `"ok": true`) || !strings.Contains(out, "AppData\\\\Local\\\\TungBuoc") {
		t.Errorf("doctor: %q", out)
	}
	code := run("staff", "code")

	p.mustInstall(p.current()) // the same again
	if again := run("staff", "code"); again != code {
		t.Errorf("installing again changed the set-up code: %q, %q", code, again)
	}
	p.mustUninstall(p.mine())
	p.mustLack(p.menu(), "the entry of the start menu, after removing")
	if p.registry(forMe+entryKey) != nil {
		t.Error("removing leaves the entry in the list of programs")
	}
	p.mustHave(filepath.Join(p.office(), "office.db"), "the office's data, after removing")

	p.mustInstall(p.current())
	if again := run("staff", "code"); again != code {
		t.Errorf("what was kept is not used again: %q, %q", code, again)
	}
	p.mustUninstall(p.mine(), "/DeleteData=1")
	p.mustLack(p.office(), "the data folder that was to be deleted")
}

// menu is the entry of the start menu.
func (p *pc) menu() string {
	return filepath.Join(p.user, "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Từng Bước.lnk")
}

// Without _?=, as Windows' own list of programs does it: nothing at all is left.
func TestSetupRemovesItself(t *testing.T) {
	p := mustPC(t)
	p.mustInstall(p.other("0.0.9"))
	if code := p.code(office.wine(p.ctx, filepath.Join(p.mine(), "uninstall.exe"), "/S")); code != 0 {
		t.Errorf("exit %d", code)
	}
	p.until("the program's folder is gone", func() bool {
		_, err := os.Stat(p.mine())
		return errors.Is(err, os.ErrNotExist)
	})
	p.until("the entry in the list of programs is gone", func() bool { return p.registry(forMe+entryKey) == nil })
}

// An older program is taken the place of, a newer one never.
func TestSetupOverAnother(t *testing.T) {
	p := mustPC(t)
	p.mustInstall(p.other("0.0.9"), "/Autostart=1", "/Desktop=1")
	exe := filepath.Join(p.mine(), "tungbuoc.exe")
	p.mustBe(exe, filepath.Join(office.dir, "hold.exe"))
	kept := filepath.Join(p.office(), "ghi chú.txt")
	if err := errors.Join(os.MkdirAll(p.office(), 0o700), os.WriteFile(kept, []byte("của văn phòng"), 0o600)); err != nil {
		t.Fatal(err)
	}
	p.mustInstall(p.current())
	p.mustBe(exe, office.exe)
	p.mustHave(kept, "a file in the data folder")
	if got := p.registry(forMe + entryKey)["DisplayVersion"]; got != version(t) {
		t.Errorf("the list of programs says %q after the upgrade", got)
	}
	if p.registry(forMe + runKey)["TungBuoc"] == "" {
		t.Error("after the upgrade the program does not open by itself any more")
	}
	p.mustHave(filepath.Join(p.user, "Desktop", "Từng Bước.lnk"), "the icon, after the upgrade")
	if got := p.files(p.mine()); !slices.Equal(got, installed) {
		t.Errorf("after the upgrade there is %q, want %q", got, installed)
	}

	if code := p.setup(p.other("0.0.9")); code != codeOlder {
		t.Errorf("an older set-up over a newer program: exit %d, want %d", code, codeOlder)
	}
	p.mustBe(exe, office.exe)
	if log := p.said(); !strings.Contains(log, "Chưa đổi gì.") {
		t.Errorf("the log does not say why: %s", log)
	}
	p.mustInstall(p.other("10.0.0")) // 10 is more than 9 and than 0
	p.mustBe(exe, filepath.Join(office.dir, "hold.exe"))
	if code := p.setup(p.other("9.9.9")); code != codeOlder {
		t.Errorf("9.9.9 over 10.0.0: exit %d, want %d", code, codeOlder)
	}
	p.mustUninstall(p.mine())
	p.mustLack(filepath.Join(p.user, "Desktop", "Từng Bước.lnk"), "the icon, after removing")
	if p.registry(forMe + runKey)["TungBuoc"] != "" {
		t.Error("after removing, Windows still opens the program")
	}
	p.mustHave(kept, "a file in the data folder, after removing")
}

// An open kiosk is not replaced or removed under the hands of who uses it.
func TestSetupWhileOpen(t *testing.T) {
	p := mustPC(t)
	p.mustInstall(p.other("0.0.9"))
	exe := filepath.Join(p.mine(), "tungbuoc.exe")
	ctx, end := context.WithCancel(p.ctx)
	defer end()
	letGo, err := office.holdWith(ctx, exe, "open", drive(filepath.Join(office.dir, "open")))
	if err != nil {
		t.Fatal(err)
	}
	defer letGo()
	if code := p.setup(p.current()); code != codeBusy {
		t.Errorf("over an open program: exit %d, want %d", code, codeBusy)
	}
	p.mustBe(exe, filepath.Join(office.dir, "hold.exe"))
	p.mustLack(exe+".new", "half an upgrade")
	if got := p.registry(forMe + entryKey)["DisplayVersion"]; got != "0.0.9" {
		t.Errorf("the list of programs says %q", got)
	}
	if code := p.remove(p.mine(), "/DeleteData=1"); code != codeBusy {
		t.Errorf("removing an open program: exit %d, want %d", code, codeBusy)
	}
	p.mustHave(exe, "the open program")
	if log := p.said(); strings.Count(log, "chạm “Đóng Từng Bước”, rồi thử lại.") != 2 {
		t.Errorf("the log does not say twice what to do: %s", log)
	}
	letGo()
	p.mustInstall(p.current())
	p.mustBe(exe, office.exe)
	p.mustUninstall(p.mine())
}

func TestSetupForAll(t *testing.T) {
	p := mustPC(t)
	p.mustInstall(p.current(), "/AllUsers", "/Autostart=1", "/Desktop=1")
	if got := p.files(p.all()); !slices.Equal(got, installed) {
		t.Errorf("installed %q, want %q", got, installed)
	}
	p.mustLack(p.mine(), "a program of the user's own")
	entry := p.registry(forAll + entryKey)
	if entry["DisplayVersion"] != version(t) || entry["InstallLocation"] != `C:\Program Files\TungBuoc` {
		t.Errorf("the list of programs: %v", entry)
	}
	if p.registry(forMe+entryKey) != nil {
		t.Error("the user's own list of programs has an entry, too")
	}
	if got, want := p.registry(forAll + runKey)["TungBuoc"], `"C:\Program Files\TungBuoc\tungbuoc.exe"`; got != want {
		t.Errorf("opens by itself: %q, want %q", got, want)
	}
	menu := filepath.Join(p.drive, "ProgramData/Microsoft/Windows/Start Menu/Programs/Từng Bước.lnk")
	icon := filepath.Join(p.drive, "users/Public/Desktop/Từng Bước.lnk")
	p.mustHave(menu, "the entry of everybody's start menu")
	p.mustHave(icon, "the icon on everybody's desktop")
	if code := p.setup(p.other("0.0.9")); code != codeOlder { // without a flag: where it is
		t.Errorf("an older set-up over a newer program for all: exit %d, want %d", code, codeOlder)
	}
	p.mustInstall(p.current()) // stays for all
	p.mustLack(p.mine(), "a program of the user's own after the upgrade")

	// A locked computer would have an account without any desktop.
	locked := filepath.Join(p.drive, "ProgramData", "TungBuoc")
	if err := errors.Join(os.MkdirAll(locked, 0o700), os.WriteFile(filepath.Join(locked, "lock-before.json"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if code := p.remove(p.all()); code != codeLocked {
		t.Errorf("removing from a locked computer: exit %d, want %d", code, codeLocked)
	}
	p.mustHave(filepath.Join(p.all(), "tungbuoc.exe"), "the program of the locked account")
	p.mustRemove(locked)
	p.mustUninstall(p.all())
	p.mustLack(menu, "the entry of everybody's start menu, after removing")
	p.mustLack(icon, "the icon on everybody's desktop, after removing")
	if p.registry(forAll+entryKey) != nil || p.registry(forAll + runKey)["TungBuoc"] != "" {
		t.Error("removing leaves values in the registry")
	}
}

func TestSetupAutostart(t *testing.T) {
	p := mustPC(t)
	want := `"` + p.windows(filepath.Join(p.mine(), "tungbuoc.exe")) + `"`
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"/Autostart=1"}, want},
		{nil, want},
		{[]string{"/Autostart=0"}, ""},
		{[]string{"/CurrentUser", "/autostart=1"}, want},
	} {
		p.mustInstall(p.other("0.0.9"), tt.args...)
		if got := p.registry(forMe + runKey)["TungBuoc"]; got != tt.want {
			t.Errorf("%q: Windows opens %q, want %q", tt.args, got, tt.want)
		}
	}
	p.mustUninstall(p.mine())
	if got := p.registry(forMe + runKey)["TungBuoc"]; got != "" {
		t.Errorf("after removing, Windows opens %q", got)
	}
}

// A flag that is written wrong installs nothing.
func TestSetupFlags(t *testing.T) {
	p := mustPC(t)
	for _, args := range [][]string{
		{"/AllUser"}, {"/Autostart"}, {"/Autostart=2"}, {"/Autostart=1", "/Quiet"}, {"/AllUsers", "/CurrentUser"}, {"x"}, {"/Desktop=yes"}, {"/DeleteData=1"},
	} {
		if code := p.setup(p.other("0.0.9"), args...); code != codeBadFlag {
			t.Errorf("%q: exit %d, want %d", args, code, codeBadFlag)
		}
		if log := p.said(); !strings.Contains(log, args[len(args)-1]) {
			t.Errorf("%q: the log does not name it: %s", args, log)
		}
	}
	p.mustLack(p.mine(), "a program that was asked for wrongly")
	p.mustLack(p.all(), "a program that was asked for wrongly")
	p.mustInstall(p.other("0.0.9"), "/CurrentUser", "/Lang=en")
	for _, args := range [][]string{{"/DeleteData=2"}, {"/DeleteDate=1"}} {
		if code := p.remove(p.mine(), args...); code != codeBadFlag {
			t.Errorf("uninstall %q: exit %d, want %d", args, code, codeBadFlag)
		}
	}
	p.mustHave(filepath.Join(p.mine(), "tungbuoc.exe"), "the program")
	p.mustUninstall(p.mine(), "/DeleteData=0", "/Lang=en")
}
