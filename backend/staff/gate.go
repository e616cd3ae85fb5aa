// Package staff guards the staff's part of the kiosk: people with a PIN of their
// own, kept as an argon2id hash, and one lock-out for the whole office that neither
// a restart, a full disk nor a clock that is set back lifts. The first PIN is chosen
// with a set-up code, which only who uses the PC itself can read. What each bound
// method needs, and the trail of what was done, are here, too.
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

// Store keeps who works here, the count of wrong tries and the trail.
type Store interface {
	Setting(ctx context.Context, name string) (string, error)
	SetSetting(ctx context.Context, name, value string) error
	People(ctx context.Context) ([]guide.Person, error)
	// KeepPeople keeps people, settings and the line that says so, or nothing.
	KeepPeople(ctx context.Context, people []guide.Person, settings map[string]string, n guide.Noted) (id int64, err error)
	AddToTrail(ctx context.Context, n guide.Noted) error
	Trail(ctx context.Context, before int64, limit int) ([]guide.Noted, error)
}

// Names of the settings.
const (
	settingRecovery  = "staff_recovery"  // hash of the recovery code, as that of a PIN
	settingUnwritten = "staff_unwritten" // "1": nobody has said yet that the recovery code is on paper
	settingWrong     = "staff_wrong"     // wrong tries in a row, see [tries]
	settingLocked    = "staff_locked"    // until when, Unix seconds
)

// Secrets are the settings that no copy of the database may take off the machine;
// the PINs of people may not either.
var Secrets = []string{settingRecovery, settingUnwritten, settingWrong, settingLocked}

const (
	// OpenTime is how long the door stays open without anything being done.
	OpenTime = 5 * time.Minute
	// SetupTime is how long after the set-up code or the recovery code a PIN can
	// be chosen.
	SetupTime = 5 * time.Minute
)

// argon2id as RFC 9106 recommends where memory is short: 19 MiB, 2 passes.
const (
	hashPasses  = 2
	hashMemory  = 19 * 1024
	hashThreads = 1
	hashLength  = 32
	saltLength  = 16
)

// newPIN is what a PIN is from now on; the office's one PIN of before could be
// anything of anyPIN.
var (
	newPIN = regexp.MustCompile(`^\d{6}$`)
	anyPIN = regexp.MustCompile(`^\d{4,12}$`) // the recovery code is as long
)

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
	store Store
	setup *Setup
	clock Clock
	log   *slog.Logger
	// Busy says whether work that staff began is still being done: the door does
	// not shut meanwhile. nil: there is none.
	Busy func() bool

	mu          sync.Mutex
	who         guide.Person  // who opened the door last
	opened      bool          // and nobody has shut it since
	openUntil   time.Duration // by clock.Elapsed
	openToday   time.Time     // the same by the wall: a PC that slept does not wake with an open door
	chooseUntil time.Duration // by clock.Elapsed; a code was shown
	chooser     int64         // whose recovery it was; 0: it was the set-up code
	tries       tries
}

// NewGate makes a gate that is shut.
func NewGate(s Store, setup *Setup, clock Clock, log *slog.Logger) *Gate {
	return &Gate{store: s, setup: setup, clock: clock, log: log}
}

// HasPIN says whether an admin has a PIN; where none has, the set-up code is
// asked for. Errors: CodeStorage.
func (g *Gate) HasPIN(ctx context.Context) (bool, error) {
	people, err := g.store.People(ctx)
	return hasAdmin(people), err
}

// easy refuses the PINs that are tried first: a few digits again and again (111111,
// 121212, 123123), and runs, also of pairs (123456, 112233). The pages say so at the
// first typing by the same rule (people/pin.ts).
func easy(pin string) bool {
	for _, block := range []int{1, 2, 3} {
		if pin == strings.Repeat(pin[:block], len(pin)/block) {
			return true
		}
	}
	pairs, paired := make([]byte, 0, len(pin)/2), true
	for i := 0; i+1 < len(pin); i += 2 {
		pairs, paired = append(pairs, pin[i]), paired && pin[i] == pin[i+1]
	}
	return run([]byte(pin)) || paired && run(pairs)
}

// run says whether each digit is one more, or one less, than that before it.
func run(digits []byte) bool {
	up, down := true, true
	for i := 1; i < len(digits); i++ {
		up = up && digits[i] == digits[i-1]+1
		down = down && digits[i] == digits[i-1]-1
	}
	return up || down
}

func hash(pin string, salt []byte) []byte {
	return argon2.IDKey([]byte(pin), salt, hashPasses, hashMemory, hashThreads, hashLength)
}

// hashed is what is kept of a PIN.
func hashed(pin string) (string, error) {
	salt := make([]byte, saltLength)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("make salt: %w", err)
	}
	return base64.RawStdEncoding.EncodeToString(salt) + "." + base64.RawStdEncoding.EncodeToString(hash(pin, salt)), nil
}

// Unlock opens the door to a person with that person's PIN. An admin gets a new
// recovery code where nobody has written down the last one. Errors: CodeDenied,
// with how long to wait when it was wrong too often; CodeStorage.
func (g *Gate) Unlock(ctx context.Context, id int64, pin string) (Entered, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	people, err := g.store.People(ctx)
	if err != nil {
		return Entered{}, err
	}
	p, here := find(people, id)
	if !here || p.PIN == "" || !hasAdmin(people) {
		return Entered{}, guide.Errorf(guide.CodeDenied, "Chưa đặt mã PIN cho cán bộ.")
	}
	if err := g.try(ctx, guess{everybody, "Mã PIN", p.ID, p.Role == guide.RoleAdmin}, func() bool { return matches(p.PIN, pin) }); err != nil {
		return Entered{}, err
	}
	g.enter(p)
	g.note(ctx, guide.DeedOpened, "")
	return g.entered(g.unwritten(ctx)), nil
}

// enter opens the door to a person.
func (g *Gate) enter(p guide.Person) {
	g.who, g.opened, g.chooseUntil = p, true, 0
	g.holdOpen()
}

// Entered is who has come through the door.
type Entered struct {
	Name     string     `json:"name"`
	Role     guide.Role `json:"role"`
	Old      bool       `json:"old"`      // by the office's one PIN of before: a name and another PIN are asked for
	Given    bool       `json:"given"`    // somebody else knows the PIN, too: agreeing on sentences waits for another
	Recovery string     `json:"recovery"` // the new recovery code, to be shown until it is written down; ""
}

func (g *Gate) entered(recovery string) Entered {
	return Entered{g.who.Name, g.who.Role, g.who.Old, g.who.Given != 0, recovery}
}

func matches(kept, pin string) bool {
	salt64, hash64, _ := strings.Cut(kept, ".")
	salt, err1 := base64.RawStdEncoding.DecodeString(salt64)
	want, err2 := base64.RawStdEncoding.DecodeString(hash64)
	return err1 == nil && err2 == nil && len(want) == hashLength && anyPIN.MatchString(pin) && subtle.ConstantTimeCompare(hash(pin, salt), want) == 1
}

// LockedFor is how long the door stays shut after wrong tries. Errors:
// CodeStorage.
func (g *Gate) LockedFor(ctx context.Context) (time.Duration, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	has, err := g.HasPIN(ctx)
	secret := everybody
	if err == nil && !has {
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

// Check lets a bound method of the staff's pass while the door is open to
// somebody who may use it, and keeps it open for another while. Error: CodeDenied.
func (g *Gate) Check(method string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.open() {
		return denied()
	}
	needed, known := Needs(method)
	if !known || !g.who.Role.May(needed) {
		return guide.Errorf(guide.CodeDenied, "Việc này dành cho quản trị.")
	}
	g.holdOpen()
	return nil
}

// Who is the name of who opened the door.
func (g *Gate) Who() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.who.Name
}

// Role is the role of who opened the door.
func (g *Gate) Role() guide.Role {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.who.Role
}

func (g *Gate) open() bool {
	if !g.opened {
		return false
	}
	return g.Busy != nil && g.Busy() || g.clock.Elapsed() < g.openUntil && g.clock.Now().Round(0).Before(g.openToday)
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
	g.opened, g.openUntil, g.chooseUntil = false, 0, 0
}

func denied() error {
	return guide.Errorf(guide.CodeDenied, "Phần này dành cho cán bộ. Mời nhập mã PIN.")
}
