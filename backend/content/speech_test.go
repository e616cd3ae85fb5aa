package content_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
)

// What is wrong with speech.yaml is named with its place.
func TestSpeechIsChecked(t *testing.T) {
	for name, tt := range map[string]struct {
		yaml string
		line int // 0: nothing is wrong
		says string
	}{
		"good":              {"read:\n  - {write: [VNeID, vneid], say: \"vi en, i đi\"}\nletters: {b: bê}\nlanguages:\n  - {code: tyz, name: tiếng Tày}\n", 0, ""},
		"nothing written":   {"read:\n  - {write: [], say: a}\n", 2, "chưa ghi cách viết"},
		"empty way":         {"read:\n  - {write: [\" a\"], say: a}\n", 2, "Cách viết phải có"},
		"written twice":     {"read:\n  - {write: [a], say: a}\n  - {write: [b, a], say: b}\n", 3, `“a” đã có`},
		"nothing said":      {"read:\n  - {write: [a], say: \"\"}\n", 2, "Cách đọc phải có"},
		"a figure said":     {"read:\n  - {write: [a], say: mức 2}\n", 2, "không đọc được"},
		"two letters":       {"letters:\n  ab: a bê\n", 2, "không phải một chữ cái"},
		"a capital":         {"letters:\n  B: bê\n", 2, "không phải một chữ cái"},
		"a strange code":    {"languages:\n  - {code: Tày, name: tiếng Tày}\n", 2, "viết chưa đúng"},
		"a language twice":  {"languages:\n  - {code: tyz, name: Tày}\n  - {code: tyz, name: Tày}\n", 3, "đã dùng"},
		"a nameless one":    {"languages:\n  - {code: tyz, name: \"\"}\n", 2, "Còn thiếu"},
		"an unknown member": {"reed: []\n", 1, "Không có mục"},
	} {
		pack := mustPack(t)
		pack["speech.yaml"] = &fstest.MapFile{Data: []byte(tt.yaml)}
		_, report := content.Load(pack)
		if tt.line == 0 {
			if len(report.Errors) > 0 {
				t.Errorf("%s: %v", name, report.Errors)
			}
			continue
		}
		if len(report.Errors) != 1 || report.Errors[0].File != "speech.yaml" || report.Errors[0].Line != tt.line || !strings.Contains(report.Errors[0].Message, tt.says) {
			t.Errorf("%s: %v", name, report.Errors)
		}
	}
}
