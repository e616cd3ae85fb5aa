package today_test

import (
	"errors"
	"log/slog"
	"reflect"
	"testing"
	"testing/synctest"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/today"
)

// office has something to do in every room, and was backed up late on the 27th.
func office() today.Office {
	return today.Office{
		Paper: func() (int, error) { return 2, nil },
		Codes: func() (int, error) { return 5, nil },
		Notes: func() (int, error) { return 1, nil },
		Words: func() (int, error) { return 3, nil },
		Begun: func() ([]guide.Begun, error) {
			return []guide.Begun{{Kind: guide.BegunNote, Target: "khai-sinh/ten-chau", On: "Gõ tên cháu.", Of: "Làm giấy khai sinh", Saved: "2026-11-29 16:40", Who: "Lan"}}, nil
		},
		Says:   func() ([]guide.Detail, error) { return []guide.Detail{guide.DetailHours}, nil },
		Stuck:  func() (int, error) { return 4, nil },
		Update: func() (string, error) { return "1.4.0", nil },
		Job:    func() (string, error) { return "Làm giấy khai sinh cho con", nil },
		Missed: func(from string, limit int) ([]sqlite.Missed, error) {
			if from != "2026-10-31" || limit < 10 {
				return nil, errors.New("asked from " + from)
			}
			return []sqlite.Missed{{Words: "giấy phép", N: 7, Days: 3}, {N: 20, Days: 9}}, nil
		},
		Backup: func() (guide.Backup, error) {
			return guide.Backup{Made: "2026-11-27 23:50", Stick: true, Days: 9, Batches: 4, Checks: 3, Clips: 1, Notes: 5, Words: 2, Away: 1, People: 6}, nil
		},
		Now: time.Date(2026, 11, 30, 0, 10, 0, 0, time.FixedZone("ICT", 7*3600)),
		Log: slog.New(slog.DiscardHandler),
	}
}

func all() today.View {
	return today.View{
		Paper: 2, Codes: 5, Notes: 1, Words: 3, Office: []guide.Detail{guide.DetailHours}, Stuck: 4, Update: "1.4.0", Job: "Làm giấy khai sinh cho con",
		Begun:  []today.BegunView{{Kind: guide.BegunNote, Target: "khai-sinh/ten-chau", On: "Gõ tên cháu.", Of: "Làm giấy khai sinh", Saved: "2026-11-29 16:40", Who: "Lan"}},
		Missed: []today.MissedView{{Words: "giấy phép", Times: 7, Often: true}, {Times: 20}},
		Backup: &today.BackupView{Made: "2026-11-27 23:50", Ago: 3, Stick: true, Days: 9, Batches: 4, Checks: 3, Clips: 1, Notes: 5, Words: 2, Away: 1, People: 6},
		Failed: []today.Part{},
	}
}

func TestEveryPartIsTold(t *testing.T) {
	if got := today.Look(t.Context(), office()); !reflect.DeepEqual(got, all()) {
		t.Errorf("%+v", got)
	}
	clerk := office()
	clerk.Backup, clerk.Update = nil, nil
	want := all()
	want.Backup, want.Update = nil, ""
	if got := today.Look(t.Context(), clerk); !reflect.DeepEqual(got, want) {
		t.Errorf("who may not back up is told %+v", got)
	}
}

// One that fails, one that panics and one whose disk does not answer are named;
// the others stand.
func TestWhatFailsLeavesTheOthersStanding(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sick := office()
		sick.Codes = func() (int, error) { return 9, errors.New("row is damaged") }
		sick.Job = func() (string, error) { panic("a bug") }
		answer := make(chan struct{})
		sick.Notes = func() (int, error) { <-answer; return 9, nil }
		want := all()
		want.Codes, want.Job, want.Notes = 0, "", 0
		want.Failed = []today.Part{today.PartCodes, today.PartNotes, today.PartJob}
		if got := today.Look(t.Context(), sick); !reflect.DeepEqual(got, want) {
			t.Errorf("%+v", got)
		}
		close(answer)
	})
}

func TestHowLongAgo(t *testing.T) {
	for made, want := range map[string]int{
		"":                 0,
		"yesterday":        0,
		"2026-11-30 00:01": 0,
		"2026-11-29 23:59": 1,
		"2026-12-24 08:00": 0, // the clock was set back since
		"2026-10-31 12:00": 30,
	} {
		o := office()
		o.Backup = func() (guide.Backup, error) { return guide.Backup{Made: made}, nil }
		if got := today.Look(t.Context(), o).Backup; got == nil || got.Ago != want || got.Made != made {
			t.Errorf("%q: %+v, want %d days", made, got, want)
		}
	}
}
