package chaos

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/instance"
	"tungbuoc/backend/logbook"
	"tungbuoc/backend/maintenance"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/sqlite"
)

// found is what somebody finds who opens the kiosk on a folder.
type found struct {
	Tiles   int    // of the first screen
	Service string // title of one
	Codes   int    // of it
	Hits    int    // of a search
	Notice  string // for staff
	Office  string
	People  int    // at the door
	Note    string // of the office, as residents see it
	Counted string // "": a count was kept, else why not
	Doctor  string // what the doctor wants looked at
	Wrong   []string
}

const office, noteText = "Một cửa Hồng Thái", "Mời sang bàn 2"

// openOnce opens the kiosk as the window does, but for the window: what watches over it,
// the log, the database, the pack, the search, the door; then the doctor looks.
func openOnce(dir string) int {
	var f found
	wrong := func(what string, err error) {
		if err != nil {
			f.Wrong = append(f.Wrong, what+": "+guide.Message(err))
		}
	}
	maintenance.ReadCard(dir)
	if err := restarts.Add(dir, restarts.Restart{At: time.Now(), Kind: restarts.Hung}); err != nil {
		fmt.Fprintln(os.Stderr, "restart not noted:", err) // as the launcher does
	}
	log, file := logbook.OpenOr(dir, os.Stderr)
	defer func() { _ = file.Close() }()
	log.Info("opened")
	held, err := instance.Claim(dir, log)
	wrong("claim", err)
	if held != nil {
		defer held.Close()
	}
	pack := os.DirFS("pack")
	r := desktop.NewResident(desktop.ResidentOptions{Log: log, Version: "test", Pack: pack, DataDir: dir, Idle: desktop.KioskIdle})
	boot, err := r.Boot("vi")
	wrong("first screen", err)
	f.Tiles, f.Notice, f.Office = len(boot.Topics), boot.Notice, boot.Office.Name
	r.Ready()
	service, err := r.Service("1.001193", "vi")
	wrong("service", err)
	f.Service = service.Title
	codes, err := r.Codes("1.001193", "vi")
	wrong("codes", err)
	f.Codes = len(codes.Codes)
	hits, err := r.Search("giay khai sinh", "vi")
	wrong("search", err)
	f.Hits = len(hits.Hits)
	if err := r.Count("khai-sinh", string(guide.EventOpened), "", "vi"); err != nil {
		f.Counted = guide.Message(err)
	}
	wrong("end of the visit", r.EndSession())
	if door, err := desktop.NewStaff(r, time.Now).Door(); err == nil {
		f.People = len(door.People)
	} else {
		f.Counted = guide.Message(err)
	}
	if db, err := sqlite.Open(context.Background(), dir, time.Now, log); err == nil {
		note, _ := db.Note(context.Background(), "khai-sinh")
		f.Note = note.Shown
		_ = db.Close()
	}
	var out, errs bytes.Buffer
	doctor := cli.Program{Version: "test", Pack: pack, Stdin: strings.NewReader(""), Now: time.Now, Stdout: &out, Stderr: &errs,
		Getenv: func(string) string { return "" }, Open: func(string, bool) error { return errors.New("no window here") }}
	doctor.Main([]string{"doctor", "--data", dir})
	for line := range strings.Lines(out.String() + errs.String()) {
		if strings.HasPrefix(line, "CẦN XEM") || errs.Len() > 0 {
			f.Doctor += strings.TrimSpace(line) + "\n"
		}
	}
	report, err := json.Marshal(f)
	if err == nil {
		err = os.WriteFile(filepath.Join("out", "report.json"), report, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}
