package guide

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// MaxSentence is the longest sentence, in syllables, that reads well aloud to
// who cannot read well: design rule of this product. Longer ones are warned
// about; over TooLong they are errors.
const (
	MaxSentence = 20
	TooLong     = 25
)

// said is one text of a service or flow that residents read, with its path.
type said struct{ path, text string }

// texts lists what residents read in a value: every field that is translated,
// in the order of the type. Words on drawn screens are not among them: they
// are the real portal's.
func texts(v any) []said {
	var list []said
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem(), path)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path+"["+strconv.Itoa(i)+"]")
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
				at := name
				if path != "" {
					at = path + "." + name
				}
				if f.Tag.Get("lang") == "yes" && f.Type.Kind() == reflect.String {
					if text := v.Field(i).String(); text != "" {
						list = append(list, said{at, text})
					}
					continue
				}
				walk(v.Field(i), at)
			}
		}
	}
	walk(reflect.ValueOf(v), "")
	return list
}

// sentences parts a text where a reader takes breath: at a full stop, a
// question mark, a colon or a semicolon that a space or the end follows. A
// full stop inside a number or a host parts nothing.
func sentences(text string) []string {
	var list []string
	add := func(s string) {
		if s = strings.TrimSpace(s); strings.ContainsFunc(s, isWordRune) {
			list = append(list, s)
		}
	}
	start := 0
	for i, r := range text {
		if !strings.ContainsRune(".?!:;…", r) {
			continue
		}
		rest := strings.TrimLeft(text[i+len(string(r)):], `"”).?!`)
		if rest == "" || rest[0] == ' ' || rest[0] == '\n' {
			add(text[start:i])
			start = i + len(string(r))
		}
	}
	add(text[start:])
	return list
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// length is how many syllables a sentence has, counted as people read them: a
// number or a host is one.
func length(sentence string) int {
	n := 0
	for _, w := range strings.Fields(sentence) {
		if strings.ContainsFunc(w, isWordRune) {
			n++
		}
	}
	return n
}
