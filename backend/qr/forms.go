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
	if err := w.Check(); err != nil {
		return nil, err
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

// ForPhone gives the code that dials a number. Source: RFC 3966. Errors:
// CodeInvalid, CodeUnverified.
func ForPhone(phone string) (*Symbol, error) {
	c := guide.Contact{Name: "-", Phone: phone}
	if err := c.Check(); err != nil {
		return nil, err
	}
	return Encode("tel:"+c.Dialled(), Q)
}

// ForContact gives the code that puts somebody into a phone's address book, as
// NTT Docomo's MECARD, which is shorter than a vCard and known to both sorts of
// phones. Errors: CodeInvalid, CodeUnverified.
func ForContact(c guide.Contact) (*Symbol, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	return Encode("MECARD:N:"+escapeField(c.Name)+";TEL:"+c.Dialled()+";;", Q)
}

// escapeField puts a backslash before what would end a field. A field that
// looks like hexadecimal needs none: it is taken as text in quotes only.
func escapeField(s string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, `:`, `\:`, `"`, `\"`).Replace(s)
}
