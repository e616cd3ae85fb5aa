package trust

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"tungbuoc/backend/safefile"
)

// MemoryName is the file in the data folder with what was accepted last.
const MemoryName = "trust.json"

// memory is what a machine keeps of the file it accepted last. It is believed
// only as far as it is signed: the roots are walked anew from the one that the
// program was built with, each time.
type memory struct {
	Roots     [][]byte  `json:"roots"` // those behind the built-in one, in order
	Root      int64     `json:"root"`  // the version that held when this was written
	Timestamp []byte    `json:"timestamp"`
	Snapshot  []byte    `json:"snapshot"`
	Seen      time.Time `json:"seen"` // the newest date of an accepted file
}

// recall reads what is remembered; nothing yet is no error.
func recall(dir string) (m memory, err error) {
	if dir == "" {
		return m, nil
	}
	f, err := os.Open(filepath.Join(dir, MemoryName))
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return m, refuse(BadMemory, err)
	}
	defer func() { _ = f.Close() }()
	const most = 64 << 20
	data, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return m, refuse(BadMemory, err)
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return memory{}, refuse(BadMemory, err)
	}
	if m.Root < 1 || m.Timestamp == nil || m.Snapshot == nil {
		return memory{}, refuse(BadMemory, fmt.Errorf("root %d, %d and %d bytes", m.Root, len(m.Timestamp), len(m.Snapshot)))
	}
	return m, nil
}

// keep writes what is remembered.
func (m memory) keep(dir string) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return safefile.Write(filepath.Join(dir, MemoryName), func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}
