package speech

import "unicode/utf16"

// utf16Len is the length of a text as JavaScript counts it.
func utf16Len(text string) int {
	n := 0
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}
