package picture

import "tungbuoc/backend/guide"

// keyRows are the rows of a keyboard that are seen above the foot.
var keyRows = map[guide.Keys][]string{
	guide.KeysLetters: {"qwertyuiop", "asdfghjkl"},
	guide.KeysDigits:  {"123", "456"},
}

const (
	keyHeight  = 34.0
	keyBetween = 5.0
)

// keyboardHeight is how much of the glass so many rows of keys take.
func keyboardHeight(rows int) float64 {
	if rows == 0 {
		return 0
	}
	return float64(rows)*(keyHeight+keyBetween) + keyBetween
}

// keyboard draws the upper rows of keys; the rest is below the foot.
func (p *pen) keyboard(rows []string) {
	y := ground - keyboardHeight(len(rows))
	p.add(rect(box{glassLeft, y, glassWidth, ground - y}, 0, grey, "", 0))
	for _, row := range rows {
		y += keyBetween
		n := float64(len([]rune(rows[0])))
		w := (glassWidth-keyBetween)/n - keyBetween
		x := glassLeft + keyBetween + float64(len([]rune(rows[0]))-len([]rune(row)))*(w+keyBetween)/2
		for _, r := range row {
			p.add(rect(box{x, y, w, keyHeight}, 5, white, "", 0),
				Text{X: x + w/2, Y: y + keyHeight/2 + 6.5, Size: bodySize, Words: string(r), Middle: true, Fill: ink})
			x += w + keyBetween
		}
		y += keyHeight
	}
}
