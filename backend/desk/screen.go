package desk

import (
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// drawnBefore is what the step of a drawing says, and the drawing's texts as the
// province has them, a line each.
func (e Editor) drawnBefore(target string) (say string, before Text) {
	st, err := e.Pack.Drawn(target, "")
	if err != nil {
		return "", Text{}
	}
	return st.Say, Text{Say: st.Screen.Lines()}
}

// drawnWords are words on a drawing as they are kept: those that differ from the
// province's. Error: CodeInvalid, it is another drawing by now.
func (e Editor) drawnWords(target string, text Text) (Text, error) {
	st, err := e.Pack.Drawn(target, "")
	if err != nil {
		return Text{}, err
	}
	lines := strings.Split(text.Say, "\n")
	if len(lines) > 2*guide.MaxParts+2 {
		return Text{}, tooLong(kept)
	}
	for i, line := range lines {
		if lines[i], err = cleanWithin(line, kept); err != nil {
			return Text{}, err
		}
	}
	tidy := Text{}
	if tidy.Say, err = st.Screen.Tidy(strings.TrimSpace(strings.Join(lines, "\n"))); err != nil {
		return Text{}, err
	}
	tidy.From, err = cleanWithin(text.From, kept)
	return tidy, err
}

// onDrawing says whether words are for the drawing of today.
func (e Editor) onDrawing(target, say string) bool {
	st, err := e.Pack.Drawn(target, "")
	if err != nil {
		return false
	}
	_, fits := st.Screen.Said(say)
	return fits
}

// drawnFlaws adds what the drawing itself would show wrong.
func (e Editor) drawnFlaws(w guide.Wording, list []FlawView) []FlawView {
	before, err := e.Pack.Drawn(w.Target, "")
	if err != nil {
		return list
	}
	said, _ := before.Screen.Said(w.Say)
	after, err := e.Pack.Drawn(w.Target, w.Say)
	if err != nil || len(said) == 0 {
		return list
	}
	for _, t := range said {
		if missing := picture.Missing(t.Say); len(missing) > 0 {
			list = append(list, FlawView{Field: t.Key, Message: guide.Sentence("Ký tự “%s” không in được lên giấy.", string(missing[:1])), Mend: "Mời bỏ ký tự này."})
		}
	}
	if len(list) == 0 && picture.Holds(*before.Screen) && !picture.Holds(*after.Screen) {
		longest := said[0]
		for _, t := range said {
			if len(t.Say) > len(longest.Say) {
				longest = t
			}
		}
		list = append(list, FlawView{Field: longest.Key, Message: "Chữ này dài quá, hình điện thoại không chứa hết.", Mend: "Mời viết ngắn lại."})
	}
	return list
}

// pictured adds the drawings with what is written, or else with what was agreed on.
func (e Editor) pictured(v WordingView) WordingView {
	if !guide.IsScreen(v.Target) {
		return v
	}
	before, err := e.Pack.Drawn(v.Target, "")
	if err != nil {
		return v
	}
	after, err := e.Pack.Drawn(v.Target, v.Draft.Say)
	if err != nil {
		return v
	}
	var changed []int
	said, _ := before.Screen.Said(v.Draft.Say)
	for _, t := range said {
		if t.Part() >= 0 {
			changed = append(changed, t.Part())
		}
	}
	same := func(words string) string { return words }
	step := picture.DrawAt(*after.Screen, picture.Look{Letters: 1}, same)
	v.Picture, v.Practice, v.Alt = string(step.SVG()), string(picture.Showing(*after.Screen, changed, same).SVG()), step.Alt
	return v
}
