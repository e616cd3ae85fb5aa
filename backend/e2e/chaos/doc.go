// Package chaos does to the kiosk what months in an office do: it is killed in the
// midst of every work, its files are cut, spoiled or replaced, and its clock jumps. The
// short forms are tests as others; "make chaos" is the long form. What the power takes
// is another thing, see safefile/powercut; the five failures of the window are injected
// in e2e/window.
package chaos
