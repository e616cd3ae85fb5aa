package handout

import "testing"

// CountCards counts how often a card is laid out until the test is over.
func CountCards(t testing.TB) *int {
	count := 0
	before := layCard
	layCard = func(s Slip, f form, w, h float64, dpi int) (*Page, error) {
		count++
		return before(s, f, w, h, dpi)
	}
	t.Cleanup(func() { layCard = before })
	return &count
}
