package desktop

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/safefile"
)

// defaultSlipQuota is how many slips residents may print a day where the office
// says nothing else: a roll of paper.
const defaultSlipQuota = 100

// Slip prints a resident's own papers on the office's receipt printer: those
// that the answers ask for, and the code. Nothing of the answers is kept.
// Errors: CodeUnavailable (no printer, or today's slips are used up),
// CodeNotFound, CodeInvalid.
func (r *Resident) Slip(service string, answers map[string]string, lang string) error {
	_, err := guard(r.office, "Slip", func() (struct{}, error) {
		r.slips.Lock()
		defer r.slips.Unlock()
		st, ok := r.storage.within(storageWait)
		if !ok || st.db == nil || st.office.SlipPrinter == "" {
			return struct{}{}, guide.Errorf(guide.CodeUnavailable, "Máy này chưa in được phiếu. Mời ông bà hỏi cán bộ.")
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := slipsLeft(ctx, st); err != nil {
			return struct{}{}, err
		}
		if err := r.printSlip(ctx, st, service, answers); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, st.db.Count(ctx, guide.Count{Service: service, Event: guide.EventSlip, Lang: lang})
	})
	return err
}

// slipsLeft refuses when today's slips are used up.
func slipsLeft(ctx context.Context, st storage) error {
	today := time.Now().Format(time.DateOnly)
	counts, err := st.db.Counts(ctx, today, today)
	if err != nil {
		return err
	}
	printed := 0
	for _, c := range counts {
		if c.Event == guide.EventSlip {
			printed += c.N
		}
	}
	quota := st.office.SlipQuota
	if quota <= 0 {
		quota = defaultSlipQuota
	}
	if printed >= quota {
		return guide.Errorf(guide.CodeUnavailable, "Hôm nay đã in hết số phiếu. Mời ông bà hỏi cán bộ.")
	}
	return nil
}

func (r *Resident) printSlip(ctx context.Context, st storage, service string, answers map[string]string) error {
	lib, s, err := r.find(service)
	if err != nil {
		return err
	}
	if answers == nil {
		answers = map[string]string{}
	}
	slip, err := handout.Make(lib.Pack, s, handout.Options{
		Answers: answers, Office: st.office, Now: time.Now(), Layout: handout.Slip80,
	})
	if err != nil {
		return err
	}
	pages, err := handout.Job{Layout: handout.Slip80, Contents: []handout.Content{slip}, Copies: 1, Start: 1}.Lay()
	if err != nil {
		return err
	}
	page, err := pages.Page(1)
	if err != nil {
		return err
	}
	folder := filepath.Join(r.dataDir, spoolFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Chưa in được phiếu. Mời ông bà hỏi cán bộ.")
	}
	file := filepath.Join(folder, "phieu-"+time.Now().Format("20060102-150405")+".pdf")
	defer func() { _ = os.Remove(file) }()
	err = safefile.Write(file, func(w io.Writer) error {
		return handout.WritePDF(w, handout.Document{Title: s.Title, Made: time.Now()}, handout.Just(page).From(1))
	})
	if err != nil {
		return err
	}
	_, err = r.printers.Print(ctx, st.office.SlipPrinter, file, printer.Options{
		Copies: 1, Title: "Từng Bước", PaperMM: [2]float64{page.W, page.H},
	})
	return err
}
