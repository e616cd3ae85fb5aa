package guide

import (
	"reflect"
	"strconv"
)

// Text is one text of the content, and where it stands.
type Text struct {
	Path string // steps[3].why
	Say  string
}

// Texts lists what residents read in a value of the content, such as a service,
// one of its steps or the whole pack: every field that is translated and not
// empty, in the order of the type. Words on drawn screens are not among them:
// they are the real portal's.
func Texts(v any) []Text {
	var list []Text
	walk(v, visitor{text: func(path []byte, text reflect.Value, f walkedField, _ *line) {
		if s := text.String(); s != "" && !f.drawn {
			list = append(list, Text{string(path), s})
		}
	}})
	return list
}

// Sourced is a line of the content that names a source.
type Sourced struct {
	Path   string // of the line: steps[3], fee
	Source string // key
	Say    string // what it says, or asks, or what is wrong
}

// SourcedIn lists the lines in a value of the content that name a source, in
// the order of the type.
func SourcedIn(v any) []Sourced {
	var list []Sourced
	walk(v, visitor{line: func(l *line) {
		if source := l.source.String(); source != "" {
			list = append(list, Sourced{l.path, source, l.say})
		}
	}})
	return list
}

// line is a struct of the content that can name a source.
type line struct {
	path   string
	source reflect.Value
	say    string
	loose  []string // sources of the figures in it
}

// visitor is told what a walk meets: texts, each with the innermost line that
// it is in (nil: none), and lines, before their texts. Either may be nil. Only
// what was given as a pointer can be changed. A path is valid during the call.
type visitor struct {
	text func(path []byte, text reflect.Value, f walkedField, in *line)
	line func(*line)
}

// walk goes through a value of the content by the tags of its fields, in the
// order of its type.
func walk(v any, to visitor) {
	w := &walker{visitor: to}
	w.value(reflect.ValueOf(v), nil)
}

type walker struct {
	visitor
	path []byte
}

func (w *walker) value(v reflect.Value, in *line) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.value(v.Elem(), in)
		}
	case reflect.Slice:
		before := len(w.path)
		for i := range v.Len() {
			w.path = append(strconv.AppendInt(append(w.path, '['), int64(i), 10), ']')
			w.value(v.Index(i), in)
			w.path = w.path[:before]
		}
	case reflect.Struct:
		w.structure(v, in)
	}
}

func (w *walker) structure(v reflect.Value, in *line) {
	fields := FieldsOf(v.Type())
	if w.line != nil && fields.source >= 0 {
		in = &line{path: string(w.path), source: v.Field(fields.source)}
		if fields.say >= 0 {
			in.say = v.Field(fields.say).String()
		}
		w.line(in)
	}
	before := len(w.path)
	for _, f := range fields.walked {
		if before > 0 {
			w.path = append(w.path, '.')
		}
		w.path = append(w.path, f.name...)
		if inside := v.Field(f.index); !f.read && !f.drawn {
			w.value(inside, in)
		} else if w.text != nil {
			w.text(w.path, inside, f, in)
		}
		w.path = w.path[:before]
	}
}
