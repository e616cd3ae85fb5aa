package content_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// tayPack is the small pack with a third language that has only a little.
func tayPack(t *testing.T) fstest.MapFS {
	t.Helper()
	pack := mustPack(t)
	info := strings.Replace(string(pack["pack.yaml"].Data), "languages: [vi, en]", "languages: [vi, en, tyz]\nlanguage_names: {tyz: Tày}", 1)
	pack["pack.yaml"] = &fstest.MapFile{Data: []byte(info)}
	pack["lang/tyz.yaml"] = &fstest.MapFile{Data: []byte(`sentences:
  Nói: tyz nói
  Vì sao: tyz vì sao
  Nhắc: tyz nhắc
  Nhầm: tyz nhầm
  Có: tyz có
  Không: tyz không
  Trống: ""
`)}
	return pack
}

// What belongs together is shown in one language.
func TestUnitsFallBackWhole(t *testing.T) {
	lib, r := content.Load(tayPack(t))
	if lib == nil {
		t.Fatal(r.Errors)
	}
	wrong := func(say string) *guide.Screen {
		return &guide.Screen{Title: "Chưa dịch", Show: []guide.Part{{Button: "Chưa dịch", Wrong: say}}}
	}
	answers := func(says ...string) (list []guide.Answer) {
		for _, s := range says {
			list = append(list, guide.Answer{Key: "x", Say: s})
		}
		return list
	}
	for _, tt := range []struct {
		name string
		unit any
		home bool
	}{
		{"step", guide.Step{Say: "Nói"}, false},
		{"whole step", guide.Step{Say: "Nói", Why: "Vì sao", Helper: "Nhắc", Screen: wrong("Nhầm")}, false},
		{"reason missing", guide.Step{Say: "Nói", Why: "Khác"}, true},
		{"hint missing", guide.Step{Say: "Nói", Helper: "Khác"}, true},
		{"words at a wrong touch missing", guide.Step{Say: "Nói", Screen: wrong("Khác")}, true},
		{"translated by nothing", guide.Step{Say: "Nói", Why: "Trống"}, true},
		{"phone number", guide.Claim{Say: "1800 1096", Note: "Nói"}, false},
		{"claim", &guide.Claim{Say: "Nói", Note: "Khác"}, true},
		{"item", guide.Item{Say: "Nói", Note: "Vì sao"}, false},
		{"note missing", guide.Item{Say: "Nói", Note: "Khác"}, true},
		{"question", &guide.Fact{Ask: "Nói", Answers: answers("Có", "Không")}, false},
		{"answer missing", &guide.Fact{Ask: "Nói", Answers: answers("Có", "Khác")}, true},
		{"trouble", guide.Trouble{Wrong: "Nói", Do: "Khác"}, true},
		{"line", guide.Line{Say: "Khác"}, true},
	} {
		say, lang := lib.In("tyz").Unit(tt.unit)
		want, shown := "", "tyz nói"
		if tt.home {
			want, shown = "vi", "Nói"
		}
		if lang != want || say("Nói") != shown {
			t.Errorf("%s: in %q, says %q", tt.name, lang, say("Nói"))
		}
		for _, own := range []string{"vi", ""} {
			if say, lang := lib.In(own).Unit(tt.unit); lang != "" || say("Nói") != "Nói" {
				t.Errorf("%s in the pack's own language: %q", tt.name, lang)
			}
		}
	}
}

// The second language is to be complete; of a third only how much is missing
// is said, and what is left over.
func TestFurtherLanguagesAreSummedUp(t *testing.T) {
	pack := tayPack(t)
	_, r := content.Check(pack, today)
	var tay, english []string
	for _, p := range r.Warnings {
		switch p.File {
		case "lang/tyz.yaml":
			tay = append(tay, p.Message)
		case "lang/en.yaml":
			english = append(english, p.Message)
		}
	}
	all := strings.Join(tay, "\n")
	if strings.Count(all, "chưa dịch, bà con sẽ thấy tiếng Việt ở đó") != 1 || !strings.Contains(all, "không còn trong gói") || strings.Contains(all, "Chưa dịch:") {
		t.Errorf("%s", all)
	}
	if len(english) < 10 || !strings.Contains(english[0], "Chưa dịch:") {
		t.Errorf("%q", english)
	}
	if len(r.Errors) > 0 {
		t.Errorf("%v", r.Errors)
	}
}

func TestLanguageNames(t *testing.T) {
	lib, r := content.Load(tayPack(t))
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for code, want := range map[string]string{"vi": "Tiếng Việt", "en": "English", "tyz": "Tày", "hmn": "hmn"} {
		if got := lib.Pack.Info.LanguageName(code); got != want {
			t.Errorf("%s is called %q", code, got)
		}
	}
	for asked, want := range map[string]string{"tyz": "tyz", "en": "en", "hmn": "vi", "": "vi"} {
		if got := lib.Shown(asked); got != want {
			t.Errorf("%q is shown in %q", asked, got)
		}
	}
	for old, tt := range map[string][2]string{
		"{tyz: Tày}": {"{tyz: Một cái tên dài quá chừng}", "dài quá"},
		"tyz: Tày":   {"mww: Hmoob", "languages không có tiếng này"},
		"en, tyz":    {"en, Tày", "viết chưa đúng"},
		"vi, en":     {"vi, vi", "đã dùng"},
	} {
		pack := tayPack(t)
		text := string(pack["pack.yaml"].Data)
		pack["pack.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, tt[0], 1))}
		if _, r := content.Load(pack); !strings.Contains(fmt.Sprint(r.Errors), tt[1]) {
			t.Errorf("%s instead of %s: %v", tt[0], old, r.Errors)
		}
	}
}

// A translation leads back to every sentence that has it.
func TestOriginals(t *testing.T) {
	pack := tayPack(t)
	pack["lang/tyz.yaml"].Data = append(pack["lang/tyz.yaml"].Data, "  Bảo: tyz nói\n"...)
	lib, r := content.Load(pack)
	if lib == nil {
		t.Fatal(r.Errors)
	}
	for _, tt := range []struct{ lang, text, want string }{
		{"tyz", "tyz nói", "Bảo|Nói"}, {"tyz", "tyz có", "Có"}, {"tyz", "Nói", ""}, {"vi", "tyz nói", ""}, {"zz", "tyz nói", ""},
	} {
		for range 2 { // made once, and kept
			if got := strings.Join(lib.Originals(tt.lang)(tt.text), "|"); got != tt.want {
				t.Errorf("%s %q: %q, want %q", tt.lang, tt.text, got, tt.want)
			}
		}
	}
}
