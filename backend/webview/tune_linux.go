package webview

import "os"

// tuning is what WebKitGTK and the C library read from the environment. The
// figures are those of make bench, on a machine without a graphics card.
var tuning = map[string]string{
	// The kiosk paints in software, so buffers to share with the graphics card
	// are never used; preparing them takes 50 ms of every start and 6 MB. With
	// some drivers of NVIDIA they leave the window white
	// (https://bugs.webkit.org/show_bug.cgi?id=262607).
	"WEBKIT_DISABLE_DMABUF_RENDERER": "1",
	// What WebKit's processes free goes back to the system at 128 kB, the
	// documented start value (mallopt(3), M_TRIM_THRESHOLD), which otherwise
	// grows with the largest block freed: 4 MB less.
	"MALLOC_TRIM_THRESHOLD_": "131072",
}

// Tune prepares the web view for a PC with little memory. It must be called
// before the window is made. What is set in the environment already stays.
func Tune() {
	for name, value := range tuning {
		if _, set := os.LookupEnv(name); !set {
			_ = os.Setenv(name, value) // fails for a wrong name only
		}
	}
}

// alone is what the toolkit must be while the kiosk has the whole screen. Its input
// methods open windows of their own over the page (choosers of emoji and letters,
// Ctrl+Shift+U), which no page can stop; the pages compose Telex and VNI themselves.
var alone = map[string]string{"GTK_IM_MODULE": "gtk-im-context-none"}

// doors are variables by which the toolkit and the engine show their insides.
var doors = []string{"GTK_DEBUG", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"}

// Alone shuts what the toolkit has besides the page, whatever the environment says. It
// must be called before the window is made.
func Alone() {
	for name, value := range alone {
		_ = os.Setenv(name, value) // fails for a wrong name only
	}
	for _, name := range doors {
		_ = os.Unsetenv(name)
	}
}
