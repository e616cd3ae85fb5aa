// Command maroto lays out the same words and codes with maroto, the layout
// library most Go programs would take for a PDF, and prints how long that took.
// It is a module of its own, so that the kiosk does not depend on what it is
// compared with. make bench runs it: pages of eight cards come in as JSON.
package main

import (
	"encoding/json"
	"log"
	"os"
	"time"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/code"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	"github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/components/text"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/johnfercher/maroto/v2/pkg/repository"
)

// card is one handout on the sheet.
type card struct {
	Code  string   `json:"code"`  // what the QR says
	Words []string `json:"words"` // the title first
}

type input struct {
	Regular string   `json:"regular"` // typeface files
	Bold    string   `json:"bold"`
	Pages   [][]card `json:"pages"`
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		return err
	}
	began := time.Now()
	const family = "be-vietnam"
	fonts, err := repository.New().AddUTF8Font(family, fontstyle.Normal, in.Regular).AddUTF8Font(family, fontstyle.Bold, in.Bold).Load()
	if err != nil {
		return err
	}
	m := maroto.New(config.NewBuilder().WithCustomFonts(fonts).WithDefaultFont(&props.Font{Family: family, Size: 10}).
		WithLeftMargin(5).WithRightMargin(5).WithTopMargin(5).WithBottomMargin(5).Build())
	var pages []core.Page
	for _, cards := range in.Pages {
		p := page.New()
		for i := 0; i+1 < len(cards); i += 2 {
			p.Add(row.New(70).Add(append(columns(cards[i]), columns(cards[i+1])...)...))
		}
		pages = append(pages, p)
	}
	m.AddPages(pages...)
	doc, err := m.Generate()
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]any{"ms": float64(time.Since(began).Microseconds()) / 1000, "bytes": len(doc.GetBytes())})
}

// columns are the code, and the words beside it.
func columns(c card) []core.Col {
	words := col.New(3)
	for i, w := range c.Words {
		style := fontstyle.Normal
		if i == 0 {
			style = fontstyle.Bold
		}
		words.Add(text.New(w, props.Text{Top: float64(i) * 6, Style: style, Size: 10}))
	}
	return []core.Col{code.NewQrCol(3, c.Code, props.Rect{Percent: 70}), words}
}
