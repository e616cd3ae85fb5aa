package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/cli"
)

func TestContentCheckJSON(t *testing.T) {
	r := run(t, "content", "check", "--json")
	var report map[string]any
	if err := json.Unmarshal([]byte(r.stdout), &report); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"edition", "services", "guides", "procedures", "apps", "tasks", "steps", "screens", "links", "errors", "warnings"} {
		if _, ok := report[key]; !ok {
			t.Errorf("no %q in the report", key)
		}
	}
	if n := len(report["errors"].([]any)); n != 0 || report["procedures"].(float64) < 190 {
		t.Errorf("%v", report)
	}
}

func TestContentCheckReportsReadingLevels(t *testing.T) {
	var report map[string]any
	if err := json.Unmarshal([]byte(run(t, "content", "check", "--json").stdout), &report); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"edition", "services", "guides", "procedures", "apps", "tasks", "steps", "screens", "links", "errors", "warnings", "reading"} {
		if _, ok := report[key]; !ok {
			t.Errorf("no %q", key)
		}
	}
	few, all := run(t, "content", "check").stdout, run(t, "content", "check", "--reading").stdout
	if !strings.Contains(few, "Độ khó khi đọc") || strings.Count(all, "\n") < strings.Count(few, "\n")+50 {
		t.Errorf("summary:\n%s", few)
	}
}

func TestContentReviewWritesThePage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "duyet.html")
	if r := run(t, "content", "review", "--out", name); r.code != cli.ExitDone || !strings.Contains(r.stdout, "dịch vụ") {
		t.Fatalf("%+v", r)
	}
	if page, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(page), "<!doctype html>") {
		t.Errorf("%v", err)
	}
	for _, args := range [][]string{{"content", "review"}, {"content", "review", "--out", "x.pdf"}, {"content", "review", "--out", name, "a", "b"}} {
		if r := run(t, args...); r.code != cli.ExitUsage {
			t.Errorf("%v: exit %d", args, r.code)
		}
	}
}
