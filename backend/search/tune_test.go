package search_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"tungbuoc/backend/search"
	"tungbuoc/backend/search/judged"
)

func tuneSets() [][4]float64 {
	var sets [][4]float64
	for _, part := range strings.Split(os.Getenv("TUNES"), ";") {
		var s [4]float64
		fmt.Sscanf(part, "%g,%g,%g,%g", &s[0], &s[1], &s[2], &s[3])
		sets = append(sets, s)
	}
	return sets
}

func TestTune(t *testing.T) {
	s, _ := mustIndex(t, "")
	queries := mustQueries(t, "queries.tsv")
	for _, set := range tuneSets() {
		search.Tune = set
		r, err := judged.Judge(context.Background(), s, queries)
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%v @1 %.3f @3 %.3f none %.3f |", set, r.All.RecallFirst(), r.All.RecallThree(), r.ByKind[judged.Nothing].RecallFirst())
		for _, k := range []string{"plain", "oldname", "nomarks", "abbreviation", "official", "telex", "typo", "halftyped", "app"} {
			line += fmt.Sprintf(" %s %.2f/%.2f", k, r.ByKind[k].RecallFirst(), r.ByKind[k].RecallThree())
		}
		fmt.Println(line)
	}
}
