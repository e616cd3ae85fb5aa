// Package maintenance is the screen that stands where the kiosk cannot: when its window
// does not come up, whatever is missing. It is drawn without any web engine and without
// the database, by the process that watches over the window.
package maintenance

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

// CardName is the file in the data folder in which the kiosk leaves what this screen
// says of the office, while it still can.
const CardName = "office-card.json"

// Card is what is said of the office.
type Card struct {
	Office string   `json:"office,omitempty"`
	Phone  string   `json:"phone,omitempty"`
	Hours  []string `json:"hours,omitempty"`
}

// Text gives the bytes of a card's file.
func (c Card) Text() ([]byte, error) { return json.MarshalIndent(c, "", " ") }

// Bounds of a card: it is drawn large, on one screen.
const (
	maxCard  = 16 << 10
	maxRunes = 120
	maxHours = 4
)

// ReadCard gives the office's card. One that cannot be read is empty: the screen then
// says less.
func ReadCard(dir string) Card {
	file, err := os.Open(filepath.Join(dir, CardName))
	if err != nil {
		return Card{}
	}
	defer func() { _ = file.Close() }()
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		return Card{}
	}
	data, err := io.ReadAll(io.LimitReader(file, maxCard))
	var c Card
	if err != nil || json.Unmarshal(data, &c) != nil {
		return Card{}
	}
	c.Office, c.Phone = short(c.Office), short(c.Phone)
	c.Hours = c.Hours[:min(len(c.Hours), maxHours)]
	for i, h := range c.Hours {
		c.Hours[i] = short(h)
	}
	return c
}

func short(text string) string {
	if runes := []rune(text); len(runes) > maxRunes {
		return string(runes[:maxRunes-1]) + "…"
	}
	return text
}

// Answer is what becomes of the screen.
type Answer int

// The answers.
const (
	TryAgain Answer = iota
	Leave           // staff closed it
)

// ErrNoScreen is given where nothing can be drawn.
var ErrNoScreen = errors.New("no screen to draw on")

// closeTwice is how soon a second request to close must follow the first. Without the
// kiosk there is no staff door to ask for a PIN; staff must get at their computer.
const closeTwice = 10 * time.Second

// closeRest is how long the keys must rest between the two: a key that is held down
// repeats itself.
const closeRest = 1300 * time.Millisecond

// closer tells a second request to close from a first.
type closer struct{ first, last time.Time }

func (c *closer) asked(at time.Time) (leave bool) {
	rested := at.Sub(c.last) >= closeRest
	c.last = at
	if rested && at.Sub(c.first) < closeTwice {
		return true
	}
	if rested {
		c.first = at
	}
	return false
}
