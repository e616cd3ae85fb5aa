package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// maxSocketPath is how long the name of a socket may be, in bytes: Linux
// allows 107, others 103.
const maxSocketPath = 100

// listen opens a local socket: in the folder, else in the user's place for
// running programs when the folder's name is too long or its file system
// knows no sockets (sticks, network folders), else a port of this machine.
func listen(place string) (net.Listener, error) {
	var failures []error
	for _, path := range []string{filepath.Join(realPath(place), "tungbuoc.sock"), standInPath(place) + ".sock"} {
		if len(path) > maxSocketPath {
			continue
		}
		_ = os.Remove(path) // left by a kiosk that was killed: we hold the lock
		l, err := net.Listen("unix", path)
		if err == nil {
			return l, nil
		}
		failures = append(failures, err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	return l, errors.Join(append(failures, err)...)
}

// standIn makes the folder that stands for a data folder that cannot be
// written; "" when it cannot be made.
func standIn(dir string) string {
	path := standInPath(dir)
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return ""
	}
	if info, err := os.Lstat(path); err != nil || !info.IsDir() {
		return "" // somebody else's: a link would lead us anywhere
	}
	return path
}

// standInPath is short whatever the folder's name, and the same for every way
// to write it.
func standInPath(dir string) string {
	real := realPath(dir)
	if runtime.GOOS == "windows" {
		real = strings.ToLower(real)
	}
	sum := sha256.Sum256([]byte(real))
	return filepath.Join(runtimeDir(), fmt.Sprintf("tungbuoc-%d-%s", os.Getuid(), hex.EncodeToString(sum[:6])))
}

// realPath follows the links in a path as far as it exists.
func realPath(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
	}
}
