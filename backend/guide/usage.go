package guide

import (
	"regexp"
	"slices"
	"strconv"
	"time"
)

// Event names something the office counts. A count says that it happened on a
// day, never who did it or at what hour.
type Event string

// The events that are counted.
const (
	EventOpened      Event = "opened"       // a service was opened
	EventFinished    Event = "finished"     // its guide was followed to the last step
	EventCodeShown   Event = "code_shown"   // a QR code of it was on the glass, counted once each time it is opened
	EventLeft        Event = "left"         // its guide was left early; detail: step number, 0 before the first
	EventHelpful     Event = "helpful"      // the resident said whether it helped; detail: yes or no
	EventStaffCalled Event = "staff_called" // a member of staff was called
	EventRehearsed   Event = "rehearsed"    // its guide was practised to the last touch
	EventSlip        Event = "slip_printed" // its papers were printed for a resident
	EventStopped     Event = "stopped"      // its guide was left early; detail: lasting name of the step seen last
	EventUnclear     Event = "unclear"      // staff were called from a step; detail: its lasting name
)

// The details of EventHelpful.
const (
	HelpfulYes = "yes"
	HelpfulNo  = "no"
)

// Count is how often an event happened on one day of the office.
type Count struct {
	Day     string // YYYY-MM-DD by the office's clock; filled in when the count is kept
	Service string // key of the service, or one name for the whole kiosk
	Event   Event
	Detail  string // depends on the event, "" for most
	Lang    string // language of the screen, such as vi
	N       int    // how often; ignored when the count is kept: it adds one
}

// Bounds of what a count may hold. A procedure code has seven digits; the
// shortest identity or phone number in use has nine.
const (
	maxCountService = 64 // characters
	maxCountDigits  = 7
	maxCountStep    = 99
)

// stepShape is the lasting name of a step, with its file: [FullID].
var stepShape = regexp.MustCompile(`^(flow )?[a-z0-9]+([._-][a-z0-9]+)*/[a-z0-9]+([._-][a-z0-9]+)*$`)

var langShape = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$`)

// AtStep says whether a count is of one step. Who keeps it has seen first that the
// pack has a step of that name.
func (c Count) AtStep() bool { return c.Event == EventStopped || c.Event == EventUnclear }

// Validate refuses whatever could carry something personal: only short keys,
// closed lists, step numbers and names of steps pass. The refused value is not repeated in the
// error, so that it reaches neither the screen nor the log. Error: CodeInvalid.
func (c Count) Validate() error {
	switch {
	case c.Day != "" && !validDay(c.Day):
		return badCount("ngày")
	case len(c.Service) > maxCountService, !keyShape.MatchString(c.Service), digits(c.Service) > maxCountDigits:
		return badCount("tên dịch vụ")
	case !c.Event.known():
		return badCount("việc được đếm")
	case !c.Event.allows(c.Detail):
		return badCount("chi tiết")
	case !langShape.MatchString(c.Lang):
		return badCount("ngôn ngữ")
	case c.N < 0:
		return badCount("số lượt")
	}
	return nil
}

// In refuses a count of a screen in another language than those that a pack has:
// Validate knows its shape only. Error: CodeInvalid.
func (c Count) In(languages []string) error {
	if !slices.Contains(languages, c.Lang) {
		return badCount("ngôn ngữ")
	}
	return nil
}

func badCount(what string) error {
	return Errorf(CodeInvalid, "Lượt dùng không được ghi: %s không đúng mẫu. Mời báo người cài đặt máy.", what)
}

func (e Event) known() bool {
	switch e {
	case EventOpened, EventFinished, EventCodeShown, EventLeft, EventHelpful, EventStaffCalled, EventRehearsed, EventSlip, EventStopped, EventUnclear:
		return true
	}
	return false
}

// allows says whether a detail may go with the event.
func (e Event) allows(detail string) bool {
	switch e {
	case EventLeft:
		step, err := strconv.Atoi(detail)
		// Written back, so that +7 and 007 are not three names for one step.
		return err == nil && step >= 0 && step <= maxCountStep && strconv.Itoa(step) == detail
	case EventHelpful:
		return detail == HelpfulYes || detail == HelpfulNo
	case EventStopped, EventUnclear:
		return stepShape.MatchString(detail) && len(detail) <= maxCountService+maxID && digits(detail) <= maxCountDigits
	}
	return detail == ""
}

// digits counts the digits of a key, which has no others than ASCII ones.
func digits(key string) int {
	n := 0
	for _, r := range key {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

func validDay(day string) bool {
	_, err := time.Parse(time.DateOnly, day)
	return err == nil
}
