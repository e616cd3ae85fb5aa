package cli_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tungbuoc/backend/cli"
	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/sqlite"
)

// What rests on a source is listed with the paper that carries it, and with
// what this office has printed of it.
func TestContentCite(t *testing.T) {
	data := t.TempDir()
	now := func() time.Time { return noon }
	db, err := sqlite.Open(t.Context(), data, now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	keep := func(layout string, services ...string) int64 {
		t.Helper()
		b := guide.Batch{Layout: layout, Copies: 3, Pages: 1, Edition: 1, Way: guide.Printed}
		for _, key := range services {
			b.Services = append(b.Services, guide.BatchService{Service: key, Title: key})
		}
		id, err := db.KeepBatch(t.Context(), b)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	carries := keep("a5", "khai-sinh", "vneid")
	keep("a4x8", "ly-lich-tu-phap") // small cards carry no fee and no time
	keep("a5", "vneid")
	replaced := keep("a5", "khai-sinh")
	if err := errors.Join(db.RetireBatch(t.Context(), replaced), db.Close()); err != nil {
		t.Fatal(err)
	}
	type place struct {
		Source, File, Place, Say, Unit string
		Paper                          bool
		Layouts, Figures, Services     []string
		Clips                          []string
	}
	var got struct {
		Places  []place
		Batches []struct {
			ID       int64
			Layout   string
			Services []string
		}
	}
	const source = "cong-2026-07-18" // the portal's record of a birth certificate's time
	if err := json.Unmarshal([]byte(run(t, "content", "cite", "--data", data, "--json", source).stdout), &got); err != nil {
		t.Fatal(err)
	}
	timed := false
	for _, p := range got.Places {
		if p.Paper != (len(p.Layouts) > 0) || p.Source != source {
			t.Errorf("%+v", p)
		}
		timed = timed || p.File == "services/khai-sinh.yaml" && p.Place == "time" && slices.Contains(p.Layouts, "a5") && !slices.Contains(p.Layouts, "a4x8")
	}
	if !timed {
		t.Error("the time to wait is not among the places, or on the wrong paper")
	}
	if len(got.Batches) != 1 || got.Batches[0].ID != carries || !slices.Equal(got.Batches[0].Services, []string{"khai-sinh"}) {
		t.Errorf("batches %+v", got.Batches)
	}
	// Somebody recorded one of the steps that rest on it.
	step := slices.IndexFunc(got.Places, func(p place) bool { return p.Unit != "" })
	if step < 0 {
		t.Fatal("no step or line of a checklist rests on the source")
	}
	lib, _ := content.Load(content.Shipped())
	units := speech.Units(lib.Pack, nil)
	unit := units[slices.IndexFunc(units, func(u speech.Unit) bool { return u.ID == got.Places[step].Unit })]
	clips := []string{
		"en/" + guide.UnitID([]string{lib.Translator("en")(unit.Texts[0])}), // one sentence, by its English words
		"tyz/" + unit.ID,
	}
	for _, clip := range clips {
		file := filepath.Join(data, speech.Folder, filepath.FromSlash(clip)+".wav")
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte("RIFF"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := json.Unmarshal([]byte(run(t, "content", "cite", "--data", data, "--json", source).stdout), &got); err != nil {
		t.Fatal(err)
	}
	if p := got.Places[step]; !slices.Equal(p.Clips, clips) {
		t.Errorf("recorded %q, listed %q", clips, p.Clips)
	}
	text := run(t, "content", "cite", "--data", data, source).stdout
	for _, want := range []string{"services/khai-sinh.yaml\n", "  time  ", "có trên giấy: slip80", "lô " + strconv.FormatInt(carries, 10), "chỗ dựa vào nguồn này", "bản thu: " + strings.Join(clips, ", "), "2 bản thu"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the output", want)
		}
	}
	if r := run(t, "content", "cite"); r.code != cli.ExitUsage {
		t.Errorf("%+v", r)
	}
	if r := run(t, "content", "cite", "999/1999/NĐ-CP"); r.code != cli.ExitDone || !strings.Contains(r.stdout, "0 chỗ") {
		t.Errorf("%+v", r)
	}
}
