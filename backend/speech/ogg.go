package speech

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// opusRate is the rate at which Opus counts samples, whatever was recorded.
const opusRate = 48000

// oggOpus is a file with one stream of Opus, one or two channels, as RFC 7845
// has it.
type oggOpus struct {
	channels int
	skip     int // samples at the start that are not played
	gain     int // 1/256 dB, applied when played
	rate     int // of the recording, for information
	tags     []byte
	packets  [][]byte
	samples  int // in all packets
	played   int // after the skip, without what is cut from the end
}

func (o *oggOpus) seconds() float64 { return float64(o.played) / opusRate }

// Bounds on what is taken into memory: a clip in the shortest packets there
// are, and a little that is not played.
const (
	maxSamples = (MaxClip + 5) * opusRate
	maxPackets = maxSamples / 120
)

// Page flags.
const (
	pageContinued = 1
	pageFirst     = 2
	pageLast      = 4
)

const pageHead = 27 // bytes of a page before its table of segments

// page is one page of an Ogg file.
type page struct {
	flags    byte
	granule  int64
	serial   uint32
	sequence uint32
	segments []byte
	body     []byte
}

// readPage takes a page off data. A page whose checksum is wrong is damaged.
func readPage(data []byte) (page, []byte, error) {
	if len(data) < pageHead || string(data[:4]) != "OggS" || data[4] != 0 {
		return page{}, nil, errors.New("no Ogg page where one must be")
	}
	n := int(data[26])
	if len(data) < pageHead+n {
		return page{}, nil, errors.New("page cut off")
	}
	p := page{
		flags: data[5], granule: int64(binary.LittleEndian.Uint64(data[6:])),
		serial: binary.LittleEndian.Uint32(data[14:]), sequence: binary.LittleEndian.Uint32(data[18:]),
		segments: data[pageHead : pageHead+n],
	}
	size := pageHead + n
	for _, s := range p.segments {
		size += int(s)
	}
	if len(data) < size {
		return page{}, nil, errors.New("page cut off")
	}
	p.body = data[pageHead+n : size]
	if pageChecksum(data[:size]) != binary.LittleEndian.Uint32(data[22:]) {
		return page{}, nil, errors.New("page damaged")
	}
	return p, data[size:], nil
}

// crcTable is that of the Ogg checksum: polynomial 0x04c11db7, not reflected.
var crcTable = func() (t [256]uint32) {
	for i := range t {
		r := uint32(i) << 24
		for range 8 {
			if r&(1<<31) != 0 {
				r = r<<1 ^ 0x04c11db7
			} else {
				r <<= 1
			}
		}
		t[i] = r
	}
	return t
}()

// pageChecksum is the checksum of a page, its own field taken as zero.
func pageChecksum(p []byte) uint32 {
	var crc uint32
	for i, b := range p {
		if i >= 22 && i < 26 {
			b = 0
		}
		crc = crc<<8 ^ crcTable[byte(crc>>24)^b]
	}
	return crc
}

var (
	errNotOgg  = errors.New("not an Ogg file")
	errNotOpus = errors.New("not Opus")
)

// readOgg takes an Ogg Opus file apart. It accepts nothing it cannot write
// back: one stream, whole pages in order, no more than two channels.
func readOgg(data []byte) (*oggOpus, error) {
	if !bytes.HasPrefix(data, []byte("OggS")) {
		return nil, errNotOgg
	}
	var packets [][]byte
	var open []byte // a packet that goes on on the next page
	var serial uint32
	first, last, ended := int64(-1), int64(0), false
	firstPackets := 0 // whole packets up to the first page with sound
	for sequence := uint32(0); len(data) > 0; sequence++ {
		p, rest, err := readPage(data)
		if err != nil {
			return nil, err
		}
		data = rest
		switch {
		case sequence == 0:
			serial = p.serial
			if p.flags&pageFirst == 0 || !bytes.HasPrefix(p.body, []byte("OpusHead")) {
				return nil, errNotOpus
			}
		case p.serial != serial || p.flags&pageFirst != 0 || ended:
			return nil, errors.New("more than one stream")
		case p.sequence != sequence:
			return nil, errors.New("a page is missing")
		}
		if (p.flags&pageContinued != 0) != (open != nil) {
			return nil, errors.New("a packet is cut off")
		}
		body := p.body
		for i, at := 0, 0; i < len(p.segments); i++ {
			at += int(p.segments[i])
			if p.segments[i] == 255 && i < len(p.segments)-1 {
				continue
			}
			open = append(open, body[:at]...)
			body, at = body[at:], 0
			if p.segments[i] < 255 {
				packets = append(packets, open[:len(open):len(open)])
				open = nil
			}
		}
		if len(packets) > 2 && p.granule >= 0 {
			if first < 0 {
				first, firstPackets = p.granule, len(packets)-2
			}
			last = p.granule
		}
		if ended = p.flags&pageLast != 0; len(packets) > maxPackets {
			return nil, errTooLong
		}
	}
	if open != nil || len(packets) < 3 {
		return nil, errors.New("the file is cut off")
	}
	o := &oggOpus{tags: packets[1], packets: packets[2:]}
	if err := o.head(packets[0]); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(o.tags, []byte("OpusTags")) {
		return nil, errNotOpus
	}
	before := 0 // samples up to the first page's end
	for i, p := range o.packets {
		n, err := packetSamples(p)
		if err != nil {
			return nil, err
		}
		if o.samples += n; o.samples > maxSamples {
			return nil, errTooLong
		}
		if i < firstPackets {
			before = o.samples
		}
	}
	// A recording cut out of a longer one counts from where it was cut.
	start := max(0, first-int64(before))
	end := last - start
	if end < int64(o.skip) || end > int64(o.samples) {
		return nil, errors.New("the count of samples is wrong")
	}
	o.played = int(end) - o.skip
	return o, nil
}

// head reads the first packet.
func (o *oggOpus) head(p []byte) error {
	if len(p) < 19 || string(p[:8]) != "OpusHead" || p[8]&0xf0 != 0 {
		return errNotOpus
	}
	o.channels = int(p[9])
	o.skip = int(binary.LittleEndian.Uint16(p[10:]))
	o.rate = int(binary.LittleEndian.Uint32(p[12:]))
	o.gain = int(int16(binary.LittleEndian.Uint16(p[16:])))
	if family := p[18]; family != 0 || o.channels < 1 || o.channels > maxChannels {
		return fmt.Errorf("%d channels", o.channels)
	}
	return nil
}

// packetSamples is how many samples a packet holds, at opusRate.
func packetSamples(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, errors.New("empty packet")
	}
	var frame int
	switch config := p[0] >> 3; {
	case config < 12: // SILK: 10, 20, 40, 60 ms
		frame = [4]int{480, 960, 1920, 2880}[config%4]
	case config < 16: // hybrid: 10, 20 ms
		frame = [2]int{480, 960}[config%2]
	default: // CELT: 2.5, 5, 10, 20 ms
		frame = 120 << (config % 4)
	}
	frames := 1
	switch p[0] & 3 {
	case 1, 2:
		frames = 2
	case 3:
		if len(p) < 2 {
			return 0, errors.New("short packet")
		}
		frames = int(p[1] & 0x3f)
	}
	const longest = 5760 // 120 ms
	if n := frame * frames; n > 0 && n <= longest {
		return n, nil
	}
	return 0, errors.New("a packet of impossible length")
}

// write puts the file together again, a second of sound a page.
func (o *oggOpus) write() []byte {
	const serial = 0x54756e67
	var out bytes.Buffer
	sequence := uint32(0)
	put := func(flags byte, granule int64, packets ...[]byte) {
		var segments, body []byte
		for _, p := range packets {
			for n := len(p); ; n -= 255 {
				segments = append(segments, byte(min(n, 255)))
				if n < 255 {
					break
				}
			}
			body = append(body, p...)
		}
		head := make([]byte, pageHead, pageHead+len(segments)+len(body))
		copy(head, "OggS")
		head[5] = flags
		binary.LittleEndian.PutUint64(head[6:], uint64(granule))
		binary.LittleEndian.PutUint32(head[14:], serial)
		binary.LittleEndian.PutUint32(head[18:], sequence)
		head[26] = byte(len(segments))
		head = append(append(head, segments...), body...)
		binary.LittleEndian.PutUint32(head[22:], pageChecksum(head))
		out.Write(head)
		sequence++
	}
	id := make([]byte, 19)
	copy(id, "OpusHead")
	id[8], id[9] = 1, byte(o.channels)
	binary.LittleEndian.PutUint16(id[10:], uint16(o.skip))
	binary.LittleEndian.PutUint32(id[12:], uint32(o.rate))
	binary.LittleEndian.PutUint16(id[16:], uint16(int16(o.gain)))
	put(pageFirst, 0, id)
	put(0, 0, ownTags)
	const second = opusRate
	var held [][]byte
	segments, samples, begun := 0, 0, 0
	for i, p := range o.packets {
		n, _ := packetSamples(p) // was checked when it was read
		if need := len(p)/255 + 1; segments+need > 255 {
			put(0, int64(samples), held...)
			held, segments, begun = nil, 0, samples
		}
		held, segments, samples = append(held, p), segments+len(p)/255+1, samples+n
		switch {
		case i == len(o.packets)-1:
			put(pageLast, int64(o.skip+o.played), held...)
		case samples-begun >= second:
			put(0, int64(samples), held...)
			held, segments, begun = nil, 0, samples
		}
	}
	return out.Bytes()
}

// ownTags are the only ones that are kept: a recorder may have written who
// spoke and where.
var ownTags = func() []byte {
	const vendor = "tungbuoc"
	b := append([]byte("OpusTags"), byte(len(vendor)), 0, 0, 0)
	return append(append(b, vendor...), 0, 0, 0, 0)
}()
