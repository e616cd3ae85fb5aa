//go:build wine && dist

package windows

import (
	"bytes"
	"debug/pe"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A folder of one's own choice; what else is in it stays.
func TestSetupElsewhere(t *testing.T) {
	p := mustPC(t)
	dir := filepath.Join(p.dir, "Chương trình")
	if err := errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "khác.txt"), []byte("của người khác"), 0o600)); err != nil {
		t.Fatal(err)
	}
	p.mustInstall(p.other("0.0.9"), "/D="+drive(dir))
	p.mustHave(filepath.Join(dir, "tungbuoc.exe"), "the program in the folder that was said")
	p.mustLack(p.mine(), "a program where nobody wanted it")
	if code := p.setup(p.other("0.1.0"), "/D="+drive(p.dir)); code != codeBadFlag {
		t.Errorf("a second program elsewhere: exit %d, want %d", code, codeBadFlag)
	}
	p.mustInstall(p.other("0.1.0")) // without a word it goes where it is
	if got := p.registry(forMe + entryKey)["InstallLocation"]; got != drive(dir) {
		t.Errorf("after the upgrade it is in %q, want %q", got, drive(dir))
	}
	if code := p.remove(dir); code != 0 {
		t.Errorf("uninstall: exit %d: %s", code, p.said())
	}
	if left := p.files(dir); !slices.Equal(left, []string{"khác.txt", "uninstall.exe"}) {
		t.Errorf("left in the folder: %q", left)
	}
}

// Where nothing can be written nothing is half there, and nothing is somewhere else.
func TestSetupWhereNothingCanBeWritten(t *testing.T) {
	p := mustPC(t)
	if err := os.MkdirAll(filepath.Join(p.mine(), "tungbuoc.exe.new"), 0o700); err != nil { // in the way
		t.Fatal(err)
	}
	if code := p.setup(p.other("0.0.9")); code != codeNotWritten {
		t.Errorf("exit %d, want %d", code, codeNotWritten)
	}
	if log := p.said(); !strings.Contains(log, "Mời xem ổ đĩa còn chỗ và thư mục được phép ghi.") {
		t.Errorf("the log: %q", log)
	}
	p.mustRemove(p.mine())

	p.write("có sẵn.txt", "của người khác")
	for _, dir := range []string{"có sẵn.txt", `có sẵn.txt\dưới`} {
		if code := p.setup(p.other("0.0.9"), "/D="+p.path(dir)); code != codeBadFlag {
			t.Errorf("into a file, %s: exit %d, want %d", dir, code, codeBadFlag)
		}
	}
	p.mustLack(p.mine(), "a program where nobody wanted it")
	if p.registry(forMe+entryKey) != nil {
		t.Error("the list of programs names what is not there")
	}
	if p.read("có sẵn.txt") != "của người khác" {
		t.Error("the file in the way is another one")
	}
}

// The web engine's own set-up, beside this one, is run where the engine is missing.
func TestSetupBringsWebView2(t *testing.T) {
	const key = `HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`
	p := mustPC(t)
	stick := filepath.Join(p.dir, "USB")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	setup := filepath.Join(stick, "tungbuoc-setup.exe")
	p.mustCopy(p.other("0.0.9"), setup)
	p.mustCopy(filepath.Join(office.dir, "program.exe"), filepath.Join(stick, "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"))
	ran := filepath.Join(stick, "args.txt")

	p.mustInstall(setup)
	if args := p.read("USB/args.txt"); args != "/silent\n/install\n" {
		t.Errorf("WebView2's set-up was started with %q", args)
	}
	p.mustRemove(ran)
	if code := p.code(office.wine(p.ctx, "reg", "add", key, "/v", "pv", "/d", "120.0.0.1", "/f")); code != 0 {
		t.Fatalf("reg add: exit %d", code)
	}
	p.mustInstall(setup)
	p.mustLack(ran, "a start of WebView2's set-up where it is installed")
	if code := p.code(office.wine(p.ctx, "reg", "delete", key, "/f")); code != 0 {
		t.Fatalf("reg delete: exit %d", code)
	}
	// What goes wrong with it does not stop the installation.
	p.write("USB/exit.txt", "5")
	p.mustInstall(setup)
	if log := p.said(); !strings.Contains(log, "WebView2: 5") {
		t.Errorf("the log does not say what became of WebView2: %s", log)
	}
	p.mustUninstall(p.mine())
}

func (p *pc) mustCopy(from, to string) {
	p.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o600)
	}
	if err != nil {
		p.Fatal(err)
	}
}

// The program and the set-up say in their properties and manifests what they are.
func TestSetupAndProgramSayWhatTheyAre(t *testing.T) {
	p := mustPC(t)
	for _, tt := range []struct {
		file  string
		words []string
	}{
		{office.exe, []string{
			`level="asInvoker"`, "permonitorv2", "longPathAware", `name="tungbuoc"`, // letters beyond ASCII there are a risk
			"{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}", // Windows 10 and 11
		}},
		{p.current(), []string{`level="asInvoker"`, "longPathAware", "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"}},
	} {
		resources := mustSection(t, tt.file, ".rsrc")
		for _, word := range tt.words {
			if !bytes.Contains(resources, []byte(word)) {
				t.Errorf("the manifest of %s does not say %s", filepath.Base(tt.file), word)
			}
		}
		for _, word := range []string{"ProductVersion", version(t), "ProductName", "CompanyName", "FileDescription", "Từng Bước"} {
			if !strings.Contains(wide(resources), word) && !strings.Contains(wide(resources[1:]), word) {
				t.Errorf("the properties of %s do not say %s", filepath.Base(tt.file), word)
			}
		}
		icon, err := os.ReadFile(filepath.Join(repo, "build/windows/icon.ico"))
		if err != nil {
			t.Fatal(err)
		}
		if last := icon[len(icon)-512:]; !bytes.Contains(resources, last) {
			t.Errorf("%s does not have the icon", filepath.Base(tt.file))
		}
	}
}

func mustSection(t *testing.T, file, name string) []byte {
	t.Helper()
	f, err := pe.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	section := f.Section(name)
	if section == nil {
		t.Fatalf("%s has no %s", file, name)
	}
	data, err := section.Data()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// With a certificate the program, the set-up and what removes the program are signed,
// and a letter changed in any of them is noticed. The certificate is thrown away.
func TestSetupSigned(t *testing.T) {
	p := mustPC(t)
	cert, key := filepath.Join(p.dir, "ky.pem"), filepath.Join(p.dir, "khoa.pem")
	p.tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Tung Buoc thu",
		"-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", cert)
	env := []string{"TUNGBUOC_SIGN_CERT=" + cert, "TUNGBUOC_SIGN_KEY=" + key, "TUNGBUOC_SIGN_ROOT=" + cert, "TUNGBUOC_SIGN_PASS=", "TUNGBUOC_SIGN_TIME="}
	program := filepath.Join(p.dir, "tungbuoc.exe")
	p.mustCopy(office.exe, program)
	sign := exec.CommandContext(p.ctx, filepath.Join(repo, "build/tools/sign-windows.sh"), program)
	sign.Env = append(os.Environ(), env...)
	if out, err := sign.CombinedOutput(); err != nil {
		t.Fatalf("sign the program: %v\n%s", err, out)
	}
	setup := p.makeSetup("signed-setup.exe", append(env, "SETUP_PROGRAM="+program)...)
	p.mustInstall(setup)
	p.mustBe(filepath.Join(p.mine(), "tungbuoc.exe"), program)
	if out, err := office.finish(office.wine(p.ctx, filepath.Join(p.mine(), "tungbuoc.exe"), "version")); err != nil || !strings.Contains(out, version(t)) {
		t.Errorf("the signed program: %v, %q", err, out)
	}
	verify := func(file string) error {
		return exec.CommandContext(p.ctx, "osslsigncode", "verify", "-CAfile", cert, "-in", file).Run()
	}
	for _, file := range []string{setup, filepath.Join(p.mine(), "tungbuoc.exe"), filepath.Join(p.mine(), "uninstall.exe")} {
		if err := verify(file); err != nil {
			t.Errorf("%s: its signature does not hold: %v", filepath.Base(file), err)
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)/2] ^= 1
		changed := filepath.Join(p.dir, "changed.exe")
		if err := os.WriteFile(changed, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if verify(changed) == nil {
			t.Errorf("%s with a changed letter passes for signed", filepath.Base(file))
		}
	}
	p.mustUninstall(p.mine())
	// Who signs with what does not fit is told, and has no half-signed file.
	wrong := exec.CommandContext(p.ctx, filepath.Join(repo, "build/tools/sign-windows.sh"), program)
	wrong.Env = append(append(os.Environ(), env...), "TUNGBUOC_SIGN_KEY="+cert)
	if out, err := wrong.CombinedOutput(); err == nil || !strings.Contains(string(out), "is not signed") {
		t.Errorf("a key that is none: %v, %s", err, out)
	}
	p.mustLack(program+".signed", "half a signature")
	if err := verify(program); err != nil {
		t.Errorf("the program signed before has lost its signature: %v", err)
	}
}

func (p *pc) tool(name string, args ...string) {
	p.Helper()
	if out, err := exec.CommandContext(p.ctx, name, args...).CombinedOutput(); err != nil {
		p.Fatalf("%s: %v\n%s", name, err, out)
	}
}
