//go:build linux

// Command emptywindow is the least that Wails can show: one static page, one
// bound method, the options of the kiosk's own window. make bench measures it
// beside the kiosk, so that what the kiosk adds is known apart from what the
// window costs anyway. It writes "home ready" to standard error when its page
// is laid out.
package main

import (
	"embed"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

//go:embed index.html ready.js
var page embed.FS

// Window is what the page can call.
type Window struct{}

// Ready says that the page is laid out.
func (*Window) Ready() { fmt.Fprintln(os.Stderr, "home ready") }

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	go func() { <-stop; os.Exit(0) }()
	err := wails.Run(&options.App{
		Title: "empty", Width: 1366, Height: 768, MinWidth: 1024, MinHeight: 600,
		WindowStartState: options.Fullscreen,
		BackgroundColour: options.NewRGB(0xfb, 0xf9, 0xf4),
		AssetServer:      &assetserver.Options{Assets: page},
		Bind:             []any{&Window{}},
		Linux:            &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever, ProgramName: "emptywindow"},
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
