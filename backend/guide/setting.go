package guide

// Setting is one thing about this kiosk that staff set in the program. Its name is
// that under which office.db keeps it.
type Setting string

// The settings.
const (
	SettingIdle     Setting = "idle"         // seconds without a touch until the kiosk goes home
	SettingLetters  Setting = "letters"      // size of the letters that a visit begins with
	SettingSpeaking Setting = "speaking"     // when it may read aloud
	SettingDPI      Setting = "dpi"          // dots on an inch of the glass
	SettingPrinter  Setting = "desk_printer" // the desk's own
	SettingSlips    Setting = "slip_printer" // residents' slips come out of it
	SettingSumatra  Setting = "sumatra"      // Windows: where SumatraPDF is
)

// Settings are all settings, in the order in which staff look at them.
var Settings = []Setting{SettingIdle, SettingLetters, SettingSpeaking, SettingDPI, SettingPrinter, SettingSlips, SettingSumatra}

// Label is the setting in a few words, as the trail has it.
func (s Setting) Label() string {
	return map[Setting]string{
		SettingIdle: "chờ bao lâu thì về màn hình đầu", SettingLetters: "cỡ chữ lúc đầu", SettingSpeaking: "giờ được đọc to",
		SettingDPI: "cỡ thật trên màn hình", SettingPrinter: "máy in của bàn", SettingSlips: "máy in phiếu cho bà con", SettingSumatra: "chỗ để SumatraPDF",
	}[s]
}
