package content_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// A file that is not there has no lines, and one that is empty has none that
// could be mended: messages name the file alone.
func TestMissingAndEmptyFiles(t *testing.T) {
	for _, name := range []string{"pack.yaml", "topics.yaml", "sources.yaml", "hosts.yaml", "links.yaml"} {
		pack := mustPack(t)
		delete(pack, name)
		_, r := content.Check(pack, today)
		if len(r.Errors) != 1 || r.Errors[0].Line != 0 || !strings.HasPrefix(r.Errors[0].String(), name+": Gói thiếu tệp này.") {
			t.Errorf("without %s: %v", name, r.Errors)
		}
	}
	for name := range fullPack(t) {
		pack := fullPack(t)
		pack[name] = &fstest.MapFile{Data: []byte(" \r\n")}
		_, r := content.Check(pack, today)
		found := 0
		for _, p := range r.Errors {
			if strings.HasPrefix(p.String(), name+": Tệp trống.") {
				found++
			}
		}
		if found != 1 {
			t.Errorf("with %s empty: %v %v", name, r.Errors, r.Warnings)
		}
	}
	for _, dir := range []string{"services", "flows"} {
		pack := mustPack(t)
		for name := range pack {
			if strings.HasPrefix(name, dir+"/") {
				delete(pack, name)
			}
		}
		_, r := content.Load(pack)
		if !slices.ContainsFunc(r.Errors, func(p content.Problem) bool { return strings.HasPrefix(p.String(), dir+": Gói thiếu thư mục") }) {
			t.Errorf("without %s: %v", dir, r.Errors)
		}
	}
}

// A file under another name is not passed over in silence.
func TestMisnamedFiles(t *testing.T) {
	for _, tt := range []struct{ name, as string }{
		{"topics.yaml", "topics.yml"}, {"links.yaml", "Links.yaml"}, {"words.yaml", "words.yaml.txt"}, {"stories.yaml", "STORIES.YAML"},
		{"plain.yaml", "plain - Copy.yaml"}, {"glossary.yaml", "glossary.yml"}, {"ids.yaml", "ids.yml"}, {"ids.yaml", "Ids.yaml"}, {"speech.yaml", "speech"}, {"figures.yaml", "figures.yaml.yaml"}, {"lang/en.yaml", "lang/en.yml"}, {"lang/en.yaml", "lang/EN.yaml"},
	} {
		pack := fullPack(t)
		pack[tt.as] = pack[tt.name]
		delete(pack, tt.name)
		_, r := content.Check(pack, today)
		want := fmt.Sprintf("%s: Có tệp %s nhưng máy chỉ đọc %s.", tt.name, path.Base(tt.as), path.Base(tt.name))
		if !slices.ContainsFunc(r.Errors, func(p content.Problem) bool { return strings.HasPrefix(p.String(), want) }) {
			t.Errorf("%s: %v", tt.as, r.Errors)
		}
	}
}

// A translation that cannot be read is one problem, not one for each sentence.
func TestUnreadableTranslationIsOneProblem(t *testing.T) {
	for name, edit := range map[string]func(fstest.MapFS){
		"missing": func(p fstest.MapFS) { delete(p, "lang/en.yaml") },
		"empty":   func(p fstest.MapFS) { p["lang/en.yaml"].Data = nil },
		"broken":  func(p fstest.MapFS) { p["lang/en.yaml"].Data = []byte("sentences: [") },
		"UTF-16":  func(p fstest.MapFS) { p["lang/en.yaml"].Data = []byte("\xff\xfea\x00") },
	} {
		pack := mustPack(t)
		_, before := content.Check(pack, today)
		edit(pack)
		_, r := content.Check(pack, today)
		var about []string
		for _, p := range append(r.Errors, r.Warnings...) {
			if p.File == "lang/en.yaml" {
				about = append(about, p.String())
			}
		}
		if len(about) != 1 || len(r.Errors)+len(r.Warnings) > len(before.Errors)+len(before.Warnings)+1 {
			t.Errorf("%s: %v", name, about)
		}
	}
}

// What is left over in a translation is named with its line.
func TestLeftOverTranslationHasItsPlace(t *testing.T) {
	pack := mustPack(t)
	lines := strings.Count(string(pack["lang/en.yaml"].Data), "\n")
	pack["lang/en.yaml"].Data = append(pack["lang/en.yaml"].Data, "  Không còn nữa: Gone\n"...)
	_, r := content.Check(pack, today)
	for _, p := range r.Warnings {
		if strings.Contains(p.Message, "Không còn nữa") {
			if p.Line != lines+1 {
				t.Errorf("at line %d, want %d", p.Line, lines+1)
			}
			return
		}
	}
	t.Errorf("%v", r.Warnings)
}

// What is missing has no line, and what both sides of an entry lack is said once.
func TestTranslationsAreNotToldTwice(t *testing.T) {
	pack := mustPack(t)
	pack["lang/en.yaml"].Data = append(pack["lang/en.yaml"].Data, "  Trong {han}: Within {han}\n"...)
	_, r := content.Check(pack, today)
	if len(r.Errors) != 1 || !strings.Contains(r.Errors[0].Message, "{han}") {
		t.Errorf("%v", r.Errors)
	}
	pack = mustPack(t)
	pack["lang/en.yaml"].Data = []byte("sentences:\n  Sinh con: Having a baby\n")
	_, r = content.Check(pack, today)
	if !slices.ContainsFunc(r.Warnings, func(p content.Problem) bool { return strings.HasPrefix(p.String(), "lang/en.yaml: Chưa dịch: ") }) {
		t.Errorf("%v", r.Warnings)
	}
}

// Thousands of problems of one kind are shown as ten and a count.
func TestProblemsAreGrouped(t *testing.T) {
	var list []content.Problem
	add := func(file, format string, n int) {
		for i := range n {
			list = append(list, content.Problem{File: file, Line: i + 1, Column: 1, Message: guide.Sentence(format, fmt.Sprint("câu ", i)), Mend: "Sửa."})
		}
	}
	add("lang/en.yaml", "Chưa dịch: %q.", 5000)
	add("links.yaml", "Tên %q viết chưa đúng.", 10)
	add("services/a.yaml", "Không có nguồn %q.", 8)
	add("services/b.yaml", "Không có nguồn %q.", 8)
	add("services/c.yaml", "Không có nguồn %q.", 8)
	shown := content.Grouped(list)
	if len(shown) != 11+10+11 {
		t.Fatalf("%d shown: %v", len(shown), shown)
	}
	for i, want := range map[int]string{
		9: `lang/en.yaml:10:1: Chưa dịch: “câu 9”.`, 10: "lang/en.yaml: Còn 4.990 chỗ nữa giống như vậy.",
		20: "links.yaml:10:1:", 30: `services/b.yaml:2:1: Không có nguồn “câu 1”.`, 31: "services/b.yaml: Còn 14 chỗ nữa giống như vậy, ở 2 tệp.",
	} {
		if !strings.HasPrefix(shown[i].String(), want) {
			t.Errorf("line %d is %q, want %q", i, shown[i], want)
		}
	}
	if got := content.Grouped(nil); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// A pack for a newer program is refused for that reason alone: what else seems
// wrong with it may be right tomorrow.
func TestPackForANewerProgram(t *testing.T) {
	pack := mustPack(t)
	text := string(pack["pack.yaml"].Data)
	old := "min_version: " + strings.TrimSpace(strings.SplitN(strings.SplitN(text, "min_version:", 2)[1], "\n", 2)[0])
	pack["pack.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, "min_version: 0.10.0\nnew_field: x", 1))}
	pack["services/new.yaml"] = &fstest.MapFile{Data: []byte("kind: new\n")}
	was := guide.Version
	t.Cleanup(func() { guide.Version = was })
	guide.Version = "0.9.2"
	for name, load := range map[string]func() (*content.Library, *content.Report){
		"Load": func() (*content.Library, *content.Report) { return content.Load(pack) },
		"Open": func() (*content.Library, *content.Report) { return content.Open(pack) },
		"Check": func() (*content.Library, *content.Report) {
			return content.Check(pack, today)
		},
	} {
		lib, r := load()
		line := 1 + strings.Count(text[:strings.Index(text, "min_version")], "\n")
		if lib != nil || len(r.Errors) != 1 || r.Errors[0].File != "pack.yaml" || r.Errors[0].Line != line || !strings.Contains(r.Errors[0].Message, "cần Từng Bước bản 0.10.0") {
			t.Errorf("%s: %v", name, r.Errors)
		}
	}
	pack["pack.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, "min_version: 0.10.0", 1))}
	if _, err := content.FirstScreen(pack); guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), "0.10.0") {
		t.Errorf("%v", err)
	}
	delete(pack, "services/new.yaml")
	guide.Version = "0.10.0"
	if lib, r := content.Load(pack); lib == nil {
		t.Errorf("%v", r.Errors)
	}
	if _, err := content.FirstScreen(pack); err != nil {
		t.Error(err)
	}
}

// The shipped pack is for this program: not for one that is not yet made.
func TestShippedPackIsForThisProgram(t *testing.T) {
	first, err := content.FirstScreen(content.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	order, ok := guide.CompareVersions(first.Info.MinVersion, guide.Version)
	if !ok || order > 0 {
		t.Errorf("the pack needs %q, the program is %q", first.Info.MinVersion, guide.Version)
	}
}
