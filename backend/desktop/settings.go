package desktop

import (
	"context"

	"tungbuoc/backend/datafolder"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// Glass is the open window, as far as staff ask for it.
type Glass interface {
	Minimise()
	Close()
	Copy(text string) error
}

// setting runs staff's work with the settings while the door is open, and says how
// the kiosk is set then. Error: CodeDenied.
func (s *Staff) setting(method string, do func(ctx context.Context, st datafolder.Opened) error) (desk.SettingsView, error) {
	return authorised(s, method, func(ctx context.Context, _ *sqlite.DB) (desk.SettingsView, error) {
		st, _ := s.storage.Get() // it has given the database
		if err := do(ctx, st); err != nil {
			return desk.SettingsView{}, err
		}
		return st.Set.View(ctx, st.Office(), s.printers, s.dataDir), nil
	})
}

// Settings says how this kiosk is set.
func (s *Staff) Settings() (desk.SettingsView, error) {
	return s.setting("Settings", func(context.Context, datafolder.Opened) error { return nil })
}

// ChangeSetting sets one thing, at once; "" as it is everywhere. Errors: CodeInvalid,
// CodeNotFound, CodeUnavailable, CodeStorage, CodeDiskFull.
func (s *Staff) ChangeSetting(name, value string) (desk.SettingsView, error) {
	return s.setting("ChangeSetting", func(ctx context.Context, st datafolder.Opened) error {
		said, err := st.Set.Change(ctx, s.printers, guide.Setting(name), value)
		return s.noted(ctx, err, guide.DeedSetting, said)
	})
}

// StepAside makes room for other programs of a PC that is shared: the door is shut,
// and the window is gone until somebody touches it in the taskbar or starts it again;
// it fills the screen again then. Error: CodeUnavailable.
func (s *Staff) StepAside() error {
	return s.onGlass("StepAside", func(_ context.Context, g Glass) error {
		s.gate.Lock()
		g.Minimise()
		return nil
	})
}

// Leave closes the kiosk: nothing else that people can reach does. Whoever has a PIN
// may; the trail says who did. Error: CodeUnavailable.
func (s *Staff) Leave() error {
	return s.onGlass("Leave", func(ctx context.Context, g Glass) error {
		_ = s.noted(ctx, nil, guide.DeedLeft, "") // before the window's end closes the storage
		s.gate.Lock()
		g.Close()
		return nil
	})
}

// CopyFolder puts the path of the data folder where other programs paste from. Error:
// CodeUnavailable.
func (s *Staff) CopyFolder() error {
	return s.onGlass("CopyFolder", func(_ context.Context, g Glass) error { return g.Copy(s.dataDir) })
}

// shows tells in which window the staff's screens are.
func (s *Staff) shows(g Glass) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.glass = g
}

func (s *Staff) onGlass(method string, do func(ctx context.Context, g Glass) error) error {
	return s.allowed(method, func(ctx context.Context, _ *sqlite.DB) error {
		s.mu.Lock()
		g := s.glass
		s.mu.Unlock()
		if g == nil {
			return guide.Errorf(guide.CodeUnavailable, "Ở đây không có cửa sổ Từng Bước. Mời làm việc này trên máy kiosk.")
		}
		return do(ctx, g)
	})
}
