package trust

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// A bundle is a ZIP file that any system can look into, in the one form that
// writeBundle gives it: nothing compressed, no dates, no comments, names in
// order. What differs from that form in any byte is refused, so that there is
// one way to read it: no bombs, no name twice, nothing hidden between the parts.

// Limits of a bundle. The program is about 40 MB, the metadata a few kB.
const (
	maxBundle   = 2<<30 - 1 // what ZIP holds without its 64-bit form
	maxMetadata = 512 << 10
	maxEntries  = 512
	maxName     = 300
)

var nameRule = regexp.MustCompile(`^(metadata|targets)/[A-Za-z0-9][A-Za-z0-9._+%/-]*$`)

const (
	localSize, centralSize, endSize = 30, 46, 22
	localMark                       = 0x04034b50
	centralMark                     = 0x02014b50
	endMark                         = 0x06054b50
	noDate                          = 1<<5 | 1 // 1 January 1980, the first day that ZIP knows
)

var errTooBig = errors.New("larger than the limit")

// entry is one part of a bundle.
type entry struct {
	name string
	crc  uint32
	size int64
	at   int64 // of its bytes, or of its header in the central directory's view
}

func (e entry) local() []byte {
	b := binary.LittleEndian.AppendUint32(nil, localMark)
	b = e.common(b)
	return append(b, e.name...)
}

func (e entry) central(header int64) []byte {
	b := binary.LittleEndian.AppendUint32(nil, centralMark)
	b = binary.LittleEndian.AppendUint16(b, 10) // made by: nothing special
	b = e.common(b)
	b = append(b, make([]byte, 10)...) // no comment, first disk, no attributes
	b = binary.LittleEndian.AppendUint32(b, uint32(header))
	return append(b, e.name...)
}

// common are the fields that both headers have in the same order.
func (e entry) common(b []byte) []byte {
	for _, v := range []uint16{10, 0, 0, 0, noDate} { // needs 1.0, no flags, stored, no time
		b = binary.LittleEndian.AppendUint16(b, v)
	}
	for _, v := range []uint32{e.crc, uint32(e.size), uint32(e.size)} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(e.name)))
	return binary.LittleEndian.AppendUint16(b, 0) // nothing extra
}

// tail is everything behind the last part.
func tail(entries []entry, at int64) []byte {
	var b []byte
	header := int64(0)
	for _, e := range entries {
		b = append(b, e.central(header)...)
		header += localSize + int64(len(e.name)) + e.size
	}
	size := len(b)
	b = binary.LittleEndian.AppendUint32(b, endMark)
	b = append(b, 0, 0, 0, 0)
	for range 2 {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(entries)))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(size))
	b = binary.LittleEndian.AppendUint32(b, uint32(at))
	return append(b, 0, 0)
}

// bundle is a file that has the form, whatever is in it.
type bundle struct {
	r       io.ReaderAt
	entries map[string]entry
	used    map[string]bool
}

// readBundle takes a file apart without believing anything in it.
func readBundle(r io.ReaderAt, size int64) (*bundle, error) {
	if size > maxBundle {
		return nil, refuse(TooBig, fmt.Errorf("%d bytes: %w", size, errTooBig))
	}
	mark := make([]byte, 4)
	if _, err := r.ReadAt(mark, 0); err != nil || binary.LittleEndian.Uint32(mark) != localMark {
		return nil, refuse(NotOurs, fmt.Errorf("begins with % x: %v", mark, err))
	}
	b := &bundle{r: r, entries: map[string]entry{}, used: map[string]bool{}}
	var all []entry
	at := int64(0)
	for {
		e, next, err := b.part(at, size)
		if err != nil {
			return nil, err
		}
		if next == 0 {
			break
		}
		if len(all) > 0 && cmp.Compare(all[len(all)-1].name, e.name) >= 0 {
			return nil, refuse(Torn, fmt.Errorf("%q does not come after %q", e.name, all[len(all)-1].name))
		}
		if len(all) == maxEntries {
			return nil, refuse(TooBig, fmt.Errorf("more than %d parts: %w", maxEntries, errTooBig))
		}
		all = append(all, e)
		b.entries[e.name] = e
		at = next
	}
	want := tail(all, at)
	if size-at != int64(len(want)) {
		return nil, refuse(Torn, fmt.Errorf("%d bytes behind the parts, not %d", size-at, len(want)))
	}
	got := make([]byte, len(want))
	if _, err := r.ReadAt(got, at); err != nil && !errors.Is(err, io.EOF) {
		return nil, refuse(Torn, err)
	}
	if !bytes.Equal(got, want) {
		return nil, refuse(Torn, errors.New("the directory does not say what the parts say"))
	}
	for _, e := range all { // before anything is made of it: torn is not the same as forged
		if strings.HasPrefix(e.name, "metadata/") {
			if _, err := b.metadata(e.name); err != nil {
				return nil, err
			}
		}
	}
	clear(b.used)
	return b, nil
}

// part reads the header at a place; next is 0 where the directory begins.
func (b *bundle) part(at, size int64) (e entry, next int64, err error) {
	head := make([]byte, localSize)
	if _, err := b.r.ReadAt(head, at); err != nil {
		return e, 0, refuse(Torn, fmt.Errorf("header at %d: %w", at, err))
	}
	if binary.LittleEndian.Uint32(head) != localMark {
		return e, 0, nil
	}
	name := make([]byte, binary.LittleEndian.Uint16(head[26:]))
	if len(name) > maxName {
		return e, 0, refuse(Torn, fmt.Errorf("a name of %d bytes", len(name)))
	}
	if _, err := b.r.ReadAt(name, at+localSize); err != nil {
		return e, 0, refuse(Torn, fmt.Errorf("name at %d: %w", at, err))
	}
	e = entry{
		name: string(name),
		crc:  binary.LittleEndian.Uint32(head[14:]),
		size: int64(binary.LittleEndian.Uint32(head[18:])),
		at:   at + localSize + int64(len(name)),
	}
	switch {
	case !bytes.Equal(append(head, name...), e.local()):
		return e, 0, refuse(Torn, fmt.Errorf("header of %q is not as written", name))
	case !goodName(e.name):
		return e, 0, refuse(Torn, fmt.Errorf("%q is no name of a part", name))
	case e.at+e.size > size:
		return e, 0, refuse(Torn, fmt.Errorf("%q goes on behind the end of the file", name))
	}
	return e, e.at + e.size, nil
}

func goodName(name string) bool {
	return len(name) <= maxName && nameRule.MatchString(name) && fs.ValidPath(name)
}

// metadata gives a part that is held in memory; nil if there is none.
func (b *bundle) metadata(name string) ([]byte, error) {
	e, ok := b.entries[name]
	if !ok {
		return nil, nil
	}
	if e.size > maxMetadata {
		return nil, refuse(TooBig, fmt.Errorf("%s has %d bytes: %w", name, e.size, errTooBig))
	}
	var buf bytes.Buffer
	if err := b.copy(&buf, name); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// copy writes out a part, and says whether its bytes were those written once.
func (b *bundle) copy(w io.Writer, name string) error {
	e, ok := b.entries[name]
	if !ok {
		return refuse(Torn, fmt.Errorf("%s is missing", name))
	}
	b.used[name] = true
	sum := crc32.NewIEEE()
	n, err := io.Copy(io.MultiWriter(w, sum), readError{io.NewSectionReader(b.r, e.at, e.size)})
	switch {
	case errors.As(err, new(*unread)):
		return refuse(Torn, err)
	case err != nil:
		return err // of w
	case n != e.size || sum.Sum32() != e.crc:
		return refuse(Torn, fmt.Errorf("%s has %d bytes with another check sum", name, n))
	}
	return nil
}

// unread is a failure to read the bundle, told apart from one to write.
type unread struct{ err error }

func (u *unread) Error() string { return u.err.Error() }
func (u *unread) Unwrap() error { return u.err }

type readError struct{ r io.Reader }

func (r readError) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if err != nil && err != io.EOF {
		err = &unread{err}
	}
	return n, err
}

// part of a bundle that is to be written.
type part struct {
	name string
	open func() (io.ReadCloser, error)
}

func bytesPart(name string, data []byte) part {
	return part{name, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

// writeBundle writes parts in the one form. Each is read twice: its check sum
// stands before it.
func writeBundle(w io.Writer, parts []part) error {
	parts = slices.SortedFunc(slices.Values(parts), func(a, b part) int { return cmp.Compare(a.name, b.name) })
	var entries []entry
	at := int64(0)
	for _, p := range parts {
		if !goodName(p.name) {
			return fmt.Errorf("%q is no name of a part", p.name)
		}
		sum := crc32.NewIEEE()
		size, err := p.copy(sum)
		if err != nil {
			return err
		}
		e := entry{name: p.name, crc: sum.Sum32(), size: size}
		if at += localSize + int64(len(p.name)) + size; at > maxBundle {
			return refuse(TooBig, errTooBig)
		}
		if _, err := w.Write(e.local()); err != nil {
			return err
		}
		again := crc32.NewIEEE()
		if _, err := p.copy(io.MultiWriter(w, again)); err != nil {
			return err
		}
		if again.Sum32() != e.crc {
			return fmt.Errorf("%s changed while it was read", p.name)
		}
		entries = append(entries, e)
	}
	_, err := w.Write(tail(entries, at))
	return err
}

func (p part) copy(w io.Writer) (int64, error) {
	r, err := p.open()
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(w, r)
	if cerr := r.Close(); err == nil {
		err = cerr
	}
	return n, err
}
