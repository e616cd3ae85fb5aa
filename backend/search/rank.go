package search

// What a way to say something counts for, by where it stands.
var fieldShare = map[string]float64{
	fieldTitle: 1, fieldName: 1, fieldOfficial: 0.97, fieldWord: 1, fieldOther: 0.96, fieldSummary: 0.62,
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
	field     string
	place     int
	text      string
	syllables []syllable
	weights   []float64
	weight    float64 // of all its syllables
}

func (r *reader) saying(field string, place int, text string) saying {
	s := saying{field: field, place: place, text: text, syllables: split(text)}
	for _, syl := range s.syllables {
		w := r.lexicon.weight(syl.folded)
		if r.little[syl.folded] {
			w *= fillerShare
		}
		s.weights = append(s.weights, w)
		s.weight += w
	}
	return s
}

// match is how well a reading fits a saying.
type match struct {
	score   float64
	found   float64   // 0 to 1: how much of what was asked is there
	fits    []float64 // by term
	reading *reading
	saying  *saying // nil when nothing of what was asked is in any saying
}

// question is a reading prepared for comparing it with many sayings.
type question struct {
	*reading
	byFolded map[string][]int // terms that have this form
	weight   float64
	marked   bool // some term has marks
}

func (r *reading) ask() question {
	q := question{reading: r, byFolded: map[string][]int{}}
	for i, t := range r.terms {
		q.weight += t.weight
		q.marked = q.marked || t.marked != t.folded
		for folded := range t.forms {
			q.byFolded[folded] = append(q.byFolded[folded], i)
		}
	}
	return q
}

// compare says how well the question fits a saying. fits is scratch room.
func (q *question) compare(s *saying, fits []float64) match {
	fits = fits[:len(q.terms)]
	if s.field == fieldOther && q.marked {
		return match{} // who types marks does not type English
	}
	clear(fits)
	var said, pairs, inRuns float64
	running := false
	last := -2 // the term the syllable before fitted best
	for i, syl := range s.syllables {
		best, gain, term := 0.0, 0.0, -2
		for _, t := range q.byFolded[syl.folded] {
			fit, _ := q.terms[t].fits(syl)
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
		said += best * s.weights[i]
		if term >= 0 && term == last+1 {
			pairs++
			if !running { // the run begins with the one before
				inRuns += s.weights[i-1] * fits[last]
			}
			inRuns += s.weights[i] * fits[term]
			running = true
		} else {
			running = false
		}
		last = term
	}
	if said == 0 {
		return match{}
	}
	found, matched := 0.0, 0
	for i, t := range q.terms {
		found += fits[i] * t.weight
		if fits[i] > 0 {
			matched++
		}
	}
	found /= q.weight
	order := 1.0
	if matched > 1 {
		order = pairs / float64(matched-1)
	}
	little := said / s.weight
	if s.field == fieldSummary {
		little, order = 0.5, order/2
	}
	share := fieldShare[s.field] - sharePlace*float64(s.place)
	if q.rule == ruleMeaning {
		share *= shareMeaning
	}
	score := share * found * (1 - shareSaysLittleElse - shareSameOrder + shareSaysLittleElse*little + shareSameOrder*min(order, 1))
	score = max(score, share*contained(s, said, little, pairs, found, q.bold(s)), share*shared(s, inRuns, little, found))
	return match{score: score, found: found, fits: fits, reading: q.reading, saying: s}
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
	return len(s.syllables) == 1 && !q.marked && q.guesses(0, s.syllables)
}

// contained is the score of a saying that stands whole, in one piece, in what
// was asked; 0 when it does not. A single syllable is too little for that,
// unless it is an everyday word that somebody put into words.yaml.
func contained(s *saying, said, little, pairs, found float64, bold bool) float64 {
	n := len(s.syllables)
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
	scratch, kept := make([]float64, maxSyllables), make([]float64, maxSyllables)
	for i := range questions {
		q := &questions[i]
		anywhere := make([]float64, len(q.terms))
		var here match
		for j := range sayings {
			m := q.compare(&sayings[j], scratch)
			if m.score == 0 {
				continue
			}
			for t, fit := range m.fits {
				anywhere[t] = max(anywhere[t], fit*fieldShare[m.saying.field])
			}
			if m.score > here.score {
				here = m
				here.fits = append(kept[:0], m.fits...)
			}
		}
		if here.score == 0 {
			continue
		}
		if first := q.compare(&sayings[0], scratch); first.score > 0 {
			here.score += shareTitle * first.found
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
			top.fits = append([]float64(nil), here.fits...)
		}
	}
	return top
}
