package powercut

import (
	"os"
	"testing"
)

// What lasts is for the disk in memory to say: the real one need not be waited for.
func TestMain(m *testing.M) {
	if dir, err := os.MkdirTemp("/dev/shm", "powercut"); err == nil { // else the usual place will do
		_ = os.Setenv("TMPDIR", dir)
		code := m.Run()
		_ = os.RemoveAll(dir)
		os.Exit(code)
	}
	os.Exit(m.Run())
}
