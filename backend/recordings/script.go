package recordings

import (
	"fmt"
	"path/filepath"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/speech"
)

// Script is what is to be recorded for services, with the flows they use; for
// none: everything. Error: CodeNotFound.
func (l Language) Script(services []string) (speech.Script, error) {
	files, err := speech.FilesOf(l.of.lib.Pack, services)
	if err != nil {
		return speech.Script{}, err
	}
	return speech.NewScript(l.of.units, files, l.of.clips.Recorded(l.Code), l.Name), nil
}

// SaveScript writes a script to be printed into the language's folder below
// dir, where its recordings will be looked for, and gives the file's name.
// Errors: CodeStorage, CodeDiskFull.
func (l Language) SaveScript(script speech.Script, dir string, now time.Time) (name string, err error) {
	dir = filepath.Join(dir, l.Folder())
	if err := safefile.Folder(dir, 0o755); err != nil {
		return "", guide.Wrap(err, guide.CodeStorage, "Không tạo được thư mục %s. Mời xem USB còn cắm không, còn chỗ và không khóa ghi.", l.Folder())
	}
	name = filepath.Join(dir, fmt.Sprintf("kich-ban-%s-%s.html", l.slug(), now.Format("20060102-150405")))
	return name, safefile.Write(name, script.WriteHTML)
}
