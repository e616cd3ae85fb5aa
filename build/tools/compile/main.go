// Command compile writes the compiled form of the shipped pack to a folder,
// from where a build with the tag "compiled" takes it. `make build` runs it by
// way of `go generate ./backend/content`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tungbuoc/backend/content"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: compile FOLDER")
		os.Exit(2)
	}
	if err := compile(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compile(dir string) error {
	files, err := content.Compile(content.Shipped())
	if err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil { // a language may be gone
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}
