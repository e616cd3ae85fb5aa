package picture

// onPaper is a sheet of paper with something on it.
func onPaper(fill Colour, shapes ...Shape) []Shape {
	return append([]Shape{area(fill, paperPath)}, shapes...)
}

// paperShapes are what people bring or are given.
var paperShapes = map[string][]Shape{
	"paper": onPaper(white, marks("M22 22H36M22 33H42M22 44H42")),
	"papers": {
		area(sky, "M24 5H44L57 18V45C57 47 55 49 53 49H24Z"),
		area(white, "M11 15H30L43 28V55C43 57 41 59 39 59H11C9 59 7 57 7 55V19C7 17 9 15 11 15Z"),
		marks("M16 34H33M16 46H33"),
	},
	"birth-paper": onPaper(white,
		disc(skin, 32, 36, 12), dot(28, 35, 2.2), dot(36, 35, 2.2), marks("M29 41C31 43 33 43 35 41M33 20C29 21 29 25 32 25"),
	),
	"marriage-paper": onPaper(white,
		Circle{X: 26, Y: 38, R: 8, Fill: rice, Stroke: outline, Line: stroke}, Circle{X: 38, Y: 38, R: 8, Stroke: outline, Line: stroke},
	),
	"death-paper": onPaper(white, area(rice, "M21 41H43C43 48 38 50 32 50C26 50 21 48 21 41Z"), marks("M32 40V27M25 40L24 31M39 40L40 31")),
	"house-paper": onPaper(red, area(white, "M22 35L32 26L42 35V48H22Z"), solid(29, 39, 6, 9, 1)),
	"form": {
		area(white, paperPath), marks("M22 22H36M22 33H32"),
		area(rice, "M54 25L60 31L38 53L29 56L32 47Z"), marks("M22 47H23"),
	},
	"signed-paper": onPaper(white, marks("M22 20H36M22 30H42M22 48C27 36 30 37 28 47C32 40 34 42 34 47H42")),
	"photo": {
		sheet(sky, 11, 5, 42, 54, 4), disc(skin, 32, 27, 9), area(white, "M17 59C17 47 24 41 32 41C40 41 47 47 47 59Z"),
	},
	"bank-card": {
		sheet(sky, 5, 13, 54, 38, 6), solid(5, 21, 54, 9, 0), marks("M13 41H25M41 41H49"),
	},
	"health-card": {
		sheet(white, 5, 13, 54, 38, 6),
		area(red, "M21 43C14 38 11 35 11 30C11 24 19 23 21 28C23 23 31 24 31 30C31 35 28 38 21 43Z"),
		marks("M39 26H51M39 34H51M39 42H47"),
	},
	"vehicle-card": {
		sheet(leaf, 5, 13, 54, 38, 6), disc(white, 20, 37, 6), disc(white, 44, 37, 6), marks("M20 37L28 27H38L44 37M26 37H37M34 22H40L38 27"),
	},
	"bill": {
		area(white, "M13 5H51V58L44.7 53L38.3 58L32 53L25.7 58L19.3 53L13 58Z"), marks("M22 17H42M22 28H42M34 39H42"),
	},
	"school-report": {
		area(leaf, "M15 6H48C50 6 52 8 52 10V58H15C12 58 10 56 10 53V11C10 8 12 6 15 6Z"), marks("M10 53C10 49 12 48 15 48H52"),
		sheet(white, 21, 16, 21, 15, 2),
	},
	"money": {
		sheet(leaf, 4, 15, 56, 34, 5), disc(white, 32, 32, 8), dot(14, 32, 3), dot(50, 32, 3),
	},
	"sim": {
		area(white, "M18 5H38L50 17V55C50 57 48 59 46 59H18C16 59 14 57 14 55V9C14 7 16 5 18 5Z"), sheet(rice, 22, 29, 20, 20, 4), marks("M32 29V49M22 39H42"),
	},
	"envelope": {
		sheet(sky, 5, 13, 54, 38, 6), marks("M8 17L32 36L56 17"),
	},
}
