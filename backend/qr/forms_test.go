package qr_test

import (
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
