//go:build !(linux && cgo && webkit2_41)

package traces

// Forget does nothing: WebView2 lets no program but its own window clear what it
// keeps, and Wails has no way to ask it.
func Forget(What) {}
