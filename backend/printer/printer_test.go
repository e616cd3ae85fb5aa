package printer

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	pdf, empty, other := filepath.Join(dir, "a.pdf"), filepath.Join(dir, "empty.pdf"), filepath.Join(dir, "b.pdf")
	for file, content := range map[string]string{pdf: "%PDF-1.4", empty: "", other: "MZ\x90\x00\x03"} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name, printer, file string
		o                   Options
		code                guide.Code
	}{
		{"no file", "P", "", Options{}, guide.CodeStorage},
		{"missing file", "P", filepath.Join(dir, "no.pdf"), Options{}, guide.CodeStorage},
		{"folder", "P", dir, Options{}, guide.CodeStorage},
		{"empty file", "P", empty, Options{}, guide.CodeInvalid},
		{"not a PDF", "P", other, Options{}, guide.CodeInvalid},
		{"fewer than no copies", "P", pdf, Options{Copies: -1}, guide.CodeInvalid},
		{"too many copies", "P", pdf, Options{Copies: MaxCopies + 1}, guide.CodeInvalid},
		{"paper without a width", "P", pdf, Options{PaperMM: [2]float64{0, 100}}, guide.CodeInvalid},
		{"paper of no size", "P", pdf, Options{PaperMM: [2]float64{math.NaN(), 100}}, guide.CodeInvalid},
		{"endless paper", "P", pdf, Options{PaperMM: [2]float64{80, math.Inf(1)}}, guide.CodeInvalid},
		{"name on two lines", "P\nQ", pdf, Options{}, guide.CodeInvalid},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := New(Config{Server: filepath.Join(dir, "none")}).Print(t.Context(), tt.printer, tt.file, tt.o)
			if guide.ErrorCode(err) != tt.code || !strings.Contains(guide.Message(err), "Mời") {
				t.Errorf("got %v", err)
			}
		})
	}
	for _, job := range []Job{{}, {"P", -1}, {"a\x00b", 1}} {
		if _, err := New(Config{}).Status(t.Context(), job); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("status of %+v: %v", job, err)
		}
		if err := New(Config{}).Cancel(t.Context(), job); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("cancel of %+v: %v", job, err)
		}
	}
}

func TestTitle(t *testing.T) {
	for title, want := range map[string]string{
		"":                 "Từng Bước",
		" \n\t ":           "Từng Bước",
		"Tờ\r\ngấp  \x00a": "Tờ gấp a",
		"xấu\xff":          "xấu",
	} {
		if got := cleanTitle(title); got != want {
			t.Errorf("%q: got %q, want %q", title, got, want)
		}
	}
	if long := cleanTitle(strings.Repeat("ữ", 300)); len(long) > maxTitle || !utf8.ValidString(long) {
		t.Errorf("got %q", long)
	}
}

func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		reasons string
		stopped bool
		say     string // a part of the sentence
		blocks  bool
	}{
		{"none", false, "", false},
		{"", false, "", false},
		{"", true, "báo lỗi", true},
		{"media-empty", false, "hết giấy", true},
		{"media-empty-error", false, "hết giấy", true},
		{"media-needed", false, "đúng cỡ", true},
		{"media-jam-warning", false, "kẹt giấy", true},
		{"toner-empty", false, "hết mực", true},
		{"marker-supply-empty-error", false, "hết mực", true},
		{"door-open-report", false, "Cửa máy in đang mở", true},
		{"cover-open", false, "Nắp máy in đang mở", true},
		{"offline-report", false, "tắt hoặc mất kết nối", true},
		{"connecting-to-device", false, "Đang nối", false},
		{"paused", true, "tạm dừng", true},
		{"media-empty-error paused", true, "tạm dừng", true},
		{"marker-supply-low-warning media-jam-error", false, "kẹt giấy", true},
		{"toner-low", true, "sắp hết mực", true},
		{"other", false, "báo lỗi", false},
		{"never-heard-of-error", false, "báo lỗi", false},
		{"never-heard-of-warning", false, "", false},
	} {
		say, blocks := judge(strings.Fields(tt.reasons), tt.stopped)
		if !strings.Contains(say, tt.say) || (say == "") != (tt.say == "") || blocks != tt.blocks {
			t.Errorf("%q, stopped %t: got %q, %t", tt.reasons, tt.stopped, say, blocks)
		}
	}
}
