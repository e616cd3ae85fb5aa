package today

import (
	"context"
	"io"
	"strconv"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
)

// missedFrom is the first day of which is told what was not found.
func missedFrom(now time.Time) string { return now.AddDate(0, 0, -missedDays).Format(time.DateOnly) }

// MissedFile is what the table for the province is called.
func MissedFile(now time.Time) string {
	return "tim-chua-thay-" + now.Format("20060102-150405") + ".csv"
}

// WriteMissed writes what residents looked for in vain in the last days, as a table
// for the province: only what [guide.MayLeave] lets out. Errors: CodeNotFound (nothing
// may leave), those of missed and w.
func WriteMissed(ctx context.Context, w io.Writer, missed func(ctx context.Context, from string, limit int) ([]sqlite.Missed, error), now time.Time) error {
	found, err := missed(ctx, missedFrom(now), -1)
	if err != nil {
		return err
	}
	rows := [][]string{{"Lời bà con gõ mà máy chưa có", "Số lần", "Số ngày"}}
	for _, m := range found {
		if guide.MayLeave(m.Words, m.N, m.Days) {
			rows = append(rows, []string{m.Words, strconv.Itoa(m.N), strconv.Itoa(m.Days)})
		}
	}
	if len(rows) == 1 {
		return guide.Errorf(guide.CodeNotFound, "Chưa có lời nào được gõ từ 5 lần trở lên, trong ít nhất 3 ngày, nên chưa có gì để gửi tỉnh.")
	}
	return safefile.Table(w, rows)
}
