package desktop_test

import (
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// held says where one of the words stands in what can be reached from a value, by
// whatever fields, "" if nowhere. What a function closes over is not seen.
func held(all any, words ...string) string {
	s := searching{words: words, seen: map[place]bool{}}
	return s.in(reflect.ValueOf(all))
}

type place struct {
	at unsafe.Pointer
	of reflect.Type
}

type searching struct {
	words []string
	seen  map[place]bool
}

func (s *searching) in(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return s.said(v.String())
	case reflect.Pointer:
		if v.IsNil() || s.was(v.UnsafePointer(), v.Type()) {
			return ""
		}
		return s.in(v.Elem())
	case reflect.Interface:
		if v.IsNil() {
			return ""
		}
		return s.in(v.Elem())
	case reflect.Slice:
		if v.IsNil() || s.was(v.UnsafePointer(), reflect.ArrayOf(v.Len(), v.Type().Elem())) {
			return ""
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return s.said(string(v.Bytes()))
		}
		return s.list(v)
	case reflect.Array:
		return s.list(v)
	case reflect.Map:
		if v.IsNil() || s.was(v.UnsafePointer(), v.Type()) {
			return ""
		}
		for each := v.MapRange(); each.Next(); {
			if where := s.in(each.Key()); where != "" {
				return " key" + where
			}
			if where := s.in(each.Value()); where != "" {
				return "[…]" + where
			}
		}
	case reflect.Struct:
		return s.fields(v)
	}
	return ""
}

func (s *searching) said(text string) string {
	for _, word := range s.words {
		if strings.Contains(strings.ToLower(text), word) {
			return ": " + word
		}
	}
	return ""
}

func (s *searching) list(v reflect.Value) string {
	switch v.Type().Elem().Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64:
		return ""
	}
	for i := range v.Len() {
		if where := s.in(v.Index(i)); where != "" {
			return "[" + strconv.Itoa(i) + "]" + where
		}
	}
	return ""
}

func (s *searching) fields(v reflect.Value) string {
	// What an atomic.Pointer points to is known by its first field, _ [0]*T.
	if t := v.Type(); t.PkgPath() == "sync/atomic" && strings.HasPrefix(t.Name(), "Pointer[") {
		to := t.Field(0).Type.Elem().Elem()
		at := v.FieldByName("v").UnsafePointer()
		if at == nil || s.was(at, to) {
			return ""
		}
		return s.in(reflect.NewAt(to, at).Elem())
	}
	for i := range v.NumField() {
		if where := s.in(v.Field(i)); where != "" {
			return "." + v.Type().Field(i).Name + where
		}
	}
	return ""
}

// was says whether it has been looked at before.
func (s *searching) was(at unsafe.Pointer, of reflect.Type) bool {
	here := place{at, of}
	before := s.seen[here]
	s.seen[here] = true
	return before
}
