package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"testing"
)

// tone is a sine of an amplitude.
func tone(rate int, hz, amplitude, seconds float64) sound {
	s := sound{rate: rate, samples: make([]float32, int(seconds*float64(rate)))}
	for i := range s.samples {
		s.samples[i] = float32(amplitude * math.Sin(2*math.Pi*hz*float64(i)/float64(rate)))
	}
	return s
}

// encoded writes frames of one sample in a format, repeated for each channel.
func encoded(s sound, f wavFormat, extensible bool) []byte {
	var b bytes.Buffer
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) }
	kind, size := uint16(1), uint32(16)
	if f.float {
		kind = 3
	}
	if extensible {
		size = 40
	}
	b.WriteString("RIFF\x00\x00\x00\x00WAVEJUNK\x03\x00\x00\x00abc\x00fmt ")
	put(size)
	if extensible {
		put(uint16(0xfffe))
	} else {
		put(kind)
	}
	put(uint16(f.channels))
	put(uint32(f.rate))
	put(uint32(f.rate * f.channels * f.bits / 8))
	put(uint16(f.channels * f.bits / 8))
	put(uint16(f.bits))
	if extensible {
		put([8]byte{22})
		put(kind)
		put([14]byte{})
	}
	b.WriteString("data\xff\xff\xff\x7f")
	for _, v := range s.samples {
		for range f.channels {
			switch {
			case f.float:
				put(v)
			case f.bits == 8:
				put(uint8(math.Round(float64(v)*127)) + 128)
			case f.bits == 16:
				put(int16(v * math.MaxInt16))
			case f.bits == 24:
				n := int32(v * (1<<23 - 1))
				b.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16)})
			case f.bits == 32:
				put(int32(float64(v) * math.MaxInt32))
			}
		}
	}
	return b.Bytes()
}

func TestReadWAVInEveryFormat(t *testing.T) {
	want := tone(16000, 440, 0.5, 0.1)
	for _, f := range []wavFormat{
		{bits: 8, channels: 1}, {bits: 16, channels: 1}, {bits: 16, channels: 2},
		{bits: 24, channels: 2}, {bits: 32, channels: 1}, {bits: 32, channels: 2, float: true},
	} {
		for _, extensible := range []bool{false, true} {
			f.rate = want.rate
			got, err := readWAV(encoded(want, f, extensible), 1)
			if err != nil || got.rate != want.rate || len(got.samples) != len(want.samples) {
				t.Fatalf("%+v: %d samples at %d, %v", f, len(got.samples), got.rate, err)
			}
			for i := range got.samples {
				if math.Abs(float64(got.samples[i]-want.samples[i])) > 0.01 {
					t.Fatalf("%+v: sample %d is %v, not %v", f, i, got.samples[i], want.samples[i])
				}
			}
		}
	}
}

func TestReadWAVRefuses(t *testing.T) {
	good := writeWAV(tone(8000, 440, 0.5, 0.1))
	change := func(at int, b ...byte) []byte {
		bad := bytes.Clone(good)
		copy(bad[at:], b)
		return bad
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("RIFF"), "another form": change(8, 'A'), "mp3 inside": change(20, 0x55),
		"no channels": change(22, 0), "six channels": change(22, 6), "4 bits": change(34, 4),
		"no rate": change(24, 0, 0, 0, 0), "no samples": good[:36],
	} {
		if _, err := readWAV(data, 1); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := readWAV(good, 0.05); !errors.Is(err, errTooLong) {
		t.Errorf("too long: %v", err)
	}
}

func TestMendWAV(t *testing.T) {
	good := writeWAV(tone(22050, 440, 0.5, 0.2))
	streamed := bytes.Clone(good)
	copy(streamed[4:], "\x24\xf0\xff\x7f")
	copy(streamed[40:], "\x00\xf0\xff\x7f")
	if got, err := mendWAV(streamed); err != nil || !bytes.Equal(got, good) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	if _, err := mendWAV(streamed[:44]); err == nil {
		t.Error("a header without samples was taken")
	}
}

func FuzzReadWAV(f *testing.F) {
	f.Add(writeWAV(tone(8000, 440, 0.5, 0.01)))
	f.Add(encoded(tone(8000, 440, 0.5, 0.01), wavFormat{bits: 24, channels: 2, rate: 8000}, true))
	samples := pcm16(tone(8000, 440, 0.5, 0.01))
	f.Add(riff("RIFF", formatChunk(1, 1, 8000, 16, 2), sized("LIST", 5, []byte("abcde")), sized("data", 0, samples)))
	f.Add(riff("RF64", chunk("ds64", make([]byte, 28)), formatChunk(3, 2, 8000, 64, 8), sized("data", math.MaxUint32, samples)))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := readWAV(data, 1)
		if err == nil && (s.rate < minRate || len(s.samples) > s.rate) {
			t.Fatalf("%d samples at %d", len(s.samples), s.rate)
		}
		if mended, err := mendWAV(data); err == nil {
			if again, err := mendWAV(mended); err != nil || !bytes.Equal(again, mended) {
				t.Fatalf("mended twice: %v", err)
			}
		}
	})
}
