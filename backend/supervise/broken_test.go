//go:build unix

package supervise

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tungbuoc/backend/restarts"
	"tungbuoc/backend/versions"
)

// broken are programs that must not become good, by what is wrong with them, with the
// reasons that may be given; [late] may be given for all that are started.
var broken = map[string][]versions.Reason{
	"crash-at-once":  {versions.Ended},
	"crash-early":    {versions.Ended},
	"crash-late":     {versions.Ended, versions.Unseen},
	"exit-0":         {versions.Ended},
	"ends-politely":  {versions.Ended},
	"black":          {versions.Unseen},
	"never-proven":   {versions.Unproven},
	"no-database":    {versions.Storage, versions.Ended},
	"no-code":        {versions.Codes},
	"endless":        {versions.Unopened},
	"dead-after":     {versions.Unseen},
	"spoils-data":    {versions.Ended, versions.Unseen},
	"leaves-a-child": {versions.Ended},
	"floods":         {versions.Unopened},
	"floods-lines":   {versions.Unopened},
	"garbage":        {versions.Unstartable, versions.Ended},
	"other-machine":  {versions.Unstartable, versions.Ended},
	"torn":           {versions.Damaged},
}

// late are the reasons for programs that do on a busy machine too late what they do.
var late = []versions.Reason{versions.Unopened, versions.Unproven}

const brokenBuilds = 100

func TestHundredBrokenBuilds(t *testing.T) {
	began := time.Now()
	kinds := slices.Sorted(maps.Keys(broken))
	var wait sync.WaitGroup
	atOnce := make(chan struct{}, 24)
	var mu sync.Mutex
	slowest, reasons := time.Duration(0), map[versions.Reason]int{}
	for i := range brokenBuilds {
		kind := kinds[i%len(kinds)]
		atOnce <- struct{}{}
		wait.Go(func() {
			defer func() { <-atOnce }()
			o := newOffice(t, fmt.Sprintf("%s, build %d", kind, i), uint64(i))
			o.update(t, kind)
			before := o.files(t)
			back := o.runUntil(t, func(st versions.State) bool { return len(st.Failed) > 0 && st.Trial == nil })
			st, err := versions.Look(o.data)
			if err != nil || st.Good != nil || st.Waiting != nil || st.Trial != nil || len(st.Failed) != 1 {
				t.Errorf("%s: state %+v, %v", o.name, st, err)
				return
			}
			f := st.Failed[0]
			if !slices.Contains(broken[kind], f.Reason) && !slices.Contains(late, f.Reason) || f.Version != "2.0.0" || !strings.Contains(f.Sentence(time.UTC), f.Reason.Words()) {
				t.Errorf("%s: %+v", o.name, f)
			}
			if after := o.files(t); !maps.EqualFunc(before, after, bytes.Equal) {
				t.Errorf("%s: the data are not as they were: %q, before %q", o.name, slices.Sorted(maps.Keys(after)), slices.Sorted(maps.Keys(before)))
			}
			if all, _ := restarts.Read(o.data); len(all) > 0 {
				t.Errorf("%s: counted as restarts: %+v", o.name, all)
			}
			mu.Lock()
			defer mu.Unlock()
			slowest = max(slowest, back)
			reasons[f.Reason]++
		})
	}
	wait.Wait()
	t.Logf("%d broken builds in %s, the slowest back after %s (limits of the test: trial %s): %v",
		brokenBuilds, time.Since(began).Round(time.Second), slowest.Round(time.Millisecond), o0.Trial, reasons)
}

// A program that proves itself becomes good, goes on, and is opened the next time.
func TestAGoodBuildBecomesGood(t *testing.T) {
	o := newOffice(t, "good", 1)
	o.update(t, "good")
	o.runUntil(t, func(st versions.State) bool { return st.Good != nil })
	st, err := versions.Look(o.data)
	if err != nil || st.Good.Version != "2.0.0" || st.Good.Proven.IsZero() || st.Waiting != nil || st.Trial != nil || len(st.Failed) > 0 {
		t.Fatalf("%+v, %v", st, err)
	}
	if _, err := os.Stat(filepath.Join(o.data, versions.Folder, "copy")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the copies are still there: %v", err)
	}
	if text, _ := os.ReadFile(filepath.Join(o.data, versions.MemoryName)); string(text) != "remembered" {
		t.Errorf("trust remembers %q", text)
	}
	if opened := o.opened(t); opened[len(opened)-1] != "good" {
		t.Errorf("opened %q", opened)
	}
	o.runUntil(t, func(versions.State) bool { return len(o.opened(t)) > 2 })
	if opened := o.opened(t); opened[len(opened)-1] != "good" {
		t.Errorf("the next time: opened %q", opened)
	}
	// A file that is not as it came is left, and the installed one runs.
	if err := os.Truncate(st.Good.Path(o.data), 5); err != nil {
		t.Fatal(err)
	}
	o.runUntil(t, func(st versions.State) bool { return len(o.opened(t)) > 3 })
	st, _ = versions.Look(o.data)
	if opened := o.opened(t); opened[len(opened)-1] != "old" || st.Good != nil || len(st.Failed) != 1 || st.Failed[0].Reason != versions.Damaged {
		t.Errorf("torn: opened %q, %+v", opened, st)
	}
}

// A program that proves itself and goes down later, again and again, is left, too. What
// was written since it was good stays. One that gave the data a form that the program
// before cannot open ends on the maintenance screen, as the installed one does.
func TestAProgramThatGoesDownLater(t *testing.T) {
	for _, kind := range []string{"crash-once-good", "grows-and-crashes"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t, kind, 1)
			o.update(t, kind)
			rested := 0
			ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
			defer stop()
			go func() {
				for ctx.Err() == nil {
					if st, err := versions.Look(o.data); err == nil && len(st.Failed) > 0 && o.last(t) == "old" {
						stop()
					}
					time.Sleep(10 * time.Millisecond)
				}
			}()
			options := o.options()
			options.Rest = func(context.Context, int) bool { rested++; return true }
			Run(ctx, options)
			st, err := versions.Look(o.data)
			if err != nil || st.Waiting != nil || st.Trial != nil {
				t.Fatalf("%+v, %v", st, err)
			}
			if kind == "grows-and-crashes" {
				if rested != 1 || st.Good == nil || len(st.Failed) > 0 {
					t.Errorf("%d rests, %+v", rested, st)
				}
				return
			}
			if rested > 0 || st.Good != nil || len(st.Failed) != 1 || st.Failed[0].Reason != versions.Unsteady || st.Failed[0].Detail != "gone exit status 5" {
				t.Errorf("%d rests, %+v", rested, st)
			}
			if text := o.files(t)["office.db"]; string(text) != "written since" {
				t.Errorf("the office's data: %d bytes", len(text))
			}
			all, err := restarts.Read(o.data)
			if err != nil || len(all) != 3 || all[2].Gave {
				t.Errorf("%+v, %v", all, err)
			}
		})
	}
}

// Told to stop in the middle of a trial, nothing is wrong with the program: it waits.
func TestSwitchedOffDuringATrial(t *testing.T) {
	o := newOffice(t, "switched off", 1)
	o.update(t, "never-proven")
	o.runUntil(t, func(st versions.State) bool { return st.Trial != nil && slices.Contains(o.opened(t), "never-proven") })
	st, err := versions.Look(o.data)
	if err != nil || st.Trial != nil || st.Waiting == nil || len(st.Failed) > 0 || st.Cuts != 0 {
		t.Errorf("%+v, %v", st, err)
	}
}
