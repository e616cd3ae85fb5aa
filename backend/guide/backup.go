package guide

// MinuteForm is how a moment is written by the office's clock.
const MinuteForm = "2006-01-02 15:04"

// Backup is what an office remembers of the last backup that was found good.
type Backup struct {
	Made    string `json:"made"`  // in [MinuteForm], "": there was none
	Stick   bool   `json:"stick"` // it left the PC
	Days    int    `json:"days"`  // of which something was counted
	Batches int    `json:"batches"`
	Checks  int    `json:"checks"`
	Clips   int    `json:"clips"`
	Notes   int    `json:"notes"`
	Words   int    `json:"words"` // places with words of the office's own
	Away    int    `json:"away"`  // what is hidden
	People  int    `json:"people"`
}
