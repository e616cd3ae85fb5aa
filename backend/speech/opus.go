package speech

import (
	"fmt"
	"math"

	"github.com/pion/opus"
)

// decode gives what is heard of the file, mixed to mono, its gain applied.
// Every packet must decode: a clip that stutters is refused before it is kept.
func (o *oggOpus) decode() (s sound, err error) {
	defer func() { // the decoder reads what anybody may have written
		if p := recover(); p != nil {
			s, err = sound{}, fmt.Errorf("opus decoder: %v", p)
		}
	}()
	s, b, err := o.mixed(mixMean)
	if err != nil {
		return sound{}, err
	}
	if mix := b.mix(); mix != mixMean {
		s, _, err = o.mixed(mix) // again: to keep both channels would take twice the room
	}
	return s, err
}

// mixed decodes all packets, with two channels mixed in a way, and compares
// the channels.
func (o *oggOpus) mixed(mix mixing) (s sound, b balance, err error) {
	decoder, err := opus.NewDecoderWithOutput(opusRate, o.channels)
	if err != nil {
		return s, b, fmt.Errorf("opus decoder: %w", err)
	}
	factor := float32(math.Pow(10, float64(o.gain)/256/20))
	s = sound{rate: opusRate, samples: make([]float32, 0, o.samples)}
	const longest = 5760 // samples of a packet
	buffer := make([]float32, longest*o.channels)
	for i, p := range o.packets {
		n, err := decoder.DecodeToFloat32(p, buffer)
		if err != nil {
			return s, b, fmt.Errorf("packet %d: %w", i, err)
		}
		if want, _ := packetSamples(p); n != want {
			return s, b, fmt.Errorf("packet %d: %d samples instead of %d", i, n, want)
		}
		for f := range n {
			v := buffer[f*o.channels]
			if o.channels > 1 {
				right := buffer[f*o.channels+1]
				b.add(v, right)
				v = mix.of(v, right)
			}
			s.samples = append(s.samples, v*factor)
		}
	}
	s.samples = s.samples[o.skip : o.skip+o.played]
	return s, b, nil
}

// preroll is what a decoder needs before the first sample that is played, to
// have settled: 80 ms, as RFC 7845 asks.
const preroll = opusRate * 80 / 1000

// cut keeps the packets that a polishing needs, without encoding anew: what is
// not to be heard is skipped, and the player applies the gain.
func (o *oggOpus) cut(p polishing) *oggOpus {
	from, to := o.skip+p.from, o.skip+p.to // in samples of all packets
	out := *o
	out.packets, out.samples = nil, 0
	first := 0 // sample at which the kept packets start
	at := 0
	for _, packet := range o.packets {
		n, _ := packetSamples(packet)
		switch {
		case at+n <= from-preroll: // not needed
			first = at + n
		case at < to:
			out.packets = append(out.packets, packet)
			out.samples += n
		}
		at += n
	}
	out.skip, out.played = from-first, to-from
	gain := math.Round(float64(o.gain) + p.gain*256)
	out.gain = int(max(math.MinInt16, min(math.MaxInt16, gain)))
	return &out
}
