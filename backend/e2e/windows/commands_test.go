//go:build wine

package windows

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// version is what wails.json says the program is.
func version(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repo, "wails.json"))
	if err != nil {
		t.Fatal(err)
	}
	var project struct {
		Info struct{ ProductVersion string }
	}
	if err := json.Unmarshal(data, &project); err != nil || project.Info.ProductVersion == "" {
		t.Fatalf("no version in wails.json: %v", err)
	}
	return project.Info.ProductVersion
}

func TestCommandsAndExitCodes(t *testing.T) {
	d := mustDesk(t)
	for _, tt := range []struct {
		args []string
		code int
		says string // in standard output or error
	}{
		{[]string{"version"}, 0, "Từng Bước " + version(t) + ", nội dung"},
		{[]string{"--help"}, 0, "Cách dùng"},
		{[]string{"content", "check"}, 0, "Không có lỗi"},
		{[]string{"content", "check", d.path("không có")}, 1, "Không mở được " + d.path("không có")},
		{[]string{"content", "cite", "cong-2026-07-18"}, 0, "chỗ dựa vào nguồn này"},
		{[]string{"search", "làm giấy khai sinh"}, 0, "Làm giấy khai sinh cho con"},
		{[]string{"search"}, 2, "Cần câu hỏi"},
		{[]string{"links"}, 0, "dichvucong.gov.vn"},
		{[]string{"speech", "list"}, 0, "đã thu 0 trong"},
		{[]string{"speech", "say", "Mời bà con.", "--out", d.path("đọc.wav")}, 1, "espeak-ng"},
		{[]string{"speech", "say", "Phí 8.000 đồng.", "--reading"}, 0, "phí tám nghìn đồng"},
		{[]string{"speech", "import"}, 2, "Cần --lang"},
		{[]string{"catalogue", "import", d.path("không có.jsonl")}, 1, "Không có tệp"},
		{[]string{"qr", "9.999999", "--out", d.path("x.png")}, 1, "Không có dịch vụ"},
		{[]string{"qr", "1.001193", "--out", d.path("x.bmp")}, 2, ".png"},
		{[]string{"qr", "1.001193", "--out", d.path(`không có\x.png`)}, 1, "Không còn thấy nơi"},
		{[]string{"handout"}, 2, "Cần ít nhất một dịch vụ"},
		{[]string{"handout", "khai-sinh", "--layout", "a9", "--out", d.path("x.pdf")}, 2, "Không có khổ giấy"},
		{[]string{"khong-co-lenh"}, 2, "Không có lệnh"},
		{[]string{"version", "--khong-co"}, 2, "Lệnh viết chưa đúng"},
	} {
		t.Run(strings.ReplaceAll(strings.Join(tt.args, " "), drive(d.dir), ""), func(t *testing.T) {
			r := d.run(tt.args...)
			if r.code != tt.code || !strings.Contains(strings.ToLower(r.stdout+r.stderr), strings.ToLower(tt.says)) {
				t.Errorf("exit %d, want %d with %q; output %q %q", r.code, tt.code, tt.says, r.stdout, r.stderr)
			}
		})
	}
	left, err := os.ReadDir(d.dir)
	if err != nil || len(left) != 1 {
		t.Errorf("commands that failed left %v, %v", left, err)
	}
}

func TestJSON(t *testing.T) {
	d := mustDesk(t)
	var about struct{ Version, OS string }
	if d.json(&about, "version"); about.Version != version(t) || about.OS != "windows" {
		t.Errorf("version: %+v", about)
	}
	var report struct {
		Services, Guides int
		Errors           []any
	}
	if r := d.json(&report, "content", "check"); r.code != 0 || report.Services < 200 || report.Guides < 90 || len(report.Errors) > 0 {
		t.Errorf("content check: exit %d, %+v", r.code, report)
	}
	var cite struct {
		Places []struct{ File, Source string }
	}
	if d.json(&cite, "content", "cite", "cong-2026-07-18"); len(cite.Places) == 0 || strings.Contains(cite.Places[0].File, `\`) {
		t.Errorf("content cite: %+v", cite)
	}
	var links []struct{ URL, Host string }
	if d.json(&links, "links"); len(links) < 200 || links[0].Host == "" {
		t.Errorf("links: %d", len(links))
	}
	var script struct{ Lines []struct{ ID string } }
	if d.json(&script, "speech", "script", "--lang", "tyz", "khai-sinh"); len(script.Lines) == 0 {
		t.Error("speech script: no lines")
	}
	var failure struct {
		Error struct{ Code, Message string }
	}
	if r := d.json(&failure, "qr", "9.999999", "--out", d.path("x.png")); r.code != 1 || failure.Error.Code != "not_found" || !strings.Contains(failure.Error.Message, "Mời") {
		t.Errorf("a failure: exit %d, %+v", r.code, failure)
	}
}

func TestDoctor(t *testing.T) {
	d := mustDesk(t)
	type report struct {
		OK            bool
		Data, Version string
		Checks        []struct {
			Name, Message string
			OK            bool
		}
	}
	var got report
	if r := d.json(&got, "doctor"); r.code != 0 || !got.OK || got.Data != drive(d.data) || got.Version != version(t) {
		t.Errorf("exit %d, %+v", r.code, got)
	}
	says := map[string]string{
		"screen": "chưa có WebView2", "folder": d.path("Dữ liệu 1"), "printing": "Máy chưa có SumatraPDF", "codes": "đều đọc lại đúng", "voice": "chưa cài espeak-ng",
	}
	for _, c := range got.Checks {
		if !strings.Contains(c.Message, says[c.Name]) || c.OK != (c.Name != "screen") {
			t.Errorf("%s, %t: %s", c.Name, c.OK, c.Message)
		}
		delete(says, c.Name)
	}
	if len(says) > 0 {
		t.Errorf("not checked: %v", says)
	}
	// The runtime's updater notes what it installed, for all users or for one.
	const client = `HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`
	for value, ok := range map[string]bool{"131.0.2903.70": true, "0.0.0.0": false} {
		if out, err := office.finish(office.wine(d.ctx, "reg", "add", client, "/v", "pv", "/d", value, "/f")); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		var again report
		d.json(&again, "doctor")
		if i := slices.IndexFunc(got.Checks, func(c struct {
			Name, Message string
			OK            bool
		}) bool {
			return c.Name == "screen"
		}); again.Checks[i].OK != ok {
			t.Errorf("runtime %s: %+v", value, again.Checks[i])
		}
	}
	if out, err := office.finish(office.wine(d.ctx, "reg", "delete", client, "/f")); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestSearchReadsLines(t *testing.T) {
	d := mustDesk(t)
	r := d.ask("làm giấy khai sinh\r\ngiay khai sinh\ncăn cước\n", "search", "-", "--json", "--limit", "3")
	lines := strings.Split(strings.TrimSpace(r.stdout), "\n")
	if r.code != 0 || len(lines) != 3 {
		t.Fatalf("exit %d, %d lines: %q %q", r.code, len(lines), r.stdout, r.stderr)
	}
	for i, want := range []struct{ query, key string }{{"làm giấy khai sinh", "khai-sinh"}, {"giay khai sinh", "khai-sinh"}, {"căn cước", ""}} {
		var got struct {
			Query string
			Hits  []struct{ Key string }
		}
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil || got.Query != want.query || len(got.Hits) == 0 || want.key != "" && got.Hits[0].Key != want.key {
			t.Errorf("%v: %s", err, lines[i])
		}
	}
}

func TestCatalogueImport(t *testing.T) {
	d := mustDesk(t)
	d.write("danh mục.jsonl", entries(3)+"{broken\n")
	var did struct{ Taken, Total int }
	if r := d.json(&did, "catalogue", "import", d.path("danh mục.jsonl")); r.code != 0 || did.Taken != 3 || did.Total != 3 {
		t.Fatalf("exit %d, %+v, %s", r.code, did, r.stderr)
	}
	if out := d.must("search", "cấp giấy phép nuôi voi số 2"); !strings.Contains(out, "Cấp giấy phép nuôi voi số 2") {
		t.Errorf("what was imported is not found: %s", out)
	}
}

func TestReviewAndScript(t *testing.T) {
	d := mustDesk(t)
	d.must("content", "review", "--out", d.path("đọc duyệt.html"))
	if page := d.read("đọc duyệt.html"); !strings.HasPrefix(page, "<!") || !strings.Contains(page, "Làm giấy khai sinh cho con") {
		t.Error("the page to read through has no lesson")
	}
	d.must("speech", "script", "--lang", "tyz", "--out", d.path("lời.csv"), "khai-sinh")
	if script := d.read("lời.csv"); !strings.Contains(script, "giấy chứng sinh") {
		t.Errorf("the script: %.200s", script)
	}
}

func TestSpeechImport(t *testing.T) {
	d := mustDesk(t)
	var script struct{ Lines []struct{ ID string } }
	d.json(&script, "speech", "script", "--lang", "tyz", "khai-sinh")
	// named in capitals, as old sticks write names
	name := strings.ToUpper(script.Lines[0].ID) + ".WAV"
	d.write(name, tone())
	d.write("khác.wav", "RIFF")
	r := d.run("speech", "import", "--lang", "tyz", d.path(name), d.path("khác.wav"))
	if r.code != 1 || !strings.Contains(r.stdout, "Đã nhập 1 bản thu") || !strings.Contains(r.stdout, "1 tệp chưa dùng được") {
		t.Fatalf("exit %d: %s%s", r.code, r.stdout, r.stderr)
	}
	var stocks []struct {
		Lang     string
		Recorded int
	}
	d.json(&stocks, "speech", "list")
	recorded := 0
	for _, s := range stocks {
		recorded += s.Recorded
	}
	if recorded != 1 {
		t.Errorf("recorded: %+v", stocks)
	}
	if out := d.must("speech", "remove", "--lang", "tyz", script.Lines[0].ID); !strings.Contains(out, "Đã xóa 1 bản thu") {
		t.Errorf("remove: %s", out)
	}
}
