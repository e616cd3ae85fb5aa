package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// sound is mono sound: samples between -1 and 1, so many a second.
type sound struct {
	rate    int
	samples []float32
}

func (s sound) seconds() float64 { return float64(len(s.samples)) / float64(s.rate) }

// Limits of a WAV file that is read.
const (
	minRate     = 8000
	maxRate     = 192000
	maxChannels = 2
)

// wavFormat is what the fmt chunk says.
type wavFormat struct {
	float    bool
	channels int
	rate     int
	bits     int
}

var errNotWAV = errors.New("not a WAV file")

// wavParts finds the format and the samples of a WAV file. Sizes that reach
// beyond the file are cut: programs that write to a pipe cannot know them.
func wavParts(data []byte) (wavFormat, []byte, error) {
	var format wavFormat
	if len(data) < 12 || string(data[:4]) != "RIFF" || string(data[8:12]) != "WAVE" {
		return format, nil, errNotWAV
	}
	for at := 12; at+8 <= len(data); {
		id, size := string(data[at:at+4]), int(binary.LittleEndian.Uint32(data[at+4:]))
		at += 8
		body := data[at:min(len(data), at+size)]
		switch id {
		case "fmt ":
			var err error
			if format, err = readFormat(body); err != nil {
				return format, nil, err
			}
		case "data":
			if format.rate == 0 {
				return format, nil, errors.New("samples before their format")
			}
			frame := format.channels * format.bits / 8
			return format, body[:len(body)/frame*frame], nil
		}
		at += size + size%2
	}
	return format, nil, errors.New("no samples")
}

func readFormat(body []byte) (wavFormat, error) {
	const pcm, ieeeFloat, extensible = 1, 3, 0xfffe
	if len(body) < 16 {
		return wavFormat{}, errors.New("short format")
	}
	kind := binary.LittleEndian.Uint16(body)
	f := wavFormat{
		channels: int(binary.LittleEndian.Uint16(body[2:])),
		rate:     int(binary.LittleEndian.Uint32(body[4:])),
		bits:     int(binary.LittleEndian.Uint16(body[14:])),
	}
	if kind == extensible {
		if len(body) < 40 {
			return wavFormat{}, errors.New("short extensible format")
		}
		kind = binary.LittleEndian.Uint16(body[24:])
	}
	f.float = kind == ieeeFloat
	switch {
	case kind != pcm && kind != ieeeFloat:
		return f, fmt.Errorf("encoding %d", kind)
	case f.float && f.bits != 32, !f.float && f.bits != 8 && f.bits != 16 && f.bits != 24 && f.bits != 32:
		return f, fmt.Errorf("%d bits", f.bits)
	case f.channels < 1 || f.channels > maxChannels:
		return f, fmt.Errorf("%d channels", f.channels)
	case f.rate < minRate || f.rate > maxRate:
		return f, fmt.Errorf("%d samples a second", f.rate)
	}
	return f, nil
}

// readWAV decodes a WAV file of at most limit seconds and mixes it to mono.
func readWAV(data []byte, limit float64) (sound, error) {
	format, body, err := wavParts(data)
	if err != nil {
		return sound{}, err
	}
	width := format.bits / 8
	frames := len(body) / (width * format.channels)
	s := sound{rate: format.rate}
	if float64(frames) > limit*float64(format.rate) {
		return s, errTooLong
	}
	s.samples = make([]float32, frames)
	for i := range s.samples {
		var sum float32
		for range format.channels {
			sum += sampleOf(body[:width], format.float)
			body = body[width:]
		}
		s.samples[i] = sum / float32(format.channels)
	}
	return s, nil
}

var errTooLong = errors.New("too long")

// sampleOf decodes one sample; what is not a number is silence.
func sampleOf(b []byte, float bool) float32 {
	switch {
	case float:
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		if v != v || v > 1e3 || v < -1e3 {
			return 0
		}
		return v
	case len(b) == 1: // the only unsigned one
		return (float32(b[0]) - 128) / 128
	case len(b) == 2:
		return float32(int16(binary.LittleEndian.Uint16(b))) / (1 << 15)
	case len(b) == 3:
		return float32(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)>>8) / (1 << 23)
	}
	return float32(int32(binary.LittleEndian.Uint32(b))) / (1 << 31)
}

// wavHeader is the size of the header that this package writes.
const wavHeader = 44

// writeWAV encodes a sound as 16-bit mono WAV.
func writeWAV(s sound) []byte {
	body := make([]byte, 2*len(s.samples))
	for i, v := range s.samples {
		v = max(-1, min(1, v))
		binary.LittleEndian.PutUint16(body[2*i:], uint16(int16(math.Round(float64(v)*math.MaxInt16))))
	}
	return wavFile(wavFormat{channels: 1, rate: s.rate, bits: 16}, body)
}

// wavFile puts a header with true sizes before samples.
func wavFile(f wavFormat, body []byte) []byte {
	var b bytes.Buffer
	b.Grow(wavHeader + len(body))
	b.WriteString("RIFF")
	put := func(v any) { _ = binary.Write(&b, binary.LittleEndian, v) } // a buffer does not fail
	put(uint32(wavHeader - 8 + len(body)))
	b.WriteString("WAVEfmt ")
	put(uint32(16))
	put(uint16(1))
	put(uint16(f.channels))
	put(uint32(f.rate))
	put(uint32(f.rate * f.channels * f.bits / 8))
	put(uint16(f.channels * f.bits / 8))
	put(uint16(f.bits))
	b.WriteString("data")
	put(uint32(len(body)))
	b.Write(body)
	return b.Bytes()
}

// mendWAV gives a WAV file that was written to a pipe its true sizes.
func mendWAV(data []byte) ([]byte, error) {
	format, body, err := wavParts(data)
	if err != nil {
		return nil, err
	}
	if format.float {
		return nil, errors.New("float samples")
	}
	if len(body) == 0 {
		return nil, errors.New("no samples")
	}
	return wavFile(format, body), nil
}
