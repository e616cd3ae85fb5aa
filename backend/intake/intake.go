// Package intake takes a signed update of the program into the data folder, where it
// waits for its trial (package versions). It is apart from versions because the
// process that tries programs must not be linked with what checks signatures.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/versions"
)

// Platform names this system in updates.
const Platform = runtime.GOOS + "-" + runtime.GOARCH

// Intake is a kiosk that may take updates.
type Intake struct {
	Root    []byte // who is trusted, see [trust.Shipped]
	DataDir string
	Running string // the version of the program that asks
	Now     func() time.Time
}

// Offer is an update that is right for this machine.
type Offer struct {
	Number    int64             `json:"number"`
	Version   string            `json:"version"`
	Made      time.Time         `json:"made"`
	Size      int64             `json:"size"`
	SHA256    string            `json:"sha256"`
	Failed    *versions.Failure `json:"failed,omitempty"`     // it has failed here before
	InsteadOf string            `json:"instead_of,omitempty"` // the version that waits now and would be dropped
}

// Check says what is in a file, and takes nothing. It reads all of the file. Errors:
// those of [trust.Trust.Open]; CodeInvalid for a version not newer than what this
// kiosk has.
func (i Intake) Check(file string) (Offer, error) {
	o, u, _, err := i.open(file)
	if err != nil {
		return o, err
	}
	return o, u.Close()
}

// Take takes the program in a file: it waits for its trial from then on. Errors: those
// of Check and of safefile; CodeDiskFull; CodeBusy while one is being tried.
func (i Intake) Take(file string) (Offer, error) {
	o, u, part, err := i.open(file)
	if err != nil {
		return o, err
	}
	defer func() { _ = u.Close() }()
	if st, err := versions.Look(i.DataDir); err == nil && st.Trial != nil {
		return o, guide.Errorf(guide.CodeBusy, "Máy đang mở thử bản mới. Mời chờ một phút rồi thử lại.")
	}
	if err := i.room(part.Size); err != nil {
		return o, err
	}
	p := versions.Program{Number: o.Number, Version: o.Version, Made: o.Made, Taken: i.Now().UTC().Truncate(time.Second), Size: o.Size, SHA256: o.SHA256}
	if err := save(u, part, i.DataDir, p); err != nil {
		return o, err
	}
	return o, versions.Wait(i.DataDir, p)
}

// open opens an update and finds the one program in it that this machine can run.
func (i Intake) open(file string) (o Offer, u *trust.Update, part trust.File, err error) {
	u, err = trust.Trust{Root: i.Root, Memory: i.DataDir, Platform: Platform}.Open(file)
	if err != nil {
		return o, nil, part, err
	}
	if err = i.right(u); err != nil {
		return o, nil, part, errors.Join(err, u.Close())
	}
	part = u.Files[0]
	o = Offer{Number: u.Number, Version: u.Version, Made: u.Made, Size: part.Size, SHA256: part.SHA256}
	st, err := versions.Look(i.DataDir)
	if err != nil {
		return o, u, part, nil //nolint:nilerr // it is begun anew
	}
	if st.Waiting != nil && st.Waiting.SHA256 != o.SHA256 {
		o.InsteadOf = st.Waiting.Version
	}
	for _, f := range st.Failed {
		if f.Number == o.Number && f.Version == o.Version {
			o.Failed = &f
		}
	}
	return o, u, part, nil
}

// right says why an update, though signed, is none for this kiosk.
func (i Intake) right(u *trust.Update) error {
	if len(u.Files) != 1 {
		return guide.Wrap(fmt.Errorf("%d files for %s", len(u.Files), Platform), guide.CodeInvalid, "Tệp cập nhật phải có đúng một chương trình cho loại máy này. Mời hỏi lại tỉnh về tệp này.")
	}
	has := i.Running
	if st, err := versions.Look(i.DataDir); err == nil {
		has = st.Newest(has)
	}
	switch order, ok := guide.CompareVersions(u.Version, has); {
	case !ok:
		return guide.Errorf(guide.CodeInvalid, "Không đọc được tên phiên bản %q trong tệp. Mời hỏi lại tỉnh về tệp này.", u.Version)
	case order == 0:
		return guide.Errorf(guide.CodeInvalid, "Máy đang dùng đúng bản %s rồi, không cần cập nhật.", has)
	case order < 0:
		return guide.Errorf(guide.CodeInvalid, "Tệp này là bản %s, cũ hơn bản %s đang dùng. Mời lấy tệp mới nhất của tỉnh.", u.Version, has)
	}
	return nil
}

// spare is what is left free beside a program and the copies of what its trial could spoil.
const spare = 50 << 20

// room says whether the program, and the copies that its trial needs, fit on the disk.
func (i Intake) room(size int64) error {
	need := size + spare
	entries, _ := os.ReadDir(i.DataDir)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			need += info.Size()
		}
	}
	if err := safefile.Folder(i.DataDir, 0o700); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không ghi được vào %s: %s.", i.DataDir, safefile.Why(err))
	}
	free, err := places.Free(i.DataDir)
	if err != nil || free >= need {
		return nil //nolint:nilerr // writing will say what is wrong
	}
	return guide.Errorf(guide.CodeDiskFull, "Ổ đĩa còn %d MB, bản mới cần %d MB. Mời xóa bớt tệp rồi thử lại.", free>>20, (need>>20)+1)
}

// save puts the program into its folder, and beside it what is remembered once it has
// proven itself. A folder that is there is of the same update: it is written over.
func save(u *trust.Update, part trust.File, dataDir string, p versions.Program) error {
	if err := safefile.Folder(p.Home(dataDir), 0o700); err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không ghi được vào %s: %s.", p.Home(dataDir), safefile.Why(err))
	}
	file := p.Path(dataDir)
	if sum, err := digest(file); err != nil || sum != p.SHA256 { // a running program cannot be written over
		if err := u.Save(part, file); err != nil {
			return err
		}
	}
	err := os.Chmod(file, 0o755)
	if err == nil {
		err = safefile.Sync(file)
	}
	if err != nil {
		return guide.Wrap(err, guide.CodeStorage, "Không cho tệp chương trình quyền chạy được. Mời xem lại ổ đĩa của thư mục dữ liệu.")
	}
	return u.RememberIn(p.Home(dataDir))
}

func digest(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
