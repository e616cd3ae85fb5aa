package certificate

import (
	"context"
	"fmt"
	"log/slog"
	"slices"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/search/judged"
	"tungbuoc/backend/sqlite"
)

// searches asks the search what people have judged, on an index of its own in memory.
func searches(ctx context.Context, lib *content.Library) []Line {
	const name, what = "search", "Bộ câu hỏi đã chấm: đúng trong ba kết quả đầu"
	fail := func(err error) []Line { return []Line{line(name, what, guide.Message(err), wantThree, false)} }
	index, err := sqlite.OpenContent(ctx, "", slog.New(slog.DiscardHandler))
	if err != nil {
		return fail(err)
	}
	defer func() { _ = index.Close() }()
	s, err := search.Prepare(ctx, index, "certificate", func() (search.PackIndex, error) {
		return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
	})
	if err != nil {
		return fail(err)
	}
	queries, err := judged.HeldOut()
	if err != nil {
		return fail(err)
	}
	r, err := judged.Judge(ctx, s, fitting(queries, lib.Pack))
	if err != nil {
		return fail(err)
	}
	return []Line{threeLine(name, what, r.All), nothingLine(r.ByKind[judged.Nothing])}
}

// fitting leaves out the queries whose answers another pack does not have.
func fitting(queries []judged.Query, p *guide.Pack) []judged.Query {
	return slices.DeleteFunc(queries, func(q judged.Query) bool {
		return q.Kind != judged.Nothing && !slices.ContainsFunc(q.Right, func(key string) bool {
			return slices.ContainsFunc(p.Services, func(s guide.Service) bool { return s.Key == key })
		})
	})
}

var wantThree = "từ " + decimal(100*judged.HeldOutThree) + " %"

func threeLine(name, what string, t judged.Tally) Line {
	if t.Queries == 0 {
		return unmeasured(name, what, wantThree, "gói nội dung này không có câu nào của bộ câu hỏi")
	}
	return line(name, what, fmt.Sprintf("%d trên %d câu (%s %%)", t.Three, t.Queries, decimal(100*t.RecallThree())), wantThree, t.RecallThree() >= judged.HeldOutThree)
}

// leastHonest is the share of the queries without an answer that must be told so.
const leastHonest = 0.9

func nothingLine(t judged.Tally) Line {
	const name, what = "search_nothing", "Không có câu trả lời thì nói là không chắc"
	wanted := "từ " + decimal(100*leastHonest) + " %"
	if t.Queries == 0 {
		return unmeasured(name, what, wanted, "bộ câu hỏi không có câu nào như vậy")
	}
	return line(name, what, fmt.Sprintf("%d trên %d câu", t.First, t.Queries), wanted, t.RecallFirst() >= leastHonest)
}
