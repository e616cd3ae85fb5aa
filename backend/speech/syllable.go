package speech

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The shape of a Vietnamese syllable: an initial or none, and a rhyme, tones
// left out. Loan words write a few rhymes that native words lack (oóc, boong).
var (
	initials = words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
	rhymes   = words("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây " +
		"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
		"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oep oet oi om on ong ooc oong op ot " +
		"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc ue uê uêch uênh ui um un ung uơ up ut " +
		"uô uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt " +
		"ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isSyllable says whether a word can be read aloud as one Vietnamese syllable.
func isSyllable(word string) bool {
	w := toneless(strings.ToLower(word))
	if rhymes[w] {
		return true
	}
	for _, n := range []int{3, 2, 1} {
		runes := []rune(w)
		if len(runes) > n && initials[string(runes[:n])] && rhymes[string(runes[n:])] {
			return true
		}
	}
	// gi before i writes one i: gì, giếng.
	rest, ok := strings.CutPrefix(w, "g")
	return ok && rhymes[rest]
}

// toneless takes the tone mark off and keeps the letters â ă ê ô ơ ư.
func toneless(word string) string {
	const tones = "\u0300\u0301\u0303\u0309\u0323"
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if strings.ContainsRune(tones, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word)))
}

// apart takes a word written in one into syllables, as in the names of web
// pages: tuyenquang. Empty when it does not come apart into two or more of at
// least two letters.
func apart(word string) []string {
	const longest = 24
	if len(word) > longest {
		return nil
	}
	runes := []rune(word)
	best := make([][]string, len(runes)+1) // fewest syllables up to here
	best[0] = []string{}
	for end := 2; end <= len(runes); end++ {
		for start := max(0, end-7); start <= end-2; start++ {
			if best[start] == nil || best[end] != nil && len(best[end]) <= len(best[start])+1 {
				continue
			}
			if part := string(runes[start:end]); isSyllable(part) {
				best[end] = append(best[start][:len(best[start]):len(best[start])], part)
			}
		}
	}
	if list := best[len(runes)]; len(list) > 1 {
		return list
	}
	return nil
}

// beats is how long a text takes to say, counted in syllables; never 0, so
// that shares can be made of it.
func beats(text string) int {
	n := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }) {
		if isSyllable(w) {
			n++
			continue
		}
		n += max(1, vowelGroups(w))
	}
	return max(1, n)
}

// vowelGroups is about the number of syllables of a foreign word.
func vowelGroups(word string) int {
	n, in := 0, false
	for _, r := range strings.ToLower(word) {
		vowel := strings.ContainsRune("aeiouy", r)
		if vowel && !in || unicode.IsDigit(r) {
			n++
		}
		in = vowel
	}
	return n
}
