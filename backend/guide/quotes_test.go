package guide_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

func TestSentenceQuotesWithCurlyQuotes(t *testing.T) {
	type name string
	for want, got := range map[string]string{
		"Chưa dịch: “Sinh con”.":                    guide.Sentence("Chưa dịch: %q.", "Sinh con"),
		"Tên “khai-sinh” dùng ở mục thứ 2.":         guide.Sentence("Tên %q dùng ở mục thứ %d.", name("khai-sinh"), 2),
		"Chữ “ạ” (U+1EA1)":                          guide.Sentence("Chữ %q (U+%04X)", 'ạ', 'ạ'),
		"Câu “Chạm ‘Mở’.” dài.":                     guide.Sentence("Câu %q dài.", "Chạm “Mở”."),
		`Tệp “C:\việc\"a".txt” hỏng.`:               guide.Sentence("Tệp %q hỏng.", `C:\việc\"a".txt`),
		`Câu “a\nb\x00\u200b” dài quá.`:             guide.Sentence("Câu %q dài quá.", "a\nb\x00\u200b"),
		"Việc   in dở, 07":                          guide.Sentence("Việc %4s dở, %02d", "in", 7),
		"Không ghi được a.pdf: [x y]":               guide.Sentence("Không ghi được %s: %v", "a.pdf", []string{"x", "y"}),
		"Mã “1.001193” đã có ở dịch vụ “khai-sinh”": guide.Errorf(guide.CodeInvalid, "Mã %q đã có ở dịch vụ %q", "1.001193", "khai-sinh").Message,
		"Không đọc được “a”":                        guide.Wrap(nil, guide.CodeStorage, "Không đọc được %q", "a").Message,
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
