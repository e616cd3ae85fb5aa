package guide

// Person is somebody who works behind the staff door.
type Person struct {
	ID    int64
	Name  string
	Role  Role
	PIN   string // its hash, "" while none is chosen
	Old   bool   // the office's one PIN of before: a name and a longer PIN are still to be chosen
	Since string // YYYY-MM-DD; filled in when kept; "" of who had the office's one PIN
	Given int64  // who gave this person the PIN; 0: the person; -1: who had the recovery code
	Gone  bool   // only the trail knows the name
}

// Role is what a person may do behind the staff door.
type Role string

// The roles; an admin may do what a clerk may.
const (
	RoleClerk Role = "clerk"
	RoleAdmin Role = "admin"
)

// May says whether this role is enough for what needs another.
func (r Role) May(needed Role) bool { return r == RoleAdmin || r == needed }

// Noted is a line of the trail: who did what in this office, and when.
type Noted struct {
	ID      int64
	Made    string // YYYY-MM-DD HH:MM by the office's clock; filled in when kept
	Who     string // as that person was called then
	What    Deed
	Subject string // a few Vietnamese words, never of a resident; ""
}

// Deed is what somebody did.
type Deed string

// The deeds that are noted.
const (
	DeedOpened     Deed = "opened"
	DeedAdded      Deed = "added"
	DeedChanged    Deed = "changed"
	DeedRemoved    Deed = "removed"
	DeedPIN        Deed = "pin"
	DeedRecovery   Deed = "recovery"
	DeedRecovered  Deed = "recovered"
	DeedReset      Deed = "reset"
	DeedPrinted    Deed = "printed"
	DeedSaved      Deed = "saved"
	DeedRetired    Deed = "retired"
	DeedLinks      Deed = "links"
	DeedAddress    Deed = "address"
	DeedRecordings Deed = "recordings"
	DeedDiscarded  Deed = "discarded"
	DeedAway       Deed = "away"
	DeedBack       Deed = "back"
	DeedOffice     Deed = "office"
	DeedTrail      Deed = "trail"
	DeedAsked      Deed = "asked"    // a second person to read a wording
	DeedAgreed     Deed = "agreed"   // on a wording
	DeedReturned   Deed = "returned" // a wording to who wrote it
	DeedDropped    Deed = "dropped"  // a wording: the province's again
	DeedBackup     Deed = "backup"
	DeedSetting    Deed = "setting"
	DeedMissed     Deed = "missed" // what residents looked for in vain was saved for the province
	DeedLeft       Deed = "left"   // the kiosk was closed
	DeedUpdate     Deed = "update" // another version of the program waits to be put in
	DeedNoUpdate   Deed = "noupdate"
)
