package handout

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// What fpdf writes, and this file relies on. A test reads the result back, so
// that another version which writes otherwise is noticed.
var (
	pageStream = regexp.MustCompile(`(?s)<</Filter /FlateDecode /Length (\d+)>>\nstream\n`)
	startXref  = []byte("startxref\n")
)

const (
	catalogue = "/Type /Catalog\n"
	resources = "/XObject <<\n" // one dictionary for all pages
)

var objectCount = regexp.MustCompile(`/Size \d+`)

// wishes are what viewers are asked: to print at true size, and to show the
// title. fpdf has no way to say so.
const wishes = "/ViewerPreferences <</PrintScaling /None /DisplayDocTitle true>>\n"

// pageLevel is how hard pages are compressed: from 5 on a sheet of eight codes
// is under 10 kB, and 9 takes five times as long for little more.
const pageLevel = 5

// finish writes the PDF that fpdf made with three things mended: the wishes are
// put in, pages are compressed well (fpdf does it fast), and the forms that pages
// refer to are added behind the other objects, which keep their numbers and order.
func finish(w io.Writer, pdf []byte, forms []stencil) error {
	objects, trailer, err := takeApart(pdf)
	if err != nil {
		return err
	}
	first := len(objects) + 1 // number of the first form
	var names []byte
	for i := range forms {
		names = fmt.Appendf(names, "/%s %d 0 R\n", formName(i), first+i)
	}
	listed := len(forms) == 0
	var out bytes.Buffer
	out.Grow(len(pdf))
	out.Write(pdf[:objects[0].from])
	for i := range objects {
		o := &objects[i]
		body, err := mended(pdf[o.from:o.to])
		if err != nil {
			return err
		}
		if at := bytes.Index(body, []byte(resources)); at >= 0 && bytes.Contains(body[:at], []byte("/ProcSet")) {
			listed = true
			at += len(resources)
			body = slices.Concat(body[:at], names, body[at:])
		}
		o.from = out.Len()
		out.Write(body)
	}
	if !listed {
		return fmt.Errorf("make pdf: no resources")
	}
	for i, f := range forms {
		packed, err := packed(f.ops)
		if err != nil {
			return err
		}
		objects = append(objects, object{number: first + i, from: out.Len()})
		fmt.Fprintf(&out, "%d 0 obj\n<</Type /XObject /Subtype /Form /BBox [%g %g %g %g] /Filter /FlateDecode /Length %d>>\nstream\n",
			first+i, -float64(edge), -float64(edge), f.w+edge, f.h+edge, len(packed))
		out.Write(packed)
		out.WriteString("\nendstream\nendobj\n")
	}
	trailer = objectCount.ReplaceAll(trailer, fmt.Appendf(nil, "/Size %d", len(objects)+1))
	table := out.Len()
	slices.SortFunc(objects, func(a, b object) int { return a.number - b.number })
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range objects {
		fmt.Fprintf(&out, "%010d 00000 n \n", o.from)
	}
	fmt.Fprintf(&out, "%sstartxref\n%d\n%%%%EOF\n", trailer, table)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// object is one object of a PDF: its number and where it stands.
type object struct{ number, from, to int }

// takeApart reads the cross-reference table. Objects come in the order of the
// file; trailer is what stands between the table and its place.
func takeApart(pdf []byte) (objects []object, trailer []byte, err error) {
	unlike := func(what string) ([]object, []byte, error) { return nil, nil, fmt.Errorf("make pdf: no %s", what) }
	start := bytes.LastIndex(pdf, startXref)
	if start < 0 {
		return unlike("startxref")
	}
	place, _, _ := strings.Cut(string(pdf[start+len(startXref):]), "\n")
	table, err := strconv.Atoi(place)
	if err != nil || table < 0 || table >= start || !bytes.HasPrefix(pdf[table:], []byte("xref\n0 ")) {
		return unlike("cross-reference table")
	}
	at := bytes.Index(pdf[table:start], []byte("trailer"))
	if at < 0 {
		return unlike("trailer")
	}
	lines := strings.Split(strings.TrimSpace(string(pdf[table:table+at])), "\n")
	for n, line := range lines[3:] { // xref, count, the free entry
		from, err := strconv.Atoi(strings.Fields(line)[0])
		if err != nil || from <= 0 || from >= table {
			return unlike("object " + strconv.Itoa(n+1))
		}
		objects = append(objects, object{number: n + 1, from: from})
	}
	if len(objects) == 0 {
		return unlike("object")
	}
	slices.SortFunc(objects, func(a, b object) int { return a.from - b.from })
	for i := range objects {
		objects[i].to = table
		if i+1 < len(objects) {
			objects[i].to = objects[i+1].from
		}
	}
	return objects, pdf[table+at : start], nil
}

// mended is an object as it is to be written.
func mended(body []byte) ([]byte, error) {
	if at := bytes.Index(body, []byte(catalogue)); at >= 0 && at < 64 {
		return slices.Concat(body[:at], []byte(wishes), body[at:]), nil
	}
	m := pageStream.FindSubmatchIndex(body)
	if m == nil || m[0] > 32 {
		return body, nil
	}
	length, err := strconv.Atoi(string(body[m[2]:m[3]]))
	if err != nil || m[1]+length > len(body) {
		return nil, fmt.Errorf("make pdf: a page of length %q", body[m[2]:m[3]])
	}
	packed, err := packWell(body[m[1] : m[1]+length])
	if err != nil || len(packed) >= length {
		return body, err
	}
	head := fmt.Appendf(nil, "<</Filter /FlateDecode /Length %d>>\nstream\n", len(packed))
	return slices.Concat(body[:m[0]], head, packed, body[m[1]+length:]), nil
}

// packWell compresses again what was compressed fast.
func packWell(stream []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, fmt.Errorf("make pdf: read page: %w", err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("make pdf: read page: %w", err)
	}
	return packed(plain)
}

func packed(plain []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, pageLevel)
	if err != nil {
		return nil, fmt.Errorf("make pdf: %w", err)
	}
	if _, err := z.Write(plain); err != nil {
		return nil, fmt.Errorf("make pdf: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("make pdf: %w", err)
	}
	return b.Bytes(), nil
}
