package cli

import (
	"cmp"
	"fmt"
	"slices"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

func setupContentCheck(c *call) func([]string) error {
	all := c.flags.Bool("reading", false, "cho xem độ khó của mọi bài")
	return func(args []string) error {
		pack, err := c.packArg(args)
		if err != nil {
			return err
		}
		_, report := content.Check(pack, c.Now())
		if c.json {
			c.printJSON(report)
		} else {
			c.printReport(report, *all)
		}
		if len(report.Errors) > 0 {
			return errReported
		}
		return nil
	}
}

// hardest is how many lessons the summary of reading levels names.
const hardest = 5

// printReading says how hard the lessons are to read, the hardest first.
func (c *call) printReading(list []guide.Reading, all bool) {
	if len(list) == 0 {
		return
	}
	levels := map[guide.Level]int{}
	for _, r := range list {
		levels[r.Level]++
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b guide.Reading) int { return cmp.Compare(b.Score, a.Score) })
	fmt.Fprintf(c.Stdout, "Độ khó khi đọc: %d bài dễ, %d vừa, %d khó.", levels[guide.LevelEasy], levels[guide.LevelMiddle], levels[guide.LevelHard])
	if !all && len(list) > hardest {
		list = list[:hardest]
		fmt.Fprint(c.Stdout, " Khó nhất (--reading: xem hết):")
	}
	fmt.Fprintln(c.Stdout)
	for _, r := range list {
		fmt.Fprintf(c.Stdout, "  %-4s %5.1f  %s: %.1f tiếng một câu, dài nhất %d, %.1f từ khó trên 100 tiếng\n",
			r.Level, r.Score, r.Key, r.Mean, r.Longest, r.Share)
	}
}

func (c *call) printReport(r *content.Report, reading bool) {
	for _, p := range content.Grouped(r.Errors) {
		fmt.Fprintf(c.Stdout, "LỖI      %s\n", p)
	}
	for _, p := range content.Grouped(r.Warnings) {
		fmt.Fprintf(c.Stdout, "NÊN XEM  %s\n", p)
	}
	fmt.Fprintf(c.Stdout, "Nội dung lần %d: %d dịch vụ (%d thủ tục, %d ứng dụng, %d việc), %d bài học, %d bước, %d hình, %d địa chỉ.\n",
		r.Edition, r.Services, r.Procedures, r.Apps, r.Tasks, r.Guides, r.Steps, r.Screens, r.Links)
	c.printReading(r.Reading, reading)
	if len(r.Errors) > 0 {
		fmt.Fprintf(c.Stdout, "Có %d lỗi phải sửa.\n", len(r.Errors))
		return
	}
	fmt.Fprintf(c.Stdout, "Không có lỗi, %d chỗ nên xem.\n", len(r.Warnings))
}
