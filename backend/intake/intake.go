// Package intake takes a signed update of the program into the data folder, where it
// waits for its trial (package versions). It is apart from versions because the
// process that tries programs must not be linked with what checks signatures.
package intake

import (
	"time"

	"tungbuoc/backend/versions"
)

// Intake is a kiosk that may take updates.
type Intake struct {
	Root      []byte // who is trusted, see trust.Shipped
	DataDir   string
	Installed string // the version that was installed, or runs now
	Now       func() time.Time
}

// Offer is an update that is right for this machine.
type Offer struct {
	Number    int64             `json:"number"`
	Version   string            `json:"version"`
	Made      time.Time         `json:"made"`
	Size      int64             `json:"size"`
	SHA256    string            `json:"sha256"`
	Failed    *versions.Failure `json:"failed,omitempty"`     // it has failed here before
	InsteadOf string            `json:"instead_of,omitempty"` // the version that waits now and would be dropped
}

// Check says what is in a file, and takes nothing. It reads all of the file.
// Errors: those of trust.Open; CodeInvalid for a version not newer than what this kiosk has.
func (i Intake) Check(file string) (Offer, error) { return Offer{}, nil }

// Take takes the program in a file: it waits for its trial from then on.
// Errors: those of Check and of safefile; CodeDiskFull; CodeBusy while one is tried.
func (i Intake) Take(file string) (Offer, error) { return Offer{}, nil }
