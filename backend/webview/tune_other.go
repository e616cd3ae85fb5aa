//go:build !linux

package webview

// Tune does nothing: WebView2 takes no settings from the environment.
func Tune() {}
