//go:build window

package window

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// parts are the processes of a kiosk, by what they are called.
var parts = []struct{ short, name string }{
	{"launcher", "tungbuoc"}, {"kiosk", program}, {"page", renderer}, {"network", network},
}

// held is what a process holds.
type held struct {
	rss, pss     int // kB
	fds, threads int
}

// holds says what a process holds of the machine.
func holds(pid int) (held, error) {
	var h held
	proc := filepath.Join("/proc", strconv.Itoa(pid))
	rollup, err := os.ReadFile(filepath.Join(proc, "smaps_rollup"))
	if err != nil {
		return h, err
	}
	status, err := os.ReadFile(filepath.Join(proc, "status"))
	if err != nil {
		return h, err
	}
	for line := range strings.Lines(string(rollup) + string(status)) {
		name, value, _ := strings.Cut(line, ":")
		var n int
		_, _ = fmt.Sscan(value, &n)
		switch name {
		case "Rss":
			h.rss = n
		case "Pss":
			h.pss = n
		case "Threads":
			h.threads = n
		}
	}
	files, err := os.ReadDir(filepath.Join(proc, "fd"))
	h.fds = len(files)
	return h, err
}

// processes gives the process of each part below a kiosk's first; the launcher is that one.
func processes(first int) (map[string]int, error) {
	pids := map[string]int{"launcher": first}
	for _, p := range parts[1:] {
		found := below(first, p.name)
		if len(found) != 1 {
			return nil, fmt.Errorf("%d processes %s", len(found), p.name)
		}
		pids[p.short] = found[0]
	}
	return pids, nil
}

// size is how many kB the files of a folder have.
func size(dir string) int {
	bytes := int64(0)
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // gone meanwhile
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			bytes += info.Size()
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
	return int(bytes / 1024)
}
