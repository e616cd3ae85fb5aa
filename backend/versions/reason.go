package versions

import (
	"time"

	"tungbuoc/backend/guide"
)

// Failure is a program that did not prove itself.
type Failure struct {
	Number  int64     `json:"number"`
	Version string    `json:"version"`
	At      time.Time `json:"at"`
	Reason  Reason    `json:"reason"`
	Detail  string    `json:"detail,omitempty"` // of the system, such as an exit status
	Lost    bool      `json:"lost,omitempty"`   // the data could not be put back as they were
}

// Reason is why a program is not good.
type Reason string

// The reasons. Each has its words for people in reasons.
const (
	Unstartable Reason = "unstartable" // the system does not start it
	Ended       Reason = "ended"       // it ended by itself
	Unopened    Reason = "unopened"    // no first screen came
	Hung        Reason = "hung"        // its page stopped answering
	Engine      Reason = "engine"      // a process of the web engine is gone
	Unproven    Reason = "unproven"    // a screen came, but it did not say that all works
	Storage     Reason = "storage"     // it said that it cannot open the database
	Codes       Reason = "codes"       // it said that a code is not read back
	Unseen      Reason = "unseen"      // it said that all works, but nothing is to be seen on the screen
	Cut         Reason = "cut"         // the machine went off during its trials
	Damaged     Reason = "damaged"     // its file is not as it came
	Unsteady    Reason = "unsteady"    // it was good, and then went down again and again
)

// Why a trial cannot begin yet.
const (
	NoRoom Reason = "no_room" // for the copies of what it could spoil
	InUse  Reason = "in_use"  // another command has the database open
)

var reasons = map[Reason]string{
	Unstartable: "máy không mở được chương trình",
	Ended:       "chương trình tự dừng",
	Unopened:    "màn hình đầu không hiện ra",
	Hung:        "màn hình đứng, không trả lời",
	Engine:      "bộ hiển thị trang bị dừng",
	Unproven:    "chương trình không báo là chạy tốt",
	Storage:     "không mở được tệp dữ liệu",
	Codes:       "mã QR đọc lại không đúng",
	Unseen:      "cửa sổ bị che hoặc đen",
	Cut:         "máy tắt giữa lúc thử, hai lần liền",
	Damaged:     "tệp chương trình bị hỏng",
	Unsteady:    "chương trình mở được rồi lại dừng, nhiều lần liền",
	NoRoom:      "ổ đĩa không đủ chỗ để sao dữ liệu trước khi thử",
	InUse:       "một lệnh khác đang dùng tệp dữ liệu",
}

// Words says in Vietnamese, as part of a sentence, why a program is not good.
func (r Reason) Words() string {
	if words, ok := reasons[r]; ok {
		return words
	}
	return "lý do khác"
}

// Sentence says in Vietnamese which version failed, when and why. in is the place
// whose clock the office goes by.
func (f Failure) Sentence(in *time.Location) string {
	at := f.At.In(in).Format("15:04 ngày 2/1/2006")
	if f.Reason == Damaged || f.Reason == Unsteady {
		return guide.Sentence("Bản %s bị bỏ lúc %s: %s. Máy dùng bản trước đó.", f.Version, at, f.Reason.Words())
	}
	if f.Lost {
		return guide.Sentence("Bản %s không đạt lúc thử, %s: %s. Máy đã quay về bản cũ, nhưng chưa trả được dữ liệu về như trước. Mời khôi phục từ bản sao lưu.", f.Version, at, f.Reason.Words())
	}
	return guide.Sentence("Bản %s không đạt lúc thử, %s: %s. Máy đã tự quay về bản cũ, dữ liệu còn nguyên.", f.Version, at, f.Reason.Words())
}
