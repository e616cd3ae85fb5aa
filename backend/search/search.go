package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"

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
	// Words is the query folded, as far as it was read.
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

	mu    sync.Mutex
	state *state
}

// state is what is kept in memory of the index.
type state struct {
	imports  int
	pack     sqlite.PackIndex
	reader   reader
	services map[int64]*service
	stories  *stories
	codes    map[string]bool // of the pack's services
}

type service struct {
	sqlite.ServiceRow
	sayings []saying
	stories []saying
}

// Prepare opens the index for a pack, whose digest says whether it has to be
// indexed first; makeIndex is called only then. Errors: those of makeIndex, CodeStorage,
// CodeDiskFull.
func Prepare(ctx context.Context, index *sqlite.Content, digest string, makeIndex func() (sqlite.PackIndex, error)) (*Searcher, error) {
	digest = Version + " " + digest
	have, err := index.MadeFrom(ctx)
	if err != nil {
		return nil, err
	}
	if have != digest {
		pack, err := makeIndex()
		if err != nil {
			return nil, err
		}
		if err := index.Rebuild(ctx, digest, pack); err != nil {
			return nil, err
		}
	}
	return Open(ctx, index)
}

// Open loads the index into memory. Errors: CodeStorage.
func Open(ctx context.Context, index *sqlite.Content) (*Searcher, error) {
	pack, err := index.Pack(ctx)
	if err != nil {
		return nil, err
	}
	s := &Searcher{index: index}
	return s, s.load(ctx, pack, -1)
}

// load prepares the pack's part together with the catalogue's words.
func (s *Searcher) load(ctx context.Context, pack sqlite.PackIndex, imports int) error {
	if imports < 0 {
		var err error
		if imports, err = s.index.Imports(ctx); err != nil {
			return err
		}
	}
	more, err := s.index.CatalogueSyllables(ctx)
	if err != nil {
		return err
	}
	st := &state{imports: imports, pack: pack, services: map[int64]*service{}, codes: map[string]bool{}}
	st.reader.little = map[string]bool{}
	st.reader.lexicon = newLexicon(pack.Background, more)
	for _, m := range pack.Meanings {
		st.reader.meanings = append(st.reader.meanings, meaning{split(m[0]), split(m[1])})
	}
	slices.SortStableFunc(st.reader.meanings, func(a, b meaning) int { return cmp.Compare(len(b.say), len(a.say)) })
	for _, f := range pack.Fillers {
		filler := split(f)
		st.reader.fillers = append(st.reader.fillers, filler)
		if len(filler) == 1 {
			st.reader.little[filler[0].folded] = true
		}
	}
	for _, row := range pack.Services {
		sv := &service{ServiceRow: row}
		for _, say := range row.Sayings {
			if s := st.reader.saying(say.Field, say.Place, say.Text); s.field == fieldStory {
				sv.stories = append(sv.stories, s)
			} else {
				sv.sayings = append(sv.sayings, s)
			}
		}
		st.services[row.ID] = sv
		for _, c := range strings.Fields(row.Codes) {
			st.codes[c] = true
		}
	}
	st.stories = newStories(st.services)
	s.state = st
	return nil
}

// current is the state, loaded anew when the catalogue has changed.
func (s *Searcher) current(ctx context.Context) (*state, error) {
	imports, err := s.index.Imports(ctx)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if imports != s.state.imports {
		if err := s.load(ctx, s.state.pack, imports); err != nil {
			return nil, err
		}
	}
	return s.state, nil
}

var codeTyped = regexp.MustCompile(`(?:^|[^\d.])([1-9])\.?(\d{3,6})(?:$|\D)`)

// Find answers a query with at most limit hits. Nothing of the query is kept.
// Any text is a query; one that says nothing finds nothing. Errors: CodeStorage.
func (s *Searcher) Find(ctx context.Context, query string, limit int) (Answer, error) {
	st, err := s.current(ctx)
	if err != nil {
		return Answer{}, err
	}
	limit = max(0, min(limit, MaxLimit))
	query = bounded(query)
	answer := Answer{Words: Fold(query), Hits: []Hit{}}
	if m := codeTyped.FindStringSubmatch(query); m != nil {
		hits, err := s.byCode(ctx, st, m[1]+"."+m[2], limit)
		if err != nil || len(hits) > 0 {
			answer.Hits = append(answer.Hits, hits...)
			return answer, err
		}
	}
	readings := st.reader.read(query)
	questions := asked(readings)
	if len(questions) == 0 {
		return answer, nil
	}
	own, err := s.services(ctx, st, questions)
	if err != nil {
		return answer, err
	}
	entries, err := s.entries(ctx, st, questions)
	if err != nil {
		return answer, err
	}
	if len(entries) > 0 && len(own) > 0 && own[0].Low && !entries[0].Low && entries[0].Score > own[0].named {
		own = nil // a doubtful service must not stand before a certain entry
	}
	answer.Hits = append(append(answer.Hits, own...), entries...)
	answer.Hits = answer.Hits[:min(limit, len(answer.Hits))]
	return answer, nil
}

// asked prepares the readings that ask for something: fillers alone do not.
func asked(readings []reading) []question {
	var questions []question
	for i := range readings {
		if q := readings[i].ask(); q.weight >= 1 {
			questions = append(questions, q)
		}
	}
	return questions
}

// services ranks the services of the pack.
func (s *Searcher) services(ctx context.Context, st *state, questions []question) ([]Hit, error) {
	ids, err := s.index.MatchServices(ctx, anyOf(questions))
	if err != nil {
		return nil, err
	}
	near := st.stories.near(*questions[0].reading)
	type scored struct {
		match
		*service
		named float64 // the score without the stories
	}
	var list []scored
	for _, id := range ids {
		sv := st.services[id]
		if sv == nil {
			continue // the index was rebuilt while we looked
		}
		m := best(questions, sv.sayings)
		if m.score > 0 {
			m.score += shareOften * float64(4-sv.Often)
		}
		named := m.score
		if m.score >= scoreNone || near[id].near >= nearShown {
			m.score += near[id].adds(len(questions[0].terms))
			if m.saying == nil { // no name of it was said: only its stories are near
				m.reading = questions[0].reading
				m.score = max(m.score, near[id].alone())
			}
			list = append(list, scored{m, sv, named})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.Often, b.Often), cmp.Compare(a.ID, b.ID))
	})
	var hits []Hit
	for _, sc := range list {
		// Far behind the first is noise, not a second answer.
		if sc.score < shareBehind*list[0].score || len(hits) == MaxLimit {
			break
		}
		hits = append(hits, Hit{
			Key: sc.Key, Codes: codes(sc.Codes), Kind: sc.Kind, Title: sc.Title, Score: round(sc.score), Low: sc.named < scoreLow && near[sc.ID].near < nearSure,
			Why: append(why(sc.match), near[sc.ID].why()...), reading: sc.match.reading, named: sc.named,
		})
	}
	return hits, nil
}

// entries ranks the national catalogue, without what the pack has a service for.
func (s *Searcher) entries(ctx context.Context, st *state, questions []question) ([]Hit, error) {
	if st.imports == 0 {
		return nil, nil
	}
	type scored struct {
		match
		guide.CatalogueEntry
	}
	var list []scored
	seen := map[string]bool{}
	for _, q := range questions[:min(2, len(questions))] {
		found, err := s.index.MatchCatalogue(ctx, allOf(q), catalogueLimit)
		if err != nil {
			return nil, err
		}
		for _, e := range found {
			if st.codes[e.Code] || seen[e.Code] {
				continue
			}
			seen[e.Code] = true
			name := st.reader.saying(fieldOfficial, 0, e.Name)
			m := best(questions, []saying{name})
			if m.found < foundCatalogue {
				continue
			}
			if e.Local {
				m.score *= 0.9
			}
			list = append(list, scored{m, e})
		}
	}
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.Code, b.Code))
	})
	var hits []Hit
	for _, sc := range list[:min(MaxLimit, len(list))] {
		entry := sc.CatalogueEntry
		hits = append(hits, Hit{
			Key: entry.Code, Codes: []string{entry.Code}, Kind: string(guide.KindCatalogue), Title: entry.Name, Score: round(sc.score), Low: sc.score < scoreEntryLow,
			Why: why(sc.match), reading: sc.match.reading, Entry: &entry,
		})
	}
	return hits, nil
}

// byCode finds what a typed code, or the start of one, belongs to.
func (s *Searcher) byCode(ctx context.Context, st *state, prefix string, limit int) ([]Hit, error) {
	var hits []Hit
	for _, row := range st.pack.Services {
		for _, c := range strings.Fields(row.Codes) {
			if strings.HasPrefix(c, prefix) {
				hits = append(hits, Hit{
					Key: row.Key, Codes: codes(row.Codes), Kind: row.Kind, Title: row.Title, Score: 1,
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
	for _, row := range s.state.pack.Services {
		answer, err := s.Find(ctx, row.Title+" ", 3)
		if err != nil || !slices.ContainsFunc(answer.Hits, func(h Hit) bool { return h.Key == row.Key }) {
			return row.Key
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
func why(m match) []string {
	if m.saying == nil {
		return nil
	}
	reasons := []string{fmt.Sprintf("%s: %s", m.saying.field, m.saying.text)}
	if m.reading.rule != "" {
		reasons = append(reasons, m.reading.rule)
	}
	for i, t := range m.reading.terms {
		best, rule, to := 0.0, "", ""
		for _, syl := range m.saying.syllables {
			if fit, r := t.fits(syl); fit > best {
				best, rule, to = fit, r, syl.marked
			}
		}
		if m.fits[i] > 0 && best > 0 {
			reasons = append(reasons, fmt.Sprintf("%s → %s (%s)", t.marked, to, rule))
		}
	}
	return reasons
}
