package search_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
)

// Common names of people, a part each.
var (
	familyNames = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Đinh Lý Ma Nông Bàn Triệu Chẩu Lương Hà Mai Quan Vi Lò Giàng Sùng Vàng")
	middleNames = strings.Fields("Văn Thị Đức Minh Thanh Ngọc Quang Xuân Thu Hữu Công Đình Chí")
	givenNames  = strings.Fields("An Anh Bình Cường Chi Dung Dũng Duy Đạt Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa Hòa Hoàng Hùng Huệ Hương Huyền Khánh Lan Linh Loan Long Mai Minh Nam Nga Ngọc Nhung Oanh Phúc Phương Quân Quang Quyên Sơn Tâm Thảo Thành Thắng Thủy Toàn Trang Trung Tú Tuấn Tùng Uyên Vân Việt Vinh Yến")
)

// No name of a person is kept, however it was typed, nor any number.
func TestNoNameIsKept(t *testing.T) {
	s, index := mustIndex(t, "")
	list := entries()
	for i, code := range []string{"1.000001", "1.000002", "1.000003"} { // a person in the catalogue
		list = append(list, guide.CatalogueEntry{Code: code, Name: "Giải thưởng Nguyễn Chí Minh của khách sạn", FormalityID: "019d8af3-edd0-7528-af6e-00000000001" + digits(i)[5:], Issuer: "Bộ"})
	}
	mustImport(t, index, list)
	if err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, family := range familyNames {
		for _, middle := range middleNames {
			for _, given := range givenNames {
				name := family + " " + middle + " " + given
				for _, query := range []string{name, strings.ToLower(name), "bà " + name, strings.ToUpper(name)} {
					if kept := s.Keepable(query); kept != "" && kept != "công an" { // in small letters Công An is the police
						t.Errorf("of %q %q is kept", query, kept)
					}
				}
				// Without marks a word may be meant. It is kept as that word is written.
				folded := search.Fold(name)
				if kept := s.Keepable(folded); kept != "" && search.Fold(kept) == kept {
					t.Errorf("of %q %q is kept", folded, kept)
				}
			}
		}
	}
	for _, query := range []string{"0912345678", "0912 345 678", "số 12 3456", "cccd 008 123", "a1 b2 c3", "Lan", "lan", "mai", "qwrtp asdfgh", "", " "} {
		if kept := s.Keepable(query); kept != "" {
			t.Errorf("of %q %q is kept", query, kept)
		}
	}
}

// What is kept are words that the pack or the catalogue says more than once.
func TestWordsAreKept(t *testing.T) {
	s, index := mustIndex(t, t.TempDir())
	if a := find(t, s, "giấy khai sinh"); a.Words != "" {
		t.Errorf("%q is kept of what was found", a.Words)
	}
	if got := s.Keepable("giấy khai sinh Nguyễn Thị Mai 0912345678 bảo hiểm y tế"); got != "giấy khai sinh, bảo hiểm y tế" {
		t.Errorf("%q is kept", got)
	}
	if a := find(t, s, "khách sạn đà lạt"); len(a.Hits) > 0 || a.Words != "" {
		t.Fatalf("%d hits, %q is kept", len(a.Hits), a.Words)
	}
	var list []guide.CatalogueEntry
	for i, code := range []string{"1.000001", "1.000002", "1.000003"} {
		list = append(list, guide.CatalogueEntry{Code: code, Name: "Công nhận hạng khách sạn theo mẫu số " + code, FormalityID: "019d8af3-edd0-7528-af6e-00000000001" + digits(i)[5:], Issuer: "Bộ"})
	}
	mustImport(t, index, list)
	for range 2 { // from the rows, then as it was kept
		if err := s.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		if a := find(t, s, "khach san da lat"); len(a.Hits) > 0 || a.Words != "khách sạn" {
			t.Errorf("%d hits, %q is kept", len(a.Hits), a.Words)
		}
		var err error
		if s, err = search.Prepare(t.Context(), index, "shipped", nil); err != nil {
			t.Fatal(err)
		}
	}
}
