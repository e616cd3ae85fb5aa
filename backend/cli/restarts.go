package cli

import (
	"fmt"
	"strings"
	"time"

	"tungbuoc/backend/restarts"
)

// lately is how far back the doctor looks for windows that had to be opened again, and
// often from how many it is worth a look.
const (
	lately = 7 * 24 * time.Hour
	often  = 3
)

// whyAgain says what was wrong with a window.
var whyAgain = map[restarts.Kind]string{
	restarts.Gone:     "chương trình tự dừng",
	restarts.Hung:     "màn hình đứng, không trả lời",
	restarts.Renderer: "phần hiển thị trang bị dừng",
	restarts.Engine:   "một phần của bộ hiển thị trang bị dừng",
	restarts.Dark:     "cửa sổ bị che hoặc đen",
	restarts.Unopened: "màn hình đầu không hiện ra",
}

// checkRestarts says how often the kiosk had to be opened again, and why.
func (c *call) checkRestarts() finding {
	f := finding{Name: "restarts", OK: true, Message: "Trong 7 ngày qua, kiosk không phải tự mở lại lần nào."}
	all, err := restarts.Read(c.dataDir)
	if err != nil {
		return finding{Name: "restarts", Message: fmt.Sprintf("Không đọc được %s. Mời xóa tệp đó; máy sẽ ghi lại từ đầu.", restarts.Name)}
	}
	late := restarts.Since(all, c.Now().Add(-lately))
	if len(late) == 0 {
		return f
	}
	counts := map[restarts.Kind]int{}
	var kinds []restarts.Kind // in the order they came
	gave := false
	for _, r := range late {
		if counts[r.Kind]++; counts[r.Kind] == 1 {
			kinds = append(kinds, r.Kind)
		}
		gave = gave || r.Gave
	}
	var why []string
	for _, k := range kinds {
		text := whyAgain[k]
		if text == "" {
			text = "lý do khác"
		}
		why = append(why, fmt.Sprintf("%s (%d lần)", text, counts[k]))
	}
	last := late[len(late)-1].At.In(c.Now().Location())
	f.Message = fmt.Sprintf("Trong 7 ngày qua, kiosk đã tự mở lại %d lần: %s. Lần cuối lúc %s.", len(late), strings.Join(why, ", "), last.Format("15:04 ngày 2/1/2006"))
	if gave || len(late) >= often {
		f.OK = false
		f.Message += " Mời gửi tệp hỗ trợ (tungbuoc doctor --support ho-tro.zip) cho người hỗ trợ."
	}
	return f
}
