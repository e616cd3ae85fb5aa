package webview

import "net/http"

// The window may load its own scripts, styles, fonts and pictures, and talk
// to its own program; nothing else. Inline scripts and styles are refused, so
// text from a pack can never become code.
const (
	contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; " +
		"img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
		"frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

	// WebView2 grants every permission that is not refused here.
	permissionsPolicy = "accelerometer=(), bluetooth=(), camera=(), clipboard-read=(), display-capture=(), " +
		"geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()"
)

// Headers puts the security headers on every answer of the asset server.
func Headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentSecurityPolicy)
		h.Set("Permissions-Policy", permissionsPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, req)
	})
}
