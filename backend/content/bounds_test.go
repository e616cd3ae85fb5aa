package content_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
)

// hostile are small files that would take all memory, or minutes, if they were
// parsed before they are looked at.
func hostile() map[string]string {
	list := map[string]string{
		"brackets":            strings.Repeat("[", 30_000),
		"many brackets":       strings.Repeat("[", 1_000_000),
		"closed brackets":     strings.Repeat("[", 30_000) + strings.Repeat("]", 30_000),
		"braces":              strings.Repeat("{a: ", 30_000),
		"both":                strings.Repeat("[{a: ", 20_000),
		"brackets in a field": "name: " + strings.Repeat("[", 30_000),
		"one a line":          strings.Repeat("[\n", 30_000),
		"lists in a line":     strings.Repeat("- ", 50_000),
		"lists in brackets":   "[" + strings.Repeat("- ", 50_000),
		"questions":           strings.Repeat("? ", 50_000),
		"keys":                strings.Repeat("a:\n", 340_000),
		"fewer keys":          strings.Repeat("a:\n", 60_000),
		"keys in a line":      strings.Repeat("a: ", 300_000),
		"long key":            strings.Repeat("a", 900_000) + ": x",
		"long quote":          `name: "` + strings.Repeat("a ", 450_000),
		"long text":           "name: " + strings.Repeat("a ", 450_000),
		"long comment":        "#" + strings.Repeat("a", 900_000),
		"comments":            strings.Repeat("#\n", 450_000),
		"blank lines":         "name: x" + strings.Repeat("\n", 900_000) + "place: y",
		"anchors":             strings.Repeat("&a ", 300_000),
		"tags":                strings.Repeat("! ", 400_000),
		"documents":           strings.Repeat("---\n", 200_000),
		"literals":            strings.Repeat("- |\n", 200_000),
		"laughs":              "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
	}
	var stairs, keys strings.Builder
	for i := range 700 {
		stairs.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for i := range 13_000 {
		fmt.Fprintf(&keys, "  khoa%d: x\n", i)
	}
	list["stairs"], list["different keys"] = stairs.String(), "sentences:\n"+keys.String()
	hidden := "a: |\n  \"\n" // what stands in a literal text does not hide what follows
	list["after a literal"] = hidden + "b: " + strings.Repeat("[", 30_000)
	list["closers in comments"] = strings.Repeat("[ # ]\n", 20_000)
	return list
}

// allocated is what do allocates, in bytes.
func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// A hostile file is refused for little memory, wherever it stands.
func TestHostileFilesAreRefusedCheaply(t *testing.T) {
	const most = 120 << 20
	base := mustPack(t)
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			if used := allocated(func() {
				if _, err := content.ReadOffice([]byte(text)); guide.ErrorCode(err) != guide.CodeContent {
					t.Errorf("office.yaml: %v", err)
				}
			}); used > most {
				t.Errorf("office.yaml took %d MB", used>>20)
			}
			for _, file := range []string{"services/khai-sinh.yaml", "links.yaml", "lang/en.yaml"} {
				pack := maps.Clone(base)
				pack[file] = &fstest.MapFile{Data: []byte(text)}
				used := allocated(func() {
					_, r := content.Check(pack, today)
					if !strings.Contains(fmt.Sprint(r.Errors), file) {
						t.Errorf("%s: %v", file, r.Errors)
					}
				})
				if used > most {
					t.Errorf("%s took %d MB", file, used>>20)
				}
			}
		})
	}
}

// The bounds leave room: the largest files of the shipped pack are far from
// them.
func TestBoundsLeaveRoom(t *testing.T) {
	err := fs.WalkDir(content.Shipped(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content.Shipped(), name)
		if err != nil {
			return err
		}
		for what, share := range content.Shares(data) {
			if share > 0.7 {
				t.Errorf("%s reaches %.0f %% of the bound of %s", name, 100*share, what)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A size that is not true, a folder, a link to nothing: each is said and none
// is waited for.
func TestOddFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, mustPack(t)); err != nil {
		t.Fatal(err)
	}
	links := filepath.Join(dir, "links.yaml")
	replace := func(make func() error) {
		t.Helper()
		if err := os.RemoveAll(links); err != nil {
			t.Fatal(err)
		}
		if err := make(); err != nil {
			t.Fatal(err)
		}
	}
	says := func(what, says string) {
		t.Helper()
		lib, r := content.Load(os.DirFS(dir))
		if lib != nil || len(r.Errors) == 0 || !strings.HasPrefix(r.Errors[0].String(), "links.yaml: ") || !strings.Contains(r.Errors[0].Message, says) {
			t.Errorf("%s: %v", what, r.Errors)
		}
	}
	replace(func() error { return os.Mkdir(links, 0o755) })
	says("folder", "không phải là tệp")
	replace(func() error { // four gigabytes that take no room
		f, err := os.Create(links)
		if err != nil {
			return err
		}
		if err := f.Truncate(4 << 30); err != nil {
			return err
		}
		return f.Close()
	})
	if used := allocated(func() { says("sparse file", "lớn quá") }); used > 32<<20 {
		t.Errorf("a sparse file took %d MB", used>>20)
	}
	if runtime.GOOS == "windows" {
		return
	}
	replace(func() error { return os.Symlink(filepath.Join(dir, "nowhere"), links) })
	says("link to nothing", "thiếu tệp")
	replace(func() error { return os.Symlink("/dev/zero", links) })
	says("device", "không phải là tệp")

	office := filepath.Join(dir, "office.yaml")
	if err := os.Symlink("/dev/zero", office); err != nil {
		t.Fatal(err)
	}
	if _, err := content.OfficeIn(dir); guide.ErrorCode(err) != guide.CodeContent || !strings.Contains(guide.Message(err), "không phải là tệp") {
		t.Errorf("%v", err)
	}
	if _, err := content.FirstScreen(os.DirFS(filepath.Join(dir, "services"))); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("%v", err)
	}
}

// A pack of many files, each at its bound, is read in bounded time: of services
// there may be hundreds.
func TestServicesHaveFewKeys(t *testing.T) {
	pack := mustPack(t)
	pack["services/khai-sinh.yaml"] = &fstest.MapFile{Data: []byte(strings.Repeat("a:\n", 2001))}
	if _, r := content.Load(pack); !strings.Contains(fmt.Sprint(r.Errors), "khai-sinh.yaml:2001:2: Tệp có quá 2000 mục") {
		t.Errorf("%v", r.Errors)
	}
}

func TestTooManyFiles(t *testing.T) {
	pack := mustPack(t)
	for i := range 3000 {
		pack[fmt.Sprintf("services/x%d.yaml", i)] = &fstest.MapFile{Data: []byte("key: x\n")}
	}
	if _, r := content.Load(pack); !strings.Contains(fmt.Sprint(r.Errors), "services: Thư mục có quá 2000 tệp") {
		t.Errorf("%d errors, first %v", len(r.Errors), r.Errors[0])
	}
}

func FuzzReadOffice(f *testing.F) {
	for _, text := range hostile() {
		f.Add([]byte(text[:min(len(text), 4000)]))
	}
	for _, text := range []string{"", "\ufeff", "\ufeffname: x\r\n", "\xff\xfen\x00", "name:\u00a0x", "name: \ufffd", "name: Ð", "hours: [a]\nwifi: {name: x}\nteam: {name: a, phone: 1}"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			return
		}
		office, err := content.ReadOffice(data)
		if err != nil && (guide.ErrorCode(err) != guide.CodeContent || guide.Message(err) == "") {
			t.Errorf("%v", err)
		}
		if err != nil {
			return
		}
		if p := office.Problems(); len(p) > 0 {
			t.Errorf("accepted with %v", p)
		}
		for _, text := range append([]string{office.Name, office.Place, office.Phone}, office.Hours...) {
			if strings.ContainsAny(text, "\ufeff\ufffd\u00a0\u200b\x00") || len([]rune(text)) > 200 {
				t.Errorf("accepted %q", text)
			}
		}
	})
}
