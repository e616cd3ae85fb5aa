package search

import (
	"fmt"
	"maps"
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
	told     []story
	bySyl    map[string][]standing // where a folded syllable stands
	df       map[string]int        // how many services tell it
	services []int64
}

// story is one of them: whose it is, and the length of its vector.
type story struct {
	service int // index in services
	length  float64
}

// standing is a syllable with its marks, and where it stands.
type standing struct {
	syllable
	places []place
}

// place is where a syllable stands in a story.
type place struct{ story, at int }

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

func newStories(services map[int64]*service) *stories {
	st := &stories{bySyl: map[string][]standing{}, df: map[string]int{}}
	var texts [][]syllable
	for _, id := range slices.Sorted(maps.Keys(services)) {
		sv := services[id]
		seen := map[string]bool{}
		for _, list := range [][]saying{sv.sayings, sv.stories} {
			for _, s := range list {
				if s.field == fieldOther || s.field == fieldSummary || s.place > 0 {
					continue
				}
				text := s.syllables[:min(storyLongest, len(s.syllables))]
				for _, syl := range text {
					if !seen[syl.folded] {
						seen[syl.folded] = true
						st.df[syl.folded]++
					}
				}
				st.told = append(st.told, story{service: len(st.services)})
				texts = append(texts, text)
			}
		}
		st.services = append(st.services, id)
	}
	for i, text := range texts {
		sum, before := 0.0, 0.0
		for at, syl := range text {
			w := st.weight(syl.folded)
			sum += w*w + square(pairWeight(before, w))
			before = w
			if w > 0 {
				st.stands(syl, place{i, at})
			}
		}
		st.told[i].length = math.Sqrt(sum)
	}
	return st
}

func (st *stories) stands(syl syllable, at place) {
	list := st.bySyl[syl.folded]
	i := slices.IndexFunc(list, func(s standing) bool { return s.marked == syl.marked })
	if i < 0 {
		i = len(list)
		list = append(list, standing{syllable: syl})
	}
	list[i].places = append(list[i].places, at)
	st.bySyl[syl.folded] = list
}

func square(x float64) float64 { return x * x }

func pairWeight(a, b float64) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return storyPair * math.Sqrt(a*b)
}

// weight is how much a folded syllable tells about which service is meant.
func (st *stories) weight(folded string) float64 {
	w := math.Log(float64(len(st.services)+1) / float64(st.df[folded]+1))
	if w < storyLittle {
		return 0
	}
	return w
}

// termWeight is the same of a term, which may have been meant as something else.
func (st *stories) termWeight(t *term) float64 {
	if st.df[t.folded] > 0 {
		return st.weight(t.folded)
	}
	meant, fit := st.weight(t.folded), 0.0
	for folded, f := range t.forms {
		if n := st.df[folded]; n > 0 && (f.fit > fit || f.fit == fit && st.weight(folded) < meant) {
			meant, fit = st.weight(folded), f.fit
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

// near compares what was asked with the stories of all services.
func (st *stories) near(r reading) map[int64]told {
	c := st.newComparison()
	for i := range r.terms {
		c.term(&r.terms[i])
	}
	return c.result()
}

// comparison goes through a question term by term.
type comparison struct {
	*stories
	dot         []float64 // by story: the product with the question so far
	fits        []float64 // by story: how well the term at hand fits, times its weight there
	here, last  []uint32  // by story: where this term and the one before stand
	lastFit     []float64
	touched     []int // stories with the term at hand
	before      []int // stories with the term before
	cover       []float64
	tellsBest   []float64 // by service, of the term at hand
	tells       []int
	telling     []int   // services with the term at hand
	asked, most float64 // squares of the question's length, with pairs and without
	weight      float64 // of the term before
}

func (st *stories) newComparison() *comparison {
	n, m := len(st.told), len(st.services)
	return &comparison{
		stories: st, dot: make([]float64, n), fits: make([]float64, n), here: make([]uint32, n), last: make([]uint32, n), lastFit: make([]float64, n),
		cover: make([]float64, m), tellsBest: make([]float64, m), tells: make([]int, m),
	}
}

func (c *comparison) term(t *term) {
	w := c.termWeight(t)
	c.asked += w*w + square(pairWeight(c.weight, w))
	c.most += w * w
	c.touched = c.touched[:0]
	if w > 0 {
		for folded := range t.forms {
			there := c.stories.weight(folded)
			for _, s := range c.bySyl[folded] {
				if fit, _ := t.fits(s.syllable); fit > 0 {
					c.stand(s.places, fit*there)
				}
			}
		}
	}
	for _, s := range c.touched {
		c.dot[s] += w * c.fits[s]
		if c.last[s]<<1&c.here[s] != 0 {
			c.dot[s] += pairWeight(c.weight, w) * pairWeight(c.lastFit[s], c.fits[s])
		}
		sv := c.told[s].service
		if c.tells[sv] == 0 {
			c.telling = append(c.telling, sv)
		}
		c.tells[sv]++
		c.tellsBest[sv] = max(c.tellsBest[sv], c.fits[s])
	}
	for _, sv := range c.telling {
		n := float64(c.tells[sv])
		c.cover[sv] += w * c.tellsBest[sv] * n / (n + storyDoubt)
		c.tells[sv], c.tellsBest[sv] = 0, 0
	}
	c.telling = c.telling[:0]
	for _, s := range c.before {
		c.last[s], c.lastFit[s] = 0, 0
	}
	for _, s := range c.touched {
		c.last[s], c.lastFit[s] = c.here[s], c.fits[s]
		c.here[s], c.fits[s] = 0, 0
	}
	c.touched, c.before = c.before, c.touched
	c.weight = w
}

// stand notes that the term at hand stands at places, as well as fit.
func (c *comparison) stand(places []place, fit float64) {
	for _, p := range places {
		if c.here[p.story] == 0 {
			c.touched = append(c.touched, p.story)
		}
		c.here[p.story] |= 1 << p.at
		c.fits[p.story] = max(c.fits[p.story], fit)
	}
}

func (c *comparison) result() map[int64]told {
	all := map[int64]told{}
	if c.asked == 0 {
		return all
	}
	near := make([][3]float64, len(c.services)) // the nearest three of a service
	length := math.Sqrt(c.asked)
	for s, d := range c.dot {
		if d == 0 {
			continue
		}
		top := &near[c.told[s].service]
		switch cos := d / (length * c.told[s].length); {
		case cos > top[0]:
			top[0], top[1], top[2] = cos, top[0], top[1]
		case cos > top[1]:
			top[1], top[2] = cos, top[1]
		case cos > top[2]:
			top[2] = cos
		}
	}
	for sv, top := range near {
		if top[0] > 0 {
			all[c.services[sv]] = told{(top[0] + storySecond*top[1] + storyThird*top[2]) / (1 + storySecond + storyThird), c.cover[sv] / c.most}
		}
	}
	return all
}
