package speech

import (
	"context"
	"io/fs"
	"log/slog"
	"slices"
	"sync"
	"unicode/utf8"

	"tungbuoc/backend/guide"
)

// Limits of one request.
const (
	MaxTexts   = 40
	MaxLetters = 2000
)

// room is how much synthesised sound is kept in memory, in bytes: about six
// minutes.
const room = 16 << 20

// Speaker says units. Safe for use by many goroutines.
type Speaker struct {
	pack   *guide.Pack
	reader *Reader
	voice  *Voice
	clips  Clips
	sounds *cache
	log    *slog.Logger
}

// Options are what a Speaker stands on.
type Options struct {
	Pack    *guide.Pack
	Files   fs.FS  // of the pack
	DataDir string // "": the commune has no clips
	Voice   *Voice // nil: nothing is synthesised
	Log     *slog.Logger
}

// New makes a Speaker.
func New(o Options) *Speaker {
	return &Speaker{
		pack: o.Pack, reader: NewReader(o.Pack.Speech), voice: o.Voice,
		clips: NewClips(o.DataDir, o.Files), sounds: newCache(room), log: o.Log,
	}
}

// Request is one unit to be said.
type Request struct {
	Texts      []string // as shown
	Lang       string   // language they are written in
	Voice      string   // spoken language wanted
	Slow       bool     // for what is synthesised
	Synthesise bool     // false: the caller has a voice of its own for what was not recorded

	// Originals gives the sentences of the pack that a text translates: spoken
	// languages are recorded by those. nil: the texts are as the pack has them.
	Originals func(text string) []string
}

// maxWordings bounds how many clips are looked for, for one that exists.
const maxWordings = 16

// wordings gives what a clip of the texts may be named by: their own words,
// then those they translate. Several sentences may have the same translation.
func (r Request) wordings(texts []string) [][]string {
	if r.Originals == nil {
		return [][]string{texts}
	}
	all := [][]string{nil}
	for _, text := range texts {
		originals := r.Originals(text)
		if len(originals) == 0 {
			originals = []string{text} // the same in every language, such as a telephone number
		}
		var longer [][]string
		for _, begun := range all {
			for _, o := range originals {
				if len(longer) < maxWordings {
					longer = append(longer, append(slices.Clip(begun), o))
				}
			}
		}
		all = longer
	}
	if slices.Equal(all[0], texts) { // none of them is a translation
		return all
	}
	return append([][]string{texts}, all...)
}

// Recorded says how much of a unit somebody recorded in the language wanted.
type Recorded int

// How much was recorded.
const (
	RecordedNone Recorded = iota
	RecordedPart
	RecordedAll
)

// Spoken is a unit as it is to be played, sentence by sentence.
type Spoken struct {
	Pieces   []Piece
	Recorded Recorded // in the language wanted
}

// Piece is one sentence.
type Piece struct {
	Text       int     // index of its text
	From, To   int     // where it stands in the text, as JavaScript counts
	Say        string  // its spoken form
	Lang       string  // language it will be heard in
	Sound      string  // path of its sound, "": the caller must say it
	Start, End float64 // seconds within the sound; both 0: all of it
}

// Languages lists the spoken languages of the pack with at least one clip.
func (s *Speaker) Languages() []guide.SpokenLanguage {
	list := []guide.SpokenLanguage{}
	for _, l := range s.pack.Speech.Languages {
		if len(s.clips.IDs(l.Code)) > 0 {
			list = append(list, l)
		}
	}
	return list
}

// Recorded lists the languages of the pack's own texts that have clips.
func (s *Speaker) Recorded() []string {
	return slices.DeleteFunc(slices.Clone(s.pack.Info.Languages), func(lang string) bool { return len(s.clips.IDs(lang)) == 0 })
}

// Synthesises lists the languages that can be said without a clip.
func (s *Speaker) Synthesises() []string { return s.voice.Languages() }

// Speak says a unit: by its clip, else by the clips of its texts, and what
// nobody recorded by the voice. A voice that fails leaves its sentences to the
// caller.
//
// Error: CodeInvalid when there is too much to say, or nothing.
func (s *Speaker) Speak(ctx context.Context, r Request) (Spoken, error) {
	letters := 0
	for _, t := range r.Texts {
		letters += utf8.RuneCountInString(t)
	}
	if len(r.Texts) == 0 || len(r.Texts) > MaxTexts || letters > MaxLetters {
		return Spoken{}, guide.Errorf(guide.CodeInvalid, "Đoạn này dài quá nên máy không đọc được. Mời ông bà nhờ cán bộ.")
	}
	if r.Voice == "" || s.pack.SpokenLanguage(r.Voice) == nil {
		r.Voice = r.Lang
	}
	spoken := Spoken{Pieces: []Piece{}}
	whole := s.pieces(r.Texts, 0, r.Lang)
	if s.recorded(whole, r.Voice, r.wordings(r.Texts)) {
		spoken.Pieces, spoken.Recorded = append(spoken.Pieces, whole...), RecordedAll
		return spoken, nil
	}
	found := 0
	for i, text := range r.Texts {
		pieces := s.pieces([]string{text}, i, r.Lang)
		if s.recorded(pieces, r.Voice, r.wordings([]string{text})) {
			found++
		}
		spoken.Pieces = append(spoken.Pieces, pieces...)
	}
	if found > 0 {
		spoken.Recorded = RecordedPart
		if found == len(r.Texts) {
			spoken.Recorded = RecordedAll
		}
	}
	if r.Synthesise {
		s.synthesise(ctx, spoken.Pieces, r.Slow)
	}
	return spoken, nil
}

// Forget lets go of what was said: which sentences were heard tells what a visit
// was about.
func (s *Speaker) Forget() { s.sounds.empty() }

// pieces parts texts into sentences; the first text has the index first.
func (s *Speaker) pieces(texts []string, first int, lang string) []Piece {
	var list []Piece
	for i, text := range texts {
		for _, at := range s.reader.splitter.Split(text) {
			from := utf16Len(text[:at.From])
			list = append(list, Piece{
				Text: first + i, From: from, To: from + utf16Len(text[at.From:at.To]),
				Say: s.reader.Say(text[at.From:at.To], lang), Lang: lang,
			})
		}
	}
	return list
}

// recorded gives pieces the sound of the first clip named by one of the
// wordings; false when there is none that can be played.
func (s *Speaker) recorded(pieces []Piece, lang string, wordings [][]string) bool {
	return len(pieces) > 0 && slices.ContainsFunc(wordings, func(texts []string) bool {
		id := guide.UnitID(texts)
		c, ok := s.clips.read(lang, id)
		if !ok {
			return false
		}
		seconds, ok := c.seconds()
		if !ok {
			s.log.Warn("clip cannot be played", "lang", lang, "id", id)
			return false
		}
		share(pieces, lang, id, seconds)
		return true
	})
}

// share gives pieces the sound of a clip, each its share of the time.
func share(pieces []Piece, lang, id string, seconds float64) {
	total := 0
	for _, p := range pieces {
		total += beats(p.Say)
	}
	done := 0
	for i := range pieces {
		p := &pieces[i]
		p.Lang, p.Sound = lang, SoundOf(lang, id)
		p.Start = seconds * float64(done) / float64(total)
		done += beats(p.Say)
		p.End = seconds * float64(done) / float64(total)
	}
}

// synthesise gives the pieces without a sound one, side by side.
func (s *Speaker) synthesise(ctx context.Context, pieces []Piece, slow bool) {
	var wg sync.WaitGroup
	for i := range pieces {
		if p := &pieces[i]; p.Sound == "" && p.Say != "" {
			wg.Go(func() { p.Sound = s.sound(ctx, p.Lang, p.Say, slow) })
		}
	}
	wg.Wait()
}

// sound is the path of a synthesised sentence, "" when there is no voice for
// the language: Tày words in a Vietnamese mouth are no Tày.
func (s *Speaker) sound(ctx context.Context, lang, say string, slow bool) string {
	if !slices.Contains(s.voice.Languages(), lang) {
		return ""
	}
	speed := "normal"
	if slow {
		speed = "slow"
	}
	id := guide.UnitID([]string{lang, speed, say})
	if _, ok := s.sounds.get(id); ok {
		return soundPath + id
	}
	begun := s.sounds.time()
	wav, err := s.voice.Synthesise(ctx, lang, say, slow)
	if err != nil {
		s.log.Warn("sentence not synthesised", "lang", lang, "err", err)
		return ""
	}
	if !s.sounds.put(id, wav, begun) {
		return ""
	}
	return soundPath + id
}
