package desktop

import (
	"math"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// Rehearsal gives a lesson, fitted to the answers, to be practised on a drawn
// phone. size is that of its letters, as for Walk. Everything in it is made up; nothing is sent or kept.
// Error: CodeNotFound.
func (r *Resident) Rehearsal(key string, answers map[string]string, lang string, size int) (RehearsalView, error) {
	return guard(r.office, "Rehearsal", func() (RehearsalView, error) {
		lib, s, err := r.find(key)
		if err != nil {
			return RehearsalView{}, err
		}
		w, err := lib.Pack.Shown(s, answers)
		if err != nil {
			return RehearsalView{}, err
		}
		return r.presenter(lib, lang).rehearsal(s, w, size), nil
	})
}

// Skill gives the steps for which one step of a service's lesson stands, to be
// practised on a drawn phone like the rest. Error: CodeNotFound.
func (r *Resident) Skill(key, skill, lang string, size int) (RehearsalView, error) {
	return guard(r.office, "Skill", func() (RehearsalView, error) {
		lib, s, err := r.find(key)
		if err != nil {
			return RehearsalView{}, err
		}
		found, err := lib.Pack.Skill(s, skill)
		if err != nil {
			return RehearsalView{}, err
		}
		p := r.presenter(lib, lang)
		v := p.rehearsal(s, &guide.Walk{Steps: found.Steps}, size)
		ending, err := lib.Pack.ForAll(s) // a part of the lesson has no end of its own
		v.Ending = string(ending)
		return v, err
	})
}

func (p presenter) rehearsal(s *guide.Service, w *guide.Walk, size int) RehearsalView {
	v := RehearsalView{Steps: []PlayView{}, Chapters: []ChapterView{}, Ending: p.ending(s, w)}
	if w.Ask != nil {
		return v // the steps are not settled before the last answer
	}
	v.Chapters = p.chapters(w.Steps)
	for _, st := range w.Steps {
		say, lang := p.lang.Unit(st.Step)
		step := PlayView{
			Say: say(st.Say), Why: say(st.Why), Helper: say(st.Helper),
			Secret: string(st.Secret), Spots: []SpotView{}, Touches: []int{}, Lang: lang, Phone: st.Scene.OnPhone(), Target: st.Target,
		}
		if st.Screen != nil {
			step.play(*st.Screen, size, say)
		} else {
			scene := picture.Scene(st.Scene, say)
			step.Picture, step.Alt = string(scene.SVG()), scene.Alt
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}

// play adds the drawn phone; say is what says the step.
func (step *PlayView) play(s guide.Screen, size int, say func(string) string) {
	play := picture.Rehearse(s, picture.LettersOf(size), say)
	step.Picture, step.Alt = string(play.SVG), play.Alt
	step.Touches = append(step.Touches, play.Touches...)
	for _, spot := range play.Spots {
		step.Spots = append(step.Spots, SpotView{
			Say: spot.Part.Words(), Kind: string(spot.Part.Kind()), Wrong: say(spot.Part.Wrong), Fills: spot.Part.Fillable(),
			X: share(spot.X), Y: share(spot.Y), W: share(spot.W), H: share(spot.H),
		})
	}
}

// share keeps four digits: a twentieth of a pixel.
func share(f float64) float64 { return math.Round(f*1e4) / 1e4 }
