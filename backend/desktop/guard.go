package desktop

import (
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
		o.log.Warn("bound method failed", "method", method, "code", guide.ErrorCode(err), "err", guide.Unasked(err))
	}
	return result, err
}

// do is [guard] for a bound method that only does something.
func (o *office) do(method string, do func() error) error {
	_, err := guard(o, method, func() (none struct{}, err error) { return none, do() })
	return err
}
