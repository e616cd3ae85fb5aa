package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
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
	bits     int // that a sample takes in the file
}

// frame is the size of one sample of every channel, in bytes.
func (f wavFormat) frame() int { return f.channels * f.bits / 8 }

// wave is a WAV file taken apart.
type wave struct {
	wavFormat
	body []byte // the samples, whole frames
	open bool   // nobody wrote how many there are: the body goes on to the end of the file
}

var errNotWAV = errors.New("not a WAV file")

// openWAV finds the format and the samples of a WAV file. Programs that write
// to a pipe, and recorders whose battery went flat, never wrote the size of the
// samples: where it is 0 or reaches beyond the file, they go on to its end.
func openWAV(data []byte) (wave, error) {
	var w wave
	if len(data) < 12 || !isRIFF(data) || string(data[8:12]) != "WAVE" {
		return w, errNotWAV
	}
	var long uint64 // size of the samples in a file made for more than 4 GB
	empty := false
	lost := 0 // times that the size of a chunk led nowhere
	for at := 12; at+8 <= len(data); {
		if !chunkAt(data, at) || !fits(data, at) && string(data[at:at+4]) != "data" {
			next := bytes.Index(data[at+1:], nextWanted(w))
			if lost++; next < 0 || lost > 3 {
				break
			}
			at += 1 + next
			continue
		}
		id, size := string(data[at:at+4]), uint64(binary.LittleEndian.Uint32(data[at+4:]))
		at += 8
		rest := data[at:]
		if id == "data" && size == math.MaxUint32 && long > 0 {
			size = long
		}
		body := rest[:min(size, uint64(len(rest)))]
		switch id {
		case "ds64":
			if len(body) >= 16 {
				long = binary.LittleEndian.Uint64(body[8:])
			}
		case "fmt ":
			var err error
			if w.wavFormat, err = readFormat(body); err != nil {
				return w, err
			}
		case "data":
			if w.rate == 0 {
				return w, errors.New("samples before their format")
			}
			if w.open = size > uint64(len(rest)) || size == 0 && !onlyChunks(rest); w.open {
				body = rest
			}
			if w.body = body[:len(body)/w.frame()*w.frame()]; len(w.body) > 0 {
				return w, nil
			}
			empty = true
		}
		if size > uint64(len(rest)) {
			break
		}
		at = afterChunk(data, at, int(size))
	}
	if !empty {
		return w, errors.New("no samples")
	}
	return w, nil
}

// fits says whether the chunk at a place ends within the file.
func fits(data []byte, at int) bool {
	return uint64(binary.LittleEndian.Uint32(data[at+4:])) <= uint64(len(data)-at-8)
}

// nextWanted is the name to look for where the size of a chunk led nowhere.
func nextWanted(w wave) []byte {
	if w.rate == 0 {
		return []byte("fmt ")
	}
	return []byte("data")
}

// wavParts is [openWAV] for who asks only what the samples are.
func wavParts(data []byte) (wavFormat, []byte, error) {
	w, err := openWAV(data)
	return w.wavFormat, w.body, err
}

// isRIFF says whether a file begins as WAV files do, those for more than 4 GB
// too.
func isRIFF(data []byte) bool {
	return len(data) >= 4 && slices.Contains([]string{"RIFF", "RF64", "BW64"}, string(data[:4]))
}

// afterChunk is where the chunk after one of size bytes at a place starts. An
// odd one is followed by a byte that does not count; some programs forget it.
func afterChunk(data []byte, at, size int) int {
	next := at + size
	if size%2 == 0 {
		return next
	}
	switch padded := next + 1; {
	case knownChunk(data, padded):
		return padded
	case knownChunk(data, next), !chunkAt(data, padded) && chunkAt(data, next):
		return next
	default:
		return padded
	}
}

// chunkAt says whether what stands at a place may be the name of a chunk.
func chunkAt(data []byte, at int) bool {
	return at+8 <= len(data) && !slices.ContainsFunc(data[at:at+4], func(b byte) bool { return b < ' ' || b > '~' })
}

// knownChunks are those that recorders write. A byte that is missing shifts
// them, and what is then read may look like a name as well.
var knownChunks = []string{"fmt ", "data", "LIST", "JUNK", "junk", "FLLR", "PAD ", "fact", "bext", "iXML", "cue ", "smpl", "inst", "PEAK", "id3 ", "ID3 ", "ds64"}

func knownChunk(data []byte, at int) bool {
	return chunkAt(data, at) && slices.Contains(knownChunks, string(data[at:at+4]))
}

// onlyChunks says whether data is nothing but whole chunks and zeros behind
// them: no samples.
func onlyChunks(data []byte) bool {
	at := 0
	for chunkAt(data, at) {
		size := binary.LittleEndian.Uint32(data[at+4:])
		if at += 8; uint64(size) > uint64(len(data)-at) {
			return false
		}
		at = afterChunk(data, at, int(size))
	}
	return at >= len(data) || at > 0 && onlyZeros(data[at:])
}

func onlyZeros(data []byte) bool { return len(bytes.TrimLeft(data, "\x00")) == 0 }

func readFormat(body []byte) (wavFormat, error) {
	const pcm, ieeeFloat, extensible = 1, 3, 0xfffe
	if len(body) < 16 {
		return wavFormat{}, errors.New("short format")
	}
	kind := binary.LittleEndian.Uint16(body)
	f := wavFormat{
		channels: int(binary.LittleEndian.Uint16(body[2:])),
		rate:     int(binary.LittleEndian.Uint32(body[4:])),
	}
	frame, bits := int(binary.LittleEndian.Uint16(body[12:])), int(binary.LittleEndian.Uint16(body[14:]))
	if kind == extensible {
		if len(body) < 26 {
			return wavFormat{}, errors.New("short extensible format")
		}
		kind = binary.LittleEndian.Uint16(body[24:])
	}
	f.float = kind == ieeeFloat
	switch {
	case kind != pcm && kind != ieeeFloat:
		return f, fmt.Errorf("encoding %d", kind)
	case f.float && bits != 32 && bits != 64, !f.float && (bits < 8 || bits > 32):
		return f, fmt.Errorf("%d bits", bits)
	case f.channels < 1 || f.channels > maxChannels:
		return f, fmt.Errorf("%d channels", f.channels)
	case f.rate < minRate || f.rate > maxRate:
		return f, fmt.Errorf("%d samples a second", f.rate)
	}
	f.bits = (bits + 7) / 8 * 8
	if width := frame / f.channels; !f.float && frame%f.channels == 0 && width > f.bits/8 && width <= 4 {
		f.bits = 8 * width // 24 bits in four bytes: the upper ones
	}
	return f, nil
}

// readWAV decodes a WAV file of at most limit seconds and mixes it to mono.
func readWAV(data []byte, limit float64) (sound, error) {
	w, err := openWAV(data)
	if err != nil {
		return sound{}, err
	}
	s := sound{rate: w.rate}
	most := int(limit*float64(w.rate)) * w.frame()
	if len(w.body) > most && w.open && onlyZeros(w.body[most:]) {
		w.body = w.body[:most] // room that a recorder set aside
	}
	if len(w.body) > most {
		return s, errTooLong
	}
	width := w.bits / 8
	at := func(frame, channel int) float32 {
		i := frame*w.frame() + channel*width
		return sampleOf(w.body[i:i+width], w.float)
	}
	s.samples = make([]float32, len(w.body)/w.frame())
	if w.channels == 1 {
		for i := range s.samples {
			s.samples[i] = at(i, 0)
		}
		return s, nil
	}
	var b balance
	for i := range s.samples {
		b.add(at(i, 0), at(i, 1))
	}
	mix := b.mix()
	for i := range s.samples {
		s.samples[i] = mix.of(at(i, 0), at(i, 1))
	}
	return s, nil
}

var errTooLong = errors.New("too long")

// sampleOf decodes one sample; what is not a number is silence.
func sampleOf(b []byte, float bool) float32 {
	switch {
	case float:
		var v float64
		if len(b) == 8 {
			v = math.Float64frombits(binary.LittleEndian.Uint64(b))
		} else {
			v = float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))
		}
		if v != v || v > 1e3 || v < -1e3 {
			return 0
		}
		return float32(v)
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
	put(uint32(f.rate * f.frame()))
	put(uint16(f.frame()))
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
