package readthrough_test

import (
	"io/fs"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/picture"
)

// mostPack is the most a pack without clips may weigh, drawn screens included,
// in bytes: it travels on old sticks and bad lines.
const mostPack = 5_000_000

func TestShippedPackIsLight(t *testing.T) {
	size := 0
	err := fs.WalkDir(content.Shipped(), ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		size += int(info.Size())
		return nil
	})
	lib, _ := content.Load(content.Shipped())
	if err != nil || lib == nil {
		t.Fatal("the pack cannot be read", err)
	}
	pictures := func(steps []guide.Step) {
		for _, st := range steps {
			if st.Screen != nil {
				size += len(picture.Draw(*st.Screen, func(s string) string { return s }).SVG())
			}
		}
	}
	for i := range lib.Pack.Services {
		pictures(lib.Pack.Services[i].Steps)
	}
	for i := range lib.Pack.Flows { // once, however many lessons use them
		pictures(lib.Pack.Flows[i].Steps)
	}
	if size > mostPack {
		t.Errorf("%d bytes of text and pictures, at most %d", size, mostPack)
	}
}
