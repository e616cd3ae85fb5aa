package cli

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tungbuoc/backend/logbook"
	"tungbuoc/backend/restarts"
	"tungbuoc/backend/safefile"
)

// machine is what of the PC matters to who mends the kiosk.
type machine struct {
	System  string `json:"system"`
	Kind    string `json:"kind"`
	Cores   int    `json:"cores"`
	Screen  string `json:"screen,omitempty"`
	Desktop string `json:"desktop,omitempty"`
}

// writeSupport writes what helps to find out what is wrong: what the doctor found, the
// log, the restarts. None of them holds anything of a resident, nor the name of the
// account; the office's records and settings stay where they are. Errors: CodeDiskFull,
// CodeStorage.
func (c *call) writeSupport(name string, d diagnosis) error {
	m := machine{
		System: runtime.GOOS, Kind: runtime.GOARCH, Cores: runtime.NumCPU(),
		Screen: cmp.Or(c.Getenv("WAYLAND_DISPLAY"), c.Getenv("DISPLAY")), Desktop: c.Getenv("XDG_CURRENT_DESKTOP"),
	}
	r := newRedactor(c.Getenv)
	return safefile.Write(name, func(w io.Writer) error {
		z := zip.NewWriter(w)
		for name, what := range map[string]any{"doctor.json": d, "machine.json": m} {
			var text bytes.Buffer
			enc := json.NewEncoder(&text)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(what); err != nil {
				return err
			}
			entry, err := z.Create(name)
			if err != nil {
				return err
			}
			if _, err := entry.Write(r.clean(text.Bytes())); err != nil {
				return err
			}
		}
		for _, name := range c.supportFiles() {
			if err := addFile(z, r, filepath.Join(c.dataDir, name)); err != nil {
				return err
			}
		}
		return z.Close()
	})
}

// supportFiles are the log, with those it was rotated to, and the note of restarts.
func (c *call) supportFiles() []string {
	entries, _ := os.ReadDir(c.dataDir) // no folder: no files
	stem := strings.TrimSuffix(logbook.Name, filepath.Ext(logbook.Name))
	var names []string
	for _, e := range entries {
		log := strings.HasPrefix(e.Name(), stem) && filepath.Ext(e.Name()) == filepath.Ext(logbook.Name)
		if e.Type().IsRegular() && (log || e.Name() == restarts.Name) {
			names = append(names, e.Name())
		}
	}
	return names
}

// mostLog is how much of a file is read; the log is rotated long before.
const mostLog = 64 << 20

// addFile adds a file; one that is gone by now is left out.
func addFile(z *zip.Writer, r redactor, path string) error {
	file, err := os.Open(path)
	if err != nil {
		if os.IsNotExist(err) || os.IsPermission(err) {
			return nil
		}
		return err
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(io.LimitReader(file, mostLog))
	if err != nil {
		return err
	}
	entry, err := z.CreateHeader(&zip.FileHeader{Name: filepath.Base(path), Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = entry.Write(r.clean(text))
	return err
}
