package guide

import (
	"fmt"
	"runtime/debug"
)

// SayInternal is what people at the window read when the program itself is at
// fault.
const SayInternal = "Máy gặp lỗi. Mời ông bà gọi cán bộ."

// Recover turns a panic of the function that defers it into an error with
// CodeInternal, whose cause says where it happened: work in the background
// that panics would end the program for everybody. say is what people read.
func Recover(err *error, say string) {
	if p := recover(); p != nil {
		*err = Wrap(fmt.Errorf("panic: %v\n%s", p, debug.Stack()), CodeInternal, "%s", say)
	}
}
