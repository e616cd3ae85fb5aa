package speech

import (
	"encoding/binary"
	"errors"
)

var errCut = errors.New("the file is cut off")

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
		return page{}, nil, errCut
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
		return page{}, nil, errCut
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
