//go:build linux

package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const pageSize = 4096

// treeMemory is how much memory a process and all below it hold, in MB: every
// page frame that one of them has mapped, counted once. Unlike the
// proportional set size it does not fall when another program, which has
// nothing to do with the measurement, maps the same libraries.
//
// The frames are those of /proc/PID/pagemap, which only root may read (Linux
// Documentation/admin-guide/mm/pagemap.rst).
func treeMemory(root int) (float64, error) {
	frames := map[uint64]struct{}{}
	for _, pid := range tree(root) {
		if err := addFrames(frames, pid); err != nil && !errors.Is(err, os.ErrNotExist) {
			return 0, err
		}
	}
	if len(frames) == 0 {
		return 0, errors.New("no page frames: the process tree is gone, or this is not run as root")
	}
	return float64(len(frames)) * pageSize / (1 << 20), nil
}

// tree is a process and all below it.
func tree(root int) []int {
	children := map[int][]int{}
	stats, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is well formed
	for _, path := range stats {
		data, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		// pid (name, which may hold anything) state ppid ...
		text := string(data)
		fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
		pid, err1 := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		parent, err2 := strconv.Atoi(fields[1])
		if err1 == nil && err2 == nil {
			children[parent] = append(children[parent], pid)
		}
	}
	all := []int{root}
	for i := 0; i < len(all); i++ {
		all = append(all, children[all[i]]...)
	}
	return all
}

// addFrames adds the page frames that a process has in memory. Areas without
// any are passed over: a script engine reserves gigabytes.
func addFrames(frames map[uint64]struct{}, pid int) error {
	areas, err := os.Open(fmt.Sprintf("/proc/%d/smaps", pid))
	if err != nil {
		return err
	}
	defer areas.Close()
	pages, err := os.Open(fmt.Sprintf("/proc/%d/pagemap", pid))
	if err != nil {
		return err
	}
	defer pages.Close()
	var from, to uint64
	lines := bufio.NewScanner(areas)
	for lines.Scan() {
		line := lines.Text()
		if first, _, _ := strings.Cut(line, " "); strings.Contains(first, "-") {
			low, high, _ := strings.Cut(first, "-")
			from, err = strconv.ParseUint(low, 16, 64)
			if err != nil {
				return err
			}
			if to, err = strconv.ParseUint(high, 16, 64); err != nil {
				return err
			}
			continue
		}
		rest, ok := strings.CutPrefix(line, "Rss:")
		if !ok || strings.TrimSpace(rest) == "0 kB" || from >= 1<<63 {
			continue
		}
		if err := readFrames(frames, pages, from/pageSize, to/pageSize); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil && !strings.Contains(err.Error(), "no such process") {
		return err
	}
	return nil
}

const (
	framePresent = 1 << 63
	frameNumber  = 1<<55 - 1
)

func readFrames(frames map[uint64]struct{}, pagemap io.ReaderAt, from, to uint64) error {
	buf := make([]byte, 8*4096)
	for from < to {
		n := min(uint64(len(buf)/8), to-from)
		got, err := pagemap.ReadAt(buf[:8*n], int64(8*from))
		for at := 0; at+8 <= got; at += 8 {
			if entry := binary.LittleEndian.Uint64(buf[at:]); entry&framePresent != 0 && entry&frameNumber != 0 {
				frames[entry&frameNumber] = struct{}{}
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if got == 0 {
			return nil // the process has ended
		}
		from += n
	}
	return nil
}
