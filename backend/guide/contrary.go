package guide

import (
	"regexp"
	"slices"
	"strings"
)

// refusing begins a sentence about what is not to be done; turning off is what
// takes a tick or a switch away.
var (
	refusing   = regexp.MustCompile(`^(?:Không|Đừng|Chớ|Bỏ qua|Tránh)(?:$|[\s,])`)
	turningOff = regexp.MustCompile(`^(?:Tắt|Bỏ dấu|Bỏ đánh dấu|Bỏ chọn)(?:$|[\s,])|(?:,| rồi| và) (?:bỏ dấu|bỏ đánh dấu|bỏ chọn|tắt)(?:$|[\s,])`)
)

// contrary reports a picture that teaches the contrary of its sentence: the ring
// on the very thing that is not to be touched, or on an empty box that would be
// ticked where a tick is to be taken away. A rehearsal goes on only with that
// touch.
func contrary(c *checker, path string, st Step) {
	target := st.Screen.TargetIndex()
	if target < 0 {
		return
	}
	part := st.Screen.Show[target]
	if refusing.MatchString(st.Say) && slices.Contains([]PartKind{PartMessage, PartLink, PartField, PartCheck, PartChoice}, part.Kind()) && !part.Untick {
		c.add(path, "Câu bảo đừng làm, mà hình lại chỉ tay vào %q.", "Khoanh nút an toàn: xóa, chặn, thoát ra; thứ phải tránh thì ghi wrong.", clip(strings.TrimSpace(part.Words()), 40))
	}
	if turningOff.MatchString(st.Say) && (part.Check != "" && !part.Untick || part.Choice != "") {
		c.add(path, "Câu bảo tắt hoặc bỏ dấu, mà ô %q đang trống: chạm vào là bật lên.", "Ghi untick: true cho ô đó.", clip(strings.TrimSpace(part.Words()), 40))
	}
}
