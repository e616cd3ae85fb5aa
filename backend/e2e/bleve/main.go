// Command bleve answers the judged queries with bleve, the full-text engine
// most Go programs would take, over the same texts as the kiosk's own search,
// and prints how long that took. It is a module of its own, so that the kiosk
// does not depend on what it is compared with. make bench runs it.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"time"

	bleve "github.com/blevesearch/bleve/v2"

	"tungbuoc/backend/search"
)

// text is one line of the input: an entry with all its sayings, or a query.
type text struct {
	Key   string `json:"key"`
	Text  string `json:"text"`
	Query bool   `json:"query"`
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	index, err := bleve.NewMemOnly(bleve.NewIndexMapping())
	if err != nil {
		return err
	}
	var queries []string
	began := time.Now()
	batch := index.NewBatch()
	for in := json.NewDecoder(os.Stdin); in.More(); {
		var t text
		if err := in.Decode(&t); err != nil {
			return err
		}
		if t.Query {
			queries = append(queries, t.Text)
			continue
		}
		// Folded here as for the kiosk: bleve's own analysers keep the đ.
		if err := batch.Index(t.Key, map[string]string{"said": search.Fold(t.Text)}); err != nil {
			return err
		}
	}
	if err := index.Batch(batch); err != nil {
		return err
	}
	built := time.Since(began)
	var times []time.Duration
	for range 3 {
		for _, q := range queries {
			began := time.Now()
			match := bleve.NewMatchQuery(strings.TrimSpace(search.Fold(q)))
			match.SetFuzziness(1)
			if _, err := index.Search(bleve.NewSearchRequestOptions(match, 24, 0, false)); err != nil {
				return err
			}
			times = append(times, time.Since(began))
		}
	}
	slices.Sort(times)
	fmt.Printf("{\"build_ms\": %.1f, \"p50_us\": %d, \"p95_us\": %d}\n", float64(built.Microseconds())/1000,
		times[len(times)/2].Microseconds(), times[len(times)*95/100].Microseconds())
	return nil
}
