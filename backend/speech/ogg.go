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

var (
	errNotOgg  = errors.New("not an Ogg file")
	errNotOpus = errors.New("not Opus")
	errChained = errors.New("more than one stream of Opus")
	errMissing = errors.New("a part is missing")
)

// readOgg takes an Ogg Opus file apart. It takes what players take: other
// streams beside the sound, such as Skeleton, are passed over, as are numbers
// of pages that do not count, packets without content and what stands behind
// the last page. It does not take files of which something would not be heard:
// damaged or missing pages, a second recording behind the first.
func readOgg(data []byte) (*oggOpus, error) {
	if !bytes.HasPrefix(data, []byte("OggS")) {
		return nil, errNotOgg
	}
	var a assembly
	if err := a.read(data); err != nil {
		return nil, err
	}
	if a.open != nil || len(a.packets) < 3 {
		return nil, errCut
	}
	o := &oggOpus{tags: a.packets[1], packets: a.packets[2:]}
	if err := o.head(a.packets[0]); err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(o.tags, []byte("OpusTags")) {
		return nil, errNotOpus
	}
	return o, o.count(a.marks)
}

// assembly puts the packets of the only stream of Opus in a file together.
type assembly struct {
	found   bool
	serial  uint32
	next    uint32 // number that the next page should have
	packets [][]byte
	open    []byte // a packet that goes on on the next page
	gap     bool   // numbers were left out since the last mark
	marks   []mark
}

// mark is the position that a page gives for the end of its packets.
type mark struct {
	granule int64
	packets int  // whole ones until here, without the two of the header
	last    bool // it is said to be the last page
	gap     bool // numbers of pages were left out before it
}

// read goes through the pages of a file.
func (a *assembly) read(data []byte) error {
	heads, ended := true, false // streams that lie side by side all begin at the start
	for len(data) > 0 {
		if !bytes.HasPrefix(data, []byte("OggS")) && (onlyZeros(data) || ended && !bytes.Contains(data, []byte("OggS"))) {
			return nil // room that a recorder set aside, a tag that a program added
		}
		p, rest, err := readPage(data)
		if err != nil {
			return err
		}
		data = rest
		first := p.flags&pageFirst != 0
		isOpus := bytes.HasPrefix(p.body, []byte("OpusHead"))
		switch {
		case first && (!heads || isOpus && a.found):
			return errChained
		case first && isOpus:
			a.found, a.serial, a.next = true, p.serial, p.sequence
		case !first:
			heads = false
		}
		if !heads && !a.found {
			return errNotOpus
		}
		if !a.found || p.serial != a.serial {
			continue
		}
		ended = p.flags&pageLast != 0
		if err := a.add(p); err != nil {
			return err
		}
	}
	return nil
}

// add takes the packets of a page.
func (a *assembly) add(p page) error {
	if p.sequence != a.next {
		a.gap = true
	}
	a.next = p.sequence + 1
	if len(p.segments) == 0 {
		return nil
	}
	if (p.flags&pageContinued != 0) != (a.open != nil) {
		return errMissing
	}
	body, before := p.body, len(a.packets)
	for i, at := 0, 0; i < len(p.segments); i++ {
		at += int(p.segments[i])
		if p.segments[i] == 255 && i < len(p.segments)-1 {
			continue
		}
		a.open = append(a.open, body[:at]...)
		body, at = body[at:], 0
		if p.segments[i] < 255 {
			if len(a.open) > 0 { // one without content is no sound
				a.packets = append(a.packets, a.open[:len(a.open):len(a.open)])
			}
			a.open = nil
		}
	}
	if n := len(a.packets); n > 2 && n > before && p.granule >= 0 {
		a.marks = append(a.marks, mark{p.granule, n - 2, p.flags&pageLast != 0, a.gap})
		a.gap = false
	}
	if len(a.packets) > maxPackets {
		return errTooLong
	}
	return nil
}

// count finds how many samples there are and how many of them are played.
//
// Positions are looked at as differences, from page to page: a recording cut
// out of a longer one counts from where it was cut, and one that was paused
// jumps. Only the last page may count less than its packets hold: the rest is
// not played. A first page that does so makes the file invalid (RFC 7845, 4.5).
// Where a later one does, whoever wrote the file cannot count, and all of it is
// played.
func (o *oggOpus) count(marks []mark) error {
	ends := make([]int, 0, len(o.packets)) // samples up to the end of each packet
	for _, p := range o.packets {
		n, err := packetSamples(p)
		if err != nil {
			return err
		}
		if o.samples += n; o.samples > maxSamples {
			return errTooLong
		}
		ends = append(ends, o.samples)
	}
	if len(marks) == 0 {
		return errPositions
	}
	trim, trusted := int64(0), true
	before, position := 0, int64(0) // samples and position at the end of the page before
	for i, m := range marks {
		holds, counts := int64(ends[m.packets-1]-before), m.granule-position
		final := m.last && m.packets == len(o.packets)
		switch {
		case i == 0 && counts < holds && !final:
			return errPositions
		case i > 0 && counts > holds && m.gap:
			return errMissing
		case counts < holds && final && counts >= 0:
			trim = holds - counts
		case counts < holds:
			trusted = false
		}
		before, position = ends[m.packets-1], m.granule
	}
	if !trusted {
		trim = 0
	}
	if o.played = o.samples - int(trim) - o.skip; o.played < 0 {
		return errPositions
	}
	return nil
}

var errPositions = errors.New("the positions count too few samples")

// head reads the first packet. Several streams in one are not taken, but the
// header made for them is, where it describes one.
func (o *oggOpus) head(p []byte) error {
	if len(p) < 19 || string(p[:8]) != "OpusHead" || p[8]&0xf0 != 0 {
		return errNotOpus
	}
	o.channels = int(p[9])
	o.skip = int(binary.LittleEndian.Uint16(p[10:]))
	o.rate = int(binary.LittleEndian.Uint32(p[12:]))
	o.gain = int(int16(binary.LittleEndian.Uint16(p[16:])))
	switch family := p[18]; {
	case o.channels < 1 || o.channels > maxChannels:
		return fmt.Errorf("%d channels", o.channels)
	case family == 1:
		if len(p) < 21+o.channels || p[19] != 1 || p[20] > 1 {
			return fmt.Errorf("%d channels in several streams", o.channels)
		}
		for _, from := range p[21 : 21+o.channels] {
			if from > p[20] { // a channel of silence, or of nothing
				return fmt.Errorf("channel %d of %d", from, p[20]+1)
			}
		}
		o.channels = 1 + int(p[20]) // of the stream: the same in both ears may be one
	case family != 0:
		return fmt.Errorf("mapping of channels %d", family)
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
