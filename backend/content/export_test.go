package content

import (
	"io/fs"
	"strings"
	"testing/fstest"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
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

// Shares says how much of each bound a file uses.
func Shares(data []byte) map[string]float64 {
	marks, pairs, depth, column := 0, 0, 0, 0
	for _, sign := range signs {
		marks += strings.Count(string(data), sign)
	}
	deep := 0
	for _, t := range lexer.Tokenize(string(data)) {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			deep++
			depth = max(depth, deep)
		case token.SequenceEndType, token.MappingEndType:
			deep--
		case token.MappingValueType:
			pairs++
		case token.SequenceEntryType:
			column = max(column, t.Position.Column)
		}
	}
	return map[string]float64{
		"size": float64(len(data)) / MaxFileSize, "marks": float64(marks) / maxMarks, "pairs": float64(pairs) / maxPairs,
		"depth": float64(depth) / maxDepth, "column": float64(column) / maxColumn,
	}
}
