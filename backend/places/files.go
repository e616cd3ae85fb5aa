package places

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tungbuoc/backend/guide"
)

// mostFiles is how many files are offered: a stick may hold anything.
const mostFiles = 20

// File is a file that lies in one of the places, or in a folder right below it.
type File struct {
	Path    string
	Place   Place
	Size    int64
	Changed time.Time
}

// Files lists the files with an ending, sticks first, in each place the newest first.
// What may not be looked at is left out.
func Files(sticks []string, ext string) []File {
	found := []File{}
	for _, p := range Offered(sticks) {
		here := []File{}
		look := func(dir string) (folders []string) {
			entries, _ := os.ReadDir(dir)
			for _, e := range entries {
				name := filepath.Join(dir, e.Name())
				switch {
				case strings.HasPrefix(e.Name(), "."): // what other systems leave on sticks
				case e.IsDir():
					folders = append(folders, name)
				case e.Type().IsRegular() && strings.EqualFold(filepath.Ext(name), ext):
					if info, err := e.Info(); err == nil {
						here = append(here, File{Path: name, Place: p, Size: info.Size(), Changed: info.ModTime()})
					}
				}
			}
			return folders
		}
		for _, folder := range look(p.Path) {
			look(folder)
		}
		slices.SortStableFunc(here, func(a, b File) int { return b.Changed.Compare(a.Changed) })
		found = append(found, here...)
	}
	return found[:min(len(found), mostFiles)]
}

// FindFile gives the one of the Files that has a path. Error: CodeNotFound.
func FindFile(sticks []string, ext, path string) (File, error) {
	for _, f := range Files(sticks, ext) {
		if f.Path == path {
			return f, nil
		}
	}
	return File{}, guide.Errorf(guide.CodeNotFound, "Không còn thấy tệp này. Mời xem USB còn cắm không, rồi chọn lại.")
}
