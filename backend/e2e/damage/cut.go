package damage

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/qr"
)

// Sample is a printed code and what it must say.
type Sample struct {
	Picture
	Layout handout.Layout
	Text   string // the address of the registry
	DPI    int
}

const (
	// around is how much of the page stands around a quiet zone, modules.
	around = 4
	// frame is the side of the largest picture, pixels: 1280 × 720 is the least
	// that scanners in phones ask the camera for.
	frame = 720
	// inch, mm
	inch = 25.4
)

// printed are the codes of handouts before they are on paper.
type printed struct {
	layout handout.Layout
	file   string // PDF
	page   int    // from 1
	code   handout.Code
	w, h   float64 // of the page, mm
}

// printAll writes the layout's handouts of the services as PDF files in dir, every
// second service in large print, and gives their codes.
func printAll(dir string, p *guide.Pack, l handout.Layout, services []*guide.Service, now time.Time) ([]printed, error) {
	var all []printed
	for _, large := range []bool{false, true} {
		job := handout.Job{Layout: l, Copies: 1, Start: 1, Large: large}
		for i, s := range services {
			if i%2 == 1 != large {
				continue
			}
			one, err := handout.Make(p, s, handout.Options{
				Office: guide.Office{Name: "Trung tâm Phục vụ hành chính công xã Lâm Bình", Phone: "0207 000 0000"},
				Team:   "Tổ công nghệ số thôn Nà Khà", Now: now, Layout: l,
			})
			if err != nil {
				return nil, fmt.Errorf("%s on %s: %w", s.Key, l, err)
			}
			job.Contents = append(job.Contents, one)
		}
		pages, err := job.Lay()
		if err != nil {
			return nil, err
		}
		file, count := filepath.Join(dir, fmt.Sprintf("%s-%v.pdf", l, large)), 0
		var pdf bytes.Buffer
		err = handout.WritePDF(&pdf, handout.Document{Title: string(l), Made: now}, func(yield func(*handout.Page, error) bool) {
			for page, err := range pages.From(1) {
				if err == nil {
					count++
					for _, c := range page.Codes {
						all = append(all, printed{layout: l, file: file, page: count, code: c, w: page.W, h: page.H})
					}
				}
				if !yield(page, err) {
					return
				}
			}
		})
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(file, pdf.Bytes(), 0o600); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// cut rasterises the part of the page with the code, as a printer of dpi would,
// and as large as the frame of a phone holds.
func (c printed) cut(ctx context.Context, dpi int) (Sample, error) {
	dots := float64(dpi) / inch // a millimetre
	edge := around * c.code.Module
	x0, y0 := max(c.code.X-edge, 0), max(c.code.Y-edge, 0)
	x1, y1 := min(c.code.X+c.code.Side()+edge, c.w), min(c.code.Y+c.code.Side()+edge, c.h)
	at := func(mm float64) int { return int(math.Round(mm * dots)) }
	left, top := at(x0), at(y0)
	arg := func(n int) string { return fmt.Sprint(n) }
	out, err := exec.CommandContext(ctx, "pdftoppm", "-gray", "-r", arg(dpi), "-f", arg(c.page), "-l", arg(c.page), "-singlefile",
		"-x", arg(left), "-y", arg(top), "-W", arg(at(x1)-left), "-H", arg(at(y1)-top), c.file).Output()
	if err != nil {
		return Sample{}, fmt.Errorf("pdftoppm (apt-get install poppler-utils): %w", err)
	}
	grey, err := readPGM(out)
	if err != nil {
		return Sample{}, err
	}
	first := qr.QuietZone * c.code.Module
	last := c.code.Side() - first
	p := Picture{Gray: grey, PerMM: dots, Module: c.code.Module, Away: handHeld, Symbol: image.Rect(
		at(c.code.X+first)-left, at(c.code.Y+first)-top, at(c.code.X+last)-left, at(c.code.Y+last)-top)}
	if c.layout == handout.Poster {
		p.Away = posterAway
	}
	p = p.scaled(p.PerMM * frame / float64(max(grey.Rect.Dx(), grey.Rect.Dy())))
	return Sample{Picture: p, Layout: c.layout, Text: c.code.Symbol.Text(), DPI: dpi}, nil
}
