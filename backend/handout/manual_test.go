package handout_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/handout"
	"tungbuoc/backend/picture"
)

func words(text string, button bool) []guide.ManualSpan {
	return []guide.ManualSpan{{Text: text, Button: button}}
}

// inside fails for what leaves the page, and gives the lines of words on it.
func inside(t *testing.T, page *handout.Page) (lines []picture.Text) {
	t.Helper()
	const margin = 15
	for _, s := range page.Shapes {
		text, ok := s.(picture.Text)
		if !ok {
			continue
		}
		lines = append(lines, text)
		if end := text.X + picture.Width(text.Words, text.Size, text.Bold); text.X < margin || end > page.W-margin || text.Y < margin || text.Y > page.H-5 {
			t.Errorf("%q stands at %.1f–%.1f, %.1f of %.0f × %.0f", text.Words, text.X, end, text.Y, page.W, page.H)
		}
	}
	for _, p := range page.Photos {
		if p.X < margin || p.X+p.W > page.W-margin || p.Y < margin || p.Y+p.H > page.H-margin {
			t.Errorf("the picture stands at %.1f, %.1f, %.1f × %.1f", p.X, p.Y, p.W, p.H)
		}
	}
	return lines
}

// A line breaks between words only, and what follows a button stays with it.
func TestManualLines(t *testing.T) {
	chapter := guide.ManualChapter{Name: "01-a", Title: "Một", Blocks: []guide.ManualBlock{{Kind: guide.ManualStep, Number: 12}}}
	for i := range 40 {
		chapter.Blocks[0].Spans = append(chapter.Blocks[0].Spans,
			guide.ManualSpan{Text: fmt.Sprintf("chạm %d ", i)}, guide.ManualSpan{Text: "Cho bà con thấy", Button: true}, guide.ManualSpan{Text: "; "})
	}
	pages, err := handout.Booklet{Chapters: []guide.ManualChapter{chapter}, Foot: "Chân"}.Pages()
	if err != nil || len(pages) != 1 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	lines := inside(t, pages[0])
	var said []string
	for i, line := range lines {
		said = append(said, line.Words)
		// In a line of its own, a mark has lost what it belongs to.
		if strings.HasPrefix(line.Words, ";") && (i == 0 || lines[i-1].Y != line.Y) {
			t.Errorf("a line begins with %q", line.Words)
		}
	}
	all := strings.Join(said, " ")
	if !strings.Contains(all, "12.") || strings.Count(all, "con") < 40 || !strings.Contains(all, "Trang 1 trên 1") {
		t.Errorf("something is missing in %q", all)
	}
}

// A chapter that has no room on a page goes on on the next, with nothing lost and
// no heading at its foot.
func TestManualGoesOn(t *testing.T) {
	long := guide.ManualChapter{Name: "01-a", Title: "Dài"}
	for i := range 40 {
		long.Blocks = append(long.Blocks,
			guide.ManualBlock{Kind: guide.ManualHeading, Spans: words(fmt.Sprintf("Mục %d", i), false)},
			guide.ManualBlock{Kind: guide.ManualPoint, Spans: words(strings.Repeat("chữ ", 30)+fmt.Sprintf("hết %d", i), false)})
	}
	pages, err := handout.Booklet{Chapters: []guide.ManualChapter{long, {Name: "02-b", Title: "Ngắn"}}, Foot: "Chân"}.Pages()
	if err != nil || len(pages) < 4 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	seen := map[string]bool{}
	for n, page := range pages {
		lines := inside(t, page)
		for i, line := range lines {
			seen[line.Words] = true
			if strings.HasPrefix(line.Words, "Mục ") && (i+1 == len(lines) || !strings.Contains(lines[i+1].Words+lines[min(i+2, len(lines)-1)].Words, "chữ")) {
				t.Errorf("page %d: heading %q is the last", n+1, line.Words)
			}
		}
	}
	for i := range 40 {
		if !seen[fmt.Sprintf("Mục %d", i)] {
			t.Errorf("section %d is lost", i)
		}
	}
	// The first page says where the second chapter begins.
	if last := fmt.Sprint(len(pages)); !seen[last] {
		t.Errorf("the contents do not lead to page %s", last)
	}
}

func TestManualRefuses(t *testing.T) {
	one := func(b guide.ManualBlock) error {
		_, err := handout.Booklet{Chapters: []guide.ManualChapter{{Name: "01-a", Title: "A", Blocks: []guide.ManualBlock{b}}}, Files: fstest.MapFS{}, Foot: "Chân"}.Pages()
		return err
	}
	for what, b := range map[string]guide.ManualBlock{
		"a letter that the typeface lacks": {Kind: guide.ManualText, Spans: words("中", false)},
		"a picture that is not there":      {Kind: guide.ManualPicture, Picture: "hinh/a.png", Width: 1, Height: 1},
	} {
		if err := one(b); guide.ErrorCode(err) != guide.CodeContent {
			t.Errorf("%s: %v", what, err)
		}
	}
}
