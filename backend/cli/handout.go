package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/safefile"
)

func setupHandout(c *call) func([]string) error {
	c.packFlag()
	layout := c.flags.String("layout", string(handout.A5), "")
	copies := c.flags.Int("copies", 1, "")
	start := c.flags.Int("start", 1, "")
	dpi := c.flags.Int("dpi", 0, "")
	large := c.flags.Bool("large", false, "")
	team := c.flags.String("team", "", "")
	hamlet := c.flags.String("hamlet", "", "")
	households := c.flags.Int("households", 0, "")
	from := c.flags.Int("from-page", 1, "")
	out := c.flags.String("out", "", "")
	return func(args []string) error {
		if len(args) == 0 || *out == "" {
			return guide.Errorf(guide.CodeUsage, "Cần ít nhất một dịch vụ và --out TỆP.pdf.")
		}
		if !strings.EqualFold(filepath.Ext(*out), ".pdf") {
			return guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .pdf.")
		}
		kind, err := handout.ParseLayout(*layout)
		if err != nil {
			return err
		}
		if *hamlet != "" {
			kind = handout.A4x8 // the cards every household gets
		}
		lib, err := c.library()
		if err != nil {
			return err
		}
		office, err := content.OfficeIn(c.dataDir)
		if err != nil {
			return err
		}
		job := handout.Job{Layout: kind, Copies: *copies, Start: *start, DPI: *dpi, Large: *large}
		var titles []string
		for _, key := range args {
			s, err := lib.Pack.Service(key)
			if err != nil {
				return err
			}
			slip, err := handout.Make(lib.Pack, s, handout.Options{Office: office, Team: *team, Now: c.Now(), CodeMM: kind.CodeMM()})
			if err != nil {
				return err
			}
			job.Slips = append(job.Slips, slip)
			titles = append(titles, s.Title)
		}
		pages, err := job.Pages()
		if *hamlet != "" {
			pages, err = handout.Hamlet{Name: *hamlet, Households: *households, Slips: job.Slips, DPI: *dpi}.Pages(*from)
		}
		if err != nil {
			return err
		}
		count := 0
		size := &counted{}
		err = safefile.Write(*out, func(w io.Writer) error {
			size.w = w
			return handout.WritePDF(size, handout.Document{
				Title: strings.Join(titles, "; "), Subject: fmt.Sprintf("%s, bản %d", kind, lib.Pack.Info.Edition), Made: c.Now(),
			}, func() (*handout.Page, bool, error) {
				page, ok, err := pages()
				if ok {
					count++
				}
				return page, ok, err
			})
		})
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"out": *out, "layout": kind, "pages": count, "services": args, "bytes": size.n})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã ghi %s: %d trang.\n", *out, count)
		return nil
	}
}

// counted counts the bytes that are written.
type counted struct {
	w io.Writer
	n int
}

func (c *counted) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += n
	return n, err
}
