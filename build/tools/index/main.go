// Command index writes the search index of the shipped pack to a file, from
// where a build with the tag "compiled" takes it. `make build` runs it by way
// of `go generate ./backend/search`.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tungbuoc/backend/content"
	"tungbuoc/backend/search"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: index FILE")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(name string) error {
	lib, report := content.Load(content.Shipped())
	if lib == nil {
		return fmt.Errorf("the shipped pack has errors: %v", report.Errors)
	}
	digest, err := content.Digest(content.Shipped())
	if err != nil {
		return err
	}
	index := search.Compile(search.Build(lib.Pack, content.Sentences(lib.Pack), lib.Translator), digest)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, index, 0o644)
}
