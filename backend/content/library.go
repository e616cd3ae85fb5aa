package content

import (
	"io/fs"
	"maps"
	"slices"
	"sync"

	"tungbuoc/backend/guide"
)

// Library is a loaded pack with its translations, which are read when first
// asked for: most visits need none. Safe for use by many goroutines.
type Library struct {
	Pack *guide.Pack

	fsys      fs.FS
	compiled  fs.FS // the compiled form it came from, nil: YAML
	mu        sync.Mutex
	words     map[string]map[string]string
	originals map[string]map[string][]string
}

// With is the library with another pack of the same words, such as one with what
// an office knows of its links.
func (l *Library) With(pack *guide.Pack) *Library {
	return &Library{Pack: pack, fsys: l.fsys, compiled: l.compiled}
}

// In gives the sentences of the pack in lang. A language that the pack does
// not have has no translations: everything stays as it is.
func (l *Library) In(lang string) Language {
	home := l.Pack.Info.Languages[0]
	if lang == "" || lang == home {
		return Language{home: home}
	}
	return Language{home: home, words: l.lexicon(lang), foreign: true}
}

// Translator gives the function that says a sentence of the pack in lang. A
// sentence without translation stays as it is: a Vietnamese sentence that
// changed is never shown with an outdated translation.
func (l *Library) Translator(lang string) func(string) string { return l.In(lang).Say }

func (l *Library) lexicon(lang string) map[string]string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if words, ok := l.words[lang]; ok {
		return words
	}
	words := l.read(lang)
	if l.words == nil {
		l.words = map[string]map[string]string{}
	}
	l.words[lang] = words
	return words
}

func (l *Library) read(lang string) map[string]string {
	if l.compiled != nil && slices.Contains(l.Pack.Info.Languages, lang) {
		words, err := unpack[map[string]string](l.compiled, lexiconFileOf(lang))
		if err == nil && words == nil {
			words = map[string]string{} // none, and not asked for again
		}
		if err == nil {
			return words
		}
	}
	return readLexicon(l.fsys, lang, l.Pack).words
}

// Originals gives the function that finds, for a sentence in lang, those of the
// pack that it translates: none for a sentence that is as it is written.
func (l *Library) Originals(lang string) func(string) []string {
	words := l.In(lang).words
	l.mu.Lock()
	defer l.mu.Unlock()
	found, ok := l.originals[lang]
	if !ok && len(words) > 0 {
		found = make(map[string][]string, len(words))
		for _, s := range slices.Sorted(maps.Keys(words)) {
			found[words[s]] = append(found[words[s]], s)
		}
		if l.originals == nil {
			l.originals = map[string]map[string][]string{}
		}
		l.originals[lang] = found
	}
	return func(s string) []string { return found[s] }
}

// Has says whether the pack has text in lang.
func (l *Library) Has(lang string) bool { return slices.Contains(l.Pack.Info.Languages, lang) }

// Shown is the language that is shown where lang is asked for: the one the pack
// is written in, when it is not in that one.
func (l *Library) Shown(lang string) string {
	if l.Has(lang) {
		return lang
	}
	return l.Pack.Info.Languages[0]
}
