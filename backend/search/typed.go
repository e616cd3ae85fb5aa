package search

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// shape is the spelling of a folded Vietnamese syllable: initial, vowels,
// final. It refuses most other words.
var shape = regexp.MustCompile(`^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?(oai|oay|oeo|uay|uya|uye|uyu|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(ng|nh|ch|[cmnpt])?$`)

// typed reads keys that were typed for an input method that was not on:
// "ddawng" by Telex and "d9a8ng" by VNI both mean "đăng". ok is false when the
// keys give no mark or no Vietnamese syllable. method is telex or vni.
func typed(keys string) (word, method string, ok bool) {
	method = "telex"
	if strings.ContainsAny(keys, "0123456789") {
		method = "vni"
	}
	var t typing
	for i := 0; i < len(keys); i++ {
		c := keys[i]
		switch {
		case c >= 'a' && c <= 'z':
			if method == "vni" || !t.telex(c) {
				t.letter(c)
			}
		case c >= '0' && c <= '9':
			if !t.vni(c) {
				return "", "", false
			}
		default:
			return "", "", false
		}
	}
	if !t.changed || !shape.MatchString(string(t.base)) {
		return "", "", false
	}
	return t.word(), method, true
}

// typing is a syllable being typed: its plain letters, the mark of each
// (circumflex, horn, breve, stroke; 0 none), and the tone.
type typing struct {
	base    []byte
	marks   []rune
	tone    int
	changed bool
}

const (
	circumflex = '\u0302'
	breve      = '\u0306'
	horn       = '\u031b'
	stroke     = 'đ'
)

func (t *typing) letter(c byte) { t.base, t.marks = append(t.base, c), append(t.marks, 0) }

// mark puts a mark on the last letter of letters that has none, and says
// whether there was one.
func (t *typing) mark(letters string, m rune) bool {
	for i := len(t.base) - 1; i >= 0; i-- {
		if strings.IndexByte(letters, t.base[i]) >= 0 && t.marks[i] == 0 {
			t.marks[i], t.changed = m, true
			return true
		}
	}
	return false
}

func (t *typing) stroke() bool {
	if len(t.base) > 0 && t.base[0] == 'd' && t.marks[0] == 0 {
		t.marks[0], t.changed = stroke, true
		return true
	}
	return false
}

// hornOrBreve is what Telex w and VNI 7 do: ươ in one, else ơ, ư or, by
// Telex, ă.
func (t *typing) hornOrBreve(withBreve bool) bool {
	for i := len(t.base) - 2; i >= 0; i-- {
		if t.base[i] == 'u' && t.base[i+1] == 'o' && t.marks[i] == 0 && t.marks[i+1] == 0 {
			t.marks[i], t.marks[i+1], t.changed = horn, horn, true
			return true
		}
	}
	for i := len(t.base) - 1; i >= 0; i-- {
		// "ua" is ưa, but "qua" and "hoa" with a breve are quă, hoă.
		if withBreve && t.base[i] == 'a' && t.marks[i] == 0 && (i == 0 || t.base[i-1] != 'u' || i > 1 && t.base[i-2] == 'q') {
			t.marks[i], t.changed = breve, true
			return true
		}
		if (t.base[i] == 'o' || t.base[i] == 'u') && t.marks[i] == 0 {
			t.marks[i], t.changed = horn, true
			return true
		}
	}
	return false
}

// setTone sets a tone once, after a vowel.
func (t *typing) setTone(tone int) bool {
	if t.tone != toneNone || !strings.ContainsAny(string(t.base), "aeiouy") {
		return false
	}
	t.tone, t.changed = tone, true
	return true
}

// telex takes a key as a mark or a tone if it can be one.
func (t *typing) telex(c byte) bool {
	switch c {
	case 'd':
		return t.stroke()
	case 'a', 'e', 'o':
		return t.mark(string(c), circumflex)
	case 'w':
		if t.hornOrBreve(true) {
			return true
		}
		t.letter('u')
		t.marks[len(t.marks)-1], t.changed = horn, true
		return true
	}
	if i := strings.IndexByte("sfrxj", c); i >= 0 {
		return t.setTone(i + 1)
	}
	return false
}

func (t *typing) vni(c byte) bool {
	switch {
	case c >= '1' && c <= '5':
		return t.setTone(int(c - '0'))
	case c == '6':
		return t.mark("aeo", circumflex)
	case c == '7':
		return t.hornOrBreve(false)
	case c == '8':
		return t.mark("a", breve)
	case c == '9':
		return t.stroke()
	}
	return false
}

// word writes the syllable. The tone goes on the vowel with a mark, else by
// the old rule; where it stands does not matter to search.
func (t *typing) word() string {
	place := -1
	for i, m := range t.marks {
		if m != 0 && m != stroke {
			place = i
		}
	}
	if place < 0 {
		place = t.plainPlace()
	}
	var b strings.Builder
	for i, c := range t.base {
		switch m := t.marks[i]; m {
		case 0:
			b.WriteByte(c)
		case stroke:
			b.WriteRune(stroke)
		default:
			b.WriteByte(c)
			b.WriteRune(m)
		}
		if i == place && t.tone != toneNone {
			b.WriteRune(toneMarks[t.tone])
		}
	}
	return norm.NFC.String(b.String())
}

// plainPlace is the vowel that carries the tone when none has a mark.
func (t *typing) plainPlace() int {
	base := string(t.base)
	from := 0
	if (strings.HasPrefix(base, "qu") || strings.HasPrefix(base, "gi")) && len(base) > 2 && strings.ContainsAny(base[2:], "aeiouy") {
		from = 2
	}
	first := from + strings.IndexAny(base[from:], "aeiouy")
	last := first
	for last+1 < len(base) && strings.IndexByte("aeiouy", base[last+1]) >= 0 {
		last++
	}
	switch {
	case last == first:
		return first
	case last+1 < len(base): // a final consonant: the last vowel
		return last
	case last-first == 2:
		return first + 1
	}
	return first
}
