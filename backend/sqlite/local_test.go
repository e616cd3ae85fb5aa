package sqlite_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
)

func mustDraft(t *testing.T, db *sqlite.DB, text string, sequence int64, kept bool) guide.Note {
	t.Helper()
	now, did, err := db.SaveDraft(t.Context(), guide.Note{Target: "khai-sinh", Draft: text, Sequence: sequence, Who: "Lan"})
	if err != nil || did != kept {
		t.Fatalf("%q, %d: kept %t, %v", text, sequence, did, err)
	}
	return now
}

func mustLocal(t *testing.T, db *sqlite.DB) guide.Note {
	t.Helper()
	local, err := db.Local(t.Context())
	if err != nil || len(local.Notes) != 1 {
		t.Fatalf("%+v, %v", local, err)
	}
	return local.Notes[0]
}

// Calls of the page arrive in any order, and the clock may be set back: the
// sequence alone says what is newer.
func TestDraftsGoBySequence(t *testing.T) {
	clock := noon()
	dir := t.TempDir()
	db, err := sqlite.Open(t.Context(), dir, func() time.Time { return clock }, quiet())
	if err != nil {
		t.Fatal(err)
	}
	mustDraft(t, db, "Nộp", 1, true)
	clock = clock.Add(-48 * time.Hour)
	mustDraft(t, db, "Nộp tại bàn 3", 3, true)
	clock = clock.Add(96 * time.Hour)
	for _, late := range []int64{1, 2, 3} {
		if now := mustDraft(t, db, "Nộp tại", late, false); now.Draft != "Nộp tại bàn 3" || now.Sequence != 3 {
			t.Errorf("late %d: %+v", late, now)
		}
	}

	// Saved is not shown, and what is shown is what was seen.
	if n := mustLocal(t, db); n.Shown != "" {
		t.Errorf("%+v", n)
	}
	seen := guide.Note{Target: "khai-sinh", Sequence: 2, Words: "w", Under: "Khai sinh", Who: "Hoa"}
	if err := db.ShowDraft(t.Context(), seen); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("another draft is shown: %v", err)
	}
	seen.Sequence = 3
	if err := db.ShowDraft(t.Context(), seen); err != nil {
		t.Fatal(err)
	}
	mustDraft(t, db, "Nộp tại bàn 4", 4, false) // on its way while it was shown
	mustDraft(t, db, "Nộp tại bàn 5", 5, true)
	if n := mustLocal(t, db); n.Shown != "Nộp tại bàn 3" || n.Draft != "Nộp tại bàn 5" || n.Words != "w" {
		t.Errorf("%+v", n)
	}

	// Taken away it leaves its sequence behind, and its history.
	if err := db.TakeNote(t.Context(), "khai-sinh", "Hoa"); err != nil {
		t.Fatal(err)
	}
	mustDraft(t, db, "Nộp tại bàn 6", 6, false)
	if local, err := db.Local(t.Context()); err != nil || len(local.Notes) != 0 {
		t.Errorf("%+v, %v", local, err)
	}
	if err := db.TakeNote(t.Context(), "ket-hon", ""); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Error(err)
	}
	list, err := db.NoteChanges(t.Context(), 9)
	if err != nil || len(list) != 2 || list[0].Before != "Nộp tại bàn 3" || list[0].After != "" || list[1].After != "Nộp tại bàn 3" || list[1].Who != "Hoa" {
		t.Errorf("%+v, %v", list, err)
	}
	mustClose(t, db)

	file, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	for _, forbidden := range []string{"UPDATE local_change SET after = ''", "DELETE FROM local_change"} {
		if _, err := file.Exec(forbidden); err == nil {
			t.Errorf("%s: done", forbidden)
		}
	}
	if err := file.Close(); err != nil {
		t.Error(err)
	}
}

// saveDir names the folder in which the test program, started again, saves and
// shows a note until it is killed.
const saveDir = "TUNGBUOC_TEST_SAVE_DIR"

func init() {
	if dir := os.Getenv(saveDir); dir != "" {
		os.Exit(saveForEver(dir))
	}
}

const eachShown = 3 // every third draft is shown

// saveForEver types a letter at a time and says what was acknowledged: the
// sequence of the draft, and of what is shown.
func saveForEver(dir string) int {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, dir, noon, quiet())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	before, err := db.Note(ctx, "khai-sinh")
	fmt.Println("open", before.Sequence)
	for sequence := before.Sequence + 1; err == nil; sequence++ {
		if _, _, err = db.SaveDraft(ctx, guide.Note{Target: "khai-sinh", Draft: fmt.Sprint("bàn ", sequence), Sequence: sequence}); err != nil {
			break
		}
		if err = word(ctx, db, sequence); err != nil {
			break
		}
		if _, _, err = db.SaveDetail(ctx, guide.OfficeDetail{Name: guide.DetailPhone, Draft: fmt.Sprint("bàn ", sequence), Sequence: sequence}); err != nil {
			break
		}
		fmt.Println("saved", sequence)
		if sequence%eachShown == 0 {
			err = db.ShowDraft(ctx, guide.Note{Target: "khai-sinh", Sequence: sequence})
			if err == nil {
				err = db.ShowDetail(ctx, guide.OfficeDetail{Name: guide.DetailPhone, Sequence: sequence, Shown: fmt.Sprint("bàn ", sequence)})
			}
			if err == nil {
				fmt.Println("shown", sequence)
				sequence++ // showing it is a change, too
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// word writes a sentence of a lesson, and every third has two people agree on it.
func word(ctx context.Context, db *sqlite.DB, n int64) error {
	draft := guide.WordingDraft{Wording: guide.Wording{Target: sentence, Say: fmt.Sprint("câu ", n), Author: "Lan"}, Sequence: 10 * n, AuthorID: 1}
	_, kept, err := db.SaveWording(ctx, draft)
	if err != nil || !kept || n%eachShown != 0 {
		return err
	}
	if err := db.AskWording(ctx, sentence, 10*n, true); err != nil {
		return err
	}
	return db.AgreeOnWording(ctx, guide.Wording{Target: sentence, Approver: "Tú"}, 10*n+1)
}

const sentence = "khai-sinh/ten-chau"

// A killed program has lost no letter that was acknowledged, and shows what was
// said to be shown; the history has no gap.
func TestKilledWhileTyping(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	noise := rand.New(rand.NewPCG(*seed, 8))
	dir := t.TempDir()
	for try := range *kills {
		saved, shown := typeUntilKilled(t, program, dir, noise.IntN(30), time.Duration(noise.IntN(20_000))*time.Microsecond)
		db := mustOpen(t, dir)
		if db.SetAside() != "" {
			t.Fatalf("try %d: taken for damaged: %s", try, db.SetAside())
		}
		n, err := db.Note(t.Context(), "khai-sinh")
		if err != nil || n.Sequence < saved || n.Draft != "" && number(n.Draft) < saved {
			t.Fatalf("try %d: %+v is kept, %d was acknowledged; %v", try, n, saved, err)
		}
		if number(n.Shown) < shown {
			t.Fatalf("try %d: %q is shown, %d was acknowledged", try, n.Shown, shown)
		}
		if d, err := db.WordingDraft(t.Context(), sentence); err != nil || d.Sequence < 10*saved {
			t.Fatalf("try %d: %+v is kept of a sentence, %d was acknowledged; %v", try, d, saved, err)
		}
		if all, err := db.Wordings(t.Context()); err != nil || int64(len(all)) < saved/eachShown-int64(try) {
			t.Fatalf("try %d: %d sentences were agreed on, %d acknowledged; %v", try, len(all), saved/eachShown, err)
		}
		if details, err := db.OfficeDetails(t.Context()); err != nil || saved > 0 && (len(details) != 1 || number(details[0].Draft) < saved || number(details[0].Shown) < shown) {
			t.Fatalf("try %d: %+v of the office is kept, %d was acknowledged, %d as shown; %v", try, details, saved, shown, err)
		}
		list, err := db.NoteChanges(t.Context(), 10_000)
		if err != nil {
			t.Fatal(err)
		}
		after := n.Shown
		for _, c := range list {
			if c.After != after {
				t.Fatalf("try %d: the history leads to %q, and %q is shown", try, c.After, after)
			}
			after = c.Before
		}
		if after != "" {
			t.Fatalf("try %d: the history begins with %q", try, after)
		}
		mustClose(t, db)
	}
}

func number(text string) (n int64) {
	_, _ = fmt.Sscanf(text, "bàn %d", &n) // "" is 0
	return n
}

// typeUntilKilled lets a program type, kills it a little after it wrote so many
// lines, and gives what it acknowledged last.
func typeUntilKilled(t *testing.T, program, dir string, lines int, pause time.Duration) (saved, shown int64) {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), saveDir+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	seen := bufio.NewScanner(out)
	for n := 0; seen.Scan(); n++ {
		var sequence int64
		if _, err := fmt.Sscanf(seen.Text(), "saved %d", &sequence); err == nil {
			saved = sequence
		}
		if _, err := fmt.Sscanf(seen.Text(), "shown %d", &sequence); err == nil {
			shown = sequence
		}
		if n == lines {
			time.Sleep(pause) // so that the kill falls anywhere between two lines
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // it was killed: that is its error
	return saved, shown
}
