package cli

import "tungbuoc/backend/guide"

func setupOpen(c *call) func([]string) error {
	window := c.flags.Bool("window", false, "mở trong cửa sổ, không toàn màn hình")
	version := c.flags.Bool("version", false, "cho biết phiên bản")
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		if *version {
			return setupVersion(c)(nil)
		}
		if c.json {
			return guide.Errorf(guide.CodeUsage, "--json chỉ đi cùng một lệnh.")
		}
		return c.Open(c.dataDir, *window)
	}
}
