package desktop

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"tungbuoc/backend/guide"
)

// instance is the claim to be the only kiosk on a data folder. Wails' own
// single-instance lock comes too late (the window is already starting) and
// needs a session bus on Linux, so a file lock guards the folder and a local
// socket brings the first window forward.
type instance struct {
	lock   *flock.Flock
	listen net.Listener
}

const showMessage = "show\n"

// claimInstance locks the data folder. When another kiosk holds it, that one
// is asked to come to the front and CodeRunning is returned. A folder that
// cannot be written is locked by a file in the system's temporary folder.
func claimInstance(dir string, log *slog.Logger) (*instance, error) {
	address := socketAddress(dir)
	for _, path := range []string{filepath.Join(dir, "tungbuoc.lock"), address + ".lock"} {
		lock := flock.New(path)
		held, err := lock.TryLock()
		if err != nil {
			log.Warn("lock not usable", "err", err)
			continue
		}
		if !held {
			return nil, askToShow(address)
		}
		_ = os.Remove(address) // left by a kiosk that was killed: we hold the lock
		listen, err := net.Listen("unix", address)
		if err != nil {
			log.Warn("second starts cannot bring this window forward", "err", err)
		}
		return &instance{lock: lock, listen: listen}, nil
	}
	return &instance{}, nil
}

// socketAddress is short whatever the folder's name: socket paths end at
// about a hundred bytes.
func socketAddress(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join(os.TempDir(), fmt.Sprintf("tungbuoc-%d-%s", os.Getuid(), hex.EncodeToString(sum[:6])))
}

func askToShow(address string) error {
	conn, err := net.DialTimeout("unix", address, time.Second)
	if err == nil {
		_ = conn.SetDeadline(time.Now().Add(time.Second))
		_, err = io.WriteString(conn, showMessage)
		_ = conn.Close()
	}
	if err != nil {
		return guide.Wrap(err, guide.CodeRunning, "Từng Bước đang mở rồi nhưng không trả lời. Mời xem lại màn hình, hoặc tắt máy rồi bật lại.")
	}
	return guide.Errorf(guide.CodeRunning, "Từng Bước đang mở rồi. Cửa sổ đã được đưa ra trước.")
}

// serve calls show for every second start, until close.
func (i *instance) serve(show func()) {
	if i.listen == nil {
		return
	}
	for {
		conn, err := i.listen.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			time.Sleep(time.Second) // out of handles, say: do not spin
			continue
		}
		_ = conn.SetDeadline(time.Now().Add(time.Second))
		message := make([]byte, len(showMessage))
		if _, err := io.ReadFull(conn, message); err == nil && string(message) == showMessage {
			show()
		}
		_ = conn.Close()
	}
}

// close gives up the claim.
func (i *instance) close() {
	if i.listen != nil {
		_ = i.listen.Close()
	}
	if i.lock != nil {
		_ = i.lock.Unlock()
	}
}
