package handout

import "tungbuoc/backend/guide"

// What stands on paper besides the content. Paper is Vietnamese: it goes from
// house to house, and officials read it, too.
const (
	sayScan       = "Mở máy ảnh hoặc Zalo, hướng vào mã"
	sayReadFirst  = "Đọc tên trang hiện ra: đúng tên dưới mã này mới chạm"
	sayTypeCode   = "Không quét được: vào trang đó, gõ vào ô tìm"
	sayTypeHost   = "Không quét được: gõ tên trang vào trình duyệt"
	sayWhichPhone = "Chọn mã của máy mình: Android hoặc iPhone"
	sayScanThat   = "Mở máy ảnh hoặc Zalo, hướng vào mã đó"
	sayScanBrief  = "Mở máy ảnh hoặc Zalo, hướng vào mã"
	sayReadBrief  = "Đúng tên trang dưới mã mới chạm"
	sayTypeBrief  = "Không quét được: tìm mã"

	sayBring      = "Mang theo"
	sayBringThere = "xem đủ ở máy hướng dẫn tại xã, phường"
	sayBringOwn   = "Giấy tờ của ông bà"
	sayOr         = "hoặc"
	sayIfNeeded   = "(nếu cần)"
	sayPerhaps    = "(có thể cần)"
	sayAskFirst   = "Hỏi trước"
	sayDoFirst    = "Làm trước"
	sayMoreAsked  = "… hỏi gì trước: xem ở máy hướng dẫn tại xã, phường."
	sayMore       = "… và %d thứ nữa nếu cần: xem ở máy hướng dẫn tại xã, phường."
	sayFee        = "Tiền"
	sayTime       = "Bao lâu"
	sayDecides    = "Nơi giải quyết"
	sayReadMore   = "Đọc thêm"
	sayInApp      = "Mở %s trong điện thoại"
	sayNotFiled   = "Tờ này chưa phải là nộp hồ sơ."
	sayEdition    = "Bản %d, in ngày %s, xem lại sau ngày %s"
	sayAsk        = guide.AskStaff

	sayToDesk = "Mang tờ này tới quầy mới làm được."
	sayMakes  = "Ai làm ra"

	sayNotFiledBrief = "Chưa phải là nộp hồ sơ."
	sayToDeskBrief   = "Mang tới quầy mới làm được."
	sayEditionBrief  = "Bản %d, in %s, xem lại %s"

	saySteps = "Làm từng bước"

	sayPhone     = "ĐT"
	sayDial      = "Gọi"
	sayTeamShort = "Tổ: ĐT"
	sayWiFi      = "Wi-Fi: %s"
	sayPrinted   = "In ngày %s"
	sayCall      = "Mã này mở máy gọi số:"
	saySaveAs    = "Mã này lưu số vào danh bạ:"
	sayJoin      = "Mã này vào Wi-Fi:"
	sayNumber    = "Gọi số:"
	sayNetwork   = "Tên mạng Wi-Fi:"

	sayRulerTitle  = "Thước đo máy in"
	sayRulerAcross = "Đo vạch nằm ngang. Đúng là %.0f mm."
	sayRulerDown   = "Đo vạch đứng. Đúng là %.0f mm."
	sayRulerType   = "Gõ hai số đo được vào máy."
	// Where a code stands that sentences know on the kiosk.
	sayCodeHere    = "trên tờ này"
	sayCodeInFront = "ở trang đầu"
	sayCodeIs      = "Mã %s."

	sayTrouble   = "Nếu vướng"
	sayNotes     = "Ghi lại cho nhớ"
	sayNoSecrets = "Không ghi mật khẩu, passcode, mã OTP vào đây."
	sayInside    = "Cần mang gì, làm từng bước: mở tờ gấp này."
	sayNext      = "Sau khi nộp"
	sayNextThing = "Sau đó"
	sayPage      = "Trang %d trên %d"
	sayAndroid   = "Máy Android"
	sayIPhone    = "Máy iPhone"
	sayMoreSteps = "… còn %d bước nữa: quét mã, hoặc xem ở kiosk."
	sayMoreInApp = "… còn %d bước nữa: xem ở kiosk."

	sayHamletCover   = "Gói cho thôn %s"
	sayHouseholds    = "Số hộ"
	sayPerHousehold  = "Mỗi hộ"
	sayCards         = "%d thẻ trên %d tờ A4"
	sayPagesAll      = "Cả gói"
	sayPagesCount    = "%d trang A4"
	sayContents      = "Trong gói có"
	sayCoverPoster   = "1 tờ dán ở nhà văn hóa thôn (trang sau)"
	sayCoverTalk     = "1 thẻ nói chuyện cho tổ công nghệ số"
	sayGivenOut      = "Đã phát: đánh dấu mỗi hộ một ô"
	sayTalkTitle     = "Nói gì khi tới nhà"
	sayPosterTitle   = "Việc làm được trên điện thoại"
	sayTalkServices  = "Hôm nay mang tới"
	sayPosterExplain = "Mở máy ảnh hoặc Zalo, quét mã của việc mình cần"
)

// notes are what people write down about a file, on lines of their own.
var notes = []string{"Mã hồ sơ", "Ngày nộp", "Ngày hẹn trả kết quả", "Người đã giúp"}

// talk is what a member of the digital team says at a door. It asks for
// nothing and promises nothing.
var talk = []string{
	"Chào ông bà. Chúng tôi là tổ công nghệ số của thôn, đi cùng cán bộ xã.",
	"Chúng tôi phát thẻ hướng dẫn, không thu tiền, không hỏi mật khẩu.",
	"Mỗi thẻ là một việc. Quét mã trên thẻ thì điện thoại mở đúng trang.",
	"Mở ra đúng tên trang ghi trên thẻ mới làm tiếp. Đăng nhập thì tên trang đổi, vẫn kết thúc bằng .gov.vn.",
	"Không đọc mật khẩu, passcode, mã OTP cho ai, kể cả chúng tôi.",
	"Chưa làm được thì giữ thẻ, mang ra xã, cán bộ làm cùng ông bà.",
	"Nhà không có điện thoại thông minh thì ra xã, mang theo giấy tờ.",
}

// What staff are told of a paper that lacks something.
const (
	sayNoWiFi = "Chưa làm được mã Wi-Fi “%s” nên tờ giấy không có mã này. Mời xem lại mục wifi trong tệp office.yaml."
	sayNoCode = "Chưa làm được mã cho “%s” nên tờ giấy chỉ có chữ. Mời bà con gõ tay."
)
