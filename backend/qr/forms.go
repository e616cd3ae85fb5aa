package qr

import (
	"errors"
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
	return form(text+";", "Mã QR của Wi-Fi này chưa đọc lại được nên không hiện. Mời cán bộ đổi mật khẩu Wi-Fi trong tệp office.yaml.")
}

// ForTrial gives the code that somebody scans who has never scanned before: plain
// words, which it returns too. A phone shows them and opens nothing, so that it
// works without a network. lang is that of the screen; only English and
// Vietnamese have words of their own. Errors: CodeUnverified.
func ForTrial(lang string) (*Symbol, error) {
	text := "Bà con quét đúng rồi"
	if lang == "en" {
		text = "You scanned it right"
	}
	return form(text, "Mã quét thử chưa đọc lại được nên không hiện. Mời ông bà hỏi cán bộ.")
}

// ForPhone gives the code that dials a number. Source: RFC 3966. Errors:
// CodeInvalid, CodeUnverified.
func ForPhone(phone string) (*Symbol, error) {
	c := guide.Contact{Name: "-", Phone: phone}
	if err := c.Check(); err != nil {
		return nil, err
	}
	return form("tel:"+c.Dialled(), "Mã QR của số điện thoại này chưa đọc lại được nên không hiện. Mời ghi số bằng chữ.")
}

// ForContact gives the code that puts somebody into a phone's address book, as
// NTT Docomo's MECARD, which is shorter than a vCard and known to both sorts of
// phones. Errors: CodeInvalid, CodeUnverified.
func ForContact(c guide.Contact) (*Symbol, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	return form("MECARD:N:"+escapeField(c.Name)+";TEL:"+c.Dialled()+";;", "Mã QR của danh bạ này chưa đọc lại được nên không hiện. Mời ghi tên cách khác.")
}

// form makes the symbol of a form's text. What is drawn of it is sized by its
// modules, so that any shape will do.
func form(text, unread string) (*Symbol, error) {
	s, err := firstReadable(text, shapes(Q, M, H), func(*Symbol) bool { return true })
	if guide.ErrorCode(err) == guide.CodeUnverified {
		err = guide.Wrap(err, guide.CodeUnverified, "%s", unread)
	}
	return s, err
}

// ForOffice makes every code that the settings of an office lead to, so that
// one that cannot be made is known before a resident asks for it. It returns
// how many there are. Errors: those of [ForWiFi], [ForPhone] and [ForContact],
// joined.
func ForOffice(o guide.Office) (made int, err error) {
	var errs []error
	try := func(_ *Symbol, err error) {
		if err != nil {
			errs = append(errs, err)
			return
		}
		made++
	}
	if o.WiFi != nil {
		try(ForWiFi(*o.WiFi))
	}
	if o.Team != nil {
		try(ForPhone(o.Team.Phone))
		try(ForContact(*o.Team))
	}
	return made, errors.Join(errs...)
}

// escapeField puts a backslash before what would end a field. A field that
// looks like hexadecimal needs none: it is taken as text in quotes only.
func escapeField(s string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, `:`, `\:`, `"`, `\"`).Replace(s)
}
