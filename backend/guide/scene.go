package guide

import (
	"fmt"
	"slices"
	"strings"
)

// Scene is the name of the drawing of a step that is done away from the phone,
// one of [Scenes], or "" for none.
type Scene string

// sceneWalk is the drawing of who sets out for an office.
const sceneWalk Scene = "walk"

// Scenes are the names that an off step may use, in the order of a visit.
var Scenes = []Scene{
	sceneWalk, "queue", "counter", "talk", "telephone", "together", "type", "think",
	"write", "read", "sign", "fingerprint", "portrait", "hand-over", "pay", "keep", "lay-flat",
}

// sceneWords say what a scene shows, to who cannot see it.
var sceneWords = map[Scene]string{
	"":            "để điện thoại sang một bên",
	sceneWalk:     "người đi bộ tới trụ sở cơ quan",
	"queue":       "ngồi ghế chờ, tay cầm phiếu có số",
	"counter":     "bà con đứng trước quầy, cán bộ ngồi sau quầy",
	"talk":        "hai người nói chuyện, hỏi và trả lời",
	"telephone":   "người áp điện thoại vào tai để nói chuyện",
	"together":    "hai người ngồi cạnh nhau, người học tự cầm điện thoại",
	"type":        "tay mình tự gõ trên điện thoại của mình",
	"think":       "người dừng lại nghĩ",
	"write":       "tay cầm bút viết lên giấy",
	"read":        "người cầm tờ giấy lên đọc",
	"sign":        "tay cầm bút ký tên vào chỗ cuối tờ giấy",
	"fingerprint": "ngón tay lăn dấu vân tay lên giấy",
	"portrait":    "ngồi thẳng trước máy ảnh của cán bộ",
	"hand-over":   "tay đưa giấy tờ cho người nhận",
	"pay":         "tay trả tiền, nhận lại biên lai",
	"lay-flat":    "tờ giấy đặt phẳng trên bàn, chỗ sáng",
	"keep":        "cất giấy vào túi hồ sơ",
}

// Words say what the scene shows; of a name that is none, what is drawn then.
func (s Scene) Words() string {
	if words, ok := sceneWords[s]; ok {
		return words
	}
	return sceneWords[""]
}

// OnPhone says whether a telephone is used in what the scene shows: such a step has
// no page to draw, but nobody puts the telephone away for it.
func (s Scene) OnPhone() bool { return s == "telephone" || s == "type" }

// OwnWords are the words that drawings say of themselves, to be translated with the pack.
func OwnWords() []string {
	words := []string{WordIllustration, WordPractice, WordScreen, WordSystem, WordTouch, WordDrawing, AskStaff, AskDeadline, AskStaffHere, AskStaffFirst, OwnGroup, ownWhy, sceneWords[""]}
	for _, s := range Scenes {
		words = append(words, s.Words())
	}
	return words
}

func sceneList() string {
	names := make([]string, len(Scenes))
	for i, s := range Scenes {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// scene reports a name that is no drawing, and a drawing of a step on the phone.
func (c *checker) scene(path string, st Step) {
	switch {
	case st.Scene == "":
	case !slices.Contains(Scenes, st.Scene):
		c.add(path, "Không có cảnh nào tên %q.", fmt.Sprintf("Chọn một trong: %s.", sceneList()), clip(string(st.Scene), 40))
	case !st.Off:
		c.add(path, "Cảnh chỉ vẽ cho bước làm ngoài điện thoại.", "Ghi off: true, hoặc bỏ scene.")
	}
}
