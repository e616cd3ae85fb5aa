package speech

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Folder is where the commune's own clips are, in its data folder; PackFolder
// where those of a pack are, in the pack.
const (
	Folder     = "speech"
	PackFolder = "media/speech"
)

// maxClip is the largest clip that is read, in bytes: three minutes of WAV.
const maxClip = 10 << 20

// MaxClip is how long a clip may be, in seconds.
const MaxClip = 180

// extensions of clips, the one to prefer first.
var extensions = []string{".ogg", ".wav"}

var (
	idShape   = regexp.MustCompile(`^[0-9a-f]{16}$`)
	langShape = regexp.MustCompile(`^[a-z]{2,3}$`)
)

// Clips finds recordings: the commune's own first, then those of the pack.
type Clips struct {
	places []fs.FS // roots that hold a folder a language
}

// NewClips looks in a data folder ("": none) and in a pack (nil: none).
func NewClips(dataDir string, pack fs.FS) Clips {
	var c Clips
	if dataDir != "" {
		c.places = append(c.places, os.DirFS(filepath.Join(dataDir, Folder)))
	}
	if pack != nil {
		if sub, err := fs.Sub(pack, PackFolder); err == nil {
			c.places = append(c.places, sub)
		}
	}
	return c
}

// clip is one recording.
type clip struct {
	name string // path with its extension
	data []byte
}

// read gives the recording of a unit in a language, the first that can be
// played, else a damaged one; false when there is none.
func (c Clips) read(lang, id string) (found clip, ok bool) {
	if !langShape.MatchString(lang) || !idShape.MatchString(id) {
		return clip{}, false
	}
	for _, place := range c.places {
		for _, ext := range extensions {
			name := path.Join(lang, id+ext)
			info, err := fs.Stat(place, name)
			if err != nil || !info.Mode().IsRegular() || info.Size() > maxClip {
				continue
			}
			data, err := fs.ReadFile(place, name)
			if err != nil {
				continue
			}
			this := clip{name, data}
			if _, plays := this.seconds(); plays {
				return this, true
			}
			if !ok {
				found, ok = this, true
			}
		}
	}
	return found, ok
}

// IDs lists the clips of a language, sorted, each once.
func (c Clips) IDs(lang string) []string {
	var ids []string
	if !langShape.MatchString(lang) {
		return ids
	}
	for _, place := range c.places {
		entries, err := fs.ReadDir(place, lang)
		if err != nil {
			continue
		}
		for _, e := range entries {
			ext := path.Ext(e.Name())
			if id := strings.TrimSuffix(e.Name(), ext); slices.Contains(extensions, ext) && idShape.MatchString(id) && e.Type().IsRegular() {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// seconds is how long the clip takes; false when it cannot be played.
func (c clip) seconds() (float64, bool) {
	if path.Ext(c.name) == ".ogg" {
		o, err := readOgg(c.data)
		if err != nil {
			return 0, false
		}
		return o.seconds(), true
	}
	format, body, err := wavParts(c.data)
	if err != nil || len(body) == 0 {
		return 0, false
	}
	return float64(len(body)) / float64(format.rate*format.frame()), true
}

// contentType is what a browser is told the clip is.
func (c clip) contentType() string {
	if path.Ext(c.name) == ".ogg" {
		return "audio/ogg"
	}
	return "audio/wav"
}
