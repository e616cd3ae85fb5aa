package speech

import (
	"bytes"
	"encoding/binary"
)

// bytes puts a page together, with its checksum.
func (p page) bytes() []byte {
	b := make([]byte, pageHead, pageHead+len(p.segments)+len(p.body))
	copy(b, "OggS")
	b[5] = p.flags
	binary.LittleEndian.PutUint64(b[6:], uint64(p.granule))
	binary.LittleEndian.PutUint32(b[14:], p.serial)
	binary.LittleEndian.PutUint32(b[18:], p.sequence)
	b[26] = byte(len(p.segments))
	b = append(append(b, p.segments...), p.body...)
	binary.LittleEndian.PutUint32(b[22:], pageChecksum(b))
	return b
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
		out.Write(page{flags, granule, serial, sequence, segments, body}.bytes())
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
