package paper_test

import (
	"os"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/printer"
)

// The code goes to the printer alone: no file of it is left, and it is not in the
// list of what was printed.
func TestRecoveryCodeGoesToThePrinterOnly(t *testing.T) {
	dir := t.TempDir()
	s := mustShop(t, dir)
	s.tray.printers = []printer.Printer{{Name: "A", Accepting: true}}
	if err := s.PrintRecovery(t.Context(), "1234 5678 9012"); err != nil {
		t.Fatal(err)
	}
	if len(s.tray.got) != 1 || s.tray.got[0].pages != 1 {
		t.Fatalf("%+v", s.tray.got)
	}
	left, err := os.ReadDir(dir + "/print")
	if err != nil || len(left) != 0 {
		t.Errorf("%v, %v", left, err)
	}
	if made, err := s.History(t.Context()); err != nil || len(made) != 0 {
		t.Errorf("%+v, %v", made, err)
	}
	for _, code := range []string{"", "123456789012", "1234 5678 90", strings.Repeat("1", 2000)} {
		if err := s.PrintRecovery(t.Context(), code); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%.20q: %v", code, err)
		}
	}
}
