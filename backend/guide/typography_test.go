package guide_test

import (
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/guide"
)

func TestProofreadFindsWhatATypewriterLeaves(t *testing.T) {
	for text, want := range map[string]string{
		`Chạm nút "Đăng nhập"`:           "ngoặc kép thẳng",
		"Chạm ô 'Mật khẩu'":              "nháy thẳng",
		"Gõ số thứ nhất...":              "Ba dấu chấm",
		"Việt Nam - Trung Quốc":          "Gạch nối",
		"Ảnh 4x6":                        "dấu nhân",
		"Ảnh 10 x 15 cm":                 "dấu nhân",
		"Chạm  nút":                      "thừa",
		"Chạm nút .":                     "trước dấu câu",
		"Chạm “Đăng nhập”, rồi chờ":      "",
		"Số 1.001193, 8–10 giờ, H’Mông…": "",
		"Ảnh 4×6, nền trắng":             "",
		"Gọi 024 1234 5678 để hỏi":       "",
		"sân bay Xuân Mai X9":            "",
	} {
		p := &guide.Pack{Services: []guide.Service{{Key: "a", Summary: text}}}
		var found []string
		for _, problem := range p.Proofread(time.Time{}) {
			if problem.Where.Path == "summary" && problem.Warning {
				found = append(found, problem.Message)
			}
		}
		got := strings.Join(found, "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A recording goes on when only the look of a quotation mark changes.
func TestUnitIDHearsNoQuotationMark(t *testing.T) {
	straight := guide.UnitID([]string{`Chạm "Đăng nhập"`, "The commune's office"})
	if curly := guide.UnitID([]string{"Chạm “Đăng nhập”", "The commune’s office"}); curly != straight {
		t.Error("curly quotation marks change the id")
	}
	if other := guide.UnitID([]string{"Chạm Đăng ký", "The commune's office"}); other == straight {
		t.Error("other words have the same id")
	}
}
