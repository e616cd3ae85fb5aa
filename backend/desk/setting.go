package desk

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

type settingReader interface {
	Setting(ctx context.Context, name string) (string, error)
}

// SettingStore keeps the settings: office.db.
type SettingStore interface {
	settingReader
	SetSetting(ctx context.Context, name, value string) error
}

// Printers is the printing of this computer.
type Printers interface {
	List(ctx context.Context) ([]printer.Printer, error)
	// Sumatra is where SumatraPDF is, and what is wrong with where it is said to be;
	// wanted is false where nothing prints through it.
	Sumatra() (program, problem string, wanted bool)
	// SumatraAt finds it at a path, "" if it is not there.
	SumatraAt(path string) string
}

// Settings are the settings of this kiosk while it is open: what staff set in the
// program, over what office.yaml says. A setting that is not there, or that this
// program cannot make sense of, is as it is everywhere. Safe for use by many
// goroutines; nil sets nothing.
type Settings struct {
	store SettingStore
	log   *slog.Logger
	alone sync.Mutex // one change at a time
	now   atomic.Pointer[chosen]
}

// chosen is what is set, as office.db has it.
type chosen map[guide.Setting]string

// OpenSettings reads the settings. They hold as far as they could be read.
func OpenSettings(ctx context.Context, store SettingStore, log *slog.Logger) *Settings {
	s := &Settings{store: store, log: log}
	s.read(ctx)
	return s
}

func (s *Settings) read(ctx context.Context) {
	var before chosen
	if was := s.now.Load(); was != nil {
		before = *was
	}
	now := readSettings(ctx, s.store, before, s.log)
	s.now.Store(&now)
}

// readSettings reads them all; one that cannot be read just now stays as it was before.
func readSettings(ctx context.Context, store settingReader, before chosen, log *slog.Logger) chosen {
	now := chosen{}
	for _, name := range guide.Settings {
		value, err := store.Setting(ctx, string(name))
		if err != nil {
			log.Error("read setting", "name", name, "err", err)
			if was, there := before[name]; there {
				now[name] = was
			}
		} else if err := holds(name, value); err != nil {
			log.Warn("a setting makes no sense and is left out", "name", name)
		} else if value != "" {
			now[name] = value
		}
	}
	return now
}

// holds says what is wrong with a setting as it is kept; "" is always right: it is not set.
func holds(name guide.Setting, value string) error {
	check, known := checks[name]
	if !known {
		return guide.Errorf(guide.CodeNotFound, "Không có mục này trong phần cài đặt.")
	}
	if value == "" || check == nil {
		return nil
	}
	return check(value)
}

// get is a setting as it is kept, "" where it is not set.
func (s *Settings) get(name guide.Setting) string {
	if s == nil {
		return ""
	}
	return (*s.now.Load())[name]
}

// Lay lays the settings over what office.yaml says of the same things.
func (s *Settings) Lay(o guide.Office) guide.Office {
	if s == nil {
		return o
	}
	return s.now.Load().lay(o)
}

func (c chosen) lay(o guide.Office) guide.Office {
	o.DPI = cmp.Or(whole(c[guide.SettingDPI]), o.DPI)
	o.Sumatra = cmp.Or(c[guide.SettingSumatra], o.Sumatra)
	if slips, set := c[guide.SettingSlips]; set {
		o.SlipPrinter, _, _ = strings.Cut(slips, "\n")
	}
	return o
}

// Wait is how long the kiosk waits, in seconds.
type Wait struct {
	Quiet   int // without a touch before it asks
	Busy    int // the same where hands are busy with a phone
	Warning int // how long it asks
}

// Wait is how long the kiosk waits, and whether staff have set it.
func (s *Settings) Wait() (w Wait, set bool) {
	total := whole(s.get(guide.SettingIdle))
	return WaitOf(cmp.Or(total, UsualIdle)), total > 0
}

// WaitOf parts the seconds until the kiosk goes home: it asks first, long enough to
// be seen by somebody who looks at a phone, and waits longer where people do.
func WaitOf(total int) Wait {
	const leastWarning, mostWarning, mostBusy = 20, 45, 600
	warning := min(mostWarning, max(leastWarning, total/3))
	quiet := total - warning
	return Wait{Quiet: quiet, Busy: max(quiet, min(2*quiet, mostBusy)), Warning: warning}
}

// Letters is the size of the letters that a visit begins with, from 0.
func (s *Settings) Letters() int { return max(1, whole(s.get(guide.SettingLetters))) - 1 }

// Speaks says whether the kiosk may read aloud at a time of the office's clock.
func (s *Settings) Speaks(now time.Time) bool {
	switch when := s.get(guide.SettingSpeaking); when {
	case "", Always:
		return true
	case Never:
		return false
	default:
		from, to, _ := strings.Cut(when, "-")
		at := now.Format(clock)
		return from <= at && at < to
	}
}

// Change sets one thing, at once; "" leaves it to office.yaml, or to what is usual.
// It gives what it is set to, in the words of the trail. Errors: CodeInvalid,
// CodeNotFound, CodeUnavailable (the printing system does not answer), CodeStorage,
// CodeDiskFull.
func (s *Settings) Change(ctx context.Context, printers Printers, name guide.Setting, value string) (said string, err error) {
	value, said, err = taken(ctx, printers, name, strings.TrimSpace(value))
	if err != nil {
		return "", err
	}
	s.alone.Lock()
	defer s.alone.Unlock()
	if err := s.store.SetSetting(ctx, string(name), value); err != nil {
		return "", err
	}
	s.read(ctx)
	return fmt.Sprintf("%s: %s", name.Label(), cmp.Or(said, "như đã định")), nil
}

// taken is a setting as it will be kept, and in words.
func taken(ctx context.Context, printers Printers, name guide.Setting, value string) (keep, said string, err error) {
	if len(value) > mostDetail || strings.ContainsFunc(value, strange) {
		return "", "", guide.Errorf(guide.CodeInvalid, "Mục này có ký tự lạ, hoặc dài quá. Mời chọn hoặc gõ lại.")
	}
	if err := holds(name, value); err != nil || value == "" {
		return "", "", err
	}
	switch name {
	case guide.SettingSlips, guide.SettingPrinter:
		if name == guide.SettingSlips && value == NoPrinter {
			return noSlips, "không in", nil
		}
		found, err := printers.List(ctx)
		if err != nil {
			return "", "", err
		}
		for _, one := range found {
			if one.Name == value {
				about := cmp.Or(one.About, one.Name)
				return one.Name + "\n" + about, about, nil
			}
		}
		return "", "", guide.Errorf(guide.CodeNotFound, "Không thấy máy in này nữa. Mời bật máy in, rồi chọn lại.")
	case guide.SettingSumatra:
		if found := printers.SumatraAt(value); found != "" {
			return found, found, nil
		}
		return "", "", guide.Errorf(guide.CodeInvalid, "Ở đó không có SumatraPDF. Mời xem lại đường dẫn, đủ cả ổ đĩa và tên tệp.")
	}
	return value, inWords(name, value), nil
}

// inWords is a setting as the trail has it.
func inWords(name guide.Setting, value string) string {
	switch {
	case name == guide.SettingIdle:
		return value + " giây"
	case name == guide.SettingDPI:
		return value + " điểm trên một inch"
	case value == Always:
		return "lúc nào cũng được"
	case value == Never:
		return "không đọc to"
	}
	return value
}
