package speech

import (
	"encoding/binary"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// voice is like somebody speaking: syllables of several harmonics with pauses
// between them, silence before and after.
func voice(rate int, before, speech, after, amplitude float64) sound {
	s := sound{rate: rate, samples: make([]float32, int((before+speech+after)*float64(rate)))}
	for i := range s.samples {
		t := float64(i)/float64(rate) - before
		if t < 0 || t >= speech {
			continue
		}
		syllable := math.Pow(math.Abs(math.Sin(2*math.Pi*2*t)), 0.5)
		s.samples[i] = float32(amplitude * syllable * (math.Sin(2*math.Pi*180*t) + math.Sin(2*math.Pi*540*t)/2) / 1.5)
	}
	return s
}

// with changes every sample.
func (s sound) with(change func(t float64, v float32) float32) sound {
	out := sound{rate: s.rate, samples: make([]float32, len(s.samples))}
	for i, v := range s.samples {
		out.samples[i] = change(float64(i)/float64(s.rate), v)
	}
	return out
}

// hiss is noise of a level in dBFS.
func hiss(level float64) func() float32 {
	r := rand.New(rand.NewPCG(3, 4))
	amplitude := math.Pow(10, level/20) * math.Sqrt(3)
	return func() float32 { return float32(amplitude * (2*r.Float64() - 1)) }
}

// imported takes in a WAV file and says how many seconds of it were kept.
func imported(t *testing.T, file []byte) (seconds float64, problem error) {
	t.Helper()
	var one Import
	made, ext, err := prepare(file, &one)
	if err != nil {
		return 0, err
	}
	if seconds, ok := (clip{"a" + ext, made}).seconds(); !ok || math.Abs(seconds-one.Seconds) > 1e-9 {
		t.Fatalf("the clip takes %v s, the import says %v", seconds, one.Seconds)
	}
	return one.Seconds, nil
}

// The level of an offset is no sound: what is kept is the same with it and
// without, and has none.
func TestOffsetIsNoSound(t *testing.T) {
	clean := voice(16000, 1, 1.6, 1.4, 0.05)
	want, err := imported(t, writeWAV(clean))
	if err != nil || math.Abs(want-1.9) > 0.05 {
		t.Fatalf("%.2f s, %v", want, err)
	}
	for name, offset := range map[string]func(t float64) float64{
		"all along":            func(float64) float64 { return 0.02 },
		"large and negative":   func(float64) float64 { return -0.4 },
		"with the voice only":  func(t float64) float64 { return 0.05 * boolean(t > 0.9 && t < 2.7) },
		"plugged in late":      func(t float64) float64 { return 0.1 * boolean(t > 0.3) },
		"gone before the end":  func(t float64) float64 { return 0.1 * boolean(t < 3.5) },
		"drifting up":          func(t float64) float64 { return 0.02 * t },
		"wandering to and fro": func(t float64) float64 { return 0.05 * math.Sin(2*math.Pi*t) },
	} {
		s := clean.with(func(t float64, v float32) float32 { return v + float32(offset(t)) })
		var one Import
		made, _, err := prepare(writeWAV(s), &one)
		if err != nil || math.Abs(one.Seconds-want) > 0.03 {
			t.Errorf("%s: %.2f s kept, want %.2f, %v", name, one.Seconds, want, err)
			continue
		}
		got, err := readWAV(made, MaxClip)
		if err != nil {
			t.Fatal(err)
		}
		if l := loudness(got.samples, got.rate); math.Abs(l-wantLoudness) > 0.3 {
			t.Errorf("%s: %.2f LUFS", name, l)
		}
		quiet := 0.0 // the first 50 ms are before the first word
		for _, v := range got.samples[:got.rate/20] {
			quiet += float64(v) / float64(got.rate/20)
		}
		if math.Abs(quiet) > 0.01 {
			t.Errorf("%s: an offset of %.3f is left", name, quiet)
		}
	}
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// A microphone that nobody speaks into, or that is not there, is silent,
// whatever it adds by itself.
func TestDeadMicrophoneIsSilent(t *testing.T) {
	nothing := sound{rate: 16000, samples: make([]float32, 3*16000)}
	soft, loud := hiss(-74), hiss(-50)
	for name, change := range map[string]func(t float64, v float32) float32{
		"an offset":             func(float64, float32) float32 { return 0.005 },
		"an offset and hiss":    func(float64, float32) float32 { return 0.005 + soft() },
		"a large offset":        func(float64, float32) float32 { return -0.3 + soft() },
		"a drifting offset":     func(t float64, _ float32) float32 { return float32(0.05*math.Sin(2*math.Pi*t)) + soft() },
		"an offset that jumps":  func(t float64, _ float32) float32 { return float32(0.02*boolean(t > 1)) + soft() },
		"loud hiss":             func(float64, float32) float32 { return loud() },
		"loud hiss and offset":  func(float64, float32) float32 { return 0.1 + loud() },
		"hum of the mains":      func(t float64, _ float32) float32 { return float32(0.01 * math.Sin(2*math.Pi*50*t)) },
		"hiss, plugged in late": func(t float64, _ float32) float32 { return float32(0.5*boolean(t > 1 && t < 1.002)) + loud() },
		"hiss and a soft click": func(t float64, _ float32) float32 { return float32(0.05*boolean(t > 1 && t < 1.002)) + loud() },
		"full scale and no more": func(float64, float32) float32 {
			return 1
		},
	} {
		if seconds, err := imported(t, writeWAV(nothing.with(change))); err == nil || !isSilent(err) {
			t.Errorf("%s: %.2f s kept, %v", name, seconds, err)
		}
	}
	// Somebody far from the microphone is heard over the same hiss.
	far := voice(16000, 1, 1.6, 1, 0.02).with(func(_ float64, v float32) float32 { return v + soft() })
	if seconds, err := imported(t, writeWAV(far)); err != nil || math.Abs(seconds-1.9) > 0.1 {
		t.Errorf("a soft voice: %.2f s, %v", seconds, err)
	}
}

// Two channels that cancel each other out are not silent, and the result is as
// long and as loud as any other.
func TestOppositeChannels(t *testing.T) {
	s := voice(16000, 1, 1.6, 1, 0.2)
	noise := hiss(-70)
	for name, right := range map[string]func(v float32) float32{
		"the same":          func(v float32) float32 { return v },
		"opposite":          func(v float32) float32 { return -v },
		"opposite, softer":  func(v float32) float32 { return -0.7 * v },
		"opposite, louder":  func(v float32) float32 { return -1.3 * v },
		"opposite, offset":  func(v float32) float32 { return -v + 0.1 },
		"opposite, noisy":   func(v float32) float32 { return -v + noise() },
		"one channel empty": func(float32) float32 { return 0 },
		"one has an offset": func(float32) float32 { return 0.2 },
	} {
		frames := make([]byte, 0, 4*len(s.samples))
		for _, v := range s.samples {
			for _, c := range []float32{v, right(v)} {
				frames = binary.LittleEndian.AppendUint16(frames, uint16(int16(c*math.MaxInt16)))
			}
		}
		var one Import
		made, _, err := prepare(wavFile(wavFormat{channels: 2, rate: s.rate, bits: 16}, frames), &one)
		if err != nil || math.Abs(one.Seconds-1.9) > 0.05 {
			t.Errorf("%s: %.2f s, %v", name, one.Seconds, err)
			continue
		}
		if got, err := readWAV(made, MaxClip); err != nil || math.Abs(loudness(got.samples, got.rate)-wantLoudness) > 0.3 {
			t.Errorf("%s: %.2f LUFS, %v", name, loudness(got.samples, got.rate), err)
		}
	}
}

// Opus is mixed the same way, and the mean is taken where both channels are in
// phase.
func TestOppositeChannelsOfOpus(t *testing.T) {
	o, err := readOgg(mustRead(t, "stereo.opus"))
	if err != nil {
		t.Fatal(err)
	}
	left, _, err := o.mixed(mixLeft)
	if err != nil {
		t.Fatal(err)
	}
	right, b, err := o.mixed(mixRight)
	if err != nil || b.mix() != mixMean {
		t.Fatalf("%v, %v", b.mix(), err)
	}
	var one Import
	made, _, err := prepare(mustRead(t, "opposite.opus"), &one)
	if err != nil || math.Abs(one.Seconds-1.9) > 0.05 {
		t.Errorf("opposite channels: %.2f s, %v", one.Seconds, err)
	} else if got, err := readWAV(made, MaxClip); err != nil || math.Abs(loudness(got.samples, got.rate)-wantLoudness) > 0.3 {
		t.Errorf("opposite channels: %.2f LUFS, %v", loudness(got.samples, got.rate), err)
	}
	mean, err := o.decode()
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range mean.samples {
		if math.Abs(float64(v-(left.samples[i]+right.samples[i])/2)) > 1e-6 {
			t.Fatalf("sample %d is not the mean", i)
		}
	}
	if slices.Equal(left.samples, right.samples) {
		t.Error("the channels of the test are the same")
	}
}

func isSilent(err error) bool { return errors.Is(err, errSilent) }
