package cli_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Who does not say how many gets a sheet full of cards; who does gets so many.
func TestSheetsOfCardsAreFull(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want int // how often the code to type stands on the paper
	}{
		{[]string{"--layout", "a4x8"}, 8},
		{[]string{"--layout", "a4x4"}, 4},
		{[]string{"--layout", "a4x8", "--start", "3"}, 6},
		{[]string{"--layout", "a4x8", "--copies", "1"}, 1},
		{[]string{"--layout", "a4x8", "--copies", "9"}, 9},
		{[]string{"--layout", "a5"}, 1},
	} {
		file := filepath.Join(t.TempDir(), "x.pdf")
		if r := run(t, append([]string{"handout", "khai-sinh", "--out", file}, tt.args...)...); r.code != 0 {
			t.Fatalf("%v: %+v", tt.args, r)
		}
		text, err := exec.Command("pdftotext", file, "-").Output()
		if got := strings.Count(string(text), "1.001193"); err != nil || got != tt.want {
			t.Errorf("%v: %d cards, want %d, %v", tt.args, got, tt.want, err)
		}
	}
}
