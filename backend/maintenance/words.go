package maintenance

import (
	"fmt"
	"strings"
	"time"
)

// words are what the screen says, by how large it is written.
type words struct {
	office string
	title  string
	body   []string
	other  string // the same in English
	staff  []string
}

// say gives the words of the screen.
func say(c Card, tries int, wait time.Duration) words {
	w := words{
		office: c.Office,
		title:  "Máy đang tạm nghỉ",
		body:   []string{"Mời bà con đến quầy, cán bộ sẽ giúp."},
		other:  "This screen is resting. Please ask at the counter.",
	}
	if c.Phone != "" {
		w.body = append(w.body, "Điện thoại: "+c.Phone)
	}
	if len(c.Hours) > 0 {
		w.body = append(w.body, "Giờ làm việc: "+strings.Join(c.Hours, "; "))
	}
	w.staff = []string{
		fmt.Sprintf("Dành cho cán bộ: Từng Bước đã mở %d lần mà không chạy được. Khoảng %d phút nữa máy tự thử lại.", tries, max(1, int(wait.Minutes()+0.5))),
		"Bấm Enter để thử lại ngay. Vẫn không được thì mời gọi cán bộ kỹ thuật. Muốn đóng: bấm Alt+F4, chờ 2 giây, rồi bấm lần nữa.",
	}
	return w
}
