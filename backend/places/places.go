// Package places knows where staff can save and fetch files: the user's
// documents, and USB sticks. Only what it offers is ever written to, whatever
// path a page names.
package places

import (
	"os"
	"path/filepath"

	"tungbuoc/backend/guide"
)

// Place is a folder that is there now.
type Place struct {
	Path  string
	Name  string // as staff know it; "" for the user's own folder, whose name says nothing to them
	Stick bool
}

// Offered lists the places, given the paths of the [Sticks]: these first.
func Offered(sticks []string) []Place {
	places := []Place{}
	add := func(path string, stick bool) {
		if isFolder(path) {
			name := filepath.Base(path)
			if home, err := os.UserHomeDir(); err == nil && path == home {
				name = ""
			}
			places = append(places, Place{Path: path, Name: name, Stick: stick})
		}
	}
	for _, stick := range sticks {
		add(stick, true)
	}
	if folder := Documents(); folder != "" {
		add(folder, false)
	}
	return places
}

// Find gives the one of the offered places that has a path. Error: CodeNotFound.
func Find(sticks []string, path string) (Place, error) {
	for _, p := range Offered(sticks) {
		if p.Path == path {
			return p, nil
		}
	}
	return Place{}, guide.Errorf(guide.CodeNotFound, "Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại.")
}

// Documents is the folder of the user's own files, "" if there is none.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	if folder := filepath.Join(home, "Documents"); isFolder(folder) {
		return folder
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
