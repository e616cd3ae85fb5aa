// Package logbook keeps the kiosk's own log: what failed and why, for whoever
// mends it. It never holds what a resident touched, typed or answered.
package logbook

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"

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
	file := &shared{log: lumberjack.Logger{Filename: filepath.Join(dir, Name), MaxSize: 5, MaxBackups: 4}}
	out := &fallback{first: file, second: otherwise}
	return slog.New(slog.NewJSONHandler(out, nil)), file
}

// shared is a log into which the kiosk and commands write at the same time.
// lumberjack adds to the end of a file that it finds, but writes a new one, its
// first or the next, from where it has got to itself, over what others added
// meanwhile. So the file is there before lumberjack looks for it, and is closed
// after every line: there are few.
type shared struct {
	log   lumberjack.Logger
	once  sync.Once
	wrong error
}

func (s *shared) Write(p []byte) (int, error) {
	if s.once.Do(s.begin); s.wrong != nil {
		return 0, s.wrong
	}
	n, err := s.log.Write(p)
	if cerr := s.log.Close(); err == nil {
		err = cerr
	}
	return n, err
}

// begin makes the file. What is no file is left alone: a pipe would keep the
// program waiting for a reader.
func (s *shared) begin() {
	name := s.log.Filename
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			s.wrong = fmt.Errorf("%s is no regular file", name)
		}
		return
	}
	if s.wrong = os.MkdirAll(filepath.Dir(name), 0o755); s.wrong != nil {
		return
	}
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		s.wrong = err
		return
	}
	s.wrong = file.Close()
}

func (s *shared) Close() error { return s.log.Close() }

// fallback writes to second what first refuses.
type fallback struct{ first, second io.Writer }

func (f *fallback) Write(p []byte) (int, error) {
	if n, err := f.first.Write(p); err == nil {
		return n, nil
	}
	return f.second.Write(p)
}
