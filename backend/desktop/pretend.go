package desktop

import (
	"context"
	"errors"
	"io/fs"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/logbook"
)

// Pretend is a visit without a window, on a data folder of its own: somebody types a
// word, also where nothing is found, opens what the pack has first, hears the word read
// aloud, and the visit ends. It is for who wants to see what a visit leaves behind.
func Pretend(pack fs.FS, version, dir, word string) error {
	log, file := logbook.Open(dir)
	defer file.Close()
	r := NewResident(ResidentOptions{Log: log, Version: version, Pack: pack, Idle: KioskIdle, DataDir: dir})
	boot, err := r.Boot("vi")
	r.Ready()
	_, _ = r.storage.Get() // what comes is counted
	lib, lerr := r.library()
	if err := errors.Join(err, lerr); err != nil {
		return err
	}
	_, err = r.Search(word, "vi")
	errs := []error{err, r.Missed(word), r.Missed(word + " " + boot.Place)}
	for i := range lib.Pack.Services {
		if s := &lib.Pack.Services[i]; s.HasGuide() {
			_, werr := r.Walk(s.Key, nil, "vi", 0)
			_, cerr := r.Codes(s.Key, "vi")
			errs = append(errs, werr, cerr, r.Count(s.Key, string(guide.EventOpened), "", "vi"))
			break
		}
	}
	_, _ = r.Search(word+" 0912 345 678", "vi") // not understood is no fault
	_, _ = r.Service(word, "vi")
	_, _ = r.Speak(SpeakView{Texts: []string{word}, Lang: "vi"})
	_ = r.Count(word, string(guide.EventHelpful), word, "vi")
	errs = append(errs, r.EndSession())
	r.close(context.Background())
	return errors.Join(errs...)
}
