package certificate

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
	"unicode/utf16"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/safefile"
)

const title = "Biên bản nghiệm thu máy kiosk"

// marks are how results stand on the page.
var marks = map[Result]string{Passed: "Đạt", Failed: "CHƯA ĐẠT", Unmeasured: "Chưa đo", ByEye: ""}

// Page is the certificate on one sheet of A4. Error: CodeContent for letters that cannot
// be printed.
func (c *Certificate) Page() (*handout.Page, error) {
	memory := "chưa rõ"
	if c.Machine.RAM > 0 {
		memory = decimal(float64(c.Machine.RAM)/1024) + " GB"
	}
	r := handout.Record{
		Title: title,
		Under: "Từng Bước: kiosk hướng dẫn dịch vụ công. Máy tự đo tại chỗ.",
		Facts: [][2]string{
			{"Nơi đặt máy", cmp.Or(c.Office, "chưa ghi ở mục Thông tin của xã")},
			{"Đo lúc", c.Made},
			{"Chương trình", c.Version},
			{"Nội dung", fmt.Sprintf("lần %d, ngày %s", c.Edition, c.Dated)},
			{"Hệ điều hành", c.Machine.System},
			{"Bộ xử lý", fmt.Sprintf("%s, %d nhân", c.Machine.CPU, c.Machine.Cores)},
			{"Bộ nhớ", memory},
			{"Màn hình", cmp.Or(c.Machine.Screen, "không có")},
		},
		Verdict: c.Verdict(),
		Say: []string{
			"Ô trống: người kiểm tra thử tại máy rồi đánh dấu. Chưa đo: lý do ghi ở cột thứ hai. " +
				"Trên biên bản không có tên người, tên tài khoản hay số máy.",
		},
		Signers: []string{"Đại diện nơi đặt máy", "Người kiểm tra"},
		Foot: []string{
			"Mã kiểm (SHA-256 của mọi dòng trên): " + c.Sum,
			"Chạy lại trên máy này: tungbuoc doctor --certificate TỆP.pdf",
		},
	}
	for _, p := range c.Parts {
		part := handout.RecordPart{Title: p.Title}
		for _, l := range p.Lines {
			part.Lines = append(part.Lines, handout.RecordLine{
				What: l.What, Value: upper(l.Value), Wanted: upper(l.Wanted), Mark: marks[l.Result], Strong: l.Result == Failed,
			})
		}
		r.Parts = append(r.Parts, part)
	}
	return r.Page()
}

// Save writes the page into a file. Errors: those of [Check]; CodeContent, CodeDiskFull,
// CodeStorage.
func (c *Certificate) Save(file string, now time.Time) error {
	if err := Check(file); err != nil {
		return err
	}
	page, err := c.Page()
	if err != nil {
		return err
	}
	return safefile.Write(file, func(w io.Writer) error {
		return handout.WritePDF(w, handout.Document{Title: title, Subject: "Từng Bước " + c.Version, Made: now}, handout.Just(page).From(1))
	})
}

// largest is the size of the largest file that could be a certificate.
const largest = 4 << 20

// Check says whether a certificate may be written there: an older one is replaced, and
// nothing else. Errors: CodeInvalid, CodeStorage.
func Check(file string) error {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(file)); err != nil {
			return guide.Wrap(err, guide.CodeStorage, "Không còn thấy nơi để ghi %s. Mời xem USB còn cắm không, rồi thử lại.", filepath.Base(file))
		}
		return nil
	case err != nil:
		return guide.Wrap(err, guide.CodeStorage, "Không xem được %s: %s. Mời chọn tên khác.", file, safefile.Why(err))
	case info.Mode().IsRegular() && info.Size() <= largest:
		if data, err := os.ReadFile(file); err == nil && (len(data) == 0 || ours(data)) {
			return nil
		}
	}
	return guide.Errorf(guide.CodeInvalid, "%s đã có và không phải biên bản nghiệm thu. Mời chọn tên khác.", file)
}

// ours says whether a PDF is a certificate, by its title.
func ours(data []byte) bool {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(title)) {
		wide = append(wide, byte(unit>>8), byte(unit))
	}
	return bytes.HasPrefix(data, []byte("%PDF-")) && bytes.Contains(data, wide)
}
