// Package webview knows what draws the kiosk's pages. On Windows that is
// Microsoft Edge WebView2, a runtime that Windows 11 brings along and Windows 10
// may lack; on Linux it is WebKitGTK, which the program is linked to.
package webview

// Missing is the sentence for a computer without it.
const Missing = "Máy này chưa có WebView2 nên chưa mở được màn hình kiosk. " +
	"Mời cài Microsoft Edge WebView2 Runtime (tải khi có mạng, hoặc chép bộ cài từ USB), rồi mở lại Từng Bước."
