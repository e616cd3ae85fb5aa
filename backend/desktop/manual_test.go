package desktop_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tungbuoc/backend/desktop"
	"tungbuoc/backend/guide"
)

// Staff read the manual and save it only where it was offered; a resident at the
// glass has none of it.
func TestManualIsForStaff(t *testing.T) {
	s := mustStaff(t, t.TempDir())
	if _, err := s.Choose("Lan", pin); err != nil {
		t.Fatal(err)
	}
	chapters, err := s.Manual()
	if err != nil || len(chapters) < 10 {
		t.Fatalf("%d chapters, %v", len(chapters), err)
	}
	folders, err := s.Folders()
	if err != nil || len(folders) == 0 {
		t.Fatalf("%v, %v", folders, err)
	}
	if err := s.SaveManual("", "/"); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("saved into a folder that was not offered: %v", err)
	}
	if err := s.SaveManual(chapters[0].Name, folders[len(folders)-1].Path); err != nil {
		t.Fatal(err)
	}
	if done := wait(t, s); done.Pages != 1 || !strings.Contains(done.File, chapters[0].Name) {
		t.Errorf("%+v", done)
	}
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Manual(); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("read while the door is shut: %v", err)
	}
	if err := s.PrintManual("", ""); guide.ErrorCode(err) != guide.CodeDenied {
		t.Errorf("printed while the door is shut: %v", err)
	}
}

// The window fetches the pictures where it fetches its pages.
func TestPicturesOfTheManualAreServed(t *testing.T) {
	r := mustResident(t, "")
	w := httptest.NewRecorder()
	desktop.WithSounds(r, http.NotFoundHandler()).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/manual/hinh/02-ma-pin.png", nil))
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/png" {
		t.Errorf("%d, %v", w.Code, w.Header())
	}
}
