package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/readthrough"
	"tungbuoc/backend/safefile"
)

// setupContentReview makes the page on which a person reads a pack through.
func setupContentReview(c *call) func([]string) error {
	out := c.flags.String("out", "", "tệp .html sẽ ghi")
	return func(args []string) error {
		if ext := filepath.Ext(*out); !strings.EqualFold(ext, ".html") {
			return guide.Errorf(guide.CodeUsage, "Cần --out TỆP.html.")
		}
		pack, err := c.packArg(args)
		if err != nil {
			return err
		}
		lib, report := content.Check(pack, c.Now())
		if lib == nil {
			return guide.Errorf(guide.CodeContent, "Nội dung có lỗi nên chưa làm được trang đọc duyệt. Lỗi đầu: %s", report.Errors[0])
		}
		if err := safefile.Write(*out, func(w io.Writer) error { return readthrough.Write(w, lib, report, c.Now()) }); err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"out": *out, "services": report.Services, "errors": len(report.Errors), "warnings": len(report.Warnings)})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã ghi %s: %d dịch vụ, %d bài học, %d hình. Mở bằng trình duyệt để đọc và đánh dấu.\n", *out, report.Services, report.Guides, report.Screens)
		return nil
	}
}

// packArg is the folder named on the command line, else the pack built in.
// Errors: CodeNotFound, CodeUsage.
func (c *call) packArg(args []string) (fs.FS, error) {
	switch len(args) {
	case 0:
		return c.Pack, nil
	case 1:
		info, err := os.Stat(args[0])
		if err != nil {
			return nil, guide.Wrap(err, guide.CodeNotFound, "Không mở được %s. Mời xem lại đường dẫn.", args[0])
		}
		if !info.IsDir() {
			return nil, guide.Errorf(guide.CodeUsage, "%s không phải thư mục.", args[0])
		}
		return os.DirFS(args[0]), nil
	}
	return nil, guide.Errorf(guide.CodeUsage, "Chỉ xem một thư mục một lần.")
}
