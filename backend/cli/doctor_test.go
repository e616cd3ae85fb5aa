package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The doctor makes the codes that office.yaml leads to: one in 300 of them
// could once not be made, which staff learnt at the printer.
func TestDoctorMakesTheCodesOfTheOffice(t *testing.T) {
	for _, settings := range []string{
		"wifi: {name: Wifi mien phi, password: '054492732'}\n",
		"wifi: {name: Xã Lâm Bình, password: xinchao1}\nteam: {name: Tổ công nghệ số thôn Nà Khà, phone: '0207 111 1111'}\n",
	} {
		dir := t.TempDir()
		mustWrite(t, filepath.Join(dir, "office.yaml"), "name: Trung tâm\n"+settings)
		if r := bare(t, nil, "--data", dir, "doctor"); !strings.Contains(r.stdout, "TỐT      Cài đặt của xã đọc được.") {
			t.Errorf("%s: %s", settings, r.stdout)
		}
	}
}

// What the office writes and no paper can carry is found before the printer is.
func TestDoctorSeesWhatCannotBePrinted(t *testing.T) {
	for settings, want := range map[string]string{
		"phone: '☎ 0207 111 1111'\n":                                `Ký tự “☎” trong “☎ 0207 111 1111” không in được`,
		"wifi: {name: Quán ☕, password: xinchao1}\n":                `Ký tự “☕” trong “Quán ☕” không in được`,
		"team: {name: Tổ công nghệ số 👍, phone: '0207 111 1111'}\n": `Ký tự “👍” trong “Tổ công nghệ số 👍`,
		"hours: [Sáng 7 giờ ⏰]\n":                                   `Ký tự “⏰” trong “Sáng 7 giờ ⏰”`,
	} {
		dir := t.TempDir()
		mustWrite(t, filepath.Join(dir, "office.yaml"), "name: Trung tâm\n"+settings)
		if r := bare(t, nil, "--data", dir, "doctor"); !strings.Contains(r.stdout, want) || r.code != 1 {
			t.Errorf("%s: exit %d, %s", settings, r.code, r.stdout)
		}
	}
}

// What programs that were killed while writing have left is cleared away.
func TestDoctorSweeps(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, ".tungbuoc-3456789012")
	mustWrite(t, left, "half a file")
	old := noon.Add(-48 * time.Hour)
	if err := os.Chtimes(left, old, old); err != nil {
		t.Fatal(err)
	}
	if r := bare(t, nil, "--data", dir, "doctor"); !strings.Contains(r.stdout, "Đã dọn 1 tệp dở dang") {
		t.Error(r.stdout)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("it is still there")
	}
}

func mustWrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
