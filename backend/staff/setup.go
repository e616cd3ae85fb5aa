package staff

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// CodeFile is the file in the data folder that holds the set-up code.
const CodeFile = "ma-cai-dat.txt"

// CodeLength is how many digits the set-up code has.
const CodeLength = 8

// aboutCode follows the code in the file, for whoever opens it.
const aboutCode = `
Đây là mã cài đặt của kiosk Từng Bước. Trên kiosk, mời chạm "Dành cho
cán bộ", nhập mã này, rồi chọn mã PIN. Chọn xong, máy tự xóa tệp này.
`

// Setup is the set-up code: whoever chooses the first PIN shows with it that
// the PC itself is theirs to use, not only the glass. It is kept beside the
// database, so that a damaged database lets nobody choose a PIN without it.
type Setup struct{ dir string }

// NewSetup gives the set-up code of a data folder. It touches nothing.
func NewSetup(dir string) *Setup { return &Setup{dir} }

// Path is the file that holds the code while it is needed.
func (s *Setup) Path() string { return filepath.Join(s.dir, CodeFile) }

// Code gives the code as digits, and makes one where there is none that can
// be read. Error: CodeStorage.
func (s *Setup) Code() (string, error) {
	code, err := s.read()
	if err != nil {
		return "", s.said(err)
	}
	if code != "" {
		return code, nil
	}
	return s.Renew()
}

// Renew makes another code; the old one opens nothing from then on. Error:
// CodeStorage.
func (s *Setup) Renew() (string, error) {
	number, err := rand.Int(rand.Reader, big.NewInt(1e8))
	if err != nil {
		return "", fmt.Errorf("make set-up code: %w", err)
	}
	err = s.write(Spaced(fmt.Sprintf("%0*d", CodeLength, number)) + "\n" + aboutCode)
	if err != nil {
		return "", s.said(err)
	}
	code, err := s.read() // what another program may have written just now counts
	if err == nil && code == "" {
		err = errors.New("the file is gone")
	}
	return code, s.said(err)
}

// Spaced is the code as people read it.
func Spaced(code string) string { return code[:CodeLength/2] + " " + code[CodeLength/2:] }

// read gives the code in the file, "" where there is none.
func (s *Setup) read() (string, error) {
	info, err := os.Stat(s.Path())
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err == nil && !info.Mode().IsRegular() { // a pipe would be waited for without an end
		return "", fmt.Errorf("%s is no regular file", CodeFile)
	}
	f, err := os.Open(s.Path())
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	start, err := io.ReadAll(io.LimitReader(f, 200)) // it may have become any text
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(start), "\n")
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1 // spaces, and what an editor puts around them
	}, line)
	if len(digits) != CodeLength {
		return "", nil
	}
	return digits, nil
}

// write makes the file anew, for the owner of the folder only.
func (s *Setup) write(text string) error {
	return safefile.WritePrivate(s.Path(), func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// discard removes the file once a PIN is chosen.
func (s *Setup) discard() error {
	if err := safefile.Remove(s.Path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (s *Setup) said(err error) error {
	if err == nil {
		return nil
	}
	return guide.Wrap(err, guide.CodeStorage, "Không đọc ghi được tệp mã cài đặt %s trong thư mục dữ liệu. Mời xem ổ đĩa còn chỗ và thư mục được phép ghi.", CodeFile)
}

// Prepare makes the set-up code where no PIN has been chosen yet, so that the
// file is there before anybody asks for it. Errors: CodeStorage.
func Prepare(ctx context.Context, kept Store, s *Setup) error {
	people, err := kept.People(ctx)
	if err == nil && !hasAdmin(people) {
		_, err = s.Code()
	}
	return err
}

// Reset takes the PINs of the admins away, with the recovery code and the wrong
// tries, and gives the new set-up code with which the next one is chosen. Clerks
// keep theirs. The kiosk may be open meanwhile. Errors: CodeStorage, CodeDiskFull.
func Reset(ctx context.Context, kept Store, s *Setup) (code string, err error) {
	people, err := kept.People(ctx)
	if err != nil {
		return "", err
	}
	if code, err = s.Renew(); err != nil { // first: where it fails nothing is lost
		return "", err
	}
	people = slices.DeleteFunc(people, func(p guide.Person) bool { return p.Role != guide.RoleAdmin })
	for i := range people {
		people[i].PIN, people[i].Old = "", false
	}
	_, err = kept.KeepPeople(ctx, people, map[string]string{settingRecovery: "", settingUnwritten: "", settingWrong: "", settingLocked: ""}, guide.Noted{What: guide.DeedReset})
	if err != nil {
		return "", err
	}
	return code, nil
}
