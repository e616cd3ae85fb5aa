// Command history writes what stood at each place of the pack, edition by edition,
// as the project's own history has it, branches and all: what notes of an office have to
// live through.
//
//	go run ./build/tools/history > backend/guide/testdata/history.json.gz
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
)

const pack = "backend/content/pack"

// since is the first commit in which every step and line has a lasting name.
const since = "35c2ba99"

// place is what stood at a name, and the names it had before.
type place struct {
	Was   []string `json:"was,omitempty"`
	Texts []string `json:"texts"`
}

// change is an edition, by what is different from the one before.
type change struct {
	Put  map[string]place `json:"put,omitempty"`
	Gone []string         `json:"gone,omitempty"`
}

// part is a step or a line of a checklist, as far as it matters here.
type part struct {
	ID   string   `yaml:"id"`
	Was  []string `yaml:"was"`
	Say  string   `yaml:"say"`
	Why  string   `yaml:"why"`
	Note string   `yaml:"note"`
}

func main() {
	if err := write(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "history:", err)
		os.Exit(1)
	}
}

func write(w io.Writer) error {
	out, err := exec.Command("git", "log", "--full-history", "--date-order", "--reverse", "--format=%H", since+"^..HEAD", "--", pack).Output()
	if err != nil {
		return fmt.Errorf("list commits: %w", err)
	}
	var changes []change
	before := map[string]place{}
	for _, commit := range strings.Fields(string(out)) {
		now, err := placesAt(commit)
		if err != nil {
			return fmt.Errorf("%s: %w", commit, err)
		}
		c := change{Put: map[string]place{}}
		for name, p := range now {
			if !reflect.DeepEqual(before[name], p) {
				c.Put[name] = p
			}
		}
		for name := range before {
			if _, there := now[name]; !there {
				c.Gone = append(c.Gone, name)
			}
		}
		if len(c.Put)+len(c.Gone) > 0 {
			changes = append(changes, c)
		}
		before = now
	}
	zipped := gzip.NewWriter(w)
	return errors.Join(json.NewEncoder(zipped).Encode(changes), zipped.Close())
}

// placesAt reads the services and flows of a commit.
func placesAt(commit string) (map[string]place, error) {
	out, err := exec.Command("git", "archive", commit, pack+"/services", pack+"/flows").Output()
	if err != nil {
		return nil, fmt.Errorf("read files: %w", err)
	}
	places := map[string]place{}
	for files := tar.NewReader(bytes.NewReader(out)); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return places, nil
		}
		if err != nil {
			return nil, err
		}
		if path.Ext(header.Name) != ".yaml" {
			continue
		}
		data, err := io.ReadAll(files)
		if err != nil {
			return nil, err
		}
		var file struct {
			Checklist []part `yaml:"checklist"`
			Steps     []part `yaml:"steps"`
			Brief     *part  `yaml:"brief"`
		}
		if err := yaml.Unmarshal(data, &file); err != nil {
			return nil, fmt.Errorf("%s: %w", header.Name, err)
		}
		key := strings.TrimSuffix(path.Base(header.Name), ".yaml") + "/"
		if strings.Contains(header.Name, "/flows/") {
			key = "flow " + key
		}
		parts := append(file.Checklist, file.Steps...)
		if file.Brief != nil {
			parts = append(parts, *file.Brief)
		}
		for _, p := range parts {
			if p.ID == "" || p.Say == "" {
				continue
			}
			stands := place{Texts: []string{p.Say}}
			if more := p.Why + p.Note; more != "" {
				stands.Texts = append(stands.Texts, more)
			}
			for _, w := range p.Was {
				if !strings.Contains(w, "/") {
					w = key + w
				}
				stands.Was = append(stands.Was, w)
			}
			places[key+p.ID] = stands
		}
	}
}
