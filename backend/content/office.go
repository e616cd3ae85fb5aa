package content

import (
	"errors"
	"io/fs"
	"os"

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
	return office.Tidy(), nil
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
func MisnamedOffice(dir string) string { return misnamed(os.DirFS(dir), OfficeName) }
