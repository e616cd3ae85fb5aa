// Package proof says whether a program that is being tried can do what a kiosk is
// for: keep what staff write, and show a code that phones read. That its screen is
// painted, others see.
package proof

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/qr"
	"tungbuoc/backend/sqlite"
)

// setting is what is written to the database: when a program last proved itself.
const setting = "program_tried"

// codeMM is the side of the code that is tried.
const codeMM = 75

// Of proves a program. why is what is wrong, as the lifeline names it, "" when all works.
func Of(ctx context.Context, db *sqlite.DB, library func() (*content.Library, error), now time.Time) (why string, err error) {
	if err := database(ctx, db, now); err != nil {
		return lifeline.UnfitStorage, err
	}
	if err := code(library); err != nil {
		return lifeline.UnfitCodes, err
	}
	return "", nil
}

// database writes once and reads it back.
func database(ctx context.Context, db *sqlite.DB, now time.Time) error {
	if db == nil {
		return errors.New("the database is not open")
	}
	said := now.UTC().Format(time.RFC3339)
	if err := db.SetSetting(ctx, setting, said); err != nil {
		return err
	}
	read, err := db.Setting(ctx, setting)
	if err == nil && read != said {
		err = fmt.Errorf("read %q, not %q", read, said)
	}
	return err
}

// code makes the first code of the pack, and reads the picture of it with another
// library than the one that drew it.
func code(library func() (*content.Library, error)) error {
	lib, err := library()
	if err != nil {
		return err
	}
	link, err := first(lib.Pack)
	if err != nil {
		return err
	}
	symbol, _, err := qr.ForLink(link, lib.Pack.Hosts, codeMM)
	if err != nil {
		return err
	}
	drawn, err := symbol.PNG(symbol.Side() * 6)
	if err != nil {
		return err
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		return err
	}
	read, err := qr.Read(img)
	if err == nil && read != link.URL {
		err = fmt.Errorf("read %q, not %q", read, link.URL)
	}
	return err
}

// first is the link of the first code that a resident could be shown.
func first(p *guide.Pack) (guide.Link, error) {
	for i := range p.Services {
		s := &p.Services[i]
		for _, name := range p.HandoffLinks(s) {
			return p.Link(s.Links[name])
		}
	}
	return guide.Link{}, errors.New("the pack has no code")
}
