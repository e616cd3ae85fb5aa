package cli

import (
	"context"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

// printing is the printing of this computer, with what the office says about it,
// in the window or in its file. A wrong office.yaml is said by the commands that
// need it.
func (c *call) printing(read func() (guide.Office, error)) *printer.System {
	return printer.New(printer.Config{Sumatra: func() string {
		office, err := read()
		if err != nil {
			return ""
		}
		return office.Sumatra
	}})
}

// checkPrinting says which way printing goes. A kiosk works without.
func (c *call) checkPrinting(read func() (guide.Office, error)) finding {
	ctx, cancel := context.WithTimeout(context.Background(), 2*printer.Wait)
	defer cancel()
	say, ok := c.printing(read).Report(ctx)
	return finding{Name: "printing", OK: ok, Message: say}
}

// handed is what became of a handout that was to be printed, in JSON.
type handed struct {
	Way     printer.Kind `json:"way"`
	Printer string       `json:"printer"` // "" when a person has to print
	Job     int          `json:"job"`
	Say     string       `json:"say"`
}

// hand brings a finished handout to paper.
func (c *call) hand(name, file string, o printer.Options) (handed, error) {
	got, err := c.printing(c.office).Hand(context.Background(), name, file, o)
	return handed{Way: got.Way.Kind, Printer: got.Job.Printer, Job: got.Job.ID, Say: got.Say}, err
}
