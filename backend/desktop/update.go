package desktop

import (
	"context"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/intake"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/versions"
)

// Updates says which version of the program runs, waits or has failed, and what is in
// the file that CheckUpdate has read.
func (s *Staff) Updates() (intake.View, error) {
	return authorised(s, "Updates", func(context.Context, *sqlite.DB) (intake.View, error) { return s.updates.View(s.takes) })
}

// UpdateFiles lists the files that may be updates, on sticks first.
func (s *Staff) UpdateFiles() ([]intake.FileView, error) {
	return authorised(s, "UpdateFiles", func(context.Context, *sqlite.DB) ([]intake.FileView, error) {
		return intake.Files(findSticks()), nil
	})
}

// CheckUpdate starts reading one of the UpdateFiles; Progress tells when that is done,
// Updates what it is. Errors: CodeNotFound, CodeBusy.
func (s *Staff) CheckUpdate(path string) error {
	return s.allowed("CheckUpdate", func(context.Context, *sqlite.DB) error {
		return s.updates.Check(s.takes, s.worker, findSticks(), path)
	})
}

// TakeUpdate starts taking what CheckUpdate has read, for who opened the door and types
// the PIN once more. It is put in when nobody is at the kiosk. Errors: CodeDenied,
// CodeNotFound, CodeBusy.
func (s *Staff) TakeUpdate(pin string) error {
	return s.allowed("TakeUpdate", func(ctx context.Context, _ *sqlite.DB) error {
		if err := s.updates.Chosen(); err != nil { // no PIN is asked for nothing
			return err
		}
		if err := s.gate.Again(ctx, pin); err != nil {
			return err
		}
		return s.updates.Take(s.takes, s.worker, func(ctx context.Context, err error, about string) error {
			return s.noted(ctx, err, guide.DeedUpdate, about)
		})
	})
}

// CancelUpdate drops the version that waits. Error: CodeBusy while it is being tried.
func (s *Staff) CancelUpdate() error {
	return s.allowed("CancelUpdate", func(ctx context.Context, _ *sqlite.DB) error {
		dropped, err := versions.Cancel(s.dataDir)
		if err != nil || dropped == nil {
			return err
		}
		return s.noted(ctx, nil, guide.DeedNoUpdate, "bản "+dropped.Version)
	})
}
