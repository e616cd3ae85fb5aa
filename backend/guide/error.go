package guide

import (
	"errors"
	"fmt"
)

// Code names a kind of failure. The window shows the sentence that belongs to
// the code in the resident's language; the log keeps the whole chain.
type Code string

// The codes a caller can meet. Every function that returns an error says which.
const (
	CodeInternal    Code = "internal"    // a fault of the program itself
	CodeInvalid     Code = "invalid"     // the input breaks a rule
	CodeNotFound    Code = "not_found"   // no such service, link, file
	CodeUsage       Code = "usage"       // the command line was written wrongly; only cli gives it
	CodeContent     Code = "content"     // the pack has errors
	CodeUnofficial  Code = "unofficial"  // an address that is not an official one
	CodeUnverified  Code = "unverified"  // a QR code that could not be read back
	CodeStorage     Code = "storage"     // the data folder or database cannot be used
	CodeDiskFull    Code = "disk_full"   // no room left
	CodeRunning     Code = "running"     // the kiosk is open already
	CodeBusy        Code = "busy"        // another piece of work has to end first
	CodeNoDisplay   Code = "no_display"  // there is no screen to open a window on
	CodeUnavailable Code = "unavailable" // a part that is not ready yet
	CodeDenied      Code = "denied"      // only for staff, or a wrong PIN
)

// Error is a failure with three faces: a code for programs, a Vietnamese
// sentence for people that says what happened and what to do, and the cause
// for the log.
type Error struct {
	Code    Code
	Message string
	Err     error
}

// Error gives the whole chain, for the log. Show [Message] to people instead.
func (e *Error) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("%s: %s", e.Code, e.Message)
	}
	return fmt.Sprintf("%s: %s: %v", e.Code, e.Message, e.Err)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error without a cause. The message is Vietnamese, for people.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: Sentence(format, args...)}
}

// Wrap makes an Error around a cause. The message is Vietnamese, for people.
func Wrap(err error, code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: Sentence(format, args...), Err: err}
}

// ErrorCode is the code of the first Error in the chain, CodeInternal for any
// other error and "" for nil.
func ErrorCode(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// Message is the sentence to show people for err. An error without one gets a
// general sentence, so that a cause never reaches the screen.
func Message(err error) string {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) && e.Message != "" {
		return e.Message
	}
	return "Máy gặp lỗi. Mời ông bà gọi cán bộ."
}

// Unasked is what the log may keep of a failure. The sentence about a thing that
// does not exist, or does not fit, may repeat what was asked for; the method and
// the code say enough.
func Unasked(err error) error {
	switch ErrorCode(err) {
	case CodeNotFound, CodeInvalid:
		var e *Error
		if errors.As(err, &e) {
			return Unasked(e.Err)
		}
	}
	return err
}
