//go:build !linux

package webview

// Tune does nothing: WebView2 takes no settings from the environment.
func Tune() {}

// Alone does nothing: what WebView2 has besides the page is shut by Wails' options.
func Alone() {}
