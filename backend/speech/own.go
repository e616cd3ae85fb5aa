package speech

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// discarded is where clips wait that were taken out and may still be wanted
// back. No language has such a name, so nothing in it is played.
const discarded = "removed"

// Own is one of the commune's own clips.
type Own struct {
	ID    string
	Texts []string // what it says; none: the words have changed, it is no longer played
	Where []string // files it is heard in
	Now   []Now    // of one whose words have changed: what it was recorded for, as it is today; none: nobody knows, or it is gone
}

// Now is a step or line as it is today, or several that say the same.
type Now struct {
	Unit
	Meant []guide.Named // those of its Parts that are meant
}

// OwnClips lists the commune's own clips in a language: first those whose words
// have changed, then the others in the order of units.
func OwnClips(dataDir, lang string, units []Unit) []Own {
	ids := NewClips(dataDir, nil).IDs(lang)
	today := known(units)
	list := []Own{}
	var now func(parts []string) []Now
	var noted map[string][]string
	for _, id := range ids {
		if _, ok := slices.BinarySearch(today, id); !ok {
			if now == nil { // seldom
				now, noted = finder(units), readNotes(notesOf(dataDir, lang))
			}
			list = append(list, Own{ID: id, Now: now(noted[id])})
		}
	}
	at := map[string]int{} // in list
	add := func(id string, texts, where []string) {
		if _, own := slices.BinarySearch(ids, id); !own {
			return
		}
		i, listed := at[id]
		if !listed {
			i = len(list)
			at[id] = i
			list = append(list, Own{ID: id, Texts: texts})
		}
		for _, w := range where {
			if !slices.Contains(list[i].Where, w) {
				list[i].Where = append(list[i].Where, w)
			}
		}
	}
	for _, u := range units {
		for _, w := range u.Wordings() {
			add(w.ID, w.Texts, u.Where)
		}
	}
	return list
}

// Discard takes clips of the commune out, to be brought back by [Restore] or
// forgotten by [ForgetDiscarded], and says how many there were. Error:
// CodeStorage.
func Discard(dataDir, lang string, ids []string) (int, error) {
	present := NewClips(dataDir, nil).IDs(lang)
	return eachClip(lang, ids, func(id string) (bool, error) {
		if _, there := slices.BinarySearch(present, id); !there {
			return false, nil // a second touch must not lose what the first took out
		}
		for _, ext := range extensions { // of an older recording that was taken out before
			_ = safefile.Remove(filepath.Join(dataDir, Folder, discarded, lang, id+ext))
		}
		return move(filepath.Join(dataDir, Folder, lang), filepath.Join(dataDir, Folder, discarded, lang), id)
	})
}

// Restore brings discarded clips back and says how many there were. One that
// was recorded anew meanwhile stays out. Error: CodeStorage.
func Restore(dataDir, lang string, ids []string) (int, error) {
	present := NewClips(dataDir, nil).IDs(lang)
	return eachClip(lang, ids, func(id string) (bool, error) {
		if _, anew := slices.BinarySearch(present, id); anew {
			return false, nil
		}
		return move(filepath.Join(dataDir, Folder, discarded, lang), filepath.Join(dataDir, Folder, lang), id)
	})
}

// ForgetDiscarded deletes what was discarded. Error: CodeStorage.
func ForgetDiscarded(dataDir string) error {
	if err := safefile.RemoveAll(filepath.Join(dataDir, Folder, discarded)); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không xóa được bản thu đã bỏ. Mời kiểm tra quyền của thư mục dữ liệu.")
	}
	return nil
}

// eachClip does something to clips and counts those that were there.
func eachClip(lang string, ids []string, do func(id string) (bool, error)) (int, error) {
	n := 0
	for _, id := range ids {
		if !idShape.MatchString(id) || !langShape.MatchString(lang) {
			continue
		}
		there, err := do(id)
		if err != nil {
			return n, guide.Wrap(err, guide.CodeStorage, "Chưa bỏ hay lấy lại được bản thu %s. Mời kiểm tra quyền của thư mục dữ liệu.", id)
		}
		if there {
			n++
		}
	}
	return n, nil
}

// move takes a clip from one folder to another; false when it is not there.
func move(from, to, id string) (moved bool, err error) {
	if err := safefile.Folder(to, 0o755); err != nil {
		return false, err
	}
	for _, ext := range extensions {
		err := safefile.Move(filepath.Join(from, id+ext), filepath.Join(to, id+ext))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return moved, err
		}
		moved = moved || err == nil
	}
	return moved, nil
}
