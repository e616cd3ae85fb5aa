package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
)

// ownPack copies the small pack of the content package into a folder, as one that
// has had no edition yet.
func ownPack(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "goi")
	if err := os.CopyFS(dir, os.DirFS("../content/testdata/pack")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, content.IDsFile)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces text in a file of a folder.
func edit(t *testing.T, name, old, text string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q: %v", name, old, err)
	}
	mustWrite(t, name, strings.Replace(string(data), old, text, 1))
}

// A writer's way from one edition to the next: ids for what is new, the list, a
// step that goes, and one that is called otherwise.
func TestContentIDs(t *testing.T) {
	dir := ownPack(t)
	service, list := filepath.Join(dir, "services", "khai-sinh.yaml"), filepath.Join(dir, content.IDsFile)
	if r := bare(t, nil, "content", "check", dir); r.code != cli.ExitFailed || !strings.Contains(r.stdout, "ids.yaml: Chưa có danh sách id, nên không ai biết mất id nào. Chạy: tungbuoc content ids --write") {
		t.Errorf("without a list: %+v", r)
	}
	edit(t, service, "    id: chon-xa\n", "")
	if r := bare(t, nil, "content", "ids", dir); r.code != cli.ExitFailed || !strings.Contains(r.stderr, "services/khai-sinh.yaml:35:8: Bước này chưa có id. Ghi id ngắn") {
		t.Errorf("without an id: %+v", r)
	}
	if r := bare(t, nil, "content", "ids", "--assign", "--write", dir); r.code != cli.ExitDone || !strings.Contains(r.stdout, "Đã đặt 1 id trong 1 tệp.") || !strings.Contains(r.stdout, "Đã ghi ids.yaml: 8 id của lần phát hành 3, mới 8.") {
		t.Fatalf("%+v", r)
	}
	written, err := os.ReadFile(list)
	if err != nil || !strings.Contains(string(written), "edition: 3\nids:\n  - flow dang-nhap/cham-dang-nhap\n") {
		t.Errorf("%s, %v", written, err)
	}
	if r := bare(t, nil, "content", "ids", dir); r.code != cli.ExitDone || r.stdout != string(written) || r.stderr != "" {
		t.Errorf("shown: %+v", r)
	}
	if r := bare(t, nil, "content", "ids", "--assign", dir); r.code != cli.ExitDone || !strings.Contains(r.stdout, "Đã đặt 0 id trong 0 tệp.") {
		t.Errorf("a second time: %+v", r)
	}
	edit(t, service, "id: chon-xa", "id: xa")
	lost := "ids.yaml:9:5: Mất id “khai-sinh/chon-xa” của lần phát hành 3."
	if r := bare(t, nil, "content", "check", dir); r.code != cli.ExitFailed || !strings.Contains(r.stdout, lost) {
		t.Errorf("check: %+v", r)
	}
	if r := bare(t, nil, "content", "ids", "--write", dir); r.code != cli.ExitFailed || !strings.Contains(r.stderr, lost) || !strings.Contains(r.stderr, "Chưa ghi ids.yaml: 1 chỗ phải xem trước.") {
		t.Errorf("written over a loss: %+v", r)
	}
	if now, _ := os.ReadFile(list); string(now) != string(written) {
		t.Error("the list changed")
	}
	if r := bare(t, nil, "content", "ids", dir); r.code != cli.ExitDone || !strings.Contains(r.stderr, lost) || !strings.Contains(r.stdout, "khai-sinh/xa\n") {
		t.Errorf("shown with a loss: %+v", r)
	}
	edit(t, service, "id: xa", "id: xa\n    was: [chon-xa]")
	r := bare(t, nil, "content", "ids", "--write", "--json", dir)
	var got struct {
		Edition, New      int
		IDs, Gone, Errors []any
	}
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || r.code != cli.ExitDone || got.Edition != 3 || got.New != 1 || len(got.IDs) != 9 || got.Gone == nil || got.Errors == nil {
		t.Errorf("%+v: %+v, %v", r, got, err)
	}
}

func TestContentIDsRefuses(t *testing.T) {
	dir := ownPack(t)
	file := filepath.Join(dir, "pack.yaml")
	broken := ownPack(t)
	mustWrite(t, filepath.Join(broken, "services", "khai-sinh.yaml"), "key: [")
	for name, tt := range map[string]struct {
		args []string
		code int
		says string
	}{
		"the pack built in, to be written": {[]string{"--write"}, cli.ExitUsage, "Cần thư mục"},
		"the pack built in, to get ids":    {[]string{"--assign"}, cli.ExitUsage, "Cần thư mục"},
		"two folders":                      {[]string{dir, dir}, cli.ExitUsage, "một thư mục"},
		"a file":                           {[]string{"--write", file}, cli.ExitUsage, "không phải thư mục"},
		"no folder":                        {[]string{"--assign", filepath.Join(dir, "none")}, cli.ExitFailed, "Không mở được"},
		"an empty folder":                  {[]string{"--write", t.TempDir()}, cli.ExitFailed, "thiếu thư mục"},
		"a file that cannot be read":       {[]string{"--assign", broken}, cli.ExitFailed, "services/khai-sinh.yaml:1:"},
		"an unknown flag":                  {[]string{"--drop", dir}, cli.ExitUsage, "--drop"},
	} {
		if r := bare(t, nil, append([]string{"content", "ids"}, tt.args...)...); r.code != tt.code || !strings.Contains(r.stdout+r.stderr, tt.says) {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, content.IDsFile)); err == nil {
		t.Error("wrote a list all the same")
	}
}
