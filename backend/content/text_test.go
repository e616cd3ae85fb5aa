package content_test

import (
	"encoding/binary"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// fullPack is the small pack with every kind of file a pack can have.
func fullPack(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := mustPack(t)
	for name, text := range map[string]string{
		"figures.yaml":  "figures:\n  - {key: so, value: ba ngày, source: cong}\n",
		"words.yaml":    "fillers: [làm, xin]\n",
		"stories.yaml":  "stories:\n  - service: khai-sinh\n    tell:\n      - nhà em mới đẻ\n",
		"plain.yaml":    plainWords,
		"glossary.yaml": "terms:\n  - {term: sinh con, en: having a baby, not: [birth]}\n",
		"speech.yaml":   "letters: {b: bê}\n",
		"ids.yaml":      "edition: 2\nids:\n  - khai-sinh/chon-xa\ngone: [khai-sinh/xua]\n",
	} {
		pack[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if _, r := content.Load(pack); len(r.Errors) > 0 {
		t.Fatal(r.Errors)
	}
	return pack
}

func utf16Of(text string, order binary.AppendByteOrder, mark bool) []byte {
	var out []byte
	if mark {
		out = order.AppendUint16(out, 0xfeff)
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return out
}

// Editors of Windows put a mark before a file and end its lines in two
// characters: each kind of file is read as if they had not.
func TestFilesAsWindowsSavesThem(t *testing.T) {
	base := fullPack(t)
	want, _ := content.Load(base)
	dressed := map[string]func(string) string{
		"mark":               func(s string) string { return "\ufeff" + s },
		"two marks":          func(s string) string { return "\ufeff\ufeff" + s },
		"line ends":          func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"mark and line ends": func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
		"old line ends":      func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
		"mark before a note": func(s string) string { return "\ufeff# một lời ghi\n" + s },
		"odd space in a note": func(s string) string {
			return "# một\u00a0lời\n" + s
		},
	}
	for name, file := range base {
		for how, dress := range dressed {
			pack := maps.Clone(base)
			pack[name] = &fstest.MapFile{Data: []byte(dress(string(file.Data)))}
			lib, r := content.Check(pack, today)
			if lib == nil {
				t.Errorf("%s with %s: %v", name, how, r.Errors)
				continue
			}
			if !reflect.DeepEqual(lib.Pack, want.Pack) || !reflect.DeepEqual(lib.In("en"), want.In("en")) {
				t.Errorf("%s with %s is another pack", name, how)
			}
		}
	}
	office := "name: Trung tâm\nhours:\n  - Sáng 7 giờ\nwifi:\n  name: Xã\n"
	plain, err := content.ReadOffice([]byte(office))
	if err != nil {
		t.Fatal(err)
	}
	for how, dress := range dressed {
		if o, err := content.ReadOffice([]byte(dress(office))); err != nil || !reflect.DeepEqual(o, plain) {
			t.Errorf("office.yaml with %s: %+v, %v", how, o, err)
		}
	}
}

// What a file cannot be read from is said once, with what to do.
func TestFilesThatAreNoText(t *testing.T) {
	ansi, err := charmap.Windows1258.NewEncoder().String("title: Làm giây\n") // has no precomposed letters with tones
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		edit func(string) string
		line int // 0: the file as a whole
		says string
	}{
		{"UTF-16", func(s string) string { return string(utf16Of(s, binary.LittleEndian, true)) }, 0, "lưu lại bằng UTF-8"},
		{"UTF-16, the other way round", func(s string) string { return string(utf16Of(s, binary.BigEndian, true)) }, 0, "lưu lại bằng UTF-8"},
		{"UTF-16 without a mark", func(s string) string { return string(utf16Of(s, binary.LittleEndian, false)) }, 0, "lưu lại bằng UTF-8"},
		{"UTF-32", func(s string) string {
			return "\xff\xfe\x00\x00" + strings.ReplaceAll(s, "", "\x00\x00\x00")
		}, 0, "lưu lại bằng UTF-8"},
		{"code page 1258", func(s string) string { return "# một\n# hai\n" + ansi + s }, 3, "lưu lại bằng UTF-8"},
		{"code page 1252", func(s string) string { return "# một\r\n# caf\xe9\r\n" + s }, 2, "lưu lại bằng UTF-8"},
		{"half a letter", func(s string) string { return "# một\n# \xc3\n" + s }, 2, "lưu lại bằng UTF-8"},
		{"saved wrongly twice", func(s string) string { return "# một\n# Ä‘Æ°á»£c\n" + s }, 2, "lưu lại bằng UTF-8"},
		{"empty byte", func(s string) string { return "# một\n# \x00\n" + s }, 2, "U+0000"},
		{"mark alone", func(string) string { return "\ufeff" }, 0, "Tệp trống"},
		{"mark and line ends alone", func(string) string { return "\ufeff\r\n\r\n" }, 0, "Tệp trống"},
	} {
		base := fullPack(t)
		for name, file := range base {
			pack := maps.Clone(base)
			pack[name] = &fstest.MapFile{Data: []byte(tt.edit(string(file.Data)))}
			_, r := content.Check(pack, today)
			var found []content.Problem
			for _, p := range r.Errors {
				if p.File == name {
					found = append(found, p)
				}
			}
			if len(found) != 1 || !strings.Contains(found[0].String(), tt.says) {
				t.Errorf("%s in %s: %v", tt.name, name, found)
				continue
			}
			place := fmt.Sprintf("%s:%d:", name, tt.line)
			if tt.line == 0 {
				place = name + ": "
			}
			if !strings.HasPrefix(found[0].String(), place) {
				t.Errorf("%s in %s is placed at %s", tt.name, name, found[0])
			}
		}
		const office = "name: Trung tâm Phục vụ\nhours:\n  - Sáng 7 giờ\n"
		if _, err := content.ReadOffice([]byte(tt.edit(office))); guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), tt.says) {
			t.Errorf("%s in office.yaml: %v", tt.name, err)
		}
	}
}

// Characters that are not what they look like are refused in every text of
// every file, with their place.
func TestLettersThatAreNotOurs(t *testing.T) {
	for _, tt := range []struct{ name, text, says string }{
		{"lost letter", "Ch\ufffd", "U+FFFD"},
		{"Icelandic eth", "Ðất", `“Đ”`},
		{"small eth", "ðất", `“đ”`},
		{"African d", "Ɖất", `“Đ”`},
		{"struck d", "D\u0335ất", `“Đ”`},
		{"oi for ư", "thƣơng", `“ư”`},
		{"capital oi", "THƢƠNG", `“Ư”`},
		{"wynn", "ƿhường", `“p”`},
		{"check instead of a bow", "nǎm", `“ă”`},
		{"i without a dot", "gıấy", `“i”`},
		{"wide letter", "Ｇiấy", `“G”`},
		{"ornamental letter", "𝐆iấy", `“G”`},
		{"joined letters", "ﬁn", `“fi”`},
		{"Cyrillic letter", "gi\u0430y", `“a”`},
		{"Cyrillic capital before", "\u0421ấp", `“C”`},
		{"Greek letter", "gi\u03bfy", `“o”`},
		{"Armenian letter", "giấ\u0578", "U+0578"},
		{"Cherokee letter", "\u13a1iấy", "U+13A1"},
		{"soft hyphen", "gi\u00adấy", "U+00AD"},
		{"variation selector", "giấy\ufe0f", "U+FE0F"},
		{"Arabic letter mark", "giấy\u061c", "U+061C"},
		{"Hangul filler", "giấy\u3164", "U+3164"},
		{"invisible tag", "giấy\U000E0041", "U+E0041"},
		{"no-break space", "giấy\u00a0tờ", "U+00A0"},
		{"narrow space", "giấy\u202ftờ", "U+202F"},
		{"wide space", "giấy\u3000tờ", "U+3000"},
		{"line separator", "giấy\u2028tờ", "U+2028"},
	} {
		for _, form := range []string{"%s", "%q"} { // as it is, and written as \u....
			written := fmt.Sprintf(form, tt.text)
			if form == "%q" {
				written = fmt.Sprintf("%+q", tt.text)
			}
			for file, edit := range map[string][2]string{
				"services/khai-sinh.yaml": {"Làm giấy khai sinh", written},
				"flows/dang-nhap.yaml":    {"Gõ mật khẩu", written},
				"topics.yaml":             {"Sinh con", written},
				"plain.yaml":              {"say: dán", "say: " + written},
				"glossary.yaml":           {"having a baby", written},
				"words.yaml":              {"làm", written},
				"lang/en.yaml":            {"Having a baby", written},
			} {
				pack := fullPack(t)
				text := string(pack[file].Data)
				if !strings.Contains(text, edit[0]) {
					t.Fatalf("%s has no %q", file, edit[0])
				}
				line := 1 + strings.Count(text[:strings.Index(text, edit[0])], "\n")
				pack[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, edit[0], edit[1], 1))}
				_, r := content.Check(pack, today)
				if !slices.ContainsFunc(r.Errors, func(p content.Problem) bool {
					return p.File == file && p.Line == line && strings.Contains(p.String(), tt.says)
				}) {
					t.Errorf("%s in %s: %v", tt.name, file, r.Errors)
				}
			}
			if _, err := content.ReadOffice([]byte("dpi: 96\nname: " + written + "\n")); !strings.Contains(guide.Message(err), "office.yaml:2:") || !strings.Contains(guide.Message(err), tt.says) {
				t.Errorf("%s in office.yaml: %v", tt.name, err)
			}
		}
	}
	// The keys of a translation are sentences, too.
	pack := fullPack(t)
	pack["lang/en.yaml"].Data = append(pack["lang/en.yaml"].Data, "  Ðất đai: Land\n"...)
	if _, r := content.Check(pack, today); !strings.Contains(fmt.Sprint(r.Errors), `“Đ”`) {
		t.Errorf("eth in a key: %v", r.Errors)
	}
}

// What looks odd and is right: letters of other peoples and other scripts.
func TestLettersThatAreRight(t *testing.T) {
	for _, text := range []string{
		"Đắk Lắk, Čư Mgar, Êđê, ƀuôn, ñu, ơ̆ng", "Tày, Nùng, Hmoob", "Größe, café, Ł, ø", "«lá» – “câu” … 50 % m² ½ №",
		"Москва 中文 ภาษา", "á»", "5 º", "→ ✓ 😀",
	} {
		if o, err := content.ReadOffice([]byte("name: " + fmt.Sprintf("%q", text) + "\n")); err != nil || o.Name != text {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// An odd space where YAML wants a plain one is named with its line; the rest
// of the file is read all the same.
func TestOddSpaceAfterAColon(t *testing.T) {
	for _, space := range []string{"\u00a0", "\u2007", "\u202f", "\u3000"} {
		_, err := content.ReadOffice([]byte("dpi: 96\nname:" + space + "Xã Lâm Bình\n"))
		if m := guide.Message(err); !strings.Contains(m, "office.yaml:2:6:") || !strings.Contains(m, "phím cách") || strings.Contains(m, "cú pháp") {
			t.Errorf("%U: %v", []rune(space), err)
		}
	}
	pack := fullPack(t)
	text := strings.Replace(string(pack["services/khai-sinh.yaml"].Data), "title: Làm", "title:\u00a0Làm", 1)
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(text)}
	_, r := content.Load(pack)
	if len(r.Errors) != 1 || r.Errors[0].Line != 6 || !strings.Contains(r.Errors[0].Message, "U+00A0") {
		t.Errorf("%v", r.Errors)
	}
}

// What the YAML parser says in English reaches nobody.
func TestSyntaxIsExplainedInVietnamese(t *testing.T) {
	for text, says := range map[string]string{
		"name: x\n\tplace: y\n":    "Tab",
		"name: \"x\nplace: y\n":    "không đóng",
		"name: 'x\nplace: y\n":     "không đóng",
		"hours: [a, b\nplace: y\n": "không đóng",
		"name: x\nplace\n":         "dấu hai chấm",
		"name: x: y\n":             "ngoặc kép",
		"@\n":                      "cú pháp",
	} {
		_, err := content.ReadOffice([]byte(text))
		m := guide.Message(err)
		if !strings.Contains(m, says) || !strings.Contains(m, "cú pháp") {
			t.Errorf("%q: %v", text, err)
		}
		for _, word := range []string{"unexpected", "could not", "found", "must", "character"} {
			if strings.Contains(m, word) {
				t.Errorf("%q is explained in English: %s", text, m)
			}
		}
	}
}
