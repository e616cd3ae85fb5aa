package content

import (
	"reflect"
	"strings"
	"sync"
)

// fieldSet maps the YAML names of a struct's fields to their index.
type fieldSet struct {
	names    []string
	index    map[string]int
	required map[string]bool
}

var fieldSets sync.Map // reflect.Type -> *fieldSet

func fieldsOf(t reflect.Type) *fieldSet {
	if f, ok := fieldSets.Load(t); ok {
		return f.(*fieldSet)
	}
	f := &fieldSet{index: map[string]int{}, required: map[string]bool{}}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		f.names = append(f.names, name)
		f.index[name] = i
		f.required[name] = options != "omitempty"
	}
	actual, _ := fieldSets.LoadOrStore(t, f)
	return actual.(*fieldSet)
}
