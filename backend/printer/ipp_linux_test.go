package printer

import (
	"bytes"
	"reflect"
	"testing"
)

func FuzzDecode(f *testing.F) {
	f.Add((&message{code: 2, id: 1, groups: []group{{tag: tagOperation}, aPrinter(3, true, "paused"), aJob(5, 1)}}).encode())
	f.Add([]byte{1, 1, 0, 0, 0, 0, 0, 1, 3, 'x'})
	f.Add([]byte{2, 0, 0, 0, 0, 0, 0, 1, 4, 0x36, 0, 1, 'n', 0, 2, 0, 9, 3})             // a name shorter than it says
	f.Add([]byte{2, 0, 0, 0, 0, 0, 0, 1, 4, 0x34, 0, 1, 'c', 0, 0, 0x37, 0, 0, 0, 0, 3}) // a collection
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := decode(b)
		if err != nil {
			return
		}
		for _, g := range m.groups {
			_ = readPrinter(g)
			_ = g.number("job-state")
		}
		// another version and what follows the end are all that may be lost
		again := m.encode()
		if len(again) > len(b) || !bytes.Equal(again[2:], b[2:len(again)]) {
			t.Fatalf("%x came back as %x", b, again)
		}
		if second, err := decode(again); err != nil || !reflect.DeepEqual(second, m) {
			t.Fatalf("%+v came back as %+v, %v", m, second, err)
		}
	})
}

func TestValuesOfTheWrongKind(t *testing.T) {
	m := message{groups: []group{{tag: tagPrinter}}}
	m.add("printer-state", text(tagKeyword, "3"))
	m.add("printer-name", number(tagInteger, 5))
	m.add("printer-is-accepting-jobs", value{tagBoolean, nil})
	m.add("printer-info", value{tagTextLang, []byte{0}})
	m.add("printer-type", value{tagEnum, []byte{1, 2}})
	if p := readPrinter(m.groups[0]); p.Name != "" || p.About != "" || p.Default || p.Accepting || p.State != Idle {
		t.Errorf("got %+v", p)
	}
}
