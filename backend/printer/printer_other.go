//go:build !linux && !windows

package printer

import (
	"context"
	"errors"
	"os"
	"runtime"
	"time"

	"tungbuoc/backend/guide"
)

func validName(name string) bool { return name != "" }

func (s *System) printWait() time.Duration { return s.wait }

// notHere is every answer on a system that Từng Bước does not print on.
func notHere() error {
	return guide.Wrap(errors.New(runtime.GOOS), guide.CodeUnavailable,
		"Từng Bước chưa in được trên loại máy này. Mời lưu tờ in vào USB rồi in ở máy khác.")
}

func (s *System) printers(context.Context) ([]Printer, error) { return nil, notHere() }

func (s *System) send(context.Context, string, *os.File, Options) (Job, error) {
	return Job{}, notHere()
}

func (s *System) progress(context.Context, Job) (Progress, error) { return Progress{}, notHere() }

func (s *System) drop(context.Context, Job) error { return notHere() }

func (s *System) view(context.Context, string) error { return notHere() }

func (s *System) pdfViewer() string { return "" }
