//go:build !windows

package webview2

// Installed is true: nothing is missing where nothing is needed.
func Installed() bool { return true }
