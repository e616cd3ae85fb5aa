package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/sqlite"
)

// cited is one place that rests on a source, and the paper that carries it.
type cited struct {
	content.Citation
	Paper   bool             `json:"paper"`
	Layouts []handout.Layout `json:"layouts"`
	Clips   []string         `json:"clips"` // its recordings: tyz/0123456789abcdef
}

// citedBatch is something this office printed that may carry such a place.
type citedBatch struct {
	ID       int64    `json:"id"`
	Made     string   `json:"made"` // YYYY-MM-DD HH:MM
	Layout   string   `json:"layout"`
	Copies   int      `json:"copies"`
	Services []string `json:"services"`
}

// batchesLooked is how many batches, the newest first, are looked at.
const batchesLooked = 10_000

// setupContentCite lists what rests on a law, for who has to change it.
func setupContentCite(c *call) func([]string) error {
	c.packFlag()
	return func(args []string) error {
		if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
			return guide.Errorf(guide.CodeUsage, "Cần tên hoặc số của một văn bản. Ví dụ: tungbuoc content cite \"141/2026/NĐ-CP\"")
		}
		lib, err := c.openLibrary()
		if err != nil {
			return err
		}
		places := []cited{}
		played := recordings.Of(lib, c.pack(), c.dataDir).Played()
		for _, f := range content.Cite(lib.Pack, args[0]) {
			layouts := handout.Carries(f.Place)
			places = append(places, cited{Citation: f, Paper: len(layouts) > 0, Layouts: layouts, Clips: played(f.Unit)})
		}
		batches, err := c.citedBatches(places)
		if err != nil {
			fmt.Fprintf(c.Stderr, "Không xem được các lô đã in: %s\n", guide.Message(err))
		}
		if c.json {
			c.printJSON(map[string]any{"places": places, "batches": batches})
			return nil
		}
		c.printCited(places, batches)
		return nil
	}
}

// citedBatches lists what this office put on paper and has not replaced that
// may carry one of the places.
func (c *call) citedBatches(places []cited) ([]citedBatch, error) {
	list := []citedBatch{}
	if _, err := os.Stat(filepath.Join(c.dataDir, sqlite.FileName)); errors.Is(err, fs.ErrNotExist) {
		return list, nil // nothing was ever printed here
	}
	ctx := context.Background()
	db, err := sqlite.Open(ctx, c.dataDir, c.Now, c.log)
	if err != nil {
		return list, err
	}
	kept, err := db.Batches(ctx, batchesLooked)
	for _, b := range kept {
		if services := carried(b, places); b.Retired == "" && len(services) > 0 {
			list = append(list, citedBatch{ID: b.ID, Made: b.Made, Layout: b.Layout, Copies: b.Copies, Services: services})
		}
	}
	return list, errors.Join(err, db.Close())
}

// carried lists the services of a batch of which it may carry a place.
func carried(b guide.Batch, places []cited) (services []string) {
	for _, s := range b.Services {
		if slices.ContainsFunc(places, func(p cited) bool {
			return slices.Contains(p.Services, s.Service) && slices.Contains(p.Layouts, handout.Layout(b.Layout))
		}) {
			services = append(services, s.Service)
		}
	}
	return services
}

func (c *call) printCited(places []cited, batches []citedBatch) {
	paper, clips, files := 0, map[string]bool{}, map[string]bool{}
	services, before := map[string]bool{}, ""
	for _, p := range places {
		if p.File != before {
			fmt.Fprintln(c.Stdout, p.File)
			before = p.File
		}
		fmt.Fprintf(c.Stdout, "  %s  %s  (%s, %s)\n", p.Place, p.Say, p.Source, p.Date)
		var more []string
		if len(p.Figures) > 0 {
			more = append(more, "con số: "+strings.Join(p.Figures, ", "))
		}
		if p.Paper {
			paper++
			more = append(more, "có trên giấy: "+joined(p.Layouts))
		}
		for _, clip := range p.Clips {
			clips[clip] = true
		}
		if len(p.Clips) > 0 {
			more = append(more, "bản thu: "+strings.Join(p.Clips, ", "))
		}
		if len(more) > 0 {
			fmt.Fprintf(c.Stdout, "      %s\n", strings.Join(more, "; "))
		}
		files[p.File] = true
		for _, s := range p.Services {
			services[s] = true
		}
	}
	for i, b := range batches {
		if i == 0 {
			fmt.Fprintln(c.Stdout, "Đã in ở máy này, chưa thay:")
		}
		fmt.Fprintf(c.Stdout, "  lô %d  %s  %s, %d bản: %s\n", b.ID, b.Made, b.Layout, b.Copies, strings.Join(b.Services, ", "))
	}
	fmt.Fprintf(c.Stdout, "%d chỗ dựa vào nguồn này, trong %d tệp, thuộc %d dịch vụ. %d chỗ có thể có trên giấy, %d bản thu, %d lô đã in.\n",
		len(places), len(files), len(services), paper, len(clips), len(batches))
}

// joined lists layouts with commas.
func joined(layouts []handout.Layout) string {
	names := make([]string, len(layouts))
	for i, l := range layouts {
		names[i] = string(l)
	}
	return strings.Join(names, ", ")
}
