package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestWhatMayLeaveTheOffice(t *testing.T) {
	for _, tt := range []struct {
		words       string
		times, days int
		leaves      bool
	}{
		{"giấy phép", 5, 3, true},
		{"giấy phép, xây dựng", 90, 20, true},
		{"sổ 2 mặt", 5, 3, true},
		{"giấy phép", 4, 3, false},
		{"giấy phép", 5, 2, false},
		{"giấy phép", 500, 1, false},
		{"", 90, 20, false},
		{"số 012345678912", 90, 20, false},
		{"số 01 23 45", 90, 20, false},
		{"số 012-345", 90, 20, false},
		{"lan@xa.vn", 90, 20, false},
		{strings.Repeat("đất ", 9), 90, 20, false},
	} {
		if got := guide.MayLeave(tt.words, tt.times, tt.days); got != tt.leaves {
			t.Errorf("%q, %d times on %d days: %v", tt.words, tt.times, tt.days, got)
		}
	}
}
