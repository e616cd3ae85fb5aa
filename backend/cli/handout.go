package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/worker"
)

func setupHandout(c *call) func([]string) error {
	c.packFlag()
	layout := c.flags.String("layout", string(handout.A5), "khổ giấy: "+handout.LayoutNames())
	copies := c.flags.Int("copies", 0, "số bản mỗi dịch vụ; để trống: vừa đầy một tờ")
	start := c.flags.Int("start", 1, "vị trí đầu tiên còn trống trên tờ, tính từ 1")
	dpi := c.flags.Int("dpi", 0, "độ nét của máy in, từ 72 đến 2400 điểm")
	large := c.flags.Bool("large", false, "chữ to hơn")
	team := c.flags.String("team", "", "dòng ghi tổ công nghệ số")
	hamlet := c.flags.String("hamlet", "", "tên thôn: xếp thành gói cho một thôn")
	households := c.flags.Int("households", 0, "số hộ của thôn, đi cùng --hamlet")
	from := c.flags.Int("from-page", 1, "bắt đầu từ trang này")
	out := c.flags.String("out", "", "tệp .pdf sẽ ghi")
	print := c.flags.Bool("print", false, "ghi xong thì in")
	printerName := c.flags.String("printer", "", "ghi xong thì in bằng máy in này")
	return func(args []string) error {
		if len(args) == 0 || *out == "" {
			return guide.Errorf(guide.CodeUsage, "Cần ít nhất một dịch vụ và --out TỆP.pdf.")
		}
		if !strings.EqualFold(filepath.Ext(*out), ".pdf") {
			return guide.Errorf(guide.CodeUsage, "Tệp phải có đuôi .pdf.")
		}
		if _, err := handout.ParseLayout(*layout); err != nil {
			return usage(err)
		}
		if *start < 1 {
			return guide.Errorf(guide.CodeUsage, "--start là vị trí đầu tiên còn trống trên tờ, tính từ 1.")
		}
		if c.flags.Changed("hamlet") && strings.TrimSpace(*hamlet) == "" {
			return guide.Errorf(guide.CodeUsage, "Cần tên thôn sau --hamlet, như --hamlet \"Nà Khà\".")
		}
		if c.flags.Changed("printer") && strings.TrimSpace(*printerName) == "" {
			return guide.Errorf(guide.CodeUsage, "Cần tên máy in sau --printer. Để in bằng máy in thường dùng, viết --print.")
		}
		if c.flags.Changed("households") && *hamlet == "" {
			return guide.Errorf(guide.CodeUsage, "--households chỉ dùng với --hamlet: gói cho một thôn.")
		}
		if !c.flags.Changed("copies") {
			*copies = handout.Layout(*layout).Fill(len(args), *start)
		}
		lib, err := c.ownLibrary()
		if err != nil {
			return err
		}
		office, err := c.office()
		if err != nil {
			return err
		}
		job, err := paper.Make(paper.Order{
			Services: args, Layout: handout.Layout(*layout), Copies: *copies, Start: *start, Large: *large, Team: *team,
			Hamlet: *hamlet, Households: *households,
		}, paper.Setting{Pack: lib.Pack, Office: office, Now: c.Now(), DPI: *dpi})
		if err != nil {
			return usage(err)
		}
		count := 0
		// Who ends the program while it writes leaves nothing half written behind.
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
		err = job.Write(ctx, *out, *from, func() { count++ })
		stop() // printing and the rest end as they always did
		if err != nil {
			if errors.Is(err, worker.ErrStopped) {
				err = guide.Wrap(err, guide.CodeUnavailable, "Đã dừng, chưa ghi %s.", *out)
			}
			return usage(err)
		}
		for _, w := range job.Warnings {
			fmt.Fprintln(c.Stderr, w)
		}
		var did *handed // nil: only written
		if *print || *printerName != "" {
			options, err := job.PrintOptions()
			if err != nil {
				return err
			}
			got, err := c.hand(*printerName, *out, options)
			if err != nil {
				return err
			}
			did = &got
		}
		if c.json {
			c.printJSON(written{Out: *out, Layout: job.Layout(), Pages: count, Services: args, Bytes: sizeOf(*out), Warnings: append([]string{}, job.Warnings...), Print: did})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã ghi %s: %d trang.\n", *out, count)
		if did != nil {
			fmt.Fprintln(c.Stdout, did.Say)
		}
		return nil
	}
}

// written is what the command has done, in JSON.
type written struct {
	Out      string         `json:"out"`
	Layout   handout.Layout `json:"layout"`
	Pages    int            `json:"pages"`
	Services []string       `json:"services"`
	Bytes    int64          `json:"bytes"`
	Warnings []string       `json:"warnings"` // what the paper lacks
	Print    *handed        `json:"print"`    // null: only written
}

// sizeOf is how large a file is, 0 if it cannot be seen.
func sizeOf(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.Size()
}

// usage takes what is wrong with an order for a mistake in the command: here it
// came from nowhere else.
func usage(err error) error {
	if guide.ErrorCode(err) == guide.CodeInvalid {
		return guide.Wrap(err, guide.CodeUsage, "%s", guide.Message(err))
	}
	return err
}
