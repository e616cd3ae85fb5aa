package content

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"sync"

	"tungbuoc/backend/guide"
)

// parcel is one file of a compiled pack: a value without its maps, and these.
// gob writes a map in another order each time; the same pack must give the
// same program.
type parcel[T any] struct {
	Value T
	Maps  [][]mapEntry // in the order in which they stand in Value
}

type mapEntry struct {
	Key    string
	Values []string // one, or those of a list
}

// packUp encodes a value. It takes the maps out of it.
func packUp[T any](value T) ([]byte, error) {
	p := parcel[T]{Value: value}
	var err error
	eachMap(reflect.ValueOf(&p.Value), func(m any) {
		entries, taken := takeMap(m)
		if !taken {
			err = fmt.Errorf("%T is a new kind of map: teach takeMap and putMap", m)
		}
		p.Maps = append(p.Maps, entries)
	})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = gob.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

// unpack decodes one file of a compiled pack, without copying it first.
func unpack[T any](files fs.FS, name string) (value T, err error) {
	f, err := files.Open(name)
	if err != nil {
		return value, err
	}
	defer func() { _ = f.Close() }()
	var p parcel[T]
	if err := gob.NewDecoder(f).Decode(&p); err != nil {
		return value, fmt.Errorf("decode %s: %w", name, err)
	}
	next := 0
	eachMap(reflect.ValueOf(&p.Value), func(m any) {
		if next < len(p.Maps) {
			putMap(m, p.Maps[next])
		}
		next++
	})
	if next != len(p.Maps) {
		return value, fmt.Errorf("%s has %d maps, its types have %d", name, len(p.Maps), next)
	}
	return p.Value, nil
}

// takeMap empties the map that m points at and gives what was in it, in the
// order of the keys.
func takeMap(m any) (list []mapEntry, taken bool) {
	switch m := m.(type) {
	case *map[string]string:
		for _, key := range slices.Sorted(maps.Keys(*m)) {
			list = append(list, mapEntry{key, []string{(*m)[key]}})
		}
		*m = nil
	case *guide.When:
		for _, key := range slices.Sorted(maps.Keys(*m)) {
			list = append(list, mapEntry{key, (*m)[key]})
		}
		*m = nil
	default:
		return nil, false
	}
	return list, true
}

// putMap is the opposite of takeMap.
func putMap(m any, list []mapEntry) {
	if len(list) == 0 {
		return
	}
	switch m := m.(type) {
	case *map[string]string:
		*m = make(map[string]string, len(list))
		for _, e := range list {
			for _, value := range e.Values {
				(*m)[e.Key] = value
			}
		}
	case *guide.When:
		*m = make(guide.When, len(list))
		for _, e := range list {
			(*m)[e.Key] = e.Values
		}
	}
}

// eachMap visits the address of every map in a value, in the order of its type.
func eachMap(v reflect.Value, visit func(m any)) {
	if !holdsMaps(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachMap(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachMap(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() { // the others are made anew, and not in the parcel
				eachMap(v.Field(i), visit)
			}
		}
	case reflect.Map:
		visit(v.Addr().Interface())
	}
}

var mapHolders sync.Map // reflect.Type -> bool

// holdsMaps says whether a value of type t may have a map in it: most of a
// pack has none, and is not walked at each start.
func holdsMaps(t reflect.Type) bool {
	if known, ok := mapHolders.Load(t); ok {
		return known.(bool)
	}
	holds := false
	switch t.Kind() {
	case reflect.Map:
		holds = true
	case reflect.Pointer, reflect.Slice:
		holds = holdsMaps(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			holds = holds || holdsMaps(t.Field(i).Type)
		}
	}
	mapHolders.Store(t, holds)
	return holds
}
