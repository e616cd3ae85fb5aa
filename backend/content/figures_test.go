package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

const figures = `figures:
  - {key: le-phi, value: 7.000 đồng, source: cong, note: lệ phí một bản}
  - {key: tong-dai, value: "156", source: nha-mang}
`

const figureSources = `sources:
  - {key: cong, title: Cổng, date: "2026-07-18"}
  - {key: nha-mang, title: Nhà mạng, date: "2026-08"}
`

// figurePack is the small pack with figures, edited by pairs of old and new in
// its service.
func figurePack(t *testing.T, edits ...string) fstest.MapFS {
	t.Helper()
	pack := mustPack(t)
	const service = "services/khai-sinh.yaml"
	text := string(pack[service].Data)
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(text, edits[i]) {
			t.Fatalf("no %q", edits[i])
		}
	}
	pack[service] = &fstest.MapFile{Data: []byte(strings.NewReplacer(edits...).Replace(text))}
	pack["figures.yaml"] = &fstest.MapFile{Data: []byte(figures)}
	pack["sources.yaml"] = &fstest.MapFile{Data: []byte(figureSources)}
	return pack
}

func TestFiguresAreWrittenOut(t *testing.T) {
	pack := figurePack(t,
		"sure: full", "sure: full\nfee: {say: 'Nộp {le-phi}'}",
		"Mỗi cháu bé cần một giấy khai sinh.", "Mỗi bản hết {le-phi}, hỏi {tong-dai}.",
		"{say: Chờ bản nháp.}", `{say: "Gọi {tong-dai}."}`,
		"do: Ra Công an xã.", `do: "Gọi {tong-dai}.", source: cong`,
		"say: Giấy nhận con", "say: Giấy nhận con\n    note: Một bản {le-phi}",
		"  - say: Chọn xã", "  - say: Chọn xã\n    why: Nhầm thì mất {le-phi}",
		"field: Tên cháu, value: Nguyễn Thị Mẫu", `field: "Phí {le-phi}", value: "{tong-dai}", wrong: "Phí là {le-phi}"`)
	lib, r := content.Check(pack, today)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	s := lib.Pack.Services[0]
	part := s.Steps[4].Screen.Show[0]
	for what, tt := range map[string][2]string{
		"fee":              {s.Fee.Say, "Nộp 7.000 đồng"},
		"fee's source":     {s.Fee.Source, "cong"},
		"summary":          {s.Summary, "Mỗi bản hết 7.000 đồng, hỏi 156."},
		"line":             {s.Next[0].Say, "Gọi 156."},
		"line's source":    {s.Next[0].Source, "nha-mang"},
		"trouble":          {s.Trouble[0].Do, "Gọi 156."},
		"its own source":   {s.Trouble[0].Source, "cong"},
		"note":             {s.Checklist[1].Note, "Một bản 7.000 đồng"},
		"item's source":    {s.Checklist[1].Source, "cong"},
		"reason":           {s.Steps[2].Why, "Nhầm thì mất 7.000 đồng"},
		"step's source":    {s.Steps[2].Source, "cong"},
		"drawn label":      {part.Field, "Phí 7.000 đồng"},
		"drawn value":      {part.Value, "156"},
		"wrong touch":      {part.Wrong, "Phí là 7.000 đồng"},
		"drawn step's own": {s.Steps[4].Source, "cong"}, // of the spoken words, not of the drawn ones
		"no figure":        {s.Steps[3].Source, ""},
		"service sources":  {fmt.Sprint(s.Sources), "[cong nha-mang]"},
	} {
		if tt[0] != tt[1] {
			t.Errorf("%s: %q, want %q", what, tt[0], tt[1])
		}
	}
	if n := len(lib.Pack.Figure("le-phi").Uses); n != 6 {
		t.Errorf("%d uses: %+v", n, lib.Pack.Figure("le-phi").Uses)
	}
	if all := fmt.Sprint(r.Warnings); strings.Contains(all, "Không câu nào dùng") {
		t.Errorf("a used figure is called unused: %s", all)
	}
}

// Changing the number in its one place changes it in every sentence.
func TestAFigureChangesEverywhere(t *testing.T) {
	pack := figurePack(t, "{say: Chờ bản nháp.}", `{say: "Nộp {le-phi}."}`, "say: Chọn xã", "say: Mang {le-phi} tới xã")
	pack["figures.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(figures, "7.000", "9.000", 1))}
	lib, r := content.Load(pack)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	if s := lib.Pack.Services[0]; s.Next[0].Say != "Nộp 9.000 đồng." || s.Steps[2].Say != "Mang 9.000 đồng tới xã" {
		t.Errorf("%q, %q", s.Next[0].Say, s.Steps[2].Say)
	}
}

func TestFigureMistakesAreLocated(t *testing.T) {
	const service = "services/khai-sinh.yaml"
	for _, tt := range []struct {
		name, file, old, new string
		line                 int
		says                 string
		warning              bool
	}{
		{"unknown figure", service, "say: Chọn xã", "say: Mang {phi} tới", 35, "Không có con số {phi}", false},
		{"unclosed brace", service, "say: Chọn xã", "say: Mang {le-phi tới", 35, "chưa đủ đôi", false},
		{"stray brace", service, "say: Chọn xã", "say: Mang le-phi} tới", 35, "chưa đủ đôi", false},
		{"unknown on a drawn screen", service, "value: Nguyễn Thị Mẫu", `value: "{phi}"`, 44, "Không có con số {phi}", false},
		{"unquoted at the start", service, "summary: Mỗi cháu bé cần một giấy khai sinh.", "summary: {le-phi}", 9, "không phải một nhóm mục", false},
		{"two sources and none named", service, "say: Chọn xã", "say: Mang {le-phi}, gọi {tong-dai}", 35, "nguồn khác nhau: cong, nha-mang", false},
		{"in a flow", "flows/dang-nhap.yaml", "say: Gõ mật khẩu", "say: Mang {phi}", 6, "Không có con số {phi}", false},
		{"figure without source", "figures.yaml", ", source: nha-mang", "", 3, "Con số chưa có nguồn", false},
		{"figure of an unknown source", "figures.yaml", "source: nha-mang", "source: bao", 3, "Không có nguồn", false},
		{"figure of a figure", "figures.yaml", `"156"`, `"{le-phi}"`, 3, "không gọi con số khác", false},
		{"same key twice", "figures.yaml", "key: tong-dai", "key: le-phi", 3, "đã dùng", false},
		{"bad key", "figures.yaml", "key: tong-dai", "key: Tổng đài", 3, "viết chưa đúng", false},
		{"in a tile", "topics.yaml", "title: Sinh con", `title: "Sinh con {le-phi}"`, 2, "không gọi con số bằng tên", false},
		{"unused figure", "figures.yaml", "key: tong-dai", "key: tong-dai", 3, "Không câu nào dùng con số {tong-dai}", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := figurePack(t)
			text := string(pack[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("no %q", tt.old)
			}
			pack[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			lib, r := content.Check(pack, today)
			list := r.Errors
			if tt.warning {
				list = r.Warnings
			}
			if !slices.ContainsFunc(list, func(p content.Problem) bool {
				return p.File == tt.file && p.Line == tt.line && strings.Contains(p.Message, tt.says) && p.Mend != ""
			}) || (lib == nil) == tt.warning {
				t.Errorf("nothing at %s:%d saying %q in\n%v\n%v", tt.file, tt.line, tt.says, r.Errors, r.Warnings)
			}
		})
	}
}

func TestFiguresInTranslations(t *testing.T) {
	for _, tt := range []struct {
		name    string
		entries string // of lang/en.yaml
		english string // of "Nộp {le-phi}."
		says    string // of a problem, "" for none about this sentence
		isError bool
	}{
		{"both sides name it", `"Nộp {le-phi}.": "Pay {le-phi}."` + "\n  7.000 đồng: 7,000 đồng", "Pay 7,000 đồng.", "", false},
		{"value not translated", `"Nộp {le-phi}.": "Pay {le-phi}."`, "Pay 7.000 đồng.", `Chưa dịch: “7.000 đồng”.`, false},
		{"written out", `Nộp 7.000 đồng.: Pay 7,000 đồng.`, "Pay 7,000 đồng.", `câu này gọi con số bằng tên: “Nộp {le-phi}.”`, false},
		{"not translated", `7.000 đồng: 7,000 đồng`, "Nộp 7.000 đồng.", `Chưa dịch: “Nộp {le-phi}.”`, false},
		{"translation without the figure", `"Nộp {le-phi}.": Pay 7,000 đồng.`, "Pay 7,000 đồng.", "Bản dịch thiếu con số {le-phi}", false},
		{"translation with another", `"Nộp {le-phi}.": "Pay {le-phi}, {tong-dai}."`, "Pay 7.000 đồng, 156.", "Bản dịch có con số {tong-dai}", false},
		{"unknown in the translation", `"Nộp {le-phi}.": "Pay {phi}."`, "Nộp 7.000 đồng.", "Không có con số {phi}", true},
		{"unknown in the sentence", `"Nộp {phi}.": "Pay {phi}."`, "Nộp 7.000 đồng.", "Không có con số {phi}", true},
		{"unclosed", `"Nộp {le-phi}.": "Pay {le-phi."`, "Nộp 7.000 đồng.", "chưa đủ đôi", true},
		{"no longer in the pack", `"Trả {le-phi}.": "Pay {le-phi}."`, "Nộp 7.000 đồng.", `không còn trong gói: “Trả {le-phi}.”`, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := figurePack(t, "{say: Chờ bản nháp.}", `{say: "Nộp {le-phi}."}, {say: "Gọi {tong-dai}."}`)
			pack["lang/en.yaml"] = &fstest.MapFile{Data: []byte("sentences:\n  " + tt.entries + "\n")}
			lib, r := content.Check(pack, today)
			if tt.isError != (len(r.Errors) > 0) {
				t.Fatalf("errors %v", r.Errors)
			}
			if got := lib.Translator("en")("Nộp 7.000 đồng."); got != tt.english {
				t.Errorf("shown %q, want %q", got, tt.english)
			}
			var about []string
			for _, p := range append(r.Errors, r.Warnings...) {
				if p.File == "lang/en.yaml" && (!strings.Contains(p.Message, "Chưa dịch") || strings.Contains(p.Message, "{le-phi}") || strings.Contains(p.Message, "7.000")) {
					about = append(about, p.Message)
				}
			}
			if all := strings.Join(about, "\n"); tt.says == "" && all != "" || !strings.Contains(all, tt.says) {
				t.Errorf("said %q, want %q", all, tt.says)
			}
			if strings.Contains(fmt.Sprint(r.Warnings), `Chưa dịch: “156”`) {
				t.Error("a phone number is asked to be translated")
			}
		})
	}
}
