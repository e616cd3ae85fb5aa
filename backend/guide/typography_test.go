package guide_test

import (
	"fmt"
	"slices"
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
		"Hình minh hoạ":                  "Dấu thanh",
		"Uỷ ban xã":                      "Dấu thanh",
		"Giữ sức khoẻ, nhé":              "Dấu thanh",
		"Họa, khóa, thủy, quý, quỹ, hoàn, thuyền, toán, xoáy": "",
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
	if typed, set := guide.UnitID([]string{"Ảnh 4x6 - nếu có..."}), guide.UnitID([]string{"Ảnh 4×6 – nếu có…"}); typed != set {
		t.Error("dashes, dots and times signs change the id")
	}
	// Recordings of straight marks were named so before there were curly ones.
	if straight != "d2f7b2b3f0f26af7" {
		t.Errorf("the id of straight marks is %s", straight)
	}
	if other := guide.UnitID([]string{"Chạm Đăng ký", "The commune's office"}); other == straight {
		t.Error("other words have the same id")
	}
}

// Every text that people read is looked at, wherever it stands. It is for the
// writer to mend: a pack that was typed so is shown all the same.
func TestProofreadLooksForATypewriterEverywhere(t *testing.T) {
	p := mustSorted(t)
	p.Info.Title = `Gói "mẫu"`
	p.Topics[0].Title = `Con "đầu"`
	p.Services[0].Title = `Làm "giấy"`
	p.Hosts = append(p.Hosts, guide.Host{Host: "a.gov.vn", Name: `Trang "mẫu"`})
	p.Figures = append(p.Figures, guide.Figure{Key: "phi", Value: "2  đồng"})
	p.Speech.Languages = append(p.Speech.Languages, guide.SpokenLanguage{Code: "hmn", Name: "tiếng H'Mông"})
	p.Flows = append(p.Flows, guide.Flow{Key: "a", Steps: []guide.Step{{Say: "Chờ máy..."}}})
	var found []string
	for _, problem := range p.Proofread(time.Time{}) {
		if what, _, ok := strings.Cut(problem.Message, ":"); ok && strings.Contains("Dấu ngoặc kép thẳng Dấu nháy thẳng Ba dấu chấm rời Khoảng trắng thừa", what) {
			if !problem.Warning {
				t.Errorf("stops the pack: %v", problem)
			}
			found = append(found, problem.Where.Kind+" "+problem.Where.Path+" "+problem.Message)
		}
	}
	slices.Sort(found)
	hosts := fmt.Sprintf("hosts hosts[%d].name Dấu ngoặc kép thẳng: \"mẫu\"", len(p.Hosts)-1)
	want := []string{
		"figures figures[0].value Khoảng trắng thừa: 2  đồng",
		"flow steps[0].say Ba dấu chấm rời: máy...",
		hosts,
		`pack title Dấu ngoặc kép thẳng: "mẫu"`,
		`service title Dấu ngoặc kép thẳng: "giấy"`,
		"speech languages[0].name Dấu nháy thẳng: H'Mông",
		`topics topics[0].title Dấu ngoặc kép thẳng: "đầu"`,
	}
	if !slices.Equal(found, want) {
		t.Errorf("found\n%s", strings.Join(found, "\n"))
	}
}

// How signs are drawn is nothing to whatever compares texts.
func TestTextsAreComparedHoweverTheyAreSet(t *testing.T) {
	for _, say := range []string{`Chạm "Gửi mẫu 'A'"`, "Chạm “Gửi mẫu ‘A’”"} {
		for _, button := range []string{"Gửi mẫu 'A'", "Gửi mẫu ‘A’"} {
			p := mustSorted(t)
			p.Services[0].Steps = []guide.Step{{Say: say, Screen: &guide.Screen{
				App: "dichvucong.gov.vn", Target: "gui", Show: []guide.Part{{Button: button, ID: "gui"}},
			}}}
			if said := fmt.Sprint(p.Proofread(time.Time{})); strings.Contains(said, "chỗ khoanh") {
				t.Errorf("%s, button %s: reported as other words: %s", say, button, said)
			}
		}
	}
	p := mustSorted(t)
	p.Services[0].Watch = []guide.Line{{Say: "Chạm “Gửi”, ảnh 4×6…"}, {Say: `Chạm "Gửi", ảnh 4x6...`}}
	if said := fmt.Sprint(p.Proofread(time.Time{})); !strings.Contains(said, "đã có ở trên") {
		t.Errorf("the same sentence twice was not reported: %s", said)
	}
}

// The words of a button are left alone in marks of either kind.
func TestOfficeWordsOnButtonsAreLeftAlone(t *testing.T) {
	for say, reported := range map[string]bool{`Chạm "Tiếp nhận" rồi chờ`: false, "Chạm “Tiếp nhận” rồi chờ": false, "Chờ tiếp nhận": true} {
		p := mustSorted(t)
		p.Plain.Words = []guide.OfficeWord{{Word: "tiếp nhận", Say: "nhận"}}
		p.Services[0].Summary = say
		if said := fmt.Sprint(p.Proofread(time.Time{})); strings.Contains(said, "Từ hành chính") != reported {
			t.Errorf("%s: %s", say, said)
		}
	}
}
