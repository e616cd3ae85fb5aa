package instance

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
)

// Holder is the kiosk that runs on a data folder, as far as it is known.
type Holder struct {
	PID     int    `json:"pid"`     // 0: not known
	Host    string `json:"host"`    // name of its machine: a folder may be on a network
	Network string `json:"network"` // unix or tcp; "": it cannot be called
	Address string `json:"address"` // where it listens
}

// Running says who holds a data folder; ok is false when nobody does.
// Error: CodeStorage when that cannot be found out.
func Running(dir string) (h Holder, ok bool, err error) {
	for _, place := range []string{dir, standInPath(dir)} {
		name := filepath.Join(place, LockName)
		if _, err := os.Stat(name); err != nil {
			continue // nobody ever held it: leave no file behind
		}
		lock := flock.New(name)
		// Shared, so that two who ask do not take each other for a kiosk. A kiosk
		// that starts at this very moment tries again.
		free, err := lock.TryRLock()
		if err != nil {
			return h, false, guide.Wrap(err, guide.CodeStorage, "Không xem được Từng Bước có đang mở không. Mời xem lại quyền của thư mục dữ liệu.")
		}
		if !free {
			h, _ = readNote(place)
			return h, true, nil
		}
		_ = lock.Unlock()
	}
	return h, false, nil
}

// Show brings the kiosk that holds a data folder to the front. Errors:
// CodeNotFound when there is none, CodeRunning when it does not answer.
func Show(dir string) error {
	h, running, err := Running(dir)
	switch {
	case err != nil:
		return err
	case !running:
		return guide.Errorf(guide.CodeNotFound, "Từng Bước chưa mở. Mời mở Từng Bước trước.")
	}
	if err := h.show(); err != nil {
		return h.silent(err)
	}
	return nil
}

// askToShow asks whoever holds the lock in place to come forward.
func askToShow(place string) (Holder, error) {
	h, err := readNote(place)
	if err != nil {
		return h, err
	}
	return h, h.show()
}

// show returns when the window came forward.
func (h Holder) show() error {
	if h.Network == "" {
		return errors.New("the holder does not listen")
	}
	if h.elsewhere() {
		return errors.New("held from another machine")
	}
	conn, err := net.DialTimeout(h.Network, h.Address, time.Second)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	_ = conn.SetDeadline(time.Now().Add(time.Second))
	if _, err := io.WriteString(conn, showMessage); err != nil {
		return err
	}
	_, err = io.ReadFull(conn, make([]byte, len(shownMessage)))
	return err
}

func (h Holder) elsewhere() bool { return h.Host != "" && h.Host != hostName() }

// silent is the error for a holder that did not come forward.
func (h Holder) silent(cause error) error {
	switch {
	case h.elsewhere():
		return guide.Wrap(cause, guide.CodeRunning, "Từng Bước trên máy %s đang dùng thư mục dữ liệu này. Mời đóng ở máy đó, hoặc chọn thư mục khác bằng --data.", h.Host)
	case h.PID == 0:
		return guide.Wrap(cause, guide.CodeRunning, "Từng Bước đang mở rồi nhưng chưa đưa được cửa sổ ra trước. Mời tìm cửa sổ đó trên màn hình.")
	}
	return guide.Wrap(cause, guide.CodeRunning,
		"Từng Bước đang mở rồi nhưng chưa đưa được cửa sổ ra trước. Mời tìm cửa sổ đó trên màn hình. Nếu cửa sổ không trả lời, mời nhờ người quản trị máy đóng tiến trình số %d rồi mở lại.", h.PID)
}

// maxNote is the longest note that is read, in bytes.
const maxNote = 4 << 10

// self describes this process.
func self(listens net.Addr) Holder {
	return Holder{PID: os.Getpid(), Host: hostName(), Network: listens.Network(), Address: listens.String()}
}

func hostName() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return name
}

func (h Holder) write(name string) error {
	data, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o600)
}

// readNote reads who holds the lock in a place. It may be half written: ask again.
func readNote(place string) (h Holder, err error) {
	name := filepath.Join(place, noteName)
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() || info.Size() > maxNote {
		return h, errors.Join(errors.New("no note of the holder"), err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return h, err
	}
	return h, json.Unmarshal(data, &h)
}
