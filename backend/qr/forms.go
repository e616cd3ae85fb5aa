package qr

import (
	"strings"

	"tungbuoc/backend/guide"
)

// Codes that are no address are made from forms only, never from free text:
// what a code does must be known from where it was typed.

// ForWiFi gives the code that joins a phone to the office's network. Source:
// the ZXing project's "Barcode Contents", which Android and iPhone follow.
// Errors: CodeInvalid, CodeUnverified.
func ForWiFi(w guide.WiFi) (*Symbol, error) {
	switch {
	case w.Name == "" || len(w.Name) > 32:
		return nil, guide.Errorf(guide.CodeInvalid, "Tên Wi-Fi cần từ 1 đến 32 chữ. Mời xem lại.")
	case w.Password != "" && (len(w.Password) < 8 || len(w.Password) > 63):
		return nil, guide.Errorf(guide.CodeInvalid, "Mật khẩu Wi-Fi cần từ 8 đến 63 chữ. Mời xem lại.")
	case hasControl(w.Name + w.Password):
		return nil, guide.Errorf(guide.CodeInvalid, "Tên hoặc mật khẩu Wi-Fi có ký tự lạ. Mời gõ lại.")
	}
	kind := "WPA"
	if w.Password == "" {
		kind = "nopass"
	}
	text := "WIFI:T:" + kind + ";S:" + escapeField(w.Name) + ";"
	if w.Password != "" {
		text += "P:" + escapeField(w.Password) + ";"
	}
	if w.Hidden {
		text += "H:true;"
	}
	return Encode(text+";", Q)
}

// escapeField puts a backslash before what would end a field. A field that
// looks like hexadecimal needs none: it is taken as text in quotes only.
func escapeField(s string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, `:`, `\:`, `"`, `\"`).Replace(s)
}

func hasControl(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\uFFFD' })
}
