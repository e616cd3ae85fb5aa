package speech_test

import (
	"strings"
	"testing"
	"unicode"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
)

func mustPack(t testing.TB) *guide.Pack {
	t.Helper()
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		t.Fatal(report.Errors)
	}
	return lib.Pack
}

func TestSay(t *testing.T) {
	r := speech.NewReader(mustPack(t).Speech)
	for _, tt := range []struct{ write, say string }{
		// numbers
		{"0", "không"},
		{"7 bước", "bảy bước"},
		{"10", "mười"},
		{"14", "mười bốn"},
		{"15 ngày", "mười lăm ngày"},
		{"20", "hai mươi"},
		{"21", "hai mươi mốt"},
		{"24", "hai mươi tư"},
		{"25", "hai mươi lăm"},
		{"55", "năm mươi lăm"},
		{"91", "chín mươi mốt"},
		{"100", "một trăm"},
		{"101", "một trăm linh một"},
		{"104", "một trăm linh bốn"},
		{"105", "một trăm linh năm"},
		{"110", "một trăm mười"},
		{"115 bước", "một một năm bước"}, // a hotline of the table
		{"215", "hai trăm mười lăm"},
		{"224", "hai trăm hai mươi tư"},
		{"1000", "một nghìn"},
		{"1005", "một nghìn không trăm linh năm"},
		{"2026", "hai nghìn không trăm hai mươi sáu"},
		{"10.000 đồng", "mười nghìn đồng"},
		{"1.366.200 đồng", "một triệu ba trăm sáu mươi sáu nghìn hai trăm đồng"},
		{"1.000.005", "một triệu không trăm linh năm"},
		{"2.000.000.000", "hai tỷ"},
		{"1.500.000.000.000", "một nghìn năm trăm tỷ"},
		{"0,6 lần", "không phẩy sáu lần"},
		{"4,5%", "bốn phẩy năm phần trăm"},
		{"1.234,56", "một nghìn hai trăm ba mươi tư phẩy năm sáu"},
		{"50%", "năm mươi phần trăm"},
		{"mẫu số 03.", "mẫu số không ba."},
		{"12345678901234567890", "một hai ba bốn năm sáu bảy tám chín không một hai ba bốn năm sáu bảy tám chín không"},
		{"bản 0.1.0", "bản không chấm một chấm không"},
		// dates and times
		{"từ 01/7/2026", "từ ngày một tháng bảy năm hai nghìn không trăm hai mươi sáu"},
		{"ngày 20/7", "ngày hai mươi tháng bảy"},
		{"trước 31/3 hằng năm", "trước ngày ba mươi mốt tháng ba hằng năm"},
		{"tháng 7/2026", "tháng bảy năm hai nghìn không trăm hai mươi sáu"},
		{"hết 31/12/2026.", "hết ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu."},
		{"2026-11-23", "ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"},
		{"30/4", "ngày ba mươi tháng tư"},
		{"tháng 4 đến tháng 5, 4 tháng", "tháng tư đến tháng năm, bốn tháng"},
		{"Ở xã, 4A", "Ở xã, bốn A"},
		{"24/24", "hai mươi tư trên hai mươi tư"},
		{"24/7", "suốt ngày đêm"},
		{"7 giờ 30", "bảy giờ ba mươi"},
		{"7h30", "bảy giờ ba mươi"},
		{"7h", "bảy giờ"},
		{"13:05", "mười ba giờ không năm"},
		{"7h30-11h30", "bảy giờ ba mươi đến mười một giờ ba mươi"},
		// ranges
		{"15-20 ngày", "mười lăm đến hai mươi ngày"},
		{"17–23", "mười bảy đến hai mươi ba"},
		{"2022-2025, đã hết", "hai nghìn không trăm hai mươi hai đến hai nghìn không trăm hai mươi lăm, đã hết"},
		// codes, forms, laws
		{"mã 1.004194", "mã một chấm không không bốn một chín bốn"},
		{"tờ CT01", "tờ xê tê không một"},
		{"Tờ khai M01a", "Tờ khai em không một a"},
		{"mã PA01", "mã pê a không một"},
		{"TK01", "tê ca không một"},
		{"mẫu 01-TK", "mẫu không một tê ca"},
		{"01/TB-ĐĐKD", "không một, tê bê đê đê ca dê"},
		{"Nghị định 141/2026/NĐ-CP về thuế", "Nghị định một trăm bốn mươi mốt năm hai nghìn không trăm hai mươi sáu của Chính phủ về thuế"},
		{"Thông tư 50/2024/TT-NHNN của", "Thông tư năm mươi năm hai nghìn không trăm hai mươi tư của"},
		{"khổ A4", "khổ a bốn"},
		{"ảnh 4x6, nền trắng", "ảnh bốn nhân sáu, nền trắng"},
		{"8x10 cm", "tám nhân mười xăng ti mét"},
		{"8×10 cm", "tám nhân mười xăng ti mét"},
		{"70 m²", "bảy mươi mét vuông"},
		{"70m²", "bảy mươi mét vuông"},
		{"Phụ lục II", "Phụ lục hai"},
		// telephones
		{"Gọi 1800 1096.", "Gọi một tám không không, một không chín sáu."},
		{"1900 6769, đọc mã", "một chín không không, sáu bảy sáu chín, đọc mã"},
		{"156 hoặc 5656", "một năm sáu hoặc năm sáu năm sáu"},
		{"gọi 113; 111", "gọi một một ba; một một một"},
		{"0207 000 0000", "không hai không bảy, không không không, không không không không"},
		{"5.156 đồng", "năm nghìn một trăm năm mươi sáu đồng"},
		// names and abbreviations
		{"Mở VNeID trên máy", "Mở vi en i đi trên máy"},
		{"VNEID", "vi en i đi"},
		{"VssID", "vi ét ét i đi"},
		{"mã OTP", "mã ô tê pê"},
		{"quét mã QR", "quét mã quy a"},
		{"thẻ BHYT", "thẻ bảo hiểm y tế"},
		{"UBND xã", "Ủy ban nhân dân xã"},
		{"số CCCD", "số căn cước công dân"},
		{"Wi-Fi", "oai phai"},
		{"App Store", "áp xì to"},
		{"MB Bank và MB", "em bi banh và em bi"},
		{"XYZ", "ích xì y dài dét"},
		{"MỜI ÔNG BÀ", "mời ông bà"},
		{"Căn cước & VNeID", "Căn cước và vi en i đi"},
		{"TP. Tuyên Quang", "thành phố Tuyên Quang"},
		{"tệp có đuôi .apk", "tệp có đuôi chấm a pê ca"},
		{"SuperApp", "Super áp"},
		// hosts
		{"dichvucong.gov.vn", "dịch vụ công chấm gốp chấm vi en"},
		{"mở cskh.npc.com.vn.", "mở xê ét ca hát chấm en pê xê chấm com chấm vi en."},
		{"bacgiang.vn", "bac giang chấm vi en"},
		{"https://abc.vn", "a bê xê chấm vi en"},
		// signs
		{`Chạm "Nộp trực tuyến"`, "Chạm Nộp trực tuyến"},
		{"Chạm “Nộp trực tuyến”", "Chạm Nộp trực tuyến"},
		{"Android (Samsung, Oppo…)", "an roi, xam xung, ốp pô."},
		{"vợ/chồng", "vợ, chồng"},
		{"Android (Samsung, Oppo...)", "an roi, xam xung, ốp pô."},
		{"xong… mời", "xong. mời"},
		{"(thử)", "thử"},
		{"", ""},
		{"—", ""},
	} {
		if got := r.Say(tt.write, "vi"); got != tt.say {
			t.Errorf("%q\n got %q\nwant %q", tt.write, got, tt.say)
		}
	}
}

func TestSayEnglish(t *testing.T) {
	r := speech.NewReader(guide.Speech{})
	for write, want := range map[string]string{
		`Open "VNeID" (level 2)`:     "Open VNeID,level 2",
		"Open “VNeID”, it’s 4×6 cm":  "Open VNeID, it's 4 by 6 cm",
		"code 1.013314.":             "code 1 point 0 1 3 3 1 4.",
		"Call 1900 6769, give it":    "Call 1 9 0 0 6 7 6 9, give it",
		"200,000 đồng until [1] < 2": "200,000 đồng until,1,, 2",
	} {
		if got := r.Say(write, "en"); got != want {
			t.Errorf("%q: %q, want %q", write, got, want)
		}
	}
}

// Whatever the pack says can be said: no figure is left, and nothing that is
// neither a Vietnamese syllable nor in the table.
func TestEverythingShippedCanBeSaid(t *testing.T) {
	pack := mustPack(t)
	r := speech.NewReader(pack.Speech)
	for _, sentence := range content.Sentences(pack) {
		said := r.Say(sentence, "vi")
		for _, w := range strings.FieldsFunc(said, func(c rune) bool { return c == ' ' || unicode.IsPunct(c) }) {
			if !speech.IsSyllable(w) {
				t.Errorf("%q in %q\n of %q: add it to speech.yaml", w, said, sentence)
			}
		}
	}
	for _, as := range pack.Speech.Read {
		for _, w := range strings.FieldsFunc(as.Say, func(c rune) bool { return c == ' ' || c == ',' }) {
			if !speech.IsSyllable(w) {
				t.Errorf("reading %q of %q is no syllable", w, as.Write)
			}
		}
	}
}
