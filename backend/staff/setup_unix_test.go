//go:build unix

package staff_test

import (
	"syscall"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/staff"
)

// A pipe in the place of the set-up code opens nothing, and nobody waits for it.
func TestSetUpCodeIsNoPipe(t *testing.T) {
	s := staff.NewSetup(t.TempDir())
	if err := syscall.Mkfifo(s.Path(), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, err := s.Code(); code != "" || guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("%q, %v", code, err)
	}
}
