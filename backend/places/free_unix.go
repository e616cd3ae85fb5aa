//go:build !windows

package places

import "golang.org/x/sys/unix"

// Free is how many bytes this user may still write to the disk of a folder.
func Free(dir string) (int64, error) {
	var at unix.Statfs_t
	if err := unix.Statfs(dir, &at); err != nil {
		return 0, err
	}
	return int64(at.Bavail) * int64(at.Bsize), nil
}
