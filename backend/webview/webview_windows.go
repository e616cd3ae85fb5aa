package webview

import "golang.org/x/sys/windows/registry"

// client is the key under which the updater of Edge keeps the version of the
// runtime, as Microsoft documents it ("Detect if a WebView2 Runtime is already
// installed").
const client = `Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}`

// Installed says whether the runtime is there, for all users or for this one.
func Installed() bool {
	for _, place := range []struct {
		root registry.Key
		path string
	}{
		{registry.LOCAL_MACHINE, `SOFTWARE\WOW6432Node\` + client},
		{registry.LOCAL_MACHINE, `SOFTWARE\` + client},
		{registry.CURRENT_USER, `Software\` + client},
	} {
		if has(place.root, place.path) {
			return true
		}
	}
	return false
}

// has says whether a key holds a version; after removal it is empty or zero.
func has(root registry.Key, path string) bool {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return false
	}
	defer func() { _ = key.Close() }()
	version, _, err := key.GetStringValue("pv")
	return err == nil && version != "" && version != "0.0.0.0"
}
