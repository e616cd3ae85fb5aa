package speech

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/guide"
)

func TestImportAll(t *testing.T) {
	good, other, gone := guide.UnitID([]string{"Mở VNeID."}), guide.UnitID([]string{"Mời chờ."}), guide.UnitID([]string{"Câu cũ."})
	in, data := t.TempDir(), t.TempDir()
	files := map[string][]byte{
		good + ".wav": writeWAV(recording(1, 2, 1, 0.05, 0)),
		strings.ToUpper(other[:8]) + " LAN 2.opus": mustRead(t, "hybrid.opus"),
		"sub/" + gone + ".wav":                     writeWAV(recording(1, 2, 1, 0.05, 0)),
		good[:7] + ".wav":                          writeWAV(recording(1, 2, 1, 0.05, 0)),
		"khong-ma.wav":                             writeWAV(recording(1, 2, 1, 0.05, 0)),
		"kich-ban.csv":                             []byte("x"),
		".hidden":                                  []byte("x"),
		"a/" + good + ".mp3":                       []byte("ID3\x04"),
		"b/" + good + "-cam.wav":                   writeWAV(sound{rate: 16000, samples: make([]float32, 16000)}),
		"c/" + good + "-dai.wav":                   writeWAV(sound{rate: 8000, samples: make([]float32, 8000*(MaxClip+1))}),
		"d/" + good + "-ngan.wav":                  writeWAV(recording(1, 0.1, 1, 0.05, 0)),
		"e/" + good + "-hong.opus":                 mustRead(t, "hybrid.opus")[:3000],
		"f/" + good + "-trong.wav":                 nil,
		"g/" + good + "-vorbis.ogg":                vorbis(),
		"h/" + good + "-cuthead.wav":               []byte("RIFF"),
	}
	for name, data := range files {
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	find := Find([]Unit{{ID: good}, {ID: other}})
	list, err := ImportAll(data, "tyz", []string{in, filepath.Join(in, "missing-"+good)}, find, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // part of the problem
		good + ".wav": "", strings.ToUpper(other[:8]) + " LAN 2.opus": "", gone + ".wav": "kịch bản", "khong-ma.wav": "bắt đầu bằng mã", good[:7] + ".wav": "bắt đầu bằng mã",
		good + ".mp3": "WAV", good + "-cam.wav": "không có tiếng", good + "-dai.wav": "dài quá", good + "-ngan.wav": "ngắn quá",
		good + "-hong.opus": "hỏng", good + "-trong.wav": "trống", good + "-vorbis.ogg": "không phải Opus", good + "-cuthead.wav": "hỏng",
		"missing-" + good: "Không có tệp này",
	}
	if len(list) != len(want) {
		t.Errorf("%d files, want %d", len(list), len(want))
	}
	for _, one := range list {
		part, ok := want[filepath.Base(one.File)]
		if !ok || (part == "") != (one.Problem == "") || !strings.Contains(one.Problem, part) {
			t.Errorf("%s: %q, want %q", filepath.Base(one.File), one.Problem, part)
		}
	}
	clips := NewClips(data, nil)
	if ids := clips.IDs("tyz"); len(ids) != 2 {
		t.Fatalf("clips %v", ids)
	}
	for _, id := range []string{good, other} {
		c, ok := clips.read("tyz", id)
		if !ok {
			t.Fatalf("%s is not there", id)
		}
		made, _, err := prepare(c.data, &Import{})
		if err != nil || len(made) == 0 {
			t.Errorf("%s cannot be imported again: %v", id, err)
		}
		if seconds, ok := c.seconds(); !ok || seconds < 1 || seconds > 2.6 {
			t.Errorf("%s takes %.2f s", id, seconds)
		}
	}
	// A new recording replaces the old one, whatever its format.
	path := filepath.Join(in, other+".wav")
	if err := os.WriteFile(path, writeWAV(recording(1, 1, 1, 0.05, 0)), 0o600); err != nil {
		t.Fatal(err)
	}
	if list, err := ImportAll(data, "tyz", []string{path}, find, nil); err != nil || list[0].Problem != "" || math.Abs(list[0].Seconds-1.3) > 0.05 {
		t.Fatalf("%+v, %v", list, err)
	}
	if c, _ := clips.read("tyz", other); !bytes.HasPrefix(c.data, []byte("RIFF")) {
		t.Error("the old recording is still played")
	}
	if n, err := Remove(data, "tyz", []string{good, gone, "../x"}); err != nil || n != 1 {
		t.Errorf("removed %d, %v", n, err)
	}
}

// vorbis is the start of an Ogg file with something else in it.
func vorbis() []byte {
	o, err := readOgg(mustReadFile("hybrid.opus"))
	if err != nil {
		panic(err)
	}
	return mended(bytes.Replace(o.write(), []byte("OpusHead"), []byte("\x01vorbis\x00"), 1))
}

func mustReadFile(name string) []byte {
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		panic(err)
	}
	return data
}

func TestTheCommunesClipWins(t *testing.T) {
	id, data := guide.UnitID([]string{"a"}), t.TempDir()
	pack := fstest.MapFS{PackFolder + "/tyz/" + id + ".ogg": {Data: mustRead(t, "hybrid.opus")}}
	if c, ok := NewClips(data, pack).read("tyz", id); !ok || c.contentType() != "audio/ogg" {
		t.Errorf("%v %s", ok, c.name)
	}
	if err := os.MkdirAll(filepath.Join(data, Folder, "tyz"), 0o700); err != nil {
		t.Fatal(err)
	}
	own := writeWAV(recording(0, 1, 0, 0.1, 0))
	if err := os.WriteFile(filepath.Join(data, Folder, "tyz", id+".wav"), own, 0o600); err != nil {
		t.Fatal(err)
	}
	c, ok := NewClips(data, pack).read("tyz", id)
	if !ok || c.contentType() != "audio/wav" || !bytes.Equal(c.data, own) {
		t.Errorf("%v %s", ok, c.name)
	}
}

// What was thrown away on a stick, or lost, must not be heard again.
func TestImportLeavesBinsAlone(t *testing.T) {
	in, data := t.TempDir(), t.TempDir()
	id := func(text string) string { return guide.UnitID([]string{text}) }
	sounds := writeWAV(recording(0.2, 1, 0.2, 0.1, 0))
	put := func(path string) {
		t.Helper()
		path = filepath.Join(in, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, sounds, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, bin := range []string{
		".Trash-1000/files", ".Trashes/501", ".trash", "$RECYCLE.BIN/S-1-5-21", "$Recycle.Bin", "$recycle.bin/x", "RECYCLER/S-1-5", "Recycled",
		"FOUND.000", "found.017", "System Volume Information", "SYSTEM VOLUME INFORMATION", "lost+found", "LOST.DIR", ".Spotlight-V100", ".hidden/deeper",
		"Trash", "Trash-1000/files", "__MACOSX", "thu-am/.Trash-0/files", "thu-am/$RECYCLE.BIN",
	} {
		put(bin + "/" + id("bin") + ".wav")
	}
	put("._" + id("bin") + ".wav") // what a Mac writes beside every file
	put("thu-am/._" + id("bin") + ".wav")
	var want []string
	for _, folder := range []string{".", "thu-am", "thu-am/bai 1", "found", "found.0001", "recycle", "$quy trình", "Thùng rác của bà"} {
		want = append(want, filepath.Join(in, filepath.FromSlash(folder), id(folder)+".wav"))
		put(folder + "/" + id(folder) + ".wav")
	}
	slices.Sort(want)
	anyCode := func(code string) (string, bool) { return code, true }
	list, err := ImportAll(data, "tyz", []string{in}, anyCode, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, one := range list {
		got = append(got, one.File)
		if one.Problem != "" {
			t.Errorf("%s: %s", one.File, one.Problem)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("looked at %q, want %q", got, want)
	}
	if ids := NewClips(data, nil).IDs("tyz"); slices.Contains(ids, id("bin")) || len(ids) != len(want) {
		t.Errorf("clips %v", ids)
	}
	// Who names such a folder means it.
	if list, err := ImportAll(data, "tyz", []string{filepath.Join(in, ".hidden", "deeper"), filepath.Join(in, "$Recycle.Bin")}, anyCode, nil); err != nil || len(list) != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}
