package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/speech"
)

// fixture is a recording that the speech package tests itself with.
func fixture(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "speech", "testdata", "hybrid.opus"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A commune records a line: script, import, list, remove.
func TestRecordingALine(t *testing.T) {
	data, in := t.TempDir(), t.TempDir()
	script := filepath.Join(in, "kich-ban.csv")
	r := run(t, "speech", "script", "--data", data, "--lang", "tyz", "--out", script, "khai-sinh")
	if r.code != 0 {
		t.Fatalf("%+v", r)
	}
	text, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil || len(rows) < 10 || rows[1][2] != "chưa" {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	id := rows[1][0]
	if err := os.WriteFile(filepath.Join(in, id+"-ba-lan.opus"), fixture(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in, "sai.mp3"), []byte("ID3"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "speech", "import", "--data", data, "--lang", "tyz", in); r.code != 1 || !strings.Contains(r.stdout, "Đã nhập 1 bản thu tiếng Tày, 1 tệp") {
		t.Errorf("%+v", r)
	}
	stocks := func() map[string]speech.Stock {
		var list []speech.Stock
		r := run(t, "speech", "list", "--data", data, "--json")
		if err := json.Unmarshal([]byte(r.stdout), &list); err != nil {
			t.Fatalf("%+v: %v", r, err)
		}
		byLang := map[string]speech.Stock{}
		for _, s := range list {
			byLang[s.Lang] = s
		}
		return byLang
	}
	if s := stocks()["tyz"]; s.Recorded != 1 || s.Total < 1000 || len(s.Outdated) != 0 {
		t.Errorf("%+v", s)
	}
	old := filepath.Join(data, speech.Folder, "tyz", strings.Repeat("0", 16)+".ogg")
	if err := os.WriteFile(old, fixture(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if s := stocks()["tyz"]; s.Recorded != 1 || len(s.Outdated) != 1 {
		t.Errorf("%+v", s)
	}
	if r := run(t, "speech", "script", "--data", data, "--lang", "tyz", "khai-sinh"); !strings.Contains(r.stdout, "ĐÃ THU   "+id) || !strings.Contains(r.stdout, "đã thu 1 bằng tiếng Tày") {
		t.Errorf("%.300s", r.stdout)
	}
	page := filepath.Join(in, "a.html")
	if r := run(t, "speech", "script", "--data", data, "--lang", "tyz", "--out", page, "khai-sinh"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	if html, err := os.ReadFile(page); err != nil || strings.Count(string(html), "☑") != 1 || !strings.Contains(string(html), "<code>"+id[:8]+"<") {
		t.Errorf("%d bytes, %v", len(html), err)
	}
	if r := run(t, "doctor", "--data", data); !strings.Contains(r.stdout, "có 2 bản thu âm") {
		t.Errorf("%s", r.stdout)
	}
	if r := run(t, "speech", "remove", "--data", data, "--lang", "tyz", id, strings.Repeat("0", 16)); r.code != 0 || stocks()["tyz"].Recorded != 0 {
		t.Errorf("%+v", r)
	}
}

func TestSpeechCommandsRefuse(t *testing.T) {
	for _, tt := range []struct {
		args string
		code int
		says string
	}{
		{"script", 2, "tyz"},
		{"script --lang xx", 2, "hmn"},
		{"script --lang tyz --out a.txt", 2, ".csv"},
		{"script --lang tyz none", 1, "Không có dịch vụ"},
		{"import --lang tyz", 2, "ít nhất một tệp"},
		{"import --lang tyz /no/such/file.wav", 1, "LỖI"},
		{"list x", 2, "Thừa"},
		{"say", 2, "--reading"},
		{"say a", 2, "--reading"},
		{"say a --out a.mp3", 2, ".wav"},
		{"remove --lang tyz", 2, "mã của bản thu"},
		{"remove --lang tyz 0123456789abcdef", 1, "Không thấy 1"},
	} {
		if r := run(t, append([]string{"speech"}, strings.Fields(tt.args)...)...); r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.says) {
			t.Errorf("speech %s: %+v", tt.args, r)
		}
	}
}

func TestSayAloud(t *testing.T) {
	if r := run(t, "speech", "say", "--reading", "Mở VNeID, mã 1.001193"); r.code != 0 || r.stdout != "Mở vi en i đi, mã một chấm không không một một chín ba\n" {
		t.Errorf("%+v", r)
	}
	if speech.FindVoice() == nil {
		if os.Getenv("CI") != "" {
			t.Fatal("espeak-ng is not installed")
		}
		t.Skip("espeak-ng is not installed")
	}
	out := filepath.Join(t.TempDir(), "a.wav")
	if r := run(t, "speech", "say", "Mời chờ 15 phút", "--slow", "--out", out); r.code != 0 || !strings.Contains(r.stdout, "mười lăm") {
		t.Errorf("%+v", r)
	}
	if data, err := os.ReadFile(out); err != nil || len(data) < 20_000 || string(data[:4]) != "RIFF" {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
