package speech

import "math"

// keepRate is the highest rate at which clips are kept: speech has nothing
// above 12 kHz that a kiosk's loudspeaker would give.
const keepRate = 24000

// taps is how far the filter reaches to each side, in samples of the lower
// rate.
const taps = 24

// resample brings a sound down to a lower rate: a sinc, cut off a little below
// half the new rate, under a Blackman window.
func resample(s sound, rate int) sound {
	if s.rate <= rate {
		return s
	}
	common := gcd(s.rate, rate)
	up, down := rate/common, s.rate/common
	const band = 0.95
	cut := band * float64(rate) / float64(s.rate)
	reach := int(math.Ceil(taps / cut))
	phases := make([][]float32, up)
	for p := range phases {
		phases[p] = kernel(float64(p)/float64(up), cut, reach)
	}
	out := sound{rate: rate, samples: make([]float32, len(s.samples)*up/down)}
	for i := range out.samples {
		at := i * down / up
		var sum float32
		for k, w := range phases[i*down%up] {
			if j := at + k - reach + 1; j >= 0 && j < len(s.samples) {
				sum += w * s.samples[j]
			}
		}
		out.samples[i] = sum
	}
	return out
}

// kernel is the filter for a point that lies shift samples after the one in
// its middle; its weights add up to 1.
func kernel(shift, cut float64, reach int) []float32 {
	w := make([]float64, 2*reach)
	sum := 0.0
	for k := range w {
		x := float64(k-reach+1) - shift
		t := x / float64(reach)
		if math.Abs(t) >= 1 {
			continue
		}
		window := 0.42 + 0.5*math.Cos(math.Pi*t) + 0.08*math.Cos(2*math.Pi*t)
		v := 1.0
		if x != 0 {
			v = math.Sin(math.Pi*cut*x) / (math.Pi * cut * x)
		}
		w[k] = v * window
		sum += w[k]
	}
	out := make([]float32, len(w))
	for k := range w {
		out[k] = float32(w[k] / sum)
	}
	return out
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
