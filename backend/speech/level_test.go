package speech

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// The standard's own check: a full 997 Hz sine on one channel is -3.01 LUFS.
func TestLoudness(t *testing.T) {
	for _, rate := range []int{8000, 16000, 24000, 44100, 48000} {
		for amplitude, want := range map[float64]float64{1: -3.01, 0.1: -23.01} {
			s := tone(rate, 997, amplitude, 3)
			if got := loudness(s.samples, rate); math.Abs(got-want) > 0.1 {
				t.Errorf("%d Hz: %.2f LUFS, want %.2f", rate, got, want)
			}
		}
	}
	// Pauses do not make speech softer: they are gated out.
	s := tone(24000, 997, 0.1, 3)
	with := append(append([]float32{}, s.samples...), make([]float32, 5*24000)...)
	if got := loudness(with, 24000); math.Abs(got+23.01) > 0.5 {
		t.Errorf("with a pause: %.2f LUFS", got)
	}
	if got := loudness(make([]float32, 48000), 48000); !math.IsInf(got, -1) {
		t.Errorf("silence: %.2f LUFS", got)
	}
}

// recording is a tone with silence, noise or a click around it.
func recording(before, speech, after, amplitude, noise float64) sound {
	const rate = 24000
	s := sound{rate: rate, samples: make([]float32, int(before*rate))}
	s.samples = append(s.samples, tone(rate, 300, amplitude, speech).samples...)
	s.samples = append(s.samples, make([]float32, int(after*rate))...)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range s.samples {
		s.samples[i] += float32(noise * (2*r.Float64() - 1))
	}
	return s
}

func TestPolish(t *testing.T) {
	clicked := recording(2, 1, 1, 0.3, 0)
	clicked.samples[2400] = 0.9
	for name, tt := range map[string]struct {
		s        sound
		from, to float64 // seconds
	}{
		"silence around":     {recording(1, 2, 1, 0.3, 0), 0.85, 3.15},
		"a noisy room":       {recording(1, 2, 1, 0.3, 0.004), 0.85, 3.15},
		"very soft":          {recording(1, 2, 1, 0.01, 0.0002), 0.85, 3.15},
		"nothing around":     {recording(0, 1, 0, 0.3, 0), 0, 1},
		"a click before all": {clicked, 1.85, 3.15},
	} {
		p, err := polish(tt.s)
		rate := float64(tt.s.rate)
		if err != nil || math.Abs(float64(p.from)/rate-tt.from) > 0.03 || math.Abs(float64(p.to)/rate-tt.to) > 0.03 {
			t.Errorf("%s: %.2f to %.2f, %v", name, float64(p.from)/rate, float64(p.to)/rate, err)
			continue
		}
		got := p.apply(tt.s)
		if l := loudness(got.samples, got.rate); math.Abs(l-wantLoudness) > 0.2 {
			t.Errorf("%s: %.2f LUFS after %.1f dB", name, l, p.gain)
		}
	}
	for name, tt := range map[string]struct {
		s    sound
		want error
	}{
		"silent":    {sound{rate: 24000, samples: make([]float32, 48000)}, errSilent},
		"empty":     {sound{rate: 24000}, errSilent},
		"too short": {recording(1, 0.1, 1, 0.3, 0), errTooShort},
	} {
		if _, err := polish(tt.s); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPeakIsKept(t *testing.T) {
	s := recording(0.5, 2, 0.5, 0.05, 0)
	for i := range 40 { // spikes: loud ones on soft speech
		s.samples[14000+i*400] = 0.9
	}
	p, err := polish(s)
	if err != nil {
		t.Fatal(err)
	}
	peak := 0.0
	for _, v := range p.apply(s).samples {
		peak = max(peak, math.Abs(float64(v)))
	}
	if decibel(peak) > wantPeak+0.01 {
		t.Errorf("peak %.2f dBFS", decibel(peak))
	}
}

func TestResample(t *testing.T) {
	rms := func(s sound) float64 {
		sum := 0.0
		mid := s.samples[len(s.samples)/4 : len(s.samples)*3/4]
		for _, v := range mid {
			sum += float64(v) * float64(v)
		}
		return math.Sqrt(sum / float64(len(mid)))
	}
	for _, rate := range []int{32000, 44100, 48000, 96000} {
		for hz, want := range map[float64]float64{200: 0.5, 3000: 0.5, 9000: 0.5, 14000: 0} {
			got := resample(tone(rate, hz, 0.5*math.Sqrt2, 0.5), keepRate)
			if got.rate != keepRate || math.Abs(got.seconds()-0.5) > 0.001 || math.Abs(rms(got)-want) > 0.01 {
				t.Errorf("%v Hz from %d: level %.3f, %.3f s", hz, rate, rms(got), got.seconds())
			}
		}
	}
	if s := tone(16000, 440, 0.5, 0.1); resample(s, keepRate).rate != 16000 {
		t.Error("a lower rate was changed")
	}
}
