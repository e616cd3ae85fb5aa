package speech

import (
	"errors"
	"math"
	"slices"
)

// What an imported clip is brought to.
const (
	wantLoudness = -20.0 // LUFS: as loud as espeak-ng beside it
	wantPeak     = -1.0  // dBFS: no louder than that, whatever the loudness
	mostGain     = 40.0  // dB; what needs more is noise
	keepSilence  = 0.15  // seconds before the first word and after the last
	shortest     = 0.3   // seconds
)

var (
	errSilent   = errors.New("silent")
	errTooShort = errors.New("too short")
)

// polishing is what is to be done to a sound: the part to keep, in samples,
// and the gain in dB.
type polishing struct {
	from, to int
	gain     float64
}

// polish finds the speech in a recording and how much louder or softer it has
// to become. Errors: errSilent, errTooShort.
func polish(s sound) (polishing, error) {
	from, to, ok := spoken(s)
	if !ok {
		return polishing{}, errSilent
	}
	margin := int(keepSilence * float64(s.rate))
	p := polishing{from: max(0, from-margin), to: min(len(s.samples), to+margin)}
	if float64(to-from) < shortest*float64(s.rate) {
		return p, errTooShort
	}
	kept := sound{s.rate, slices.Clone(s.samples[p.from:p.to])}
	kept.centre()
	part := kept.samples
	loud := loudness(part, s.rate)
	if math.IsInf(loud, -1) {
		return p, errSilent
	}
	peak := 0.0
	for _, v := range part {
		peak = max(peak, math.Abs(float64(v)))
	}
	p.gain = min(wantLoudness-loud, wantPeak-decibel(peak), mostGain)
	return p, nil
}

// apply makes the sound that a polishing describes.
func (p polishing) apply(s sound) sound {
	factor := float32(math.Pow(10, p.gain/20))
	out := sound{rate: s.rate, samples: make([]float32, p.to-p.from)}
	for i, v := range s.samples[p.from:p.to] {
		out.samples[i] = v * factor
	}
	return out
}

// centre takes off, in place, what no ear hears and every measure counts: an
// offset, and all else under 20 Hz.
func (s sound) centre() {
	const hz = 20
	keep := 1 - 2*math.Pi*hz/float64(s.rate)
	var before, y float64
	for i, v := range s.samples {
		x := float64(v)
		if i == 0 {
			before = x // an offset was there before the recording began
		}
		y = keep*y + x - before
		before = x
		s.samples[i] = float32(y)
	}
}

func decibel(amplitude float64) float64 { return 20 * math.Log10(amplitude) }

// spoken finds where speech begins and ends. What counts as silence depends on
// how loud the speech is and how noisy the room; a click is no speech, nor is
// the noise that a microphone makes by itself: soft, and the same all along.
func spoken(s sound) (from, to int, ok bool) {
	const (
		run     = 3     // frames in a row that are no click
		floor   = -60.0 // dBFS: quieter than that is silence in any case
		below   = 40.0  // dB below the loudest frame
		nearest = 25.0  // dB below the loudest frame: nothing louder is taken for noise
		above   = 8.0   // dB above the noise
		soft    = -35.0 // dBFS: what is louder and the same all along may be a long vowel
	)
	levels, size := frameLevels(s)
	if len(levels) < run {
		return 0, 0, false
	}
	loudest := math.Inf(-1)
	for i := range levels[run-1:] {
		loudest = max(loudest, slices.Min(levels[i:i+run]))
	}
	noise := slices.Sorted(slices.Values(levels))[len(levels)/10]
	if loudest < soft && loudest < noise+above {
		return 0, 0, false
	}
	limit := max(floor, loudest-below, min(noise+above, loudest-nearest))
	first, last, in := -1, -1, 0
	for i, l := range levels {
		if l <= limit {
			in = 0
			continue
		}
		if in++; in >= run {
			if first < 0 {
				first = i - run + 1
			}
			last = i
		}
	}
	return first * size, (last + 1) * size, first >= 0
}

// frameLevels gives the level of each frame of size samples, in dBFS, around
// the mean of the 10 ms beside each sample: the offset of a cheap microphone is
// no sound, also one that drifts, and where it comes or goes it is a click.
func frameLevels(s sound) (levels []float64, size int) {
	const frame = 0.01 // seconds
	size = int(frame * float64(s.rate))
	half, beside := size/2, 0.0
	from, to := 0, 0 // samples beside the one that is looked at
	power := 0.0
	for i, v := range s.samples {
		for ; to < len(s.samples) && to <= i+half; to++ {
			beside += float64(s.samples[to])
		}
		for ; from < i-half; from++ {
			beside -= float64(s.samples[from])
		}
		d := float64(v) - beside/float64(to-from)
		if power += d * d; (i+1)%size == 0 {
			levels = append(levels, max(-120, 10*math.Log10(power/float64(size)+1e-12)))
			power = 0
		}
	}
	return levels, size
}

// loudness is that of ITU-R BS.1770-4 for one channel, in LUFS; minus infinity
// for silence. A sound shorter than a block is one block.
func loudness(samples []float32, rate int) float64 {
	weighted := kWeighted(samples, rate)
	block, hop := rate*4/10, rate/10
	if len(weighted) < block {
		block = len(weighted)
	}
	var powers []float64
	for at := 0; block > 0 && at+block <= len(weighted); at += hop {
		sum := 0.0
		for _, v := range weighted[at : at+block] {
			sum += v * v
		}
		powers = append(powers, sum/float64(block))
	}
	const absolute, relative = -70.0, -10.0
	return lufs(gated(powers, max(absolute, lufs(gated(powers, absolute))+relative)))
}

func lufs(power float64) float64 { return -0.691 + 10*math.Log10(power) }

// gated is the mean of the powers that are louder than gate, in LUFS.
func gated(powers []float64, gate float64) float64 {
	sum, n := 0.0, 0
	for _, p := range powers {
		if lufs(p) > gate {
			sum, n = sum+p, n+1
		}
	}
	return sum / float64(max(1, n))
}

// kWeighted filters as the ear hears: a shelf for the head, then a high pass.
// The standard gives the filters for 48 kHz; these are the analogue ones they
// were made from, for any rate.
func kWeighted(samples []float32, rate int) []float64 {
	out := make([]float64, len(samples))
	for i, v := range samples {
		out[i] = float64(v)
	}
	const shelfHz, shelfGain, shelfQ = 1681.974450955533, 3.999843853973347, 0.7071752369554196
	k := math.Tan(math.Pi * shelfHz / float64(rate))
	high, band := math.Pow(10, shelfGain/20), math.Pow(10, shelfGain/20*0.4996667741545416)
	norm := 1 + k/shelfQ + k*k
	biquad(out, (high+band*k/shelfQ+k*k)/norm, 2*(k*k-high)/norm, (high-band*k/shelfQ+k*k)/norm, 2*(k*k-1)/norm, (1-k/shelfQ+k*k)/norm)
	const passHz, passQ = 38.13547087602444, 0.5003270373238773
	k = math.Tan(math.Pi * passHz / float64(rate))
	norm = 1 + k/passQ + k*k
	biquad(out, 1, -2, 1, 2*(k*k-1)/norm, (1-k/passQ+k*k)/norm)
	return out
}

// biquad filters in place.
func biquad(x []float64, b0, b1, b2, a1, a2 float64) {
	var x1, x2, y1, y2 float64
	for i, v := range x {
		y := b0*v + b1*x1 + b2*x2 - a1*y1 - a2*y2
		x2, x1, y2, y1 = x1, v, y1, y
		x[i] = y
	}
}
