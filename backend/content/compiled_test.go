package content_test

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// The compiled form of a pack is the pack: nothing of it, of what was found in
// it or of its translations differs from what YAML gives.
func TestCompiledPackIsTheSame(t *testing.T) {
	spoken := mustPack(t)
	spoken["pack.yaml"].Data = bytes.Replace(spoken["pack.yaml"].Data, []byte("languages: [vi, en]"),
		[]byte("languages: [vi, en, tyz, mww, nut]\nlanguage_names: {tyz: Tày, mww: Hmoob, nut: Nùng}"), 1)
	for name, pack := range map[string]fs.FS{"shipped": content.Shipped(), "frozen": os.DirFS("testdata/frozen"), "small": mustPack(t), "leading elsewhere": leading(t), "many languages": spoken} {
		t.Run(name, func(t *testing.T) {
			read, found := content.Load(pack)
			if read == nil {
				t.Fatal(found.Errors)
			}
			files, err := content.Compile(pack)
			if err != nil {
				t.Fatal(err)
			}
			lib, report, err := content.OpenCompiled(content.CompiledFiles(files), fstest.MapFS{})
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(lib.Pack, read.Pack) {
				t.Error("another pack")
			}
			if !reflect.DeepEqual(report, found) {
				t.Errorf("another report: %+v, want %+v", report, found)
			}
			for _, lang := range append(read.Pack.Info.Languages, "zz", "../x") {
				if !reflect.DeepEqual(lib.In(lang), read.In(lang)) {
					t.Errorf("other translations into %q", lang)
				}
			}
			again, err := content.Compile(pack)
			if err != nil || !reflect.DeepEqual(files, again) {
				t.Errorf("compiled twice, two results: %v", err)
			}
		})
	}
}

func TestOpenReadsOtherPacksFromYAML(t *testing.T) {
	lib, report := content.Open(mustPack(t))
	if lib == nil || len(lib.Pack.Services) != 1 {
		t.Errorf("%v", report.Errors)
	}
	if lib, report := content.Open(fstest.MapFS{}); lib != nil || len(report.Errors) == 0 {
		t.Error("an empty folder was opened")
	}
	lib, report = content.Open(content.Shipped())
	if lib == nil || len(lib.Pack.Services) < 200 || lib.Translator("en")("Sinh con") == "Sinh con" {
		t.Errorf("%v", report.Errors)
	}
}

func TestCompileRefusesAPackWithErrors(t *testing.T) {
	wrong := mustPack(t)
	wrong["links.yaml"].Data = append(wrong["links.yaml"].Data, "  - {key: X}\n"...)
	figures := mustPack(t)
	figures["lang/en.yaml"].Data = append(figures["lang/en.yaml"].Data, "  Bảo: \"{no-such}\"\n"...)
	for name, pack := range map[string]fs.FS{"an error": wrong, "an unknown figure in a translation": figures} {
		if files, err := content.Compile(pack); files != nil || guide.ErrorCode(err) != guide.CodeContent {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What cannot be decoded is an error, and never half a pack.
func TestDamagedCompiledPack(t *testing.T) {
	files, err := content.Compile(os.DirFS("testdata/frozen"))
	if err != nil {
		t.Fatal(err)
	}
	whole := files["pack.gob"]
	for name, data := range map[string][]byte{"empty": {}, "cut": whole[:len(whole)/2], "other": files["lang-en.gob"], "missing": nil} {
		files["pack.gob"] = data
		if data == nil {
			delete(files, "pack.gob")
		}
		if lib, _, err := content.OpenCompiled(content.CompiledFiles(files), fstest.MapFS{}); err == nil || lib != nil {
			t.Errorf("%s: opened", name)
		}
	}
}
