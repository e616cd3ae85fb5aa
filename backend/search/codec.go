package search

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
)

// What is kept of an index is one piece of bytes: a mark, what it was made
// from, the numbers (unsigned varints) and texts (length and bytes) of its
// parts in a fixed order, a check sum. Texts are not copied when it is read:
// they stay parts of the whole, so that the shipped index costs no memory.

// formatMark begins every kept index. Its last digit grows with the format.
const formatMark = "tungbuoc search 1\n"

var errIndex = errors.New("search: kept index is damaged")

// writer writes a piece.
type writer struct{ out []byte }

func newWriter(madeFrom string) *writer {
	w := &writer{out: []byte(formatMark)}
	w.text(madeFrom)
	return w
}

func (w *writer) number(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

func (w *writer) text(s string) {
	w.number(len(s))
	w.out = append(w.out, s...)
}

func (w *writer) wordList(list []uint32) {
	w.number(len(list))
	for _, n := range list {
		w.out = binary.AppendUvarint(w.out, uint64(n))
	}
}

// end adds the check sum and gives the piece.
func (w *writer) end() []byte {
	return binary.LittleEndian.AppendUint32(w.out, crc32.ChecksumIEEE(w.out))
}

// pieceReader reads a piece; behind the first thing that is wrong all is zero.
type pieceReader struct {
	rest  string
	words int // that there are: no text may name more
	bad   bool
}

// openPiece checks a piece and reads what it was made from.
func openPiece(piece string) (r *pieceReader, madeFrom string, err error) {
	const sum = 4
	if len(piece) < len(formatMark)+sum || piece[:len(formatMark)] != formatMark {
		return nil, "", errIndex
	}
	end := len(piece) - sum
	var buffer [4096]byte
	var got uint32
	for rest := piece[:end]; rest != ""; {
		n := copy(buffer[:], rest)
		got, rest = crc32.Update(got, crc32.IEEETable, buffer[:n]), rest[n:]
	}
	copy(buffer[:], piece[end:])
	if got != binary.LittleEndian.Uint32(buffer[:]) {
		return nil, "", errIndex
	}
	r = &pieceReader{rest: piece[len(formatMark):end]}
	madeFrom = r.text()
	return r, madeFrom, r.err()
}

func (r *pieceReader) err() error {
	if r.bad {
		return errIndex
	}
	return nil
}

func (r *pieceReader) number() int {
	var n uint64
	for i := 0; i < len(r.rest) && i < binary.MaxVarintLen32; i++ {
		b := r.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			r.rest = r.rest[i+1:]
			if n > math.MaxInt32 {
				break
			}
			return int(n)
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

// count is how many things follow, each of at least so many bytes.
func (r *pieceReader) count(bytes int) int {
	n := r.number()
	if n > len(r.rest)/bytes {
		r.bad, r.rest = true, ""
		return 0
	}
	return n
}

func (r *pieceReader) text() string {
	n := r.count(1)
	text := r.rest[:n]
	r.rest = r.rest[n:]
	return text
}

// wordList appends a list of words to room and gives it.
func (r *pieceReader) wordList(room *[]uint32) []uint32 {
	n := r.count(1)
	from := len(*room)
	for range n {
		w := r.number()
		if w >= r.words {
			r.bad = true
			return nil
		}
		*room = append(*room, uint32(w))
	}
	return (*room)[from:len(*room):len(*room)]
}

func (w *writer) vocabulary(v vocabulary) {
	w.number(len(v.folded))
	for _, folded := range v.folded {
		w.text(folded)
	}
	w.number(len(v.words))
	for i := range v.words {
		s := &v.words[i]
		w.number(int(s.number))
		if s.marked == s.folded {
			w.text("") // most are
			continue
		}
		w.text(s.marked)
		if s.base == s.marked {
			w.text("")
		} else {
			w.text(s.base)
		}
		w.number(int(s.tone))
	}
}

func (r *pieceReader) vocabulary() (v vocabulary) {
	v.folded = make([]string, r.count(1))
	for i := range v.folded {
		v.folded[i] = r.text()
	}
	v.words = make([]word, r.count(2))
	for i := range v.words {
		w := &v.words[i]
		n := r.number()
		if n >= len(v.folded) {
			r.bad = true
			return vocabulary{}
		}
		w.number, w.folded = int32(n), v.folded[n]
		if w.marked = r.text(); w.marked == "" {
			w.marked, w.base = w.folded, w.folded
			continue
		}
		if w.base = r.text(); w.base == "" {
			w.base = w.marked
		}
		w.tone = uint8(min(r.number(), toneDot))
	}
	r.words = len(v.words)
	return v
}

// neighbours are written in their order, by how much the first word grows.
func (w *writer) neighbours(list []neighbours) {
	w.number(len(list))
	before := uint32(0)
	for _, n := range list {
		w.number(int(n[0] - before))
		w.number(int(n[1]))
		before = n[0]
	}
}

func (r *pieceReader) neighbours() []neighbours {
	list := make([]neighbours, r.count(2))
	before := 0
	for i := range list {
		first, second := before+r.number(), r.number()
		if first >= r.words || second >= r.words {
			r.bad = true
			return nil
		}
		list[i] = neighbours{uint32(first), uint32(second)}
		before = first
	}
	return list
}

// encode gives a compiled pack as a piece.
func (c *compiled) encode(madeFrom string) []byte {
	w := newWriter(madeFrom)
	w.vocabulary(c.vocabulary)
	for _, n := range c.background {
		w.number(int(n))
	}
	total := 0
	for i := range c.services {
		for _, list := range [][]saying{c.services[i].sayings, c.services[i].stories} {
			for j := range list {
				total += len(list[j].words)
			}
		}
	}
	for _, m := range c.meanings {
		total += len(m[0]) + len(m[1])
	}
	for _, f := range c.fillers {
		total += len(f)
	}
	w.number(total) // words of all texts, so that room for them is made once
	w.number(len(c.services))
	for i := range c.services {
		sv := &c.services[i]
		for _, text := range []string{sv.key, sv.kind, sv.codes, sv.title} {
			w.text(text)
		}
		w.number(sv.often)
		w.number(len(sv.sayings))
		for j := range sv.sayings {
			s := &sv.sayings[j]
			w.number(int(s.field))
			w.number(int(s.place))
			w.text(s.text)
			w.wordList(s.words)
		}
		w.number(len(sv.stories))
		for j := range sv.stories {
			w.wordList(sv.stories[j].words)
		}
	}
	w.number(len(c.meanings))
	for _, m := range c.meanings {
		w.wordList(m[0])
		w.wordList(m[1])
	}
	w.number(len(c.fillers))
	for _, f := range c.fillers {
		w.wordList(f)
	}
	w.neighbours(c.neighbours)
	return w.end()
}

// compiled reads a compiled pack.
func (r *pieceReader) compiled() (*compiled, error) {
	c := &compiled{vocabulary: r.vocabulary()}
	c.background = make([]int32, len(c.folded))
	for i := range c.background {
		c.background[i] = int32(r.number())
	}
	room := make([]uint32, 0, r.count(1))
	c.services = make([]service, r.count(7))
	for i := range c.services {
		sv := &c.services[i]
		for _, text := range []*string{&sv.key, &sv.kind, &sv.codes, &sv.title} {
			*text = r.text()
		}
		sv.often = r.number()
		sv.sayings = make([]saying, r.count(4))
		for j := range sv.sayings {
			s := &sv.sayings[j]
			kind, place := r.number(), r.number()
			if kind >= int(fieldStory) {
				r.bad = true
				return nil, errIndex
			}
			s.field, s.place, s.text = field(kind), uint32(place), r.text()
			s.words = r.wordList(&room)
		}
		sv.stories = make([]saying, r.count(1))
		for j := range sv.stories {
			sv.stories[j] = saying{field: fieldStory, words: r.wordList(&room)}
		}
	}
	c.meanings = make([][2][]uint32, r.count(2))
	for i := range c.meanings {
		c.meanings[i] = [2][]uint32{r.wordList(&room), r.wordList(&room)}
	}
	c.fillers = make([][]uint32, r.count(1))
	for i := range c.fillers {
		c.fillers[i] = r.wordList(&room)
	}
	c.neighbours = r.neighbours()
	if len(r.rest) > 0 {
		r.bad = true
	}
	return c, r.err()
}
