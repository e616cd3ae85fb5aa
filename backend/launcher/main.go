//go:build unix

// The launcher is build/bin/tungbuoc. It opens the kiosk, which is tungbuoc-kiosk
// beside it, and watches over it; every other command it hands to that program at once.
//
// It is a program by itself, linked with nothing of the system: when the web engine's
// libraries are missing or broken, tungbuoc-kiosk cannot be started, and somebody must
// be there to say so on the screen.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"tungbuoc/backend/datapath"
	"tungbuoc/backend/lifeline"
	"tungbuoc/backend/supervise"
)

// kioskName is the whole program, beside the launcher.
const kioskName = "tungbuoc-kiosk"

func main() {
	program, err := beside(kioskName)
	if err != nil {
		fail(err)
	}
	command := append([]string{program}, os.Args[1:]...)
	if o, ok := opening(os.Args[1:]); ok && !lifeline.Watched() {
		// Where the data folder is not known the program says so itself.
		if dir, _, err := datapath.Find(o.data, os.Getenv); err == nil && dir != "" {
			if status, watched := supervise.Kiosk(command, dir, !o.window); watched {
				os.Exit(status)
			}
		}
	}
	// Commands are the good program's business, too: it knows what is in the database.
	if dir, _, err := datapath.Find(dataOf(os.Args[1:]), os.Getenv); err == nil && dir != "" && !lifeline.Watched() {
		if good := supervise.Program(dir); good != "" {
			program = good
		}
	}
	fail(syscall.Exec(program, append([]string{program}, os.Args[1:]...), os.Environ()))
}

// dataOf is the data folder that any arguments name, "" for the usual one.
func dataOf(args []string) (dir string) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if name, ok := strings.CutPrefix(arg, "--data="); ok {
			dir = name
		} else if arg == "--data" && i+1 < len(args) {
			dir = args[i+1]
		}
	}
	return dir
}

func fail(err error) {
	fmt.Fprintf(os.Stderr, "Không chạy được %s, tệp nằm cạnh tungbuoc. Mời cài lại Từng Bước. (%v)\n", kioskName, err)
	os.Exit(1)
}

// beside gives a file next to this program, wherever it was called from.
func beside(name string) (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(self); err == nil {
		self = real
	}
	return filepath.Join(filepath.Dir(self), name), nil
}

// open is how the kiosk is asked for.
type open struct {
	data   string // "": where it usually is
	window bool
}

// opening reads arguments that open the kiosk; ok is false for all others, which are
// the program's own business, its mistakes included.
func opening(args []string) (o open, ok bool) {
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case arg == "--window" || arg == "--window=true":
			o.window = true
		case arg == "--data" && i+1 < len(args) && args[i+1] != "":
			i++
			o.data = args[i]
		case strings.HasPrefix(arg, "--data=") && arg != "--data=":
			o.data = strings.TrimPrefix(arg, "--data=")
		default:
			return open{}, false
		}
	}
	return o, true
}
