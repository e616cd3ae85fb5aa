package handout

import (
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// CountCards counts how often a card is laid out until the test is over.
func CountCards(t testing.TB) *int {
	count := 0
	before := layCard
	layCard = func(s Content, f paper, w, h float64, dpi int) (*Page, error) {
		count++
		return before(s, f, w, h, dpi)
	}
	t.Cleanup(func() { layCard = before })
	return &count
}

// NoCodes has no code for a telephone, a contact or a network made until the
// test is over.
func NoCodes(t testing.TB) {
	before := codes
	refused := guide.Errorf(guide.CodeUnverified, "Chưa đọc lại được.")
	codes.phone = func(string) (*qr.Symbol, error) { return nil, refused }
	codes.contact = func(guide.Contact) (*qr.Symbol, error) { return nil, refused }
	codes.wifi = func(guide.WiFi) (*qr.Symbol, error) { return nil, refused }
	t.Cleanup(func() { codes = before })
}

// Broken breaks text into even lines.
func Broken(text string, width, size float64, bold bool, most int) []string {
	return broken(text, width, size, bold, most)
}
