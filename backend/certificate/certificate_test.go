package certificate

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/search/judged"
	"tungbuoc/backend/trust"
)

var update = flag.Bool("update", false, "write the golden files anew")

var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)

// example is a certificate with every result on it, as long as one becomes on Windows.
func example() Certificate {
	c := Certificate{
		Office: "Trung tâm Phục vụ hành chính công xã Hồng Thái", Version: "1.4.0", Edition: 7, Dated: "23/11/2026", Made: "12:00 ngày 01/12/2026",
		Machine: Machine{System: "Windows 11 Pro 24H2 (bản dựng 26100)", CPU: "Intel(R) Core(TM) i3-10100 CPU @ 3.60GHz", Cores: 8, RAM: 7972, Screen: "1366 × 768"},
	}
	w := window{first: 4100 * time.Millisecond, again: 2300 * time.Millisecond, mb: 312.4, asked: asked{keysByEye: true}}
	set := func(p policy) string {
		if p.name == "DisableTaskMgr" {
			return ""
		}
		return p.value
	}
	c.Parts = []Part{
		{"Mở máy và bộ nhớ", []Line{w.starts(), w.memory()}},
		{"Lối thoát khỏi kiosk", append([]Line{w.closing(), w.keys()}, windowsLines(set)...)},
		{"Mã QR", []Line{
			line("codes", "Mã QR sạch, mọi mã, đọc lại", "244 trên 244", "tất cả", true),
			worn(wears[0], 214, 232), worn(wears[1], 232, 232), worn(wears[2], 231, 232),
		}},
		{"Không giữ lại gì của bà con", []Line{canaryLine("canary", "Phiên thử có chữ đánh dấu, sau khi kết thúc", "không còn chữ nào", 5, 0)}},
		{"Tìm kiếm", []Line{
			threeLine("search", "Bộ câu hỏi đã chấm: đúng trong ba kết quả đầu", judged.Tally{Queries: 200, Three: 196}),
			nothingLine(judged.Tally{Queries: 19, First: 18}),
		}},
		{"Dữ liệu, cập nhật, máy in", []Line{
			line("databases", "Tệp dữ liệu của xã", "lành lặn", "lành lặn", true),
			rootLine("root", "Khóa gốc để nhận bản cập nhật", "đủ hai người ký", trust.RootState{
				Version: 2, Needs: 2, Has: 2, Keys: []string{"0a1b2c3d4e5f", "5e6f70819aab", "9c8d7e6f5a4b"},
			}),
			unmeasured("printer", "Máy in", "sẵn sàng", "Máy này không có máy in nào. Mời cài máy in rồi thử lại."),
			roomLine(63<<30, nil),
		}},
	}
	c.finish()
	return c
}

// The page with fixed figures, as a picture. Look at it when it changes.
func TestPage(t *testing.T) {
	c := example()
	page, err := c.Page()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range page.Shapes {
		if text, ok := s.(picture.Text); ok {
			left := text.X
			if text.Middle {
				left -= picture.Width(text.Words, text.Size, text.Bold) / 2
			}
			if end := left + picture.Width(text.Words, text.Size, text.Bold); left < 15 || end > page.W-15 || text.Y > page.H-8 {
				t.Errorf("%q stands at %.1f to %.1f, %.1f", text.Words, left, end, text.Y)
			}
		}
	}
	got := page.SVG(title)
	file := filepath.Join("testdata", "page.svg")
	if *update {
		if err := errors.Join(os.MkdirAll("testdata", 0o755), os.WriteFile(file, got, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the page is another than %s: go test ./backend/certificate -update, and look at it", file)
	}
}

func TestVerdict(t *testing.T) {
	of := func(results ...Result) Certificate {
		c := Certificate{Parts: []Part{{}}}
		for _, r := range results {
			c.Parts[0].Lines = append(c.Parts[0].Lines, Line{Result: r})
		}
		c.finish()
		return c
	}
	for want, c := range map[string]Certificate{
		"ĐẠT mọi mục.": of(Passed, Passed),
		"ĐẠT mọi mục đã đo; còn 1 mục chưa đo, 2 mục cần người xem.": of(Passed, Unmeasured, ByEye, ByEye),
		"KHÔNG ĐẠT: 2 mục chưa đạt.":                                 of(Failed, Unmeasured, Failed, ByEye),
	} {
		if got := c.Verdict(); got != want || c.OK != strings.HasPrefix(want, "ĐẠT") {
			t.Errorf("%q, %v", got, c.OK)
		}
	}
}

// The sum changes with everything that stands on the page.
func TestSum(t *testing.T) {
	first := example()
	if again := example(); again.Sum != first.Sum || len(first.Sum) != 64 {
		t.Errorf("%s, then %s", first.Sum, again.Sum)
	}
	for name, change := range map[string]func(c *Certificate){
		"office":  func(c *Certificate) { c.Office += " " },
		"version": func(c *Certificate) { c.Version = "1.4.1" },
		"content": func(c *Certificate) { c.Edition++ },
		"day":     func(c *Certificate) { c.Made = "12:00 ngày 02/12/2026" },
		"machine": func(c *Certificate) { c.Machine.RAM++ },
		"value":   func(c *Certificate) { c.Parts[0].Lines[0].Value = "2,2 giây (lần đầu 4,1 giây)" },
		"wanted":  func(c *Certificate) { c.Parts[2].Lines[1].Wanted = "từ 80 %" },
		"result":  func(c *Certificate) { c.Parts[1].Lines[6].Result = Passed },
	} {
		c := example()
		change(&c)
		if c.finish(); c.Sum == first.Sum {
			t.Errorf("%s: the sum does not change", name)
		}
	}
}

func TestLines(t *testing.T) {
	broken := errors.New("broken")
	for _, tt := range []struct {
		got   Line
		value string
		want  Result
	}{
		{window{why: "không có màn hình"}.starts(), "chưa đo: không có màn hình", Unmeasured},
		{window{}.starts(), "chưa đo: chưa rõ vì sao", Unmeasured},
		{window{why: "cửa sổ thử không mở ra được", broken: true}.starts(), "cửa sổ thử không mở ra được", Failed},
		{window{first: 9 * time.Second, again: 5 * time.Second}.starts(), "5 giây (lần đầu 9 giây)", Passed},
		{window{first: time.Second, again: 5001 * time.Millisecond}.starts(), "5 giây (lần đầu 1 giây)", Failed},
		{window{again: 1, mb: 500}.memory(), "500 MB", Passed},
		{window{again: 1, mb: 501}.memory(), "501 MB", Failed},
		{window{again: 1, memoryWhy: "máy không cho biết"}.memory(), "chưa đo: máy không cho biết", Unmeasured},
		{window{}.closing(), "đòi hai lần, vẫn mở", Passed},
		{window{asked: asked{closeOut: true}}.closing(), "cửa sổ đã đóng", Failed},
		{window{asked: asked{closeWhy: "màn hình này không cho thử"}}.closing(), "chưa đo: màn hình này không cho thử", Unmeasured},
		{window{asked: asked{keys: 50}}.keys(), "bấm 50 tổ hợp, không mở ra gì", Passed},
		{window{asked: asked{keys: 50, keysOut: true}}.keys(), "có phím mở ra cửa sổ khác", Failed},
		{window{asked: asked{keysByEye: true}}.keys(), "xem bằng mắt", ByEye},
		{worn(wears[1], 99, 100), "đọc được 99 trên 100", Passed},
		{worn(wears[1], 98, 100), "đọc được 98 trên 100", Failed},
		{worn(wears[1], 0, 0), "chưa đo: không có mã nào", Unmeasured},
		{canaryLine("", "", "", 5, 1), "còn trong 1 tệp", Failed},
		{canaryLine("", "", "", 0, 0), "chưa đo: phiên thử không ghi tệp nào", Unmeasured},
		{threeLine("", "", judged.Tally{Queries: 100, Three: 96}), "96 trên 100 câu (96 %)", Passed},
		{threeLine("", "", judged.Tally{Queries: 100, Three: 95}), "95 trên 100 câu (95 %)", Failed},
		{threeLine("", "", judged.Tally{}), "chưa đo: gói nội dung này không có câu nào của bộ câu hỏi", Unmeasured},
		{nothingLine(judged.Tally{Queries: 10, First: 8}), "8 trên 10 câu", Failed},
		{rootLine("", "", "", trust.RootState{Version: 1, Needs: 2, Has: 1, Keys: []string{"abcdefghijk"}}), "đời 1, cần 2 trong 1 khóa: abcdefgh", Failed},
		{printerLine("", "", "", []printer.Printer{{Accepting: true, State: printer.Idle}, {State: printer.Stopped}}), "2 máy in, 1 sẵn sàng", Passed},
		{printerLine("", "", "", []printer.Printer{{State: printer.Stopped}}), "1 máy in, 0 sẵn sàng", Failed},
		{roomLine(1<<30, nil), "1 GB", Passed},
		{roomLine(1<<30-1, nil), "1 GB", Failed},
		{roomLine(0, broken), "chưa đo: máy không cho biết", Unmeasured},
		{lockLine(locks[0], func(policy) string { return "0" }), "đã chặn 2 trên 2", Passed},
		{lockLine(locks[0], func(policy) string { return "" }), "đã chặn 0 trên 2", Failed},
	} {
		if tt.got.Value != tt.value || tt.got.Result != tt.want {
			t.Errorf("%q, %s; want %q, %s", tt.got.Value, tt.got.Result, tt.value, tt.want)
		}
	}
}

// A database that is there is looked through, and the page has no folder's name on it.
func TestDatabases(t *testing.T) {
	dir := t.TempDir()
	if l := databases(t.Context(), dir); l.Result != Unmeasured {
		t.Errorf("%+v", l)
	}
	if err := os.WriteFile(filepath.Join(dir, "office.db"), []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if l := databases(t.Context(), dir); l.Result != Failed || strings.Contains(l.Value, dir) {
		t.Errorf("%+v", l)
	}
}

// An older certificate is replaced, and nothing else.
func TestSave(t *testing.T) {
	c, dir := example(), t.TempDir()
	file := filepath.Join(dir, "nghiem-thu.pdf")
	for range 2 {
		if err := c.Save(file, noon); err != nil {
			t.Fatal(err)
		}
	}
	own, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(own, []byte("%PDF-")) || bytes.Count(own, []byte("/Type /Page\n")) != 1 {
		t.Fatalf("%d bytes, %v", len(own), err)
	}
	for name, text := range map[string]string{"thu-tuc.pdf": "%PDF-1.4\nanother", "thu.txt": title} {
		other := filepath.Join(dir, name)
		if err := os.WriteFile(other, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := c.Save(other, noon); guide.ErrorCode(err) != guide.CodeInvalid || !strings.Contains(guide.Message(err), "Mời chọn tên khác") {
			t.Errorf("%s: %v", name, err)
		}
		if data, _ := os.ReadFile(other); string(data) != text {
			t.Errorf("%s was replaced", name)
		}
	}
	if err := c.Save(dir, noon); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a folder: %v", err)
	}
	if err := c.Save(filepath.Join(dir, "none", "x.pdf"), noon); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("no folder: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 {
		t.Errorf("left behind: %v", left)
	}
}
