package manual_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/manual"
)

// mostWords is how long a chapter may be, in syllables: with its pictures it is on
// one page, and read while somebody waits.
const mostWords = 290

// mostBytes is what the pictures may add to the program.
const mostBytes = 1_500_000

func own(t *testing.T) []guide.ManualChapter {
	t.Helper()
	chapters, err := manual.Own()
	if err != nil {
		t.Fatal(err)
	}
	return chapters
}

// said gives what stands on the screens: the messages of the pages, with … for
// what is filled in.
func said(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("../../frontend/messages/vi.json")
	if err != nil {
		t.Fatal(err)
	}
	var messages map[string]any
	if err := json.Unmarshal(data, &messages); err != nil {
		t.Fatal(err)
	}
	filled := regexp.MustCompile(`\{\w+\}`)
	words := map[string]bool{}
	for _, message := range messages {
		if text, ok := message.(string); ok {
			words[filled.ReplaceAllString(text, "…")] = true
		}
	}
	return words
}

// A button that was renamed, and is not renamed in the manual, sends people looking
// for what is not there.
func TestWhatIsBoldStandsOnTheScreen(t *testing.T) {
	words := said(t)
	seen := 0
	for _, c := range own(t) {
		for _, b := range c.Blocks {
			for _, s := range b.Spans {
				if !s.Button {
					continue
				}
				seen++
				if !words[s.Text] {
					t.Errorf("%s: no screen says %q", c.Name, s.Text)
				}
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d names of buttons were found", seen)
	}
}

func TestChaptersAreShortAndPictured(t *testing.T) {
	shown := map[string]bool{}
	for i, c := range own(t) {
		if want := fmt.Sprintf("%02d-", i+1); !strings.HasPrefix(c.Name, want) {
			t.Errorf("%s: chapter %s is missing", c.Name, want)
		}
		words, pictures := len(strings.Fields(c.Title)), 0
		for _, b := range c.Blocks {
			for _, s := range b.Spans {
				words += len(strings.Fields(s.Text))
				if strings.ContainsAny(s.Text, "\"'!*`[]<>") || strings.Contains(s.Text, "...") {
					t.Errorf("%s: %q is not set as print is, or a mark is left over", c.Name, s.Text)
				}
			}
			if b.Kind == guide.ManualPicture {
				pictures++
				shown[b.Picture] = true
				if len(strings.Fields(b.Alt)) < 5 {
					t.Errorf("%s: %s: what is seen is said in too few words: %q", c.Name, b.Picture, b.Alt)
				}
				if b.Width != 1366 || b.Height != 768 {
					t.Errorf("%s: %s is %d × %d", c.Name, b.Picture, b.Width, b.Height)
				}
			}
		}
		if words > mostWords {
			t.Errorf("%s has %d words, at most %d", c.Name, words, mostWords)
		}
		if pictures < 1 || pictures > 3 {
			t.Errorf("%s has %d pictures", c.Name, pictures)
		}
	}
	bytes := int64(0)
	files, err := fs.ReadDir(manual.Files(), "hinh")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !shown[path.Join("hinh", f.Name())] {
			t.Errorf("no chapter shows %s", f.Name())
		}
		if info, err := f.Info(); err == nil {
			bytes += info.Size()
		}
	}
	if bytes > mostBytes {
		t.Errorf("pictures of %d bytes, at most %d", bytes, mostBytes)
	}
}

// What is read on GitHub has the same chapters under the same names, and is typed
// as everything else is.
func TestContentsAndLetters(t *testing.T) {
	contents, err := os.ReadFile("../../docs/huong-dan/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range own(t) {
		if row := fmt.Sprintf("| %d | [%s](%s.md) |", i+1, c.Title, c.Name); !strings.Contains(string(contents), row) {
			t.Errorf("README.md lacks %q", row)
		}
		text, err := fs.ReadFile(manual.Files(), c.Name+".md")
		if err != nil || !norm.NFC.IsNormal(text) {
			t.Errorf("%s: letters and marks apart (%v)", c.Name, err)
		}
	}
	if !norm.NFC.IsNormal(contents) {
		t.Error("README.md: letters and marks apart")
	}
}

func TestEveryKindOfBlock(t *testing.T) {
	picture, err := fs.ReadFile(manual.Files(), "hinh/02-ma-pin.png")
	if err != nil {
		t.Fatal(err)
	}
	read, err := manual.Read(fstest.MapFS{
		"02-hai.md": {Data: []byte("# Hai\n\nChỉ có chữ.\n")},
		"01-mot.md": {Data: []byte("# Một\n\nChạm **Mở**, rồi\nđợi `tệp.txt`.\n\n2. Hai\n3. **Ba**\n\n## Thêm\n\n- Chấm\n\n![Năm chữ ở trên hình](hinh/a.png)\n")},
		"hinh/a.png": {
			Data: picture,
		},
	})
	if err != nil || len(read) != 2 || read[0].Title != "Một" || read[1].Name != "02-hai" {
		t.Fatalf("%+v, %v", read, err)
	}
	var got []string
	for _, b := range read[0].Blocks {
		line := fmt.Sprintf("%s %d %s %s:", b.Kind, b.Number, b.Picture, b.Alt)
		for _, s := range b.Spans {
			line += fmt.Sprintf(" %t(%s)", s.Button, s.Text)
		}
		got = append(got, line)
	}
	want := []string{
		"text 0  : false(Chạm ) true(Mở) false(, rồi đợi tệp.txt.)",
		"step 2  : false(Hai)", "step 3  : true(Ba)", "heading 0  : false(Thêm)", "point 0  : false(Chấm)",
		"picture 0 hinh/a.png Năm chữ ở trên hình:",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What one of the three cannot show is not taken: it would be missing on paper.
func TestRefusesWhatItCannotShow(t *testing.T) {
	for what, text := range map[string]string{
		"no title":            "Chữ\n",
		"markup":              "# A\n\n<b>Chữ</b>\n",
		"a table of markup":   "# A\n\n<table></table>\n",
		"a quotation":         "# A\n\n> Chữ\n",
		"a link":              "# A\n\n[chữ](https://a.vn)\n",
		"one star":            "# A\n\nChữ *nghiêng*\n",
		"a third level":       "# A\n\n### B\n",
		"a list in a list":    "# A\n\n- B\n  - C\n",
		"no such picture":     "# A\n\n![Chữ](hinh/khong-co.png)\n",
		"no picture":          "# A\n\n![Chữ](hinh/text.png)\n",
		"a picture elsewhere": "# A\n\n![Chữ](../hinh/text.png)\n",
		"a picture unsaid":    "# A\n\n![](hinh/text.png)\n",
		"a picture in a line": "# A\n\nChữ ![Chữ](hinh/text.png)\n",
	} {
		_, err := manual.Read(fstest.MapFS{"01-a.md": {Data: []byte(text)}, "hinh/text.png": {Data: []byte("chữ")}})
		if guide.ErrorCode(err) != guide.CodeContent || !strings.HasPrefix(guide.Message(err), "01-a.md: ") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := manual.Read(fstest.MapFS{}); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestSome(t *testing.T) {
	all := own(t)
	if some, err := manual.Some(all, ""); err != nil || len(some) != len(all) {
		t.Errorf("all: %d, %v", len(some), err)
	}
	if some, err := manual.Some(all, all[3].Name); err != nil || len(some) != 1 || some[0].Name != all[3].Name {
		t.Errorf("one: %+v, %v", some, err)
	}
	if _, err := manual.Some(all, "99-khong-co"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("none: %v", err)
	}
}

func TestPicturesAreServed(t *testing.T) {
	pages := manual.Pictures(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }))
	for path, want := range map[string]int{
		"/manual/hinh/02-ma-pin.png": http.StatusOK,
		"/manual/hinh/khong-co.png":  http.StatusNotFound,
		"/manual/01-bat-may.md":      http.StatusTeapot,
		"/":                          http.StatusTeapot,
	} {
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}
