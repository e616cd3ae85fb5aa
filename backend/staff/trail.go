package staff

import (
	"context"
	"io"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// TrailPage is how many lines of the trail are shown at once.
const TrailPage = 30

// mostSubject is how many letters say what a line of the trail is about.
const mostSubject = 300

// NotedView is a line of the trail.
type NotedView struct {
	ID      int        `json:"id"`
	Made    string     `json:"made"` // YYYY-MM-DD HH:MM
	Who     string     `json:"who"`  // "": somebody at the PC itself
	What    guide.Deed `json:"what"`
	Subject string     `json:"subject"`
}

// said are the deeds in words, for who reads the file.
var said = map[guide.Deed]string{
	guide.DeedOpened:     "Mở bàn in",
	guide.DeedAdded:      "Thêm người",
	guide.DeedChanged:    "Sửa tên hoặc quyền",
	guide.DeedRemoved:    "Bỏ tên",
	guide.DeedPIN:        "Đổi mã PIN",
	guide.DeedRecovery:   "Làm mã khôi phục mới",
	guide.DeedRecovered:  "Đặt lại mã PIN bằng mã khôi phục",
	guide.DeedReset:      "Bỏ mã PIN của quản trị, bằng lệnh trên máy",
	guide.DeedPrinted:    "In",
	guide.DeedSaved:      "Lưu tệp để in",
	guide.DeedRetired:    "Ghi là đã thay tờ cũ",
	guide.DeedLinks:      "Kiểm tra liên kết",
	guide.DeedAddress:    "Đổi địa chỉ liên kết",
	guide.DeedRecordings: "Nhập bản thu",
	guide.DeedDiscarded:  "Bỏ bản thu",
	guide.DeedAway:       "Tạm ẩn, hoặc bỏ số không đúng",
	guide.DeedBack:       "Cho bà con thấy lại",
	guide.DeedOffice:     "Đổi thông tin của xã",
	guide.DeedTrail:      "Lưu nhật ký",
	guide.DeedAsked:      "Nhờ người thứ hai xem câu mới",
	guide.DeedAgreed:     "Đồng ý câu mới",
	guide.DeedReturned:   "Trả câu mới cho người viết",
	guide.DeedDropped:    "Lấy lại lời của tỉnh",
	guide.DeedBackup:     "Sao lưu",
	guide.DeedSetting:    "Đổi cài đặt",
	guide.DeedMissed:     "Lưu lời tìm chưa thấy cho tỉnh",
	guide.DeedLeft:       "Đóng Từng Bước",
	guide.DeedUpdate:     "Nhận bản cập nhật chương trình",
	guide.DeedNoUpdate:   "Thôi cài bản cập nhật",
}

// noted is a line of the trail by who opened the door.
func (g *Gate) noted(what guide.Deed, subject string) guide.Noted {
	if said := []rune(subject); len(said) > mostSubject {
		subject = string(said[:mostSubject-1]) + "…"
	}
	return guide.Noted{Who: g.who.Name, What: what, Subject: subject}
}

// note adds a line to the trail. What was done is done, also when the disk does
// not take the line.
func (g *Gate) note(ctx context.Context, what guide.Deed, subject string) {
	if err := g.store.AddToTrail(ctx, g.noted(what, subject)); err != nil {
		g.log.Warn("not in the trail", "what", what, "err", err)
	}
}

// Note adds to the trail what who opened the door has done, unless it failed,
// and gives err back. The subject is a few Vietnamese words.
func (g *Gate) Note(ctx context.Context, err error, what guide.Deed, subject string) error {
	if err == nil {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.note(ctx, what, subject)
	}
	return err
}

// Trail gives the lines from before one of them, 0 for the newest. Errors:
// CodeStorage.
func (g *Gate) Trail(ctx context.Context, before int64) ([]NotedView, error) {
	lines, err := g.store.Trail(ctx, before, TrailPage)
	views := []NotedView{}
	for _, n := range lines {
		views = append(views, NotedView{int(n.ID), n.Made, n.Who, n.What, n.Subject})
	}
	return views, err
}

// TrailFile is what a saved trail is called.
func TrailFile(now time.Time) string { return "nhat-ky-" + now.Format("20060102-150405") + ".csv" }

// WriteTrail writes all of the trail as a table that spreadsheets open. Errors:
// CodeStorage, those of w.
func (g *Gate) WriteTrail(ctx context.Context, w io.Writer) error {
	lines, err := g.store.Trail(ctx, 0, -1)
	if err != nil {
		return err
	}
	rows := [][]string{{"Lúc", "Ai", "Việc", "Về"}}
	for _, n := range lines {
		what := said[n.What]
		if what == "" {
			what = string(n.What) // of a newer program
		}
		rows = append(rows, []string{n.Made, n.Who, what, n.Subject})
	}
	return safefile.Table(w, rows)
}
