// Package today says on one page what an office has to do: what the other rooms of
// the desk know, each asked for its own part. A part that fails, or whose disk does
// not answer, leaves the others standing.
package today

import (
	"context"
	"log/slog"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/later"
	"tungbuoc/backend/sqlite"
)

// Part is one thing that may want doing.
type Part string

// The parts, what harms residents first.
const (
	PartPaper  Part = "paper"
	PartCodes  Part = "codes"
	PartNotes  Part = "notes"
	PartWords  Part = "words"
	PartBegun  Part = "begun"
	PartOffice Part = "office"
	PartStuck  Part = "stuck"
	PartUpdate Part = "update"
	PartJob    Part = "job"
	PartMissed Part = "missed"
	PartBackup Part = "backup"
)

// View is what there is to do.
type View struct {
	Paper int `json:"paper"` // batches on paper that are no longer true
	Codes int `json:"codes"` // codes of this kiosk's own to check this week
	Notes int `json:"notes"` // notes whose place has changed: nobody sees them
	Words int `json:"words"` // sentences of the office's own that a second person, or anybody, has to read
	// Begun is what staff began to write and have neither shown nor asked anybody to read.
	Begun []BegunView `json:"begun"`
	// Office is what the office has not said of itself.
	Office []guide.Detail `json:"office"`
	Stuck  int            `json:"stuck"`  // steps at which lessons come to a halt often
	Update string         `json:"update"` // the version of the program that was tried lately and did not run, ""; also where it is not for who asks
	Job    string         `json:"job"`    // what was being put on paper and is not finished, ""
	Missed []MissedView   `json:"missed"`
	Backup *BackupView    `json:"backup"` // null: not for who asks
	Failed []Part         `json:"failed"` // of these nothing is known just now
}

// BegunView is a place where staff can go on writing.
type BegunView struct {
	Kind   guide.BegunKind `json:"kind"`
	Target string          `json:"target"`
	On     string          `json:"on"`    // what stands there, "" when the place is gone
	Of     string          `json:"of"`    // the title of the lesson
	Saved  string          `json:"saved"` // YYYY-MM-DD HH:MM
	Who    string          `json:"who"`
}

// MissedView is what residents looked for in vain in the last days.
type MissedView struct {
	Words string `json:"words"` // "" for all of which nothing may be kept
	Times int    `json:"times"`
	Often bool   `json:"often"` // often enough, on enough days, for the province to be told
}

// BackupView is the last backup that was found good.
type BackupView struct {
	Made    string `json:"made"`  // YYYY-MM-DD HH:MM, "": there was none
	Ago     int    `json:"ago"`   // days since then
	Stick   bool   `json:"stick"` // it left the PC
	Days    int    `json:"days"`  // what is in it: days of which something was counted
	Batches int    `json:"batches"`
	Checks  int    `json:"checks"`
	Clips   int    `json:"clips"`
	Notes   int    `json:"notes"`
	Words   int    `json:"words"` // places with words of the office's own
	Away    int    `json:"away"`  // what is hidden
	People  int    `json:"people"`
}

// Office answers for each part. Backup and Update are nil for who has no say in them.
type Office struct {
	Paper  func() (int, error)
	Codes  func() (int, error)
	Notes  func() (int, error)
	Words  func() (int, error)
	Begun  func() ([]guide.Begun, error)
	Says   func() ([]guide.Detail, error)
	Stuck  func() (int, error)
	Update func() (string, error)
	Job    func() (string, error)
	Missed func(from string, limit int) ([]sqlite.Missed, error)
	Backup func() (guide.Backup, error)
	Now    time.Time
	Log    *slog.Logger
}

const (
	// patience is how long a part may take. The page waits longer.
	patience = 10 * time.Second
	// missedDays is how far back is looked for what was not found, missedMost how
	// much of it is shown.
	missedDays, missedMost = 30, 200
)

// Look asks for all parts side by side.
func Look(ctx context.Context, o Office) View {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	answers := []<-chan func(*View){
		ask(ctx, o, PartPaper, o.Paper, func(v *View, n int) { v.Paper = n }),
		ask(ctx, o, PartCodes, o.Codes, func(v *View, n int) { v.Codes = n }),
		ask(ctx, o, PartNotes, o.Notes, func(v *View, n int) { v.Notes = n }),
		ask(ctx, o, PartWords, o.Words, func(v *View, n int) { v.Words = n }),
		ask(ctx, o, PartBegun, o.begun, func(v *View, list []BegunView) { v.Begun = list }),
		ask(ctx, o, PartOffice, o.Says, func(v *View, missing []guide.Detail) { v.Office = missing }),
		ask(ctx, o, PartStuck, o.Stuck, func(v *View, n int) { v.Stuck = n }),
		ask(ctx, o, PartJob, o.Job, func(v *View, title string) { v.Job = title }),
		ask(ctx, o, PartMissed, o.missed, func(v *View, list []MissedView) { v.Missed = list }),
	}
	if o.Backup != nil {
		answers = append(answers, ask(ctx, o, PartBackup, o.backup, func(v *View, b *BackupView) { v.Backup = b }))
	}
	if o.Update != nil {
		answers = append(answers, ask(ctx, o, PartUpdate, o.Update, func(v *View, version string) { v.Update = version }))
	}
	view := View{Begun: []BegunView{}, Office: []guide.Detail{}, Missed: []MissedView{}, Failed: []Part{}}
	for _, answer := range answers {
		(<-answer)(&view)
	}
	return view
}

// ask begins to ask for a part, and gives what its answer makes of the view.
func ask[T any](ctx context.Context, o Office, part Part, do func() (T, error), put func(*View, T)) <-chan func(*View) {
	answer := make(chan func(*View), 1)
	go func() {
		var got T
		err := later.Bounded(ctx, func() (err error) {
			got, err = do()
			return err
		})
		if err != nil {
			o.Log.Warn("not known today", "part", part, "code", guide.ErrorCode(err), "err", guide.Unasked(err))
			answer <- func(v *View) { v.Failed = append(v.Failed, part) }
			return
		}
		answer <- func(v *View) { put(v, got) }
	}()
	return answer
}

func (o Office) begun() ([]BegunView, error) {
	found, err := o.Begun()
	list := make([]BegunView, len(found))
	for i, b := range found {
		list[i] = BegunView(b)
	}
	return list, err
}

func (o Office) missed() ([]MissedView, error) {
	found, err := o.Missed(missedFrom(o.Now), missedMost)
	list := []MissedView{}
	for _, m := range found {
		list = append(list, MissedView{Words: m.Words, Times: m.N, Often: guide.MayLeave(m.Words, m.N, m.Days)})
	}
	return list, err
}

func (o Office) backup() (*BackupView, error) {
	last, err := o.Backup()
	if err != nil {
		return nil, err
	}
	return &BackupView{
		Made: last.Made, Ago: o.ago(last.Made), Stick: last.Stick, Days: last.Days, Batches: last.Batches, Checks: last.Checks, Clips: last.Clips,
		Notes: last.Notes, Words: last.Words, Away: last.Away, People: last.People,
	}, nil
}

// ago is how many days ago something was made, 0 also where the clock was set back since.
func (o Office) ago(made string) int {
	then, err := time.ParseInLocation(guide.MinuteForm, made, o.Now.Location())
	if err != nil {
		return 0
	}
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return max(0, int(midnight(o.Now).Sub(midnight(then)).Hours()/24))
}
