package picture

// handset is a smartphone without anything on its glass.
func handset(shapes ...Shape) []Shape {
	return append([]Shape{sheet(sky, 16, 4, 32, 56, 7), marks("M29 52H35")}, shapes...)
}

// deviceShapes are machines and what is done with them.
var deviceShapes = map[string][]Shape{
	"phone":      handset(marks("M29 12H35")),
	"lost-phone": append(handset(), marks("M24 22L40 38M40 22L24 38")),
	"android":    {sheet(sky, 16, 4, 32, 56, 7), dot(25, 14, 3.4), dot(25, 24, 3.4), dot(25, 34, 3.4)},
	"iphone":     {sheet(leaf, 16, 4, 32, 56, 7), sheet(white, 20, 8, 18, 18, 5), dot(26, 14, 2.6), dot(32, 20, 2.6)},
	"keypad-phone": {
		sheet(rice, 15, 4, 34, 56, 7), sheet(white, 22, 11, 20, 15, 2),
		dot(24, 35, 2.8), dot(32, 35, 2.8), dot(40, 35, 2.8), dot(24, 43, 2.8), dot(32, 43, 2.8), dot(40, 43, 2.8), dot(24, 51, 2.8), dot(32, 51, 2.8), dot(40, 51, 2.8),
	},
	"lock": {sheet(rice, 10, 27, 44, 32, 6), marks("M19 27V18C19 1 45 1 45 18V27M32 41V46"), dot(32, 40, 3.4)},
	"call": {
		area(leaf, "M17 6L25 8C26 8 27 9 27 10L29 20C29 21 29 22 28 23L23 28C27 35 30 38 36 41L41 36C42 35 43 35 44 35L54 38C55 38 56 39 56 40L57 48C57 54 53 58 47 58C25 56 8 38 7 17C7 11 11 6 17 6Z"),
	},
	"camera": {
		area(sky, "M10 18H19L24 10H40L45 18H54C57 18 59 20 59 23V49C59 52 57 54 54 54H10C7 54 5 52 5 49V23C5 20 7 18 10 18Z"),
		disc(white, 32, 35, 11), dot(32, 35, 4),
	},
	"scan": {
		marks("M5 18V9C5 7 7 5 9 5H18M46 5H55C57 5 59 7 59 9V18M59 46V55C59 57 57 59 55 59H46M18 59H9C7 59 5 57 5 55V46"),
		sheet(rice, 16, 16, 12, 12, 2), sheet(rice, 36, 16, 12, 12, 2), sheet(rice, 16, 36, 12, 12, 2),
		solid(35, 35, 7, 7, 1), solid(43, 43, 7, 7, 1),
	},
	"printer": {
		area(white, "M17 22V6H47V22"), sheet(sky, 5, 20, 54, 26, 6), area(white, "M17 37H47V58H17Z"), marks("M24 47H40"), dot(49, 29, 3),
	},
	"wifi": {
		marks("M5 26C20 11 44 11 59 26M14 36C24 26 40 26 50 36"), disc(rice, 32, 48, 7),
	},
	"bell": {
		area(rice, "M32 8C21 8 15 16 15 26V36L9 44C8 46 9 48 11 48H53C55 48 56 46 55 44L49 36V26C49 16 43 8 32 8Z"), marks("M32 4V8M25 55C28 60 36 60 39 55"),
	},
	"computer": {sheet(sky, 5, 9, 54, 36, 5), marks("M32 45V56M20 56H44")},
	"key": {
		disc(rice, 19, 45, 15), marks("M30 34L58 6M48 16L56 24M39 25L46 32"), dot(17, 47, 3.2),
	},
	"digits": {
		sheet(white, 4, 20, 56, 24, 6), dot(16, 32, 4), dot(32, 32, 4), dot(48, 32, 4),
	},
	"message": {
		area(leaf, "M12 8H52C56 8 59 11 59 15V38C59 42 56 45 52 45H32L18 57V45H12C8 45 5 42 5 38V15C5 11 8 8 12 8Z"), marks("M17 21H47M17 32H35"),
	},
	"bulb": {
		area(rice, "M23 44C23 38 14 34 14 23C14 13 22 5 32 5C42 5 50 13 50 23C50 34 41 38 41 44Z"), marks("M24 51H40M28 58H36"),
	},
	"drop": {area(sky, "M32 5C44 20 52 28 52 39C52 51 43 59 32 59C21 59 12 51 12 39C12 28 20 20 32 5Z"), marks("M23 40C23 45 27 48 31 48")},
}
