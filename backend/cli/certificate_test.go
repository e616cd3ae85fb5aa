package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCertificate(t *testing.T) {
	dir := t.TempDir()
	mustWrite(t, filepath.Join(dir, "office.yaml"), "name: Trung tâm xã Hồng Thái\n")
	file := filepath.Join(t.TempDir(), "nghiem-thu.pdf")
	r := bare(t, nil, "--data", dir, "doctor", "--certificate", file)
	for _, want := range []string{
		"CHƯA ĐO   Từ lúc mở đến màn hình đầu: chưa đo: không có màn hình\n",
		"Mã QR sạch, mọi mã, đọc lại: 3 trên 3 (cần: tất cả)", "Đã ghi " + file,
	} {
		if !strings.Contains(r.stdout, want) {
			t.Errorf("no %q in %s%s", want, r.stdout, r.stderr)
		}
	}
	if (r.code == 0) == strings.Contains(r.stdout, "KHÔNG ĐẠT") {
		t.Errorf("exit %d: %s", r.code, r.stdout)
	}

	// The machine reads the same, and the older page is replaced.
	r = bare(t, nil, "--json", "--data", dir, "doctor", "--certificate", file)
	var got struct {
		OK     bool
		Office string
		Sum    string
		Parts  []struct {
			Lines []struct{ Name, Value, Wanted, Result string }
		}
	}
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || got.Office != "Trung tâm xã Hồng Thái" || len(got.Sum) != 64 || len(got.Parts) != 6 || got.OK != (r.code == 0) {
		t.Errorf("%d, %v, %+v", r.code, err, got)
	}
	if strings.Contains(r.stdout, dir) {
		t.Error("the data folder is named")
	}
}

// What is written wrongly is said before anything is measured, and no other file is lost.
func TestCertificateIsRefused(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "thu-tuc.pdf")
	mustWrite(t, other, "%PDF-1.4 of somebody else")
	for _, tt := range []struct {
		args []string
		code int
		say  string
	}{
		{[]string{"--certificate", ""}, 2, "tên một tệp .pdf"},
		{[]string{"--certificate", "x.txt"}, 2, "tên một tệp .pdf"},
		{[]string{"--certificate", filepath.Join(dir, "x.pdf"), "--support", "y.zip"}, 2, "Mời chọn một"},
		{[]string{"--certificate", other}, 1, "đã có và không phải biên bản nghiệm thu. Mời chọn tên khác."},
		{[]string{"--certificate", filepath.Join(dir, "none", "x.pdf")}, 1, "Không còn thấy nơi để ghi x.pdf"},
	} {
		r := bare(t, nil, append([]string{"--data", t.TempDir(), "doctor"}, tt.args...)...)
		if r.code != tt.code || !strings.Contains(r.stderr, tt.say) {
			t.Errorf("%v: exit %d, %s", tt.args, r.code, r.stderr)
		}
	}
	left, err := os.ReadDir(dir)
	text, _ := os.ReadFile(other)
	if err != nil || len(left) != 1 || string(text) != "%PDF-1.4 of somebody else" {
		t.Errorf("left: %v, %q", left, text)
	}
}
