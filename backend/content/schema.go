package content

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"tungbuoc/backend/guide"
)

var (
	iconType  = reflect.TypeFor[guide.Icon]()
	sceneType = reflect.TypeFor[guide.Scene]()
)

// schemas names the JSON Schema of each kind of file and the Go type it is
// made from, so that editors complete and check what the loader accepts.
var schemas = map[string]reflect.Type{
	"pack":     reflect.TypeFor[guide.PackInfo](),
	"topics":   reflect.TypeFor[topicsFile](),
	"sources":  reflect.TypeFor[sourcesFile](),
	"figures":  reflect.TypeFor[figuresFile](),
	"hosts":    reflect.TypeFor[hostsFile](),
	"links":    reflect.TypeFor[linksFile](),
	"service":  reflect.TypeFor[guide.Service](),
	"flow":     reflect.TypeFor[guide.Flow](),
	"lang":     reflect.TypeFor[lexiconFile](),
	"words":    reflect.TypeFor[guide.Words](),
	"stories":  reflect.TypeFor[guide.Stories](),
	"plain":    reflect.TypeFor[guide.Plain](),
	"glossary": reflect.TypeFor[guide.Glossary](),
	"communes": reflect.TypeFor[guide.Communes](),
	"speech":   reflect.TypeFor[guide.Speech](),
	"ids":      reflect.TypeFor[guide.IDs](),
}

// Schema gives the JSON Schema (draft 2020-12) of one kind of pack file. The
// copies under schema/ are for editors; a test keeps them equal to this.
func Schema(kind string) ([]byte, bool) {
	t, ok := schemas[kind]
	if !ok {
		return nil, false
	}
	s := schemaOf(t)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Từng Bước: " + kind
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		panic(err) // maps of strings always encode
	}
	return b.Bytes(), true
}

func schemaOf(t reflect.Type) map[string]any {
	if t == sceneType {
		return map[string]any{"type": "string", "enum": guide.Scenes}
	}
	if t == iconType {
		return map[string]any{"type": "string", "enum": guide.Pictograms}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Struct:
		return structSchema(t)
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	case reflect.Slice:
		list := map[string]any{"type": "array", "items": schemaOf(t.Elem())}
		if t == anyOf {
			return map[string]any{"anyOf": []any{schemaOf(t.Elem()), list}}
		}
		return list
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	}
	// A procedure code such as 1.001193 is a number to YAML tools; the loader
	// takes it as written.
	return map[string]any{"type": []string{"string", "number"}}
}

func structSchema(t reflect.Type) map[string]any {
	properties := map[string]any{}
	required := []string{}
	fields := guide.FieldsOf(t)
	for _, name := range fields.Names {
		f := t.Field(fields.Index[name])
		s := schemaOf(f.Type)
		if doc := f.Tag.Get("doc"); doc != "" {
			s["description"] = doc
		}
		if enum := f.Tag.Get("enum"); enum != "" {
			s["enum"] = strings.Split(enum, ",")
		}
		properties[name] = s
		if fields.Required[name] {
			required = append(required, name)
		}
	}
	s := map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}
