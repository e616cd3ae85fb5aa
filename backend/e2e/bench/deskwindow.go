//go:build linux

package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// deskPIN opens the door of the office that is measured; desk_time.py types it.
const deskPIN = "290511"

// watchDesk gives how long the desk takes to open after a PIN, and how long a letter of
// a sentence of the longest lesson takes until it stands in the preview, and in the very
// field it is typed into; each sorted.
func watchDesk() (opens, letters, echo []float64, err error) {
	data, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return nil, nil, nil, err
	}
	defer func() { _ = os.RemoveAll(data) }()
	if err := furnish(data); err != nil {
		return nil, nil, nil, err
	}
	if opens, err = watchIn(data, "desk_time.py", "opens"); err == nil {
		letters, err = watchIn(data, "desk_time.py", "letters")
	}
	if err == nil {
		echo, err = watchIn(data, "desk_time.py", "echo")
	}
	return opens, letters, echo, err
}

// furnish makes an office with one person, who has begun a sentence of the longest lesson.
func furnish(data string) (err error) {
	ctx, log, now := context.Background(), slog.New(slog.DiscardHandler), time.Now
	lib, _ := content.Open(content.Shipped())
	if err := os.WriteFile(filepath.Join(data, content.OfficeName), []byte("name: Trung tâm xã Thử\nplace: Xã Thử\n"), 0o600); err != nil {
		return err
	}
	db, err := sqlite.Open(ctx, data, now, log)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := db.Close(); err == nil {
			err = cerr
		}
	}()
	setup := staff.NewSetup(data)
	if err := staff.Prepare(ctx, db, setup); err != nil {
		return err
	}
	code, err := setup.Code()
	if err != nil {
		return err
	}
	gate := staff.NewGate(db, setup, staff.NewClock(now), log)
	if err := gate.EnterCode(ctx, code); err != nil {
		return err
	}
	if _, err := gate.Choose(ctx, "Lan", deskPIN); err != nil {
		return err
	}
	if err := answerAll(ctx, db, gate, data); err != nil {
		return err
	}
	id, who := gate.Me()
	e := desk.Editor{Store: db, Pack: lib.Pack, ID: id, Who: who, Now: now}
	_, err = e.Save(ctx, longestSentence(lib.Pack), desk.Text{Say: "Chạm"}, 1)
	return err
}

// answerAll leaves nothing that the door would ask before it shows the desk.
func answerAll(ctx context.Context, db *sqlite.DB, gate *staff.Gate, data string) error {
	if err := gate.RecoveryWritten(ctx); err != nil {
		return err
	}
	commune, err := desk.OpenCommune(ctx, db, data)
	if err != nil {
		return err
	}
	for _, step := range desk.SetupSteps {
		if err := commune.PutOff(ctx, step); err != nil {
			return err
		}
	}
	return nil
}

// longestSentence is the name of a step of the longest lesson.
func longestSentence(pack *guide.Pack) (target string) {
	longest := &pack.Services[0]
	for i := range pack.Services {
		if len(pack.Services[i].Steps) > len(longest.Steps) {
			longest = &pack.Services[i]
		}
	}
	for _, st := range longest.Steps {
		if st.Use == "" {
			target = guide.FullID(false, longest.Key, st.ID)
		}
	}
	return target
}
