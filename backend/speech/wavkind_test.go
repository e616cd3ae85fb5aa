package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// riff puts a WAV file together: whatever the chunks are.
func riff(form string, chunks ...[]byte) []byte {
	body := slices.Concat(chunks...)
	file := binary.LittleEndian.AppendUint32([]byte(form), uint32(4+len(body)))
	return append(append(file, "WAVE"...), body...)
}

// chunk has a true size, and its padding byte.
func chunk(id string, body []byte) []byte {
	c := sized(id, uint32(len(body)), body)
	if len(body)%2 == 1 {
		c = append(c, 0)
	}
	return c
}

// sized is a chunk that says it has a size.
func sized(id string, size uint32, body []byte) []byte {
	return append(binary.LittleEndian.AppendUint32([]byte(id), size), body...)
}

// formatChunk describes samples that take width bytes each.
func formatChunk(kind, channels, rate, bits, width int) []byte {
	var b []byte
	for _, v := range []int{kind, channels} {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(rate))
	b = binary.LittleEndian.AppendUint32(b, uint32(rate*channels*width))
	b = binary.LittleEndian.AppendUint16(b, uint16(channels*width))
	return chunk("fmt ", binary.LittleEndian.AppendUint16(b, uint16(bits)))
}

func pcm16(s sound) []byte { return writeWAV(s)[wavHeader:] }

// What recorders write around the samples, or fail to write when the battery
// is empty, changes nothing of what is heard.
func TestWAVFromAnyRecorder(t *testing.T) {
	const none = math.MaxUint32
	s := voice(16000, 0.5, 1.6, 0.5, 0.2)
	samples, format := pcm16(s), formatChunk(1, 1, 16000, 16, 2)
	ds64 := func(size uint64) []byte {
		b := binary.LittleEndian.AppendUint64(nil, 0)
		b = binary.LittleEndian.AppendUint64(b, size)
		return chunk("ds64", append(binary.LittleEndian.AppendUint64(b, 0), 0, 0, 0, 0))
	}
	data := chunk("data", samples)
	note := []byte("INFOISFT\x0d\x00\x00\x00Lavf58.29.100") // odd
	zeros := make([]byte, 3000)
	for name, file := range map[string][]byte{
		"plain":                     riff("RIFF", format, data),
		"size 0":                    riff("RIFF", format, sized("data", 0, samples)),
		"no size at all":            append([]byte("RIFF\x00\x00\x00\x00WAVE"), slices.Concat(format, sized("data", 0, samples))...),
		"size 0 after JUNK":         riff("RIFF", chunk("JUNK", zeros[:28]), format, sized("data", 0, samples)),
		"size 0 after FLLR":         riff("RIFF", format, chunk("FLLR", zeros), sized("data", 0, samples)),
		"size 0, set aside":         riff("RIFF", format, sized("data", 0, append(slices.Clone(samples), zeros...))),
		"size 0, odd end":           riff("RIFF", format, sized("data", 0, samples), []byte{0}),
		"size -1":                   riff("RIFF", format, sized("data", none, samples)),
		"size too large":            riff("RIFF", format, sized("data", uint32(len(samples)+1000), samples)),
		"JUNK, bext, LIST":          riff("RIFF", chunk("JUNK", zeros[:28]), chunk("bext", zeros[:602]), format, chunk("LIST", note), data),
		"LIST behind":               riff("RIFF", format, data, chunk("LIST", note)),
		"zeros behind":              riff("RIFF", format, data, zeros),
		"text behind":               riff("RIFF", format, data, []byte("TAG the end")),
		"LIST without padding":      riff("RIFF", format, sized("LIST", uint32(len(note)), note), data),
		"odd text without padding":  riff("RIFF", sized("xxxx", 5, []byte("abcde")), format, data),
		"two odd ones":              riff("RIFF", sized("note", 3, []byte("abc")), format, sized("LIST", uint32(len(note)), note), data),
		"padded with a letter":      riff("RIFF", sized("LIST", uint32(len(note)), append(slices.Clone(note), 'x')), format, data),
		"an empty chunk of samples": riff("RIFF", format, chunk("data", nil), chunk("LIST", note), data),
		"LIST of no size":           riff("RIFF", format, sized("LIST", 0, note), data),
		"LIST too large":            riff("RIFF", format, sized("LIST", 1<<30, note), data),
		"LIST a little too large":   riff("RIFF", format, sized("LIST", uint32(len(note)+len(data)+1), note), data),
		"JUNK too large":            riff("RIFF", sized("JUNK", none, zeros[:28]), format, data),
		"zeros between":             riff("RIFF", format, zeros[:21], data),
		"RF64":                      riff("RF64", ds64(uint64(len(samples))), format, sized("data", none, samples), chunk("LIST", bytes.Repeat([]byte("long "), 2000))),
		"RF64 without its size":     riff("RF64", ds64(0), format, sized("data", none, samples)),
		"BW64":                      riff("BW64", ds64(uint64(len(samples))), format, data),
		"RF64 of an absurd size":    riff("RF64", ds64(math.MaxUint64), format, sized("data", none, samples)),
	} {
		got, err := readWAV(file, MaxClip)
		if err != nil || len(got.samples) < len(s.samples) || math.Abs(got.seconds()-s.seconds()) > 0.1 {
			t.Errorf("%s: %.3f s, want %.3f, %v", name, got.seconds(), s.seconds(), err)
			continue
		}
		for i, v := range s.samples {
			if math.Abs(float64(got.samples[i]-v)) > 1e-3 {
				t.Errorf("%s: sample %d is %v, want %v", name, i, got.samples[i], v)
				break
			}
		}
		if seconds, err := imported(t, file); err != nil || math.Abs(seconds-1.9) > 0.05 {
			t.Errorf("%s: %.2f s kept, %v", name, seconds, err)
		}
	}
}

// What holds nothing is not taken for a recording, and what is set aside does
// not make it too long.
func TestWAVWithoutSamples(t *testing.T) {
	format, note := formatChunk(1, 1, 8000, 16, 2), []byte("INFOabc")
	for name, file := range map[string][]byte{
		"a header only":          riff("RIFF", format, chunk("data", nil)),
		"chunks behind it":       riff("RIFF", format, chunk("data", nil), chunk("LIST", note)),
		"odd, without padding":   riff("RIFF", format, chunk("data", nil), sized("LIST", 7, note)),
		"chunks and zeros":       riff("RIFF", format, chunk("data", nil), chunk("LIST", note), make([]byte, 999)),
		"a header cut off":       riff("RF64", chunk("ds64", bytes.Repeat([]byte{0xff}, 28)), format, sized("data", math.MaxUint32, nil)),
		"zeros, and never ended": riff("RIFF", format, sized("data", 0, make([]byte, 48000))),
	} {
		if _, err := imported(t, file); !isSilent(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := voice(8000, 0.2, 1.6, 0.2, 0.2)
	long := make([]byte, 2*8000*(MaxClip+20))
	copy(long, pcm16(s))
	if seconds, err := imported(t, riff("RIFF", format, sized("data", 0, long))); err != nil || math.Abs(seconds-1.9) > 0.05 {
		t.Errorf("set aside: %.2f s, %v", seconds, err)
	}
	long[len(long)-1] = 1
	if _, err := imported(t, riff("RIFF", format, sized("data", 0, long))); !errors.Is(err, errTooLong) || !strings.Contains(err.Error(), "dài quá") {
		t.Errorf("too long: %v", err)
	}
}

// Samples of every width are read by their upper bits.
func TestWAVOfEveryWidth(t *testing.T) {
	s := voice(16000, 0.3, 1.6, 0.3, 0.4)
	for name, tt := range map[string]struct {
		kind, bits, width int
		put               func(b []byte, v float64) []byte
	}{
		"8":        {1, 8, 1, func(b []byte, v float64) []byte { return append(b, byte(math.Round(v*127))+128) }},
		"12 in 16": {1, 12, 2, func(b []byte, v float64) []byte { return binary.LittleEndian.AppendUint16(b, uint16(int16(v*2047)<<4)) }},
		"20 in 24": {1, 20, 3, func(b []byte, v float64) []byte {
			n := int32(v*(1<<19-1)) << 4
			return append(b, byte(n), byte(n>>8), byte(n>>16))
		}},
		"24 in 32": {1, 24, 4, func(b []byte, v float64) []byte {
			return binary.LittleEndian.AppendUint32(b, uint32(int32(v*(1<<23-1))<<8))
		}},
		"32": {1, 32, 4, func(b []byte, v float64) []byte {
			return binary.LittleEndian.AppendUint32(b, uint32(int32(v*math.MaxInt32)))
		}},
		"float 32": {3, 32, 4, func(b []byte, v float64) []byte {
			return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(v)))
		}},
		"float 64": {3, 64, 8, func(b []byte, v float64) []byte { return binary.LittleEndian.AppendUint64(b, math.Float64bits(v)) }},
	} {
		for channels := 1; channels <= 2; channels++ {
			var samples []byte
			for _, v := range s.samples {
				for range channels {
					samples = tt.put(samples, float64(v))
				}
			}
			got, err := readWAV(riff("RIFF", formatChunk(tt.kind, channels, s.rate, tt.bits, tt.width), chunk("data", samples)), MaxClip)
			if err != nil || len(got.samples) != len(s.samples) {
				t.Errorf("%s, %d channels: %d samples, want %d, %v", name, channels, len(got.samples), len(s.samples), err)
				continue
			}
			for i, v := range s.samples {
				if math.Abs(float64(got.samples[i]-v)) > 0.01 {
					t.Errorf("%s, %d channels: sample %d is %v, want %v", name, channels, i, got.samples[i], v)
					break
				}
			}
		}
	}
}
