// Package staff guards the staff's part of the kiosk: one PIN for the office,
// kept as an argon2id hash, with a lock-out that a restart does not lift.
package staff

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/argon2"

	"tungbuoc/backend/guide"
)

// Settings keeps the hash and the count of wrong tries.
type Settings interface {
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
}

// Names of the settings.
const (
	settingPIN    = "staff_pin"    // base64(salt).base64(hash)
	settingWrong  = "staff_wrong"  // wrong tries in a row
	settingLocked = "staff_locked" // until when, Unix seconds
)

const (
	// TriesBeforeLock is how many wrong PINs in a row are forgiven.
	TriesBeforeLock = 5
	// LockTime is how long the door stays shut then; it doubles with every
	// further wrong try.
	LockTime = time.Minute
	// maxLock is the longest the door stays shut.
	maxLock = 30 * time.Minute
	// OpenTime is how long the door stays open without anything being done.
	OpenTime = 10 * time.Minute
)

// argon2id as RFC 9106 recommends where memory is short: 19 MiB, 2 passes.
const (
	hashPasses  = 2
	hashMemory  = 19 * 1024
	hashThreads = 1
	hashLength  = 32
	saltLength  = 16
)

var pinShape = regexp.MustCompile(`^\d{4,8}$`)

// Gate is the staff door. Safe for use by many goroutines.
type Gate struct {
	settings Settings
	now      func() time.Time

	mu    sync.Mutex
	until time.Time // open until then
}

// NewGate makes a gate that is shut.
func NewGate(s Settings, now func() time.Time) *Gate { return &Gate{settings: s, now: now} }

// HasPIN says whether a PIN was ever chosen. Errors: CodeStorage.
func (g *Gate) HasPIN(ctx context.Context) (bool, error) {
	kept, err := g.settings.Setting(ctx, settingPIN)
	return kept != "", err
}

// SetPIN chooses the PIN: the first one by whoever sets the kiosk up, a new one
// only while the door is open. Errors: CodeInvalid, CodeDenied, CodeStorage.
func (g *Gate) SetPIN(ctx context.Context, pin string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	had, err := g.HasPIN(ctx)
	if err != nil {
		return err
	}
	if had && !g.open() {
		return denied()
	}
	if !pinShape.MatchString(pin) {
		return guide.Errorf(guide.CodeInvalid, "Mã PIN cần từ 4 đến 8 chữ số.")
	}
	if easy(pin) {
		return guide.Errorf(guide.CodeInvalid, "Mã PIN này dễ đoán quá. Mời chọn mã khác.")
	}
	salt := make([]byte, saltLength)
	if _, err := rand.Read(salt); err != nil {
		return fmt.Errorf("make salt: %w", err)
	}
	kept := base64.RawStdEncoding.EncodeToString(salt) + "." + base64.RawStdEncoding.EncodeToString(hash(pin, salt))
	if err := g.settings.SetSetting(ctx, settingPIN, kept); err != nil {
		return err
	}
	g.until = g.now().Add(OpenTime)
	return nil
}

// easy refuses the PINs that are tried first: one digit repeated, and runs.
func easy(pin string) bool {
	same, up, down := true, true, true
	for i := 1; i < len(pin); i++ {
		same = same && pin[i] == pin[i-1]
		up = up && pin[i] == pin[i-1]+1
		down = down && pin[i] == pin[i-1]-1
	}
	return same || up || down
}

func hash(pin string, salt []byte) []byte {
	return argon2.IDKey([]byte(pin), salt, hashPasses, hashMemory, hashThreads, hashLength)
}

// Unlock opens the door with the PIN. Errors: CodeDenied, with how long to wait
// when it was wrong too often; CodeStorage.
func (g *Gate) Unlock(ctx context.Context, pin string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if left, err := g.lockedFor(ctx); err != nil || left > 0 {
		return errors.Join(err, waiting(left))
	}
	kept, err := g.settings.Setting(ctx, settingPIN)
	if err != nil {
		return err
	}
	if kept == "" {
		return guide.Errorf(guide.CodeDenied, "Chưa đặt mã PIN cho cán bộ.")
	}
	if matches(kept, pin) {
		g.until = g.now().Add(OpenTime)
		return g.settings.SetSetting(ctx, settingWrong, "0")
	}
	wrong := g.number(ctx, settingWrong) + 1
	if err := g.settings.SetSetting(ctx, settingWrong, strconv.FormatInt(wrong, 10)); err != nil {
		return err
	}
	if wrong < TriesBeforeLock {
		return guide.Errorf(guide.CodeDenied, "Mã PIN chưa đúng. Còn %d lần thử.", TriesBeforeLock-wrong)
	}
	lock := min(maxLock, LockTime<<min(wrong-TriesBeforeLock, 10))
	if err := g.settings.SetSetting(ctx, settingLocked, strconv.FormatInt(g.now().Add(lock).Unix(), 10)); err != nil {
		return err
	}
	return waiting(lock)
}

func matches(kept, pin string) bool {
	salt64, hash64, _ := strings.Cut(kept, ".")
	salt, err1 := base64.RawStdEncoding.DecodeString(salt64)
	want, err2 := base64.RawStdEncoding.DecodeString(hash64)
	return err1 == nil && err2 == nil && len(want) == hashLength && pinShape.MatchString(pin) && subtle.ConstantTimeCompare(hash(pin, salt), want) == 1
}

func waiting(left time.Duration) error {
	if left <= 0 {
		return nil
	}
	return guide.Errorf(guide.CodeDenied, "Mã PIN sai nhiều lần. Mời đợi %d phút rồi thử lại.", int((left+time.Minute-1)/time.Minute))
}

// LockedFor is how long the door stays shut after wrong tries. Errors:
// CodeStorage.
func (g *Gate) LockedFor(ctx context.Context) (time.Duration, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.lockedFor(ctx)
}

// lockedFor never gives more than the longest lock: a clock that was set back
// must not shut staff out for a year.
func (g *Gate) lockedFor(ctx context.Context) (time.Duration, error) {
	value, err := g.settings.Setting(ctx, settingLocked)
	if err != nil || value == "" {
		return 0, err
	}
	left := time.Unix(g.number(ctx, settingLocked), 0).Sub(g.now())
	if left > maxLock {
		return 0, nil
	}
	return max(0, left), nil
}

// number reads a counted setting; rubbish is 0.
func (g *Gate) number(ctx context.Context, name string) int64 {
	value, err := g.settings.Setting(ctx, name)
	if err != nil {
		return 0
	}
	n, _ := strconv.ParseInt(value, 10, 64)
	return max(0, n)
}

// Check lets staff's work pass while the door is open, and keeps it open for
// another while. Error: CodeDenied.
func (g *Gate) Check() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.open() {
		return denied()
	}
	g.until = g.now().Add(OpenTime)
	return nil
}

func (g *Gate) open() bool { return g.now().Before(g.until) }

// Lock shuts the door.
func (g *Gate) Lock() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.until = time.Time{}
}

func denied() error {
	return guide.Errorf(guide.CodeDenied, "Phần này dành cho cán bộ. Mời nhập mã PIN.")
}
