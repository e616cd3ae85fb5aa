//go:build !windows

package webview

// Installed is true: nothing is missing where nothing is needed.
func Installed() bool { return true }
