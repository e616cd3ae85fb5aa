package today_test

import (
	"context"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/today"
)

// What few have typed, what one has typed often, and what could be a number of
// somebody stay in the office.
func TestWhatTheProvinceIsTold(t *testing.T) {
	found := []sqlite.Missed{
		{Words: "", N: 90, Days: 20}, {Words: "giấy phép", N: 7, Days: 3}, {Words: "đất đai", N: 7, Days: 2},
		{Words: "sổ 012345", N: 9, Days: 9}, {Words: "xây nhà", N: 5, Days: 5}, {Words: "lối đi", N: 4, Days: 4},
	}
	write := func(found []sqlite.Missed) (string, error) {
		var b strings.Builder
		err := today.WriteMissed(t.Context(), &b, func(_ context.Context, from string, limit int) ([]sqlite.Missed, error) {
			if from != "2026-10-31" || limit != -1 {
				t.Errorf("asked from %s, at most %d", from, limit)
			}
			return found, nil
		}, office().Now)
		return b.String(), err
	}
	got, err := write(found)
	if want := "\ufeffLời bà con gõ mà máy chưa có,Số lần,Số ngày\r\ngiấy phép,7,3\r\nxây nhà,5,5\r\n"; err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := write(found[2:4]); guide.ErrorCode(err) != guide.CodeNotFound || got != "" {
		t.Errorf("%q, %v", got, err)
	}
	if name := today.MissedFile(office().Now); name != "tim-chua-thay-20261130-001000.csv" {
		t.Error(name)
	}
}
