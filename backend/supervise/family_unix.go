//go:build unix

package supervise

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// The names of the web engine's processes; the system keeps fifteen letters of them.
const (
	rendererName = "WebKitWebProces"
	networkName  = "WebKitNetworkPr"
)

// family is a window's process with those it has started.
type family struct {
	root   int
	known  map[int]member // of the web engine
	waited map[int]time.Duration
	looked time.Time
}

type member struct {
	name  string
	since string // when it was started: numbers of processes come again
}

// scanEvery is how often all processes of the machine are looked through; in between
// only those that are known.
const scanEvery = 10 * time.Second

func newFamily(root int) *family {
	return &family{root: root, known: map[int]member{}, waited: map[int]time.Duration{}}
}

// look says which processes of the web engine there are, and how long those that make a
// beat have waited for the processor since the last look.
func (f *family) look(now time.Time) (renderer, other bool, waited time.Duration) {
	lost := false
	for pid, m := range f.known {
		if got, ok := readMember(pid); !ok || got.since != m.since {
			delete(f.known, pid)
			delete(f.waited, pid)
			lost = true
		}
	}
	if lost || len(f.known) < 2 || now.Sub(f.looked) >= scanEvery {
		f.looked = now
		f.scan()
	}
	waited = f.wait(f.root)
	for pid, m := range f.known {
		if m.name == rendererName {
			renderer = true
			waited += f.wait(pid)
		} else {
			other = true
		}
	}
	return renderer, other, waited
}

// scan finds the web engine's processes below the root.
func (f *family) scan() {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return
	}
	parents, engine := map[int]int{}, map[int]member{}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		m, parent, ok := readStat(pid)
		if !ok {
			continue
		}
		parents[pid] = parent
		if m.name == rendererName || m.name == networkName {
			engine[pid] = m
		}
	}
	for pid, m := range engine {
		for above, steps := pid, 0; above > 1 && steps < 8; above, steps = parents[above], steps+1 {
			if above == f.root {
				f.known[pid] = m
				break
			}
		}
	}
}

// memory is what the process that draws holds, in bytes.
func (f *family) memory() (held int64) {
	for pid, m := range f.known {
		if m.name != rendererName {
			continue
		}
		// The second field of statm (proc(5)) are the pages that are in memory.
		data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "statm"))
		if fields := strings.Fields(string(data)); err == nil && len(fields) > 1 {
			pages, _ := strconv.ParseInt(fields[1], 10, 64)
			held += pages * int64(os.Getpagesize())
		}
	}
	return held
}

// silent is how long a page may be silent, what it waited for the processor not counted.
const silent = 6 * time.Second

// wait is how long the first thread of a process has been ready to run and did not,
// since the last time. That thread is the one that draws and answers.
func (f *family) wait(pid int) time.Duration {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "schedstat"))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(data))
	if len(fields) < 2 {
		return 0
	}
	ns, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		return 0
	}
	now := time.Duration(ns) + diskWait(pid)
	before, known := f.waited[pid]
	f.waited[pid] = now
	if !known {
		return 0
	}
	return now - before
}

// diskWait is how long a process has waited for the disk, as far as the system counts it.
func diskWait(pid int) time.Duration {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return 0
	}
	const blkio, hundredths = 39, 10 * time.Millisecond // field 42 of proc(5), in clock ticks
	rest := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	if len(rest) <= blkio {
		return 0
	}
	ticks, err := strconv.ParseInt(rest[blkio], 10, 64)
	if err != nil {
		return 0
	}
	return time.Duration(ticks) * hundredths
}

// end ends what is left of the web engine.
func (f *family) end() {
	for pid, m := range f.known {
		if got, ok := readMember(pid); ok && got.since == m.since {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	}
}

func readMember(pid int) (member, bool) {
	m, _, ok := readStat(pid)
	return m, ok
}

// readStat reads name, start and parent of a process that is no dead one.
func readStat(pid int) (m member, parent int, ok bool) {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return m, 0, false
	}
	return parseStat(data)
}

// parseStat reads a line of /proc/PID/stat (proc(5)). The name stands in brackets and
// may have any character in it.
func parseStat(data []byte) (m member, parent int, ok bool) {
	from, to := bytes.IndexByte(data, '('), bytes.LastIndexByte(data, ')')
	if from < 0 || to < from {
		return m, 0, false
	}
	rest := strings.Fields(string(data[to+1:]))
	const state, above, start = 0, 1, 19 // of the fields after the name
	if len(rest) <= start || rest[state] == "Z" || rest[state] == "X" {
		return m, 0, false
	}
	parent, err := strconv.Atoi(rest[above])
	return member{name: string(data[from+1 : to]), since: rest[start]}, parent, err == nil
}
