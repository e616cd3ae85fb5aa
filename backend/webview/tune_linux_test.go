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

func TestAloneShutsWhatIsSet(t *testing.T) {
	t.Setenv("GTK_IM_MODULE", "ibus")
	t.Setenv("GTK_DEBUG", "interactive")
	t.Setenv("WEBKIT_INSPECTOR_SERVER", "127.0.0.1:9222")
	webview.Alone()
	if got := os.Getenv("GTK_IM_MODULE"); got != "gtk-im-context-none" {
		t.Errorf("GTK_IM_MODULE is %q", got)
	}
	for _, name := range []string{"GTK_DEBUG", "WEBKIT_INSPECTOR_SERVER"} {
		if got, set := os.LookupEnv(name); set {
			t.Errorf("%s is %q still", name, got)
		}
	}
}
