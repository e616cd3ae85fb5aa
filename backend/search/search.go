package search

import (
	"cmp"
	"context"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// Hit is one entry that was found.
type Hit struct {
	Key   string   `json:"key"` // service key; for a catalogue entry its code
	Codes []string `json:"codes"`
	Kind  string   `json:"kind"` // procedure, app, task or catalogue
	Title string   `json:"title"`
	Score float64  `json:"score"` // 0 to a little over 1; comparable within one answer
	// Low says that the entry may not be what was meant: show it as a question.
	Low bool `json:"low_confidence"`
	// Why is how it was found: the text that matched, then a syllable each.
	Why []string `json:"why"`
	// Entry is set for catalogue entries.
	Entry *guide.CatalogueEntry `json:"-"`

	reading *reading // nil when a code was typed
	named   float64  // the score of its names alone, which a catalogue entry's can be compared with
}

// Marked cuts a title of the hit, in any language, into pieces, every second
// one being what matched; the first may be empty.
func (h Hit) Marked(title string) []string { return marked(h.reading, title) }

// Answer is what a query found, the best first.
type Answer struct {
	Hits []Hit
	// Words is what may be kept of a query that found nothing: words that are
	// everyday ones of the pack, and none that could be a name or a number. It
	// is empty when nothing of the query is one, and when something was found.
	Words string
}

// Scores below which a hit is not shown, and is shown as a question.
const (
	scoreNone = 0.36
	scoreLow  = 0.80
	// scoreEntryLow is the same for catalogue entries, whose names are long.
	scoreEntryLow = 0.64
	// A catalogue entry has one official name and no guide: it is shown when
	// nearly all that was asked for is in it.
	foundCatalogue = 0.80
)

const (
	// shareBehind of the first one's score: what is behind it is not shown.
	shareBehind    = 0.68
	catalogueLimit = 60 // entries compared
	// MaxLimit is the most hits a query gives.
	MaxLimit = 50
)

// Searcher answers queries from an index. It may be used from any goroutine.
type Searcher struct {
	index *sqlite.Content
	pack  *compiled

	state   atomic.Pointer[state]
	loading sync.Mutex // held while a state is made
}

var codeTyped = regexp.MustCompile(`(?:^|[^\d.])([1-9])\.?(\d{3,6})(?:$|\D)`)

// Find answers a query with at most limit hits. Nothing of the query is kept.
// Any text is a query; one that says nothing finds nothing. Errors: CodeStorage.
func (s *Searcher) Find(ctx context.Context, query string, limit int) (answer Answer, err error) {
	st := s.current(ctx)
	room := st.enter()
	defer st.leave(room)
	limit = max(0, min(limit, MaxLimit))
	query = bounded(query)
	answer.Hits = []Hit{}
	defer func() {
		if err == nil && len(answer.Hits) == 0 {
			answer.Words = st.keepable(query)
		}
	}()
	if m := codeTyped.FindStringSubmatch(query); m != nil {
		hits, err := s.byCode(ctx, st, m[1]+"."+m[2], limit)
		if err != nil || len(hits) > 0 {
			answer.Hits = append(answer.Hits, hits...)
			return answer, err
		}
	}
	readings := st.reader.read(query)
	questions := st.asked(readings, room)
	if len(questions) == 0 {
		return answer, nil
	}
	own, entries := st.services(questions, room, limit), st.named(questions, room)
	if len(entries) > 0 && len(own) > 0 && own[0].Low && entries[0].score >= scoreEntryLow && round(entries[0].score) > own[0].named {
		own = nil // a doubtful service must not stand before a certain entry
	}
	answer.Hits = append(answer.Hits, own...)
	answer.Hits, err = s.entries(ctx, st, answer.Hits, entries, limit)
	return answer, err
}

// services ranks the services of the pack.
func (st *state) services(questions []question, room *room, limit int) []Hit {
	near := room.stories.near(questions[0].reading)
	type scored struct {
		match
		service int
		named   float64 // the score without the stories
	}
	var list []scored
	for i := range st.pack.services {
		sv := &st.pack.services[i]
		m := best(questions, sv.sayings)
		if m.score > 0 {
			m.score += shareOften * float64(4-sv.often)
		}
		named := m.score
		if m.score >= scoreNone || near[i].near >= nearShown {
			m.score += near[i].adds(len(questions[0].terms))
			if m.saying == nil { // no name of it was said: only its stories are near
				m.reading = questions[0].reading
				m.score = max(m.score, near[i].alone())
			}
			list = append(list, scored{m, i, named})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(st.pack.services[a.service].often, st.pack.services[b.service].often), cmp.Compare(a.service, b.service))
	})
	var hits []Hit
	for _, sc := range list {
		// Far behind the first is noise, not a second answer.
		if sc.score < shareBehind*list[0].score || len(hits) == limit {
			break
		}
		sv, told := &st.pack.services[sc.service], near[sc.service]
		hits = append(hits, Hit{
			Key: sv.key, Codes: codes(sv.codes), Kind: sv.kind, Title: sv.title, Score: round(sc.score), Low: sc.named < scoreLow && told.near < nearSure,
			Why: append(st.why(sc.match), told.why()...), reading: sc.reading, named: sc.named,
		})
	}
	return hits
}

// namedEntry is an entry of the national catalogue that was found by its name.
type namedEntry struct {
	match
	*entry
}

// named ranks the national catalogue, without what the pack has a service for.
func (st *state) named(questions []question, room *room) []namedEntry {
	if len(st.entries.entries) == 0 {
		return nil
	}
	var list []namedEntry
	seen := map[string]bool{}
	for i := range questions[:min(2, len(questions))] {
		for _, n := range st.entries.names(&questions[i], &room.names, catalogueLimit) {
			e := &st.entries.entries[n]
			if st.codes[e.code] || seen[e.code] {
				continue
			}
			seen[e.code] = true
			m := best(questions, []saying{{field: fieldOfficial, words: e.words}})
			if m.found < foundCatalogue {
				continue
			}
			if e.local {
				m.score *= 0.9
			}
			list = append(list, namedEntry{m, e})
		}
	}
	slices.SortFunc(list, func(a, b namedEntry) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.code, b.code))
	})
	return list
}

// entries adds entries to hits, up to limit of all.
func (s *Searcher) entries(ctx context.Context, st *state, hits []Hit, list []namedEntry, limit int) ([]Hit, error) {
	for _, n := range list {
		if len(hits) >= limit {
			break
		}
		e, ok, err := s.index.CatalogueRow(ctx, n.row)
		if err != nil {
			return hits, err
		}
		if !ok {
			continue // the catalogue was replaced while we looked
		}
		n.saying.text = e.Name
		hits = append(hits, Hit{
			Key: e.Code, Codes: []string{e.Code}, Kind: string(guide.KindCatalogue), Title: e.Name, Score: round(n.score), Low: n.score < scoreEntryLow,
			Why: st.why(n.match), reading: n.reading, Entry: &e,
		})
	}
	return hits, nil
}

// byCode finds what a typed code, or the start of one, belongs to.
func (s *Searcher) byCode(ctx context.Context, st *state, prefix string, limit int) ([]Hit, error) {
	var hits []Hit
	for i := range st.pack.services {
		sv := &st.pack.services[i]
		for c := range strings.FieldsSeq(sv.codes) {
			if strings.HasPrefix(c, prefix) {
				hits = append(hits, Hit{
					Key: sv.key, Codes: codes(sv.codes), Kind: sv.kind, Title: sv.title, Score: 1,
					Why: []string{ruleCode + " " + c},
				})
				break
			}
		}
	}
	entries, err := s.index.CatalogueByCode(ctx, prefix, limit)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !st.codes[e.Code] {
			hits = append(hits, Hit{
				Key: e.Code, Codes: []string{e.Code}, Kind: string(guide.KindCatalogue), Title: e.Name, Score: 1,
				Why: []string{ruleCode + " " + e.Code}, Entry: &e,
			})
		}
	}
	return hits[:min(limit, len(hits))], nil
}

// SelfTest looks for every service by its own title and gives the key of the
// first that does not come up in the first three, "" when all do.
func (s *Searcher) SelfTest(ctx context.Context) string {
	for i := range s.pack.services {
		sv := &s.pack.services[i]
		answer, err := s.Find(ctx, sv.title+" ", 3)
		if err != nil || !slices.ContainsFunc(answer.Hits, func(h Hit) bool { return h.Key == sv.key }) {
			return sv.key
		}
	}
	return ""
}

func codes(list string) []string {
	if fields := strings.Fields(list); len(fields) > 0 {
		return fields
	}
	return []string{}
}

func round(score float64) float64 { return math.Round(score*1000) / 1000 }

// why tells how a match was found, for people who tune or doubt the search. A
// match without a saying was found by its stories alone, which tell it themselves.
func (st *state) why(m match) []string {
	if m.saying == nil {
		return nil
	}
	reasons := []string{m.saying.field.String() + ": " + m.saying.text}
	if m.reading.rule != "" {
		reasons = append(reasons, m.reading.rule)
	}
	for i := range m.reading.terms {
		if m.fitted&(1<<i) == 0 {
			continue
		}
		t := &m.reading.terms[i]
		best, rule, to := 0.0, "", ""
		for _, w := range m.saying.words {
			word := &st.reader.lexicon.words[w]
			if fit, r := t.fits(word); fit > best {
				best, rule, to = fit, r, word.marked
			}
		}
		if best > 0 {
			reasons = append(reasons, t.marked+" → "+to+" ("+rule+")")
		}
	}
	return reasons
}
