package search

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/content"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Đăng ký Kết hôn":                   "dang ky ket hon",
		"Đa\u0306ng ky\u0301":               "dang ky",
		"BHYT, bảo-hiểm  y tế!":             "bhyt bao hiem y te",
		"Căn cước (VNeID) mức 2":            "can cuoc vneid muc 2",
		"":                                  "",
		"… — \"' %":                         "",
		"Z\u0301\u0301\u0301\u0301a\u0337l": "zal",
		"日本 x":                              "日本 x",
		"Ảnh 4×6 nền trắng":                 "anh 4x6 nen trang",
		// Letters that only look like ours.
		"ÐIỆN, Ɖất ðai":                               "dien dat dai",
		"d\u0335iê\u0323n D\u0336IỆN d\u0337 D\u0338": "dien dien d d",
		"thƣơng BINH, TRƢỜNG, xǎng":                   "thuong binh truong xang",
		"hộ кhẩu, СМТ":                                "ho khau cmt",
		"Ｋｈａｉ　ｓｉｎｈ ２":                                 "khai sinh 2",
		"𝐊𝐡𝐚𝐢 𝒔𝒊𝒏𝒉 𝟏":                                 "khai sinh 1",
		"kh\u00adai\u200d sinh\ufeff":                 "khai sinh",
		"ƀuôn ɓuôn ɗăng ø":                            "buon buon dang o",
	} {
		if got := Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}

// A letter that looks like one of ours is that one, with its marks.
func TestLettersAreThoseThatWereMeant(t *testing.T) {
	for text, want := range map[string]string{
		"Ðiện": "điện", "ðất": "đất", "Ɖất": "đất", "ÐẤT": "đất", "d\u0335ất": "đất", "D\u0335ất": "đất",
		"thƣơng": "thương", "TRƢỜNG": "trường", "ƣ\u0300": "ừ", "xǎng": "xăng", "nǎ\u0301ng": "nắng", "ｋｈａ\u0301ｉ": "khái",
	} {
		got := split(text)
		if len(got) != 1 || got[0].marked != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// The last byte of à, ễ, Ạ, Ơ and Ỡ is a space in other encodings.
func TestWordIsNotEndedByAByte(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "mở ": true, "mở\u00a0": true, "mở\u0085": true, "mở\u3000": true, "mở?": true, "mở.": true,
		"tà": false, "lễ": false, "TẠ": false, "Ơ": false, "MỠ": false, "tá": false, "ta": false,
		strings.Repeat("a", maxQueryBytes-1) + "à": false,
	} {
		if got := endsWord(bounded(text)); got != want {
			t.Errorf("endsWord(%.20q) = %v", text, got)
		}
	}
}

func TestTyped(t *testing.T) {
	for keys, want := range map[string]string{
		"ddawng": "đăng", "dawngd": "đăng", "dangdw": "đăng", "kys": "ký", "tajm": "tạm", "trus": "trú", "truws": "trứ",
		"nguwowif": "người", "nguowif": "người", "nguoiwf": "người", "dduwowcj": "được", "hooj": "hộ", "khaaur": "khẩu",
		"baor": "bảo", "hieemr": "hiểm", "giaays": "giấy", "giayas": "giấy", "quyeenf": "quyền", "hoaf": "hòa", "thuys": "thúy",
		"d9a8ng": "đăng", "ky1": "ký", "ta5m": "tạm", "nguoi72": "người", "gia61y": "giấy", "hie6m3": "hiểm", "d9u7o7c5": "được",
		"xaf": "xà", "wngr": "ửng", "khai": "", "sinh": "", "bhyt": "", "vneid": "", "zalo": "", "windows": "", "4g": "", "covid19": "",
	} {
		if got, _, _ := typed(keys); got != want {
			t.Errorf("typed(%q) = %q, want %q", keys, got, want)
		}
	}
}

// keysOf writes a syllable as the keys of a typing method: marks right after
// their letter or at the end, the tone at the end.
func keysOf(word string, vni, late bool) string {
	var keys, end strings.Builder
	base, tone := toneOf(word)
	for _, r := range base {
		mark := ""
		letter := string(r)
		switch d := []rune(norm.NFD.String(letter)); {
		case r == 'đ':
			letter, mark = "d", "d9"
		case len(d) == 2 && d[1] == circumflex:
			letter, mark = string(d[0]), string(d[0])+"6"
		case len(d) == 2 && d[1] == breve:
			letter, mark = string(d[0]), "w8"
		case len(d) == 2 && d[1] == horn:
			letter, mark = string(d[0]), "w7"
		}
		keys.WriteString(letter)
		if mark == "" {
			continue
		}
		key := mark[:1]
		if vni {
			key = mark[1:]
		}
		if late {
			if !strings.Contains(end.String(), key) || key == "d" { // one w serves ươ
				end.WriteString(key)
			}
			continue
		}
		keys.WriteString(key)
	}
	keys.WriteString(end.String())
	if tone != toneNone {
		if vni {
			keys.WriteByte(byte('0' + tone))
		} else {
			keys.WriteByte("sfrxj"[tone-1])
		}
	}
	return keys.String()
}

// Every syllable of the shipped pack, typed without an input method in four
// ways, is read as what it means.
func TestTypedReadsEverySyllableOfThePack(t *testing.T) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	words := map[string]bool{}
	for _, s := range content.Sentences(lib.Pack) {
		for _, syl := range split(s) {
			if syl.marked != syl.folded && shape.MatchString(syl.folded) {
				words[syl.marked] = true
			}
		}
	}
	if len(words) < 700 {
		t.Fatalf("only %d syllables", len(words))
	}
	wrong := 0
	for word := range words {
		base, tone := toneOf(word)
		for _, vni := range []bool{false, true} {
			for _, late := range []bool{false, true} {
				keys := keysOf(word, vni, late)
				got, _, _ := typed(keys)
				if gotBase, gotTone := toneOf(got); gotBase != base || gotTone != tone {
					wrong++
					t.Logf("typed(%q) = %q, want %q", keys, got, word)
				}
			}
		}
	}
	if all := 4 * len(words); wrong*200 > all { // 99.5 %
		t.Errorf("%d of %d wrong", wrong, all)
	}
}

func TestSounds(t *testing.T) {
	for _, pair := range [][2]string{
		{"sinh", "xinh"}, {"lam", "nam"}, {"trich", "chich"}, {"giay", "day"}, {"rao", "dao"}, {"ky", "ki"}, {"nghi", "ngi"},
		{"ghi", "gi"}, {"quyen", "quien"}, {"ly", "ni"}, {"yeu", "ieu"}, {"phi", "fi"}, {"kinh", "cinh"},
	} {
		if a, b := soundOf(pair[0]), soundOf(pair[1]); a.near != b.near && pair != [2]string{"ghi", "gi"} {
			t.Errorf("%v: %q and %q", pair, a.near, b.near)
		}
	}
	for _, pair := range [][2]string{{"ket", "kec"}, {"han", "hang"}, {"ve", "de"}, {"huu", "hiu"}} {
		if a, b := soundOf(pair[0]), soundOf(pair[1]); a.far != b.far || a.near == b.near {
			t.Errorf("%v: %v and %v", pair, a, b)
		}
	}
	for _, pair := range [][2]string{{"tam", "lam"}, {"hon", "hoa"}, {"tru", "tri"}} {
		if a, b := soundOf(pair[0]), soundOf(pair[1]); a.far == b.far {
			t.Errorf("%v sound alike", pair)
		}
	}
}

func TestOneSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"khai", "khia", true}, {"khai", "kha", true}, {"khai", "khaii", true}, {"khai", "khoi", true}, {"hkai", "khai", true},
		{"khai", "khai", false}, {"khai", "kaih", false}, {"khai", "sinh", false}, {"", "a", true}, {"ab", "ba", true}, {"abc", "cba", false},
	} {
		if got := oneSlip(tt.a, tt.b); got != tt.want {
			t.Errorf("oneSlip(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}
