package paper

import "tungbuoc/backend/printer"

// PrintOptions say how a printer takes the job as one file: its first page
// stands for all, which are of one size but on a roll. Errors: those of the
// pages.
func (j *Job) PrintOptions() (printer.Options, error) {
	o := printer.Options{TwoSided: j.order.Layout.Folded()}
	for page, err := range j.pages.From(1) {
		if err != nil {
			return o, err
		}
		o.PaperMM = [2]float64{page.W, page.H}
		break
	}
	return o, nil
}
