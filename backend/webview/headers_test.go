package webview_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tungbuoc/backend/webview"
)

func TestHeaders(t *testing.T) {
	w := httptest.NewRecorder()
	webview.Headers(http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/x", nil))
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	for _, h := range []string{"Permissions-Policy", "X-Content-Type-Options", "Referrer-Policy"} {
		if w.Header().Get(h) == "" {
			t.Errorf("no %s", h)
		}
	}
}
