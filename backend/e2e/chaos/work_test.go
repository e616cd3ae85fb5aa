package chaos

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// bench is what a process works with: the data folder of an office, and a stick.
type bench struct {
	ctx        context.Context
	dir, stick string
	db         *sqlite.DB
}

// works are all kinds of work that leave something on the disk. n grows with every
// piece of work, over all processes of a folder. What a process says to have done must
// be there after it was killed.
var works = []struct {
	name string
	do   func(b bench, n int64) error
}{
	{"count", func(b bench, _ int64) error {
		return b.db.Count(b.ctx, guide.Count{Service: "khai-sinh", Event: guide.EventOpened, Lang: "vi"})
	}},
	{"note", func(b bench, n int64) error {
		_, kept, err := b.db.SaveDraft(b.ctx, guide.Note{Target: "khai-sinh", Draft: fmt.Sprint("bàn ", n), Sequence: n})
		return keptOr(kept, err)
	}},
	{"shown", func(b bench, n int64) error {
		_, kept, err := b.db.SaveDraft(b.ctx, guide.Note{Target: "ket-hon", Draft: fmt.Sprint("bàn ", n), Sequence: 2 * n})
		if err = keptOr(kept, err); err != nil {
			return err
		}
		return b.db.ShowDraft(b.ctx, guide.Note{Target: "ket-hon", Sequence: 2 * n})
	}},
	{"sentence", func(b bench, n int64) error {
		_, kept, err := b.db.SaveWording(b.ctx, guide.WordingDraft{
			Wording: guide.Wording{Target: "khai-sinh/ten-chau", Say: fmt.Sprint("câu ", n), Author: "Lan"}, Sequence: n, AuthorID: 1,
		})
		return keptOr(kept, err)
	}},
	{"detail", func(b bench, n int64) error {
		_, kept, err := b.db.SaveDetail(b.ctx, guide.OfficeDetail{Name: guide.DetailPhone, Draft: fmt.Sprint("bàn ", n), Sequence: n})
		return keptOr(kept, err)
	}},
	{"setting", func(b bench, n int64) error { return b.db.SetSetting(b.ctx, "printer", fmt.Sprint(n)) }},
	{"trail", func(b bench, n int64) error {
		return b.db.AddToTrail(b.ctx, guide.Noted{Who: "Lan", What: guide.DeedOpened, Subject: fmt.Sprint(n)})
	}},
	{"person", func(b bench, n int64) error {
		_, err := b.db.KeepPeople(b.ctx, []guide.Person{{Name: fmt.Sprint("Người ", n), Role: guide.RoleClerk, PIN: "-"}}, map[string]string{"people": fmt.Sprint(n)},
			guide.Noted{Who: "Lan", What: guide.DeedAdded, Subject: fmt.Sprint(n)})
		return err
	}},
	{"batch", func(b bench, n int64) error {
		_, err := b.db.KeepBatch(b.ctx, guide.Batch{Layout: "a4", Copies: 1, Pages: 1, Way: guide.Printed, Hamlet: fmt.Sprint(n),
			Services: []guide.BatchService{{Service: "khai-sinh", Title: "x", Copies: 1}}})
		return err
	}},
	{"copy", func(b bench, _ int64) error { _, err := b.db.KeepSpare(b.ctx); return err }},
	{"backup", func(b bench, n int64) error {
		office := backup.Office{DB: b.db, DataDir: b.dir, Version: "test", Now: day(n)}
		_, err := office.Save(b.ctx, filepath.Join(b.stick, fmt.Sprintf("%d.zip", n)), true)
		return err
	}},
	{"import", func(b bench, n int64) error {
		line := fmt.Sprintf(`{"code": "1.%06d", "name": "Thủ tục %d", "formality_id": "019d8af3-edd0-7528-af6e-%012d", "departments": [], "promulgated_by": "Bộ", "scope": "STANDARD"}`, n, n, n)
		_, err := edition.ImportCatalogue(b.ctx, b.dir, strings.NewReader(line+"\n"), quiet())
		return err
	}},
	{"code", func(b bench, _ int64) error { _, err := staff.NewSetup(b.dir).Renew(); return err }},
	{"log", func(b bench, n int64) error {
		log, file := logbook.Open(b.dir)
		log.Info("work", "n", n)
		return file.Close()
	}},
	{"restart", func(b bench, n int64) error {
		return restarts.Add(b.dir, restarts.Restart{At: day(n), Kind: restarts.Hung, Up: int(n)})
	}},
}

func keptOr(kept bool, err error) error {
	if err == nil && !kept {
		err = fmt.Errorf("not kept: a later one is there")
	}
	return err
}

// day is the n-th day, so that copies of the database are made again and again.
func day(n int64) time.Time {
	return time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour)
}

// workUntilKilled does one piece of work after the other, as its dice say. It says what
// it begins and what is done. told is FOLDER|STICK|FIRST NUMBER|SEED.
func workUntilKilled(told string) int {
	parts := strings.Split(told, "|")
	first, err1 := strconv.ParseInt(parts[2], 10, 64)
	own, err2 := strconv.ParseUint(parts[3], 10, 64)
	if err1 != nil || err2 != nil {
		return 2
	}
	b := bench{ctx: context.Background(), dir: parts[0], stick: parts[1]}
	var err error
	fmt.Println("opening")
	n := first
	if b.db, err = sqlite.Open(b.ctx, b.dir, func() time.Time { return day(n) }, quiet()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	for own := rand.New(rand.NewPCG(own, 0)); ; n++ {
		w := works[own.IntN(len(works))]
		fmt.Println("begins", w.name, n)
		if err := w.do(b, n); err != nil {
			fmt.Fprintln(os.Stderr, w.name, err)
			return 1
		}
		fmt.Println("done", w.name, n)
	}
}
