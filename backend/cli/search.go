package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// found is the answer to one query.
type found struct {
	Query string       `json:"query"`
	MS    float64      `json:"ms"`
	Hits  []search.Hit `json:"hits"`
}

const defaultLimit = 10

func setupSearch(c *call) func([]string) error {
	c.packFlag()
	limit := c.flags.Int("limit", defaultLimit, "")
	return func(args []string) error {
		if len(args) == 0 {
			return guide.Errorf(guide.CodeUsage, "Cần câu hỏi, hoặc dấu - để đọc từng dòng.")
		}
		if *limit < 1 || *limit > search.MaxLimit {
			return guide.Errorf(guide.CodeUsage, "--limit từ 1 đến %d.", search.MaxLimit)
		}
		ctx := context.Background()
		s, index, err := c.searcher(ctx)
		if err != nil {
			return err
		}
		defer func() { _ = index.Close() }()
		if len(args) == 1 && args[0] == "-" {
			return c.searchLines(ctx, s, *limit)
		}
		answer, err := ask(ctx, s, strings.Join(args, " "), *limit)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(answer)
			return nil
		}
		c.printFound(answer)
		return nil
	}
}

// searcher opens the index in the data folder, or in memory where that folder
// cannot be used: to search one needs to write nothing.
func (c *call) searcher(ctx context.Context) (*search.Searcher, *sqlite.Content, error) {
	index, err := sqlite.OpenContent(ctx, c.dataDir, c.log)
	if err != nil {
		if index, err = sqlite.OpenContent(ctx, "", c.log); err != nil {
			return nil, nil, err
		}
	}
	pack := c.pack()
	digest, err := content.Digest(pack)
	if err != nil {
		return nil, nil, errors.Join(err, index.Close())
	}
	s, err := search.Prepare(ctx, index, digest, func() (search.PackIndex, error) { return c.packIndex() })
	if err != nil {
		return nil, nil, errors.Join(err, index.Close())
	}
	return s, index, nil
}

func (c *call) packIndex() (search.PackIndex, error) {
	lib, err := c.library()
	if err != nil {
		return search.PackIndex{}, err
	}
	return search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), nil
}

func ask(ctx context.Context, s *search.Searcher, query string, limit int) (found, error) {
	began := time.Now()
	answer, err := s.Find(ctx, query, limit)
	ms := float64(time.Since(began).Microseconds()) / 1000
	return found{Query: query, MS: ms, Hits: answer.Hits}, err
}

// maxQueryLine is the longest line read from the input, in bytes.
const maxQueryLine = 1 << 20

// searchLines answers a query a line, with a line of JSON or of words each.
func (c *call) searchLines(ctx context.Context, s *search.Searcher, limit int) error {
	lines := bufio.NewScanner(c.Stdin)
	lines.Buffer(nil, maxQueryLine)
	out := json.NewEncoder(c.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		answer, err := ask(ctx, s, strings.TrimSuffix(lines.Text(), "\r"), limit)
		if err != nil {
			return err
		}
		if !c.json {
			c.printFound(answer)
			continue
		}
		if err := out.Encode(answer); err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
	}
	if err := lines.Err(); err != nil {
		return guide.Wrap(err, guide.CodeInvalid, "Không đọc được câu hỏi: có dòng quá dài.")
	}
	return nil
}

func (c *call) printFound(f found) {
	if len(f.Hits) == 0 {
		fmt.Fprintf(c.Stdout, "%s: không có\n", f.Query)
		return
	}
	fmt.Fprintf(c.Stdout, "%s:\n", f.Query)
	for _, h := range f.Hits {
		mark := " "
		if h.Low {
			mark = "?"
		}
		fmt.Fprintf(c.Stdout, " %s %.2f  %-28s %s\n", mark, h.Score, h.Key, h.Title)
	}
}

// imported is what an import of the catalogue did.
type imported struct {
	Taken   int                   `json:"taken"`
	Skipped []content.LineProblem `json:"skipped"`
	Total   int                   `json:"total"` // entries in the catalogue now
}

// maxSkippedShown keeps a wrong file from flooding the screen.
const maxSkippedShown = 20

func setupCatalogueImport(c *call) func([]string) error {
	return func(args []string) error {
		if len(args) != 1 {
			return guide.Errorf(guide.CodeUsage, "Cần một tệp .jsonl.")
		}
		file, err := os.Open(args[0])
		if err != nil {
			say := "Không mở được tệp %s. Mời xem tệp có cho đọc không."
			if errors.Is(err, fs.ErrNotExist) {
				say = "Không có tệp %s. Mời xem lại tên tệp."
			}
			return guide.Wrap(err, guide.CodeNotFound, say, args[0])
		}
		defer func() { _ = file.Close() }()
		did, err := c.importCatalogue(context.Background(), file)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(did)
			return nil
		}
		for i, p := range did.Skipped {
			if i == maxSkippedShown {
				fmt.Fprintf(c.Stderr, "… và %d dòng nữa.\n", len(did.Skipped)-i)
				break
			}
			fmt.Fprintf(c.Stderr, "Bỏ qua dòng %d: %s.\n", p.Line, p.Message)
		}
		fmt.Fprintf(c.Stdout, "Đã nhập %d thủ tục. Danh mục trong máy có %d thủ tục.\n", did.Taken, did.Total)
		return nil
	}
}

func (c *call) importCatalogue(ctx context.Context, r io.Reader) (imported, error) {
	did := imported{Skipped: []content.LineProblem{}}
	index, err := sqlite.OpenContent(ctx, c.dataDir, c.log)
	if err != nil {
		return did, err
	}
	defer func() { _ = index.Close() }()
	did.Total, err = index.Import(ctx, func(add func(guide.CatalogueEntry) error) error {
		err := content.ReadCatalogue(r,
			func(e guide.CatalogueEntry) error {
				did.Taken++
				return add(e)
			},
			func(p content.LineProblem) { did.Skipped = append(did.Skipped, p) })
		if err == nil && did.Taken == 0 {
			return guide.Errorf(guide.CodeInvalid, "Tệp này không có dòng nào dùng được, máy giữ nguyên danh mục cũ. Mời xem lại tệp.")
		}
		return err
	})
	return did, err
}
