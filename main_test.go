package main

import (
	"encoding/json"
	"os"
	"testing"

	"tungbuoc/backend/guide"
)

// The version is written in guide.Version; only the file that Wails makes the
// properties of the Windows program from repeats it.
func TestOneVersion(t *testing.T) {
	read := func(name string) map[string]any {
		t.Helper()
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file map[string]any
		if err := json.Unmarshal(data, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return file
	}
	info, ok := read("wails.json")["info"].(map[string]any)
	if !ok || info["productVersion"] != guide.Version {
		t.Errorf("wails.json says %v, the program %s", info["productVersion"], guide.Version)
	}
	if version, there := read("frontend/package.json")["version"]; there {
		t.Errorf("frontend/package.json says version %v; it needs none", version)
	}
}
