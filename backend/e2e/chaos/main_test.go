package chaos

import (
	"flag"
	"log/slog"
	"math/rand/v2"
	"os"
	"testing"
)

var (
	kills = flag.Int("kills", 30, "how often a process that works is killed")
	seed  = flag.Uint64("seed", 17, "when it is killed, and what is spoiled where")
	every = flag.Bool("every", false, "spoil every file in every way")
)

// A test program that is started again with one of these does that instead, on the
// folder that it names.
const (
	workIn = "TUNGBUOC_TEST_WORK"
	openIn = "TUNGBUOC_TEST_OPEN"
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(workIn) != "":
		os.Exit(workUntilKilled(os.Getenv(workIn)))
	case os.Getenv(openIn) != "":
		os.Exit(openOnce(os.Getenv(openIn)))
	}
	os.Exit(m.Run())
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// dice are those of one test: another test that is left out does not change them.
func dice(which uint64) *rand.Rand { return rand.New(rand.NewPCG(*seed, which)) }
