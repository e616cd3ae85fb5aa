package guide

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// TranslationReader reads translations beside the sentences they translate: words
// of a screen stay as they are, lessons and things have one name each.
type TranslationReader struct {
	drawn    map[string]bool   // words of the drawn screens, as same writes them
	all      string            // the same, a line each
	services map[string]string // title or short title, as same writes it, to that title
	names    names
}

// TranslationReader gives the reader of the translations of a pack.
func (p *Pack) TranslationReader() *TranslationReader {
	r := &TranslationReader{drawn: map[string]bool{}, services: map[string]string{}, names: p.Glossary.ready()}
	var all strings.Builder
	draw := func(steps []Step) {
		for _, st := range steps {
			if st.Screen == nil || st.Screen.Fake {
				continue
			}
			words := []string{st.Screen.App, st.Screen.Title}
			for _, part := range st.Screen.Show {
				words = append(words, part.Words(), part.Value)
			}
			for _, w := range words {
				if w = same(w); w != "" && !r.drawn[w] {
					r.drawn[w] = true
					all.WriteString(w + "\n")
				}
			}
		}
	}
	for _, f := range p.Flows {
		draw(f.Steps)
	}
	for _, s := range p.Services {
		draw(s.Steps)
		for _, title := range []string{s.Title, s.Short} {
			if title != "" {
				r.services[same(title)] = title
			}
		}
	}
	r.all = all.String()
	return r
}

// Read lists what is wrong with a translation of what is said. say gives the
// translation of another sentence of the pack, "" for none; language is the one
// translated into.
func (r *TranslationReader) Read(said, translation, language string, say func(string) string) []Misset {
	list := append(r.quotes(said, translation, say), r.unquoted(said, translation)...)
	if language == glossaryLanguage {
		list = append(list, r.names.misnamed(said, translation)...)
	}
	return list
}

// quotes reports quoted words that a translation lost. The phone is Vietnamese,
// also for who reads English: a label that is translated cannot be found on it.
//
// The title of a service is quoted as it is translated. What somebody says is
// translated freely. All else in quotation marks is a label.
func (r *TranslationReader) quotes(said, translation string, say func(string) string) []Misset {
	if !strings.ContainsAny(said, "“\"") {
		return nil
	}
	var list []Misset
	var kept []string
	for _, q := range quoted.FindAllStringSubmatch(translation, -1) {
		kept = append(kept, same(q[1]))
	}
	for _, at := range quoted.FindAllStringSubmatchIndex(said, -1) {
		words := said[at[2]:at[3]]
		drawn := r.isDrawn(same(words))
		label := slices.Contains(kept, same(words))
		before := place(said[:at[0]])
		if title := r.services[same(words)]; title != "" {
			translated := say(title)
			if translated == "" || slices.Contains(kept, same(translated)) || label && (drawn || before == onScreen) {
				continue
			}
			list = append(list, Misset{Sentence("Bản dịch không gọi tên bài %q: %q.", words, clip(translation, 80)),
				Sentence("Viết %q, như tên bài đã dịch.", translated)})
			continue
		}
		if !label && (drawn || before != inSpeech) {
			list = append(list, lost(words, translation))
		}
	}
	return list
}

// unquoted reports labels that a translation lost and that the sentence names
// without quotation marks, after "mục" or "nút": "Chạm mục hóa đơn tiền điện".
func (r *TranslationReader) unquoted(said, translation string) []Misset {
	list, text := []Misset(nil), syllables(said)
	for i, s := range text {
		if s.quoted || s.text != "mục" && s.text != "nút" {
			continue
		}
		label := ""
		for end := i + 1; end < min(len(text), i+1+maxLabel) && !text[end].apart && !text[end].quoted; end++ {
			words := make([]string, 0, maxLabel)
			for _, s := range text[i+1 : end+1] {
				words = append(words, s.text)
			}
			if phrase := strings.Join(words, " "); len(words) > 1 && r.drawn[phrase] {
				label = phrase
			}
		}
		if label != "" && !strings.Contains(same(translation), label) {
			list = append(list, lost(label, translation))
		}
	}
	return list
}

// maxLabel is the most syllables of a label that stands without quotation marks.
const maxLabel = 8

// lost says that a translation has no longer the words of a label.
func lost(label, translation string) Misset {
	return Misset{Sentence("Bản dịch mất chữ %q, bà con không tìm được trên máy: %q.", label, clip(translation, 80)),
		Sentence("Giữ nguyên %q trong bản dịch. Muốn giải nghĩa thì ghi sau, trong ngoặc đơn.", label)}
}

// isDrawn says whether words, as same writes them, stand on a drawn screen,
// alone or among others. Screens that a swindler made do not count.
func (r *TranslationReader) isDrawn(words string) bool {
	if r.drawn[words] {
		return true
	}
	for rest := r.all; words != ""; {
		at := strings.Index(rest, words)
		if at < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:at])
		after, _ := utf8.DecodeRuneInString(rest[at+len(words):])
		if !IsWordRune(before) && !IsWordRune(after) {
			return true
		}
		rest = rest[at+len(words):]
	}
	return false
}

// place says what kind of place a quotation stands in, by the nearest word before
// it that tells: it is speech in "hỏi “đúng chưa”", on a screen in "bảo chạm “Gửi”".
func place(before string) string {
	list := syllables(before)
	for i := len(list) - 1; i >= max(0, len(list)-beforeQuotation); i-- {
		for _, kind := range []string{onScreen, inSpeech} {
			if slices.Contains(leadingTo[kind], list[i].text) {
				return kind
			}
		}
	}
	return ""
}

// beforeQuotation is how many syllables before a quotation are looked at.
const beforeQuotation = 3

const inSpeech, onScreen = "speech", "screen"

// leadingTo are words that a quotation follows, by where it then stands.
var leadingTo = map[string][]string{
	inSpeech: {"nói", "hỏi", "nhắc", "bảo", "dặn", "đáp", "câu", "thưa", "xưng", "dọa", "kêu"},
	onScreen: {"chạm", "bấm", "chọn", "mở", "tìm", "nút", "ô", "mục", "dòng", "chữ", "tên", "ghi", "trang"},
}
