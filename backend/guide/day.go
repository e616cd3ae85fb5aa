package guide

import (
	"slices"
	"strings"
)

// Day writes YYYY-MM-DD as people here do, DD/MM/YYYY; YYYY-MM and YYYY
// likewise.
func Day(date string) string {
	parts := strings.Split(date, "-")
	slices.Reverse(parts)
	return strings.Join(parts, "/")
}
