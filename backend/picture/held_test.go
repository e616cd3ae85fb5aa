package picture

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

// copied is whatever people copy or dial sign by sign; its groups of digits are read as one.
var copied = regexp.MustCompile(`\d[\d.]* (?:triệu )?đồng|\d[\dx.]*(?: [\dx][\dx.]*)+|\S*\S[.@/]\S\S*`)

// parted lists what is copied from the words of a screen and stands on two lines of what was drawn.
func parted(s guide.Screen, shapes []Shape) (found []string) {
	var lines []string
	for _, shape := range shapes {
		if text, ok := shape.(Text); ok {
			lines = append(lines, text.Words)
		}
	}
	drawn := strings.Join(lines, "\n")
	said := []string{s.App, s.Title}
	for _, part := range s.Show {
		said = append(said, part.Words(), part.Value)
	}
	for _, one := range copied.FindAllString(strings.Join(said, "\n"), -1) {
		if strings.Contains(drawn, one) {
			continue
		}
		signs := strings.Split(one, "")
		for i, sign := range signs {
			signs[i] = regexp.QuoteMeta(sign)
			if sign == " " {
				signs[i] = `\s`
			}
		}
		if broken := regexp.MustCompile(strings.Join(signs, `\n?`)).FindString(drawn); broken != "" {
			found = append(found, broken)
		}
	}
	return found
}

// looks are all ways in which a screen is drawn.
func looks(s guide.Screen) map[string][]Shape {
	all := map[string][]Shape{"paper": Draw(s, itself).Shapes}
	for _, size := range sizes {
		all[fmt.Sprintf("letters %v", size)] = DrawAt(s, Look{Letters: size}, itself).Shapes
		all[fmt.Sprintf("rehearsal, letters %v", size)] = shownIn(s, Look{Letters: size}, s.Touches(), -1, nil).shapes
	}
	return all
}

// What is copied sign by sign stands on one line, on every drawn screen of the pack.
func TestNoAddressOrNumberIsPartedInThePack(t *testing.T) {
	seen := 0
	drawnScreens(t, func(t *testing.T, where string, s guide.Screen) {
		for look, shapes := range looks(s) {
			for _, broken := range parted(s, shapes) {
				t.Errorf("%s, %s: %q is parted", where, look, broken)
			}
			seen++
		}
	})
	if seen < 3000 {
		t.Errorf("only %d drawings were looked at", seen)
	}
}

// The same whatever a pack says, wherever on the screen it says it.
func TestNoAddressOrNumberIsPartedAnywhere(t *testing.T) {
	for _, say := range []string{
		"dichvucong.gov.vn", "lienthong.dichvucong.gov.vn", "sso.dancuquocgia.gov.vn/dang-nhap", "hotro.dichvucong@quangtri.gov.vn",
		"0207 000 0000", "1900 9068", "+84 207 000 0000", "1.001193.000.00.00.H60", "H60.15-260115-0001", "1.250.000 đồng", "200.000.000 đồng", "0xx xxx xxx xxx",
	} {
		for name, s := range screensSaying(say) {
			if name == "button on camera" && strings.Contains(say, " ") {
				continue // no shutter is named after a number
			}
			for look, shapes := range looks(s) {
				// Beside the shutter is little room, and a long address has no room anywhere.
				shorter := len(say) > 26 || name == "button on "+string(guide.SurfaceCamera)
				whole := slices.ContainsFunc(shapes, func(shape Shape) bool {
					text, ok := shape.(Text)
					return ok && (strings.Contains(text.Words, say) || shorter && strings.Contains(text.Words, "…"))
				})
				if broken := parted(s, shapes); !whole || len(broken) > 0 {
					t.Errorf("%s, %s: %q does not stand on one line: %q", name, look, say, broken)
				}
			}
		}
	}
}

// screensSaying are screens that say something in each kind of part, among other words and alone.
func screensSaying(say string) map[string]guide.Screen {
	long := "Mời ông bà mở trang " + say + " rồi xem."
	all := map[string]guide.Screen{}
	for _, on := range []guide.Surface{guide.SurfacePortal, guide.SurfacePhone, guide.SurfaceCamera} {
		for name, part := range map[string]guide.Part{
			"field": {Field: say}, "value": {Field: "Số", Value: say}, "button": {Button: say, Main: true}, "link": {Link: say}, "check": {Check: long},
			"choice": {Choice: long}, "row": {Row: say}, "row's value": {Row: "Trang", Value: say}, "tile": {Tile: say}, "photo": {Photo: say},
			"notice": {Notice: long}, "message": {Message: long, Value: "Số lạ"}, "text": {Text: long}, "sender": {Message: "Một tin", Value: say},
		} {
			part.ID = "a"
			all[fmt.Sprintf("%s on %s", name, on)] = guide.Screen{On: on, App: "Máy", Target: "a", Show: []guide.Part{part}}
		}
	}
	return all
}

// An address that no letter makes short enough is said shorter, as a phone does it: never its host alone.
func TestAddressTooLongIsSaidShorter(t *testing.T) {
	long := "https://lienthong.dichvucong.gov.vn/" + strings.Repeat("duong-dan/", 9)
	for say, want := range map[string]string{
		long: "https://lienthong.dichvucong.gov.vn/…",
		strings.Repeat("mot-trang-con.", 6) + "dichvucong.gov.vn": "dichvucong.gov.vn",
	} {
		d := DrawAt(guide.Screen{On: guide.SurfacePhone, App: "Máy", Target: "a", Show: []guide.Part{{Text: "Mở trang " + say, ID: "a"}}}, Look{Letters: 2}, itself)
		if !slices.ContainsFunc(d.Shapes, func(shape Shape) bool {
			text, ok := shape.(Text)
			return ok && strings.Contains(text.Words, want) && !strings.Contains(text.Words, "duong")
		}) {
			t.Errorf("%q is not said as %q", say, want)
		}
	}
	if got, size := fitted("Gọi "+strings.Repeat("0207 ", 20), 100, 20, false); strings.ContainsRune(got, noBreak) || size != least {
		t.Errorf("a number longer than a line is held together: %q at %v", got, size)
	}
}

// The drawn code is a sign for one: next to the real one, 60 mm on the glass, it is the
// smaller by far even where the phone is drawn largest, and it is drawn in few squares.
func TestDrawnCodeIsASign(t *testing.T) {
	const largest = 2.6 // pixels of a unit, on a glass that stands upright
	const third = 60 * 96 / 25.4 / 3
	if codeSide*largest > third {
		t.Errorf("the drawn code is %.0f pixels wide, a third of the real one is %.0f", codeSide*largest, third)
	}
	p := &pen{letters: 1}
	p.code(box{0, 0, codeSide, codeSide})
	if len(p.shapes) > 20 {
		t.Errorf("the drawn code has %d squares", len(p.shapes))
	}
	for _, shape := range p.shapes {
		r, ok := shape.(Rect)
		if !ok || r.X < 0 || r.Y < 0 || r.X+r.W > codeSide+0.01 || r.Y+r.H > codeSide+0.01 {
			t.Errorf("the drawn code reaches over its side: %+v", shape)
		}
		if r.Fill == ink || r.Stroke == ink || r.Fill != "" && r.Stroke != "" {
			t.Errorf("the drawn code is as black as a real one, or has squares within squares: %+v", r)
		}
	}
}
