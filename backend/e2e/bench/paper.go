//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/e2e/damage"
	"tungbuoc/backend/handout"
)

// paper is what measuring the print gave.
type paper struct {
	sheet        time.Duration // one A4 sheet of 8 different cards, codes encoded before
	many         time.Duration // manyPages such sheets
	bytes        int           // of them
	chromium     time.Duration // the same pages, fewPages of them, printed by Chromium
	ours         time.Duration // those fewPages by us
	chromiumSize int
	maroto       time.Duration // the same words and codes laid out by maroto
	marotoSize   int
	peak         int // kB of memory at most, for a hamlet's pack of manyPages by the program itself
}

const (
	manyPages = 500
	fewPages  = 25
)

// measurePaper times the sheet staff print most, and Chromium printing the
// very same pages.
func measurePaper() (paper, error) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		return paper{}, fmt.Errorf("pack: %v", report.Errors)
	}
	var contents []handout.Content
	for i := range lib.Pack.Services {
		s := &lib.Pack.Services[i]
		if len(s.HandoffLinks()) == 0 {
			continue
		}
		one, err := handout.Make(lib.Pack, s, handout.Options{Now: time.Now(), Layout: handout.A4x8})
		if err != nil {
			return paper{}, err
		}
		contents = append(contents, one)
	}
	make8 := func(pages int) (data []byte, took time.Duration, err error) {
		began := time.Now()
		var pdf bytes.Buffer
		err = handout.WritePDF(&pdf, handout.Document{Title: "bench", Made: began}, func(yield func(*handout.Page, error) bool) {
			for n := range pages {
				if page, err := sheetOf8(contents, n); !yield(page, err) {
					return
				}
			}
		})
		return pdf.Bytes(), time.Since(began), err
	}
	var p paper
	var err error
	if _, _, err = make8(1); err != nil { // warms the typeface
		return p, err
	}
	if _, p.sheet, err = make8(1); err != nil {
		return p, err
	}
	var data []byte
	if data, p.many, err = make8(manyPages); err != nil {
		return p, err
	}
	p.bytes = len(data)
	if _, p.ours, err = make8(fewPages); err != nil {
		return p, err
	}
	if p.chromium, p.chromiumSize, err = chromiumPrints(contents); err != nil {
		return p, err
	}
	if p.maroto, p.marotoSize, err = marotoLaysOut(contents); err != nil {
		return p, err
	}
	p.peak, err = peakMemory()
	return p, err
}

// sheetOf8 has eight other services on every page, as a hamlet's pack has.
func sheetOf8(contents []handout.Content, n int) (*handout.Page, error) {
	from := n * 8 % (len(contents) - 8)
	pages, err := handout.Job{Layout: handout.A4x8, Contents: contents[from : from+8], Copies: 1, Start: 1}.Lay()
	if err != nil {
		return nil, err
	}
	return pages.Page(1)
}

// marotoLaysOut gives the words and codes of the same pages to maroto.
func marotoLaysOut(contents []handout.Content) (time.Duration, int, error) {
	type card struct {
		Code  string   `json:"code"`
		Words []string `json:"words"`
	}
	var pages [][]card
	for n := range fewPages {
		var page []card
		for _, s := range contents[n*8%(len(contents)-8):][:8] {
			page = append(page, card{s.Links[0].Symbol.Text(), []string{s.Title, "Chỉ quét mã có dòng chữ:", s.Links[0].Host, s.Code, "Tờ này chưa phải là nộp hồ sơ."}})
		}
		pages = append(pages, page)
	}
	folder, err := filepath.Abs("backend/picture/font")
	if err != nil {
		return 0, 0, err
	}
	data, err := json.Marshal(map[string]any{
		"regular": filepath.Join(folder, "BeVietnamPro-Regular.ttf"), "bold": filepath.Join(folder, "BeVietnamPro-SemiBold.ttf"), "pages": pages,
	})
	if err != nil {
		return 0, 0, err
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir, cmd.Stdin, cmd.Stderr = "backend/e2e/maroto", bytes.NewReader(data), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, 0, fmt.Errorf("maroto: %w", err)
	}
	var said struct {
		MS    float64 `json:"ms"`
		Bytes int     `json:"bytes"`
	}
	if err := json.Unmarshal(out, &said); err != nil {
		return 0, 0, fmt.Errorf("maroto said %q: %w", out, err)
	}
	return time.Duration(said.MS * float64(time.Millisecond)), said.Bytes, nil
}

// peakMemory has the program write a hamlet's pack and asks the system how much
// memory it had at most.
func peakMemory() (int, error) {
	dir, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	cmd := exec.Command("build/bin/tungbuoc", "handout", "khai-sinh", "tam-tru", "vneid", "--data", dir, "--hamlet", "Nà Khà",
		"--households", fmt.Sprint(manyPages-3), "--out", filepath.Join(dir, "x.pdf"))
	if msg, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("handout: %w: %s", err, msg)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, errors.New("the system does not tell how much memory was used")
	}
	return int(usage.Maxrss), nil
}

// measureDamage prints codes, damages them and reads them.
func measureDamage() (damage.Result, error) {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		return damage.Result{}, fmt.Errorf("pack: %v", report.Errors)
	}
	return damage.Measure(context.Background(), lib.Pack, damage.DefaultPlan)
}

// chromiumPrints prints the same pages, as the preview's pictures, by Chromium.
func chromiumPrints(contents []handout.Content) (time.Duration, int, error) {
	dir, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return 0, 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	var html strings.Builder
	html.WriteString(`<meta charset="utf-8"><style>@page{size:A4;margin:0}body{margin:0}svg{display:block;width:210mm;height:296.9mm;page-break-after:always}</style>`)
	for n := range fewPages {
		page, err := sheetOf8(contents, n)
		if err != nil {
			return 0, 0, err
		}
		html.Write(page.SVG("x"))
	}
	in, out := filepath.Join(dir, "in.html"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, []byte(html.String()), 0o600); err != nil {
		return 0, 0, err
	}
	began := time.Now()
	cmd := exec.Command("/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+dir, "--print-to-pdf="+out, "file://"+in)
	if msg, err := cmd.CombinedOutput(); err != nil {
		return 0, 0, fmt.Errorf("chromium prints: %w: %s", err, msg)
	}
	took := time.Since(began)
	info, err := os.Stat(out)
	if err != nil {
		return 0, 0, err
	}
	return took, int(info.Size()), nil
}

// Text writes the paper's part of the report.
func (p paper) Text() string {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return fmt.Sprintf(`
## Paper

| figure | value | wanted |
|---|---|---|
| one A4 sheet of 8 different codes, laid out and written, whole file | %.1f ms | |
| a sheet among %d | %.2f ms, %.1f kB | ≤ 6 ms, ≤ 10 kB |
| %d such sheets | %.2f s, %.1f MB | ≤ 5 s |
| the same %d sheets printed by Chromium (headless, from our own SVG, its start included) | %.2f s, %.1f MB; we need %.3f of that | ≤ 0.1 |
| the same %d sheets by maroto 2.3.3 (bitmap codes, fewer words) | %.2f s, %.1f MB; we need %.3f of that | |
| most memory for a hamlet's pack of %d pages | %.0f MB | |
`, ms(p.sheet), manyPages, ms(p.many)/manyPages, float64(p.bytes)/manyPages/1000, manyPages, p.many.Seconds(), float64(p.bytes)/1e6,
		fewPages, p.chromium.Seconds(), float64(p.chromiumSize)/1e6, p.ours.Seconds()/p.chromium.Seconds(),
		fewPages, p.maroto.Seconds(), float64(p.marotoSize)/1e6, p.ours.Seconds()/p.maroto.Seconds(), manyPages, float64(p.peak)/1000)
}
