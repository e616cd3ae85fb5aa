// Package qr turns a text into a QR code that is known to work: every symbol
// is read back by a second, independent library before it leaves the package,
// always carries its quiet zone, and is drawn with whole pixels a module.
//
// It hides github.com/skip2/go-qrcode, which is unmaintained and whose objects
// encode again on every call and must not be shared.
//
// Now and then the modules of a symbol happen to look like a finder or an
// alignment pattern and mislead readers. Such a symbol is right and useless;
// the text then gets another shape, whose modules are quite different.
package qr

import (
	"fmt"
	"sync"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// Level is how much damage a symbol survives. There is no level L: a smudge of
// a twentieth of the symbol kills it.
type Level int

// The levels, by the share of the symbol that can be lost.
const (
	M Level = iota + 1 // about 15 %
	Q                  // about 25 %: the default
	H                  // about 30 %: only where there is room, on posters
)

// String gives the level's letter.
func (l Level) String() string {
	switch l {
	case M:
		return "M"
	case Q:
		return "Q"
	case H:
		return "H"
	}
	return fmt.Sprintf("Level(%d)", int(l))
}

// QuietZone is the white border around every symbol, in modules. The standard
// (ISO/IEC 18004) asks for four, and cheap phones need them.
const QuietZone = 4

// MinModuleMM is the smallest module, in millimetres, that old phones read
// from ordinary print.
const MinModuleMM = 0.5

// Symbol is a verified QR code. It never changes and may be shared.
type Symbol struct {
	text    string
	level   Level
	version int
	rows    [][]bool
}

// Text is what the symbol says.
func (s *Symbol) Text() string { return s.text }

// Level is the symbol's error correction level.
func (s *Symbol) Level() Level { return s.level }

// Version is the symbol's size class, 1 to 40.
func (s *Symbol) Version() int { return s.version }

// Size is the number of modules a side, without the quiet zone.
func (s *Symbol) Size() int { return len(s.rows) }

// Side is the number of modules a side with the quiet zone.
func (s *Symbol) Side() int { return s.Size() + 2*QuietZone }

// Black says whether the module in column x, row y is black. Modules outside
// the symbol are white: they are the quiet zone.
func (s *Symbol) Black(x, y int) bool {
	return y >= 0 && y < len(s.rows) && x >= 0 && x < len(s.rows) && s.rows[y][x]
}

// cacheSize is how many symbols are kept: more than twice the links of a pack.
const cacheSize = 1024

var cache = struct {
	sync.Mutex
	symbols map[cacheKey]*Symbol
}{symbols: map[cacheKey]*Symbol{}}

type cacheKey struct {
	text string
	shape
}

// shape is one of the ways to draw a text.
type shape struct {
	level  Level
	larger int // versions above the smallest that holds the text
	mask   int // 1 to 8: the standard's masks 000 to 111; 0: the encoder's choice
}

// Encode makes the smallest symbol for text at a level and reads it back. The
// result is cached.
//
// Errors: CodeInvalid (empty, too long, not UTF-8, no such level),
// CodeUnverified (the symbol could not be read back; it must not be shown).
func Encode(text string, level Level) (*Symbol, error) { return encode(text, shape{level: level}) }

func encode(text string, sh shape) (*Symbol, error) {
	key := cacheKey{text, sh}
	cache.Lock()
	s, ok := cache.symbols[key]
	cache.Unlock()
	if ok {
		return s, nil
	}
	s, err := encodeAnew(text, sh)
	if err != nil {
		return nil, err
	}
	cache.Lock()
	defer cache.Unlock()
	if len(cache.symbols) >= cacheSize {
		clear(cache.symbols) // far more than a pack's links: start anew
	}
	cache.symbols[key] = s
	return s, nil
}

func encodeAnew(text string, sh shape) (*Symbol, error) {
	if sh.level < M || sh.level > H {
		return nil, guide.Errorf(guide.CodeInvalid, "Mức sửa lỗi của mã QR không đúng.")
	}
	if text == "" || len(text) > guide.MaxURLLength || !utf8.ValidString(text) {
		return nil, guide.Errorf(guide.CodeInvalid, "Nội dung mã QR trống, quá dài hoặc có chữ bị hỏng.")
	}
	s, err := draft(text, sh)
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeInvalid, "Không tạo được mã QR từ nội dung này.")
	}
	if err := verify(s); err != nil {
		return nil, guide.Wrap(err, guide.CodeUnverified, "Mã QR này chưa đọc lại được nên không hiện. Mời ông bà gõ mã thủ tục, hoặc hỏi cán bộ.")
	}
	return s, nil
}

const (
	// masks is how many patterns the standard has to lay over the modules.
	masks = 8
	// mostLarger is how many versions a symbol may grow for the sake of being
	// read.
	mostLarger = 3
)

// shapes lists the ways to draw a text, in the order to try them: the smallest
// symbol at each level, the first of them under other masks, then larger ones.
func shapes(levels ...Level) []shape {
	var list []shape
	for _, level := range levels {
		list = append(list, shape{level: level})
	}
	for mask := range masks {
		list = append(list, shape{level: levels[0], mask: mask + 1})
	}
	for larger := range mostLarger {
		for _, level := range levels {
			list = append(list, shape{level: level, larger: larger + 1})
		}
	}
	return list
}

// firstReadable gives the text in the first shape that reads back. Of the
// shapes after the first only those that fit are taken. Errors: those of
// [Encode] for the first shape.
func firstReadable(text string, list []shape, fits func(*Symbol) bool) (*Symbol, error) {
	s, err := encode(text, list[0])
	if guide.ErrorCode(err) != guide.CodeUnverified {
		return s, err
	}
	for _, sh := range list[1:] {
		if other, otherErr := encode(text, sh); otherErr == nil && fits(other) {
			return other, nil
		}
	}
	return nil, err
}

// LevelFor is the level for a link's symbol drawn sizeMM millimetres wide, quiet
// zone included: Q, or M when Q would make modules smaller than MinModuleMM.
func LevelFor(text string, sizeMM float64) Level {
	s, err := draft(text, shape{level: Q})
	if err != nil || fits(s, sizeMM) {
		return Q // on an error Encode will say what is wrong
	}
	return M
}

// fits says whether the symbol, drawn sizeMM millimetres wide with its quiet
// zone, has modules that can be read.
func fits(s *Symbol, sizeMM float64) bool {
	return sizeMM/float64(s.Size()+2*QuietZone) >= MinModuleMM
}

// ForLink makes the symbol for a link of the registry, for a code drawn sizeMM
// millimetres wide, and names the official host it leads to.
//
// Errors: CodeUnofficial, and those of [Encode].
func ForLink(link guide.Link, hosts []guide.Host, sizeMM float64) (*Symbol, guide.Host, error) {
	host, err := guide.Official(link.URL, hosts)
	if err != nil {
		return nil, guide.Host{}, err
	}
	levels := []Level{Q, H, M}
	if LevelFor(link.URL, sizeMM) == M {
		levels = []Level{M}
	}
	s, err := firstReadable(link.URL, shapes(levels...), func(s *Symbol) bool { return fits(s, sizeMM) })
	return s, host, err
}
