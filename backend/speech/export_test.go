package speech

// IsSyllable says whether a word can be read as one Vietnamese syllable.
func IsSyllable(w string) bool { return isSyllable(w) }

// Sentences gives the byte offsets of the sentences of a text.
func (r *Reader) Sentences(text string) [][2]int {
	var list [][2]int
	for _, s := range r.splitter.Split(text) {
		list = append(list, [2]int{s.From, s.To})
	}
	return list
}

// UTF16Len is the length of a text as JavaScript counts it.
func UTF16Len(text string) int { return utf16Len(text) }
