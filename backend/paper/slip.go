package paper

import (
	"context"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
)

// slipQuota is how many slips residents may print a day where the office says
// nothing else: a roll of paper.
const slipQuota = 100

// Slip prints a resident's own papers on the office's receipt printer: those
// that the answers ask for, and the code. It goes beside the staff's jobs, and
// nothing of the answers is kept. It belongs to the visit: see [Press.EndVisit].
// Errors: CodeUnavailable (no printer, today's slips are used up, or the visit has
// ended), CodeNotFound, CodeInvalid, and those of printing.
func (p *Press) Slip(ctx context.Context, service string, answers guide.Answers, lang string) error {
	visit := p.visit.Load()
	p.slips.Lock()
	defer p.slips.Unlock()
	office := p.o.Office()
	if office.SlipPrinter == "" {
		return guide.Errorf(guide.CodeUnavailable, "Máy này chưa in được phiếu. Mời ông bà hỏi cán bộ.")
	}
	if err := p.slipsLeft(ctx, office); err != nil {
		return err
	}
	page, title, err := p.slip(service, answers, office)
	if err != nil {
		return err
	}
	made := p.o.Now()
	about := slipPrefix + made.Format("20060102-150405")
	if visit.over() { // it waited behind another one
		return visitOver()
	}
	job, err := p.one(ctx, office.SlipPrinter, about, page, handout.Document{Title: title, Made: made})
	if err != nil {
		// What is the matter with a printer is for who can mend it.
		return guide.Wrap(err, guide.ErrorCode(err), "Máy in đang nghỉ. Mời ông bà gọi cán bộ.")
	}
	if !visit.holds(job) { // nobody waits for it any more
		p.takeBack(context.WithoutCancel(ctx), job, 0)
		return visitOver()
	}
	return p.o.Store.Count(ctx, guide.Count{Service: service, Event: guide.EventSlip, Lang: lang})
}

func visitOver() error {
	return guide.Errorf(guide.CodeUnavailable, "Lượt này đã kết thúc nên máy không in nữa. Mời ông bà bắt đầu lại.")
}

// slip lays out a resident's own papers, or all of a service while its questions
// are not answered.
func (p *Press) slip(service string, answers guide.Answers, office guide.Office) (page *handout.Page, title string, err error) {
	pack, err := p.o.Pack()
	if err != nil {
		return nil, "", err
	}
	s, err := pack.InSession(service)
	if err != nil {
		return nil, "", err
	}
	walk, err := pack.Walk(s, answers)
	if err != nil {
		return nil, "", err
	}
	if walk.Ask != nil || walk.Elsewhere() {
		answers = nil // before the last answer, or of a lesson that is not walked, it says all that may be needed
	} else if answers == nil {
		answers = guide.Answers{}
	}
	content, err := handout.Make(pack, s, handout.Options{Layout: handout.Slip80, Answers: answers, Office: office, Now: p.o.Now()})
	if err != nil {
		return nil, "", err
	}
	pages, err := handout.Job{Layout: handout.Slip80, Contents: []handout.Content{content}, Copies: 1, Start: 1}.Lay()
	if err != nil {
		return nil, "", err
	}
	page, err = pages.Page(1)
	return page, s.Title, err
}

// slipsLeft refuses when today's slips are used up.
func (p *Press) slipsLeft(ctx context.Context, office guide.Office) error {
	today := p.o.Now().Format(time.DateOnly)
	counts, err := p.o.Store.Counts(ctx, today, today)
	if err != nil {
		return err
	}
	printed := 0
	for _, c := range counts {
		if c.Event == guide.EventSlip {
			printed += c.N
		}
	}
	quota := office.SlipQuota
	if quota <= 0 {
		quota = slipQuota
	}
	if printed >= quota {
		return guide.Errorf(guide.CodeUnavailable, "Hôm nay đã in hết số phiếu. Mời ông bà hỏi cán bộ.")
	}
	return nil
}
