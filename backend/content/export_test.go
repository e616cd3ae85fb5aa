package content

import (
	"io/fs"
	"testing/fstest"
)

// OpenCompiled opens the compiled form of a pack, as Open does with the one
// that is built in.
func OpenCompiled(files, pack fs.FS) (*Library, *Report, error) { return openCompiled(files, pack) }

// CompiledFiles are the files of a compiled pack, to be opened.
func CompiledFiles(files map[string][]byte) fs.FS {
	m := fstest.MapFS{}
	for name, data := range files {
		m[name] = &fstest.MapFile{Data: data}
	}
	return m
}

// Built is the compiled form that is built in, nil if there is none.
func Built() fs.FS { return built }
