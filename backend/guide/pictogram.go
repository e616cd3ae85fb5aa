package guide

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Icon is the name of a pictogram, one of [Pictograms], or "" for none.
type Icon string

// PictogramUnknown is the question mark, drawn where there is no other picture.
const PictogramUnknown = "unknown"

// Pictograms are the names that content may use as an icon, in the order in
// which people look for them: tiles, papers, machines, answers.
var Pictograms = []string{
	"baby", "rings", "incense", "house", "id-card", "stamped-paper", "heart-plus", "land", "shop", "motorbike",
	"hand-heart", "briefcase", "light-and-water", "seedling", "shield", "warning", "everything",

	"paper", "papers", "birth-paper", "marriage-paper", "death-paper", "house-paper", "form", "signed-paper", "photo",
	"bank-card", "health-card", "vehicle-card", "bill", "school-report", "money", "sim", "envelope",

	"phone", "android", "iphone", "keypad-phone", "lost-phone", "lock", "call", "camera", "scan", "printer", "wifi", "bell", "computer", "key", "digits", "message",
	"bulb", "drop",

	"tick", "cross", PictogramUnknown, "new", "broken", "person", "man", "woman", "child", "elder", "two-people", "family",
	"near", "office", "police", "province", "far", "globe", "clock", "calendar", "book", "school", "hospital", "tree", "gift", "fingerprint",
}

// IconOf is the pictogram of a service: its own, or that of its tile.
func (p *Pack) IconOf(s *Service) Icon {
	t, _ := p.Topic(s.Topic) // without a tile there is nothing to fall back on
	return cmp.Or(s.Icon, t.Icon)
}

// icon reports a name that is no pictogram.
func (c *checker) icon(path string, icon Icon) {
	if icon != "" && !slices.Contains(Pictograms, string(icon)) {
		c.add(path, "Không có hình vẽ nào tên %q.", fmt.Sprintf("Chọn một trong: %s.", strings.Join(Pictograms, ", ")), clip(string(icon), 40))
	}
}
