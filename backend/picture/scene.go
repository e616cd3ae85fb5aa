package picture

import "tungbuoc/backend/guide"

// A scene stands where the phone stands otherwise, in a step that is done
// without it: on paper, at a counter, by voice. It is drawn as pictograms are,
// only larger and with finer lines, so that who cannot read knows at a glance to put the phone away.

// The size of every scene, in units of the drawing.
const sceneWidth, sceneHeight = 120.0, 104.0

// Scene gives the drawing with a name. A step without one gets the phone that
// is laid aside. tr translates what says it to who cannot see it.
func Scene(name guide.Scene, tr func(string) string) Drawing {
	s, ok := scenes[name]
	if !ok {
		s = aside
	}
	return Drawing{W: sceneWidth, H: sceneHeight, Shapes: fine(s), Alt: tr(guide.WordDrawing) + ": " + tr(name.Words()) + "."}
}

// fine draws outlines thinner than a pictogram has them: at the size of the phone
// those would be a thumb wide.
func fine(shapes []Shape) []Shape {
	thinner := func(line float64) float64 {
		if line > stroke+0.1 { // scaling leaves a trace
			return line // a limb
		}
		return line * 0.62
	}
	drawn := make([]Shape, len(shapes))
	for i, s := range shapes {
		switch s := s.(type) {
		case Rect:
			s.Line = thinner(s.Line)
			drawn[i] = s
		case Circle:
			s.Line = thinner(s.Line)
			drawn[i] = s
		case Path:
			s.Line = thinner(s.Line)
			drawn[i] = s
		default:
			drawn[i] = s
		}
	}
	return drawn
}

// aside is the phone that is not needed now.
var aside = together(
	shapesOf(sheet(rice, 8, 78, 104, 12, 3), marks("M20 92V102M100 92V102")),
	shapesOf(sheet(white, 28, 64, 56, 14, 4), solid(36, 69, 28, 4, 2)),
	shapesOf(marks("M56 14V46M44 35L56 47L68 35")),
)

var scenes = map[guide.Scene][]Shape{
	"walk": together(
		building(62, 18),
		shapesOf(marks("M4 100H116")),
		walker(26, 30),
	),
	"queue": together(
		shapesOf(disc(white, 20, 18, 13), marks("M20 10V18L26 22")),
		seated(52, 34, leaf),
		shapesOf(sheet(white, 80, 30, 36, 42, 3), Text{X: 98, Y: 60, Size: 21, Words: "25", Bold: true, Middle: true, Fill: outline}, marks("M88 39H108")),
		shapesOf(area(skin, "M68 66L80 62C86 61 89 66 86 70L82 75L70 76Z")),
	),
	"counter": together(
		bust(88, 30, 40, leaf),
		shapesOf(sheet(rice, 54, 66, 64, 36, 3), area(white, "M66 66L72 57H92L98 66Z")),
		bust(28, 34, 68, sky),
	),
	"talk": together(
		bust(28, 58, 44, sky), bust(92, 58, 44, leaf),
		shapesOf(area(white, "M10 6H50C53 6 55 8 55 11V25C55 28 53 30 50 30H36L29 38L28 30H10C7 30 5 28 5 25V11C5 8 7 6 10 6Z")),
		shapesOf(Text{X: 30, Y: 26, Size: 22, Words: "?", Bold: true, Middle: true, Fill: outline}),
		shapesOf(area(white, "M70 6H110C113 6 115 8 115 11V25C115 28 113 30 110 30H92L91 38L84 30H70C67 30 65 28 65 25V11C65 8 67 6 70 6Z"), marks("M74 14H106M74 22H96")),
	),
	"telephone": together(
		shapesOf(area(sky, "M14 104C14 84 28 76 48 76C68 76 82 84 82 104Z")),
		headOf(48, 44, 26),
		shapesOf(area(sky, "M78 104L76 82L92 80L100 104Z"), sheet(white, 70, 26, 13, 38, 4), area(skin, "M72 58C66 52 72 44 80 44C90 46 94 54 92 64L90 82H77C76 70 76 64 72 58Z"), marks("M79 51H70M80 58H72")),
		shapesOf(marks("M96 26C101 33 101 41 96 48M104 19C112 30 112 44 104 55")),
	),
	"together": together(
		bust(84, 26, 76, leaf),
		bust(38, 30, 72, sky),
		shapesOf(sheet(white, 43, 58, 24, 38, 4), marks("M52 90H58"), area(skin, "M30 84L40 74C46 70 50 75 47 79L50 80C53 83 52 90 47 92L38 94Z"), area(sky, "M21 86L32 82L40 95L36 104H21Z")),
	),
	"think": together(
		bust(44, 46, 56, sky),
		shapesOf(area(white, "M80 6C94 4 112 10 112 24C112 38 98 43 86 41C74 43 64 36 65 24C66 13 72 7 80 6Z"), disc(white, 70, 50, 4)),
		shapesOf(Text{X: 89, Y: 34, Size: 26, Words: "?", Bold: true, Middle: true, Fill: outline}),
	),
	"write": together(
		shapesOf(sheet(white, 10, 6, 72, 92, 4), marks("M22 22H58M22 38H70M22 54H70M22 70H40")),
		penHand(44, 70),
	),
	"read": together(
		shapesOf(area(sky, "M22 104C22 68 36 58 60 58C84 58 98 68 98 104Z")),
		headOf(60, 28, 22),
		shapesOf(sheet(white, 36, 60, 48, 42, 3), marks("M45 71H75M45 81H75M45 91H65"), disc(skin, 36, 86, 6.5), disc(skin, 84, 86, 6.5)),
	),
	"sign": together(
		shapesOf(sheet(white, 10, 6, 72, 92, 4), marks("M22 20H70M22 32H60M20 86H72M24 78C28 58 34 60 32 76C36 66 40 66 40 74C42 74 44 72 46 70")),
		penHand(48, 70),
	),
	"fingerprint": together(
		shapesOf(sheet(white, 8, 6, 68, 92, 4), marks("M20 20H64M20 32H54")),
		shapesOf(area(red, "M34 50C44 50 48 60 48 70C48 82 42 88 34 88C26 88 20 82 20 70C20 60 24 50 34 50Z"), marks("M28 80V69C28 61 40 61 40 69V80M34 70V82")),
		shapesOf(area(sky, "M96 52L118 42V86L100 82Z"), area(skin, "M58 62C52 60 52 70 58 71L74 73C74 84 86 86 98 80V54C86 50 78 54 72 62Z"), marks("M76 73H88")),
	),
	"portrait": together(
		seated(34, 26, sky),
		shapesOf(marks("M94 58L82 100M94 58L106 100M94 58V92"), sheet(white, 74, 32, 40, 28, 4), area(white, "M84 32L88 24H100L104 32Z"), disc(sky, 94, 46, 9)),
	),
	"hand-over": together(
		shapesOf(marks("M32 10H84M74 2L84 10L74 18")),
		shapesOf(sheet(white, 36, 26, 46, 58, 3), marks("M46 40H72M46 51H72")),
		leftHand(sky), rightHand(leaf),
	),
	"pay": together(
		shapesOf(sheet(leaf, 30, 58, 52, 30, 3), disc(white, 56, 73, 8)),
		shapesOf(area(white, "M66 4H104V48L97.7 43L91.3 48L85 43L78.7 48L72.3 43L66 48Z"), marks("M75 15H95M75 26H95")),
		shapesOf(marks("M50 12C34 14 28 24 28 44M20 36L28 45L36 36")),
		leftHand(sky), rightHand(leaf),
	),
	"lay-flat": together(
		shapesOf(area(rice, "M22 46H98L116 90H4Z"), marks("M12 92V102M108 92V102")),
		shapesOf(area(white, "M43 52H77L86 82H34Z"), marks("M50 61H70M47 71H73")),
		shapesOf(disc(rice, 60, 20, 9), marks("M60 2V4M78 20H80M40 20H42M73 7L74 6M47 7L46 6M73 33L74 34M47 33L46 34")),
	),
	"keep": together(
		shapesOf(area(rice, "M8 40H44L52 50H112V98C112 100 110 102 108 102H12C10 102 8 100 8 98Z")),
		shapesOf(sheet(white, 34, 20, 52, 64, 3), marks("M44 32H76M44 43H76")),
		shapesOf(area(rice, "M8 58H112V98C112 100 110 102 108 102H12C10 102 8 100 8 98Z"), marks("M60 66V90M50 81L60 91L70 81")),
	),
}

func shapesOf(s ...Shape) []Shape { return s }

func together(parts ...[]Shape) []Shape {
	var all []Shape
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// placed moves shapes and keeps the thickness of outlines.
func placed(dx, dy float64, s ...Shape) []Shape { return Moved(s, dx, dy, 1) }

// headOf is a head seen from the front, r its radius.
func headOf(x, y, r float64) []Shape {
	return within(x, y, r/16,
		disc(skin, 0, 0, 16),
		Path{Ops: pathOps("M-16 -2C-17 -22 17 -22 16 -2C8 -4 2 -7 -2 -11C-5 -6 -10 -3 -16 -2Z"), Fill: outline, Stroke: outline, Line: 1.5},
		dot(-5.5, 2, 1.7), dot(5.5, 2, 1.7), marks("M-4.5 8C-2 10.5 2 10.5 4.5 8"),
	)
}

// bust is a person from the head downwards; x, y is the middle of the head, the
// picture of the person ends down below it.
func bust(x, y, down float64, cloth Colour) []Shape {
	return together(
		placed(x, y, area(cloth, "M-24 "+num(down)+"V46C-24 26 -16 19 0 19C16 19 24 26 24 46V"+num(down)+"Z")),
		headOf(x, y, 16),
	)
}

// seated is a person on a chair, from the front.
func seated(x, y float64, cloth Colour) []Shape {
	return together(
		placed(x, y, sheet(rice, -23, 24, 46, 40, 4), marks("M-20 60V76M20 60V76")),
		placed(x, y, area(cloth, "M-19 52C-20 26 -14 18 0 18C14 18 20 26 19 52Z"), area(outline, "M-17 52H17V58L13 74H5L2 60H-2L-5 74H-13L-17 58Z")),
		headOf(x, y, 15),
	)
}

// walker is a person who walks to the right.
func walker(x, y float64) []Shape {
	return together(
		placed(x, y,
			Path{Ops: pathOps("M0 42L-12 68M2 42L12 54L14 68"), Stroke: outline, Line: 9},
			area(sky, "M-9 18C-6 12 8 12 10 19L9 46H-9Z"),
			marks("M-4 22L-14 36M7 22L18 34"), sheet(white, 15, 32, 14, 17, 2),
		),
		headOf(x, y, 13),
	)
}

// building is an office with a flag over its door.
func building(x, y float64) []Shape {
	return placed(x, y,
		marks("M27 16V-12"), area(red, "M27 -13H44V-2H27Z"),
		area(white, "M4 82V28H50V82Z"), area(rice, "M-2 30L27 12L56 30Z"),
		area(sky, "M20 82V60H34V82Z"), sheet(sky, 10, 38, 9, 10, 1), sheet(sky, 35, 38, 9, 10, 1),
	)
}

// penHand is a right hand with a pen whose tip is at x, y.
func penHand(x, y float64) []Shape {
	return placed(x, y,
		area(rice, "M0 0L4 -13L36 -50L44 -43L12 -6Z"), marks("M4 -13L12 -6"),
		area(sky, "M44 2L72 -6V32L52 30Z"),
		area(skin, "M12 -12C12 -20 22 -26 28 -24L44 -18C52 -14 56 -6 56 6L54 28C42 30 30 26 24 18L14 6C10 1 14 -4 19 -1L26 4"),
		marks("M12 -12C16 -14 24 -10 30 -6M24 18L30 14"),
	)
}

// leftHand comes from the left and holds something.
func leftHand(cloth Colour) []Shape {
	return shapesOf(
		area(cloth, "M2 66L18 68V96L2 98Z"),
		area(skin, "M18 70L30 64C36 60 44 64 46 70C46 76 40 76 36 75C38 82 36 92 28 93L18 94Z"),
	)
}

// rightHand comes from the right and takes it.
func rightHand(cloth Colour) []Shape {
	return shapesOf(
		area(cloth, "M118 66L102 68V96L118 98Z"),
		area(skin, "M102 70L90 64C84 60 76 64 74 70C74 76 80 76 84 75C82 82 84 92 92 93L102 94Z"),
	)
}
