package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
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
	limit := c.flags.Int("limit", defaultLimit, fmt.Sprintf("nhiều nhất bao nhiêu kết quả, từ 1 đến %d", search.MaxLimit))
	return func(args []string) error {
		if strings.TrimSpace(strings.Join(args, "")) == "" {
			return guide.Errorf(guide.CodeUsage, "Cần câu hỏi, hoặc dấu - để đọc từng dòng.")
		}
		if *limit < 1 || *limit > search.MaxLimit {
			return guide.Errorf(guide.CodeUsage, "--limit từ 1 đến %d.", search.MaxLimit)
		}
		u := c.content()
		defer func() { _ = u.Close(context.Background()) }()
		if err := u.Open(); guide.ErrorCode(err) == guide.CodeContent {
			_, err = c.openLibrary() // says what is wrong with the pack
			return err
		} else if err != nil {
			return err
		}
		if len(args) == 1 && args[0] == "-" {
			return c.searchLines(u, *limit)
		}
		answer, err := ask(u, strings.Join(args, " "), *limit)
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

// content is the pack the command is about, with its search.
func (c *call) content() *edition.InUse {
	return edition.New(edition.Options{Sources: []fs.FS{c.pack()}, DataDir: c.dataDir, Log: c.log})
}

func ask(u *edition.InUse, query string, limit int) (found, error) {
	began := time.Now()
	answer, err := u.Search(context.Background(), query, limit)
	ms := float64(time.Since(began).Microseconds()) / 1000
	return found{Query: query, MS: ms, Hits: answer.Hits}, err
}

// maxQueryLine is the longest line read from the input, in bytes.
const maxQueryLine = 1 << 20

// searchLines answers a query a line, with a line of JSON or of words each.
func (c *call) searchLines(u *edition.InUse, limit int) error {
	lines := bufio.NewScanner(c.Stdin)
	lines.Buffer(nil, maxQueryLine)
	out := json.NewEncoder(c.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		answer, err := ask(u, strings.TrimSuffix(lines.Text(), "\r"), limit)
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

// maxSkippedShown keeps a wrong file from flooding the screen.
const maxSkippedShown = 20

func setupCatalogueImport(c *call) func([]string) error {
	return func(args []string) error {
		if len(args) != 1 {
			return guide.Errorf(guide.CodeUsage, "Cần một tệp .jsonl.")
		}
		// What is no file is not opened: a pipe would keep the program waiting for ever.
		info, err := os.Stat(args[0])
		if err == nil && info.IsDir() {
			return guide.Errorf(guide.CodeInvalid, "%s là thư mục. Mời chỉ tệp .jsonl ở trong đó.", args[0])
		}
		if err == nil && !info.Mode().IsRegular() {
			return guide.Errorf(guide.CodeInvalid, "%s không phải là tệp thường. Mời chỉ một tệp .jsonl.", args[0])
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
		did, err := edition.ImportCatalogue(context.Background(), c.dataDir, file, c.log)
		if c.json && err == nil {
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
		if err != nil { // what was skipped says why
			return err
		}
		fmt.Fprintf(c.Stdout, "Đã nhập %d thủ tục. Danh mục trong máy có %d thủ tục.\n", did.Taken, did.Total)
		return nil
	}
}
