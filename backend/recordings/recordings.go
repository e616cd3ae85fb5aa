package recordings

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/search"
	"tungbuoc/backend/speech"
)

// Recordings are those of one edition on one machine.
type Recordings struct {
	lib     *content.Library
	clips   speech.Clips // the commune's and the pack's
	dataDir string
	units   []speech.Unit
}

// Of looks at the recordings of a pack, of which files are the files, in the
// office's data folder.
func Of(lib *content.Library, files fs.FS, dataDir string) *Recordings {
	return &Recordings{
		lib: lib, clips: speech.NewClips(dataDir, files), dataDir: dataDir,
		units: speech.Units(lib.Pack, lib.Translator(lib.Pack.Info.Languages[0])),
	}
}

// Language is a language that can be recorded.
type Language struct {
	Code string
	Name string // what people call it, in Vietnamese: tiếng Tày
	of   *Recordings
}

// Languages lists those that can be recorded: the one the pack is written in,
// and its spoken ones. Other languages of the screens are not among them: the
// machine says those, and a commune has no speakers of them.
func (r *Recordings) Languages() []Language {
	written := r.lib.Pack.Info.Languages[0]
	list := []Language{{written, lowerFirst(r.lib.Pack.Info.LanguageName(written)), r}}
	for _, l := range r.lib.Pack.Speech.Languages {
		list = append(list, Language{l.Code, l.Name, r})
	}
	return list
}

// Language finds one by its code. Error: CodeNotFound.
func (r *Recordings) Language(code string) (Language, error) {
	list := r.Languages()
	if i := slices.IndexFunc(list, func(l Language) bool { return l.Code == code }); i >= 0 {
		return list[i], nil
	}
	return Language{}, guide.Errorf(guide.CodeNotFound, "Nội dung không có tiếng này. Mời chọn tiếng khác.")
}

// lowerFirst makes a name stand within a sentence.
func lowerFirst(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[n:]
}

// slug is the name of the language in names of files.
func (l Language) slug() string { return strings.ReplaceAll(search.Fold(l.Name), " ", "-") }

// Folder is where its recordings are looked for on a stick. Each language has
// its own: the names of recordings do not tell them apart.
func (l Language) Folder() string { return "thu-am-" + l.slug() }

// Coverage is how much of the content is recorded in a language.
type Coverage struct {
	speech.Stock     // by the commune or in the pack; only the commune's own clips can be outdated
	Own          int // clips of the commune
}

// Coverage counts what is recorded.
func (l Language) Coverage() Coverage {
	own := speech.NewClips(l.of.dataDir, nil)
	c := Coverage{Stock: l.of.clips.Count(l.Code, l.Name, l.of.units), Own: len(own.IDs(l.Code))}
	c.Outdated = own.Count(l.Code, l.Name, l.of.units).Outdated
	return c
}

// Clip is one of the commune's own clips, as staff are shown it.
type Clip struct {
	ID    string   `json:"id"`
	Texts []string `json:"texts"` // none: the words have changed
	Where []string `json:"where"` // titles of the services and parts it is heard in, or was recorded for
	Sound string   `json:"sound"` // path to fetch

	// Of one whose words have changed, as far as that is known:
	Names []string   `json:"-"`   // the steps and lines it was recorded for, by their names of today
	Now   [][]string `json:"now"` // what these say today and is still to be recorded
}

// Clips lists the commune's own clips: first those whose words have changed.
func (l Language) Clips() []Clip {
	titles := map[string]string{}
	for _, s := range l.of.lib.Pack.Services {
		titles["services/"+s.Key] = s.Title
	}
	for _, f := range l.of.lib.Pack.Flows {
		titles["flows/"+f.Key] = f.Title
	}
	list := []Clip{}
	recorded := l.of.clips.Recorded(l.Code)
	for _, own := range speech.OwnClips(l.of.dataDir, l.Code, l.of.units) {
		c := Clip{ID: own.ID, Texts: own.Texts, Where: []string{}, Sound: speech.SoundOf(l.Code, own.ID), Now: [][]string{}}
		if c.Texts == nil {
			c.Texts = []string{}
		}
		for _, now := range own.Now {
			for _, part := range now.Meant {
				c.Names = append(c.Names, part.ID)
				own.Where = append(own.Where, part.Where)
			}
			if !recorded(now.Unit) {
				c.Now = append(c.Now, now.Texts)
			}
		}
		for _, w := range own.Where {
			if !slices.Contains(c.Where, titles[w]) {
				c.Where = append(c.Where, titles[w])
			}
		}
		list = append(list, c)
	}
	return list
}

// Discard takes clips out; until [ForgetDiscarded], Restore brings them back.
// Errors: CodeNotFound when none of them is there, CodeStorage.
func (l Language) Discard(ids []string) error {
	n, err := speech.Discard(l.of.dataDir, l.Code, ids)
	return none(n, err, "Không còn thấy bản thu này. Mời mở lại danh sách.")
}

// Restore brings discarded clips back. Errors: CodeNotFound when none of them
// can be, CodeStorage.
func (l Language) Restore(ids []string) error {
	n, err := speech.Restore(l.of.dataDir, l.Code, ids)
	return none(n, err, "Không lấy lại được, vì câu này đã có bản thu mới. Mời mở lại danh sách.")
}

func none(n int, err error, say string) error {
	if err == nil && n == 0 {
		err = guide.Errorf(guide.CodeNotFound, "%s", say)
	}
	return err
}

// Remove deletes clips for good and says how many there were. Error: CodeStorage.
func (l Language) Remove(ids []string) (int, error) { return speech.Remove(l.of.dataDir, l.Code, ids) }

// ForgetDiscarded deletes what was discarded. Error: CodeStorage.
func ForgetDiscarded(dataDir string) error { return speech.ForgetDiscarded(dataDir) }

// Played gives the function that lists the clips that may be heard for a unit,
// by the id of its words in the pack, as tyz/0123456789abcdef: of the whole
// unit or of one of its texts. Languages of the screens are heard by their own
// words, spoken ones by those of the pack.
func (r *Recordings) Played() func(unit string) []string {
	found := map[string][]string{}
	in := func(lang string, tr func(string) string) {
		ids := r.clips.IDs(lang)
		if len(ids) == 0 {
			return
		}
		for _, u := range r.units {
			said := speech.Unit{Texts: make([]string, len(u.Texts))}
			for i, t := range u.Texts {
				said.Texts[i] = tr(t)
			}
			said.ID = guide.UnitID(said.Texts)
			for _, w := range said.Wordings() {
				if clip := lang + "/" + w.ID; slices.Contains(ids, w.ID) && !slices.Contains(found[u.ID], clip) {
					found[u.ID] = append(found[u.ID], clip)
				}
			}
		}
	}
	for _, lang := range r.lib.Pack.Info.Languages {
		in(lang, r.lib.Translator(lang))
	}
	for _, l := range r.lib.Pack.Speech.Languages {
		in(l.Code, func(s string) string { return s })
	}
	return func(unit string) []string { return append([]string{}, found[unit]...) }
}
