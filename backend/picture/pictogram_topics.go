package picture

// heartPath is a heart that fills a pictogram.
const heartPath = "M32 57C16 46 6 36 6 23C6 14 13 8 20 8C26 8 30 11 32 16C34 11 38 8 44 8C51 8 58 14 58 23C58 36 48 46 32 57Z"

// paperPath is a sheet of paper with its corner folded.
const paperPath = "M17 5H38L51 18V55C51 57 49 59 47 59H17C15 59 13 57 13 55V9C13 7 15 5 17 5Z"

var babyShapes = []Shape{
	disc(skin, 9, 37, 4), disc(skin, 55, 37, 4), disc(skin, 32, 36, 22),
	marks("M34 6C26 7 24 18 31 19C37 19 37 12 33 13"),
	dot(24, 35, 3.2), dot(40, 35, 3.2), marks("M24 45C27 50 37 50 40 45"),
}

// houseShapes is a house with its door.
var houseShapes = []Shape{
	area(rice, "M13 27L32 10L51 27V56H13Z"), marks("M6 32L32 8L58 32"), solid(26, 38, 12, 18, 2),
}

// ember is the glowing end of a stick of incense.
func ember(d string) Shape { return Path{Ops: pathOps(d), Stroke: red, Line: 5} }

// topicShapes are the tiles of the home screen.
var topicShapes = map[string][]Shape{
	"baby": babyShapes,
	"rings": {
		Circle{X: 22, Y: 40, R: 15, Stroke: outline, Line: 12}, Circle{X: 22, Y: 40, R: 15, Stroke: rice, Line: 5},
		Circle{X: 42, Y: 40, R: 15, Stroke: outline, Line: 12}, Circle{X: 42, Y: 40, R: 15, Stroke: rice, Line: 5},
		// The left ring once more where it lies upon the right one.
		Path{Ops: pathOps("M25.9 25.5C30.6 26.8 34.4 30.3 36.1 34.9"), Stroke: outline, Line: 12},
		Path{Ops: pathOps("M23.3 25.1C30.3 25.7 35.9 31 36.9 37.9"), Stroke: rice, Line: 5},
		area(sky, "M13 10L17 5H27L31 10L22 19Z"),
	},
	"incense": {
		marks("M32 40V22M22 40L19 25M42 40L45 25"), ember("M32 21V18"), ember("M18.6 23L18 20"), ember("M45.4 23L46 20"),
		marks("M32 11C27 8 37 7 32 3"),
		area(rice, "M8 39H56C56 47 50 53 42 54H22C14 53 8 47 8 39Z"), marks("M19 60H45"),
	},
	"house": houseShapes,
	"id-card": {
		sheet(leaf, 5, 13, 54, 38, 6), dot(21, 27, 6), Path{Ops: pathOps("M11 43C11 34 31 34 31 43Z"), Fill: outline, Stroke: outline, Line: 2},
		marks("M39 25H50M39 33H50M39 41H46"),
	},
	"stamped-paper": {
		area(white, paperPath), marks("M22 20H34M22 30H40M22 40H28"),
		disc(red, 44, 46, 12), marks("M38.5 46.5L42.5 50.5L49.5 42.5"),
	},
	"heart-plus": {area(red, heartPath), marks("M32 24V42M23 33H41")},
	"land": {
		disc(rice, 48, 15, 7), area(leaf, "M4 54L22 22C23 20 25 20 26 22L45 54Z"),
		area(leaf, "M24 54L41 34C42 32 44 32 45 34L60 54Z"), marks("M4 54H60"),
	},
	"shop": {
		area(white, "M11 26H53V57H11Z"), sheet(rice, 19, 36, 13, 21, 1), marks("M39 38H45V46H39Z"),
		area(red, "M12 7H52L59 22C59 31 45.5 31 45.5 22C45.5 31 32 31 32 22C32 31 18.5 31 18.5 22C18.5 31 5 31 5 22Z"),
		marks("M18.5 22L22 7M45.5 22L42 7M32 22V7"),
	},
	"motorbike": {
		marks("M50 47L43 15H37M43 15L49 14"),
		area(red, "M9 37C9 30 15 29 20 29H36L39 38H43C46 38 48 33 47 28L44 24C52 26 53 36 50 42L46 47H27C25 40 16 36 9 37Z"),
		marks("M14 24H32"),
		disc(white, 15, 47, 10), disc(white, 50, 47, 10), dot(15, 47, 3), dot(50, 47, 3),
	},
	"hand-heart": {
		area(red, "M38 36C29 29 23 24 23 16C23 11 27 7 31 7C34 7 37 9 38 12C39 9 42 7 45 7C49 7 53 11 53 16C53 24 47 29 38 36Z"),
		area(skin, "M13 44C19 39 25 40 30 44H38C44 44 44 51 38 51H29H40L52 44C57 41 61 46 57 50L45 57C42 59 39 59 36 59L13 57Z"),
		sheet(sky, 4, 41, 9, 18, 2),
	},
	"briefcase": {
		marks("M22 19V13C22 10 24 8 27 8H37C40 8 42 10 42 13V19"), sheet(rice, 5, 19, 54, 37, 6),
		marks("M5 36H59"), solid(26, 31, 12, 11, 3),
	},
	"light-and-water": {
		area(rice, "M36 5L18 35H32L26 58L55 24H40L48 5Z"),
		area(sky, "M14 36C19 43 23 46 23 51C23 56 19 59 14 59C9 59 5 56 5 51C5 46 9 43 14 36Z"),
	},
	"seedling": {
		area(leaf, "M32 38C32 26 22 19 6 19C6 33 16 41 32 38Z"), area(leaf, "M32 29C32 15 42 7 58 7C58 22 48 31 32 29Z"),
		marks("M32 57V29M9 57H55"),
	},
	"shield": {
		area(rice, "M32 5L55 13V30C55 44 46 54 32 59C18 54 9 44 9 30V13Z"), marks("M32 20V34"), dot(32, 45, 3.2),
	},
	"everything": {
		sheet(rice, 6, 6, 22, 22, 5), sheet(leaf, 36, 6, 22, 22, 5), sheet(red, 6, 36, 22, 22, 5), sheet(sky, 36, 36, 22, 22, 5),
	},
	"warning": {
		area(red, "M28 9C30 6 34 6 36 9L59 51C60 54 58 57 55 57H9C6 57 4 54 5 51Z"), marks("M32 24V37"), dot(32, 47, 3.2),
	},
}
