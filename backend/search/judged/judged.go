// Package judged measures the search against queries whose right answers
// people have written down: backend/search/testdata/queries.tsv to tune on,
// and heldout.tsv, which nobody looks into while tuning. That one is in the program:
// an office may measure its own kiosk by it.
package judged

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tungbuoc/backend/search"
)

// Nothing is the kind of the queries that have no right answer.
const Nothing = "nothing"

//go:embed heldout.tsv
var heldOut []byte

// HeldOutThree is the least share of [HeldOut] with a right hit in the first three: a
// little under what was reached, so that a change for the worse is noticed. Wanted: 0.97.
const HeldOutThree = 0.96

// HeldOut gives the queries that nobody has tuned the search by.
func HeldOut() ([]Query, error) { return Read(bytes.NewReader(heldOut)) }

// Query is one judged query.
type Query struct {
	Kind  string
	Text  string
	Right []string // keys that are right as the first answer; none for Nothing
}

// Read reads a file of judged queries: kind, query and keys in columns
// separated by tabs, comments after #, a heading.
func Read(r io.Reader) ([]Query, error) {
	var list []Query
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "kind\t") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 3 || columns[0] == "" || columns[1] == "" || (columns[2] == "") != (columns[0] == Nothing) {
			return nil, fmt.Errorf("line %d is no judged query: %q", n, line)
		}
		q := Query{Kind: columns[0], Text: columns[1]}
		if columns[2] != "" {
			for _, key := range strings.Split(columns[2], ",") {
				q.Right = append(q.Right, strings.TrimSpace(key))
			}
		}
		list = append(list, q)
	}
	return list, lines.Err()
}

// Tally is how a number of queries went. For [Nothing] a query went well when
// nothing was found, or the first hit is marked as doubtful.
type Tally struct {
	Queries    int
	First      int     // the first hit is right
	Three      int     // one of the first three is
	Reciprocal float64 // sum of 1/place of the first right hit
	Empty      int     // nothing was found
}

// RecallFirst is the share of queries whose first hit is right.
func (t Tally) RecallFirst() float64 { return float64(t.First) / float64(max(1, t.Queries)) }

// RecallThree is the share of queries with a right hit in the first three.
func (t Tally) RecallThree() float64 { return float64(t.Three) / float64(max(1, t.Queries)) }

// MRR is the mean reciprocal rank.
func (t Tally) MRR() float64 { return t.Reciprocal / float64(max(1, t.Queries)) }

// ZeroRate is the share of queries that found nothing.
func (t Tally) ZeroRate() float64 { return float64(t.Empty) / float64(max(1, t.Queries)) }

func (t *Tally) add(o Tally) {
	t.Queries += o.Queries
	t.First += o.First
	t.Three += o.Three
	t.Reciprocal += o.Reciprocal
	t.Empty += o.Empty
}

// Result is how a set of judged queries went.
type Result struct {
	ByKind map[string]Tally
	All    Tally // without the kind Nothing
	Missed []Miss
}

// Miss is a query whose first hit is not right.
type Miss struct {
	Query
	Hits []search.Hit
}

// Kinds lists the kinds of the result in order.
func (r Result) Kinds() []string { return slices.Sorted(maps.Keys(r.ByKind)) }

// depth is how many hits are looked at.
const depth = 10

// Judge asks all queries.
func Judge(ctx context.Context, s *search.Searcher, queries []Query) (Result, error) {
	r := Result{ByKind: map[string]Tally{}}
	for _, q := range queries {
		answer, err := s.Find(ctx, q.Text, depth)
		if err != nil {
			return r, err
		}
		t := q.judge(answer.Hits)
		kind := r.ByKind[q.Kind]
		kind.add(t)
		r.ByKind[q.Kind] = kind
		if q.Kind != Nothing {
			r.All.add(t)
		}
		if t.First == 0 {
			r.Missed = append(r.Missed, Miss{q, answer.Hits})
		}
	}
	return r, nil
}

func (q Query) judge(hits []search.Hit) Tally {
	t := Tally{Queries: 1}
	if len(hits) == 0 {
		t.Empty = 1
	}
	if q.Kind == Nothing {
		if len(hits) == 0 || hits[0].Low {
			t.First, t.Three, t.Reciprocal = 1, 1, 1
		}
		return t
	}
	place := slices.IndexFunc(hits, func(h search.Hit) bool { return slices.Contains(q.Right, h.Key) })
	if place < 0 {
		return t
	}
	t.Reciprocal = 1 / float64(place+1)
	if place == 0 {
		t.First = 1
	}
	if place < 3 {
		t.Three = 1
	}
	return t
}
