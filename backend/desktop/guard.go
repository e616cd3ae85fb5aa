package desktop

import (
	"errors"
	"runtime/debug"

	"tungbuoc/backend/guide"
)

// guard runs a bound method so that nothing it does can hang the page or leak
// into the log: a panic becomes an error, and arguments are never logged.
func guard[T any](o *office, method string, do func() (T, error)) (result T, err error) {
	defer func() {
		if p := recover(); p != nil {
			o.log.Error("panic in bound method", "method", method, "panic", p, "stack", string(debug.Stack()))
			err = guide.Errorf(guide.CodeInternal, "%s", guide.SayInternal)
		}
	}()
	result, err = do()
	if err != nil {
		o.log.Warn("bound method failed", "method", method, "code", guide.ErrorCode(err), "err", unasked(err))
	}
	return result, err
}

// unasked is what the log may keep of a failure. The sentence about a thing that
// does not exist, or does not fit, may repeat what was asked for; the method and
// the code say enough.
func unasked(err error) error {
	switch guide.ErrorCode(err) {
	case guide.CodeNotFound, guide.CodeInvalid:
		var e *guide.Error
		if errors.As(err, &e) {
			return unasked(e.Err)
		}
	}
	return err
}

// do is [guard] for a bound method that only does something.
func (o *office) do(method string, do func() error) error {
	_, err := guard(o, method, func() (none struct{}, err error) { return none, do() })
	return err
}
