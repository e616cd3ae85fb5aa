package guide

import (
	"fmt"
	"slices"
	"strings"
)

// Scene is the name of the drawing of a step that is done away from the phone,
// one of [Scenes], or "" for none.
type Scene string

// Scenes are the names that an off step may use, in the order of a visit.
var Scenes = []Scene{
	"walk", "queue", "counter", "talk", "telephone", "together", "think",
	"write", "read", "sign", "fingerprint", "portrait", "hand-over", "pay", "keep", "lay-flat",
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
