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
