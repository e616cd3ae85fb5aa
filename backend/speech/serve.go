package speech

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// soundPath is where sounds are fetched.
const soundPath = "/sound/"

var soundShape = regexp.MustCompile(`^(?:([a-z]{2,3})-)?([0-9a-f]{16})$`)

// SoundOf is where the clip of a unit in a language is fetched.
func SoundOf(lang, id string) string { return soundPath + lang + "-" + id }

// IsSound says whether a path is one of a sound.
func IsSound(path string) bool { return strings.HasPrefix(path, soundPath) }

// ServeHTTP gives a clip or a synthesised sentence. Nothing may be kept of it:
// what was read aloud tells what a visit was about.
func (s *Speaker) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	if req.Method != http.MethodGet && req.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	m := soundShape.FindStringSubmatch(strings.TrimPrefix(req.URL.Path, soundPath))
	if m == nil {
		http.NotFound(w, req)
		return
	}
	kind, data, ok := "audio/wav", []byte(nil), false
	if lang, id := m[1], m[2]; lang == "" {
		data, ok = s.sounds.get(id)
	} else {
		var c clip
		c, ok = s.clips.read(lang, id)
		kind, data = c.contentType(), c.data
	}
	if !ok {
		http.NotFound(w, req)
		return
	}
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(data)))
	w.WriteHeader(http.StatusOK)
	if req.Method == http.MethodGet {
		_, _ = w.Write(data)
	}
}
