package desktop

import (
	"context"
	"fmt"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/paper"
	"tungbuoc/backend/places"
	"tungbuoc/backend/recordings"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/sqlite"
)

// RecordingView is how much is recorded in a language.
type RecordingView struct {
	Lang     string   `json:"lang"`
	Name     string   `json:"name"`     // what people call it, in Vietnamese
	Recorded int      `json:"recorded"` // units
	Total    int      `json:"total"`
	Own      int      `json:"own"`      // clips of the commune
	Outdated []string `json:"outdated"` // those of them whose words have changed
	Folder   string   `json:"folder"`   // where its recordings are looked for on a stick
}

// IntakeView is what became of the files of the last import.
type IntakeView struct {
	Lang  string      `json:"lang"` // "": nothing was imported since the start
	Taken int         `json:"taken"`
	Files []TakenView `json:"files"`
}

// TakenView is one file of an import.
type TakenView struct {
	File    string   `json:"file"`    // its name, with the folders below the one chosen
	Texts   []string `json:"texts"`   // what it says, if the name tells
	Sound   string   `json:"sound"`   // path to fetch; "": not taken
	Problem string   `json:"problem"` // why not, and what to do
}

// recordings are those of the edition in use. Error: CodeContent.
func (o *office) recordings() (*recordings.Recordings, error) {
	now := o.content.Now()
	files, err := now.Files()
	if err != nil {
		return nil, err
	}
	lib, err := now.Library()
	if err != nil {
		return nil, err
	}
	whole, err := o.content.Bare() // what is hidden for a while keeps its recordings
	if err != nil {
		return nil, err
	}
	return recordings.Of(lib.With(whole), files, o.dataDir), nil
}

// recordable finds a language that can be recorded. Error: CodeNotFound.
func (o *office) recordable(lang string) (recordings.Language, error) {
	r, err := o.recordings()
	if err != nil {
		return recordings.Language{}, err
	}
	return r.Language(lang)
}

// Recordings says how much is recorded in each language.
func (s *Staff) Recordings() ([]RecordingView, error) {
	return authorised(s, "Recordings", func(context.Context, *sqlite.DB) ([]RecordingView, error) {
		r, err := s.recordings()
		if err != nil {
			return nil, err
		}
		views := []RecordingView{}
		for _, l := range r.Languages() {
			c := l.Coverage()
			views = append(views, RecordingView{
				Lang: l.Code, Name: l.Name, Recorded: c.Recorded, Total: c.Total, Own: c.Own, Outdated: c.Outdated, Folder: l.Folder(),
			})
		}
		return views, nil
	})
}

// SaveScript starts writing down what is to be recorded for services, none
// meaning everything, into a folder of one of the Folders; Progress tells when
// it is there. Errors: CodeInvalid, CodeNotFound, CodeBusy.
func (s *Staff) SaveScript(lang string, services []string, folder string) error {
	return s.allowed("SaveScript", func(context.Context, *sqlite.DB) error {
		l, err := s.recordable(lang)
		if err != nil {
			return err
		}
		if len(services) > paper.MaxServices {
			return guide.Errorf(guide.CodeInvalid, "Mỗi kịch bản nhiều nhất %d dịch vụ. Mời chia làm nhiều lần.", paper.MaxServices)
		}
		script, err := l.Script(services)
		if err != nil {
			return err
		}
		to, err := places.Find(findSticks(), folder)
		if err != nil {
			return err
		}
		return l.StartScript(s.worker, script, to, s.now)
	})
}

// Import starts taking the recordings of a language from one of the Folders;
// Progress tells how far it is, Imported what became of each file. What was
// taken stays, whatever happens to the stick. Errors: CodeNotFound, CodeBusy.
func (s *Staff) Import(lang, folder string) error {
	return s.allowed("Import", func(ctx context.Context, _ *sqlite.DB) error {
		l, err := s.recordable(lang)
		if err != nil {
			return err
		}
		from, err := places.Find(findSticks(), folder)
		if err != nil {
			return err
		}
		return s.noted(ctx, s.intake.Start(s.worker, l, from), guide.DeedRecordings, l.Name)
	})
}

// Imported says what became of the files of the last import, those that were
// not taken first.
func (s *Staff) Imported() (IntakeView, error) {
	return authorised(s, "Imported", func(context.Context, *sqlite.DB) (IntakeView, error) {
		lang, taken := s.intake.Last()
		v := IntakeView{Lang: lang, Files: []TakenView{}}
		for _, t := range taken {
			f := TakenView{File: t.File, Texts: list(t.Texts), Problem: t.Problem}
			if t.ID != "" {
				v.Taken++
				f.Sound = speech.SoundOf(lang, t.ID)
			}
			v.Files = append(v.Files, f)
		}
		return v, nil
	})
}

// Clips lists the commune's own clips of a language: first those whose words
// have changed. Error: CodeNotFound.
func (s *Staff) Clips(lang string) ([]recordings.Clip, error) {
	return authorised(s, "Clips", func(context.Context, *sqlite.DB) ([]recordings.Clip, error) {
		l, err := s.recordable(lang)
		if err != nil {
			return nil, err
		}
		return l.Clips(), nil
	})
}

// Discard takes clips out. Until the door is locked, Restore brings them back.
// Errors: CodeNotFound, CodeStorage.
func (s *Staff) Discard(lang string, ids []string) error {
	return s.allowed("Discard", func(ctx context.Context, _ *sqlite.DB) error {
		l, err := s.recordable(lang)
		if err != nil {
			return err
		}
		return s.noted(ctx, l.Discard(ids), guide.DeedDiscarded, fmt.Sprintf("%s, %d", l.Name, len(ids)))
	})
}

// Restore brings discarded clips back. Errors: CodeNotFound, CodeStorage.
func (s *Staff) Restore(lang string, ids []string) error {
	return s.allowed("Restore", func(context.Context, *sqlite.DB) error {
		l, err := s.recordable(lang)
		if err != nil {
			return err
		}
		return l.Restore(ids)
	})
}
