//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// sample is one start of one program.
type sample struct {
	start  float64 // milliseconds from process start to usable home
	memory float64 // PSS of the process tree, MB
}

const (
	patience = 30 * time.Second
	settle   = 2 * time.Second
	readySay = "home ready"
)

func measureKiosk() (sample, error) {
	data, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return sample{}, err
	}
	defer os.RemoveAll(data)
	cmd := exec.Command("build/bin/tungbuoc", "--data", data)
	began := time.Now()
	if err := start(cmd); err != nil {
		return sample{}, err
	}
	defer stop(cmd)
	logFile := filepath.Join(data, "tungbuoc.log")
	for !contains(logFile, readySay) {
		if time.Since(began) > patience {
			return sample{}, errors.New("no home screen")
		}
		time.Sleep(2 * time.Millisecond)
	}
	s := sample{start: float64(time.Since(began).Microseconds()) / 1000}
	time.Sleep(settle)
	s.memory, err = treePSS(cmd.Process.Pid)
	return s, err
}

// watchWindow runs a script that works the kiosk's own window and watches it,
// and gives the milliseconds it measured, sorted.
func watchWindow(script string) ([]float64, error) {
	data, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(data)
	cmd := exec.Command("build/bin/tungbuoc", "--data", data)
	if err := start(cmd); err != nil {
		return nil, err
	}
	defer stop(cmd)
	began := time.Now()
	for !contains(filepath.Join(data, "tungbuoc.log"), "search ready") {
		if time.Since(began) > patience {
			return nil, errors.New("no search")
		}
		time.Sleep(10 * time.Millisecond)
	}
	watch := exec.Command("/usr/bin/python3", filepath.Join("backend/e2e/bench", script))
	watch.Stderr = os.Stderr
	out, err := watch.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", script, err)
	}
	var times []float64
	if err := json.Unmarshal(out, &times); err != nil || len(times) < 20 {
		return nil, fmt.Errorf("%s: only %d changes, %v", script, len(times), err)
	}
	return times, nil
}

func contains(file, words string) bool {
	data, err := os.ReadFile(file)
	return err == nil && strings.Contains(string(data), words)
}

func measureChromium(server string) (sample, error) {
	backend := exec.Command(server)
	says, err := backend.StderrPipe()
	if err != nil {
		return sample{}, err
	}
	address, err := backend.StdoutPipe()
	if err != nil {
		return sample{}, err
	}
	if err := start(backend); err != nil {
		return sample{}, err
	}
	defer stop(backend)
	line, err := bufio.NewReader(address).ReadString('\n')
	if err != nil {
		return sample{}, fmt.Errorf("server address: %w", err)
	}
	url := strings.TrimSpace(strings.TrimPrefix(line, "listening on "))
	// The pack must be in memory before Chromium starts.
	if err := wake(url); err != nil {
		return sample{}, err
	}
	lines := bufio.NewScanner(says)
	for lines.Scan() && !strings.Contains(lines.Text(), "pack read") {
		continue
	}

	profile, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return sample{}, err
	}
	defer os.RemoveAll(profile)
	cmd := exec.Command("/usr/bin/chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-quic", "--user-data-dir="+profile, "--app="+url)
	began := time.Now()
	if err := start(cmd); err != nil {
		return sample{}, err
	}
	defer stop(cmd)
	ready := make(chan struct{})
	go func() {
		for lines.Scan() {
			if strings.Contains(lines.Text(), readySay) {
				close(ready)
				return
			}
		}
	}()
	select {
	case <-ready:
	case <-time.After(patience):
		return sample{}, errors.New("no home screen")
	}
	s := sample{start: float64(time.Since(began).Microseconds()) / 1000}
	time.Sleep(settle)
	s.memory, err = treePSS(cmd.Process.Pid)
	return s, err
}

// wake makes the server read the pack.
func wake(url string) error {
	answer, err := http.Post(url+"/call/Resident/Topic", "application/json", strings.NewReader(`["sinh-con","vi"]`))
	if err != nil {
		return fmt.Errorf("wake server: %w", err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("wake server: %s", answer.Status)
	}
	return nil
}

// start runs a program as the leader of a group of its own, so that stop
// reaches its children too.
func start(cmd *exec.Cmd) error {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd.Start()
}

func stop(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	done := make(chan struct{})
	go func() { _ = cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		<-done
	}
}

// treePSS is the proportional set size of a process and all below it, in MB.
func treePSS(root int) (float64, error) {
	children := map[int][]int{}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, err
	}
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
	total := 0.0
	todo := []int{root}
	for len(todo) > 0 {
		pid := todo[0]
		todo = append(todo[1:], children[pid]...)
		total += pss(pid)
	}
	if total == 0 {
		return 0, errors.New("the process tree is gone")
	}
	return total, nil
}

func pss(pid int) float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
			kb, _ := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			return kb / 1024
		}
	}
	return 0
}
