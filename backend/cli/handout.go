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
			return usage(err)
		}
		if *hamlet != "" {
			kind, *copies, *start = handout.HamletLayout, *households, 1
		}
		lib, err := c.library()
		if err != nil {
			return err
		}
		office, err := content.OfficeIn(c.dataDir)
		if err != nil {
			return err
		}
		job := handout.Job{Layout: kind, Copies: *copies, Start: *start, DPI: *dpi, Large: *large, Hamlet: *hamlet}
		var titles []string
		for _, key := range args {
			s, err := lib.Pack.Service(key)
			if err != nil {
				return err
			}
			slip, err := handout.Make(lib.Pack, s, handout.Options{Office: office, Team: *team, Now: c.Now(), Layout: kind})
			if err != nil {
				return err
			}
			job.Contents = append(job.Contents, slip)
			titles = append(titles, s.Title)
		}
		pages, err := job.Lay()
		if err != nil {
			return usage(err)
		}
		count := max(0, pages.Count()-*from+1)
		size := &counted{}
		err = safefile.Write(*out, func(w io.Writer) error {
			size.w = w
			return handout.WritePDF(size, handout.Document{
				Title: strings.Join(titles, "; "), Subject: fmt.Sprintf("%s, bản %d", kind, lib.Pack.Info.Edition), Made: c.Now(),
			}, pages.From(*from))
		})
		if err != nil {
			return usage(err)
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

// usage is what is wrong with an order, as a mistake in the command.
func usage(err error) error {
	if guide.ErrorCode(err) == guide.CodeInvalid {
		return guide.Wrap(err, guide.CodeUsage, "%s", guide.Message(err))
	}
	return err
}
