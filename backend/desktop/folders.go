package desktop

import (
	"context"
	"os"
	"path/filepath"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// Folders lists where a PDF can be saved: the user's documents, and sticks.
func (s *Staff) Folders() ([]FolderView, error) {
	return authorised(s, "Folders", func(context.Context, *sqlite.DB) ([]FolderView, error) { return saveFolders(), nil })
}

// offered finds one of the folders by its path. Error: CodeNotFound.
func offered(path string) (FolderView, error) {
	for _, f := range saveFolders() {
		if f.Path == path {
			return f, nil
		}
	}
	return FolderView{}, guide.Errorf(guide.CodeNotFound, "Không còn thấy nơi này. Mời xem USB còn cắm không, rồi chọn lại.")
}

// findSticks is replaced in tests, which have none.
var findSticks = sticks

// saveFolders finds the folders that are there now.
func saveFolders() []FolderView {
	folders := []FolderView{}
	add := func(path, name string, stick bool) {
		if isFolder(path) {
			folders = append(folders, FolderView{Path: path, Name: name, Stick: stick})
		}
	}
	for _, stick := range findSticks() {
		add(stick, filepath.Base(stick), true)
	}
	if folder := documents(); folder != "" {
		add(folder, filepath.Base(folder), false)
	}
	return folders
}

// documents is the folder of the user's own files, "" if there is none.
func documents() string {
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
