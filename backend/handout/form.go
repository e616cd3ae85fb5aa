package handout

import (
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/qr"
)

// ForPhone makes a handout whose code dials somebody of the office or of a
// team. Errors: CodeInvalid, CodeUnverified.
func ForPhone(c guide.Contact, office guide.Office, now time.Time) (Slip, error) {
	if err := c.Check(); err != nil {
		return Slip{}, err
	}
	symbol, err := qr.ForPhone(c.Phone)
	return fromForm(c.Name, sayCall, c.Phone, symbol, office, now), err
}

// ForContact makes a handout whose code puts them into the phone's address
// book. Errors: CodeInvalid, CodeUnverified.
func ForContact(c guide.Contact, office guide.Office, now time.Time) (Slip, error) {
	symbol, err := qr.ForContact(c)
	return fromForm(c.Name, saySaveAs, c.Phone, symbol, office, now), err
}

// ForWiFi makes a handout whose code joins the office's network. Errors:
// CodeNotFound if it has none for visitors, CodeInvalid, CodeUnverified.
func ForWiFi(office guide.Office, now time.Time) (Slip, error) {
	if office.WiFi == nil {
		return Slip{}, guide.Errorf(guide.CodeNotFound, "Văn phòng chưa có Wi-Fi cho khách. Mời ghi mục wifi vào tệp office.yaml.")
	}
	symbol, err := qr.ForWiFi(*office.WiFi)
	return fromForm("Wi-Fi", sayJoin, office.WiFi.Name, symbol, office, now), err
}

func fromForm(title, does, host string, symbol *qr.Symbol, office guide.Office, now time.Time) Slip {
	return Slip{Title: title, Form: does, Links: []Link{{Symbol: symbol, Host: host}}, Office: office, Printed: now}
}
