package speech

import (
	"cmp"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/safefile"
)

// notesFile lies beside the clips of a language and says for which steps and
// lines each was recorded: {"0ca03b5b533035f5": ["khai-sinh/ten-chau"]}. A clip is
// named by its words; once these change, only this tells where it belonged.
const notesFile = "ids.json"

// Bounds of such a file.
const (
	maxNotes = 4 << 20 // bytes
	maxNamed = 200     // bytes of a name
)

func notesOf(dataDir, lang string) string {
	return filepath.Join(dataDir, Folder, lang, notesFile)
}

// readNotes reads the notes of a language. What is missing or damaged is not
// known: clips are played all the same.
func readNotes(name string) map[string][]string {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxNotes {
		return map[string][]string{}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return map[string][]string{}
	}
	return parseNotes(data)
}

// parseNotes keeps of notes what is one: clips by their ids, names as they are
// written, sorted.
func parseNotes(data []byte) map[string][]string {
	notes := map[string][]string{}
	var raw map[string]json.RawMessage
	if json.Unmarshal(data, &raw) != nil {
		return notes
	}
	for clip, value := range raw {
		var names []string
		if !idShape.MatchString(clip) || json.Unmarshal(value, &names) != nil {
			continue
		}
		names = slices.DeleteFunc(names, func(n string) bool { return !strings.Contains(n, "/") || len(n) > maxNamed })
		if len(names) > 0 {
			slices.Sort(names)
			notes[clip] = slices.Compact(names)
		}
	}
	return notes
}

// Note writes down for which steps and lines the commune's clips in a language
// are, as far as their words are those of today; what was noted before stays,
// for as long as there is the clip. Error: CodeStorage, CodeDiskFull.
func Note(dataDir, lang string, units []Unit) error {
	ids := NewClips(dataDir, nil).IDs(lang)
	if len(ids) == 0 {
		return nil
	}
	name := notesOf(dataDir, lang)
	before := readNotes(name)
	notes := map[string][]string{}
	for _, id := range slices.Concat(ids, discardedIDs(dataDir, lang)) {
		if names := before[id]; len(names) > 0 {
			notes[id] = names
		}
	}
	for _, u := range units {
		for _, w := range u.Wordings() {
			if _, own := slices.BinarySearch(ids, w.ID); own && len(u.Parts) > 0 {
				names := slices.Concat(notes[w.ID], u.IDs())
				slices.Sort(names)
				notes[w.ID] = slices.Compact(names)
			}
		}
	}
	data, err := json.MarshalIndent(notes, "", " ")
	if err != nil {
		panic(err) // maps of strings always encode
	}
	if old, err := os.ReadFile(name); err == nil && string(old) == string(data)+"\n" {
		return nil
	}
	return safefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}

// discardedIDs lists clips that were taken out and may come back.
func discardedIDs(dataDir, lang string) []string {
	return Clips{places: []fs.FS{os.DirFS(filepath.Join(dataDir, Folder, discarded))}}.IDs(lang)
}

// finder gives the function that finds steps and lines as they are today by the
// names they have or had, in the order of units.
func finder(units []Unit) func(names []string) []Now {
	type place struct{ unit, part int }
	at := map[string]place{}
	for i, u := range units {
		for j, part := range u.Parts {
			for _, name := range append([]string{part.ID}, part.Was...) {
				at[name] = place{i, j}
			}
		}
	}
	return func(names []string) []Now {
		var found []place
		for _, n := range names {
			if p, ok := at[n]; ok && !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
		slices.SortFunc(found, func(a, b place) int { return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(a.part, b.part)) })
		var list []Now
		for i, p := range found {
			if i == 0 || found[i-1].unit != p.unit {
				list = append(list, Now{Unit: units[p.unit]})
			}
			now := &list[len(list)-1]
			now.Meant = append(now.Meant, units[p.unit].Parts[p.part])
		}
		return list
	}
}
