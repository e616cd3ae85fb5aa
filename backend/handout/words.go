package handout

// What stands on paper besides the content. Paper is Vietnamese: it goes from
// house to house, and officials read it, too.
const (
	sayScan      = "Mở máy ảnh hoặc Zalo, quét mã này"
	sayOnly      = "Chỉ quét mã có dòng chữ:"
	sayOpens     = "Mã này mở trang"
	sayType      = "Hoặc vào trang đó, gõ mã thủ tục"
	sayBring     = "Mang theo"
	sayBringOwn  = "Giấy tờ của ông bà"
	sayMore      = "… và %d giấy tờ nữa: hỏi cán bộ."
	sayFee       = "Tiền:"
	sayTime      = "Bao lâu:"
	sayDecides   = "Nơi giải quyết:"
	sayNotFiled  = "Tờ này chưa phải là nộp hồ sơ."
	sayEdition   = "Bản %d, in ngày %s, xem lại sau ngày %s"
	sayAsk       = "Hỏi cán bộ"
	saySteps     = "Làm từng bước"
	sayNext      = "Sau khi nộp"
	sayPage      = "Trang %d trên %d"
	sayAndroid   = "Máy Android"
	sayIPhone    = "Máy iPhone"
	sayMoreSteps = "… còn %d bước nữa: quét mã, hoặc xem ở kiosk."
)
