// Package datapath says where the data folder of an office is. The program and the
// launcher must find the same one, so it stands by itself and imports nothing.
package datapath

import (
	"path/filepath"
	"runtime"
)

// Variable is the environment's word on where the data folder is.
const Variable = "TUNGBUOC_DATA"

// Find gives the folder asked for, else what TUNGBUOC_DATA names, else the system's
// place for a program's data, as a whole path. It never is the working folder by
// accident: where the system does not say whose program this is, dir is "" and
// missing names the variable that should say so.
//
// Error: the working folder, to which a relative path belongs, is gone.
func Find(asked string, getenv func(string) string) (dir, missing string, err error) {
	if dir = asked; dir == "" {
		dir = getenv(Variable)
	}
	if dir == "" {
		if dir, missing = userFolder(getenv); dir == "" {
			return "", missing, nil
		}
	}
	dir, err = filepath.Abs(dir)
	return dir, "", err
}

// userFolder is the system's place for this program's data, "" when the
// variable that says it is empty or no whole path; from is its name.
func userFolder(getenv func(string) string) (dir, from string) {
	under := []string{"Library", "Application Support", "TungBuoc"}
	from = "HOME"
	switch runtime.GOOS {
	case "linux":
		if base := getenv("XDG_DATA_HOME"); filepath.IsAbs(base) {
			return filepath.Join(base, "tungbuoc"), ""
		}
		under = []string{".local", "share", "tungbuoc"}
	case "windows":
		from, under = "LOCALAPPDATA", []string{"TungBuoc"}
	}
	base := getenv(from)
	if !filepath.IsAbs(base) {
		return "", from
	}
	return filepath.Join(append([]string{base}, under...)...), from
}
