package handout_test

import (
	"fmt"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

func record(lines int) handout.Record {
	r := handout.Record{
		Title: "Biên bản", Under: "Của máy", Verdict: "ĐẠT mọi mục.", Facts: [][2]string{{"Nơi", "Hồng Thái"}, {"Lúc", "7.00"}},
		Say: []string{"Ô trống: để đánh dấu."}, Signers: []string{"Một bên", "Bên kia"}, Foot: []string{"Mã kiểm"},
	}
	part := handout.RecordPart{Title: "Phần một"}
	for i := range lines {
		part.Lines = append(part.Lines, handout.RecordLine{
			What: fmt.Sprintf("Mục %d đo một việc dài hơn một dòng của cột đầu", i), Value: "Chưa đo: máy này không có gì để đo", Wanted: "Đủ", Mark: []string{"", "Đạt"}[i%2],
		})
	}
	r.Parts = []handout.RecordPart{part}
	return r
}

// A record is one page, however many lines it has, until none has room for them.
func TestRecordIsOnePage(t *testing.T) {
	for _, n := range []int{0, 1, 12, 22} {
		page, err := record(n).Page()
		if err != nil {
			t.Errorf("%d lines: %v", n, err)
			continue
		}
		inside(t, page)
	}
	if _, err := record(60).Page(); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("60 lines: %v", err)
	}
}

// What would be a gap on paper is said before.
func TestRecordNamesLettersThatAreMissing(t *testing.T) {
	r := record(3)
	r.Facts[0][1] = "Xã ☎"
	if _, err := r.Page(); err == nil || !strings.Contains(guide.Message(err), "☎") {
		t.Errorf("%v", err)
	}
}
