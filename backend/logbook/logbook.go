// Package logbook keeps the kiosk's own log: what failed and why, for whoever
// mends it. It never holds what a resident touched, typed or answered.
package logbook

import (
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"gopkg.in/natefinch/lumberjack.v2"
)

// Name is the log inside the data folder.
const Name = "tungbuoc.log"

// Open writes JSON lines to the data folder, five files of 5 MB at most. A
// folder that cannot be written leaves standard error, so nothing is lost
// without a trace.
func Open(dir string) (*slog.Logger, io.Closer) { return OpenOr(dir, os.Stderr) }

// OpenOr is Open with another place for what the folder does not take.
func OpenOr(dir string, otherwise io.Writer) (*slog.Logger, io.Closer) {
	file := &lumberjack.Logger{Filename: filepath.Join(dir, Name), MaxSize: 5, MaxBackups: 4}
	out := &fallback{first: file, second: otherwise}
	return slog.New(slog.NewJSONHandler(out, nil)), file
}

// fallback writes to second what first refuses.
type fallback struct{ first, second io.Writer }

func (f *fallback) Write(p []byte) (int, error) {
	if n, err := f.first.Write(p); err == nil {
		return n, nil
	}
	return f.second.Write(p)
}
