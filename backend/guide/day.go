package guide

import (
	"slices"
	"strings"
)

// WriteDay writes YYYY-MM-DD as people here do, DD/MM/YYYY; YYYY-MM and YYYY
// likewise.
func WriteDay(date string) string {
	parts := strings.Split(date, "-")
	slices.Reverse(parts)
	return strings.Join(parts, "/")
}
