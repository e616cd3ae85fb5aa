package printer

import (
	"strings"

	"tungbuoc/backend/guide"
)

const (
	sayNoPrinter = "Không có máy in nào. Mời cắm máy in, bật lên rồi thử lại."
	sayPaused    = "Máy in đang tạm dừng. Mời cán bộ xem giấy, mực và nắp máy in, rồi bật lại hàng đợi in."
	saySilent    = "Máy in không trả lời. Mời xem máy in đã bật và đã cắm dây chưa, rồi thử lại."
	sayRefusing  = "Máy in đang không nhận lệnh in. Mời cán bộ mở lại máy in rồi thử lại."
	sayBadAnswer = "Phần in của máy trả lời sai. Mời khởi động lại máy rồi thử lại."
	sayFailed    = "Máy in không in được tờ này. Mời xem máy in rồi in lại."
	sayOver      = "Lệnh in này đã xong hoặc không còn trong máy in. Mời xem khay giấy ra; nếu chưa có tờ in thì in lại."
	sayOther     = "Máy in báo lỗi. Mời xem đèn hoặc màn hình của máy in, sửa rồi thử lại."
	sayNoViewer  = "Máy này chưa có chương trình mở tệp PDF. Mời lưu tờ in vào USB rồi in ở máy khác."
)

// noSuchPrinter is the error for a printer that was there when the list was made.
func noSuchPrinter(name string) error {
	return guide.Errorf(guide.CodeNotFound, "Không thấy máy in %s nữa. Mời chọn lại máy in.", name)
}

// trouble is what one printer-state-reason of IPP (RFC 8011, 5.4.12) means here.
type trouble struct {
	reason string
	blocks bool // nothing is printed until somebody has done what the sentence says
	say    string
}

// troubles stand in the order of what a person must deal with first, because a
// printer often gives several at a time.
var troubles = []trouble{
	// first: a paused queue does not go on by itself when the paper is back
	{"paused", true, sayPaused},
	{"moving-to-paused", true, sayPaused},
	{"media-jam", true, "Máy in bị kẹt giấy. Mời mở nắp, gỡ tờ giấy kẹt ra, đóng lại; máy sẽ in tiếp."},
	{"door-open", true, "Cửa máy in đang mở. Mời đóng lại; máy sẽ in tiếp."},
	{"cover-open", true, "Nắp máy in đang mở. Mời đóng lại; máy sẽ in tiếp."},
	{"interlock-open", true, "Nắp máy in đang mở. Mời đóng lại; máy sẽ in tiếp."},
	{"input-tray-missing", true, "Máy in thiếu khay giấy. Mời lắp khay giấy vào; máy sẽ in tiếp."},
	{"media-empty", true, "Máy in hết giấy. Mời nạp thêm giấy; máy sẽ in tiếp."},
	{"media-needed", true, "Máy in hết giấy hoặc cần đúng cỡ giấy. Mời nạp giấy đúng cỡ; máy sẽ in tiếp."},
	{"output-area-full", true, "Khay giấy ra đã đầy. Mời lấy bớt giấy ra; máy sẽ in tiếp."},
	{"toner-empty", true, "Máy in hết mực. Mời cán bộ thay hộp mực."},
	{"marker-supply-empty", true, "Máy in hết mực. Mời cán bộ thay hộp mực."},
	{"marker-supply-missing", true, "Máy in thiếu hộp mực. Mời cán bộ lắp hộp mực."},
	{"marker-waste-full", true, "Hộp mực thải của máy in đã đầy. Mời cán bộ thay."},
	{"offline", true, "Máy in tắt hoặc mất kết nối. Mời bật máy in và xem lại dây cắm."},
	{"shutdown", true, "Máy in tắt hoặc mất kết nối. Mời bật máy in và xem lại dây cắm."},
	{"timed-out", true, "Máy in tắt hoặc mất kết nối. Mời bật máy in và xem lại dây cắm."},
	{"cups-missing-filter", true, "Máy này chưa cài đủ phần mềm cho máy in. Mời cán bộ cài lại máy in."},
	{"cups-insecure-filter", true, "Máy này chưa cài đúng phần mềm cho máy in. Mời cán bộ cài lại máy in."},
	{"spool-area-full", true, "Máy in hết chỗ chứa lệnh in. Mời đợi một lát rồi thử lại."},
	{"stopped-partly", true, sayPaused},
	{"connecting-to-device", false, "Đang nối với máy in. Nếu lâu quá, mời xem máy in đã bật chưa."},
	{"media-low", false, "Máy in sắp hết giấy. Mời nạp thêm giấy."},
	{"toner-low", false, "Máy in sắp hết mực; tờ in có thể mờ. Mời báo cán bộ."},
	{"marker-supply-low", false, "Máy in sắp hết mực; tờ in có thể mờ. Mời báo cán bộ."},
	{"other", false, sayOther},
}

// judge gives the sentence for the first trouble among the reasons, "" for none,
// and whether it keeps the printer from printing. A stopped printer always has a
// sentence.
func judge(reasons []string, stopped bool) (say string, blocks bool) {
	have := map[string]bool{}
	for _, r := range reasons {
		have[plainReason(r)] = true
	}
	for _, t := range troubles {
		if have[t.reason] {
			return t.say, t.blocks || stopped
		}
	}
	if stopped {
		return sayOther, true
	}
	return "", false
}

// plainReason takes the severity off a reason. It is not believed: CUPS itself
// calls an empty tray a warning and a printer that is off a report. A reason
// nobody here knows counts only as an error, since drivers add reports freely.
func plainReason(reason string) string {
	plain := reason
	for _, severity := range []string{"-report", "-warning", "-error"} {
		plain = strings.TrimSuffix(plain, severity)
	}
	for _, t := range troubles {
		if t.reason == plain {
			return plain
		}
	}
	if strings.HasSuffix(reason, "-error") {
		return "other"
	}
	return plain
}
