package guide

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Unit gives the texts of a step that are read aloud in one go, as they are
// shown: what to do and why. Of a step that stands for a flow there are none.
func (s Step) Unit() []string { return unit(s.Say, s.Why) }

// Unit gives the texts of a line of a checklist that are read aloud in one go:
// what to bring, and the note.
func (i Item) Unit() []string { return unit(i.Say, i.Note) }

func unit(say, more string) []string {
	if say == "" {
		return nil
	}
	return slices.DeleteFunc([]string{say, more}, func(s string) bool { return s == "" })
}

// UnitID names the recorded clip of texts that are read aloud in one go, such
// as a step with its reason: 16 hexadecimal digits that change with every word,
// so that an outdated clip is never played. How quotation marks, dashes
// and times signs are drawn is not heard: it changes nothing.
func UnitID(texts []string) string {
	sum := sha256.Sum256([]byte(typed(strings.Join(texts, "\n"))))
	return hex.EncodeToString(sum[:8])
}
