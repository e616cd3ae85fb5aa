package desktop

import (
	"context"
	"net/http"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/manual"
	"tungbuoc/backend/speech"
)

// speakWait is how long a unit may take to be synthesised: less than the page
// waits for the answer. What is not ready by then is left to the page.
const speakWait = 12 * time.Second

// VoicesView says what can be read aloud.
type VoicesView struct {
	Synth     []string        `json:"synth"`     // languages the program says by itself
	Recorded  []string        `json:"recorded"`  // languages of the screens with at least one recording
	Languages []VoiceLanguage `json:"languages"` // the same of spoken languages that no screen is written in
	Silent    bool            `json:"silent"`    // the office wants nothing read aloud now
}

// VoiceLanguage is a spoken language.
type VoiceLanguage struct {
	Code string `json:"code"`
	Name string `json:"name"` // what people call it, in Vietnamese
}

// SpeakView is one unit to be read aloud: a step with its reason, or a line of
// the checklist with its note.
type SpeakView struct {
	Texts []string `json:"texts"` // as shown
	Lang  string   `json:"lang"`  // language of the texts
	Voice string   `json:"voice"` // spoken language wanted
	Slow  bool     `json:"slow"`
	Synth bool     `json:"synth"` // false: the page has a voice of its own for what was not recorded
}

// SpokenView is a unit as it is to be played.
type SpokenView struct {
	Pieces  []SpokenPieceView `json:"pieces"`
	Missing string            `json:"missing"` // how much is not recorded in the spoken language wanted: "", part or all
	Name    string            `json:"name"`    // what that language is called, in the language of the texts
}

// SpokenPieceView is one sentence.
type SpokenPieceView struct {
	Text  int     `json:"text"`  // index of its text
	From  int     `json:"from"`  // UTF-16 offsets within the text
	To    int     `json:"to"`    //
	Say   string  `json:"say"`   // its spoken form, for the system's voice
	Lang  string  `json:"lang"`  // language it will be heard in
	Sound string  `json:"sound"` // path to fetch; "": the page must say it
	Start float64 `json:"start"` // seconds within the sound; start and end 0: all of it
	End   float64 `json:"end"`
}

// Voices says what can be read aloud.
func (r *Resident) Voices() (VoicesView, error) {
	return guard(r.office, "Voices", func() (VoicesView, error) {
		s, err := r.content.Now().Speaker()
		if err != nil {
			return VoicesView{}, err
		}
		st, _ := r.storage.Within(storageWait) // an office whose file cannot be read has no names of its own
		v := VoicesView{Synth: s.Synthesises(), Recorded: list(s.Recorded()), Languages: []VoiceLanguage{}, Silent: !st.Set.Speaks(r.now())}
		for _, l := range s.Languages() {
			v.Languages = append(v.Languages, VoiceLanguage(st.Office().Called(l)))
		}
		return v, nil
	})
}

// Speak prepares a unit to be heard. Nothing of it is kept but the sound, in
// memory and for a while. Errors: CodeInvalid, CodeUnavailable (not at this hour).
func (r *Resident) Speak(unit SpeakView) (SpokenView, error) {
	return guard(r.office, "Speak", func() (SpokenView, error) {
		if st, _ := r.storage.Within(storageWait); !st.Set.Speaks(r.now()) {
			return SpokenView{}, guide.Errorf(guide.CodeUnavailable, "Giờ này máy không đọc to. Mời ông bà đọc trên màn hình.")
		}
		now := r.content.Now()
		s, err := now.Speaker()
		if err != nil {
			return SpokenView{}, err
		}
		lib, err := now.Library()
		if err != nil {
			return SpokenView{}, err
		}
		unit.Lang = lib.Shown(unit.Lang)
		ctx, cancel := context.WithTimeout(context.Background(), speakWait)
		defer cancel()
		spoken, err := s.Speak(ctx, speech.Request{
			Texts: unit.Texts, Lang: unit.Lang, Voice: unit.Voice, Slow: unit.Slow, Synthesise: unit.Synth,
			Originals: lib.Originals(unit.Lang),
		})
		if err != nil {
			return SpokenView{}, err
		}
		v := SpokenView{Pieces: []SpokenPieceView{}}
		for _, p := range spoken.Pieces {
			v.Pieces = append(v.Pieces, SpokenPieceView(p))
		}
		if l := lib.Pack.SpokenLanguage(unit.Voice); l != nil {
			v.Missing, v.Name = missing[spoken.Recorded], lib.Translator(unit.Lang)(l.Name)
		}
		return v, nil
	})
}

// missing says how much of a unit is heard in another language than the one
// wanted.
var missing = map[speech.Recorded]string{speech.RecordedNone: "all", speech.RecordedPart: "part", speech.RecordedAll: ""}

// WithSounds serves what is read aloud and the pictures of the manual, and hands
// everything else on.
func WithSounds(r *Resident, next http.Handler) http.Handler {
	return r.content.Sounds(manual.Pictures(next))
}
