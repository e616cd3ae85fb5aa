package lifeline

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestWordsCross(t *testing.T) {
	words := []Word{
		{Say: SayBeat, Idle: true, Mark: &Mark{X: 3, Y: 700, Side: 8, Shade: 1}},
		{Say: SayBeat, Away: true},
		{Say: SayEnded},
	}
	var wire bytes.Buffer
	for _, w := range words {
		if err := Write(&wire, w); err != nil {
			t.Fatal(err)
		}
	}
	var heard []Word
	Read(&wire, func(w Word) { heard = append(heard, w) })
	if !reflect.DeepEqual(heard, words) {
		t.Errorf("heard %+v", heard)
	}
}

// What libraries print on the same output is no word, however long it is.
func TestNoiseIsPassedOver(t *testing.T) {
	noise := "Gtk-Message: hello\n{\n\n[1,2]\n{\"other\":1}\n" + strings.Repeat("x", 3*maxLine) + "{\"say\":\"ended\"}\n{\"say\":\"beat\"}\nhalf"
	var heard []string
	Read(strings.NewReader(noise), func(w Word) { heard = append(heard, w.Say) })
	if !reflect.DeepEqual(heard, []string{SayBeat}) {
		t.Errorf("heard %q", heard)
	}
}

func TestOrdersReachTheWindow(t *testing.T) {
	in, parent := io.Pipe()
	l := newLine(in, io.Discard)
	go func() {
		_ = Write(parent, Word{Say: "dance"})
		_ = Write(parent, Word{Say: SayForward})
		_ = Write(parent, Word{Say: SayStop})
		_ = parent.Close()
	}()
	var got []string
	for order := range l.Orders { // ends when the watcher is gone
		got = append(got, order)
	}
	if !reflect.DeepEqual(got, []string{SayForward, SayStop}) {
		t.Errorf("orders %q", got)
	}
}

func TestNobodyWatches(t *testing.T) {
	t.Setenv(Variable, "")
	l := Join()
	if l != nil {
		t.Fatal("a line without a watcher")
	}
	l.Say(Word{Say: SayBeat}) // does nothing
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("{\"say\":\"beat\",\"mark\":{\"x\":1}}\n"))
	f.Add([]byte("{\"say\":\"stop\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		Read(bytes.NewReader(data), func(w Word) {
			if w.Say == "" {
				t.Error("a word that says nothing")
			}
		})
	})
}
