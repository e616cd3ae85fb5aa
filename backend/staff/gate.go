// Package staff guards the staff's part of the kiosk: one PIN for the office,
// kept as an argon2id hash, with a lock-out that neither a restart, a full
// disk nor a clock that is set back lifts. The first PIN is chosen with a
// set-up code, which only who uses the PC itself can read.
package staff

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"log/slog"
	"regexp"
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

// Secrets are the settings that no copy of the database may take off the machine.
var Secrets = []string{settingPIN, settingWrong, settingLocked}

const (
	// OpenTime is how long the door stays open without anything being done.
	OpenTime = 10 * time.Minute
	// SetupTime is how long after the set-up code a PIN can be chosen.
	SetupTime = 2 * time.Minute
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

// Clock is the time twice: by the clock of the wall, which people set, and
// since some moment of this run, which they cannot.
type Clock struct {
	Now     func() time.Time
	Elapsed func() time.Duration
}

// NewClock gives the time by now, and the time since this call.
func NewClock(now func() time.Time) Clock {
	started := time.Now() // it carries the reading of a clock that only runs forward
	return Clock{Now: now, Elapsed: func() time.Duration { return time.Since(started) }}
}

// Gate is the staff door. Safe for use by many goroutines.
type Gate struct {
	settings Settings
	setup    *Setup
	clock    Clock
	log      *slog.Logger

	mu          sync.Mutex
	openUntil   time.Duration // by clock.Elapsed
	openToday   time.Time     // the same by the wall: a PC that slept does not wake with an open door
	chooseUntil time.Duration // by clock.Elapsed; the set-up code was shown
	tries       tries
}

// NewGate makes a gate that is shut.
func NewGate(s Settings, setup *Setup, clock Clock, log *slog.Logger) *Gate {
	return &Gate{settings: s, setup: setup, clock: clock, log: log}
}

// HasPIN says whether a PIN was ever chosen. Errors: CodeStorage.
func (g *Gate) HasPIN(ctx context.Context) (bool, error) {
	kept, err := g.settings.Setting(ctx, settingPIN)
	return kept != "", err
}

// EnterCode takes the set-up code. For SetupTime after it, or until Lock, the
// first PIN can be chosen. Errors: CodeDenied, also when there is a PIN;
// CodeStorage.
func (g *Gate) EnterCode(ctx context.Context, code string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	had, err := g.HasPIN(ctx)
	if err != nil {
		return err
	}
	if had {
		return denied()
	}
	want, err := g.setup.Code()
	if err != nil {
		return err
	}
	err = g.try(ctx, "code "+want, "Mã cài đặt", func() bool { return subtle.ConstantTimeCompare([]byte(code), []byte(want)) == 1 })
	if err != nil {
		return err
	}
	g.chooseUntil = g.clock.Elapsed() + SetupTime
	return nil
}

// SetPIN chooses the PIN: the first one after EnterCode, a new one while the
// door is open. Errors: CodeInvalid, CodeDenied, CodeStorage.
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
	if !had && g.clock.Elapsed() >= g.chooseUntil {
		return guide.Errorf(guide.CodeDenied, "Mời nhập mã cài đặt trước khi chọn mã PIN.")
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
	g.chooseUntil = 0
	g.holdOpen()
	if err := g.setup.discard(); err != nil { // it opens nothing while there is a PIN
		g.log.Warn("set-up code not removed", "err", err)
	}
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
	kept, err := g.settings.Setting(ctx, settingPIN)
	if err != nil {
		return err
	}
	if kept == "" {
		return guide.Errorf(guide.CodeDenied, "Chưa đặt mã PIN cho cán bộ.")
	}
	if err := g.try(ctx, kept, "Mã PIN", func() bool { return matches(kept, pin) }); err != nil {
		return err
	}
	g.holdOpen()
	return nil
}

func matches(kept, pin string) bool {
	salt64, hash64, _ := strings.Cut(kept, ".")
	salt, err1 := base64.RawStdEncoding.DecodeString(salt64)
	want, err2 := base64.RawStdEncoding.DecodeString(hash64)
	return err1 == nil && err2 == nil && len(want) == hashLength && pinShape.MatchString(pin) && subtle.ConstantTimeCompare(hash(pin, salt), want) == 1
}

// LockedFor is how long the door stays shut after wrong tries. Errors:
// CodeStorage.
func (g *Gate) LockedFor(ctx context.Context) (time.Duration, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	secret, err := g.settings.Setting(ctx, settingPIN)
	if err == nil && secret == "" {
		secret, err = g.setup.Code()
		secret = "code " + secret
	}
	if err != nil {
		return 0, err
	}
	if err := g.count(ctx, secret); err != nil {
		return 0, err
	}
	return g.left(), nil
}

// Check lets staff's work pass while the door is open, and keeps it open for
// another while. Error: CodeDenied.
func (g *Gate) Check() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.open() {
		return denied()
	}
	g.holdOpen()
	return nil
}

func (g *Gate) open() bool {
	return g.clock.Elapsed() < g.openUntil && g.clock.Now().Round(0).Before(g.openToday)
}

// holdOpen keeps the door open for another OpenTime.
func (g *Gate) holdOpen() {
	g.openUntil = g.clock.Elapsed() + OpenTime
	g.openToday = g.clock.Now().Round(0).Add(OpenTime) // rounding takes the running clock's reading off
}

// Lock shuts the door.
func (g *Gate) Lock() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.openUntil, g.chooseUntil = 0, 0
}

func denied() error {
	return guide.Errorf(guide.CodeDenied, "Phần này dành cho cán bộ. Mời nhập mã PIN.")
}
