package guide

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// UnitID names the recorded clip of texts that are read aloud in one go, such
// as a step with its reason: 16 hexadecimal digits that change with every word,
// so that an outdated clip is never played.
func UnitID(texts []string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\n")))
	return hex.EncodeToString(sum[:8])
}
