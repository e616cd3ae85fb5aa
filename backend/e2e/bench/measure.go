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
	"strings"
	"syscall"
	"time"
)

// sample is one start of one program.
type sample struct {
	start  float64 // milliseconds from process start to usable home
	memory float64 // of the process tree, MB
}

const (
	patience = 30 * time.Second
	settle   = 2 * time.Second

	// What the kiosk's log says when its first screen is laid out, and when the
	// search has been loaded.
	readySay  = "home ready"
	searchSay = "search ready"
)

// measureKiosk starts the kiosk on a data folder. The first start on a new one
// also makes the index of the search, and is measured when that is done.
func measureKiosk(data string) (sample, error) {
	logFile := filepath.Join(data, "tungbuoc.log")
	_ = os.Remove(logFile) // of an earlier start
	cmd := exec.Command("build/bin/tungbuoc", "--data", data)
	began := time.Now()
	if err := start(cmd); err != nil {
		return sample{}, err
	}
	defer stop(cmd)
	if err := await(logFile, readySay); err != nil {
		return sample{}, err
	}
	s := sample{start: float64(time.Since(began).Microseconds()) / 1000}
	if err := await(logFile, searchSay); err != nil {
		return sample{}, err
	}
	time.Sleep(settle)
	var err error
	s.memory, err = treeMemory(cmd.Process.Pid)
	return s, err
}

// measureEmpty starts a window that shows next to nothing.
func measureEmpty() (sample, error) {
	says, err := os.CreateTemp("", "tungbuoc-bench-")
	if err != nil {
		return sample{}, err
	}
	defer func() {
		_ = says.Close()
		_ = os.Remove(says.Name())
	}()
	cmd := exec.Command(emptyWindow)
	cmd.Stderr = says
	began := time.Now()
	if err := start(cmd); err != nil {
		return sample{}, err
	}
	defer stop(cmd)
	if err := await(says.Name(), readySay); err != nil {
		return sample{}, err
	}
	s := sample{start: float64(time.Since(began).Microseconds()) / 1000}
	time.Sleep(settle)
	s.memory, err = treeMemory(cmd.Process.Pid)
	return s, err
}

// await watches a file until it says words.
func await(file, words string) error {
	for began := time.Now(); !contains(file, words); time.Sleep(2 * time.Millisecond) {
		if time.Since(began) > patience {
			return fmt.Errorf("%q was not said", words)
		}
	}
	return nil
}

// watchWindow runs a script that works the kiosk's own window and watches it,
// with arguments that it knows, and gives the milliseconds it measured, sorted.
func watchWindow(script string, args ...string) ([]float64, error) {
	data, err := os.MkdirTemp("", "tungbuoc-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(data)
	return watchIn(data, script, args...)
}

// watchIn does the same with a data folder that is there already, or a start of it.
func watchIn(data, script string, args ...string) ([]float64, error) {
	_ = os.Remove(filepath.Join(data, "tungbuoc.log")) // what an earlier start said
	cmd := exec.Command("build/bin/tungbuoc", "--data", data)
	still, err := stillCaret()
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(still) }()
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+still)
	if err := start(cmd); err != nil {
		return nil, err
	}
	defer stop(cmd)
	if err := await(filepath.Join(data, "tungbuoc.log"), searchSay); err != nil {
		return nil, err
	}
	watch := exec.Command("/usr/bin/python3", append([]string{filepath.Join("backend/e2e/bench", script)}, args...)...)
	watch.Stderr = os.Stderr
	out, err := watch.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", script, err)
	}
	var times []float64
	if err := json.Unmarshal(out, &times); err != nil || len(times) < 10 {
		return nil, fmt.Errorf("%s: only %d changes, %v", script, len(times), err)
	}
	return times, nil
}

// stillCaret makes a folder of settings by which the caret does not blink: it would be
// taken for a letter.
func stillCaret() (string, error) {
	dir, err := os.MkdirTemp("", "tungbuoc-bench-config-")
	if err != nil {
		return "", err
	}
	if err := os.Mkdir(filepath.Join(dir, "gtk-3.0"), 0o700); err != nil {
		return "", err
	}
	return dir, os.WriteFile(filepath.Join(dir, "gtk-3.0", "settings.ini"), []byte("[Settings]\ngtk-cursor-blink=0\n"), 0o600)
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
	s.memory, err = treeMemory(cmd.Process.Pid)
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
