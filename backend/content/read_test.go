package content_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// mustPack is a small pack without problems, as files, for tests to break.
func mustPack(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := fstest.MapFS{}
	root := filepath.Join("testdata", "pack")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		pack[filepath.ToSlash(name)] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, r := content.Load(pack); len(r.Errors) > 0 {
		t.Fatalf("the test's own pack has errors: %v", r.Errors)
	}
	return pack
}

func TestLoadPointsAtEachMistake(t *testing.T) {
	const service, flow = "services/khai-sinh.yaml", "flows/dang-nhap.yaml"
	for _, tt := range []struct {
		name     string
		file     string
		old, new string // edit of the file; old "" appends
		line     int    // 0: any
		says     string
	}{
		{"unknown key", service, "title: Làm", "tittle: Làm", 6, `Không có mục tên “tittle”`},
		{"duplicate key", service, "order: 1", "order: 1\norder: 2", 9, "viết hai lần"},
		{"duplicate key in a map", service, `search: 1.001193-search`, "search: 1.001193-search\n  portal: x", 20, "viết hai lần"},
		{"anchor", service, "order: 1", "order: &x 1", 8, "Không dùng &"},
		{"alias", service, "title: Làm giấy khai sinh", "title: &x Làm giấy khai sinh\nnames: [*x]", 6, "Không dùng &"},
		{"tag", service, "order: 1", "order: !!int 1", 8, "Không dùng &"},
		{"merge key", service, "  portal: \"1.001193\"", "  <<: {}\n  portal: \"1.001193\"", 18, ""},
		{"text where a number belongs", service, "order: 1", "order: một", 8, "không phải số nguyên"},
		{"list where text belongs", service, "title: Làm giấy khai sinh", "title: [a]", 6, "không nhận danh sách"},
		{"text where a list belongs", service, "sources: [cong]", "sources: cong", 0, "phải là một danh sách"},
		{"nothing where text belongs", service, "title: Làm giấy khai sinh", "title:", 6, "trống"},
		{"syntax", service, "order: 1", "order: [1", 0, "cú pháp"},
		{"two documents", service, "order: 1", "order: 1\n---\nkey: x", 1, "một phần nội dung"},
		{"letters taken apart", service, "title: Làm", "title: La\u0300m", 6, "tách rời"},
		{"hidden character", service, "title: Làm", "title: Làm\u200b", 6, "ký tự ẩn U+200B"},
		{"right-to-left override", service, "title: Làm", "title: \u202eLàm", 6, "ký tự ẩn U+202E"},
		{"soft hyphen", service, "title: Làm", "title: L\u00adàm", 6, "ký tự ẩn U+00AD"},
		{"private use", service, "title: Làm", "title: Làm\ue001", 6, "ký tự ẩn U+E001"},
		{"Cyrillic letter in a Latin word", service, "title: Làm giấy", "title: Làm gi\u0430y", 6, "U+0430"},
		{"Greek capital before Latin letters", service, "title: Làm giấy", "title: Làm \u039day", 6, "U+039D"},
		{"picture on a step off the phone", service, "  - say: Điền tên cháu\n", "  - say: Điền tên cháu\n    off: true\n", 39, "lại có hình"},
		{"a scene nobody draws", service, "  - say: Chọn xã\n", "  - say: Chọn xã\n    off: true\n    scene: dance\n", 0, "Không có cảnh nào tên"},
		{"a scene on a step with the phone", service, "  - say: Chọn xã\n", "  - say: Chọn xã\n    scene: write\n", 0, "Cảnh chỉ vẽ"},
		{"dead end without papers", service, "  - say: Giấy chứng sinh\n    id: giay-chung-sinh\n", "", 26, "không có giấy tờ nào"},
		{"dead end of too few steps", service, "  - use: dang-nhap\n  - say: Chọn xã\n    id: chon-xa\n  - {id: cham-nop-ho-so, say: Chạm Nộp hồ sơ, sends: true}\n", "  - use: dang-nhap\n    when: {married: yes}\n  - say: Chọn xã\n    id: chon-xa\n    when: {married: yes}\n  - {id: cham-nop-ho-so, say: Chạm Nộp hồ sơ, sends: true, when: {married: yes}}\n", 32, "chỉ có 2 bước"},
		{"no way is long enough to teach", service, "  - say: Chọn xã\n    id: chon-xa\n", "", 32, "mới có 5 bước"},
		{"a procedure that repeats what others do", service, "  - say: Chọn xã\n", "  - {say: Chọn tỉnh, id: tinh}\n  - {say: Chọn thôn, id: thon}\n  - {say: Chọn ngõ, id: ngo}\n  - {say: Chọn nhà, id: nha}\n  - say: Chọn xã\n", 32, "có 10 bước, dài quá"},
		{"a process that no source states", service, "sure: full", "sure: name-only", 32, "có 6 bước, dài quá"},
		{"a question for nothing", service, "    when: {married: no}\n", "", 14, "thế nào cũng ra một bài"},
		{"advice to do something else first, and the same steps", service, "say: Giấy nhận con", "do: true\n    say: Đăng ký kết hôn trước", 14, "dặn làm việc khác trước"},
		{"an answer that leads nowhere", service, "{key: \"no\", say: Chưa}", "{key: \"no\", say: Chưa, first: ket-hon}", 16, "Không có việc “ket-hon” để làm trước"},
		{"an answer that leads in a circle", service, "{key: \"no\", say: Chưa}", "{key: \"no\", say: Chưa, first: khai-sinh}", 16, "chính bài này"},
		{"every answer leads elsewhere", service, `[{key: "yes", say: Rồi}, {key: "no", say: Chưa}]`, `[{key: "yes", say: Rồi, first: khai-sinh}, {key: "no", say: Chưa, first: khai-sinh}]`, 16, "cũng sang bài khác"},
		{"a flow that needs what nobody asks about", flow, "title: Đăng nhập", "title: Đăng nhập\nready: [phone]", 3, "Không có “phone”"},
		{"a brief step for one step", flow, "  - say: Gõ mật khẩu\n    id: go-mat-khau\n    secret: password\n", "brief: {say: Đăng nhập, id: gon}\n", 6, "không cần bước gọn"},
		{"a brief step that is none", flow, "steps:", "brief: {use: dang-nhap}\nsteps:", 3, "chỉ là một bước thường"},
		{"something to have without a way out", "pack.yaml", "languages:", "ready: [{key: phone, say: Điện thoại}]\nlanguages:", 7, "Còn thiếu mục này"},
		{"five things to have on one screen", "pack.yaml", "languages:", "ready: [{key: a, say: A, missing: B}, {key: b, say: A, missing: B}, {key: c, say: A, missing: B}, {key: d, say: A, missing: B}, {key: e, say: A, missing: B}]\nlanguages:", 7, "nhiều quá"},
		{"no paper since when, says who", "pack.yaml", "languages:", "no_paper: {say: Từ 1/10/2025 nộp trên mạng}\nlanguages:", 7, "chưa ghi nguồn"},
		{"dangling link", service, `portal: "1.001193"`, "portal: x", 18, "Không có địa chỉ"},
		{"when names no fact", service, "married: no", "maried: no", 30, "không có ở trên"},
		{"unreachable", service, "when: {married: no}", "when: {married: []}", 30, "không có câu trả lời"},
		{"number without a source", service, "Chờ bản nháp.", "Chờ 3 ngày.", 0, "chưa ghi nguồn"},
		{"unofficial host", "links.yaml", "https://dichvucong.gov.vn/thu-tuc", "https://dichvucong.gov.vn.evil.example/thu-tuc", 3, "không có trong danh sách"},
		{"key differs from the file's name", service, "key: khai-sinh", "key: khai", 1, "Tên tệp khác"},
		{"a step of the old form, without an id", service, "    id: chon-xa\n", "", 35, "Bước này chưa có id."},
		{"a line of the old form, without an id", service, "    id: giay-nhan-con\n", "", 28, "Dòng này chưa có id."},
		{"a shared step without an id", flow, "    id: go-mat-khau\n", "", 6, "Bước này chưa có id."},
		{"an id for two", service, "id: chon-xa", "id: giay-chung-sinh", 36, "Id “giay-chung-sinh” đã dùng"},
		{"an id with marks", service, "id: chon-xa", "id: chọn-xã", 36, "Id “chọn-xã” viết chưa đúng"},
		{"an id that counts", service, "id: chon-xa", "id: buoc-3", 36, "số thứ tự"},
		{"an earlier id that another has", service, "id: chon-xa", "id: xa\n    was: [quet-ma]", 37, "đang là id hoặc id cũ của mục khác"},
		{"an id for the steps of others", service, "  - use: dang-nhap", "  - use: dang-nhap\n    id: dang-nhap", 34, "không viết gì thêm"},
		{"unknown flow", service, "use: dang-nhap", "use: dang", 0, "Không có đoạn bước"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := mustPack(t)
			text := string(pack[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			pack[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			lib, r := content.Load(pack)
			if lib != nil {
				t.Fatal("a pack with errors was loaded")
			}
			for _, p := range r.Errors {
				if p.File == tt.file && (tt.line == 0 || p.Line == tt.line) && strings.Contains(p.Message, tt.says) && p.Mend != "" {
					return
				}
			}
			t.Errorf("no error at %s:%d saying %q in\n%v", tt.file, tt.line, tt.says, r.Errors)
		})
	}
}

func TestLoadReportsAllMistakesAtOnce(t *testing.T) {
	pack := mustPack(t)
	text := string(pack["services/khai-sinh.yaml"].Data)
	text = strings.NewReplacer("order: 1", "order: 9", "married: no", "maried: no", "title: Làm", "tieu-de: Làm").Replace(text)
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(text)}
	pack["topics.yaml"] = &fstest.MapFile{Data: []byte("topics: 1\n")}
	_, r := content.Load(pack)
	if len(r.Errors) < 4 {
		t.Errorf("%d errors, want at least 4: %v", len(r.Errors), r.Errors)
	}
}

func TestLoadRefusesWhatIsNoPack(t *testing.T) {
	huge := mustPack(t)
	huge["services/x.yaml"] = &fstest.MapFile{Data: []byte(strings.Repeat("# x\n", content.MaxFileSize))}
	stray := mustPack(t)
	stray["services/notes.txt"] = &fstest.MapFile{Data: []byte("x")}
	empty := mustPack(t)
	empty["hosts.yaml"] = &fstest.MapFile{}
	missing := maps.Clone(mustPack(t))
	delete(missing, "links.yaml")
	for name, tt := range map[string]struct {
		pack fs.FS
		says string
	}{
		"empty folder": {fstest.MapFS{}, "thiếu thư mục"}, "huge file": {huge, "lớn quá"}, "stray file": {stray, "không thuộc về gói"},
		"empty file": {empty, "Tệp trống"}, "missing file": {missing, "Gói thiếu tệp"},
	} {
		lib, r := content.Load(tt.pack)
		if lib != nil || !strings.Contains(fmt.Sprint(r.Errors), tt.says) {
			t.Errorf("%s: %v", name, r.Errors)
		}
	}
}

func TestCodesAndAnswersStayAsWritten(t *testing.T) {
	pack := mustPack(t)
	text := string(pack["services/khai-sinh.yaml"].Data)
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, `codes: ["1.001193"]`, "codes: [1.001190]", 1))}
	lib, r := content.Load(pack)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	s := lib.Pack.Services[0]
	if s.Codes[0] != "1.001190" {
		t.Errorf("code = %q: a YAML number lost its zero", s.Codes[0])
	}
	if got := s.Checklist[1].When["married"]; len(got) != 1 || got[0] != "no" {
		t.Errorf("when: {married: no} = %q", got)
	}
}

func TestReadOffice(t *testing.T) {
	o, err := content.ReadOffice([]byte("name: Trung tâm\nhours: [Sáng 7 giờ]\ndpi: 100\n"))
	if err != nil || o.Name != "Trung tâm" || o.DPI != 100 || len(o.Hours) != 1 {
		t.Errorf("%+v, %v", o, err)
	}
	for _, bad := range []string{"nam: x\n", "name: x\ndpi: 9000\n", "name: [\n", ""} {
		if _, err := content.ReadOffice([]byte(bad)); guide.ErrorCode(err) != guide.CodeContent {
			t.Errorf("ReadOffice(%q) = %v", bad, err)
		}
	}
}

// Who puts a sign of comment before every line has emptied the file; who lists
// names where one belongs is told so.
func TestOfficeThatSaysNothing(t *testing.T) {
	for text, says := range map[string]string{
		"# name: x\n\n  # dpi: 96\n":     "Tệp trống",
		"---\n# name: x\n":               "Tệp trống",
		"#":                              "Tệp trống",
		"slip_printer: [May_1, May_2]\n": "không nhận danh sách",
		"name:\n  - a\n  - b\n":          "không nhận danh sách",
		"name: x\n---\n# and nothing more\n---\nplace: y\n": "một phần",
	} {
		if _, err := content.ReadOffice([]byte(text)); guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), says) {
			t.Errorf("%q: %v", text, err)
		}
	}
	o, err := content.ReadOffice([]byte("name: '   '\nplace: Xã Lâm Bình\nhours: ['', ' Sáng ']\n"))
	if err != nil || o.Name != "" || len(o.Hours) != 1 || o.Hours[0] != "Sáng" {
		t.Errorf("%+v, %v", o, err)
	}
}

func FuzzLoadService(f *testing.F) {
	base := leading(f)
	f.Add(string(base["services/khai-sinh.yaml"].Data))
	f.Add(string(base["services/lay-lai.yaml"].Data))
	f.Add(strings.NewReplacer("first: lay-lai", "first: khai-sinh", "  - use: dang-nhap", "  - use: dang-nhap\n    whole: true").Replace(string(base["services/khai-sinh.yaml"].Data)))
	f.Add(strings.Replace(string(base["services/khai-sinh.yaml"].Data), "Chờ bản nháp.", `"{phi} {{ }"`, 1))
	for _, s := range []string{"a: &x [*x]", "<<: {a: b}", "key: |\n  x", "? a : b", "- - - -", "{{{{", "key: \"\\u0000\"", "---\n...\n---", "\t", "a: !!binary aGk="} {
		f.Add(s)
	}
	for _, s := range hostile() {
		f.Add(s[:min(len(s), 4000)])
	}
	for _, s := range []string{"\ufeffkey: x\r\n", "\xff\xfek\x00", "\xfe\xff\x00k", "title: \xe9", "title:\u00a0Làm", "title: Ð\ufffd", "key: x\rkind: task\r", "á»£", "- - - ? a: [{b: c}]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pack := maps.Clone(base)
		pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(text)}
		lib, r := content.Load(pack)
		if (lib == nil) != (len(r.Errors) > 0) {
			t.Errorf("library %v with %d errors", lib != nil, len(r.Errors))
		}
		_, checked := content.Check(pack, today)
		if len(checked.Errors) < len(r.Errors) {
			t.Errorf("%d errors when checked, %d when loaded", len(checked.Errors), len(r.Errors))
		}
		for _, p := range append(checked.Errors, checked.Warnings...) {
			if p.Line < 1 || p.Column < 1 || p.Message == "" || p.Mend == "" {
				t.Errorf("incomplete problem %+v", p)
			}
		}
	})
}
