package desk

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
)

// SettingView is one setting.
type SettingView struct {
	Name  guide.Setting `json:"name"`
	Value string        `json:"value"` // what holds; of a printer the system's name, "" none
	Kept  string        `json:"kept"`  // what was set here, as it is given to change it back; "" nothing
	About string        `json:"about"` // what people call a printer
	Least int           `json:"least"` // of a number
	Most  int           `json:"most"`
}

// SettingsView is how this kiosk is set.
type SettingsView struct {
	Settings []SettingView  `json:"settings"` // those that this computer has, in their order
	Problem  string         `json:"problem"`  // what is wrong with where SumatraPDF is said to be, "" nothing
	Folder   DataFolderView `json:"folder"`
}

// DataFolderView is the data folder.
type DataFolderView struct {
	Path string `json:"path"`
	Size int    `json:"size"` // megabytes, rounded up
	Free int    `json:"free"` // megabytes left on its disk; -1: the system does not say
}

// View says how this kiosk is set. office is what holds, dir the data folder. Which
// printers there are is not asked: one that sleeps would keep the room waiting.
func (s *Settings) View(ctx context.Context, office guide.Office, printers Printers, dir string) SettingsView {
	s.alone.Lock()
	s.read(ctx) // the desk remembers by itself what it printed on
	s.alone.Unlock()
	v := SettingsView{Settings: []SettingView{}, Folder: folder(ctx, dir)}
	add := func(name guide.Setting, value, about string, least, most int) {
		own, _, _ := strings.Cut(s.get(name), "\n")
		if s.get(name) == noSlips {
			own = NoPrinter
		}
		v.Settings = append(v.Settings, SettingView{name, value, own, about, least, most})
	}
	about := func(name guide.Setting, value string) string {
		own, called, _ := strings.Cut(s.get(name), "\n")
		if own == value && called != "" {
			return called
		}
		return value
	}
	wait, _ := s.Wait()
	add(guide.SettingIdle, strconv.Itoa(wait.Quiet+wait.Warning), "", leastIdle, mostIdle)
	add(guide.SettingLetters, strconv.Itoa(s.Letters()+1), "", 1, mostLetters)
	add(guide.SettingSpeaking, cmp.Or(s.get(guide.SettingSpeaking), Always), "", 0, 0)
	add(guide.SettingDPI, strconv.Itoa(ScreenDPI(office)), "", leastDPI, mostDPI)
	desks, _, _ := strings.Cut(s.get(guide.SettingPrinter), "\n")
	add(guide.SettingPrinter, desks, about(guide.SettingPrinter, desks), 0, 0)
	add(guide.SettingSlips, office.SlipPrinter, about(guide.SettingSlips, office.SlipPrinter), 0, 0)
	if program, problem, wanted := printers.Sumatra(); wanted {
		add(guide.SettingSumatra, program, "", 0, 0)
		v.Problem = problem
	}
	return v
}

func folder(ctx context.Context, dir string) DataFolderView {
	const mega = 1 << 20
	v := DataFolderView{Path: dir, Size: int((places.Size(ctx, dir) + mega - 1) / mega), Free: -1}
	if free, err := places.Free(dir); err == nil {
		v.Free = int(free / mega)
	}
	return v
}
