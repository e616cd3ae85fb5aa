package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

const names = `terms:
  - {term: mã hồ sơ, en: dossier code, not: [file code]}
  - {term: hồ sơ, en: dossier, not: [file]}
  - {term: giấy hẹn, en: appointment slip, not: [receipt]}
  - {term: biên lai, en: receipt, not: [slip]}
  - {term: hộ, en: household, not: [family]}
  - {term: hộ nghèo, en: poor household, not: [needy home]}
  - {term: trung tâm việc làm, en: Job Centre, not: [employment centre], always: true}
  - {term: ủy ban, en: People’s Committee, not: [peoples council]}
`

// beside is the small pack with one more sentence and its translation.
func beside(t *testing.T, said, translation string) fstest.MapFS {
	t.Helper()
	pack := tayPack(t)
	for name, edit := range map[string][2]string{
		"services/khai-sinh.yaml": {"next: [{say: Chờ bản nháp.}]", fmt.Sprintf("next: [{say: '%s'}]", said)},
		"lang/en.yaml":            {"  Sinh con: Having a baby", fmt.Sprintf("  Sinh con: Having a baby\n  '%s': '%s'", said, translation)},
		"lang/tyz.yaml":           {"  Nói: tyz nói", fmt.Sprintf("  Nói: tyz nói\n  '%s': '%s'", said, translation)},
	} {
		text := string(pack[name].Data)
		if !strings.Contains(text, edit[0]) {
			t.Fatalf("%s has no %q", name, edit[0])
		}
		pack[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, edit[0], edit[1], 1))}
	}
	pack["glossary.yaml"] = &fstest.MapFile{Data: []byte(names)}
	return pack
}

// found gives what the check says of the line of a translation, "" for nothing.
func found(t *testing.T, pack fstest.MapFS, file string, line int) string {
	t.Helper()
	lib, r := content.Check(pack, today)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	var said []string
	for _, p := range r.Warnings {
		if p.File == file && p.Line == line {
			said = append(said, p.Message+" "+p.Mend)
		}
	}
	return strings.Join(said, "\n")
}

// The phone that is drawn, and the one in the hand, are Vietnamese: a label that
// a translation leaves out cannot be found.
func TestQuotedLabelsStayInTranslations(t *testing.T) {
	for _, tt := range []struct{ said, translation, says string }{
		// a label of a drawn screen: "Tên cháu" is one, "Tờ khai" the heading
		{"Chạm “Tên cháu” ở trên", "Touch the name above", "mất chữ “Tên cháu”"},
		{"Chạm “Tên cháu” ở trên", "Touch “name” above", "mất chữ “Tên cháu”"},
		{"Chạm “Tên cháu” ở trên", "Touch Tên cháu above", "mất chữ “Tên cháu”"},
		{"Chạm “Tên cháu” ở trên", "Touch “Tên cháu” (the child’s name) above", ""},
		{"Chạm “tên cháu” ở trên", "Touch “Tên cháu.” above", ""},
		{"Xem “Tờ khai”, rồi “Tên cháu”", "See “Tờ khai”, then the name", "mất chữ “Tên cháu”"},
		{"Cán bộ nói “Tên cháu”", "Staff say “the child’s name”", "mất chữ “Tên cháu”"},
		{"Cán bộ nhắc “cháu”", "Staff say “the child”", "mất chữ “cháu”"},
		// a drawn label without quotation marks, where a word announces it
		{"Tìm mục tên cháu ở dưới", "Find the name below", "mất chữ “tên cháu”"},
		{"Tìm mục tên cháu ở dưới", "Find “Tên cháu” (the name) below", ""},
		{"Chạm nút Tờ khai", "Touch the form", "mất chữ “tờ khai”"},
		{"Tìm mục tên, cháu ở dưới", "Find the name below", ""},
		{"Tìm mục này, tên cháu ở dưới", "Find this, the name is below", ""},
		// a label that is drawn nowhere
		{"Chạm “Thanh toán”", "Tap pay", "mất chữ “Thanh toán”"},
		{"Trả ở mục “Thanh toán”.", "Pay under payments.", "Giữ nguyên “Thanh toán”"},
		{"Cán bộ bảo chạm “Thanh toán”", "Staff say to tap “pay”", "mất chữ “Thanh toán”"},
		{"Trang hỏi rồi hiện chữ “Đã nhận”", "The page asks and shows “Received”", "mất chữ “Đã nhận”"},
		{"Xem bài “Thanh toán”", "See the lesson “Payment”", "mất chữ “Thanh toán”"}, // no such lesson
		// what somebody says
		{"Đọc xong thì hỏi “đúng chưa”", "Then ask “is it right?”", ""},
		{"Nói ra tiếng: “Tôi quay đi”", "Say aloud: “I look away”", ""},
		{"Nhắc là “6 số lúc đầu”", "Remind them: “the first 6 digits”", ""},
		{"Kẻ gian dọa “sắp bị bắt”", "Swindlers threaten with arrest", ""},
		{"Hỏi tên cháu thì nghe câu trả lời là “Mẫu”", "Ask the name and hear “Mẫu”", ""},
		// the title of a service is quoted as it is translated
		{"Xem bài “Làm giấy khai sinh”", "See the lesson “Get a birth certificate”", ""},
		{"Xem bài “Làm giấy khai sinh”", "See “get a birth certificate”.", ""},
		{"Xem bài “Làm giấy khai sinh”", "See the lesson “Register a birth”", "Viết “Get a birth certificate”"},
		{"Xem bài “Làm giấy khai sinh”", "See the lesson “Làm giấy khai sinh”", "không gọi tên bài"},
		{"Trang mở ra ghi “Làm giấy khai sinh”", "The page says “Làm giấy khai sinh”", ""},
	} {
		pack := beside(t, tt.said, tt.translation)
		for file, line := range map[string]int{"lang/en.yaml": 4, "lang/tyz.yaml": 3} {
			if file == "lang/tyz.yaml" && strings.Contains(tt.said, "khai sinh”") {
				continue // the title has no translation there
			}
			if got := found(t, pack, file, line); (got == "") != (tt.says == "") || !strings.Contains(got, tt.says) {
				t.Errorf("%s: %q for %q: %q, want %q", file, tt.translation, tt.said, got, tt.says)
			}
		}
	}
}

// One office, one paper, one name.
func TestThingsHaveOneName(t *testing.T) {
	for _, tt := range []struct{ said, translation, says string }{
		{"Giữ mã hồ sơ", "Keep the file code", "gọi “mã hồ sơ” là “file code”"},
		{"Giữ mã hồ sơ", "Keep the File Codes", "Viết “dossier code”"},
		{"Giữ mã hồ sơ", "Keep the dossier code", ""},
		{"Giữ mã hồ sơ", "Keep the code", ""},
		{"Giữ mã hồ sơ", "Keep the code of the file", ""}, // the term is the longer one
		{"Giữ mã của hồ sơ", "Keep the code of the file", "gọi “hồ sơ”"},
		{"Giữ mã của hồ sơ", "Keep the code of the profile", ""},
		{"Hồ sơ xong", "Files are done", "gọi “hồ sơ” là “file”"},
		{"Chạm “Hồ sơ”", "Touch “Hồ sơ” (file)", ""}, // what is quoted is a label
		{"Xem hồ sơ ở “File”", "See the dossier under “File”", ""},
		{"Giữ giấy hẹn", "Keep the receipt", "là “receipt”"},
		{"Giữ giấy hẹn và biên lai", "Keep appointment slip and receipt", ""},
		{"Giữ giấy hẹn và biên lai", "Keep slip and receipt", "gọi “biên lai” là “slip”"},
		{"Giữ giấy, hẹn nhau", "Keep the receipt", ""},
		{"Hộ nghèo được miễn", "Needy-home owners are exempt", "needy home"},
		{"Hỏi Ủy ban", "Ask the People’s Council", "Viết “People’s Committee”"},
		{"Hỏi Ủy ban", "Ask the Peoples’ Committee’s staff", ""},
		{"Tới Trung tâm Việc làm", "Go to the Employment Centre", "là “employment centre”"},
		{"Tới Trung tâm Việc làm", "Go to the centre", "không gọi tên “trung tâm việc làm”"},
		{"Tới Trung tâm Việc làm", "Go to the job centre", ""},
		{"Tới trung tâm", "Go to the centre", ""},
	} {
		pack := beside(t, tt.said, tt.translation)
		if got := found(t, pack, "lang/en.yaml", 4); (got == "") != (tt.says == "") || !strings.Contains(got, tt.says) {
			t.Errorf("%q for %q: %q, want %q", tt.translation, tt.said, got, tt.says)
		}
		if got := found(t, pack, "lang/tyz.yaml", 3); got != "" { // the names are English
			t.Errorf("Tày: %q", got)
		}
		delete(pack, "glossary.yaml")
		if got := found(t, pack, "lang/en.yaml", 4); got != "" {
			t.Errorf("without a glossary: %q", got)
		}
	}
}

func TestGlossaryMistakesHaveTheirPlace(t *testing.T) {
	for _, tt := range []struct {
		old, new string
		line     int
		says     string
	}{
		{"en: dossier code, ", "", 2, "Còn thiếu"},
		{"en: dossier code", `en: ""`, 2, "Còn thiếu"},
		{"term: mã hồ sơ", "term: Mã hồ sơ", 2, "viết chưa đúng"},
		{"term: hồ sơ", "term: mã hồ sơ", 3, "đã dùng"},
		{"not: [file code]", "not: [Dossier code]", 2, "viết chưa đúng"},
		{"not: [file code]", "not: [dossier code]", 2, "trùng với tên đúng"},
		{", not: [file code]", "", 2, "chưa cấm tên tiếng Anh nào"},
		{"not: [file code]", `not: []`, 2, "chưa cấm tên tiếng Anh nào"},
		{"not: [file code]", `not: [""]`, 2, "để trống"},
		{"not: [file code]", "nott: [file code]", 2, "nott"},
		{"not: [file code]", "always: [x]", 2, ""},
	} {
		pack := mustPack(t)
		pack["glossary.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(names, tt.old, tt.new, 1))}
		lib, r := content.Load(pack)
		if lib != nil || !slices.ContainsFunc(r.Errors, func(p content.Problem) bool {
			return p.File == "glossary.yaml" && p.Line == tt.line && strings.Contains(p.Message, tt.says) && p.Mend != ""
		}) {
			t.Errorf("%s instead of %s: %v", tt.new, tt.old, r.Errors)
		}
	}
}
