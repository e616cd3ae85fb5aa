package webview_test

import (
	"os"
	"testing"

	"tungbuoc/backend/webview"
)

func TestTuneLeavesWhatIsSet(t *testing.T) {
	const chosen, open = "WEBKIT_DISABLE_DMABUF_RENDERER", "MALLOC_TRIM_THRESHOLD_"
	t.Setenv(chosen, "0") // a technician's choice
	t.Setenv(open, "")    // put back after the test
	if err := os.Unsetenv(open); err != nil {
		t.Fatal(err)
	}
	webview.Tune()
	if got := os.Getenv(chosen); got != "0" {
		t.Errorf("%s is %q now", chosen, got)
	}
	if got := os.Getenv(open); got != "131072" {
		t.Errorf("%s is %q", open, got)
	}
}
