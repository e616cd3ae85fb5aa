package places

import (
	"context"
	"io/fs"
	"path/filepath"
)

// Size is how many bytes the files of a folder have, as far as they can be looked at
// before ctx ends.
func Size(ctx context.Context, dir string) (bytes int64) {
	_ = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return fs.SkipAll
		}
		if err != nil || !entry.Type().IsRegular() {
			return nil // what may not be looked at is not counted
		}
		if info, err := entry.Info(); err == nil {
			bytes += info.Size()
		}
		return nil
	})
	return bytes
}
