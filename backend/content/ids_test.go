package content_test

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

// listed is the small pack with a list of ids of its last edition.
func listed(t testing.TB, list string) fstest.MapFS {
	t.Helper()
	pack := mustPack(t)
	pack[content.IDsFile] = &fstest.MapFile{Data: []byte(list)}
	return pack
}

// The check refuses to lose an id of the last edition in silence, with the line of
// the list; the kiosk does not read the list.
func TestCheckComparesWithTheLastEdition(t *testing.T) {
	for name, tt := range map[string]struct {
		list string
		line int // 0: no error
		says string
	}{
		"all there":             {"edition: 2\nids:\n  - khai-sinh/chon-xa\n  - flow dang-nhap/go-mat-khau\n", 0, ""},
		"one lost":              {"edition: 2\nids:\n  - khai-sinh/chon-xa\n  - khai-sinh/chon-tinh\n", 4, "Mất id “khai-sinh/chon-tinh” của lần phát hành 2. Nếu chỉ đổi tên, ghi id cũ vào was"},
		"one dropped":           {"edition: 2\nids:\n  - khai-sinh/chon-tinh\ngone:\n  - khai-sinh/chon-tinh\n", 0, ""},
		"one of a flow":         {"edition: 2\nids: [flow dang-nhap/chon-xa]\n", 2, "Mất id “flow dang-nhap/chon-xa”"},
		"one of no file":        {"edition: 2\nids: [chon-xa]\n", 2, "không phải là id có tên tệp: “chon-xa”"},
		"one that says nothing": {"edition: 2\nids: [khai-sinh/chon-xa, \"\"]\n", 2, "không phải là id có tên tệp: “”"},
		"a stroke alone":        {"edition: 2\nids: [khai-sinh/chon-xa]\ngone: [/]\n", 3, "không phải là id có tên tệp: “/”"},
		"a later edition":       {"edition: 4\nids: [khai-sinh/chon-xa]\n", 1, "lần phát hành 4, gói này là lần 3"},
		"dropped and there":     {"edition: 3\nids: [khai-sinh/quet-ma]\ngone: [khai-sinh/chon-xa]\n", 3, "vẫn còn dùng"},
		"a list of none":        {"edition: 3\nids: []\n", 2, "Chưa có danh sách id, nên không ai biết mất id nào. Chạy: tungbuoc content ids --write"},
		"only an edition":       {"edition: 3\n", 1, "Chưa có danh sách id"},
		"something else in it":  {"edition: 3\nids: []\nlost: []\n", 3, "Không có mục tên “lost”"},
		"a list that is none":   {"edition: 3\nids: khai-sinh/chon-xa\n", 2, "phải là một danh sách"},
		"an edition that is no": {"edition: ba\nids: []\n", 1, "không phải số nguyên"},
	} {
		t.Run(name, func(t *testing.T) {
			pack := listed(t, tt.list)
			if lib, r := content.Load(pack); lib == nil {
				t.Errorf("the kiosk refuses the pack: %v", r.Errors)
			}
			_, r := content.Check(pack, today)
			if tt.line == 0 {
				if len(r.Errors) > 0 {
					t.Error(r.Errors)
				}
				return
			}
			if len(r.Errors) != 1 || r.Errors[0].File != content.IDsFile || r.Errors[0].Line != tt.line || !strings.Contains(r.Errors[0].String(), tt.says) {
				t.Errorf("want line %d saying %q: %v", tt.line, tt.says, r.Errors)
			}
		})
	}
	// Without the list every id could go; the kiosk shows such a pack all the same.
	bare := mustPack(t)
	delete(bare, content.IDsFile)
	if lib, r := content.Check(bare, today); lib == nil || len(r.Errors) != 1 || !strings.HasPrefix(r.Errors[0].String(), "ids.yaml: Chưa có danh sách id") {
		t.Errorf("%v, %v", lib, r.Errors)
	}
	// Of a file that cannot be read nobody knows what it has lost.
	pack := listed(t, "edition: 2\nids: [khai-sinh/chon-xa]\n")
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte("key: [")}
	if _, r := content.Check(pack, today); strings.Contains(fmt.Sprint(r.Errors), "Mất id") {
		t.Error(r.Errors)
	}
}

// The list that is written is the one the next check reads.
func TestIDsAreWrittenAsTheyAreRead(t *testing.T) {
	pack := listed(t, "edition: 2\nids: [khai-sinh/chon-xa]\ngone: [khai-sinh/xua, flow dang-nhap/xua, khai-sinh/cu]\n")
	lib, _ := content.Load(pack)
	list, added, lost := content.IDs(pack, lib)
	if list.Edition != 3 || len(list.IDs) != 8 || added != 7 || len(list.Gone) != 3 || len(lost) != 0 {
		t.Fatalf("%+v, %d new, %v", list, added, lost)
	}
	pack[content.IDsFile] = &fstest.MapFile{Data: content.WriteIDs(list)}
	again, added, lost := content.IDs(pack, lib)
	if !reflect.DeepEqual(again, list) || added != 0 || len(lost) != 0 {
		t.Errorf("%+v, want %+v; %d new, %v", again, list, added, lost)
	}
	if _, r := content.Check(pack, today); len(r.Errors) > 0 {
		t.Error(r.Errors)
	}
	delete(pack, content.IDsFile)
	if list, added, lost := content.IDs(pack, lib); len(list.IDs) != 8 || added != 8 || len(lost) != 0 {
		t.Errorf("without a list: %+v, %d, %v", list, added, lost)
	}
}

// Ids are written into files without touching anything else in them.
func TestAssignIDs(t *testing.T) {
	const head = "key: x\nkind: task # việc\n"
	for name, tt := range map[string]struct{ before, after string }{
		"a list of lines": {
			"checklist:\n  - say: Giấy chứng sinh\n    note: Bản giấy\n  # lời ghi\n  - say: Căn cước # của mẹ\n",
			"checklist:\n  - say: Giấy chứng sinh\n    id: giay-chung-sinh\n    note: Bản giấy\n  # lời ghi\n  - say: Căn cước # của mẹ\n    id: can-cuoc\n",
		},
		"what has one keeps it": {
			"steps:\n  - say: Chọn xã\n    why: Nhầm thì mất công\n    id: xa\n    was: [chon-tinh]\n  - use: dang-nhap\n  - say: Chọn tỉnh\n",
			"steps:\n  - say: Chọn xã\n    why: Nhầm thì mất công\n    id: xa\n    was: [chon-tinh]\n  - use: dang-nhap\n  - say: Chọn tỉnh\n    id: chon-tinh-2\n",
		},
		"in braces": {
			"checklist: [{say: Căn cước}, {note: x, say: \"Giấy, tờ\"}]\nemergency:\n  acts:\n    - {say: Gọi ngân hàng ngay, icon: police} # gấp\n",
			"checklist: [{id: can-cuoc, say: Căn cước}, {note: x, id: giay-to, say: \"Giấy, tờ\"}]\nemergency:\n  acts:\n    - {id: goi-ngan-hang-ngay, say: Gọi ngân hàng ngay, icon: police} # gấp\n",
		},
		"a text of several lines": {
			"steps:\n  - say: >-\n      Điền tên cháu\n\n      thật đúng\n\n  - say: \"Chọn\n      đúng xã\"\n    why: x\n  - why: y\n    say: Gửi hồ sơ\n    off: true\n",
			"steps:\n  - say: >-\n      Điền tên cháu\n\n      thật đúng\n    id: dien-ten-chau-that-dung\n\n  - say: \"Chọn\n      đúng xã\"\n    id: chon-dung-xa\n    why: x\n  - why: y\n    say: Gửi hồ sơ\n    id: gui-ho-so\n    off: true\n",
		},
		"alike": {
			"steps:\n  - say: Chạm nút Nộp hồ sơ ngay\n  - say: Chạm nút Nộp hồ sơ sau\n  - say: Chạm nút Nộp hồ sơ sau\nchecklist:\n  - say: Chạm nút\n",
			"steps:\n  - say: Chạm nút Nộp hồ sơ ngay\n    id: cham-nut-nop-ho-so-ngay\n  - say: Chạm nút Nộp hồ sơ sau\n    id: cham-nut-nop-ho-so-sau\n  - say: Chạm nút Nộp hồ sơ sau\n    id: cham-nut-nop-ho-so-sau-2\nchecklist:\n  - say: Chạm nút\n    id: cham-nut\n",
		},
		"numbers and figures": {
			"steps:\n  - say: \"15.000\"\n  - say: Nộp {le-phi} ở quầy\n  - say: Đã gõ 6 số\n  - say: \"100.000\"\n",
			"steps:\n  - say: \"15.000\"\n    id: so-15-000\n  - say: Nộp {le-phi} ở quầy\n    id: nop-o-quay\n  - say: Đã gõ 6 số\n    id: da-go-6-so\n  - say: \"100.000\"\n    id: so-100-000\n",
		},
		"long and very long": {
			"steps:\n  - say: Chạm nút Nộp hồ sơ ở cuối trang này\n  - say: Chạm “Nghiêng nghiêng nghiêng nghiêng nghiêng” đi\n  - say: Chạm nút Nộp hồ sơ ở cuối trang sau\n",
			"steps:\n  - say: Chạm nút Nộp hồ sơ ở cuối trang này\n    id: cham-nut-nop-ho-so\n  - say: Chạm “Nghiêng nghiêng nghiêng nghiêng nghiêng” đi\n    id: cham-nghieng-nghieng-nghieng-nghieng\n  - say: Chạm nút Nộp hồ sơ ở cuối trang sau\n    id: cham-nut-nop-ho-so-o\n",
		},
		"line ends of Windows": {"steps:\r\n  - say: Chọn xã\r\n    why: x\r\n", "steps:\r\n  - say: Chọn xã\r\n    id: chon-xa\r\n    why: x\r\n"},
		"no line end":          {"steps:\n  - say: Chọn xã", "steps:\n  - say: Chọn xã\n    id: chon-xa"},
		"no line end, Windows": {"steps:\r\n  - say: Chọn xã", "steps:\r\n  - say: Chọn xã\r\n    id: chon-xa"},
	} {
		t.Run(name, func(t *testing.T) {
			pack := fstest.MapFS{"flows/f.yaml": {Data: []byte("key: f\ntitle: F\nsteps: []\n")}, "services/x.yaml": {Data: []byte(head + tt.before)}}
			files, problems := content.AssignIDs(pack)
			if len(files) != 1 || len(problems) > 0 || string(files[0].Data) != head+tt.after || files[0].Name != "services/x.yaml" {
				t.Fatalf("%v\n%q\nwant\n%q", problems, written(files), head+tt.after)
			}
			pack["services/x.yaml"] = &fstest.MapFile{Data: files[0].Data}
			if again, problems := content.AssignIDs(pack); len(again) > 0 || len(problems) > 0 {
				t.Errorf("a second time: %v %v", again, problems)
			}
		})
	}
}

// A brief step of a flow gets an id, too, and none that was given up.
func TestAssignedIDsAreNew(t *testing.T) {
	pack := fstest.MapFS{
		"flows/f.yaml":   {Data: []byte("key: f\nbrief:\n  say: Đăng nhập\nsteps:\n  - say: Đăng nhập\n")},
		"services/x.txt": {Data: []byte("x")},
		"ids.yaml":       {Data: []byte("edition: 1\nids: []\ngone: [flow f/dang-nhap]\n")},
	}
	files, problems := content.AssignIDs(pack)
	if len(files) != 1 || string(files[0].Data) != "key: f\nbrief:\n  say: Đăng nhập\n  id: dang-nhap-2\nsteps:\n  - say: Đăng nhập\n    id: dang-nhap-3\n" {
		t.Errorf("%q", written(files))
	}
	if len(problems) != 1 || problems[0].File != "services/x.txt" {
		t.Errorf("%v", problems)
	}
}

// A file that cannot be mended is left alone and named; the others are mended.
func TestAssignLeavesWhatItCannotRead(t *testing.T) {
	for name, text := range map[string]string{
		"no YAML": "steps: [", "old line ends": "key: x\rsteps:\r  - say: a\r", "two bytes a letter": "\xff\xfek\x00", "nothing to say": "key: x\nsteps:\n  - say: \"…\"\n", "no sentence": "key: x\nsteps:\n  - why: Vì sao\n",
	} {
		pack := fstest.MapFS{"flows/f.yaml": {Data: []byte("key: f\nsteps:\n  - say: Chọn xã\n")}, "services/x.yaml": {Data: []byte(text)}}
		files, problems := content.AssignIDs(pack)
		if len(files) != 1 || files[0].Name != "flows/f.yaml" {
			t.Errorf("%s: %q", name, written(files))
		}
		if name != "no sentence" && (len(problems) == 0 || problems[0].File != "services/x.yaml" || problems[0].Mend == "") {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// A pack of the old form becomes one of today by itself, and nothing else of it
// changes.
func TestAssignMendsAPackOfTheOldForm(t *testing.T) {
	whole, _ := content.Load(os.DirFS("testdata/pack"))
	old := maps.Clone(mustPack(t))
	for name, f := range old {
		var kept []string
		for _, line := range strings.SplitAfter(string(f.Data), "\n") {
			if !strings.HasPrefix(line, "    id: ") {
				kept = append(kept, strings.Replace(line, "{id: cham-nop-ho-so, ", "{", 1))
			}
		}
		old[name] = &fstest.MapFile{Data: []byte(strings.Join(kept, ""))}
	}
	lib, r := content.Load(old)
	if lib != nil || len(r.Errors) != 8 {
		t.Fatalf("%v", r.Errors)
	}
	files, problems := content.AssignIDs(old)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, f := range files {
		old[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	if lib, r = content.Load(old); lib == nil || !reflect.DeepEqual(lib.Pack, whole.Pack) {
		t.Error(r.Errors)
	}
}

// Whatever stands in a file, ids are written so that it reads the same, or not.
func FuzzAssignIDs(f *testing.F) {
	base := mustPack(f)
	for _, seed := range []string{
		string(base["services/khai-sinh.yaml"].Data), "steps: [{say: a}, {say: >\n b}]", "checklist:\n- say: |\n   x\n\n\n- say: y", "brief: {say: x}\nsteps:\n- say: \"\\u0111\"",
		"emergency: {acts: [{say: a}]}", "steps:\n  - say: 'a\n\n    b'\n    # c\n  - {say: b,\n  why: c}", "steps:\n  - ? say\n    : x", "steps:\n  - say: true\n  - say: 1\n  - say: null",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"services/x.yaml", "flows/x.yaml"} {
			pack := fstest.MapFS{name: {Data: []byte(text)}}
			files, problems := content.AssignIDs(pack)
			for _, p := range problems {
				if p.Message == "" || p.Mend == "" {
					t.Errorf("incomplete problem %+v", p)
				}
			}
			for _, file := range files {
				if again, _ := content.AssignIDs(fstest.MapFS{name: {Data: file.Data}}); len(again) > 0 {
					t.Errorf("ids for what has some: %q, then %q", file.Data, again[0].Data)
				}
			}
		}
	})
}

// A list of ids may hold anything: the check says what is wrong, and what is
// written of it can be read.
func FuzzIDsFile(f *testing.F) {
	base := mustPack(f)
	lib, _ := content.Load(base)
	for _, seed := range []string{"edition: 2\nids:\n  - a/b\ngone: [c/d]\n", "ids: [", "edition: -1", "gone: ['a: b', \"\\n\", '# x', '- y', '{']", "edition: 1\nids: [[a]]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pack := maps.Clone(base)
		pack[content.IDsFile] = &fstest.MapFile{Data: []byte(text)}
		list, _, problems := content.IDs(pack, lib)
		for _, p := range problems {
			if p.Line < 1 || p.Message == "" || p.Mend == "" {
				t.Errorf("incomplete problem %+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		pack[content.IDsFile] = &fstest.MapFile{Data: content.WriteIDs(list)}
		again, added, problems := content.IDs(pack, lib)
		if !reflect.DeepEqual(again, list) || added > 0 || len(problems) > 0 {
			t.Errorf("wrote %+v, read %+v, %v", list, again, problems)
		}
	})
}

func written(files []content.Assigned) (list []string) {
	for _, f := range files {
		list = append(list, f.Name+": "+string(f.Data))
	}
	return list
}
