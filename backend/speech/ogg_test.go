package speech

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func mustRead(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var opusFiles = []string{"silk.opus", "hybrid.opus", "celt.opus", "stereo.opus"}

// Each file holds the same 2.71 seconds, in another mode of Opus.
func TestOpusDecodes(t *testing.T) {
	var lengths []float64
	for _, name := range opusFiles {
		o, err := readOgg(mustRead(t, name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		s, err := o.decode()
		if err != nil || math.Abs(s.seconds()-2.71) > 0.01 || math.Abs(o.seconds()-s.seconds()) > 1e-9 {
			t.Fatalf("%s: %.3f s, %v", name, s.seconds(), err)
		}
		p, err := polish(s)
		if err != nil || p.from < opusRate/3 || len(s.samples)-p.to < opusRate/4 {
			t.Errorf("%s: %+v of %d, %v", name, p, len(s.samples), err)
		}
		lengths = append(lengths, loudness(s.samples, s.rate))
	}
	for i, l := range lengths {
		if math.Abs(l-lengths[0]) > 0.5 {
			t.Errorf("%s is %.1f LUFS, %s is %.1f", opusFiles[i], l, opusFiles[0], lengths[0])
		}
	}
}

// What is cut sounds like the part it was cut from, is as loud as wanted, and
// other decoders agree.
func TestOpusCut(t *testing.T) {
	for _, name := range opusFiles[:3] {
		o, err := readOgg(mustRead(t, name))
		if err != nil {
			t.Fatal(err)
		}
		whole, err := o.decode()
		if err != nil {
			t.Fatal(err)
		}
		p, err := polish(whole)
		if err != nil {
			t.Fatal(err)
		}
		file := o.cut(p).write()
		again, err := readOgg(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := again.decode()
		if err != nil || len(got.samples) != p.to-p.from {
			t.Fatalf("%s: %d samples, %v", name, len(got.samples), err)
		}
		if r := ratio(p.apply(whole).samples, got.samples); r < 25 {
			t.Errorf("%s: %.1f dB from what it was cut from", name, r)
		}
		if l := loudness(got.samples, got.rate); math.Abs(l-wantLoudness) > 0.3 {
			t.Errorf("%s: %.2f LUFS", name, l)
		}
		if bytes.Contains(file, []byte("libopus")) || again.skip < preroll || len(file) > len(mustRead(t, name)) {
			t.Errorf("%s: tags kept, skip %d, or %d bytes", name, again.skip, len(file))
		}
		if reference, ok := opusdec(t, file); ok {
			if r := ratio(reference, got.samples); len(reference) != len(got.samples) || r < 40 {
				t.Errorf("%s: opusdec gives %d samples, not %d, %.1f dB apart", name, len(reference), len(got.samples), r)
			}
		}
	}
}

// ratio is how far two sounds are apart, in dB.
func ratio(a, b []float32) float64 {
	signal, noise := 0.0, 1e-12
	for i := range min(len(a), len(b)) {
		signal += float64(a[i]) * float64(a[i])
		noise += float64(a[i]-b[i]) * float64(a[i]-b[i])
	}
	return 10 * math.Log10(signal/noise)
}

// opusdec decodes with the reference decoder; false where it is not installed.
func opusdec(t *testing.T, file []byte) ([]float32, bool) {
	t.Helper()
	path, err := exec.LookPath("opusdec")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("opusdec is not installed (opus-tools)")
		}
		return nil, false
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "a.opus"), filepath.Join(dir, "a.wav")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command(path, "--quiet", "--float", "--rate", "48000", in, out).CombinedOutput(); err != nil {
		t.Fatalf("opusdec: %v %s", err, text)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	s, err := readWAV(data, MaxClip)
	if err != nil {
		t.Fatal(err)
	}
	return s.samples, true
}

func TestDamagedOggIsFound(t *testing.T) {
	good := mustRead(t, "hybrid.opus")
	for i := 0; i < len(good); i += 7 { // one flipped bit anywhere
		bad := bytes.Clone(good)
		bad[i] ^= 1 << (i % 8)
		if _, err := readOgg(bad); err == nil {
			t.Fatalf("byte %d was changed and nobody noticed", i)
		}
	}
	for _, n := range []int{0, 3, 27, 100, len(good) / 2, len(good) - 1} {
		if _, err := readOgg(good[:n]); err == nil {
			t.Errorf("cut off after %d bytes, and nobody noticed", n)
		}
	}
	if _, err := readOgg(append(bytes.Clone(good), good...)); err == nil {
		t.Error("two streams were taken for one")
	}
}

// mended gives pages that were changed their checksum, so that fuzzing gets
// beyond it.
func mended(data []byte) []byte {
	data = bytes.Clone(data)
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("OggS"))
		if i < 0 {
			return data
		}
		at += i
		if len(data)-at < pageHead+int(data[min(at+26, len(data)-1)]) || len(data)-at < pageHead {
			return data
		}
		size := pageHead + int(data[at+26])
		for _, s := range data[at+pageHead : at+size] {
			size += int(s)
		}
		if len(data)-at < size {
			return data
		}
		binary.LittleEndian.PutUint32(data[at+22:], pageChecksum(data[at:at+size]))
		at += size
	}
}

func FuzzReadOgg(f *testing.F) {
	for _, name := range opusFiles {
		o, err := readOgg(mustRead(f, name))
		if err != nil {
			f.Fatal(err)
		}
		small := o.cut(polishing{from: 24000, to: 26000}).write() // so that fuzzing is quick
		f.Add(small)
		skeleton := page{flags: pageFirst, serial: 7, segments: []byte{8}, body: []byte("fishead\x00")}
		end := page{flags: pageLast, serial: 0x54756e67, sequence: 9}
		f.Add(append(append(skeleton.bytes(), small...), append(end.bytes(), 0, 0)...))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, d := range [][]byte{data, mended(data)} {
			o, err := readOgg(d)
			if err != nil {
				continue
			}
			if o.played < 0 || o.skip+o.played > o.samples || o.samples > maxSamples {
				t.Fatalf("skip %d, played %d of %d", o.skip, o.played, o.samples)
			}
			if o.channels == 1 && o.played > 0 {
				again, err := readOgg(o.cut(polishing{from: o.played / 3, to: o.played}).write())
				if err != nil || again.played != o.played-o.played/3 {
					t.Fatalf("written again: %v", err)
				}
			}
			if o.samples < opusRate {
				_, _ = o.decode()
			}
		}
	})
}
