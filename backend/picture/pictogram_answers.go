package picture

// person is head and shoulders around a column; y is the top of the head.
func person(shirt Colour, x, y, scale float64) []Shape {
	return within(x-32*scale, y, scale,
		area(shirt, "M10 59C10 42 18 36 32 36C46 36 54 42 54 59Z"), disc(skin, 32, 20, 13))
}

func join(groups ...[]Shape) []Shape {
	var all []Shape
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// answerShapes are what people answer to a question.
var answerShapes = map[string][]Shape{
	"tick":    {disc(leaf, 32, 32, 27), Path{Ops: pathOps("M19 33L28 42L45 23"), Stroke: outline, Line: 6}},
	"cross":   {disc(white, 32, 32, 27), Path{Ops: pathOps("M22 22L42 42M42 22L22 42"), Stroke: outline, Line: 6}},
	"unknown": {disc(sky, 32, 32, 27), marks("M24 25C24 14 40 14 40 25C40 32 32 31 32 38"), dot(32, 47, 3.2)},
	"new":     {disc(rice, 32, 32, 27), Path{Ops: pathOps("M32 19V45M19 32H45"), Stroke: outline, Line: 6}},
	"person":  person(sky, 32, 0, 1),
	"man": join(person(sky, 32, 0, 1), []Shape{
		Path{Ops: pathOps("M18 19C16 8 24 4 32 4C40 4 48 8 46 19C43 13 38 13 32 13C26 13 21 13 18 19Z"), Fill: outline},
		marks("M26 37L32 46L38 37"),
	}),
	"woman": join([]Shape{area(outline, "M15 38C17 34 16 27 16 20C16 9 23 4 32 4C41 4 48 9 48 20C48 27 47 34 49 38Z")}, person(red, 32, 0, 1), []Shape{
		Path{Ops: pathOps("M18 20C18 9 24 4 32 4C40 4 46 9 46 20C40 20 35 17 33 11C31 17 25 20 18 20Z"), Fill: outline},
	}),
	"child": {
		area(rice, "M13 59C13 48 21 44 32 44C43 44 51 48 51 59Z"), disc(skin, 32, 27, 18),
		Path{Ops: pathOps("M13 28C11 14 20 6 32 6C44 6 53 14 51 28C47 20 40 18 32 18C24 18 17 20 13 28Z"), Fill: outline},
		dot(25, 29, 2.8), dot(39, 29, 2.8), marks("M27 36C30 39 34 39 37 36"),
	},
	"elder": join([]Shape{disc(white, 15, 24, 6), disc(white, 41, 24, 6)}, person(leaf, 28, 0, 1), []Shape{
		disc(white, 21.5, 20, 4.5), disc(white, 34.5, 20, 4.5), marks("M26 19H30M58 59V37C58 31 51 31 51 37"),
	}),
	"two-people": join(person(red, 44, 12, 0.8), person(sky, 21, 12, 0.8)),
	"family": join(person(sky, 19, 3, 0.78), person(red, 45, 3, 0.78), []Shape{
		area(rice, "M18 60C18 51 24 47 32 47C40 47 46 51 46 60Z"), disc(skin, 32, 38, 9.5),
	}),
	"near":   {area(red, "M32 60C20 46 12 36 12 25C12 13 21 5 32 5C43 5 52 13 52 25C52 36 44 46 32 60Z"), disc(white, 32, 25, 8)},
	"office": {area(rice, "M32 6L58 23H6Z"), sheet(white, 11, 23, 42, 28, 0), marks("M22 30V46M32 30V46M42 30V46M5 57H59")},
	"province": {
		area(leaf, "M6 14L23 7L41 14L58 7V50L41 57L23 50L6 57Z"), marks("M23 7V50M41 14V57"),
	},
	"far": {
		area(rice, "M25 9H39L54 58H10Z"), marks("M32 17V23M32 32V38M32 47V53M4 9H60"),
	},
	"police": {
		area(sky, "M32 4L40 11L50 10L52 20L60 27L55 36L57 46L47 49L41 58L32 54L23 58L17 49L7 46L9 36L4 27L12 20L14 10L24 11Z"),
		area(rice, "M32 19L36 28L45 29L38 35L40 44L32 39.5L24 44L26 35L19 29L28 28Z"),
	},
	"fingerprint": {
		marks("M14 22C18 11 25 6 32 6C45 6 54 15 54 28V36M54 47V48M10 34V31M10 46V43M22 58C18 52 18 46 18 30C18 21 24 15 32 15C40 15 46 21 46 30V40C46 48 44 54 42 58"),
		marks("M32 58C27 50 26 44 26 31C26 27 28 24 32 24C36 24 38 27 38 31V40C38 44 37.5 47 37 50"), marks("M32 32V41"),
	},
	"gift":  {sheet(red, 8, 30, 48, 28, 3), sheet(rice, 4, 19, 56, 12, 3), marks("M32 19V58M32 19C20 19 18 6 25 6C30 6 32 12 32 19C32 12 34 6 39 6C46 6 44 19 32 19")},
	"globe": {disc(sky, 32, 32, 27), marks("M5 32H59M32 5C18 19 18 45 32 59C46 45 46 19 32 5Z")},
	"clock": {disc(white, 32, 32, 27), marks("M32 15V32L43 40")},
	"calendar": {
		sheet(white, 6, 11, 52, 47, 6), area(red, "M6 25V17C6 14 9 11 12 11H52C55 11 58 14 58 17V25Z"), marks("M20 5V15M44 5V15"),
		dot(20, 36, 3), dot(32, 36, 3), dot(44, 36, 3), dot(20, 47, 3), dot(32, 47, 3),
	},
	"book":     {area(leaf, "M32 15C26 9 16 8 5 9V52C16 51 26 52 32 58C38 52 48 51 59 52V9C48 8 38 9 32 15Z"), marks("M32 15V58")},
	"hospital": {sheet(white, 7, 6, 50, 52, 4), marks("M32 15V33M23 24H41"), sheet(red, 25, 42, 14, 16, 0)},
	"school":   {area(rice, "M32 9L60 24L32 39L4 24Z"), area(sky, "M15 31V46C22 55 42 55 49 46V31L32 40Z"), marks("M58 25V42")},
	"tree":     {marks("M32 40V59M20 59H44"), area(leaf, "M32 5C43 5 50 12 49 21C54 25 54 36 45 39C41 43 23 43 19 39C10 36 10 25 15 21C14 12 21 5 32 5Z")},
	"broken":   {disc(rice, 32, 32, 27), marks("M36 5L28 22L37 32L27 43L32 59")},
}
