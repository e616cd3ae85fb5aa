package handout

import (
	"fmt"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// codes make what is no link. A test replaces them: no text is known that no
// code can ever be made of.
var codes = struct {
	phone   func(phone string) (*qr.Symbol, error)
	contact func(guide.Contact) (*qr.Symbol, error)
	wifi    func(guide.WiFi) (*qr.Symbol, error)
}{qr.ForPhone, qr.ForContact, qr.ForWiFi}

// ForPhone makes a handout whose code dials somebody of the office or of a
// team. Where the code cannot be made the number stands alone, and Warnings says
// so. Error: CodeInvalid.
func ForPhone(c guide.Contact, office guide.Office, now time.Time) (Content, error) {
	if err := c.Check(); err != nil {
		return Content{}, err
	}
	symbol, err := codes.phone(c.Phone)
	return fromForm(form{c.Name, sayCall, sayNumber, c.Phone}, symbol, err, office, now)
}

// ForContact makes a handout whose code puts them into the phone's address
// book. Where the code cannot be made the number stands alone, and Warnings says
// so. Error: CodeInvalid.
func ForContact(c guide.Contact, office guide.Office, now time.Time) (Content, error) {
	if err := c.Check(); err != nil {
		return Content{}, err
	}
	symbol, err := codes.contact(c)
	return fromForm(form{c.Name, saySaveAs, sayNumber, c.Phone}, symbol, err, office, now)
}

// ForWiFi makes a handout whose code joins the office's network. Where the code
// cannot be made the network's name stands alone, and Warnings says so. Errors:
// CodeNotFound if the office has none for visitors, CodeInvalid.
func ForWiFi(office guide.Office, now time.Time) (Content, error) {
	if office.WiFi == nil {
		return Content{}, guide.Errorf(guide.CodeNotFound, "Văn phòng chưa có Wi-Fi cho khách. Mời ghi mục wifi vào tệp office.yaml.")
	}
	symbol, err := codes.wifi(*office.WiFi)
	return fromForm(form{"Wi-Fi", sayJoin, sayNetwork, office.WiFi.Name}, symbol, err, office, now)
}

// form is what a code is made from, in words.
type form struct {
	title, does string
	alone       string // stands before the value where there is no code
	value       string // the number or the name of the network
}

func fromForm(f form, symbol *qr.Symbol, err error, office guide.Office, now time.Time) (Content, error) {
	c := Content{Service: &guide.Service{Title: f.title}, Title: f.title, Does: f.does, Links: []Link{{Symbol: symbol, Host: f.value}}, Office: office, Printed: now}
	switch {
	case guide.ErrorCode(err) == guide.CodeUnverified:
		c.Does, c.Links[0].Symbol = f.alone, nil
		c.Warnings = []string{fmt.Sprintf(sayNoCode, f.title+" "+f.value)}
	case err != nil:
		return Content{}, err
	}
	return c, nil
}
