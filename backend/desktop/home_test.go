package desktop_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desktop"
)

// common gives the keys of the shortcuts on the home screen.
func common(t *testing.T, r *desktop.Resident) string {
	t.Helper()
	boot, err := r.Boot("vi")
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, door := range boot.Common {
		if door.Title == "" || !strings.HasPrefix(door.Picture, "<svg") {
			t.Errorf("%+v has no name or no picture", door)
		}
		keys = append(keys, door.Key)
	}
	return strings.Join(keys, " ")
}

func TestHomeShowsWhatThisOfficeIsAskedFor(t *testing.T) {
	r := mustResident(t, t.TempDir())
	const packs = "khai-sinh tam-tru bhyt-ho-gia-dinh ho-so-bi-tra-lai"
	if got := common(t, r); got != packs {
		t.Errorf("before anything is counted: %s, want %s", got, packs)
	}
	for range 60 {
		if err := r.Count("sang-ten-xe", "opened", "", "vi"); err != nil {
			t.Fatal(err)
		}
	}
	want := "sang-ten-xe khai-sinh tam-tru ho-so-bi-tra-lai"
	if got := common(t, r); got != want {
		t.Errorf("on the first screen: %s, want %s", got, want)
	}
	r.Ready() // from now on the whole pack is read
	if got := common(t, r); got != want {
		t.Errorf("later: %s, want %s", got, want)
	}
}

// The first screen of a pack in files shows the same as the whole pack does.
func TestHomeOfAPackInFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.Shipped()); err != nil {
		t.Fatal(err)
	}
	r := mustOpen(t, os.DirFS(dir), "")
	first, err := r.Boot("vi")
	if err != nil {
		t.Fatal(err)
	}
	r.Ready()
	later, err := r.Boot("vi")
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Common) != 4 || !slices.Equal(first.Common, later.Common) {
		t.Errorf("first %v, later %v", first.Common, later.Common)
	}
	if first.Emergency == nil || later.Emergency == nil || *first.Emergency != *later.Emergency || first.Emergency.Title != "Vừa bị lừa?" {
		t.Errorf("first %v, later %v", first.Emergency, later.Emergency)
	}

	// A file that is broken takes its own shortcut away, not the screen.
	if err := os.WriteFile(filepath.Join(dir, "services", "tam-tru.yaml"), []byte("key: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, want := common(t, mustOpen(t, os.DirFS(dir), "")), "khai-sinh bhyt-ho-gia-dinh quen-mat-khau-vneid ho-so-bi-tra-lai"; got != want {
		t.Errorf("with a broken file: %s, want %s", got, want)
	}
}

func TestHoursAreNotBrokenWhereTheyWouldBeMisread(t *testing.T) {
	dir := t.TempDir()
	hours := []string{"Thứ 2 – thứ sáu: 7 giờ 30 – 11 giờ 30, 13h – 17 giờ", "chủ nhật nghỉ từ 16 h hằng tuần", "7:30–11:30; 13h30–17h", "8 h 15 - 11 giờ, 2 buổi"}
	office := "name: Trung tâm\nhours: [\"" + strings.Join(hours, `", "`) + "\"]\n"
	if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte(office), 0o600); err != nil {
		t.Fatal(err)
	}
	boot, err := mustResident(t, dir).Boot("vi")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Thứ~2~– thứ~sáu: 7~giờ~30~– 11~giờ~30, 13h~– 17~giờ", "chủ~nhật nghỉ từ 16~h hằng tuần", "7:30–_11:30; 13h30–_17h", "8~h~15~- 11~giờ, 2 buổi"}
	for i := range want {
		want[i] = strings.NewReplacer("~", "\u00a0", "_", "\u2060").Replace(want[i])
	}
	if !slices.Equal(boot.Office.Hours, want) {
		t.Errorf("%q, want %q", boot.Office.Hours, want)
	}
}

func TestOfficeIsNamedOnce(t *testing.T) {
	for office, want := range map[string]string{
		"hours: [Sáng]": "Tỉnh Tuyên Quang",
		"place: Xã Lâm Bình\nname: Trung tâm Phục vụ hành chính công": "Trung tâm Phục vụ hành chính công · Xã Lâm Bình",
		"place: Xã Lâm Bình\nname: Trung tâm xã Lâm Bình":             "Trung tâm xã Lâm Bình",
		"name: Một cửa": "Một cửa",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "office.yaml"), []byte(office), 0o600); err != nil {
			t.Fatal(err)
		}
		if boot, err := mustResident(t, dir).Boot("vi"); err != nil || boot.Office.Title != want {
			t.Errorf("%q: %q, %v; want %q", office, boot.Office.Title, err, want)
		}
	}
}

// From a topic every one of its services is two touches away at most.
func TestTopicLeadsToAllItsServices(t *testing.T) {
	r := mustResident(t, "")
	lib, _ := content.Load(content.Shipped())
	for _, topic := range lib.Pack.Topics {
		view, err := r.Topic(topic.Key, "en")
		if err != nil {
			t.Fatal(err)
		}
		reached := map[string]bool{}
		for _, s := range view.Services {
			reached[s.Key] = true
		}
		for _, g := range view.Groups {
			if g.Title == "" || !strings.HasPrefix(g.Picture, "<svg") && g.Picture != "" {
				t.Errorf("%s: a group %q", topic.Key, g.Title)
			}
			for _, s := range g.Services {
				reached[s.Key] = true
			}
		}
		for _, s := range lib.Pack.InTopic(topic) {
			if !reached[s.Key] {
				t.Errorf("%s does not lead to %s", topic.Key, s.Key)
			}
		}
		if len(view.Groups) > 0 && len(view.Services) != 3 {
			t.Errorf("%s is headed by %d services", topic.Key, len(view.Services))
		}
	}
}
