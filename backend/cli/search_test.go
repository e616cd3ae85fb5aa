package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answer is one line of tungbuoc search --json.
type answer struct {
	Query string
	MS    float64
	Hits  []struct {
		Key, Kind, Title string
		Codes, Why       []string
		Score            float64
		Low              bool `json:"low_confidence"`
	}
}

func TestSearchLines(t *testing.T) {
	r := runWith(t, "dang ky ket hon\r\nddawng kys tajm trus\ngiấy khai xinh\nbhyt\ntra tien dien\n\nxổ số\n", "search", "--json", "--limit", "3", "-")
	if r.code != 0 {
		t.Fatalf("exit %d: %s", r.code, r.stderr)
	}
	want := []string{"ket-hon", "tam-tru", "khai-sinh", "bhyt-ho-gia-dinh", "tien-dien", "", ""}
	lines := strings.Split(strings.TrimSuffix(r.stdout, "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines: %s", len(lines), r.stdout)
	}
	for i, line := range lines {
		var a answer
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if want[i] == "" {
			if len(a.Hits) > 0 && !a.Hits[0].Low {
				t.Errorf("%q found %+v", a.Query, a.Hits[0])
			}
			continue
		}
		if len(a.Hits) == 0 || len(a.Hits) > 3 || a.Hits[0].Key != want[i] || len(a.Hits[0].Why) == 0 || a.Hits[0].Low {
			t.Errorf("%q found %+v, want %s", a.Query, a.Hits, want[i])
		}
	}
}

func TestSearchForPeople(t *testing.T) {
	if r := run(t, "search", "giay", "khai", "sinh"); r.code != 0 || !strings.Contains(r.stdout, "Làm giấy khai sinh cho con") {
		t.Errorf("exit %d: %s", r.code, r.stdout)
	}
	if r := run(t, "search", "qwrtp"); r.code != 0 || !strings.Contains(r.stdout, "không có") {
		t.Errorf("exit %d: %s", r.code, r.stdout)
	}
	// A folder that cannot be used costs the index on the disk, not the search.
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "search", "bhyt", "--data", filepath.Join(file, "below")); r.code != 0 || !strings.Contains(r.stdout, "bhyt-ho-gia-dinh") {
		t.Errorf("exit %d: %s %s", r.code, r.stdout, r.stderr)
	}
}

const (
	flight = `{"code":"1.014689","name":"Thủ tục cấp phép bay","formality_id":"019d8af3-edd0-7528-af6e-edcc8745d1f1","departments":[],"promulgated_by":"Bộ Quốc phòng","scope":"STANDARD"}`
	birth  = `{"code":"1.001193","name":"Thủ tục đăng ký khai sinh","formality_id":"019d8af3-edd0-7528-af6e-edcc8745d1f2","departments":[],"promulgated_by":"Bộ Tư pháp","scope":"STANDARD"}`
)

func TestCatalogueImport(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "catalogue.jsonl")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(flight + "\nrubbish\n" + birth + "\n")
	for range 2 {
		r := run(t, "catalogue", "import", file, "--json", "--data", dir)
		var did struct {
			Taken, Total int
			Skipped      []struct{ Line int }
		}
		if err := json.Unmarshal([]byte(r.stdout), &did); err != nil {
			t.Fatal(err)
		}
		if r.code != 0 || did.Taken != 2 || did.Total != 2 || len(did.Skipped) != 1 || did.Skipped[0].Line != 2 {
			t.Errorf("exit %d: %+v", r.code, did)
		}
	}
	if r := run(t, "catalogue", "import", file, "--data", dir); !strings.Contains(r.stdout, "Đã nhập 2 thủ tục") || !strings.Contains(r.stderr, "Bỏ qua dòng 2") {
		t.Errorf("%s %s", r.stdout, r.stderr)
	}
	if r := run(t, "search", "cấp phép bay", "--data", dir); !strings.Contains(r.stdout, "1.014689") {
		t.Errorf("not found: %s", r.stdout)
	}
	out := filepath.Join(dir, "code.svg")
	if r := run(t, "qr", "1.014689", "--out", out, "--data", dir); r.code != 0 || !strings.Contains(r.stdout, "019d8af3-edd0-7528-af6e-edcc8745d1f1") {
		t.Errorf("exit %d: %s %s", r.code, r.stdout, r.stderr)
	}
	write("rubbish\nmore rubbish\n")
	if r := run(t, "catalogue", "import", file, "--data", dir); r.code != 1 || !strings.Contains(r.stderr, "giữ nguyên danh mục cũ") {
		t.Errorf("exit %d: %s", r.code, r.stderr)
	}
	if r := run(t, "search", "cấp phép bay", "--data", dir); !strings.Contains(r.stdout, "1.014689") {
		t.Errorf("the old catalogue is gone: %s", r.stdout)
	}
}

// Every command that reads a pack names all that is wrong with it, whichever
// way it gets there.
func TestBrokenPackIsNamedByEveryCommand(t *testing.T) {
	dir := mustCopyPack(t, "services/khai-sinh.yaml", "kind: procedure", "kind: sai")
	for _, args := range [][]string{
		{"search", "khai sinh"}, {"content", "cite", "Luật"}, {"speech", "list"}, {"links"},
	} {
		r := run(t, append(args, "--pack", dir)...)
		if r.code != 1 || !strings.Contains(r.stderr, "khai-sinh.yaml:") || !strings.Contains(r.stderr, "Mời sửa các chỗ đã nêu") {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

// What can be recorded is the same for every command and for the window.
func TestLanguagesToRecord(t *testing.T) {
	r := run(t, "speech", "list")
	if r.code != 0 || strings.Count(r.stdout, "đoạn") != 5 || !strings.Contains(r.stdout, "tiếng Việt") || strings.Contains(r.stdout, "English") {
		t.Errorf("%+v", r)
	}
	if r := run(t, "speech", "script", "--lang", "en"); r.code != 2 || !strings.Contains(r.stderr, "vi, tyz, hmn") {
		t.Errorf("%+v", r)
	}
}
