package desktop

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/search"
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

// ClipView is one of the commune's own clips.
type ClipView struct {
	ID    string   `json:"id"`
	Texts []string `json:"texts"` // none: the words have changed
	Where []string `json:"where"` // titles of the services and parts it is heard in
	Sound string   `json:"sound"` // path to fetch
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

// tongue is a language to be recorded.
type tongue struct {
	lang, name string
	lib        *content.Library
	units      []speech.Unit
}

// written is what people call the language that the pack is written in.
const written = "tiếng Việt"

// tongues lists the languages that can be recorded: the one the pack is
// written in, and its spoken ones.
func (s *Staff) tongues() ([]tongue, error) {
	lib, err := s.r.library.get()
	if err != nil {
		return nil, err
	}
	base := lib.Pack.Info.Languages[0]
	units := speech.Units(lib.Pack, lib.Translator(base))
	list := []tongue{{base, written, lib, units}}
	for _, l := range lib.Pack.Speech.Languages {
		list = append(list, tongue{l.Code, l.Name, lib, units})
	}
	return list, nil
}

// tongue finds a language. Error: CodeNotFound.
func (s *Staff) tongue(lang string) (tongue, error) {
	list, err := s.tongues()
	if err != nil {
		return tongue{}, err
	}
	for _, t := range list {
		if t.lang == lang {
			return t, nil
		}
	}
	return tongue{}, guide.Errorf(guide.CodeNotFound, "Nội dung không có tiếng này. Mời chọn tiếng khác.")
}

// slug is the name of the language in names of files.
func (t tongue) slug() string { return strings.ReplaceAll(search.Fold(t.name), " ", "-") }

// folder is where its recordings are looked for. Each language has its own:
// the names of recordings do not tell them apart.
func (t tongue) folder() string { return "thu-am-" + t.slug() }

// Recordings says how much is recorded in each language.
func (s *Staff) Recordings() ([]RecordingView, error) {
	return authorised(s, "Recordings", func(context.Context, *sqlite.DB) ([]RecordingView, error) {
		list, err := s.tongues()
		if err != nil {
			return nil, err
		}
		all, own := speech.NewClips(s.r.dataDir, s.r.pack), speech.NewClips(s.r.dataDir, nil)
		views := []RecordingView{}
		for _, t := range list {
			ours, stock := own.Count(t.lang, t.name, t.units), all.Count(t.lang, t.name, t.units)
			views = append(views, RecordingView{
				Lang: t.lang, Name: t.name, Recorded: stock.Recorded, Total: stock.Total,
				Own: len(own.IDs(t.lang)), Outdated: ours.Outdated, Folder: t.folder(),
			})
		}
		return views, nil
	})
}

// SaveScript starts writing down what is to be recorded for services, none
// meaning everything, into a folder of one of the Folders; Progress tells when
// it is there. Errors: CodeUsage, CodeNotFound, CodeInvalid (a job is being done).
func (s *Staff) SaveScript(lang string, services []string, folder string) error {
	_, err := authorised(s, "SaveScript", func(context.Context, *sqlite.DB) (struct{}, error) {
		t, err := s.tongue(lang)
		if err != nil {
			return struct{}{}, err
		}
		if len(services) > maxServices {
			return struct{}{}, guide.Errorf(guide.CodeUsage, "Mỗi kịch bản nhiều nhất %d dịch vụ. Mời chia làm nhiều lần.", maxServices)
		}
		files, err := speech.FilesOf(t.lib.Pack, services)
		if err != nil {
			return struct{}{}, err
		}
		to, err := offered(folder)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.start(1, 0, func(_ context.Context, j *paperJob) error { return s.saveScript(j, t, files, to) })
	})
	return err
}

func (s *Staff) saveScript(j *paperJob, t tongue, files map[string]bool, to FolderView) error {
	dir := filepath.Join(to.Path, t.folder())
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không tạo được thư mục %s. Mời xem USB còn cắm không, còn chỗ và không khoá ghi.", t.folder())
	}
	name := filepath.Join(dir, fmt.Sprintf("kich-ban-%s-%s.html", t.slug(), s.now().Format("20060102-150405")))
	recorded := speech.NewClips(s.r.dataDir, s.r.pack).Recorded(t.lang)
	if err := safefile.Write(name, speech.NewScript(t.units, files, recorded, t.name).WriteHTML); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.view.Done, j.view.File = 1, name
	return nil
}

// Import starts taking the recordings of a language from one of the Folders;
// Progress tells how far it is, Imported what became of each file. What was
// taken stays, whatever happens to the stick. Errors: CodeNotFound, CodeInvalid
// (a job is being done).
func (s *Staff) Import(lang, folder string) error {
	_, err := authorised(s, "Import", func(context.Context, *sqlite.DB) (struct{}, error) {
		t, err := s.tongue(lang)
		if err != nil {
			return struct{}{}, err
		}
		from, err := offered(folder)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, s.start(0, 0, func(ctx context.Context, j *paperJob) error { return s.intake(ctx, j, t, from) })
	})
	return err
}

func (s *Staff) intake(ctx context.Context, j *paperJob, t tongue, from FolderView) error {
	s.keepIntake(IntakeView{Lang: t.lang, Files: []TakenView{}})
	root, files, err := sources(from, t)
	if err != nil {
		return err
	}
	gone := false
	list, err := speech.ImportAll(s.r.dataDir, t.lang, files, speech.Find(t.units), func(done, all int) bool {
		j.mu.Lock()
		j.view.Done, j.view.Pages = done, all
		j.mu.Unlock()
		gone = !isFolder(root)
		return ctx.Err() == nil && !gone
	})
	s.keepIntake(t.intakeView(root, list))
	failed := len(list) > 0 && list[len(list)-1].Problem != ""
	switch {
	case err != nil:
		return err
	case gone, failed && !isFolder(root): // pulled out while the last one was read
		return guide.Errorf(guide.CodeStorage, "Không còn thấy %s. Bản thu đã nhận vẫn còn trong máy. Mời cắm lại rồi nhập tiếp.", from.Name)
	case ctx.Err() != nil:
		return errStopped
	case len(list) == 0:
		return guide.Errorf(guide.CodeNotFound, "Chưa thấy tệp thu âm nào trong %s. Mời chép tệp vào thư mục %s rồi nhập lại.", from.Name, t.folder())
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.view.Done = j.view.Pages
	return nil
}

func (s *Staff) keepIntake(v IntakeView) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.imported = v
}

// Imported says what became of the files of the last import, those that were
// not taken first.
func (s *Staff) Imported() (IntakeView, error) {
	return authorised(s, "Imported", func(context.Context, *sqlite.DB) (IntakeView, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		v := s.imported
		if v.Files == nil {
			v.Files = []TakenView{}
		}
		return v, nil
	})
}

func (t tongue) intakeView(root string, list []speech.Import) IntakeView {
	texts := map[string][]string{}
	for _, u := range t.units {
		texts[u.ID] = u.Texts
		for _, one := range u.Texts {
			texts[guide.UnitID([]string{one})] = []string{one}
		}
	}
	v := IntakeView{Lang: t.lang, Files: []TakenView{}}
	for _, one := range list {
		name, err := filepath.Rel(root, one.File)
		if err != nil {
			name = filepath.Base(one.File)
		}
		f := TakenView{File: filepath.ToSlash(name), Texts: texts[one.ID], Problem: one.Problem}
		if f.Texts == nil {
			f.Texts = []string{}
		}
		if one.Problem == "" {
			v.Taken++
			f.Sound = speech.SoundOf(t.lang, one.ID)
		}
		v.Files = append(v.Files, f)
	}
	slices.SortStableFunc(v.Files, func(a, b TakenView) int { return rank(a) - rank(b) })
	return v
}

func rank(f TakenView) int {
	if f.Problem != "" {
		return 0
	}
	return 1
}

// sounds are what recorders call their files. Those that cannot be used are
// among them: staff are told why.
var sounds = []string{".wav", ".ogg", ".opus", ".mp3", ".m4a", ".aac", ".amr", ".3gp", ".wma", ".flac"}

// sources finds recordings: in the folder of the language, else on top of a
// stick, where nothing but sounds is looked at.
func sources(from FolderView, t tongue) (root string, files []string, err error) {
	if dir := filepath.Join(from.Path, t.folder()); isFolder(dir) {
		return dir, []string{dir}, nil
	}
	if from.Stick {
		entries, _ := os.ReadDir(from.Path) // what cannot be read is not there
		for _, e := range entries {
			if e.Type().IsRegular() && slices.Contains(sounds, strings.ToLower(filepath.Ext(e.Name()))) && !strings.HasPrefix(e.Name(), ".") {
				files = append(files, filepath.Join(from.Path, e.Name()))
			}
		}
	}
	if len(files) == 0 {
		return "", nil, guide.Errorf(guide.CodeNotFound, "Chưa thấy thư mục %s trong %s. Mời tạo thư mục đó, chép tệp thu âm vào, rồi nhập lại.", t.folder(), from.Name)
	}
	return from.Path, files, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Clips lists the commune's own clips of a language: first those whose words
// have changed. Error: CodeNotFound.
func (s *Staff) Clips(lang string) ([]ClipView, error) {
	return authorised(s, "Clips", func(context.Context, *sqlite.DB) ([]ClipView, error) {
		t, err := s.tongue(lang)
		if err != nil {
			return nil, err
		}
		titles := map[string]string{}
		for _, sv := range t.lib.Pack.Services {
			titles["services/"+sv.Key] = sv.Title
		}
		for _, f := range t.lib.Pack.Flows {
			titles["flows/"+f.Key] = f.Title
		}
		views := []ClipView{}
		for _, own := range speech.OwnClips(s.r.dataDir, lang, t.units) {
			v := ClipView{ID: own.ID, Texts: list(own.Texts), Where: []string{}, Sound: speech.SoundOf(lang, own.ID)}
			for _, w := range own.Where {
				v.Where = append(v.Where, titles[w])
			}
			views = append(views, v)
		}
		return views, nil
	})
}

// Discard takes clips out. Until the door is locked, Restore brings them back.
// Errors: CodeNotFound, CodeStorage.
func (s *Staff) Discard(lang string, ids []string) error {
	return s.moveClips("Discard", lang, ids, speech.Discard, "Không còn thấy bản thu này. Mời mở lại danh sách.")
}

// Restore brings discarded clips back. Errors: CodeNotFound, CodeStorage.
func (s *Staff) Restore(lang string, ids []string) error {
	return s.moveClips("Restore", lang, ids, speech.Restore, "Không lấy lại được, vì câu này đã có bản thu mới. Mời mở lại danh sách.")
}

func (s *Staff) moveClips(method, lang string, ids []string, move func(dataDir, lang string, ids []string) (int, error), missing string) error {
	_, err := authorised(s, method, func(context.Context, *sqlite.DB) (struct{}, error) {
		if _, err := s.tongue(lang); err != nil {
			return struct{}{}, err
		}
		n, err := move(s.r.dataDir, lang, ids)
		if err == nil && n == 0 {
			err = guide.Errorf(guide.CodeNotFound, "%s", missing)
		}
		return struct{}{}, err
	})
	return err
}
