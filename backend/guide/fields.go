package guide

import (
	"reflect"
	"strings"
	"sync"
)

// Fields is what the tags of a struct of the content say of its fields. Reading
// files and every walk through what was read rest on it.
type Fields struct {
	Names    []string        // as they stand in a file, in the order of the type
	Index    map[string]int  // of the field with a name
	Required map[string]bool // a file must have it

	walked []walkedField
	source int // index of the field that names a source, -1: none
	say    int // index of the field that says what rests on it, -1: none
}

// walkedField is one that is a text or may have texts in it.
type walkedField struct {
	name  string
	index int
	must  bool // a file must have it
	read  bool // a text that residents read, in their language
	drawn bool // a text on a drawn screen, as the real one has it
}

var allFields sync.Map // reflect.Type -> *Fields

// FieldsOf gives the fields of a struct. They are found once a type, because a
// pack is read at every start.
func FieldsOf(t reflect.Type) *Fields {
	if f, ok := allFields.Load(t); ok {
		return f.(*Fields)
	}
	f := &Fields{Index: map[string]int{}, Required: map[string]bool{}, source: -1, say: -1}
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if name == "-" {
			continue
		}
		if name != "" {
			f.Names = append(f.Names, name)
			f.Index[name] = i
			f.Required[name] = options != "omitempty"
		}
		f.walk(name, i, field)
	}
	for _, name := range []string{"ask", "wrong", "say"} { // the last one wins
		if i, ok := f.Index[name]; ok && t.Field(i).Type.Kind() == reflect.String {
			f.say = i
		}
	}
	actual, _ := allFields.LoadOrStore(t, f)
	return actual.(*Fields)
}

// walk notes what a walk has to do with a field.
func (f *Fields) walk(name string, index int, field reflect.StructField) {
	w := walkedField{name: name, index: index, must: f.Required[name]}
	switch field.Type.Kind() {
	case reflect.String:
		w.read = field.Tag.Get("lang") == "yes"
		w.drawn = !w.read && field.Tag.Get("figures") == "yes"
		if name == "source" {
			f.source = index
		}
		if !w.read && !w.drawn {
			return
		}
	case reflect.Pointer, reflect.Struct:
	case reflect.Slice:
		if field.Type.Elem().Kind() != reflect.Struct {
			return
		}
	default:
		return
	}
	f.walked = append(f.walked, w)
}
