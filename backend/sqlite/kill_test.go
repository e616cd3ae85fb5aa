package sqlite_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

var (
	kills = flag.Int("kills", 20, "how often a counting process is killed")
	seed  = flag.Uint64("seed", 5, "when it is killed")
)

// countDir names the folder in which the test program, started again, counts
// until it is killed.
const countDir = "TUNGBUOC_TEST_COUNT_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(countDir); dir != "" {
		os.Exit(countForEver(dir))
	}
	os.Exit(m.Run())
}

// countForEver writes a line before it opens the database and one after each
// acknowledged count and verdict on a link.
func countForEver(dir string) int {
	ctx := context.Background()
	fmt.Println("opening")
	db, err := sqlite.Open(ctx, dir, noon, quiet())
	sitting := int64(0)
	if err == nil {
		sitting, err = db.BeginSitting(ctx, "Lan")
	}
	for err == nil {
		if err = db.Count(ctx, opened); err == nil {
			_, err = db.KeepLinkCheck(ctx, guide.LinkCheck{Sitting: sitting, Link: "1.001193", Found: guide.FoundRight, Reader: guide.ReaderZalo})
		}
		if err == nil {
			fmt.Println("counted")
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// A killed program loses no count that was acknowledged, and the next one
// starts. A third of the tries kill the first start in a new folder, where
// the file is still being made.
func TestKilledProgramLosesNothing(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	noise := rand.New(rand.NewPCG(*seed, 6))
	old, kept := t.TempDir(), written{}
	for try := range *kills {
		dir, before, lines := old, kept, noise.IntN(40)
		if try%3 == 0 {
			dir, before, lines = filepath.Join(t.TempDir(), "new"), written{}, 0
		}
		pause := time.Duration(noise.IntN(20_000)) * time.Microsecond
		acknowledged := killAfter(t, program, dir, lines, pause)
		db := mustOpen(t, dir)
		got := mustCountWritten(t, db)
		// One of each may be on the disk but not yet acknowledged.
		if n := got.counts - before.counts - acknowledged; n < 0 || n > 1 {
			t.Fatalf("try %d: %+v after %+v, %d more were acknowledged", try, got, before, acknowledged)
		} else if n := got.verdicts - before.verdicts - acknowledged; n < 0 || n > 1 {
			t.Fatalf("try %d: %+v after %+v, %d more were acknowledged", try, got, before, acknowledged)
		} else if db.SetAside() != "" {
			t.Fatalf("try %d: taken for damaged: %s", try, db.SetAside())
		} else if err := db.Check(context.Background()); err != nil {
			t.Fatalf("try %d: %v", try, err)
		}
		mustClose(t, db)
		if dir == old {
			kept = got
		}
	}
}

// written is what a killed program left: counts, and verdicts on links.
type written struct{ counts, verdicts int }

func mustCountWritten(t *testing.T, db *sqlite.DB) written {
	t.Helper()
	links, err := db.LocalLinks(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return written{counts: total(t, db), verdicts: len(links.Checks)}
}

// killAfter lets a program count, kills it a little after it wrote so many
// lines, and gives the number of counts it acknowledged.
func killAfter(t *testing.T, program, dir string, lines int, pause time.Duration) int {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), countDir+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged, seen := 0, bufio.NewScanner(out)
	for n := 0; seen.Scan(); n++ {
		if seen.Text() == "counted" {
			acknowledged++
		}
		if n == lines {
			time.Sleep(pause) // so that the kill falls anywhere between two lines
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // it was killed: that is its error
	return acknowledged
}
