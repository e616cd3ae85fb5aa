package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/logbook"
)

// What is wrong with a command is said in words that name it, never in those of
// the system, of the log, or of something else.
func TestWhatIsWrongIsNamed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	mustWrite(t, file, "x")
	out := filepath.Join(dir, "x.pdf")
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"a place before the first":   {[]string{"handout", "khai-sinh", "--layout", "a4x8", "--start", "0", "--out", out}, cli.ExitUsage, "--start"},
		"a place below zero":         {[]string{"handout", "khai-sinh", "--start=-5", "--out", out}, cli.ExitUsage, "--start"},
		"a hamlet without a name":    {[]string{"handout", "khai-sinh", "--hamlet", "", "--out", out}, cli.ExitUsage, "tên thôn"},
		"a hamlet of spaces":         {[]string{"handout", "khai-sinh", "--hamlet", "  ", "--households", "3", "--out", out}, cli.ExitUsage, "tên thôn"},
		"households of no hamlet":    {[]string{"handout", "khai-sinh", "--households", "3", "--out", out}, cli.ExitUsage, "--hamlet"},
		"a pack without a service":   {[]string{"handout", "--hamlet", "Nà Khà", "--households", "3", "--out", out}, cli.ExitUsage, "ít nhất một dịch vụ"},
		"a team in broken letters":   {[]string{"handout", "khai-sinh", "--team", "Tổ \xff\xfe", "--out", out}, cli.ExitUsage, "chữ hỏng"},
		"a team with a bell":         {[]string{"handout", "khai-sinh", "--team", "Tổ \a", "--out", out}, cli.ExitUsage, "chữ hỏng"},
		"a team that is too long":    {[]string{"handout", "khai-sinh", "--team", strings.Repeat("ổ", 201), "--out", out}, cli.ExitUsage, "200 chữ cái"},
		"a folder as a catalogue":    {[]string{"catalogue", "import", dir}, cli.ExitFailed, "là thư mục"},
		"a file as a pack":           {[]string{"search", "--pack", file, "x"}, cli.ExitUsage, "không phải thư mục"},
		"a file as a pack for paper": {[]string{"handout", "khai-sinh", "--pack", file, "--out", out}, cli.ExitUsage, "không phải thư mục"},
		"a pack that is not there":   {[]string{"qr", "khai-sinh", "--pack", filepath.Join(dir, "gone"), "--out", filepath.Join(dir, "x.png")}, cli.ExitUsage, "Không có thư mục"},
		"a recording not there":      {[]string{"speech", "import", "--lang", "tyz", filepath.Join(dir, "nofile")}, cli.ExitFailed, "Không có tệp này"},
		"a data folder that is none": {[]string{"search", "--data", file, "khai sinh", "--json"}, cli.ExitDone, ""},
		"an office in no folder":     {[]string{"handout", "khai-sinh", "--out", out, "--data", file}, cli.ExitFailed, "thư mục dữ liệu"},
		"a doctor of no folder":      {[]string{"doctor", "--data", file}, cli.ExitFailed, "đường dẫn này đi qua một tệp"},
		"a printer without a name":   {[]string{"handout", "khai-sinh", "--printer", "", "--out", out}, cli.ExitUsage, "tên máy in"},
		"a search for nothing":       {[]string{"search", " ", ""}, cli.ExitUsage, "Cần câu hỏi"},
		"a source without a name":    {[]string{"content", "cite", " "}, cli.ExitUsage, "Cần tên hoặc số"},
		"a sentence without a word":  {[]string{"speech", "say", " \a ", "--out", filepath.Join(dir, "x.wav")}, cli.ExitUsage, "không có chữ nào"},
		"a sentence without an end":  {[]string{"speech", "say", strings.Repeat("ơ ", 2000), "--out", filepath.Join(dir, "x.wav")}, cli.ExitUsage, "dài quá"},
		"a code of one dot":          {[]string{"qr", "khai-sinh", "--size", "1", "--out", filepath.Join(dir, "x.png")}, cli.ExitFailed, "nhỏ quá"},
		"a catalogue of no use":      {[]string{"catalogue", "import", file}, cli.ExitFailed, "Bỏ qua dòng 1: không phải là JSON"},
		"what goes on in an app":     {[]string{"qr", "quen-mat-khau-vneid", "--out", filepath.Join(dir, "x.png")}, cli.ExitFailed, "trong ứng dụng VNeID"},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(t, c.args...)
			said := r.stdout + r.stderr
			if r.code != c.code || !strings.Contains(said, c.says) {
				t.Errorf("exit %d, want %d; does not say %q: %s", r.code, c.code, c.says, said)
			}
			for _, foreign := range []string{"not a directory", "no such file", `"level"`, "Máy gặp lỗi"} {
				if strings.Contains(said, foreign) {
					t.Errorf("says %q: %s", foreign, said)
				}
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("wrote paper all the same")
			}
		})
	}
}

// Of lines with the same page id the last is kept, and one is counted.
func TestImportCountsWhatItKeeps(t *testing.T) {
	line := `{"code":"1.000001","name":"Thủ tục thử","formality_id":"00000000-0000-4000-8000-00000000000%"}`
	twice := strings.ReplaceAll(line, "%", "1") + "\n" + strings.ReplaceAll(strings.ReplaceAll(line, "%", "1"), "thử", "khác") + "\n" + strings.ReplaceAll(line, "%", "2") + "\n"
	file := filepath.Join(t.TempDir(), "c.jsonl")
	mustWrite(t, file, twice)
	if r := run(t, "catalogue", "import", file); r.code != cli.ExitDone || !strings.Contains(r.stdout, "Đã nhập 2 thủ tục. Danh mục trong máy có 2 thủ tục.") {
		t.Errorf("exit %d: %s%s", r.code, r.stdout, r.stderr)
	}
}

// A command that fails in a folder without room for a log is read by people only.
func TestNoLogAmongTheWords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	mustWrite(t, file, "")
	var otherwise strings.Builder
	log, closer := logbook.OpenOr(filepath.Join(file, "below"), &otherwise)
	log.Error("x")
	_ = closer.Close()
	if !strings.Contains(otherwise.String(), `"msg":"x"`) {
		t.Errorf("the log said %q elsewhere", otherwise.String())
	}
}
