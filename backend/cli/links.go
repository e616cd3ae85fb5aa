package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// linkRow is one line of the link list.
type linkRow struct {
	Key     string `json:"key"`
	URL     string `json:"url"`
	Host    string `json:"host"`
	Service string `json:"service"` // first service that uses it, "" if none
	State   string `json:"state"`   // never, ok or broken
	Checked string `json:"checked"` // day a person last opened it, "" if never
	By      string `json:"by"`      // who of this office that was, "": the pack's own word
	Local   bool   `json:"local"`   // the address is the office's own, until the next edition
}

func setupLinks(c *call) func([]string) error {
	c.packFlag()
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		lib, err := c.ownLibrary()
		if err != nil {
			return err
		}
		users := map[string]string{}
		for _, s := range lib.Pack.Services {
			for _, key := range s.Links {
				if users[key] == "" {
					users[key] = s.Key
				}
			}
		}
		rows := []linkRow{}
		for _, l := range lib.Pack.Links {
			rows = append(rows, linkRow{
				Key: l.Key, URL: l.URL, Host: guide.HostOf(l.URL), Service: users[l.Key],
				State: cmp.Or(l.State, guide.LinkNever), Checked: l.Checked, By: l.Who, Local: l.Local,
			})
		}
		if c.json {
			c.printJSON(rows)
			return nil
		}
		for _, r := range rows {
			fmt.Fprintf(c.Stdout, "%-28s %-7s %-10s %s\n", r.Key, r.State, r.Checked, r.URL)
		}
		return nil
	}
}

// ownLibrary is the library with what the office lays over it, where there is a
// data folder with any. Hidden services are shown: who names one on the command line
// asks for that very one. Errors: CodeContent, CodeStorage.
func (c *call) ownLibrary() (*content.Library, error) {
	lib, err := c.openLibrary()
	if err != nil || c.dataDir == "" {
		return lib, err
	}
	if !c.kept() {
		return lib, nil // nobody has checked a link or noted anything here
	}
	ctx := context.Background()
	db, err := sqlite.Open(ctx, c.dataDir, c.Now, c.log)
	if err != nil {
		return nil, err
	}
	links, err := db.LocalLinks(ctx)
	local, lerr := db.Local(ctx)
	return lib.With(lib.Pack.WithLinks(links).WithLocal(local.ShownAll())), errors.Join(err, lerr, db.Close())
}

// kept says whether the data folder has a database: without one none is made.
func (c *call) kept() bool {
	_, err := os.Stat(filepath.Join(c.dataDir, sqlite.FileName))
	return err == nil
}

// office is the office as residents see it in the window. Errors: those of
// [desk.Office].
func (c *call) office() (guide.Office, error) {
	ctx := context.Background()
	if !c.kept() {
		return desk.Office(ctx, nil, c.dataDir)
	}
	db, err := sqlite.Open(ctx, c.dataDir, c.Now, c.log)
	if err != nil {
		return guide.Office{}, err
	}
	office, err := desk.Office(ctx, db, c.dataDir)
	return office, errors.Join(err, db.Close())
}
