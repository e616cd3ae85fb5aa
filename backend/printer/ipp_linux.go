package printer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// A small part of IPP (RFC 8010): what asking CUPS about printers and jobs needs.

// The tags of groups and values that are used here.
const (
	tagOperation = 0x01
	tagJob       = 0x02
	tagEnd       = 0x03
	tagPrinter   = 0x04

	tagInteger  = 0x21
	tagBoolean  = 0x22
	tagEnum     = 0x23
	tagDots     = 0x32 // resolution
	tagTextLang = 0x35
	tagNameLang = 0x36
	tagText     = 0x41
	tagName     = 0x42
	tagKeyword  = 0x44
	tagURI      = 0x45
	tagCharset  = 0x47
	tagLanguage = 0x48
	tagMimeType = 0x49

	firstValueTag = 0x10 // the tags below are of groups
)

// errShort is an answer that ends in the middle.
var errShort = errors.New("ipp: the message is cut off")

// message is a request or an answer.
type message struct {
	code   uint16 // the operation, or the status of an answer
	id     uint32
	groups []group
}

type group struct {
	tag   byte
	attrs []attribute
}

type attribute struct {
	name   string
	values []value
}

// value is one value in the bytes of the wire.
type value struct {
	tag byte
	raw []byte
}

func text(tag byte, s string) value { return value{tag, []byte(s)} }

func number(tag byte, n int) value {
	return value{tag, binary.BigEndian.AppendUint32(nil, uint32(int32(n)))}
}

func truth(b bool) value {
	if b {
		return value{tagBoolean, []byte{1}}
	}
	return value{tagBoolean, []byte{0}}
}

// add appends an attribute to the last group.
func (m *message) add(name string, values ...value) {
	g := &m.groups[len(m.groups)-1]
	g.attrs = append(g.attrs, attribute{name, values})
}

// encode gives the bytes of a message in version 2.0. Names and values must be
// shorter than 64 KiB; those made here all are.
func (m *message) encode() []byte {
	b := []byte{2, 0}
	b = binary.BigEndian.AppendUint16(b, m.code)
	b = binary.BigEndian.AppendUint32(b, m.id)
	for _, g := range m.groups {
		b = append(b, g.tag)
		for _, a := range g.attrs {
			name := a.name
			for _, v := range a.values {
				b = append(b, v.tag)
				b = binary.BigEndian.AppendUint16(b, uint16(len(name)))
				b = append(b, name...)
				b = binary.BigEndian.AppendUint16(b, uint16(len(v.raw)))
				b = append(b, v.raw...)
				name = "" // a further value of the same attribute
			}
		}
	}
	return append(b, tagEnd)
}

// decode reads a message; what follows its end is left alone. Values inside
// collections come out flat, as further values: nothing here asks for collections.
func decode(b []byte) (*message, error) {
	if len(b) < 8 {
		return nil, errShort
	}
	if b[0] != 1 && b[0] != 2 {
		return nil, fmt.Errorf("ipp: version %d.%d", b[0], b[1])
	}
	m := &message{code: binary.BigEndian.Uint16(b[2:]), id: binary.BigEndian.Uint32(b[4:])}
	b = b[8:]
	for {
		if len(b) == 0 {
			return nil, errShort
		}
		tag := b[0]
		b = b[1:]
		if tag == tagEnd {
			return m, nil
		}
		if tag < firstValueTag {
			m.groups = append(m.groups, group{tag: tag})
			continue
		}
		var name, raw []byte
		var err error
		if name, b, err = counted(b); err != nil {
			return nil, err
		}
		if raw, b, err = counted(b); err != nil {
			return nil, err
		}
		if err := m.take(string(name), value{tag, slices.Clone(raw)}); err != nil {
			return nil, err
		}
	}
}

// take puts a value where it belongs: one without a name to the attribute before.
func (m *message) take(name string, v value) error {
	if len(m.groups) == 0 {
		return errors.New("ipp: a value outside a group")
	}
	g := &m.groups[len(m.groups)-1]
	if name != "" {
		g.attrs = append(g.attrs, attribute{name, []value{v}})
		return nil
	}
	if len(g.attrs) == 0 {
		return errors.New("ipp: a value without a name")
	}
	a := &g.attrs[len(g.attrs)-1]
	a.values = append(a.values, v)
	return nil
}

// counted splits off bytes that stand behind their own two-byte length.
func counted(b []byte) (part, rest []byte, err error) {
	if len(b) < 2 {
		return nil, nil, errShort
	}
	n := int(binary.BigEndian.Uint16(b))
	if len(b) < 2+n {
		return nil, nil, errShort
	}
	return b[2 : 2+n], b[2+n:], nil
}

// group finds the first group with a tag, an empty one if there is none.
func (m *message) group(tag byte) group {
	for _, g := range m.groups {
		if g.tag == tag {
			return g
		}
	}
	return group{}
}

func (g group) values(name string) []value {
	for _, a := range g.attrs {
		if a.name == name {
			return a.values
		}
	}
	return nil
}

// text is the first value of an attribute, "" if it is not there or not a text.
func (g group) text(name string) string {
	for _, s := range g.texts(name) {
		return s
	}
	return ""
}

// texts are the values of an attribute that are texts of any kind.
func (g group) texts(name string) []string {
	var all []string
	for _, v := range g.values(name) {
		if s, ok := v.text(); ok {
			all = append(all, s)
		}
	}
	return all
}

func (v value) text() (string, bool) {
	switch {
	case v.tag == tagTextLang || v.tag == tagNameLang:
		_, rest, err := counted(v.raw) // the language
		if err != nil {
			return "", false
		}
		s, _, err := counted(rest)
		return string(s), err == nil
	case v.tag >= tagText && v.tag <= tagMimeType:
		return string(v.raw), true
	}
	return "", false
}

// number is the first value of an attribute, 0 if it is not there or not a number.
func (g group) number(name string) int {
	for _, v := range g.values(name) {
		if (v.tag == tagInteger || v.tag == tagEnum) && len(v.raw) == 4 {
			return int(int32(binary.BigEndian.Uint32(v.raw)))
		}
	}
	return 0
}

// dots is a resolution in dots per inch, across; 0 if it is not there.
func (g group) dots(name string) int {
	const dotsPerInch, dotsPerCM = 3, 4
	for _, v := range g.values(name) {
		if v.tag != tagDots || len(v.raw) != 9 {
			continue
		}
		across := int(int32(binary.BigEndian.Uint32(v.raw)))
		switch v.raw[8] {
		case dotsPerInch:
			return across
		case dotsPerCM:
			return int(float64(across)*2.54 + 0.5)
		}
	}
	return 0
}

// is says whether an attribute is there and true.
func (g group) is(name string) bool {
	for _, v := range g.values(name) {
		return v.tag == tagBoolean && len(v.raw) == 1 && v.raw[0] == 1
	}
	return false
}
