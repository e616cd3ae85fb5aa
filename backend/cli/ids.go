package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// setupContentIDs shows the ids of a pack, writes them down for its next
// edition, and gives ids to what has none.
func setupContentIDs(c *call) func([]string) error {
	assign := c.flags.Bool("assign", false, "đặt id cho bước, dòng chưa có; id đã có giữ nguyên")
	write := c.flags.Bool("write", false, "ghi danh sách id của lần phát hành này vào ids.yaml")
	return func(args []string) error {
		if (*assign || *write) && len(args) == 0 {
			return guide.Errorf(guide.CodeUsage, "Cần thư mục của gói nội dung để ghi vào.")
		}
		pack, err := c.packArg(args)
		if err != nil {
			return err
		}
		result := map[string]any{}
		if *assign {
			files, problems := content.AssignIDs(pack)
			n := 0
			for _, f := range files {
				if err := save(filepath.Join(args[0], filepath.FromSlash(f.Name)), f.Data); err != nil {
					return err
				}
				n += f.New
			}
			result["assigned"], result["files"] = n, len(files)
			if !c.json {
				fmt.Fprintf(c.Stdout, "Đã đặt %d id trong %d tệp.\n", n, len(files))
			}
			if len(problems) > 0 {
				return c.refused(problems)
			}
			if !*write {
				if c.json {
					c.printJSON(result)
				}
				return nil
			}
		}
		lib, report := content.Load(pack)
		if lib == nil {
			return c.refused(report.Errors)
		}
		list, added, lost := content.IDs(pack, lib)
		if !c.json {
			for _, p := range content.Grouped(lost) {
				fmt.Fprintf(c.Stderr, "LỖI      %s\n", p)
			}
		}
		if *write {
			if len(lost) > 0 {
				return guide.Errorf(guide.CodeContent, "Chưa ghi %s: %d chỗ phải xem trước. Mời ghi was hoặc gone rồi chạy lại.", content.IDsFile, len(lost))
			}
			if err := save(filepath.Join(args[0], content.IDsFile), content.WriteIDs(list)); err != nil {
				return err
			}
		}
		switch {
		case c.json:
			result["edition"], result["ids"], result["gone"], result["new"] = list.Edition, list.IDs, append([]string{}, list.Gone...), added
			result["errors"] = append([]content.Problem{}, lost...)
			c.printJSON(result)
		case *write:
			fmt.Fprintf(c.Stdout, "Đã ghi %s: %d id của lần phát hành %d, mới %d.\n", content.IDsFile, len(list.IDs), list.Edition, added)
		default:
			fmt.Fprintf(c.Stdout, "%s", content.WriteIDs(list))
		}
		return nil
	}
}

// refused shows what keeps a pack from being used. Error: CodeContent.
func (c *call) refused(problems []content.Problem) error {
	if !c.json {
		for _, p := range content.Grouped(problems) {
			fmt.Fprintf(c.Stderr, "LỖI      %s\n", p)
		}
	}
	return guide.Errorf(guide.CodeContent, "Nội dung còn %d lỗi. Mời sửa rồi chạy lại.", len(problems))
}

func save(name string, data []byte) error {
	return safefile.Write(name, func(w io.Writer) error { _, err := w.Write(data); return err })
}
