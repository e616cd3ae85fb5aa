// Từng Bước: the kiosk of a commune's one-stop office. This file only wires.
package main

import (
	"embed"
	"io/fs"
	"os"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/supervise"
)

//go:embed all:frontend/dist
var built embed.FS

func main() {
	cli.AttachConsole()
	assets, err := fs.Sub(built, "frontend/dist")
	if err != nil {
		panic(err) // the folder is named in the embed line above
	}
	self, _ := os.Executable() // not known: no window is measured
	program := cli.Program{
		Version: guide.Version, Pack: content.Shipped(),
		Now: time.Now, Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv,
		Instead: supervise.Instead,
		Open: func(dataDir string, window bool) error {
			return supervise.Own(dataDir, window, func() error {
				return desktop.Run(desktop.Options{
					DataDir: dataDir, Assets: assets, Pack: content.Shipped(), Version: guide.Version, Window: window,
				})
			})
		},
		Window: self,
		Visit: func(dataDir, word string) error {
			return desktop.Pretend(content.Shipped(), guide.Version, dataDir, word)
		},
	}
	os.Exit(program.Main(os.Args[1:]))
}
