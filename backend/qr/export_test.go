package qr

import "strconv"

// FailVerification makes every read-back fail until the returned function is
// called.
func FailVerification(err error) (restore func()) {
	old := verify
	verify = func(*Symbol) error { return err }
	return func() { verify = old }
}

// ReadBack verifies the drawing of one symbol against another text.
func ReadBack(drawn *Symbol, text string) error {
	return readBack(&Symbol{text: text, rows: drawn.rows})
}

// Smudged is a copy of the symbol with a white square over its middle.
func Smudged(s *Symbol) *Symbol {
	rows := make([][]bool, len(s.rows))
	for y, row := range s.rows {
		rows[y] = append([]bool(nil), row...)
		for x := range row {
			if third := len(row) / 3; y > third && y < 2*third && x > third/2 {
				rows[y][x] = false
			}
		}
	}
	return &Symbol{text: s.text, level: s.level, version: s.version, rows: rows}
}

// FillCache fills the cache to its bound with other texts.
func FillCache() {
	cache.Lock()
	defer cache.Unlock()
	clear(cache.symbols)
	for i := range cacheSize {
		cache.symbols[cacheKey{text: strconv.Itoa(i)}] = nil
	}
}

// CacheSize is the number of symbols kept now, and the most ever kept.
func CacheSize() (now, most int) {
	cache.Lock()
	defer cache.Unlock()
	return len(cache.symbols), cacheSize
}

// EmptyCache forgets every symbol.
func EmptyCache() {
	cache.Lock()
	defer cache.Unlock()
	clear(cache.symbols)
}

// UnderMask encodes with one of the standard's masks, 1 to 8.
func UnderMask(text string, level Level, mask int) (*Symbol, error) {
	return encode(text, shape{level: level, mask: mask})
}
