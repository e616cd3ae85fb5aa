package guide

import (
	"fmt"
	"reflect"
	"strings"
)

// Mark fills a value of the content, given as a pointer, with all it can hold:
// every text that people read gets a word of its own, the words on drawn
// screens, too. It gives the texts in the order of the type, with the places
// they stand at. Who looks for the words afterwards, on a page or on paper,
// finds out what is seen there, and what a new field was forgotten in.
//
// Keys, sources and conditions stay empty. Lists have one element; of steps
// there are as many as there are kinds of parts on a drawn screen.
func Mark(v any) []Text {
	m := &marker{}
	m.value(reflect.ValueOf(v).Elem(), "")
	return m.texts
}

type marker struct{ texts []Text }

func (m *marker) value(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		m.value(v.Elem(), path)
	case reflect.Slice:
		m.list(v, path)
	case reflect.Struct:
		for i := range v.NumField() {
			m.field(v, i, path)
		}
	}
}

func (m *marker) list(v reflect.Value, path string) {
	n := 1
	switch v.Type().Elem() {
	case reflect.TypeFor[Step]():
		n = len(partKinds)
	case reflect.TypeFor[Part]():
		return // of the step
	}
	if v.Type().Elem().Kind() != reflect.Struct {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		at := fmt.Sprintf("%s[%d]", path, i)
		m.value(v.Index(i), at)
		if st, ok := v.Index(i).Addr().Interface().(*Step); ok {
			st.Screen.On = SurfacePhone
			st.Screen.Show = []Part{m.part(partKinds[i], at+".screen.show[0]")}
		}
	}
}

// part is one thing on a drawn screen. It is of one kind only.
func (m *marker) part(field int, path string) Part {
	var part Part
	v := reflect.ValueOf(&part).Elem()
	for i := range v.NumField() {
		if _, kind := partField(i); !kind || i == field {
			m.field(v, i, path)
		}
	}
	return part
}

// field marks a field of a struct, when it is a text or has texts in it.
func (m *marker) field(v reflect.Value, i int, path string) {
	f := v.Type().Field(i)
	name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
	at := strings.TrimPrefix(path+"."+name, ".")
	if f.Type.Kind() != reflect.String {
		m.value(v.Field(i), at)
	} else if f.Tag.Get("lang") == "yes" || f.Tag.Get("figures") == "yes" {
		word := fmt.Sprintf("Qz%03d", len(m.texts))
		v.Field(i).SetString(word)
		m.texts = append(m.texts, Text{at, word})
	}
}

// partKinds are the fields of a Part that say what it is.
var partKinds = func() (fields []int) {
	for i := range reflect.TypeFor[Part]().NumField() {
		if _, kind := partField(i); kind {
			fields = append(fields, i)
		}
	}
	return fields
}()

// partField says what a part is that has nothing but one of its fields, and
// whether that field says it.
func partField(i int) (PartKind, bool) {
	var part Part
	if f := reflect.ValueOf(&part).Elem().Field(i); f.Kind() == reflect.String {
		f.SetString("x")
	}
	return part.Kind(), part.Kind() != ""
}
