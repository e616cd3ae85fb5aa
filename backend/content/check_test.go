package content_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

var today = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

const plainWords = `words:
  - {word: tiếp nhận, say: nhận, allow: [giấy tiếp nhận]}
  - {word: niêm yết, say: dán}
hard: [chứng sinh]
`

// Everything proofreading can find, each with the file and line a writer is
// sent to.
func TestCheckFindsWhatIsWrittenBadly(t *testing.T) {
	const service, flow = "services/khai-sinh.yaml", "flows/dang-nhap.yaml"
	for _, tt := range []struct {
		name     string
		file     string
		old, new string
		line     int
		says     string
		bad      bool // an error, not a warning
	}{
		{"office word", service, "Mỗi cháu bé cần", "Nơi tiếp nhận mỗi cháu cần", 9, `“tiếp nhận” khó hiểu`, false},
		{"office word in capitals", service, "Mỗi cháu bé cần", "TIẾP NHẬN xong, mỗi cháu cần", 9, `“tiếp nhận” khó hiểu`, false},
		{"office word in a flow", flow, "say: Gõ mật khẩu", "say: Gõ rồi xem niêm yết", 6, "Nên viết: dán", false},
		{"long sentence", service, "Mỗi cháu bé", strings.Repeat("rất ", 15) + "bé", 9, "Câu dài 21 tiếng", false},
		{"very long sentence", service, "Mỗi cháu bé", strings.Repeat("rất ", 25) + "bé", 9, "Câu dài 31 tiếng", true},
		{"step without a picture", service, "say: Chọn xã", "say: Chọn đúng xã", 35, "chưa có hình", false},
		{"step that starts with somebody", service, "say: Chọn xã", "say: Ông bà chọn xã", 35, "việc phải làm", false},
		{"quoted words that are not ringed", service, "say: Điền tên cháu", `say: Chạm "Xem trước"`, 38, "chỗ khoanh", false},
		{"quoted words in curly quotes", service, "say: Điền tên cháu", "say: Chạm “Xem trước” ở dưới", 38, "chỗ khoanh", false},
		{"straight quotation marks", service, "Mỗi cháu bé cần", `Cháu nào chạm "Gửi" cũng cần`, 9, "Viết ngoặc cong", false},
		{"straight marks in the answer to a wrong touch", service, "id: ten}", `id: ten}, {button: Gửi, wrong: 'Chạm ô "Tên"'}`, 44, "Viết ngoặc cong", false},
		{"three dots in a flow", flow, "say: Gõ mật khẩu", "say: Gõ mật khẩu...", 6, "Ba dấu chấm", false},
		{"straight quotation marks on a tile", "topics.yaml", "title: Sinh con", `title: Sinh "con"`, 2, "Viết ngoặc cong", false},
		{"two spaces in a translation", "lang/en.yaml", "Having a baby", "Having  a baby", 3, "Bản dịch. Khoảng trắng thừa", false},
		{"straight apostrophe in a translation", "lang/en.yaml", "Having a baby", "Mother's baby", 3, "Viết nháy cong", false},
		{"two acts in one step", service, "say: Điền tên cháu", "say: Điền tên cháu, rồi chạm gửi", 38, "2 việc", false},
		{"two acts joined by and", service, "say: Điền tên cháu", "say: Chọn xã và điền tên cháu", 38, "2 việc", false},
		{"keyboard on what is not typed into", service, "{field: Tên cháu", "{keys: letters, button: Tên cháu", 44, "bàn phím", true},
		{"corner that is no button", service, "{field: Tên cháu", "{corner: true, field: Tên cháu", 44, "Góc trên", true},
		{"picture without a target", service, "\n      target: ten", "", 41, "chưa chỉ chỗ", false},
		{"title nobody can read out", service, "title: Tờ khai", `title: "…"`, 43, "không đọc lên được", true},
		{"part nobody can read out", service, "field: Tên cháu", `field: "→"`, 44, "không đọc lên được", true},
		{"target that says nothing", service, "{field: Tên cháu, value: Nguyễn Thị Mẫu", "{button: Bấm vào đây", 44, "nghe không biết", true},
		{"unofficial host in a sentence", service, "Chờ bản nháp.", "Mở dichvucong.com mà xem.", 23, `“dichvucong.com”`, true},
		{"unofficial host on a portal", service, "app: dichvucong.gov.vn", "app: dichvucong-gov.vn", 42, `“dichvucong-gov.vn”`, true},
		{"page without a name", service, "app: dichvucong.gov.vn", "app: Cổng Dịch vụ công", 42, "tên một trang thật", true},
		{"password asked for where nobody logs in", service, "{field: Tên cháu, value: Nguyễn Thị Mẫu", "{secret: password, field: Mật khẩu", 44, "không phải trang đăng nhập", true},
		{"a bank's code on a page of the State", service, "{field: Tên cháu, value: Nguyễn Thị Mẫu", "{secret: otp, field: Mã của ngân hàng", 44, "ứng dụng ngân hàng", true},
		{"a password on a page that nobody knows", service, "on: portal\n      app: dichvucong.gov.vn\n      title: Tờ khai\n      show: [{field: Tên cháu, value: Nguyễn Thị Mẫu", "on: system\n      title: Tờ khai\n      show: [{secret: password, field: Mật khẩu", 43, "không phải trang đăng nhập", true},
		{"a system named on the screen", service, "on: portal\n", "on: system\n", 42, "system: của dịch vụ", true},
		{"a system that is in no list", service, "topic: sinh-con", "topic: sinh-con\nsystem: nop-ho-so.gov.vn", 8, "drawn: true", true},
		{"a drawn host without a source", "hosts.yaml", "subdomains: true", "subdomains: true, drawn: true", 2, "nguồn", true},
		{"a genuine page taken for a fake", service, "wrong: Quên mật khẩu", "wrong: Tên trang không phải dichvucong.gov.vn", 24, "trang giả", false},
		{"a ring on what is not to be touched", service, "say: Điền tên cháu", "say: Không điền tên cháu", 45, "đừng làm", true},
		{"an empty box where a tick is to be taken away", service, "say: Điền tên cháu\n    id: dien-ten-chau\n    screen:\n      on: portal\n      app: dichvucong.gov.vn\n      title: Tờ khai\n      show: [{field: Tên cháu, value: Nguyễn Thị Mẫu", "say: Bỏ dấu ở mục tin nhắn\n    id: dien-ten-chau\n    screen:\n      on: portal\n      app: dichvucong.gov.vn\n      title: Tờ khai\n      show: [{check: Tin nhắn", 45, "untick", true},
		{"a tick to take away on what has none", service, "{field: Tên cháu, value: Nguyễn Thị Mẫu", "{untick: true, field: Tên cháu", 44, "untick", true},
		{"unofficial host in a drawn message", service, "value: Nguyễn Thị Mẫu", "value: vao-ngay.top", 44, `“vao-ngay.top”`, true},
		{"address in numbers", service, "Chờ bản nháp.", "Mở 113.160.1.2 mà xem.", 23, `“113.160.1.2”`, true},
		{"shortened address", service, "Chờ bản nháp.", "Mở bit.ly/abc mà xem.", 23, `“bit.ly”`, true},
		{"review day passed", service, `checked: "2026-11-23"` + "\n" + `review_by: "2027-05-23"`, `checked: "2026-01-23"` + "\n" + `review_by: "2026-11-23"`, 48, "quá ngày", false},
		{"a step away from the phone that nothing is drawn for", service, "say: Chọn xã", "say: Chọn xã\n    off: true", 35, "chưa có cảnh vẽ", false},
		{"same step twice running", service, "say: Chạm Nộp hồ sơ", "say: Chọn xã.", 37, "liền nhau", true},
		{"step that repeats a flow's last", service, "say: Chọn xã", "say: Gõ mật khẩu", 35, "liền nhau", true},
		{"same paper twice", service, "say: Giấy nhận con", "say: giấy chứng sinh.", 28, "dặn hai lần", true},
		{"something to ask among the papers", service, "say: Giấy nhận con", "say: Hỏi cán bộ", 28, "do: true", false},
		{"something to ask for among the papers", service, "say: Giấy nhận con", "say: Xin giấy nhận con", 28, "do: true", false},
		{"no step says where it is filed", service, "say: Chạm Nộp hồ sơ, sends: true", "say: Chạm Nộp hồ sơ", 32, "nộp ở đâu", false},
		{"paper that not everybody needs", service, "- say: Giấy chứng sinh\n", "- say: Giấy chứng sinh\n    note: Chỉ khi máy không tra được\n", 26, "maybe: true", false},
		{"lesson that may have been skipped", service, "say: Làm tiếp trên điện thoại.", "say: Làm như vừa học.", 22, "bỏ qua bài học", false},
		{"same trouble twice", service, "{wrong: Quên mật khẩu, do: Ra Công an xã.}", "{wrong: Quên, do: Ra Công an xã.}, {wrong: Quên., do: Hỏi cán bộ.}", 24, "đã có ở trên", true},
		{"same next twice", service, "{say: Chờ bản nháp.}", "{say: Chờ bản nháp.}, {say: Chờ bản nháp}", 23, "đã có ở trên", true},
		{"long title without a short one", service, "title: Làm giấy khai sinh", "title: Làm giấy khai sinh cho con mới", 6, "chưa có tên ngắn", false},
		{"short title that is the title", service, "title: Làm giấy khai sinh", "title: Làm giấy khai sinh\nshort: Làm giấy khai sinh", 7, "giống hệt tên", false},
		{"same everyday name twice", service, "topic: sinh-con", "names: [đẻ con, Đẻ con]\ntopic: sinh-con", 7, "đã ghi ở trên", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := mustPack(t)
			pack["plain.yaml"] = &fstest.MapFile{Data: []byte(plainWords)}
			text := string(pack[tt.file].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("%s has no %q", tt.file, tt.old)
			}
			pack[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			_, r := content.Check(pack, today)
			list := r.Warnings
			if tt.bad {
				list = r.Errors
			}
			if !slices.ContainsFunc(list, func(p content.Problem) bool {
				return p.File == tt.file && p.Line == tt.line && strings.Contains(p.Message+" "+p.Mend, tt.says)
			}) {
				t.Errorf("nothing at %s:%d saying %q in\n%v\n%v", tt.file, tt.line, tt.says, r.Errors, r.Warnings)
			}
		})
	}
}

func TestCheckFindsTwoServicesOfOneName(t *testing.T) {
	pack := mustPack(t)
	text := strings.NewReplacer("key: khai-sinh\n", "key: khai-sinh-2\n", "kind: procedure", "kind: task", "sure: full", "sure: general",
		"codes: [\"1.001193\"]\n", "", "official: Thủ tục đăng ký khai sinh\n", "", "topic:", "names: [đẻ con]\ntopic:").Replace(string(pack["services/khai-sinh.yaml"].Data))
	pack["services/khai-sinh-2.yaml"] = &fstest.MapFile{Data: []byte(text)}
	first := strings.Replace(string(pack["services/khai-sinh.yaml"].Data), "topic:", "names: [Đẻ con]\ntopic:", 1)
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(first)}
	_, r := content.Check(pack, today)
	if all := fmt.Sprint(r.Errors); !strings.Contains(all, `đã có tên này`) {
		t.Errorf("errors %v", r.Errors)
	}
	if all := fmt.Sprint(r.Warnings); !strings.Contains(all, `Cách gọi “đẻ con” đã có ở dịch vụ`) {
		t.Errorf("warnings %v", r.Warnings)
	}
}

// What looks like a finding and is none.
func TestCheckLeavesAlone(t *testing.T) {
	const service = "services/khai-sinh.yaml"
	base := mustPack(t)
	base["plain.yaml"] = &fstest.MapFile{Data: []byte(plainWords)}
	_, before := content.Check(base, today)
	for _, tt := range []struct{ name, old, new string }{
		{"words of a button", "Mỗi cháu bé cần", `Chạm “Tiếp nhận” rồi cần`},
		{"an allowed phrase", "Mỗi cháu bé cần", "Giữ giấy tiếp nhận và cần"},
		{"half of a phrase", "Mỗi cháu bé cần", "Tiếp đó, nhận rồi niêm phong, cần"},
		{"a phrase over a comma", "Mỗi cháu bé cần", "Đi tiếp, nhận rồi cần"},
		{"a drawn screen's words", "value: Nguyễn Thị Mẫu", "value: Nơi tiếp nhận"},
		{"an official host", "Mỗi cháu bé cần", "Mở dichvucong.gov.vn, cần"},
		{"an official subdomain", "Mỗi cháu bé cần", "Mở lienthong.dichvucong.gov.vn. Mỗi cháu cần"},
		{"the end of official names", "Mỗi cháu bé cần", "Trang thật có đuôi .gov.vn. Cần"},
		{"a number", "Mỗi cháu bé cần", "Mã 1.001193 cần"},
		{"a date", "Mỗi cháu bé cần", "Từ 23.11.2026, số 1.234.567.890 hay 1.000.000.000 cần"},
		{"a swindler's page", "title: Tờ khai\n      show: [{field: Tên cháu, value: Nguyễn Thị Mẫu", "title: Tờ khai\n      fake: true\n      show: [{field: Tên cháu, value: dichvucong-vn.top"},
		{"a step off the phone", "say: Chọn xã", "say: Chọn xã\n    off: true\n    scene: talk"},
		{"a sentence of twenty", "Mỗi cháu bé cần một giấy khai sinh", strings.TrimSpace(strings.Repeat("bé ", 20))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := maps.Clone(base)
			text := string(base[service].Data)
			if !strings.Contains(text, tt.old) {
				t.Fatalf("no %q", tt.old)
			}
			pack[service] = &fstest.MapFile{Data: []byte(strings.Replace(text, tt.old, tt.new, 1))}
			_, r := content.Check(pack, today)
			for _, p := range append(r.Errors, r.Warnings...) {
				if p.File == service && !slices.ContainsFunc(before.Warnings, func(b content.Problem) bool { return b.Message == p.Message }) {
					t.Error(p)
				}
			}
		})
	}
}

func TestCheckWithoutAClockLooksAtNoDates(t *testing.T) {
	pack := mustPack(t)
	for _, when := range []time.Time{{}, time.Date(2027, 5, 23, 0, 0, 0, 0, time.UTC)} {
		if _, r := content.Check(pack, when); strings.Contains(fmt.Sprint(r.Warnings), "quá ngày") {
			t.Errorf("%v: %v", when, r.Warnings)
		}
	}
}

func TestReadingLevels(t *testing.T) {
	pack := mustPack(t)
	pack["plain.yaml"] = &fstest.MapFile{Data: []byte(plainWords)}
	_, r := content.Check(pack, today)
	if len(r.Reading) != 1 {
		t.Fatalf("%+v", r.Reading)
	}
	got := r.Reading[0]
	if got.Key != "khai-sinh" || got.Longest != 8 || got.Sentence != "Mỗi cháu bé cần một giấy khai sinh" || got.Hard != 1 || got.Level != guide.LevelEasy {
		t.Errorf("%+v", got)
	}
	if got.Words <= got.Sentences || got.Score < got.Mean {
		t.Errorf("%+v", got)
	}
}

func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		if lib, _ := content.Check(content.Shipped(), today); lib == nil {
			b.Fatal("errors")
		}
	}
}
