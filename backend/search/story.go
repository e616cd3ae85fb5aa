package search

import (
	"fmt"
	"math"
	"slices"
)

// Who does not know the name of what they need tells what happened. The pack's
// stories.yaml holds such stories for every service; the nearest ones to what
// was asked say which service it is. Nearness is the cosine of vectors of
// syllables and of pairs of neighbours, each weighing more the fewer services
// tell it (Salton and Buckley, Term-weighting approaches in automatic text
// retrieval, 1988). The ways to name a service stand among its stories.
type stories struct {
	*lexicon
	told     []story
	places   groups    // where a word stands
	tells    []float64 // by number: how much a syllable tells about which service is meant
	inStory  []bool    // by number
	services int
}

// story is one of them: whose it is, and the length of its vector.
type story struct {
	service int32 // in the order of the pack
	length  float64
}

// place is where a word stands: the number of the story, and in its last bits
// the place in it.
type place = uint32

const (
	placeBits = 5 // storyLongest places
	placeMask = 1<<placeBits - 1
)

const (
	storyLongest = 32   // syllables of a story that count
	storyPair    = 0.7  // of a pair of neighbours, against its two syllables
	storySecond  = 0.4  // what a service's second nearest story adds
	storyThird   = 0.2  // and its third
	storyLittle  = 0.25 // a syllable that weighs less is told everywhere
	storyDoubt   = 1    // a syllable told once counts 1/(1+1), twice 2/(2+1) for the cover

	// What nearness and cover add to the score of a service: nothing to a name
	// of two syllables, all of it to a sentence of six.
	shareNear  = 0.6
	shareCover = 0.6
	storyFrom  = 2
	storyWhole = 4

	// nearShown and nearSure are the nearness from which a service is shown
	// whatever else is found, and from which it is more than a question.
	nearShown = 0.4
	nearSure  = 0.68
)

func newStories(services []service, l *lexicon) *stories {
	st := &stories{lexicon: l, services: len(services)}
	texts := st.collect(services)
	st.measure(texts)
	st.stand(texts)
	return st
}

// collect gives the texts of the stories, and works out how much their syllables tell.
func (st *stories) collect(services []service) (texts [][]uint32) {
	tell, seen := make([]int, len(st.folded)), make([]int, len(st.folded)) // by number: how many services, and the last of them
	for i := range services {
		for _, list := range [][]saying{services[i].sayings, services[i].stories} {
			for j := range list {
				s := &list[j]
				if s.field == fieldOther || s.field == fieldSummary || s.place > 0 {
					continue
				}
				text := s.words[:min(storyLongest, len(s.words))]
				for _, w := range text {
					if n := st.words[w].number; seen[n] != i+1 {
						seen[n] = i + 1
						tell[n]++
					}
				}
				st.told = append(st.told, story{service: int32(i)})
				texts = append(texts, text)
			}
		}
	}
	st.tells, st.inStory = make([]float64, len(st.folded)), make([]bool, len(st.folded))
	for n, services := range tell {
		st.tells[n], st.inStory[n] = st.tellsOf(services), services > 0
	}
	return texts
}

// measure works out the lengths of the stories.
func (st *stories) measure(texts [][]uint32) {
	for i, text := range texts {
		sum, before := 0.0, 0.0
		for _, w := range text {
			tells := st.tells[st.words[w].number]
			sum += tells*tells + square(pairWeight(before, tells))
			before = tells
		}
		st.told[i].length = math.Sqrt(sum)
	}
}

// stand notes where the words that tell something stand.
func (st *stories) stand(texts [][]uint32) {
	tells := func(w uint32) bool { return st.tells[st.words[w].number] > 0 }
	start := make([]uint32, len(st.words)+1)
	for _, text := range texts {
		for _, w := range text {
			if tells(w) {
				start[w+1]++
			}
		}
	}
	for w := range st.words {
		start[w+1] += start[w]
	}
	st.places = groups{start: start, list: make([]place, start[len(st.words)])}
	next := slices.Clone(start)
	for i, text := range texts {
		for at, w := range text {
			if tells(w) {
				st.places.list[next[w]] = place(i)<<placeBits | place(at)
				next[w]++
			}
		}
	}
}

func square(x float64) float64 { return x * x }

func pairWeight(a, b float64) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return storyPair * math.Sqrt(a*b)
}

// tellsOf is how much a syllable tells that so many services tell.
func (st *stories) tellsOf(services int) float64 {
	w := math.Log(float64(st.services+1) / float64(services+1))
	if w < storyLittle {
		return 0
	}
	return w
}

// termWeight is how much a term tells, which may have been meant as something else.
func (st *stories) termWeight(t *term) float64 {
	if t.number != noNumber && st.inStory[t.number] {
		return st.tells[t.number]
	}
	meant, fit := st.tellsOf(0), 0.0
	for i := range t.forms {
		f := &t.forms[i]
		if f.number == noNumber || !st.inStory[f.number] {
			continue
		}
		if w := st.tells[f.number]; f.fit > fit || f.fit == fit && w < meant {
			meant, fit = w, f.fit
		}
	}
	return meant
}

// told is how well a service's stories fit what was asked.
type told struct {
	near  float64 // of its nearest stories: 0 nothing in common, 1 the same words
	cover float64 // how much of what was asked is told in any of them, 0 to 1
}

// adds is what the stories add to the score of a service, for a question of so
// many syllables.
func (t told) adds(syllables int) float64 {
	whole := min(1, max(0, float64(syllables-storyFrom)/storyWhole))
	return whole * (shareNear*t.near + shareCover*t.cover)
}

// alone is the score of a service that only its stories speak for.
func (t told) alone() float64 { return shareNear * t.near }

// why says what the stories did, for people who tune or doubt the search.
func (t told) why() []string {
	if t.near == 0 {
		return nil
	}
	return []string{fmt.Sprintf("stories: near %.2f, told %.2f", t.near, t.cover)}
}

// comparison goes through a question term by term. It is used for one question
// after the other.
type comparison struct {
	*stories
	soFar       []soFar   // by story
	touched     []uint32  // stories with the term at hand
	before      []uint32  // stories with the term before
	cover       []float64 // by service
	best        []float64 // by service: the best fit of the term at hand
	times       []uint32  // by service: how many of its stories have it
	telling     []int32   // services with the term at hand
	asked, most float64   // squares of the question's length, with pairs and without
	last        float64   // weight of the term before
	nearest     [][3]float64
	result      []told // by service
}

// soFar is how far a story has been compared.
type soFar struct {
	dot            float64 // the product with the question
	fit, lastFit   float64 // how well the term at hand fits, and the one before, times its weight there
	here, lastHere uint32  // where they stand
}

func newComparison(st *stories) *comparison {
	n, m := len(st.told), st.services
	return &comparison{
		stories: st, soFar: make([]soFar, n),
		cover: make([]float64, m), best: make([]float64, m), times: make([]uint32, m), nearest: make([][3]float64, m), result: make([]told, m),
	}
}

// near compares what was asked with the stories of all services. The result,
// by service, is good until the next question.
func (c *comparison) near(r *reading) []told {
	clear(c.soFar)
	clear(c.cover)
	clear(c.result)
	c.before, c.asked, c.most, c.last = c.before[:0], 0, 0, 0
	for i := range r.terms {
		c.term(&r.terms[i])
	}
	c.sum()
	return c.result
}

func (c *comparison) term(t *term) {
	w := c.termWeight(t)
	c.asked += w*w + square(pairWeight(c.last, w))
	c.most += w * w
	c.touched = c.touched[:0]
	if w > 0 {
		for i := range t.forms {
			f := &t.forms[i]
			if f.number == noNumber {
				continue
			}
			there := c.tells[f.number]
			for _, v := range c.variants.of(f.number) {
				if places := c.places.of(int32(v)); len(places) > 0 {
					if fit, _ := t.fitsAs(f, &c.words[v]); fit > 0 {
						c.fits(places, fit*there)
					}
				}
			}
		}
	}
	pair := pairWeight(c.last, w)
	for _, s := range c.touched {
		so := &c.soFar[s]
		so.dot += w * so.fit
		if so.lastHere<<1&so.here != 0 {
			so.dot += pair * pairWeight(so.lastFit, so.fit)
		}
		sv := c.told[s].service
		if c.times[sv] == 0 {
			c.telling = append(c.telling, sv)
		}
		c.times[sv]++
		c.best[sv] = max(c.best[sv], so.fit)
	}
	for _, sv := range c.telling {
		n := float64(c.times[sv])
		c.cover[sv] += w * c.best[sv] * n / (n + storyDoubt)
		c.times[sv], c.best[sv] = 0, 0
	}
	c.telling = c.telling[:0]
	for _, s := range c.before {
		c.soFar[s].lastHere, c.soFar[s].lastFit = 0, 0
	}
	for _, s := range c.touched {
		so := &c.soFar[s]
		so.lastHere, so.lastFit = so.here, so.fit
		so.here, so.fit = 0, 0
	}
	c.touched, c.before = c.before, c.touched
	c.last = w
}

// fits notes that the term at hand stands at places, as well as fit.
func (c *comparison) fits(places []place, fit float64) {
	for _, p := range places {
		so := &c.soFar[p>>placeBits]
		if so.here == 0 {
			c.touched = append(c.touched, p>>placeBits)
		}
		so.here |= 1 << (p & placeMask)
		so.fit = max(so.fit, fit)
	}
}

// sum works out the result.
func (c *comparison) sum() {
	if c.asked == 0 {
		return
	}
	clear(c.nearest)
	length := math.Sqrt(c.asked)
	for s := range c.soFar {
		d := c.soFar[s].dot
		if d == 0 {
			continue
		}
		top := &c.nearest[c.told[s].service]
		switch cos := d / (length * c.told[s].length); {
		case cos > top[0]:
			top[0], top[1], top[2] = cos, top[0], top[1]
		case cos > top[1]:
			top[1], top[2] = cos, top[1]
		case cos > top[2]:
			top[2] = cos
		}
	}
	for sv, top := range c.nearest {
		if top[0] > 0 {
			c.result[sv] = told{(top[0] + storySecond*top[1] + storyThird*top[2]) / (1 + storySecond + storyThird), c.cover[sv] / c.most}
		}
	}
}
