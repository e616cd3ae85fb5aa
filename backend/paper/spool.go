package paper

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
	"tungbuoc/backend/safefile"
)

// spool is the folder with the files that printers read. It has one owner and
// one way in, so that no file is taken away while it is on its way: what an
// earlier run was cut off with is removed before this run writes its first.
type spool struct {
	folder   string
	printers Printers

	mu    sync.Mutex
	clean bool
	count int
}

// print makes a file, hands it to a printer, "" meaning the default one, and
// takes it away again. name is what the file is about, for queues that show it.
// Errors: those of fill, of package safefile and of printing.
func (s *spool) print(ctx context.Context, to, name string, o printer.Options, fill func(w io.Writer) error) (printer.Job, error) {
	file, err := s.place(name)
	if err != nil {
		return printer.Job{}, err
	}
	defer func() { _ = os.Remove(file) }()
	if err := safefile.Write(file, fill); err != nil {
		return printer.Job{}, err
	}
	o.Copies, o.Title = 1, "Từng Bước"
	return s.printers.Print(ctx, to, file, o)
}

// place gives a path that no other file of this run has.
func (s *spool) place(name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return "", guide.Wrap(err, guide.CodeStorage, "Không ghi được tệp để in. Mời xem ổ đĩa còn chỗ không.")
	}
	s.sweep()
	s.count++
	return filepath.Join(s.folder, fmt.Sprintf("%s-%d.pdf", name, s.count)), nil
}

// tidy removes what an earlier run was cut off with.
func (s *spool) tidy() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sweep()
}

func (s *spool) sweep() {
	if s.clean {
		return
	}
	old, _ := os.ReadDir(s.folder)
	for _, f := range old {
		_ = os.Remove(filepath.Join(s.folder, f.Name()))
	}
	s.clean = true
}
