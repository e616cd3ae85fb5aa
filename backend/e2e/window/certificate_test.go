//go:build window

package window

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/certificate"
	"tungbuoc/backend/content"
	"tungbuoc/backend/printer"
)

// certified is what doctor --certificate says of a machine.
type certified struct {
	OK    bool
	Parts []struct {
		Lines []struct{ Name, Value, Result string }
	}
}

// certify runs it on a screen.
func (s *screen) certify(program string) (c certified, code int) {
	s.t.Helper()
	ctx, cancel := context.WithDeadline(s.t.Context(), s.end)
	defer cancel()
	file := filepath.Join(s.t.TempDir(), "nghiem-thu.pdf")
	cmd := exec.CommandContext(ctx, program, "--data", s.t.TempDir(), "doctor", "--json", "--certificate", file)
	cmd.Env = append(os.Environ(), s.env...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, _ := cmd.Output()
	if err := json.Unmarshal(out, &c); err != nil {
		s.t.Fatalf("%v in %s, %s", err, out, errs.String())
	}
	if data, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		s.t.Errorf("the page: %d bytes, %v", len(data), err)
	}
	return c, cmd.ProcessState.ExitCode()
}

func (c certified) results() map[string]string {
	results := map[string]string{}
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			results[l.Name] = l.Result
		}
	}
	return results
}

// On a screen the real window is opened and measured, tried to get out of, and gone
// afterwards.
func TestCertificate(t *testing.T) {
	t.Parallel()
	s := mustScreen(t, "1366x768")
	c, code := s.certify(filepath.Join(repo, "build/bin/tungbuoc"))
	results := c.results()
	for _, name := range []string{"memory", "closing", "keys", "codes", "codes_blur", "codes_skew", "canary", "search"} {
		if results[name] != "pass" {
			t.Errorf("%s: %s", name, results[name])
		}
	}
	if r := results["start"]; r != "pass" && r != "fail" { // how fast is this machine's affair
		t.Errorf("start: %s", r)
	}
	if c.OK != (code == 0) {
		t.Errorf("exit code %d of %v", code, c.OK)
	}
	for _, p := range c.Parts {
		for _, l := range p.Lines {
			t.Logf("%-16s %-10s %s", l.Name, l.Result, l.Value)
		}
	}
	if left := bytes.TrimSpace(s.ofOurs()); len(left) > 0 {
		t.Errorf("windows are left: %s", left)
	}
}

// A window that does close when somebody asks is noticed: here it is one with a frame.
func TestCertificateSeesAWayOut(t *testing.T) {
	s := mustScreen(t, "1366x768")
	for _, v := range s.env {
		name, value, _ := strings.Cut(v, "=")
		t.Setenv(name, value)
	}
	whole, err := filepath.Abs(filepath.Join(repo, "build/bin", program))
	if err != nil {
		t.Fatal(err)
	}
	framed := filepath.Join(t.TempDir(), "framed")
	if err := os.WriteFile(framed, []byte("#!/bin/sh\nexec '"+whole+"' --window \"$@\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	lib, report := content.Load(os.DirFS(filepath.Join(repo, "backend/content/testdata/frozen")))
	if lib == nil {
		t.Fatal(report.Errors)
	}
	made, err := certificate.Make(t.Context(), certificate.Options{
		Version: "1.2.3", Library: lib, DataDir: t.TempDir(), Now: time.Now(), Program: framed, Printers: printer.New(printer.Config{}),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range made.Parts {
		for _, l := range p.Lines {
			if l.Name == "closing" && l.Result != certificate.Failed {
				t.Errorf("%+v", l)
			}
			if l.Name == "memory" && l.Result != certificate.Passed {
				t.Errorf("%+v", l)
			}
		}
	}
	if made.OK {
		t.Error("a window that closes is in order")
	}
}

// ofOurs are the numbers of the windows on the screen.
func (s *screen) ofOurs() []byte {
	cmd := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Từng Bước")
	cmd.Env = append(os.Environ(), s.env...)
	out, _ := cmd.Output()
	return out
}
