package edition_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"tungbuoc/backend/edition"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

// mustPack makes a small pack of an edition: its services say which one they
// belong to, and no two editions number the same ones alike.
func mustPack(t *testing.T, number int, services ...string) fs.FS {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "content", "testdata", "pack"))); err != nil {
		t.Fatal(err)
	}
	edit := func(name, to string, pairs ...string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, to), []byte(strings.NewReplacer(pairs...).Replace(string(data))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	edit("pack.yaml", "pack.yaml", "edition: 3", fmt.Sprintf("edition: %d", number))
	const first = "services/khai-sinh.yaml"
	for i, key := range services {
		edit(first, "services/"+key+".yaml", "key: khai-sinh", "key: "+key, `codes: ["1.001193"]`, fmt.Sprintf("codes: [\"1.00200%d\"]", i), "title: Làm giấy khai sinh", "title: "+titleOf(key, number), "official: Thủ tục đăng ký khai sinh", "official: "+key, "summary: Mỗi cháu bé cần một giấy khai sinh.", "summary: Việc khác.")
	}
	edit(first, first, "title: Làm giấy khai sinh", "title: "+titleOf("khai-sinh", number))
	return os.DirFS(dir)
}

func titleOf(key string, number int) string {
	return strings.ReplaceAll(key, "-", " ") + fmt.Sprintf(" bản %d", number)
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

func mustUse(t *testing.T, dir string, sources ...fs.FS) *edition.InUse {
	t.Helper()
	u := edition.New(edition.Options{Sources: sources, DataDir: dir, Log: quiet()})
	t.Cleanup(func() {
		if err := u.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return u
}

// ask searches and fails when the answer mixes two editions.
func ask(u *edition.InUse, query, key string) (number int, err error) {
	found, err := u.Search(context.Background(), query, 5)
	if err != nil {
		return 0, err
	}
	lib, err := found.Edition.Library()
	if err != nil {
		return 0, err
	}
	number = lib.Pack.Info.Edition
	if len(found.Hits) == 0 {
		return number, fmt.Errorf("%q found nothing in edition %d", query, number)
	}
	hit := found.Hits[0]
	s, err := lib.Pack.Service(hit.Key)
	if err != nil || hit.Key != key || hit.Title != s.Title || s.Title != titleOf(key, number) {
		return number, fmt.Errorf("%q found %s %q in edition %d, %v", query, hit.Key, hit.Title, number, err)
	}
	return number, nil
}

func mustAsk(t *testing.T, u *edition.InUse, number int) {
	t.Helper()
	if got, err := ask(u, "khai sinh", "khai-sinh"); err != nil || got != number {
		t.Errorf("edition %d answers, want %d; %v", got, number, err)
	}
}

func TestLibrarySearchAndSpeakerAreOfOneEdition(t *testing.T) {
	dir := t.TempDir()
	u := mustUse(t, dir, mustPack(t, 3, "an-uong"))
	mustAsk(t, u, 3)
	before := u.Now()
	if err := u.Swap(t.Context(), mustPack(t, 4, "nha-cua", "xe-may")); err != nil {
		t.Fatal(err)
	}
	mustAsk(t, u, 4)
	for e, want := range map[*edition.Edition]int{before: 3, u.Now(): 4} {
		lib, err := e.Library()
		if err != nil {
			t.Fatal(err)
		}
		first, err := e.First()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Speaker(); err != nil {
			t.Error(err)
		}
		if lib.Pack.Info.Edition != want || first.Info.Edition != want {
			t.Errorf("editions %d and %d, want %d", lib.Pack.Info.Edition, first.Info.Edition, want)
		}
	}
	// A program that starts anew finds what was indexed last, or makes it anew.
	mustAsk(t, mustUse(t, dir, mustPack(t, 5, "con-nho")), 5)
}

// Residents search and read on while the content is exchanged: whatever is
// answered belongs to one edition.
func TestResidentsGoOnWhileContentIsExchanged(t *testing.T) {
	for _, dir := range []string{"", t.TempDir()} {
		packs := []fs.FS{mustPack(t, 3, "an-uong"), mustPack(t, 4, "nha-cua", "xe-may"), mustPack(t, 5)}
		u := mustUse(t, dir, packs[0])
		stop := make(chan struct{})
		var residents sync.WaitGroup
		seen := map[int]bool{}
		var mu sync.Mutex
		for range 4 {
			residents.Go(func() {
				for {
					number, err := ask(u, "khai sinh", "khai-sinh")
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					seen[number] = true
					mu.Unlock()
					if err := walk(u.Now()); err != nil {
						t.Error(err)
						return
					}
					select {
					case <-stop:
						return
					default:
					}
				}
			})
		}
		for i := range 12 {
			if err := u.Swap(t.Context(), packs[(i+1)%len(packs)]); err != nil {
				t.Error(err)
			}
		}
		close(stop)
		residents.Wait()
		mustAsk(t, u, 3)
		if len(seen) < 2 {
			t.Errorf("residents met editions %v only", seen)
		}
	}
}

// walk takes a lesson of an edition to its end.
func walk(e *edition.Edition) error {
	lib, err := e.Library()
	if err != nil {
		return err
	}
	s, err := lib.Pack.Service("khai-sinh")
	if err != nil {
		return err
	}
	w, err := lib.Pack.Walk(s, s.Combinations()[0])
	if err == nil && (w.Ask != nil || len(w.Steps) == 0 || s.Title != titleOf("khai-sinh", lib.Pack.Info.Edition)) {
		err = fmt.Errorf("edition %d: %q, %d steps", lib.Pack.Info.Edition, s.Title, len(w.Steps))
	}
	return err
}

// Another program with another pack, such as a writer's search, may keep its
// index in the same folder. Neither ever shows what the other one has.
func TestTwoProgramsWithTwoPacks(t *testing.T) {
	dir := t.TempDir()
	kiosk, writer := mustUse(t, dir, mustPack(t, 3, "an-uong")), mustUse(t, dir, mustPack(t, 4, "nha-cua", "xe-may"))
	for range 3 {
		mustAsk(t, kiosk, 3)
		mustAsk(t, writer, 4)
	}
}

func TestRefusedPackChangesNothing(t *testing.T) {
	u := mustUse(t, t.TempDir(), mustPack(t, 3))
	mustAsk(t, u, 3)
	broken := fstest.MapFS{"pack.yaml": {Data: []byte("id: [")}}
	if err := u.Swap(t.Context(), broken); guide.ErrorCode(err) != guide.CodeContent {
		t.Errorf("%v", err)
	}
	mustAsk(t, u, 3)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := u.Swap(gone, mustPack(t, 4)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	mustAsk(t, u, 3)
}

// The last source that has no errors serves, and the home screen shows the
// same one.
func TestSourcesInOrder(t *testing.T) {
	broken := fstest.MapFS{}
	half := mustPack(t, 9)
	if err := os.WriteFile(filepath.Join(fmt.Sprint(half), "services", "khai-sinh.yaml"), []byte("key: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		sources []fs.FS
		want    int // 0: refused
	}{
		"shipped alone":              {[]fs.FS{mustPack(t, 3)}, 3},
		"installed":                  {[]fs.FS{mustPack(t, 3), mustPack(t, 4)}, 4},
		"installed is broken":        {[]fs.FS{mustPack(t, 3), broken}, 3},
		"installed looks well first": {[]fs.FS{mustPack(t, 3), half}, 3},
		"two installed":              {[]fs.FS{mustPack(t, 3), mustPack(t, 4), broken}, 4},
		"nothing is well":            {[]fs.FS{broken, broken}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			u := mustUse(t, "", tt.sources...)
			first, err := u.Now().First()
			if tt.want == 0 {
				_, serr := u.Search(t.Context(), "khai sinh", 5)
				_, verr := u.Now().Speaker()
				for _, err := range []error{err, serr, verr} {
					if guide.ErrorCode(err) != guide.CodeContent {
						t.Errorf("%v", err)
					}
				}
				return
			}
			if err != nil || first.Info.Edition != tt.want {
				t.Fatalf("%+v, %v", first, err)
			}
			mustAsk(t, u, tt.want)
			files, err := u.Now().Files()
			if err != nil {
				t.Fatal(err)
			}
			if data, err := fs.ReadFile(files, "pack.yaml"); err != nil || !bytes.Contains(data, fmt.Appendf(nil, "edition: %d", tt.want)) {
				t.Errorf("%s, %v", data, err)
			}
		})
	}
}

// What a kiosk kept of the search may be damaged, and is made anew.
func TestDamagedIndexStillAnswers(t *testing.T) {
	dir := t.TempDir()
	pack := mustPack(t, 3)
	mustAsk(t, mustUse(t, dir, pack), 3)
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.ContentName))
	if err != nil {
		t.Fatal(err)
	}
	did, err := db.Exec("UPDATE kept SET piece = substr(piece, 1, length(piece) / 2)")
	if err == nil {
		var n int64
		if n, err = did.RowsAffected(); n == 0 {
			t.Error("nothing was damaged")
		}
	}
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	u := mustUse(t, dir, pack)
	u.Begin()
	mustAsk(t, u, 3)
}

// panicking is a pack that has the program itself fail.
type panicking struct{}

func (panicking) Open(string) (fs.File, error) { panic("boom") }

// A fault of the program while content is read in the background does not end
// the kiosk: who asks is told, and the pack before it serves.
func TestPanicWhileReadingIsAnError(t *testing.T) {
	u := mustUse(t, t.TempDir(), panicking{})
	u.Begin()
	_, err := u.Search(t.Context(), "khai sinh", 5)
	_, lerr := u.Now().Library()
	_, serr := u.Now().Speaker()
	for _, err := range []error{err, lerr, serr} {
		if err == nil || guide.Message(err) == "" || !strings.Contains(err.Error(), "boom") {
			t.Errorf("%v", err)
		}
	}
	mustAsk(t, mustUse(t, "", mustPack(t, 3), panicking{}), 3)
	if err := u.Swap(t.Context(), mustPack(t, 4)); err != nil {
		t.Error(err)
	}
	mustAsk(t, u, 4)
}

func TestSelfTest(t *testing.T) {
	u := mustUse(t, "", mustPack(t, 3, "an-uong"))
	if lost, entries, err := u.SelfTest(t.Context()); lost != "" || entries != 0 || err != nil {
		t.Errorf("%q %d %v", lost, entries, err)
	}
}

func TestFolderThatCannotBeUsed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	u := mustUse(t, filepath.Join(file, "below"), mustPack(t, 3))
	mustAsk(t, u, 3)
	if err := u.Swap(t.Context(), mustPack(t, 4)); err != nil {
		t.Error(err)
	}
	mustAsk(t, u, 4)
}

func TestCatalogueOfAnOpenKiosk(t *testing.T) {
	const line = `{"code":"1.014689","name":"Thủ tục cấp phép bay","formality_id":"019d8af3-edd0-7528-af6e-edcc8745d1f1","departments":[],"promulgated_by":"Bộ Quốc phòng","scope":"STANDARD"}`
	dir := t.TempDir()
	u := mustUse(t, dir, mustPack(t, 3))
	mustAsk(t, u, 3)
	did, err := edition.ImportCatalogue(t.Context(), dir, strings.NewReader(line+"\nrubbish\n"), quiet())
	if err != nil || did.Taken != 1 || did.Total != 1 || len(did.Skipped) != 1 || did.Skipped[0].Line != 2 {
		t.Fatalf("%+v, %v", did, err)
	}
	for range 2 { // the exchange keeps the catalogue
		for { // no question waits for what was imported meanwhile
			found, err := u.Search(t.Context(), "cap phep bay", 5)
			if err != nil || len(found.Hits) == 1 && found.Hits[0].Key != "1.014689" {
				t.Fatalf("%+v, %v", found.Hits, err)
			}
			if len(found.Hits) == 1 {
				break
			}
			time.Sleep(time.Millisecond)
		}
		if entry, of, err := u.Entry(t.Context(), "1.014689"); err != nil || entry.Issuer != "Bộ Quốc phòng" || of != u.Now() {
			t.Errorf("%+v, %v", entry, err)
		}
		if _, _, err := u.Entry(t.Context(), "x"); guide.ErrorCode(err) != guide.CodeNotFound {
			t.Errorf("%v", err)
		}
		if err := u.Swap(t.Context(), mustPack(t, 4)); err != nil {
			t.Fatal(err)
		}
	}
	if did, err := edition.ImportCatalogue(t.Context(), dir, strings.NewReader("rubbish\n"), quiet()); guide.ErrorCode(err) != guide.CodeInvalid || did.Skipped == nil {
		t.Errorf("%+v, %v", did, err)
	}
}

// slowPack is a pack on a disk that does not answer.
type slowPack struct{ answer chan struct{} }

func (p slowPack) Open(string) (fs.File, error) {
	<-p.answer
	return nil, fs.ErrNotExist
}

// Closing does not wait longer than it may for content that does not come.
func TestCloseIsBounded(t *testing.T) {
	disk := slowPack{make(chan struct{})}
	u := edition.New(edition.Options{Sources: []fs.FS{disk}, Log: quiet()})
	asked := make(chan error, 1)
	go func() {
		_, err := u.Search(context.Background(), "khai sinh", 5)
		asked <- err
	}()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for u.Close(gone) == nil { // until the question has begun
	}
	close(disk.answer)
	if err := <-asked; err == nil {
		t.Error("an answer without content")
	}
	if err := u.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := u.Search(t.Context(), "khai sinh", 5); err == nil {
		t.Error("answers after it was closed")
	}
}
