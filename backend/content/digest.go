package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// Digest tells packs apart by all that is in them, 32 hexadecimal digits.
func Digest(fsys fs.FS) (string, error) {
	if hasCompiled(fsys) {
		if first, err := builtFirst(); err == nil {
			return first.Digest, nil
		}
	}
	return digest(fsys)
}

func digest(fsys fs.FS) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s\x00%d\x00", name, len(data))
		sum.Write(data)
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("digest of pack: %w", err)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}
