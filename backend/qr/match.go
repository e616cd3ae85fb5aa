package qr

// Match gives symbols for the same texts with as many modules each as the largest
// of them has, so that codes side by side are equal to the eye. What room a
// larger symbol brings goes into a higher level. A symbol that cannot be read
// back in that size stays as it is.
func Match(symbols ...*Symbol) []*Symbol {
	version := 0
	for _, s := range symbols {
		version = max(version, s.version)
	}
	matched := make([]*Symbol, len(symbols))
	for i, s := range symbols {
		matched[i] = s.grown(version)
	}
	return matched
}

// grown is the text in a symbol of a version, at the highest level that it holds
// and no lower than that of s.
func (s *Symbol) grown(version int) *Symbol {
	if s.version == version {
		return s
	}
	for level := H; level >= s.level; level-- {
		smallest, err := draft(s.text, shape{level: level})
		if err != nil || smallest.version > version {
			continue
		}
		if g, err := encode(s.text, shape{level: level, larger: version - smallest.version}); err == nil {
			return g
		}
	}
	return s
}
