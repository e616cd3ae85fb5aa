package cli

import (
	"fmt"
	"os"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

func setupContentCheck(c *call) func([]string) error {
	return func(args []string) error {
		pack := c.Pack
		switch len(args) {
		case 0:
		case 1:
			info, err := os.Stat(args[0])
			if err != nil {
				return guide.Wrap(err, guide.CodeNotFound, "Không mở được %s. Mời xem lại đường dẫn.", args[0])
			}
			if !info.IsDir() {
				return guide.Errorf(guide.CodeUsage, "%s không phải thư mục.", args[0])
			}
			pack = os.DirFS(args[0])
		default:
			return guide.Errorf(guide.CodeUsage, "Chỉ kiểm tra một thư mục một lần.")
		}
		lib, report := content.Load(pack)
		if lib != nil {
			content.CheckTranslations(pack, lib.Pack, report)
		}
		if c.json {
			c.printJSON(report)
		} else {
			c.printReport(report)
		}
		if len(report.Errors) > 0 {
			return errReported
		}
		return nil
	}
}

func (c *call) printReport(r *content.Report) {
	for _, p := range r.Errors {
		fmt.Fprintf(c.Stdout, "LỖI      %s\n", p)
	}
	for _, p := range r.Warnings {
		fmt.Fprintf(c.Stdout, "NÊN XEM  %s\n", p)
	}
	fmt.Fprintf(c.Stdout, "Nội dung lần %d: %d dịch vụ (%d thủ tục, %d ứng dụng, %d việc), %d bài học, %d bước, %d hình, %d địa chỉ.\n",
		r.Edition, r.Services, r.Procedures, r.Apps, r.Tasks, r.Guides, r.Steps, r.Screens, r.Links)
	if len(r.Errors) > 0 {
		fmt.Fprintf(c.Stdout, "Có %d lỗi phải sửa.\n", len(r.Errors))
		return
	}
	fmt.Fprintf(c.Stdout, "Không có lỗi, %d chỗ nên xem.\n", len(r.Warnings))
}

// setupContentCite lists what rests on a law, for who has to change it.
func setupContentCite(c *call) func([]string) error {
	return func(args []string) error {
		if len(args) != 1 {
			return guide.Errorf(guide.CodeUsage, "Cần tên hoặc số của một văn bản. Ví dụ: tungbuoc content cite \"141/2026/NĐ-CP\"")
		}
		lib, report := content.Load(c.Pack)
		if lib == nil {
			return guide.Errorf(guide.CodeContent, "Nội dung có lỗi. Mời chạy: tungbuoc content check. Lỗi đầu: %s", report.Errors[0])
		}
		found := content.Cite(lib.Pack, args[0])
		if c.json {
			c.printJSON(found)
			return nil
		}
		for _, f := range found {
			fmt.Fprintf(c.Stdout, "%s  %s  %s  (%s, %s)\n", f.File, f.Place, f.Say, f.Source, f.Date)
		}
		fmt.Fprintf(c.Stdout, "%d chỗ dựa vào nguồn này.\n", len(found))
		return nil
	}
}
