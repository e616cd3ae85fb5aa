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
	number int32 // of the folded syllable; noNumber for one that no text has
	folded string
	fit    float64
	rule   string
}

// how well a form fits, and by what rule.
type how struct {
	fit  float64
	rule string
}

// term is one syllable of a query.
type term struct {
	word
	weight float64
	marks  bool   // its marks, or that it has none, are what was meant
	half   bool   // may be half typed
	forms  []form // each with another number; the syllable itself is the first
}

// reading is one way to understand a query.
type reading struct {
	terms []term
	rule  string // ruleMeaning when an everyday word was replaced
}

// reader reads queries with the words of a pack.
type reader struct {
	lexicon  *lexicon
	meanings []meaning // the longest said first
	fillers  [][]word
}

type meaning struct{ say, means []word }

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
	return r.weigh(terms)
}

// weigh says of terms whether their marks count, and how much they decide.
func (r *reader) weigh(terms []term) []term {
	marked := 0
	for _, t := range terms {
		if t.marked != t.folded {
			marked++
		}
	}
	for i := range terms {
		// Who types marks at all means those left out, too.
		terms[i].marks = terms[i].marked != terms[i].folded || marked*5 >= len(terms)*2
		terms[i].weight = r.weight(&terms[i], len(terms) == 1)
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
	known := l.has(s.folded)
	if ascii := s.marked == s.folded; ascii && !known {
		if meant, method, ok := typed(s.folded); ok {
			if m := asSyllable(meant); l.has(m.folded) || half && l.begins(m.folded) {
				return []term{r.forms(m, how{fitTyped, method}, half)}
			}
		}
	}
	if !known && len(s.folded) > 4 && len(s.folded) <= maxLetters && !(half && l.begins(s.folded)) {
		if parts := l.apart(s.folded); len(parts) > 1 {
			var terms []term
			for _, p := range parts {
				terms = append(terms, r.forms(p, how{fitTyped, ruleApart}, false))
			}
			return terms
		}
	}
	t := r.forms(s, how{1, ruleExact}, half)
	if s.marked == s.folded && known {
		// A word of its own, and still it may have been meant as keys.
		if meant, method, ok := typed(s.folded); ok {
			if m := l.find(asSyllable(meant).folded); l.knows(m) {
				t.add(l, m, how{fitTyped * fitPrefix, method})
			}
		}
	}
	return []term{t}
}

// forms gives a syllable the forms it may have been meant as.
func (r *reader) forms(s syllable, as how, half bool) term {
	return r.formsOf(newWord(s, r.lexicon.find(s.folded)), as, half)
}

func (r *reader) formsOf(w word, as how, half bool) term {
	l := r.lexicon
	t := term{word: w, half: half}
	t.forms = append(make([]form, 0, 8), form{w.number, w.folded, as.fit, as.rule})
	known := l.knows(w.number)
	if half {
		l.starting(w.folded, maxForms, func(n int32) {
			t.add(l, n, how{as.fit * fitPrefix * (0.8 + 0.2*float64(len(w.folded))/float64(len(l.folded[n]))), rulePrefix})
		})
	}
	if len(w.folded) > 1 && len(w.folded) <= maxLetters {
		k := soundOf(w.folded)
		for _, n := range l.near.like(k.near) {
			t.add(l, int32(n), how{as.fit * fitNear, ruleSound})
		}
		if !known || len(w.folded) > 2 {
			for _, n := range l.far.like(k.far) {
				t.add(l, int32(n), how{as.fit * fitFar, ruleSound})
			}
		}
		if !known && len(w.folded) > 2 {
			l.slips(w.folded, maxForms, func(n int32) { t.add(l, n, how{as.fit * fitSlip, ruleSlip}) })
		}
	}
	return t
}

// add keeps the best of the forms for a syllable.
func (t *term) add(l *lexicon, number int32, as how) {
	for i := range t.forms {
		if f := &t.forms[i]; f.number == number {
			if as.fit > f.fit {
				f.fit, f.rule = as.fit, as.rule
			}
			return
		}
	}
	if len(t.forms) < 2*maxForms {
		t.forms = append(t.forms, form{number, l.folded[number], as.fit, as.rule})
	}
}

// join puts together what was typed with a space too many: "vn eid".
func (r *reader) join(terms []term) []term {
	l := r.lexicon
	for i := 0; i+1 < len(terms); i++ {
		a, b := &terms[i], &terms[i+1]
		if l.knows(a.number) && l.knows(b.number) {
			continue
		}
		if together := a.folded + b.folded; l.has(together) {
			joined := r.forms(syllable{a.marked + b.marked, together}, how{fitTyped, ruleApart}, false)
			terms = append(append(append([]term{}, terms[:i]...), joined), terms[i+2:]...)
		}
	}
	return terms
}

// weight is that of the syllable. What the index does not know weighs half as
// an unknown word and half as what it may have been meant as; what has only
// begun weighs less, but where it is all that was asked: "hộ" alone is a question.
func (r *reader) weight(t *term, alone bool) float64 {
	l := r.lexicon
	known := l.knows(t.number)
	weight := l.weight(t.number)
	if !known {
		meant, fit := weight, 0.0
		for _, f := range t.forms {
			if w := l.weight(f.number); f.rule != ruleExact && (f.fit > fit || f.fit == fit && w < meant) {
				meant, fit = w, f.fit
			}
		}
		weight = (weight + meant) / 2
	}
	if n := len([]rune(t.folded)); t.half && n < len(halfShare) && (!alone || n < 2) {
		share := halfShare[n]
		if known {
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
			if t := &terms[j]; n == 1 && !t.marks && !slices.ContainsFunc(r.fillers, func(f []word) bool { return len(f) == 1 && f[0].marked == t.marked }) {
				share = unsureFillerShare
			}
			terms[j].weight *= share
		}
		i += max(n, 1)
	}
}

// stands says whether terms begin with a phrase.
func stands(terms []term, phrase []word, least float64) bool {
	if len(phrase) == 0 || len(phrase) > len(terms) {
		return false
	}
	for i := range phrase {
		if fit, _ := terms[i].fits(&phrase[i]); fit < least {
			return false
		}
	}
	return true
}

// fits says how well a word of the index fits the term, and by what rule.
func (t *term) fits(w *word) (float64, string) {
	for i := range t.forms {
		if t.forms[i].number == w.number {
			return t.fitsAs(&t.forms[i], w)
		}
	}
	return 0, ""
}

// fitsText is the same for a syllable that the index may not have.
func (t *term) fitsText(s syllable) (float64, string) {
	for i := range t.forms {
		if f := &t.forms[i]; f.folded == s.folded {
			if !t.marks || t.marked == s.marked {
				return t.fitsAs(f, &word{syllable: s})
			}
			w := newWord(s, f.number)
			return t.fitsAs(f, &w)
		}
	}
	return 0, ""
}

// fitsAs says how well a word fits one of the forms that it is written as.
func (t *term) fitsAs(f *form, w *word) (float64, string) {
	if !t.marks {
		return f.fit, f.rule
	}
	if t.marked == w.marked {
		if f.rule == ruleExact {
			return f.fit, ruleMarks
		}
		return f.fit, f.rule
	}
	fit := f.fit
	hookTilde := t.tone == toneHook && w.tone == toneTilde || t.tone == toneTilde && w.tone == toneHook
	switch {
	case t.tone == w.tone:
	case hookTilde:
		fit *= 0.97
	default:
		fit *= 0.80
	}
	if t.base != w.base && t.folded == w.folded {
		fit *= 0.80
	}
	return fit, f.rule
}

// guesses says whether taking a term for a one-syllable word is too bold: in a
// long query without marks, "de" is hardly ever "đẻ".
func (r *reading) guesses(i int, say []word) bool {
	const short = 3
	return len(say) == 1 && len(r.terms) > short && !r.terms[i].marks && say[0].marked != say[0].folded
}

// meant gives the reading itself and those in which everyday words are
// replaced by what they stand for: all of them, and each alone.
func (r *reader) meant(plain reading) []reading {
	type place struct {
		at, n int
		means []word
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
		for _, w := range p.means {
			t := r.formsOf(w, how{1, ruleExact}, false)
			t.marks, t.weight = true, r.lexicon.weight(w.number)
			terms = append(terms, t)
		}
		terms = append(terms, plain.terms[p.at+p.n:]...)
		if len(terms) <= maxSyllables {
			readings = append(readings, reading{terms: terms, rule: ruleMeaning})
		}
	}
	return readings
}
