package speech

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// maxSource is the largest file that is looked at, in bytes: three minutes of
// the best that a recorder makes.
const maxSource = 100 << 20

// Import is what became of one file.
type Import struct {
	File    string  `json:"file"`
	ID      string  `json:"id"`      // "": the name starts with none of today
	Seconds float64 `json:"seconds"` // as kept
	Gain    float64 `json:"gain"`    // dB
	Problem string  `json:"problem"` // "": imported; else Vietnamese
}

// recordingShape is the name of a recording: the code of the script, or the
// whole id, first.
var recordingShape = regexp.MustCompile(`^([0-9a-f]{8,16})(?:[^0-9a-z].*)?$`)

// notes are files that lie beside recordings and are none.
var notes = []string{".csv", ".html", ".txt", ".pdf", ".xlsx", ".ini", ".db", ".json"}

// ImportAll takes recordings of a language, files or folders of them, into the
// data folder, each levelled and its silence cut off. find finds the id by which
// a recording is named (see [Find]). A file that cannot be used is named with the reason,
// and the others are imported all the same. before, which may be nil, is told
// before each file how many are done of how many, and says whether to go on.
//
// Error: CodeStorage, CodeDiskFull when nothing can be kept; what was imported
// until then stays and is listed.
func ImportAll(dataDir, lang string, from []string, find func(code string) (id string, ok bool), before func(done, all int) bool) ([]Import, error) {
	dir := filepath.Join(dataDir, Folder, lang)
	if err := safefile.Folder(dir, 0o755); err != nil {
		return nil, guide.Wrap(err, guide.CodeStorage, "Không tạo được thư mục cho bản thu. Mời kiểm tra quyền và chỗ trống của ổ đĩa.")
	}
	list := []Import{}
	files := recordings(from)
	for i, name := range files {
		if before != nil && !before(i, len(files)) {
			break
		}
		one := Import{File: name}
		base := filepath.Base(name)
		m := recordingShape.FindStringSubmatch(strings.ToLower(strings.TrimSuffix(base, filepath.Ext(base)))) // sticks may be in capitals
		var found bool
		if m != nil {
			one.ID, found = find(m[1])
		}
		_, gone := os.Stat(name)
		switch {
		case errors.Is(gone, fs.ErrNotExist):
			one.Problem = "Không có tệp này. Mời xem lại tên tệp và thư mục."
		case m == nil:
			one.Problem = "Tên tệp phải bắt đầu bằng mã trong kịch bản, như 0ca03b5b.wav. Mời đổi tên tệp rồi nhập lại."
		case !found:
			one.Problem = "Không có câu nào mang mã này. Câu có thể đã đổi; mời lưu lại kịch bản rồi thu lại."
		default:
			err := importOne(dir, name, &one)
			if code := guide.ErrorCode(err); code == guide.CodeStorage || code == guide.CodeDiskFull {
				return list, err // the next file would fare no better
			}
			one.Problem = guide.Message(err)
		}
		list = append(list, one)
	}
	return list, nil
}

// recordings lists the files meant by names of files and folders, sorted.
func recordings(from []string) []string {
	var list []string
	for _, name := range from {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			list = append(list, name)
			continue
		}
		_ = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error { // what cannot be read is not there
			switch {
			case err != nil, path == name: // a folder that somebody names is meant, whatever its name
			case d.IsDir() && thrownAway(d.Name()):
				return fs.SkipDir
			case d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") &&
				!slices.Contains(notes, strings.ToLower(filepath.Ext(path))):
				list = append(list, path)
			}
			return nil
		})
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// bins are folders, in lower case, in which systems keep on a stick what was
// deleted, lost or is their own. Those that start with a full stop are not
// among them: .Trash-1000, .Trashes, .Spotlight-V100.
var bins = regexp.MustCompile(`^(\$recycle\.bin|recycle[rd]|recycle bin|found\.\d{3}|system volume information|lost\+found|lost\.dir|trash(-\d+)?|trashes|__macosx|#recycle|@recycle)$`)

// thrownAway says whether a folder holds nothing that anybody wants to hear.
func thrownAway(folder string) bool {
	return strings.HasPrefix(folder, ".") || bins.MatchString(strings.ToLower(folder))
}

// importOne makes a clip of one recording. Errors: CodeInvalid with a sentence
// for who recorded it; CodeStorage, CodeDiskFull.
func importOne(dir, name string, one *Import) error {
	info, err := os.Stat(name)
	if err != nil {
		return guide.Wrap(err, guide.CodeInvalid, "Không mở được tệp này. Mời xem lại tên tệp.")
	}
	if !info.Mode().IsRegular() {
		return guide.Errorf(guide.CodeInvalid, "Đây không phải là tệp thường. Mời chép lại bản thu.")
	}
	if info.Size() > maxSource {
		return guide.Errorf(guide.CodeInvalid, "Tệp này lớn quá. Mời thu lại trong %d phút.", MaxClip/60)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return guide.Wrap(err, guide.CodeInvalid, "Không đọc được tệp này. Mời chép lại.")
	}
	made, ext, err := prepare(data, one)
	if err != nil {
		return err
	}
	if err := safefile.Write(filepath.Join(dir, one.ID+ext), func(w io.Writer) error {
		_, err := w.Write(made)
		return err
	}); err != nil {
		return err
	}
	for _, other := range extensions {
		if other != ext { // the recording it replaces
			_ = safefile.Remove(filepath.Join(dir, one.ID+other))
		}
	}
	return nil
}

// prepare decodes a recording and makes the clip to keep, with its extension.
func prepare(data []byte, one *Import) (made []byte, ext string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("OggS")):
		made, err = prepareOpus(data, one)
		if ext = ".ogg"; made != nil && !bytes.HasPrefix(made, []byte("OggS")) {
			ext = ".wav"
		}
	case isRIFF(data):
		ext = ".wav"
		var s sound
		if s, err = readWAV(data, MaxClip); err == nil {
			made, err = prepareSound(s, one)
		}
	case len(data) == 0:
		return nil, "", guide.Errorf(guide.CodeInvalid, "Tệp này trống. Mời thu lại.")
	default:
		return nil, "", guide.Errorf(guide.CodeInvalid, "Máy chỉ nhận WAV và Ogg Opus. Mời lưu lại thành WAV rồi nhập.")
	}
	return made, ext, said(err)
}

// prepareSound makes a WAV file of a sound.
func prepareSound(s sound, one *Import) ([]byte, error) {
	s = resample(s, keepRate)
	p, err := polish(s)
	if err != nil {
		return nil, err
	}
	s = p.apply(s)
	s.centre()
	one.Seconds, one.Gain = s.seconds(), p.gain
	return writeWAV(s), nil
}

// prepareOpus keeps one channel of Opus as it is encoded: a tenth of the size
// of WAV. Two channels, which the gain cannot level for sure, become WAV.
func prepareOpus(data []byte, one *Import) ([]byte, error) {
	o, err := readOgg(data)
	if err != nil {
		return nil, err
	}
	if o.seconds() > MaxClip {
		return nil, errTooLong
	}
	s, err := o.decode()
	if err != nil {
		return nil, err
	}
	if o.channels > 1 {
		return prepareSound(s, one)
	}
	p, err := polish(s)
	if err != nil {
		return nil, err
	}
	cut := o.cut(p)
	one.Seconds, one.Gain = cut.seconds(), p.gain
	return cut.write(), nil
}

// said gives a failure its sentence.
func said(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errTooLong):
		return guide.Wrap(err, guide.CodeInvalid, "Bản thu dài quá. Mời thu lại trong %d phút.", MaxClip/60)
	case errors.Is(err, errTooShort):
		return guide.Wrap(err, guide.CodeInvalid, "Bản thu ngắn quá. Mời thu lại cả câu.")
	case errors.Is(err, errSilent):
		return guide.Wrap(err, guide.CodeInvalid, "Bản thu không có tiếng. Mời xem lại micrô rồi thu lại.")
	case errors.Is(err, errChained):
		return guide.Wrap(err, guide.CodeInvalid, "Tệp này có nhiều bản thu nối nhau. Mời thu lại liền một lần, mỗi đoạn một tệp.")
	case errors.Is(err, errCut), errors.Is(err, errMissing):
		return guide.Wrap(err, guide.CodeInvalid, "Bản thu bị hỏng: tệp thiếu một phần. Mời chép lại từ máy thu, hoặc thu lại.")
	case errors.Is(err, errNotOpus):
		return guide.Wrap(err, guide.CodeInvalid, "Tệp Ogg này không phải Opus. Mời lưu lại thành WAV rồi nhập.")
	}
	return guide.Wrap(err, guide.CodeInvalid, "Bản thu bị hỏng hoặc máy không đọc được. Mời lưu lại thành WAV 16 bit rồi nhập.")
}

// Remove deletes clips of the commune and says how many there were. Error:
// CodeStorage.
func Remove(dataDir, lang string, ids []string) (int, error) {
	return eachClip(lang, ids, func(id string) (bool, error) {
		gone := false
		for _, ext := range extensions {
			err := safefile.Remove(filepath.Join(dataDir, Folder, lang, id+ext))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return false, err
			}
			gone = gone || err == nil
		}
		return gone, nil
	})
}
