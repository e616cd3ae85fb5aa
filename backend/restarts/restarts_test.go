package restarts_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/restarts"
)

var noon = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func TestTheLastAreKept(t *testing.T) {
	dir := t.TempDir()
	for i := range 60 {
		if err := restarts.Add(dir, restarts.Restart{At: noon.Add(time.Duration(i) * time.Hour), Kind: restarts.Hung, Up: i}); err != nil {
			t.Fatal(err)
		}
	}
	all, err := restarts.Read(dir)
	if err != nil || len(all) != 50 || all[0].Up != 10 || all[49].Up != 59 {
		t.Errorf("%d kept, %v", len(all), err)
	}
	if late := restarts.Since(all, noon.Add(57*time.Hour)); len(late) != 2 {
		t.Errorf("%d since", len(late))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".restarts-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFileThatIsNoneIsBegunAnew(t *testing.T) {
	for name, text := range map[string]string{"torn": `[{"at":`, "other": `{"a":1}`, "zeros": "\x00\x00\x00"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, restarts.Name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := restarts.Read(dir); err == nil {
			t.Errorf("%s: read", name)
		}
		if err := restarts.Add(dir, restarts.Restart{At: noon, Kind: restarts.Gone}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if all, err := restarts.Read(dir); err != nil || len(all) != 1 {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
}

func TestNoFolderIsAnError(t *testing.T) {
	if err := restarts.Add(filepath.Join(t.TempDir(), "none"), restarts.Restart{}); err == nil {
		t.Error("added to a folder that is not there")
	}
	if all, err := restarts.Read(filepath.Join(t.TempDir(), "none")); err != nil || all != nil {
		t.Errorf("%v, %v", all, err)
	}
}
