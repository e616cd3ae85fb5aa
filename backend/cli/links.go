package cli

import (
	"cmp"
	"fmt"

	"tungbuoc/backend/guide"
)

// linkRow is one line of the link list.
type linkRow struct {
	Key     string `json:"key"`
	URL     string `json:"url"`
	Host    string `json:"host"`
	Service string `json:"service"` // first service that uses it, "" if none
	State   string `json:"state"`   // never, ok or broken
	Checked string `json:"checked"` // day a person last opened it, "" if never
}

func setupLinks(c *call) func([]string) error {
	c.packFlag()
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		lib, err := c.library()
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
				State: cmp.Or(l.State, guide.LinkNever), Checked: l.Checked,
			})
		}
		if c.json {
			c.printJSON(rows)
			return nil
		}
		for _, r := range rows {
			fmt.Fprintf(c.Stdout, "%-28s %-7s %s\n", r.Key, r.State, r.URL)
		}
		return nil
	}
}
