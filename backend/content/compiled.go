package content

import (
	"fmt"
	"io/fs"
	"sync"

	"tungbuoc/backend/guide"
)

//go:generate go run ../../build/tools/compile compiled

// Names of the files of a compiled pack.
const (
	firstFile = "first.gob"
	packFile  = "pack.gob"
)

func lexiconFileOf(lang string) string { return "lang-" + lang + ".gob" }

// compiledFirst is what the home screen needs, and which pack it is.
type compiledFirst struct {
	Digest string
	Info   guide.PackInfo
	Topics []guide.Topic
	First  guide.First
	Named  []guide.Service // the names of all services: an office's counts may lead to any of them
}

// compiledPack is a pack after reading, filling and checking.
type compiledPack struct {
	Pack   *guide.Pack
	Report Report
}

// Open gives the library of a pack as [Load] does. The pack built into the
// program comes from its compiled form where the build made one, which takes a
// twentieth of the time and of the memory; every other pack is read from YAML.
func Open(fsys fs.FS) (*Library, *Report) {
	if hasCompiled(fsys) {
		if lib, report, err := openCompiled(built, fsys); err == nil {
			return lib, report
		}
	}
	return Load(fsys)
}

// hasCompiled says whether fsys is the pack of which this program has the
// compiled form.
func hasCompiled(fsys fs.FS) bool { return built != nil && fsys == Shipped() }

// builtFirst is what the compiled form of the shipped pack says first.
var builtFirst = sync.OnceValues(func() (compiledFirst, error) { return unpack[compiledFirst](built, firstFile) })

// Compile reads a pack and gives the files of its compiled form by name. The
// same pack gives the same files. Error: CodeContent when the pack has errors.
func Compile(fsys fs.FS) (map[string][]byte, error) {
	lib, report := Load(fsys)
	if lib == nil {
		return nil, guide.Errorf(guide.CodeContent, "Nội dung có %d lỗi nên chưa dùng được. Lỗi đầu: %s", len(report.Errors), report.Errors[0])
	}
	sum, err := digest(fsys)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, lang := range lib.Pack.Info.Languages[1:] {
		l := readLexicon(fsys, lang, lib.Pack)
		if problems := append(l.part.r.problems, l.unfilled...); len(problems) > 0 {
			return nil, guide.Errorf(guide.CodeContent, "Bản dịch có %d lỗi. Lỗi đầu: %s", len(problems), problems[0])
		}
		if files[lexiconFileOf(lang)], err = packUp(l.words); err != nil {
			return nil, fmt.Errorf("compile %s: %w", lang, err)
		}
	}
	if files[firstFile], err = packUp(compiledFirst{Digest: sum, Info: lib.Pack.Info, Topics: lib.Pack.Topics, First: lib.Pack.First, Named: namesOnly(lib.Pack.Services)}); err != nil {
		return nil, fmt.Errorf("compile %s: %w", firstFile, err)
	}
	if files[packFile], err = packUp(compiledPack{Pack: lib.Pack, Report: *report}); err != nil { // last: it takes the pack apart
		return nil, fmt.Errorf("compile %s: %w", packFile, err)
	}
	return files, nil
}

// openCompiled makes the library of a compiled pack; fsys is the pack itself.
func openCompiled(files, fsys fs.FS) (*Library, *Report, error) {
	c, err := unpack[compiledPack](files, packFile)
	if err != nil {
		return nil, nil, err
	}
	for _, list := range []*[]Problem{&c.Report.Errors, &c.Report.Warnings} {
		if *list == nil {
			*list = []Problem{} // gob knows no empty list, and a report has no null
		}
	}
	return &Library{Pack: c.Pack, fsys: fsys, compiled: files}, &c.Report, nil
}
