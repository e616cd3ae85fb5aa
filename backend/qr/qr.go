// Package qr turns a text into a QR code that is known to work: every symbol
// is read back by a second, independent library before it leaves the package,
// always carries its quiet zone, and is drawn with whole pixels a module.
//
// It hides github.com/skip2/go-qrcode, which is unmaintained and whose objects
// encode again on every call and must not be shared.
package qr

import (
	"fmt"
	"sync"

	qrcode "github.com/skip2/go-qrcode"

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

// skip2 names Q "High" and H "Highest".
func (l Level) recovery() (qrcode.RecoveryLevel, bool) {
	switch l {
	case M:
		return qrcode.Medium, true
	case Q:
		return qrcode.High, true
	case H:
		return qrcode.Highest, true
	}
	return 0, false
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
	text  string
	level Level
}

// Encode makes the symbol for text and reads it back. The result is cached.
//
// Errors: CodeInvalid (empty, too long, no such level), CodeUnverified (the
// symbol could not be read back; it must not be shown).
func Encode(text string, level Level) (*Symbol, error) {
	key := cacheKey{text, level}
	cache.Lock()
	s, ok := cache.symbols[key]
	cache.Unlock()
	if ok {
		return s, nil
	}
	s, err := encode(text, level)
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

func encode(text string, level Level) (*Symbol, error) {
	recovery, ok := level.recovery()
	if !ok {
		return nil, guide.Errorf(guide.CodeInvalid, "Mức sửa lỗi của mã QR không đúng.")
	}
	if text == "" || len(text) > guide.MaxURLLength {
		return nil, guide.Errorf(guide.CodeInvalid, "Nội dung mã QR trống hoặc quá dài.")
	}
	code, err := qrcode.New(text, recovery)
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeInvalid, "Không tạo được mã QR từ nội dung này.")
	}
	code.DisableBorder = true // before the first Bitmap, or it is ignored
	s := &Symbol{text: text, level: level, version: code.VersionNumber, rows: code.Bitmap()}
	if err := verify(s); err != nil {
		return nil, guide.Wrap(err, guide.CodeUnverified, "Mã QR này chưa đọc lại được nên không hiện. Mời ông bà gõ mã thủ tục, hoặc hỏi cán bộ.")
	}
	return s, nil
}

// LevelFor is the level for a symbol drawn sizeMM millimetres wide, quiet zone
// included: Q, or M when Q would make modules smaller than MinModuleMM.
func LevelFor(text string, sizeMM float64) Level {
	code, err := qrcode.New(text, qrcode.High)
	if err != nil {
		return Q // Encode will say what is wrong
	}
	const perVersion, base = 4, 17 // modules a side = 17 + 4 × version
	side := base + perVersion*code.VersionNumber + 2*QuietZone
	if sizeMM/float64(side) < MinModuleMM {
		return M
	}
	return Q
}

// ForLink makes the symbol for a link of the registry, for a code drawn sizeMM
// millimetres wide, and names the official host it leads to. Now and then the
// modules of a symbol happen to look like a finder pattern and mislead
// decoders; such a link gets another level, whose symbol is quite different.
//
// Errors: CodeUnofficial, and those of [Encode].
func ForLink(link guide.Link, hosts []guide.Host, sizeMM float64) (*Symbol, guide.Host, error) {
	host, err := guide.Official(link.URL, hosts)
	if err != nil {
		return nil, guide.Host{}, err
	}
	first := LevelFor(link.URL, sizeMM)
	s, err := Encode(link.URL, first)
	if guide.ErrorCode(err) != guide.CodeUnverified {
		return s, host, err
	}
	others := []Level{H, M}
	if first == M { // a denser symbol would have modules too small to print
		others = nil
	}
	for _, level := range others {
		if s, otherErr := Encode(link.URL, level); otherErr == nil {
			return s, host, nil
		}
	}
	return nil, host, err
}
