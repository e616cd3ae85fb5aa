package content

import (
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"sync"

	"tungbuoc/backend/guide"
)

// Library is a loaded pack with its translations, which are read when first
// asked for: most visits need none. Safe for use by many goroutines.
type Library struct {
	Pack *guide.Pack

	fsys  fs.FS
	mu    sync.Mutex
	words map[string]map[string]string
}

// lexiconFile is lang/XX.yaml: what each sentence of the pack is in XX.
type lexiconFile struct {
	Sentences map[string]string `yaml:"sentences" doc:"Sentence of the pack to its translation, word for word the same sentence."`
}

// Translator gives the function that says a sentence of the pack in lang. A
// sentence without translation stays as it is: a Vietnamese sentence that
// changed is never shown with an outdated translation.
func (l *Library) Translator(lang string) func(string) string {
	if lang == "" || lang == l.Pack.Info.Languages[0] {
		return func(s string) string { return s }
	}
	words := l.lexicon(lang)
	return func(s string) string {
		if t, ok := words[s]; ok {
			return t
		}
		return s
	}
}

func (l *Library) lexicon(lang string) map[string]string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if words, ok := l.words[lang]; ok {
		return words
	}
	words, _ := readLexicon(l.fsys, lang)
	if l.words == nil {
		l.words = map[string]map[string]string{}
	}
	l.words[lang] = words
	return words
}

// readLexicon reads lang/XX.yaml. A missing file is an empty lexicon.
func readLexicon(fsys fs.FS, lang string) (map[string]string, []Problem) {
	name := "lang/" + lang + ".yaml"
	if !fs.ValidPath(name) {
		return nil, nil
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, nil
	}
	var file lexiconFile
	r := reader{file: name}
	r.read(data, &file)
	return file.Sentences, r.problems
}

// Sentences lists every sentence of the pack that is shown translated, each
// once, in the order of the files. The words of drawn screens are not among
// them: they show what the real, Vietnamese, portal says.
func Sentences(p *guide.Pack) []string {
	var list []string
	seen := map[string]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if f.Tag.Get("lang") == "yes" {
					if s := v.Field(i).String(); s != "" && !seen[s] {
						seen[s] = true
						list = append(list, s)
					}
				} else {
					walk(v.Field(i))
				}
			}
		}
	}
	walk(reflect.ValueOf(p))
	return append(list, guide.WordIllustration, guide.WordScreen, guide.WordTouch)
}

// CheckTranslations adds to the report what is wrong with the translations of
// a pack: mistakes in the files, sentences without a translation, and
// translations of sentences that no longer exist.
func CheckTranslations(fsys fs.FS, p *guide.Pack, report *Report) {
	sentences := Sentences(p)
	for _, lang := range p.Info.Languages[1:] {
		words, problems := readLexicon(fsys, lang)
		report.Errors = append(report.Errors, problems...)
		unused := maps.Clone(words)
		for _, s := range sentences {
			delete(unused, s)
			if words[s] == "" {
				report.warn("lang/"+lang+".yaml", fmt.Sprintf("Chưa dịch: %q.", s), "Thêm câu này và bản dịch.")
			}
		}
		for _, s := range slices.Sorted(maps.Keys(unused)) {
			report.warn("lang/"+lang+".yaml", fmt.Sprintf("Câu này không còn trong gói: %q.", s), "Xóa, hoặc sửa cho khớp câu mới.")
		}
	}
	report.sort()
}

func (r *Report) warn(file, message, mend string) {
	r.Warnings = append(r.Warnings, Problem{File: file, Line: 1, Column: 1, Message: message, Mend: mend})
}

// Has says whether the pack has text in lang.
func (l *Library) Has(lang string) bool {
	for _, have := range l.Pack.Info.Languages {
		if have == lang {
			return true
		}
	}
	return false
}
