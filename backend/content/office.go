package content

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tungbuoc/backend/guide"
)

// OfficeName is the file in the data folder with the commune's own details.
const OfficeName = "office.yaml"

// ReadOffice reads office.yaml.
//
// Error: CodeContent; the sentence names the line and how to mend it.
func ReadOffice(data []byte) (guide.Office, error) {
	var office guide.Office
	r := reader{file: OfficeName}
	r.read(data, &office)
	if office.DPI < 0 || office.DPI > 600 {
		r.report(position{1, 1}, "dpi phải từ 1 đến 600.", "Để trống nếu không rõ.")
	}
	if office.WiFi != nil {
		r.refuse(office.WiFi.Check(), "wifi")
	}
	if office.Team != nil {
		r.refuse(office.Team.Check(), "team")
	}
	if len(r.problems) > 0 {
		return guide.Office{}, guide.Errorf(guide.CodeContent, "Tệp cài đặt của xã có lỗi: %s", r.problems[0])
	}
	return office, nil
}

// refuse reports what a part of office.yaml is wrong about.
func (r *reader) refuse(err error, part string) {
	if err != nil {
		r.report(position{1, 1}, part+": "+guide.Message(err), "Sửa mục này trong tệp, hoặc bỏ đi.")
	}
}

// OfficeIn reads office.yaml of a data folder. A missing file is an office
// without details. Errors: CodeContent, with the place of the mistake;
// CodeStorage.
func OfficeIn(dir string) (guide.Office, error) {
	data, err := os.ReadFile(filepath.Join(dir, OfficeName))
	if errors.Is(err, fs.ErrNotExist) {
		return guide.Office{}, nil
	}
	if err != nil {
		return guide.Office{}, guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp %s. Mời xem lại thư mục dữ liệu.", OfficeName)
	}
	return ReadOffice(data)
}
