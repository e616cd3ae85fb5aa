package recordings

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/speech"
)

// Taken is what became of one file of an import.
type Taken struct {
	File    string   // its name, with the folders below the place, parted by slashes
	ID      string   // of the clip it became; "": not taken
	Texts   []string // what it says, if the name tells
	Problem string   // why it was not taken, and what to do
}

// Import takes recordings, files or folders of them, and notes for which steps
// and lines they are; see [speech.ImportAll], [speech.Note]. before may be nil. Errors: CodeStorage, CodeDiskFull.
func (l Language) Import(from []string, before func(done, all int) bool) ([]speech.Import, error) {
	list, err := speech.ImportAll(l.of.dataDir, l.Code, from, speech.Find(l.of.units), before)
	if noted := speech.Note(l.of.dataDir, l.Code, l.of.units); err == nil {
		err = noted
	}
	return list, err
}

// ImportFrom takes the recordings it finds in a place, and says what became of
// each, those first that were not taken. progress is told before each file.
// What was taken stays, whatever happens to the stick.
//
// Errors: CodeNotFound when there is nothing to take, CodeStorage,
// CodeDiskFull, and that of ctx when it ends first.
func (l Language) ImportFrom(ctx context.Context, from places.Place, progress func(done, all int)) ([]Taken, error) {
	root, files, err := l.sources(from)
	if err != nil {
		return nil, err
	}
	gone := false
	list, err := l.Import(files, func(done, all int) bool {
		progress(done, all)
		gone = !isFolder(root)
		return ctx.Err() == nil && !gone
	})
	taken := l.taken(root, list)
	failed := len(list) > 0 && list[len(list)-1].Problem != ""
	switch {
	case err != nil:
		return taken, err
	case gone, failed && !isFolder(root): // pulled out while the last one was read
		return taken, guide.Errorf(guide.CodeStorage, "Không còn thấy %s. Bản thu đã nhận vẫn còn trong máy. Mời cắm lại rồi nhập tiếp.", from.Name)
	case ctx.Err() != nil:
		return taken, ctx.Err()
	case len(list) == 0:
		return taken, guide.Errorf(guide.CodeNotFound, "Chưa thấy tệp thu âm nào trong %s. Mời chép tệp vào thư mục %s rồi nhập lại.", from.Name, l.Folder())
	}
	return taken, nil
}

func (l Language) taken(root string, list []speech.Import) []Taken {
	texts := map[string][]string{}
	for _, u := range l.of.units {
		for _, w := range u.Wordings() {
			texts[w.ID] = w.Texts
		}
	}
	taken := []Taken{}
	for _, one := range list {
		name, err := filepath.Rel(root, one.File)
		if err != nil {
			name = filepath.Base(one.File)
		}
		t := Taken{File: filepath.ToSlash(name), Texts: texts[one.ID], Problem: one.Problem}
		if one.Problem == "" {
			t.ID = one.ID
		}
		taken = append(taken, t)
	}
	refused := func(t Taken) bool { return t.ID == "" }
	good := slices.DeleteFunc(slices.Clone(taken), refused)
	return append(slices.DeleteFunc(taken, func(t Taken) bool { return !refused(t) }), good...)
}

// sounds are what recorders call their files. Those that cannot be used are
// among them: staff are told why.
var sounds = []string{".wav", ".ogg", ".opus", ".mp3", ".m4a", ".aac", ".amr", ".3gp", ".wma", ".flac"}

// sources finds recordings: in the folder of the language, else on top of a
// stick, where nothing but sounds is looked at.
func (l Language) sources(from places.Place) (root string, files []string, err error) {
	if dir := filepath.Join(from.Path, l.Folder()); isFolder(dir) {
		return dir, []string{dir}, nil
	}
	if from.Stick {
		entries, _ := os.ReadDir(from.Path) // what cannot be read is not there
		for _, e := range entries {
			if e.Type().IsRegular() && slices.Contains(sounds, strings.ToLower(filepath.Ext(e.Name()))) && !strings.HasPrefix(e.Name(), ".") {
				files = append(files, filepath.Join(from.Path, e.Name()))
			}
		}
	}
	if len(files) == 0 {
		return "", nil, guide.Errorf(guide.CodeNotFound, "Chưa thấy thư mục %s trong %s. Mời tạo thư mục đó, chép tệp thu âm vào, rồi nhập lại.", l.Folder(), from.Name)
	}
	return from.Path, files, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
