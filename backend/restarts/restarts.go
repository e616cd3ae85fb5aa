// Package restarts keeps why the kiosk had to be opened again, for the doctor and for
// who mends it: the last of them, in a small file of the data folder. It is a note, not
// a record: a disk that does not take it must not keep the kiosk shut.
package restarts

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Name is the file in the data folder.
const Name = "restarts.json"

// Kind is what was wrong.
type Kind string

// The kinds.
const (
	Gone     Kind = "gone"     // the process ended by itself
	Hung     Kind = "hung"     // the page stopped answering
	Renderer Kind = "renderer" // the web engine's process that draws the page is gone
	Engine   Kind = "engine"   // another process of the web engine is gone
	Dark     Kind = "dark"     // the window cannot be seen, though the page lives
	Unopened Kind = "unopened" // no first screen came
)

// Restart is one of them.
type Restart struct {
	At     time.Time `json:"at"`
	Kind   Kind      `json:"kind"`
	Up     int       `json:"up"`                // seconds the window had been open
	Detail string    `json:"detail,omitempty"`  // of the system: an exit status, say
	Gave   bool      `json:"gave_up,omitempty"` // it was one too many: the maintenance screen followed
}

// kept is how many are kept.
const kept = 50

// maxFile is the largest file that is read, in bytes.
const maxFile = 64 << 10

// Add adds one to the file in dir.
func Add(dir string, r Restart) error {
	all, err := Read(dir)
	if err != nil {
		all = nil // a file that cannot be read is begun anew
	}
	all = append(all, r)
	data, err := json.MarshalIndent(all[max(0, len(all)-kept):], "", " ")
	if err != nil {
		return err
	}
	half, err := os.CreateTemp(dir, ".restarts-*")
	if err != nil {
		return err
	}
	_, err = half.Write(data)
	err = errors.Join(err, half.Close())
	if err == nil {
		err = os.Rename(half.Name(), filepath.Join(dir, Name))
	}
	if err != nil {
		_ = os.Remove(half.Name())
	}
	return err
}

// Read gives them, oldest first; none when there is no file.
func Read(dir string) ([]Restart, error) {
	name := filepath.Join(dir, Name)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() > maxFile:
		return nil, errors.New(Name + " is no file of restarts")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var all []Restart
	return all, json.Unmarshal(data, &all)
}

// Since gives those of the time after a moment.
func Since(all []Restart, from time.Time) []Restart {
	var late []Restart
	for _, r := range all {
		if r.At.After(from) {
			late = append(late, r)
		}
	}
	return late
}
