package content

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
)

// lexiconFile is lang/XX.yaml: what each sentence of the pack is in XX.
type lexiconFile struct {
	Sentences map[string]string `yaml:"sentences" doc:"Sentence of the pack to its translation, word for word the same sentence. Both may name figures, as {key}."`
}

// lexicon is one language of a pack, with its figures written out.
type lexicon struct {
	words    map[string]string // sentence to translation, as they are shown
	entries  []lexiconEntry    // as they stand in the file, in the order of their keys
	unfilled []Problem         // entries that name figures wrongly; they are not in words
	missing  bool              // there is no such file
	part     part
}

type lexiconEntry struct{ written, shown, translation string }

// readLexicon reads lang/XX.yaml. A missing file is an empty lexicon.
func readLexicon(fsys fs.FS, lang string, p *guide.Pack) *lexicon {
	var file lexiconFile
	l := &lexicon{words: map[string]string{}, part: part{name: "lang/" + lang + ".yaml", into: &file}}
	if !fs.ValidPath(l.part.name) {
		l.part.r.file = l.part.name
		return l
	}
	data, err := l.part.r.open(fsys, l.part.name, MaxFileSize, &file)
	if err != nil {
		l.missing = errors.Is(err, fs.ErrNotExist)
		if other := misnamed(fsys, l.part.name); l.missing && other != "" {
			l.missing = false
			l.part.r.flawed(wrongName(other, l.part.name))
		}
		return l
	}
	l.part.data = data
	own := func(key string) (string, bool) {
		if f := p.Figure(key); f != nil {
			return f.Value, true
		}
		return "", false
	}
	translated := func(key string) (string, bool) {
		value, ok := own(key)
		if t := file.Sentences[value]; t != "" {
			value = t
		}
		return value, ok
	}
	for _, written := range slices.Sorted(maps.Keys(file.Sentences)) {
		e := lexiconEntry{written: written, translation: file.Sentences[written]}
		shown, ok := l.fill(e, written, own)
		translation, also := l.fill(e, e.translation, translated)
		if !ok || !also {
			continue
		}
		e.shown = shown
		l.entries = append(l.entries, e)
		if _, twice := l.words[shown]; !twice {
			l.words[shown] = translation
		}
	}
	return l
}

// fill writes figures into one side of an entry, and reports what is wrong.
func (l *lexicon) fill(e lexiconEntry, text string, value func(string) (string, bool)) (string, bool) {
	if !strings.ContainsAny(text, "{}") {
		return text, true
	}
	filled, unknown, ok := guide.FillFigures(text, value)
	switch {
	case ok:
	case unknown == "":
		l.report(&l.unfilled, e, guide.Sentence("Dấu { } ở câu này chưa đủ đôi hoặc để trống: %q.", text), "Viết {tên-con-số} như ở câu tiếng Việt.")
	default:
		l.report(&l.unfilled, e, fmt.Sprintf("Không có con số {%s} trong figures.yaml.", unknown), "Sửa tên cho giống câu tiếng Việt.")
	}
	return filled, ok
}

// report adds a problem with the place of an entry.
func (l *lexicon) report(to *[]Problem, e lexiconEntry, message, mend string) {
	pos := l.part.position("sentences." + e.written)
	p := Problem{File: l.part.name, Line: pos.line, Column: pos.column, Message: message, Mend: mend}
	if n := len(*to); n == 0 || (*to)[n-1] != p { // a sentence and its translation may lack the same
		*to = append(*to, p)
	}
}

// CheckTranslations adds to the report what is wrong with the translations of
// a pack: mistakes in the files, sentences without a translation, translations
// of sentences that no longer exist, figures and labels that one side lacks,
// things under two names. Sentences with figures are named as they stand in the
// files. The second language is to be complete; of further ones only how much
// is missing is said.
func CheckTranslations(fsys fs.FS, p *guide.Pack, report *Report) {
	if len(p.Info.Languages) == 0 { // which is reported already
		return
	}
	sentences := Sentences(p)
	written := writtenForms(p)
	reader := p.TranslationReader()
	for i, lang := range p.Info.Languages[1:] {
		l := readLexicon(fsys, lang, p)
		report.Errors = append(report.Errors, l.part.r.problems...)
		report.Errors = append(report.Errors, l.unfilled...)
		if l.missing {
			report.Warnings = append(report.Warnings, Problem{File: l.part.name, Message: "Chưa có tệp bản dịch này.", Mend: "Thêm tệp, hoặc bỏ ngôn ngữ này trong pack.yaml."})
		}
		if l.part.r.unread { // one reason: not a line for each sentence
			continue
		}
		known := make(map[string]bool, len(sentences))
		missing := 0
		for _, s := range sentences {
			known[s] = true
			if l.words[s] != "" || bare(s) {
				continue
			}
			if missing++; i > 0 {
				continue
			}
			if as, ok := written[s]; ok {
				s = as
			}
			report.warn(l.part.name, guide.Sentence("Chưa dịch: %q.", s), "Thêm câu này và bản dịch.")
		}
		if missing > 0 && i > 0 {
			report.warn(l.part.name, fmt.Sprintf("%s: %s câu chưa dịch, bà con sẽ thấy tiếng Việt ở đó.", lang, thousands(missing)), "Dịch thêm khi có người.")
		}
		for _, e := range l.entries {
			l.check(e, known, written, report)
			if known[e.shown] {
				l.read(e, lang, reader, report)
			}
		}
	}
	report.sort()
}

// writtenForms gives how sentences with figures stand in the files, by how they
// are shown. What is also written without figures somewhere is not among them.
func writtenForms(p *guide.Pack) map[string]string {
	times := map[string]int{} // a sentence stands in the pack, but for where it names figures
	for _, t := range guide.Texts(p) {
		times[t.Say]++
	}
	forms, counted := map[string]string{}, map[guide.Where]bool{}
	for _, f := range p.Figures {
		for _, use := range f.Uses {
			if use.Drawn || counted[use.Where] { // a sentence may name two figures
				continue
			}
			counted[use.Where] = true
			forms[use.Say] = use.Written
			times[use.Say]--
		}
	}
	maps.DeleteFunc(forms, func(shown, _ string) bool { return times[shown] > 0 })
	return forms
}

// check compares an entry with the sentence it translates.
func (l *lexicon) check(e lexiconEntry, known map[string]bool, written map[string]string, report *Report) {
	if !known[e.shown] {
		l.report(&report.Warnings, e, guide.Sentence("Câu này không còn trong gói: %q.", e.written), "Xóa, hoặc sửa cho khớp câu mới.")
		return
	}
	for _, m := range guide.Missets(e.translation) {
		l.report(&report.Warnings, e, "Bản dịch. "+m.Message, m.Mend)
	}
	keys, translated := guide.FigureKeys(e.written), guide.FigureKeys(e.translation)
	if as := written[e.shown]; as != "" && len(keys) == 0 {
		l.report(&report.Warnings, e, guide.Sentence("Trong gói, câu này gọi con số bằng tên: %q.", as), "Viết câu và bản dịch như vậy, để con số đổi thì bản dịch đổi theo.")
		return
	}
	for _, key := range keys {
		if !slices.Contains(translated, key) {
			l.report(&report.Warnings, e, guide.Sentence("Bản dịch thiếu con số {%s}: %q.", key, e.translation), "Viết {"+key+"} vào bản dịch.")
		}
	}
	for _, key := range translated {
		if !slices.Contains(keys, key) {
			l.report(&report.Warnings, e, guide.Sentence("Bản dịch có con số {%s} mà câu tiếng Việt không có: %q.", key, e.translation), "Bỏ {"+key+"}, hoặc viết nó vào câu tiếng Việt.")
		}
	}
}

// read compares the words of an entry: labels that stay, names that are the same
// everywhere.
func (l *lexicon) read(e lexiconEntry, lang string, reader *guide.TranslationReader, report *Report) {
	for _, m := range reader.Read(e.shown, l.words[e.shown], lang, func(s string) string { return l.words[s] }) {
		l.report(&report.Warnings, e, m.Message, m.Mend)
	}
}

// warn adds a warning about a file as a whole: what is missing has no line.
func (r *Report) warn(file, message, mend string) {
	r.Warnings = append(r.Warnings, Problem{File: file, Line: 1, Column: 1, Message: message, Mend: mend, whole: true})
}

// thousands writes a count as people here do: 3.900.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}
