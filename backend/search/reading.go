package search

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// How well a form of a syllable fits, against 1 for what was typed. Set by
// trying them on the tuning part of the query set; see docs/benchmarks.md.
const (
	fitTyped  = 0.98 // typed as raw keys
	fitPrefix = 0.90 // half typed, the last word only
	fitNear   = 0.86 // sounds the same nearly everywhere
	fitFar    = 0.66 // sounds the same in some regions
	fitSlip   = 0.70 // one letter wrong
)

// The rules by which a hit matched, as reported with it.
const (
	ruleMarks   = "marks"   // the same marks as typed
	ruleExact   = "exact"   // the same letters
	ruleTelex   = "telex"   // raw Telex keys
	ruleVNI     = "vni"     // raw VNI keys
	ruleApart   = "spaces"  // words run together
	rulePrefix  = "prefix"  // half typed
	ruleSound   = "sound"   // spelled as it sounds
	ruleSlip    = "slip"    // one letter wrong
	ruleMeaning = "meaning" // an everyday word of words.yaml
	ruleCode    = "code"    // the procedure code
)

// form is what a syllable may have been meant as.
type form struct {
	fit  float64
	rule string
}

// term is one syllable of a query.
type term struct {
	syllable
	weight float64
	marks  bool            // its marks, or that it has none, are what was meant
	half   bool            // may be half typed
	forms  map[string]form // by folded syllable
}

// reading is one way to understand a query.
type reading struct {
	terms []term
	rule  string // ruleMeaning when an everyday word was replaced
}

// reader reads queries with the words of a pack.
type reader struct {
	lexicon  *lexicon
	meanings []meaning
	fillers  [][]syllable
	little   map[string]bool // fillers of one syllable, folded
}

type meaning struct{ say, means []syllable }

const (
	maxReadings = 6
	maxForms    = 24
	// fillerShare is what is left of a syllable's weight when it says nothing
	// about which service is meant.
	fillerShare = 0.08
	// unsureFillerShare is for a filler typed without its marks: "can" may be
	// "cần" and may be "căn cước".
	unsureFillerShare = 0.35
)

// read understands a query; the first reading is the query as typed.
func (r *reader) read(query string) []reading {
	terms := r.terms(query)
	if len(terms) == 0 {
		return nil
	}
	if len(terms) > 1 || !terms[0].half { // "bà" alone may become "bàn giao", "là" may become "làm"
		r.quieten(terms)
	}
	return r.meant(reading{terms: terms})
}

// terms takes a query apart into syllables with their forms.
func (r *reader) terms(query string) []term {
	query = bounded(query)
	list := split(query)
	half := !endsWord(query)
	var terms []term
	for i, s := range list {
		if len(terms) >= maxSyllables {
			break
		}
		terms = append(terms, r.term(s, half && i == len(list)-1)...)
	}
	if len(terms) > maxSyllables {
		terms = terms[:maxSyllables]
	}
	terms = r.join(terms)
	marked := 0
	for _, t := range terms {
		if t.marked != t.folded {
			marked++
		}
	}
	for i := range terms {
		// Who types marks at all means those left out, too.
		terms[i].marks = terms[i].marked != terms[i].folded || marked*5 >= len(terms)*2
		terms[i].weight = r.weight(terms[i])
	}
	return terms
}

// endsWord says whether the last word of a query is finished. It looks at the
// last letter, never at the last byte: that of "à" is also a space by itself.
func endsWord(query string) bool {
	last, _ := utf8.DecodeLastRuneInString(query)
	return query == "" || unicode.IsSpace(last) || last == '?' || last == '.'
}

// term reads one typed word; run-together words give several terms.
func (r *reader) term(s syllable, half bool) []term {
	l := r.lexicon
	if len(s.folded) > maxLetters*4 {
		return nil
	}
	if ascii := s.marked == s.folded; ascii && !l.known[s.folded] {
		if meant, method, ok := typed(s.folded); ok {
			if m := asSyllable(meant); l.known[m.folded] || half && len(l.starting(m.folded, 1)) > 0 {
				return []term{r.forms(m, form{fitTyped, method}, half)}
			}
		}
	}
	if !l.known[s.folded] && len(s.folded) > 4 && len(s.folded) <= maxLetters && !(half && len(l.starting(s.folded, 1)) > 0) {
		if parts := l.apart(s.folded); len(parts) > 1 {
			var terms []term
			for _, p := range parts {
				terms = append(terms, r.forms(p, form{fitTyped, ruleApart}, false))
			}
			return terms
		}
	}
	t := r.forms(s, form{1, ruleExact}, half)
	if s.marked == s.folded && l.known[s.folded] {
		// A word of its own, and still it may have been meant as keys.
		if meant, method, ok := typed(s.folded); ok {
			m := asSyllable(meant)
			if l.known[m.folded] {
				t.add(m.folded, form{fitTyped * fitPrefix, method})
			}
		}
	}
	return []term{t}
}

// forms gives a syllable the forms it may have been meant as.
func (r *reader) forms(s syllable, as form, half bool) term {
	t := term{syllable: s, forms: map[string]form{s.folded: as}, half: half}
	l := r.lexicon
	if half {
		for _, w := range l.starting(s.folded, maxForms) {
			t.add(w, form{as.fit * fitPrefix * (0.8 + 0.2*float64(len(s.folded))/float64(len(w))), rulePrefix})
		}
	}
	if len(s.folded) > 1 && len(s.folded) <= maxLetters {
		k := soundOf(s.folded)
		for _, w := range l.near[k.near] {
			t.add(w, form{as.fit * fitNear, ruleSound})
		}
		if !l.known[s.folded] || len(s.folded) > 2 {
			for _, w := range l.far[k.far] {
				t.add(w, form{as.fit * fitFar, ruleSound})
			}
		}
		if !l.known[s.folded] && len(s.folded) > 2 {
			for _, w := range l.slips(s.folded, maxForms) {
				t.add(w, form{as.fit * fitSlip, ruleSlip})
			}
		}
	}
	return t
}

// add keeps the best of the forms for a syllable.
func (t *term) add(folded string, f form) {
	if have, ok := t.forms[folded]; ok && have.fit >= f.fit || !ok && len(t.forms) >= 2*maxForms {
		return
	}
	t.forms[folded] = f
}

// join puts together what was typed with a space too many: "vn eid".
func (r *reader) join(terms []term) []term {
	l := r.lexicon
	for i := 0; i+1 < len(terms); i++ {
		a, b := terms[i], terms[i+1]
		together := a.folded + b.folded
		if l.known[together] && !(l.known[a.folded] && l.known[b.folded]) {
			joined := r.forms(syllable{a.marked + b.marked, together}, form{fitTyped, ruleApart}, false)
			terms = append(append(append([]term{}, terms[:i]...), joined), terms[i+2:]...)
		}
	}
	return terms
}

// weight is that of the syllable. What the index does not know weighs half as
// an unknown word and half as what it may have been meant as; what has only
// begun weighs less.
func (r *reader) weight(t term) float64 {
	weight := r.lexicon.weight(t.folded)
	if !r.lexicon.known[t.folded] {
		meant, fit := weight, 0.0
		for w, f := range t.forms {
			if f.rule != ruleExact && (f.fit > fit || f.fit == fit && r.lexicon.weight(w) < meant) {
				meant, fit = r.lexicon.weight(w), f.fit
			}
		}
		weight = (weight + meant) / 2
	}
	if n := len([]rune(t.folded)); t.half && n < len(halfShare) {
		share := halfShare[n]
		if r.lexicon.known[t.folded] {
			share = (1 + share) / 2
		}
		weight *= share
	}
	return weight
}

// halfShare is what a word that may be half typed weighs, by its letters.
var halfShare = [...]float64{0, 0.25, 0.5, 0.75}

// quieten takes the weight off fillers.
func (r *reader) quieten(terms []term) {
	for i := 0; i < len(terms); {
		n := 0
		for _, f := range r.fillers {
			if len(f) > n && stands(terms[i:], f, fitTyped) {
				n = len(f)
			}
		}
		for j := i; j < i+n; j++ {
			share := fillerShare
			if t := terms[j]; n == 1 && !t.marks && !slices.ContainsFunc(r.fillers, func(f []syllable) bool { return len(f) == 1 && f[0].marked == t.marked }) {
				share = unsureFillerShare
			}
			terms[j].weight *= share
		}
		i += max(n, 1)
	}
}

// stands says whether terms begin with a phrase.
func stands(terms []term, phrase []syllable, least float64) bool {
	if len(phrase) == 0 || len(phrase) > len(terms) {
		return false
	}
	for i, s := range phrase {
		if fit, _ := terms[i].fits(s); fit < least {
			return false
		}
	}
	return true
}

// fits says how well a syllable of the index fits the term, and by what rule.
func (t *term) fits(s syllable) (float64, string) {
	f, ok := t.forms[s.folded]
	if !ok {
		return 0, ""
	}
	if !t.marks {
		return f.fit, f.rule
	}
	if t.marked == s.marked {
		if f.rule == ruleExact {
			return f.fit, ruleMarks
		}
		return f.fit, f.rule
	}
	base, tone := toneOf(t.marked)
	otherBase, otherTone := toneOf(s.marked)
	fit := f.fit
	hookTilde := tone == toneHook && otherTone == toneTilde || tone == toneTilde && otherTone == toneHook
	switch {
	case tone == otherTone:
	case hookTilde:
		fit *= 0.97
	default:
		fit *= 0.80
	}
	if base != otherBase && t.folded == s.folded {
		fit *= 0.80
	}
	return fit, f.rule
}

// guesses says whether taking a term for a one-syllable word is too bold: in a
// long query without marks, "de" is hardly ever "đẻ".
func (r *reading) guesses(i int, say []syllable) bool {
	const short = 3
	return len(say) == 1 && len(r.terms) > short && !r.terms[i].marks && say[0].marked != say[0].folded
}

// meant gives the reading itself and those in which everyday words are
// replaced by what they stand for: all of them, and each alone.
func (r *reader) meant(plain reading) []reading {
	type place struct {
		at, n int
		means []syllable
	}
	var places []place
	for i := range plain.terms {
		longest := 0
		for _, m := range r.meanings {
			if len(m.say) >= longest && !plain.guesses(i, m.say) && stands(plain.terms[i:], m.say, 0.84) {
				if len(m.say) > longest {
					longest = len(m.say)
				}
				places = append(places, place{i, len(m.say), m.means})
			}
		}
	}
	readings := []reading{plain}
	for _, p := range places {
		if len(readings) >= maxReadings {
			break
		}
		terms := append([]term{}, plain.terms[:p.at]...)
		for _, s := range p.means {
			t := r.forms(s, form{1, ruleExact}, false)
			t.marks, t.weight = true, r.lexicon.weight(s.folded)
			terms = append(terms, t)
		}
		terms = append(terms, plain.terms[p.at+p.n:]...)
		if len(terms) <= maxSyllables {
			readings = append(readings, reading{terms: terms, rule: ruleMeaning})
		}
	}
	return readings
}
