package content

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
)

// OfficeName is the file in the data folder with the commune's own details.
const OfficeName = "office.yaml"

// ReadOffice reads office.yaml.
//
// Error: CodeContent; the sentence names the line and how to mend it.
func ReadOffice(data []byte) (guide.Office, error) {
	r := reader{file: OfficeName, few: true, positions: map[string]position{}}
	var office guide.Office
	if len(data) > maxOffice {
		r.flawed(tooLarge(maxOffice))
	} else {
		r.read(data, &office)
	}
	return r.office(office)
}

// office checks what was read and gives it, or the first problem.
func (r *reader) office(office guide.Office) (guide.Office, error) {
	if !r.unread {
		for _, p := range office.Problems() {
			r.report(near(r.positions, p.Where.Path), p.Message, p.Mend)
		}
	}
	if len(r.problems) > 0 {
		return guide.Office{}, guide.Errorf(guide.CodeContent, "Tệp cài đặt của xã có lỗi: %s", r.problems[0])
	}
	return office, nil
}

// OfficeIn reads office.yaml of a data folder. A missing file is an office
// without details. Errors: CodeContent, with the place of the mistake;
// CodeStorage.
func OfficeIn(dir string) (guide.Office, error) {
	r := reader{few: true, positions: map[string]position{}}
	var office guide.Office
	_, err := r.open(os.DirFS(dir), OfficeName, maxOffice, &office)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return guide.Office{}, nil
	case err != nil && !errors.Is(err, fs.ErrInvalid):
		return guide.Office{}, guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp %s. Mời xem lại thư mục dữ liệu.", OfficeName)
	}
	return r.office(office)
}

// MisnamedOffice finds a file in a data folder that was meant to be office.yaml
// and has another name: Windows hides .txt, and adds it. "" if there is none.
func MisnamedOffice(dir string) string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if e.Name() != OfficeName && meantAsOffice(e.Name()) {
			return e.Name()
		}
	}
	return ""
}

// meantAsOffice says whether a file's name is office.yaml written otherwise:
// in capitals, with another ending or one more, as a copy, with spaces.
func meantAsOffice(name string) bool {
	name = strings.ToLower(norm.NFC.String(name))
	stem, end, found := strings.Cut(name, ".")
	stem = strings.TrimSpace(stem)
	if !found { // office
		return stem == "office" || stem == "officeyaml"
	}
	for _, more := range []string{" - copy", " copy", " (1)", " (2)", "(1)", "(2)", " - bản sao", " - sao chép", "-1", "_1"} {
		stem = strings.TrimSuffix(stem, more)
	}
	if strings.TrimSpace(stem) != "office" {
		return false
	}
	for _, part := range strings.FieldsFunc(end, func(c rune) bool { return c == '.' || c == ' ' }) {
		switch part {
		case "yaml", "yml", "yam", "yaml_", "txt", "text":
			return true
		}
	}
	return false
}
