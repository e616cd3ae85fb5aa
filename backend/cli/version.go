package cli

import (
	"fmt"
	"runtime"
)

func setupVersion(c *call) func([]string) error {
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		lib, err := c.openLibrary()
		if err != nil {
			return err
		}
		info := lib.Pack.Info
		if c.json {
			c.printJSON(map[string]any{
				"version": c.Version, "pack": info.ID, "edition": info.Edition, "date": info.Date,
				"go": runtime.Version(), "os": runtime.GOOS, "arch": runtime.GOARCH,
			})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Từng Bước %s, nội dung %s lần %d ngày %s\n", c.Version, info.Title, info.Edition, info.Date)
		return nil
	}
}
