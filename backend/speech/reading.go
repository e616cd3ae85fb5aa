package speech

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// Reader says how sentences are spoken, by the pack's table and the rules of
// the language. It is made once and safe for use by many goroutines.
type Reader struct {
	table    map[rune][]entry // by first rune in lower case, the longest first
	letters  map[rune]string
	splitter guide.Splitter
}

// entry is one way of writing something in the table.
type entry struct {
	write   []rune
	say     string
	anyCase bool
}

// NewReader makes the reader of a pack's table.
func NewReader(s guide.Speech) *Reader {
	r := &Reader{table: map[rune][]entry{}, letters: map[rune]string{}, splitter: s.Splitter()}
	for _, as := range s.Read {
		for _, w := range as.Write {
			if w == "" {
				continue
			}
			e := entry{[]rune(w), as.Say, w == strings.ToLower(w)}
			first := unicode.ToLower(e.write[0])
			r.table[first] = append(r.table[first], e)
		}
	}
	for _, list := range r.table {
		slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(len(b.write), len(a.write)) })
	}
	for letter, name := range s.Letters {
		first, _ := utf8.DecodeRuneInString(letter)
		r.letters[first] = name
	}
	return r
}

// Say gives the spoken form of a text in the language it is written in.
func (r *Reader) Say(text, lang string) string {
	if lang == english {
		return sayEnglish(text)
	}
	s := &scan{r: r, text: text}
	for s.at < len(text) {
		s.step()
	}
	return strings.TrimRight(s.out.String(), ", ")
}

// scan reads a text from left to right.
type scan struct {
	r    *Reader
	text string
	at   int // byte to read next
	out  strings.Builder
	last string // last word said
	end  rune   // last mark of punctuation since then, 0
}

// step reads one thing: what the table knows, a number in one of its shapes,
// a word, or a sign.
func (s *scan) step() {
	rest := s.text[s.at:]
	c, size := utf8.DecodeRuneInString(rest)
	if unicode.IsSpace(c) {
		s.at += size
		return
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	if s.at == 0 {
		before = 0
	}
	if !guide.IsWordRune(before) {
		if n := s.phone(rest); n > 0 {
			s.at += n
			return
		}
		if n := s.host(rest); n > 0 {
			s.at += n
			return
		}
	}
	if e, n := s.r.find(rest, before, s.text[:s.at]); n > 0 {
		s.say(e.say)
		s.at += n
		return
	}
	switch {
	case c >= '0' && c <= '9':
		s.at += s.figure(rest, before)
	case unicode.IsLetter(c):
		n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if n < 0 {
			n = len(rest)
		}
		if w := rest[:n]; w == strings.ToUpper(w) && n < len(rest) && unicode.IsDigit(firstRune(rest[n:])) {
			s.spell(strings.ToLower(w)) // the name of a form, even where it could be read: PA01
		} else {
			s.word(w)
		}
		s.at += n
	default:
		s.sign(c, rest[size:])
		s.at += size
	}
}

// find looks a text up in the table: the entry and how many bytes it takes, 0
// for none. Words are matched whole; a figure stands alone.
func (r *Reader) find(rest string, before rune, sofar string) (entry, int) {
	first, _ := utf8.DecodeRuneInString(rest)
	for _, e := range r.table[unicode.ToLower(first)] {
		n := e.matches(rest)
		if n == 0 {
			continue
		}
		head, tail := e.write[0], e.write[len(e.write)-1]
		after, size := utf8.DecodeRuneInString(rest[n:])
		if unicode.IsLetter(head) && unicode.IsLetter(before) || unicode.IsDigit(head) && (guide.IsWordRune(before) || joined(sofar)) {
			continue
		}
		if guide.IsWordRune(tail) && n < len(rest) {
			next, _ := utf8.DecodeRuneInString(rest[n+size:])
			if guide.IsWordRune(after) || unicode.IsDigit(tail) && strings.ContainsRune(".,/-–:", after) && unicode.IsDigit(next) {
				continue
			}
		}
		return e, n
	}
	return entry{}, 0
}

// joined says whether a text ends in a number that goes on: "1." "2026-".
func joined(sofar string) bool {
	c, size := utf8.DecodeLastRuneInString(sofar)
	if !strings.ContainsRune(".,/-–:", c) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(sofar[:len(sofar)-size])
	return unicode.IsDigit(before)
}

// matches gives how many bytes of a text the entry is, 0 for none.
func (e entry) matches(text string) int {
	at := 0
	for _, w := range e.write {
		c, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 || c != w && (!e.anyCase || unicode.ToLower(c) != w) {
			return 0
		}
		at += size
	}
	return at
}

// say adds words to what is spoken.
func (s *scan) say(words string) {
	if words == "" {
		return
	}
	if s.out.Len() > 0 {
		s.out.WriteByte(' ')
	}
	s.out.WriteString(words)
	s.last = words[strings.LastIndexByte(words, ' ')+1:]
	s.end = 0
}

// pause adds a mark of punctuation, one at a time and never first.
func (s *scan) pause(mark rune) {
	if s.out.Len() > 0 && s.end == 0 {
		s.out.WriteRune(mark)
		s.end = mark
	}
}

// sign reads what is neither letter nor digit: marks of punctuation are
// pauses, brackets and slashes short ones, the rest is silent.
func (s *scan) sign(c rune, rest string) {
	switch c {
	case '.', '?', '!', ',', ';', ':':
		s.pause(c)
	case '…':
		s.pause('.')
	case '(', ')', '/', '[', ']', '·':
		s.pause(',')
	case '-', '–', '—': // a dash with spaces parts, a hyphen joins
		if strings.HasPrefix(rest, " ") {
			s.pause(',')
		}
	}
}

// word reads a run of letters that the table does not know.
func (s *scan) word(w string) {
	lower := strings.ToLower(w)
	runes := []rune(w)
	switch {
	case len(runes) == 1:
		if rhymes[toneless(lower)] {
			s.say(w)
		} else {
			s.spell(lower)
		}
	case w == strings.ToUpper(w):
		if n, ok := roman[w]; ok {
			s.say(number(n))
		} else if isSyllable(lower) {
			s.say(lower)
		} else {
			s.spell(lower)
		}
	case isSyllable(lower):
		s.say(w)
	default:
		if head := humpAt(runes); head > 0 {
			for _, part := range []string{string(runes[:head]), string(runes[head:])} {
				if e, n := s.r.find(part, 0, ""); n == len(part) {
					s.say(e.say)
				} else {
					s.word(part)
				}
			}
			return
		}
		if parts := apart(lower); parts != nil {
			s.say(strings.Join(parts, " "))
			return
		}
		s.say(w) // a foreign word: the voice does its best
	}
}

// humpAt finds where a second word starts in one written like SmartBanking or
// VNeID, 0 for none.
func humpAt(w []rune) int {
	for i := 1; i < len(w); i++ {
		if unicode.IsLower(w[i-1]) && unicode.IsUpper(w[i]) {
			return i
		}
		if i > 1 && unicode.IsUpper(w[i-1]) && unicode.IsUpper(w[i-2]) && unicode.IsLower(w[i]) {
			return i
		}
	}
	return 0
}

// spell says letters one by one.
func (s *scan) spell(lower string) {
	for _, c := range lower {
		if name, ok := s.r.letters[c]; ok {
			s.say(name)
		} else if name, ok := s.r.letters[firstRune(toneless(string(c)))]; ok {
			s.say(name)
		} else {
			s.say(string(c))
		}
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// roman are the numerals that forms and annexes carry.
var roman = map[string]string{
	"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9", "XI": "11", "XII": "12",
}
