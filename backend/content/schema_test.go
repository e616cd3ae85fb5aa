package content_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tungbuoc/backend/content"
)

var update = flag.Bool("update", false, "rewrite golden files")

var schemaKinds = []string{"pack", "topics", "sources", "figures", "hosts", "links", "service", "flow", "lang", "words", "stories", "plain", "glossary", "communes", "speech", "ids"}

// The schemas that editors use are written from the Go types.
func TestSchemaFilesAreCurrent(t *testing.T) {
	for _, kind := range schemaKinds {
		want, ok := content.Schema(kind)
		if !ok {
			t.Fatalf("no schema for %s", kind)
		}
		file := filepath.Join("schema", kind+".json")
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is out of date (go test ./backend/content -update): %v", file, err)
		}
	}
}

func mustSchema(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	data, _ := content.Schema(kind)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(kind, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(kind)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// What the loader accepts, the schema accepts too: an editor never marks a
// good file as wrong.
func TestShippedFilesMatchTheirSchema(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{}
	for _, kind := range schemaKinds {
		schemas[kind] = mustSchema(t, kind)
	}
	pack := content.Shipped()
	err := fs.WalkDir(pack, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		kind := map[string]string{"services": "service", "flows": "flow", "lang": "lang"}[path.Dir(name)]
		if kind == "" {
			kind = name[:len(name)-len(path.Ext(name))]
		}
		data, err := fs.ReadFile(pack, name)
		if err != nil {
			return err
		}
		var doc any
		if err := yaml.Unmarshal(data, &doc); err != nil {
			return err
		}
		if err := schemas[kind].Validate(jsonable(doc)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// jsonable turns decoded YAML into what a JSON decoder would give.
func jsonable(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = jsonable(v[k])
		}
	case []any:
		for i := range v {
			v[i] = jsonable(v[i])
		}
	case uint64:
		return float64(v)
	}
	return v
}

func TestSchemaRefusesAnUnknownKey(t *testing.T) {
	schema := mustSchema(t, "service")
	doc := map[string]any{"tittle": "x"}
	if err := schema.Validate(doc); err == nil {
		t.Error("an unknown key passed")
	}
}
