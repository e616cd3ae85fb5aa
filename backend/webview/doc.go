// Package webview knows what draws the kiosk's pages, and what they may do
// there. On Windows that is
// Microsoft Edge WebView2, a runtime that Windows 11 brings along and Windows 10
// may lack; on Linux it is WebKitGTK, which the program is linked to.
package webview

import (
	"os"
	"runtime"
)

// Missing is the sentence for a computer without it.
const Missing = "Máy này chưa có WebView2 nên chưa mở được màn hình kiosk. " +
	"Mời cài Microsoft Edge WebView2 Runtime (tải khi có mạng, hoặc chép bộ cài từ USB), rồi mở lại Từng Bước."

// HasScreen says whether there is a screen to draw on.
func HasScreen() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}
