package speech_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
)

func TestSentences(t *testing.T) {
	r := speech.NewReader(guide.Speech{Read: []guide.SayAs{{Write: []string{"TP."}, Say: "thành phố"}}})
	for text, want := range map[string][]string{
		"Mở VNeID. Chạm nút đỏ":           {"Mở VNeID.", "Chạm nút đỏ"},
		"Phí 5.000 đồng, ở vneid.gov.vn.": {"Phí 5.000 đồng, ở vneid.gov.vn."},
		`Chạm "Nộp." Rồi chờ.`:            {`Chạm "Nộp."`, "Rồi chờ."},
		"Mang theo: giấy; ảnh":            {"Mang theo:", "giấy;", "ảnh"},
		"Xong chưa?! Mời chờ… Rồi đi...":  {"Xong chưa?!", "Mời chờ…", "Rồi đi..."},
		"Ở TP. Tuyên Quang. Gần chợ":      {"Ở TP. Tuyên Quang.", "Gần chợ"},
		"  dòng một\n dòng hai ":          {"dòng một", "dòng hai"},
		"7:30 tới. — ...":                 {"7:30 tới."},
		"":                                nil,
		"…":                               nil,
	} {
		var got []string
		for _, at := range r.Sentences(text) {
			got = append(got, text[at[0]:at[1]])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Sentences stand in order, within the text, on borders of letters, and leave
// no letter or figure out; every one can be said, and no figure is left.
func FuzzSentences(f *testing.F) {
	for _, s := range []string{"Mở VNeID. Mã 1.001193; 01/7/2026", "TP. a.b.c", "\xff.\n?", "🙂. Ạ́", "0207 000 0000-1/2/3", "xX x4 4x 4x4", "II IX. A4 m² ½"} {
		f.Add(s)
	}
	r := speech.NewReader(mustPack(f).Speech)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		end, units := 0, utf16.Encode([]rune(text))
		for _, at := range r.Sentences(text) {
			if at[0] < end || at[1] <= at[0] || at[1] > len(text) || !strings.Contains(text, text[at[0]:at[1]]) {
				t.Fatalf("%v after %d of %q", at, end, text)
			}
			if lost := text[end:at[0]]; strings.ContainsFunc(lost, isWord) {
				t.Fatalf("lost %q of %q", lost, text)
			}
			part := text[at[0]:at[1]]
			if part != strings.ToValidUTF8(part, "?") {
				t.Fatalf("a letter cut in %q", part)
			}
			from, to := speech.UTF16Len(text[:at[0]]), speech.UTF16Len(text[:at[1]])
			if string(utf16.Decode(units[from:to])) != part {
				t.Fatalf("offsets %d-%d of %q", from, to, text)
			}
			end = at[1]
			if said := r.Say(part, "vi"); strings.ContainsAny(said, "0123456789") {
				t.Fatalf("a figure is left in %q of %q", said, part)
			}
			r.Say(part, "en")
		}
		if strings.ContainsFunc(text[end:], isWord) {
			t.Fatalf("lost %q of %q", text[end:], text)
		}
	})
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
