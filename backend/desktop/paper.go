package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/search"
	"tungbuoc/backend/sqlite"
)

// paperJob is one PDF being made, or recordings being taken in. There is one at
// a time: an office has one pair of hands.
type paperJob struct {
	mu     sync.Mutex
	view   ProgressView
	cancel context.CancelFunc
}

func (j *paperJob) progress() ProgressView {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.view
}

// atWork says whether a job still needs the pages or the printer.
func (v ProgressView) atWork() bool { return v.State == progressBusy || v.State == progressPrint }

var errStopped = errors.New("stopped by staff")

// Folders lists where a PDF can be saved: the user's documents, and sticks.
func (s *Staff) Folders() ([]FolderView, error) {
	return authorised(s, "Folders", func(context.Context, *sqlite.DB) ([]FolderView, error) { return saveFolders(), nil })
}

// Save starts writing a PDF into one of the Folders; Progress tells how far it
// is. Errors: CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) Save(order OrderView, folder string) error {
	_, err := authorised(s, "Save", func(ctx context.Context, db *sqlite.DB) (struct{}, error) {
		if _, err := offered(folder); err != nil {
			return struct{}{}, err
		}
		w, err := s.order(order)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.begin(ctx, db, w, order, guide.PaperJob{Way: guide.BatchSaved, Place: folder})
	})
	return err
}

// save writes the whole work into a folder.
func (s *Staff) save(ctx context.Context, j *paperJob, w work, folder string) error {
	name := filepath.Join(folder, w.fileName(s.now()))
	if _, err := s.write(ctx, j, w, name, w.pages.From(1), guide.Calibration{}); err != nil {
		return err
	}
	j.mu.Lock()
	j.view.File = name
	j.mu.Unlock()
	return nil
}

// start runs a job in the background; done of its pages are out already.
func (s *Staff) start(pages, done int, do func(ctx context.Context, j *paperJob) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.job != nil && s.job.progress().atWork() {
		return errBusy()
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &paperJob{view: ProgressView{State: progressBusy, Pages: pages, Done: done}, cancel: cancel}
	s.job = j
	go func() {
		defer cancel()
		_, err := guard(s.office, "job", func() (struct{}, error) { return struct{}{}, do(ctx, j) })
		j.mu.Lock()
		defer j.mu.Unlock()
		switch {
		case errors.Is(err, errStopped):
			j.view.State = progressStopped
		case err != nil:
			j.view.State, j.view.Problem = progressFailed, guide.Message(err)
		default:
			j.view.State = progressDone
		}
	}()
	return nil
}

// write makes a PDF, page by page, until it is done or stopped.
func (s *Staff) write(ctx context.Context, j *paperJob, what work, name string, made iter.Seq2[*handout.Page, error], measured guide.Calibration) (pages int, err error) {
	err = safefile.Write(name, func(w io.Writer) error {
		return handout.WritePDF(w, handout.Document{
			Title: what.title(), Subject: fmt.Sprintf("%s, bản %d", what.job.Layout, what.job.Contents[0].Edition), Made: s.now(), Printer: measured,
		}, func(yield func(*handout.Page, error) bool) {
			for page, err := range made {
				if ctx.Err() != nil {
					err = errStopped
				}
				if err == nil {
					pages++
					j.mu.Lock()
					if j.view.State == progressBusy {
						j.view.Done = min(j.view.Done+1, j.view.Pages)
					}
					j.mu.Unlock()
				}
				if !yield(page, err) || err != nil {
					return
				}
			}
		})
	})
	return pages, err
}

// Progress tells how far the job is.
func (s *Staff) Progress() (ProgressView, error) {
	return authorised(s, "Progress", func(context.Context, *sqlite.DB) (ProgressView, error) {
		s.mu.Lock()
		j := s.job
		s.mu.Unlock()
		if j == nil {
			return ProgressView{State: progressNone}, nil
		}
		return j.progress(), nil
	})
}

// Stop ends the job; what was half written is removed.
func (s *Staff) Stop() error {
	_, err := authorised(s, "Stop", func(context.Context, *sqlite.DB) (struct{}, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.job != nil {
			s.job.cancel()
		}
		return struct{}{}, nil
	})
	return err
}

// fileName says what is in the file and when it was made.
func (w work) fileName(now time.Time) string {
	name := strings.ReplaceAll(search.Fold(w.title()), " ", "-")
	if len(name) > 40 {
		name = strings.TrimRight(name[:40], "-")
	}
	if n := len(w.job.Contents) - 1; n > 0 {
		name += fmt.Sprintf("-va-%d-dich-vu", n)
	}
	return fmt.Sprintf("%s-%s-%s.pdf", name, w.job.Layout, now.Format("20060102-150405"))
}

// offered finds one of the folders by its path. Error: CodeNotFound.
func offered(path string) (FolderView, error) {
	for _, f := range saveFolders() {
		if f.Path == path {
			return f, nil
		}
	}
	return FolderView{}, guide.Errorf(guide.CodeNotFound, "Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại.")
}

// findSticks is replaced in tests, which have none.
var findSticks = sticks

// saveFolders finds the folders that are there now.
func saveFolders() []FolderView {
	folders := []FolderView{}
	add := func(path, name string, stick bool) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			folders = append(folders, FolderView{Path: path, Name: name, Stick: stick})
		}
	}
	for _, stick := range findSticks() {
		add(stick, filepath.Base(stick), true)
	}
	if home, err := os.UserHomeDir(); err == nil {
		documents := filepath.Join(home, "Documents")
		if _, err := os.Stat(documents); err != nil {
			documents = home
		}
		add(documents, filepath.Base(documents), false)
	}
	return folders
}
