package search

// What a way to say something counts for, by where it stands.
var fieldShare = [...]float64{
	fieldTitle: 1, fieldName: 1, fieldOfficial: 0.97, fieldWord: 1, fieldOther: 0.96, fieldSummary: 0.62, fieldStory: 0,
}

// Shares of a score. The rest is for finding all of what was asked; these are
// for the entry saying little else, and saying it in the same order.
const (
	shareSaysLittleElse = 0.24
	shareSameOrder      = 0.24
	shareElsewhere      = 0.50 // for what other ways to say the entry add
	sharePlace          = 0.03 // lost with every place among the services of a word
	shareOften          = 0.02
	shareTitle          = 0.03 // what is asked stands in the title, which people will read
	shareMeaning        = 0.97 // for what was said in other words
)

// saying is one way to say an entry, taken apart.
type saying struct {
	field field
	place uint32
	text  string
	words []uint32
}

// match is how well a reading fits a saying.
type match struct {
	score   float64
	found   float64 // 0 to 1: how much of what was asked is there
	fitted  uint32  // a bit for each term of which something is there
	reading *reading
	saying  *saying // nil when nothing of what was asked is in any saying
}

// question is a reading prepared for comparing it with many sayings: how well
// each term fits each word of the index is worked out once.
type question struct {
	*reading
	weight float64
	marked bool // some term has marks

	*lexicon
	shares []float64 // by number: what a syllable of a saying weighs
	first  []int32   // by word: its first cell, 0 none
	cells  []cell
	listed []uint32 // the words that have cells
}

// cell is how well a term fits a word. The cells of a word are in the order of
// the terms.
type cell struct {
	fit  float64
	term int32
	next int32 // 0 none
}

// ask prepares a question in room that an earlier one has left.
func (q *question) ask(r *reading, l *lexicon, shares []float64) {
	for _, w := range q.listed {
		q.first[w] = 0
	}
	q.reading, q.lexicon, q.shares, q.weight, q.marked = r, l, shares, 0, false
	q.cells, q.listed = append(q.cells[:0], cell{}), q.listed[:0]
	if len(q.first) < len(l.words) {
		q.first = make([]int32, len(l.words))
	}
	for i := range r.terms {
		t := &r.terms[i]
		q.weight += t.weight
		q.marked = q.marked || t.marked != t.folded
	}
	for i := len(r.terms) - 1; i >= 0; i-- {
		t := &r.terms[i]
		for j := range t.forms {
			f := &t.forms[j]
			for _, w := range l.variants.of(f.number) {
				fit, _ := t.fitsAs(f, &l.words[w])
				if q.first[w] == 0 {
					q.listed = append(q.listed, w)
				}
				q.cells = append(q.cells, cell{fit: fit, term: int32(i), next: q.first[w]})
				q.first[w] = int32(len(q.cells) - 1)
			}
		}
	}
}

// weighs is what a word of a saying weighs.
func (q *question) weighs(w uint32) float64 { return q.shares[q.words[w].number] }

// compare says how well the question fits a saying. fits is room for how well
// each term does.
func (q *question) compare(s *saying, fits []float64) match {
	at := 0
	for at < len(s.words) && q.first[s.words[at]] == 0 {
		at++
	}
	if at == len(s.words) || s.field == fieldOther && q.marked { // who types marks does not type English
		return match{}
	}
	fits = fits[:len(q.terms)]
	clear(fits)
	var said, pairs, inRuns float64
	running := false
	last := -2 // the term the syllable before fitted best
	for i := at; i < len(s.words); i++ {
		c := q.first[s.words[i]]
		if c == 0 {
			running, last = false, -2
			continue
		}
		best, gain, term := 0.0, 0.0, -2
		for ; c != 0; c = q.cells[c].next {
			t, fit := int(q.cells[c].term), q.cells[c].fit
			best = max(best, fit)
			// One syllable answers one term: "sổ" is not both of "xổ số".
			if g := fit - fits[t]; g > gain || g == gain && t == last+1 {
				gain, term = g, t
			}
		}
		if gain > 0 {
			fits[term] += gain
		} else {
			term = -2
		}
		weight := q.weighs(s.words[i])
		said += best * weight
		if term >= 0 && term == last+1 {
			pairs++
			if !running { // the run begins with the one before
				inRuns += q.weighs(s.words[i-1]) * fits[last]
			}
			inRuns += weight * fits[term]
			running = true
		} else {
			running = false
		}
		last = term
	}
	if said == 0 {
		return match{}
	}
	var m match
	matched := 0
	for i := range q.terms {
		m.found += fits[i] * q.terms[i].weight
		if fits[i] > 0 {
			m.fitted |= 1 << i
			matched++
		}
	}
	m.found /= q.weight
	order := 1.0
	if matched > 1 {
		order = pairs / float64(matched-1)
	}
	whole := 0.0
	for _, w := range s.words {
		whole += q.weighs(w)
	}
	little := said / whole
	if s.field == fieldSummary {
		little, order = 0.5, order/2
	}
	share := fieldShare[s.field] - sharePlace*float64(s.place)
	if q.rule == ruleMeaning {
		share *= shareMeaning
	}
	score := share * m.found * (1 - shareSaysLittleElse - shareSameOrder + shareSaysLittleElse*little + shareSameOrder*min(order, 1))
	m.score = max(score, share*contained(s, said, little, pairs, m.found, q.bold(s)), share*shared(s, inRuns, little, m.found))
	m.reading, m.saying = q.reading, s
	return m
}

// Who tells their whole story says the name of what they need somewhere in it.
const (
	containedAll   = 0.92 // how much of a saying must be there
	containedBase  = 0.42
	containedMore  = 0.020 // for every unit of weight: a longer name is surer
	containedLong  = 0.03  // for every syllable after the second, common ones too
	containedFound = 0.26  // for the rest of what was asked
	containedMost  = 0.86  // below what finds all that was asked
)

// bold says whether finding a one-syllable saying in the question would be a
// guess; see [reading.guesses].
func (q *question) bold(s *saying) bool {
	return len(s.words) == 1 && !q.marked && q.guesses(0, q.words[s.words[0]:s.words[0]+1])
}

// contained is the score of a saying that stands whole, in one piece, in what
// was asked; 0 when it does not. A single syllable is too little for that,
// unless it is an everyday word that somebody put into words.yaml.
func contained(s *saying, said, little, pairs, found float64, bold bool) float64 {
	n := len(s.words)
	if bold || little < containedAll || pairs < float64(n-1) || s.field == fieldSummary || s.field == fieldOther || n == 1 && s.field != fieldWord {
		return 0
	}
	return min(containedMost, containedBase+containedMore*said+containedLong*float64(max(0, n-2))+containedFound*found)
}

// What a story and a saying share, where the saying is not there whole: runs of
// syllables that decide something. It is a guess, to be shown as one.
const (
	sharedPart  = 0.40 // of the saying, at least
	sharedLeast = 3.0  // weight of the runs: two rare syllables, or three
	sharedBase  = 0.32 // under scoreNone without a long or complete run
	sharedMore  = 0.016
	sharedWhole = 0.12 // for the whole saying
	sharedFound = 0.22
	sharedMost  = 0.80
)

// shared is the score of a saying of which runs stand in what was asked.
func shared(s *saying, inRuns, little, found float64) float64 {
	if inRuns < sharedLeast || little < sharedPart || s.field == fieldSummary || s.field == fieldOther {
		return 0
	}
	return min(sharedMost, sharedBase+sharedMore*inRuns+sharedWhole*little+sharedFound*found)
}

// best compares the questions with all sayings of an entry, the title first. The best of them
// decides; what only the others have adds a little.
func best(questions []question, sayings []saying) match {
	var top match
	var fits [maxSyllables]float64
	for i := range questions {
		q := &questions[i]
		var anywhere [maxSyllables]float64
		var here, title match
		for j := range sayings {
			m := q.compare(&sayings[j], fits[:])
			if j == 0 {
				title = m
			}
			if m.score == 0 {
				continue
			}
			for t := range q.terms {
				anywhere[t] = max(anywhere[t], fits[t]*fieldShare[m.saying.field])
			}
			if m.score > here.score {
				here = m
			}
		}
		if here.score == 0 {
			continue
		}
		if title.score > 0 {
			here.score += shareTitle * title.found
		}
		found := 0.0
		for t := range q.terms {
			found += anywhere[t] * q.terms[t].weight
		}
		if found /= q.weight; found > here.found {
			here.score += shareElsewhere * (found - here.found)
			here.found = found
		}
		if here.score > top.score {
			top = here
		}
	}
	return top
}
