//go:build compiled

package content

import (
	"embed"
	"io/fs"
)

//go:embed all:compiled
var compiledFiles embed.FS

// built is the compiled form of the shipped pack.
var built = func() fs.FS {
	sub, err := fs.Sub(compiledFiles, "compiled")
	if err != nil {
		panic(err) // the folder is named in the embed line above
	}
	return sub
}()
