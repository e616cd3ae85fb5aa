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
	told  []story
	bySyl map[string][]place // where a folded syllable stands
	df    map[string]int     // how many services tell it
	total int                // services
}

// story is one of them: whose it is, and the length of its vector.
type story struct {
	service int64
	length  float64
}

// place is where a syllable stands in a story.
type place struct {
	story, at int
	syllable
}

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
	st := &stories{bySyl: map[string][]place{}, df: map[string]int{}, total: len(services)}
	var texts [][]syllable
	for _, sv := range services {
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
				st.told = append(st.told, story{service: sv.ID})
				texts = append(texts, text)
			}
		}
	}
	for i, text := range texts {
		sum, before := 0.0, 0.0
		for at, syl := range text {
			w := st.weight(syl.folded)
			sum += w*w + square(pairWeight(before, w))
			before = w
			st.bySyl[syl.folded] = append(st.bySyl[syl.folded], place{i, at, syl})
		}
		st.told[i].length = math.Sqrt(sum)
	}
	return st
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
	w := math.Log(float64(st.total+1) / float64(st.df[folded]+1))
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

// why says what the stories did, for who tunes or doubts the search.
func (t told) why() []string {
	if t.near == 0 {
		return nil
	}
	return []string{fmt.Sprintf("stories: near %.2f, told %.2f", t.near, t.cover)}
}

// near compares what was asked with the stories of all services.
func (st *stories) near(r reading) map[int64]told {
	n := len(st.told)
	dot := make([]float64, n)
	fits := make([]float64, n) // of the term at hand, by story
	here := make([]uint32, n)  // where it stands
	last := make([]uint32, n)  // where the term before stands
	lastFit := make([]float64, n)
	var touched, touchedBefore []int
	cover := map[int64]float64{}
	most := 0.0
	asked, before := 0.0, 0.0
	for i := range r.terms {
		t := &r.terms[i]
		w := st.termWeight(t)
		asked += w*w + square(pairWeight(before, w))
		touched = touched[:0]
		if w > 0 {
			for folded := range t.forms {
				for _, p := range st.bySyl[folded] {
					fit, _ := t.fits(p.syllable)
					if fit == 0 {
						continue
					}
					if here[p.story] == 0 {
						touched = append(touched, p.story)
					}
					here[p.story] |= 1 << p.at
					fits[p.story] = max(fits[p.story], fit*st.weight(folded))
				}
			}
		}
		most += w * w
		tells := map[int64][2]float64{} // best fit, times
		for _, s := range touched {
			id := st.told[s].service
			was := tells[id]
			tells[id] = [2]float64{max(was[0], fits[s]), was[1] + 1}
		}
		for id, f := range tells {
			cover[id] += w * f[0] * f[1] / (f[1] + storyDoubt)
		}
		for _, s := range touched {
			dot[s] += w * fits[s]
			if last[s]<<1&here[s] != 0 {
				both := pairWeight(before, w)
				dot[s] += both * pairWeight(lastFit[s], fits[s])
			}
		}
		for _, s := range touchedBefore {
			last[s], lastFit[s] = 0, 0
		}
		for _, s := range touched {
			last[s], lastFit[s] = here[s], fits[s]
			here[s], fits[s] = 0, 0
		}
		touched, touchedBefore = touchedBefore, touched
		before = w
	}
	near := map[int64][3]float64{}
	for s, d := range dot {
		if d == 0 || st.told[s].length == 0 || asked == 0 {
			continue
		}
		cos := d / (math.Sqrt(asked) * st.told[s].length)
		top := near[st.told[s].service]
		if cos > top[2] {
			top[2] = cos
			slices.SortFunc(top[:], func(a, b float64) int {
				if a > b {
					return -1
				}
				return 1
			})
			near[st.told[s].service] = top
		}
	}
	all := map[int64]told{}
	for id, top := range near {
		all[id] = told{(top[0] + storySecond*top[1] + storyThird*top[2]) / (1 + storySecond + storyThird), cover[id] / most}
	}
	return all
}
