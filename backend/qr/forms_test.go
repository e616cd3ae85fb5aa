package qr_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

func TestForWiFi(t *testing.T) {
	for _, tt := range []struct {
		w    guide.WiFi
		want string
	}{
		{guide.WiFi{Name: "Mot cua", Password: "xinchao1"}, "WIFI:T:WPA;S:Mot cua;P:xinchao1;;"},
		{guide.WiFi{Name: "Một cửa", Password: `a;b,c:d"e\f`}, `WIFI:T:WPA;S:Một cửa;P:a\;b\,c\:d\"e\\f;;`},
		{guide.WiFi{Name: "open", Hidden: true}, "WIFI:T:nopass;S:open;H:true;;"},
	} {
		s, err := qr.ForWiFi(tt.w)
		if err != nil || s.Text() != tt.want {
			t.Errorf("%+v: %v, %v", tt.w, s, err)
		}
	}
	for name, w := range map[string]guide.WiFi{
		"no name": {Password: "xinchao1"}, "long name": {Name: strings.Repeat("x", 33)}, "short password": {Name: "x", Password: "1234567"},
		"long password": {Name: "x", Password: strings.Repeat("x", 64)}, "control": {Name: "x\n", Password: "xinchao1"},
	} {
		if _, err := qr.ForWiFi(w); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Phones that decode as zbar does and those that decode as ZXing does show the words.
func TestForTrialIsPlainWords(t *testing.T) {
	for lang, want := range map[string]string{"vi": "Bà con quét đúng rồi", "en": "You scanned it right", "tyz": "Bà con quét đúng rồi", "": "Bà con quét đúng rồi"} {
		s, err := qr.ForTrial(lang)
		if err != nil || s.Text() != want {
			t.Fatalf("%q: %v, %v", lang, s, err)
		}
		if err := qr.ReadBack(s, want); err != nil {
			t.Errorf("%q: ZXing: %v", lang, err)
		}
		if _, err := exec.LookPath("zbarimg"); err != nil {
			continue
		}
		data, err := s.PNG(400)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "code.png")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := zbar(t, file); got != want {
			t.Errorf("%q: zbar reads %q", lang, got)
		}
	}
}
