package desk

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"tungbuoc/backend/guide"
)

// Words of settings.
const (
	Always    = "always" // it may read aloud at any time
	Never     = "never"
	NoPrinter = "-" // no slips for residents, whatever office.yaml says

	noSlips = "\n" // the same as it is kept
	clock   = "15:04"
)

// UsualIdle is how many seconds without a touch it takes until the kiosk goes home,
// where nobody has set it: two minutes, in which a slow reader gets through the
// longest page, and 45 seconds in which it asks.
const UsualIdle = 165

// The bounds. Below a minute a slow reader is thrown out in the middle of a page;
// after ten the next resident finds what the last one looked at.
const (
	leastIdle, mostIdle = 60, 600
	mostLetters         = 4
	// A pixel as Windows counts it: from a large screen that is looked at from afar
	// to a small one that is not enlarged. usualDPI is a common
	// office monitor: 22 inches, 1920×1080.
	leastDPI, usualDPI, mostDPI = 72, 96, 180
)

// ScreenDPI is how many dots an inch of the kiosk's screen has. It is bounded below:
// on a coarser one a code has so few pixels that the words under it find no room. It
// is larger than its millimetres there, which hurts nobody.
func ScreenDPI(o guide.Office) int { return max(cmp.Or(o.DPI, usualDPI), leastDPI) }

// checks say what is wrong with a setting as it is kept; nil: that depends on this
// computer, and is found out when it is used.
var checks = map[guide.Setting]func(value string) error{
	guide.SettingIdle: between(leastIdle, mostIdle,
		"Thời gian chờ phải từ %d đến %d giây. Ngắn thì bà con chưa đọc xong, dài thì người sau thấy việc của người trước. Mời chọn lại."),
	guide.SettingLetters:  between(1, mostLetters, "Cỡ chữ phải từ %d đến %d. Mời chọn lại."),
	guide.SettingDPI:      between(leastDPI, mostDPI, "Số điểm trên một inch phải từ %d đến %d. Mời đo lại bằng thẻ."),
	guide.SettingSpeaking: checkSpeaking,
	guide.SettingPrinter:  nil,
	guide.SettingSlips:    nil,
	guide.SettingSumatra:  nil,
}

func between(least, most int, say string) func(string) error {
	return func(value string) error {
		if n := whole(value); n < least || n > most {
			return guide.Errorf(guide.CodeInvalid, say, least, most)
		}
		return nil
	}
}

func checkSpeaking(value string) error {
	if value == Always || value == Never {
		return nil
	}
	from, to, _ := strings.Cut(value, "-")
	for _, at := range []string{from, to} {
		if t, err := time.Parse(clock, at); err != nil || t.Format(clock) != at {
			return guide.Errorf(guide.CodeInvalid, "Giờ đọc to phải ghi như 07:30. Mời chọn lại.")
		}
	}
	if from >= to {
		return guide.Errorf(guide.CodeInvalid, "Giờ bắt đầu phải trước giờ nghỉ. Mời chọn lại.")
	}
	return nil
}

// whole reads a number, 0 where there is none.
func whole(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || strconv.Itoa(n) != value {
		return 0
	}
	return n
}
