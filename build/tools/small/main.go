// Command small makes the pictures of a folder light and puts them into
// another: small [-width PIXELS] [-bytes N] FROM TO.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"tungbuoc/backend/e2e/small"
)

func main() {
	var most small.Limits
	flag.IntVar(&most.Width, "width", 0, "pixels at most; 0: as it is")
	flag.IntVar(&most.Bytes, "bytes", 0, "bytes at most, as far as 16 colours allow")
	flag.Parse()
	if err := run(flag.Arg(0), flag.Arg(1), most); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string, most small.Limits) error {
	files, err := filepath.Glob(filepath.Join(from, "*.png"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("%q has no pictures (%v)", from, err)
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		if err := small.Write(file, filepath.Join(to, filepath.Base(file)), most); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}
