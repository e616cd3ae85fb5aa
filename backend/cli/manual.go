package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
)

// setupManual makes the manual for staff, or a chapter of it, ready to be printed.
func setupManual(c *call) func([]string) error {
	out := c.flags.String("out", "", "tệp .pdf sẽ ghi")
	chapter := c.flags.String("chapter", "", "chương nào, như 03-in-to; để trống: cả sách")
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		if !strings.EqualFold(filepath.Ext(*out), ".pdf") {
			return guide.Errorf(guide.CodeUsage, "Cần --out TỆP.pdf.")
		}
		pages, err := paper.WriteManual(*out, *chapter, c.Now())
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"out": *out, "pages": pages})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã ghi %s: %d trang.\n", *out, pages)
		return nil
	}
}
