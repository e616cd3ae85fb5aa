package desk

import (
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// CopyView is a drawing of another step that is copied to one without.
type CopyView struct {
	Line  string `json:"line"`  // the first line of what is written
	Of    string `json:"of"`    // title of the lesson, or of the part that several share
	Step  string `json:"step"`  // what the step says whose drawing it is
	Texts string `json:"texts"` // its texts as the province has them, a line each
}

// DrawingView is a drawing that may be copied to a step.
type DrawingView struct {
	CopyView
	Near    bool   `json:"near"` // it is of the same lesson
	Picture string `json:"picture"`
	Alt     string `json:"alt"`
}

func copyView(d guide.Drawing) CopyView {
	return CopyView{d.Line, d.Of, d.Step.Say, d.Step.Screen.CopiedLines()}
}

// copied is the drawing of which words at a place are a copy, nil of other words.
func (e Editor) copied(target, say string) *CopyView {
	d, is := e.Pack.Copied(target, say)
	if !is {
		return nil
	}
	v := copyView(d)
	return &v
}

// Drawings lists the drawings that may be copied to a step, those of its lesson first.
// Error: CodeNotFound.
func (e Editor) Drawings(target string) ([]DrawingView, error) {
	list := []DrawingView{}
	if _, err := e.Pack.Drawn(target, ""); err != nil {
		return list, err
	}
	same := func(words string) string { return words }
	for _, d := range e.Pack.DrawingsFor(target) {
		drawing := picture.DrawAt(*d.Step.Screen, picture.Look{Letters: 1}, same)
		list = append(list, DrawingView{copyView(d), d.Near, string(drawing.SVG()), drawing.Alt})
	}
	return list, nil
}

// offered says whether a place is one that staff can do something with: it is drawn, or
// there is a drawing to copy.
func (e Editor) offered(place guide.Place) bool {
	st, err := e.Pack.Drawn(place.Target, "")
	return err == nil && (st.Screen != nil || len(e.Pack.DrawingsFor(place.Target)) > 0)
}

// drawnBefore tells what the step of a drawing says, and the drawing's texts as the
// province has them, a line each: where it has drawn none, those of what is copied.
func (e Editor) drawnBefore(v *WordingView, written string) {
	st, err := e.Pack.Drawn(v.Target, "")
	if err != nil {
		return
	}
	v.Step, v.Bare, v.Before = st.Say, st.Screen == nil, Text{}
	if v.Copy = e.copied(v.Target, written); v.Copy != nil {
		v.Before.Say = v.Copy.Texts
	} else if st.Screen != nil {
		v.Before.Say = st.Screen.Lines()
	}
}

// under is what stands at a place, a line each; where a copy comes, what is copied, too:
// if that is gone one day, staff still read what was changed on it.
func (e Editor) under(place guide.Place, say string) string {
	texts := place.Texts
	if c := e.copied(place.Target, say); c != nil {
		texts = append(slices.Clone(texts), c.Texts)
	}
	return strings.Join(texts, "\n")
}

// drawnWords are words on a drawing as they are kept: those that differ from the
// province's. Error: CodeInvalid, it is another drawing by now.
func (e Editor) drawnWords(target string, text Text) (Text, error) {
	lines := strings.Split(text.Say, "\n")
	if len(lines) > 2*guide.MaxParts+3 {
		return Text{}, tooLong(kept)
	}
	var err error
	for i, line := range lines {
		if lines[i], err = cleanWithin(line, kept); err != nil {
			return Text{}, err
		}
	}
	tidy := Text{}
	if tidy.Say, err = e.Pack.TidyScreen(target, strings.TrimSpace(strings.Join(lines, "\n"))); err != nil {
		return Text{}, err
	}
	tidy.From, err = cleanWithin(text.From, kept)
	return tidy, err
}

// onDrawing says whether words are for the drawing of today.
func (e Editor) onDrawing(target, say string) bool {
	_, _, fits := e.Pack.SaidOn(target, say)
	return fits
}

// drawnFlaws adds what the drawing itself would show wrong.
func (e Editor) drawnFlaws(w guide.Wording, list []FlawView) []FlawView {
	base, said, _ := e.Pack.SaidOn(w.Target, w.Say)
	after, err := e.Pack.Drawn(w.Target, w.Say)
	if err != nil || len(said) == 0 {
		return list
	}
	for _, t := range said {
		if missing := picture.Missing(t.Say); len(missing) > 0 {
			list = append(list, FlawView{Field: t.Key, Message: guide.Sentence("Ký tự “%s” không in được lên giấy.", string(missing[:1])), Mend: "Mời bỏ ký tự này."})
		}
	}
	if len(list) == 0 && picture.Holds(*base) && !picture.Holds(*after.Screen) {
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
	after, err := e.Pack.Drawn(v.Target, v.Draft.Say)
	if err != nil || after.Screen == nil {
		return v
	}
	var changed []int
	_, said, _ := e.Pack.SaidOn(v.Target, v.Draft.Say)
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
