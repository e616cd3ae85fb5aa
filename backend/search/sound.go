package search

import "strings"

// Spellings that are heard alike in some part of the country. near is what
// nearly everybody mixes up in writing; far is heard alike in some regions
// only. Source: the rules taught against spelling slips (n/l, tr/ch, s/x,
// d/gi/r, i/y; finals n/ng, t/c, v/d), which the issue of this search names.
type sounds struct{ near, far string }

// soundOf gives the two keys of a folded syllable: syllables with the same
// key may be meant for each other.
func soundOf(folded string) sounds {
	initial, rhyme := initialOf(folded)
	near := nearInitial(initial) + nearRhyme(rhyme)
	far := near
	if strings.HasPrefix(far, "v") {
		far = "d" + far[1:]
	}
	switch {
	case strings.HasSuffix(far, "ng"):
		far = far[:len(far)-2] + "n"
	case strings.HasSuffix(far, "nh"):
		far = far[:len(far)-2] + "n"
	case strings.HasSuffix(far, "c") && len(far) > 1:
		far = far[:len(far)-1] + "t"
	case strings.HasSuffix(far, "ch"):
		far = far[:len(far)-2] + "t"
	}
	for _, r := range [][2]string{{"uou", "iu"}, {"uu", "iu"}, {"ieu", "iu"}, {"uoi", "ui"}, {"oi", "oi"}} {
		if strings.HasSuffix(far, r[0]) {
			far = far[:len(far)-len(r[0])] + r[1]
			break
		}
	}
	return sounds{near: near, far: far}
}

var initials = []string{"ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu"}

func initialOf(folded string) (initial, rhyme string) {
	for _, i := range initials {
		if rest, ok := strings.CutPrefix(folded, i); ok {
			if i == "gi" && !startsWithVowel(rest) { // "gì", "gìn": the i is the vowel
				return "gi", "i" + rest
			}
			return i, rest
		}
	}
	if folded != "" && !startsWithVowel(folded) {
		return folded[:1], folded[1:]
	}
	return "", folded
}

func startsWithVowel(s string) bool { return s != "" && strings.IndexByte("aeiouy", s[0]) >= 0 }

func nearInitial(initial string) string {
	switch initial {
	case "l":
		return "n"
	case "ch":
		return "tr"
	case "x":
		return "s"
	case "gi", "r", "z", "j":
		return "d"
	case "ngh":
		return "ng"
	case "gh":
		return "g"
	case "k", "q":
		return "c"
	case "f":
		return "ph"
	case "w":
		return "qu"
	}
	return initial
}

func nearRhyme(rhyme string) string {
	switch {
	case rhyme == "y":
		return "i"
	case strings.HasPrefix(rhyme, "ye"):
		return "ie" + rhyme[2:]
	case rhyme == "uy" || rhyme == "ui":
		return rhyme // "túi" and "tuý" sound different
	}
	return rhyme
}

// oneSlip says whether two words differ by one letter more, less or other, or
// by two neighbours in the wrong order.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
